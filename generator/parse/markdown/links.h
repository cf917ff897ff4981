// Which destinations a link or an image may have.
#pragma once

#include <optional>
#include <string_view>

#include "diagnostic/diagnostic.h"

namespace shirube::parse {

// What is wrong with `destination`, whose entities and escapes are resolved; nothing if it may pass: http, https,
// mailto, tel, a fragment, or a path of the site.
std::optional<diagnostic::Kind> find_link_fault(std::string_view destination);

// The part up to the colon, for messages.
std::string_view scheme_of(std::string_view destination);

}  // namespace shirube::parse
