// The only way to write text and attributes into HTML or SVG: everything is escaped here.
#pragma once

#include <string>
#include <string_view>

namespace shirube::render::html {

// & < > " as entities; good for text and for double-quoted attributes.
std::string escape(std::string_view text);
void append_escaped(std::string& out, std::string_view text);
// ` name="value"` with the value escaped.
void append_attribute(std::string& out, std::string_view name, std::string_view value);
// Percent-encodes what is not allowed in a URL, as the specification's examples do; `%XX` that is there already stays.
std::string encode_url(std::string_view url);

}  // namespace shirube::render::html
