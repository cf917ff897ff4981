#pragma GCC diagnostic ignored "-Wrestrict"
// Stand-ins until the rooms that own these functions are merged; this file goes then.
#include "render/html/markup.h"

namespace shirube::render::html {
std::string escape(std::string_view text) {
  std::string out;
  append_escaped(out, text);
  return out;
}
void append_escaped(std::string& out, std::string_view text) {
  for (char c : text) {
    if (c == '&') out += "&amp;";
    else if (c == '<') out += "&lt;";
    else if (c == '>') out += "&gt;";
    else if (c == '"') out += "&quot;";
    else out += c;
  }
}
void append_attribute(std::string& out, std::string_view name, std::string_view value) {
  out += ' ';
  out += name;
  out += "=\"";
  append_escaped(out, value);
  out += '"';
}
std::string encode_url(std::string_view url) { return std::string(url); }
}  // namespace shirube::render::html
