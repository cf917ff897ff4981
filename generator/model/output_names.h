// The names under which pages and assets are published, and what is wrong with a name.
#pragma once

#include <string>
#include <string_view>

#include "diagnostic/diagnostic.h"

namespace shirube::model {

// mbo/writing.md to mbo/writing.html, in NFC. `slug` (may be empty) takes the place of the last part.
std::string output_path_of(std::string_view source_path, std::string_view slug);

// What two names must not share: NFKC, then case folded, so that Windows, macOS and Linux agree.
std::string collision_key(std::string_view path);

// Reports parts that Windows refuses and names that are too long. `range` is where the name was written, if it was.
void check_output_path(std::string_view path, source::SourceRange range, const std::string& subject,
                       diagnostic::Sink& sink);

}  // namespace shirube::model
