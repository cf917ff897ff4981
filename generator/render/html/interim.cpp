#pragma GCC diagnostic ignored "-Wrestrict"
// Stand-ins until the rooms that own these functions are merged; this file goes then.
#include "model/unit.h"
#include "render/html/markup.h"
#include "source/format.h"

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
namespace shirube::model {
std::string show(double value, int decimals) {
  std::string digits = source::format("{:.{}f}", value < 0 ? -value : value, decimals);
  std::size_t dot = digits.find('.');
  if (dot == std::string::npos) dot = digits.size();
  for (std::size_t i = dot; i > 3; i -= 3) digits.insert(i - 3, ",");
  if (value < 0) digits.insert(0, "△");
  return digits;
}
std::string show(const Quantity& q, int decimals) { std::string t = show(q.value, decimals); if (!q.unit.symbol.empty()) { t += " "; t += q.unit.symbol; } return t; }
std::string show(const Quantity& q) { int d = 0; double v = q.value; while (d < 6 && v != static_cast<double>(static_cast<long>(v))) { v *= 10; ++d; } return show(q, d); }
}  // namespace shirube::model
