// Which rules a site takes seriously: `rules:` of site.yaml. Only rules of practice and warnings may be changed; what
// the renderers rely on stays an error.
#pragma once

#include <map>
#include <optional>
#include <string_view>

#include "diagnostic/diagnostic.h"

namespace shirube::diagnostic {

// The kind with this rule id; nothing if there is none, or if it is a note.
std::optional<Kind> find_rule(std::string_view rule);
// Whether a site may change the severity of this kind.
bool may_change(Kind kind);

}  // namespace shirube::diagnostic
