#include "parse/markdown/heading_ids.h"

#include <utility>

#include "source/unicode.h"

namespace shirube::parse {

namespace {

bool is_joiner_or_selector(char32_t c) {
  return c == 0x200D || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
}

std::string from_text(std::string_view text) {
  const std::string folded = source::to_nfc(source::fold_case(source::to_nfc(text)));
  std::string id;
  for (std::size_t i = 0; i < folded.size();) {
    const source::CodePoint c = source::code_point_at(folded, i);
    const bool kept = c.value == '-' || c.value == '_' || source::is_letter_or_digit(c.value) ||
                      (c.value >= 0x300 && !source::is_punctuation(c.value) && !source::is_white_space(c.value) &&
                       !is_joiner_or_selector(c.value));
    if (kept) {
      id.append(folded, i, c.size);
    } else if (source::is_white_space(c.value)) {
      id += '-';
    }
    i += c.size;
  }
  return id.empty() ? "section" : id;
}

}  // namespace

bool HeadingIds::reserve(std::string id) {
  return taken_.insert(std::move(id)).second;
}

std::string HeadingIds::make(std::string_view text) {
  const std::string base = from_text(text);
  if (taken_.insert(base).second) return base;
  for (int& number = next_[base];;) {
    std::string id = base + '-' + std::to_string(++number);
    if (taken_.insert(id).second) return id;
  }
}

std::size_t find_explicit_id(std::string_view text) {
  if (text.empty() || text.back() != '}') return std::string_view::npos;
  const std::size_t begin = text.rfind("{#");
  if (begin == std::string_view::npos || begin + 3 >= text.size()) return std::string_view::npos;
  const std::string_view id = text.substr(begin + 2, text.size() - begin - 3);
  return id.find_first_of(" \t{}#\"'<>&`%\\/?") == std::string_view::npos ? begin : std::string_view::npos;
}

}  // namespace shirube::parse
