#include "source/terminal_text.h"

#include "source/unicode.h"

namespace shirube::source {

bool drives_terminal(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x200E && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069) || c == 0x061C;
}

std::string terminal_text(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = code_point_at(text, i);
    const bool damaged = c.size == 1 && static_cast<unsigned char>(text[i]) >= 0x80;
    if (damaged || (c.value != '\t' && drives_terminal(c.value))) {
      result += '?';
    } else {
      result += text.substr(i, c.size);
    }
    i += c.size;
  }
  return result;
}

}  // namespace shirube::source
