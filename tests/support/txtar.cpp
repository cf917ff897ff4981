#include "support/txtar.h"

namespace shirube::tests {

Txtar parse_txtar(std::string_view text) {
  Txtar result;
  std::string* target = &result.comment;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    if (line.size() > 6 && line.starts_with("-- ") && line.ends_with(" --")) {
      target = &result.files[std::string(line.substr(3, line.size() - 6))];
      continue;
    }
    *target += line;
    *target += '\n';
  }
  return result;
}

}  // namespace shirube::tests
