#include "check/folded_text.h"

#include "source/unicode.h"

namespace shirube::check {

namespace {

// Marks of emphasis, and invisible characters.
bool is_silent(char32_t c) {
  return c == '*' || c == '`' || c == '~' || c == 0x200B || c == 0x200C || c == 0x200D || c == 0x2060 || c == 0xAD ||
         c == 0xFEFF;
}

bool is_latin(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

}  // namespace

FoldedText::FoldedText(std::string_view text) {
  text_.reserve(text.size());
  offsets_.reserve(text.size() + 1);
  const auto add = [&](std::string_view folded, std::size_t at) {
    text_ += folded;
    offsets_.insert(offsets_.end(), folded.size(), static_cast<std::uint32_t>(at));
  };
  for (std::size_t i = 0; i < text.size();) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c == '\n' || c == '\r') {
      // A line end within Japanese text is none for its reader; between Latin words it is a space.
      std::size_t next = i;
      while (next < text.size() && std::string_view("\n\r >").find(text[next]) != std::string_view::npos) ++next;
      const bool latin = !text_.empty() && is_latin(text_.back()) && next < text.size() &&
                         static_cast<unsigned char>(text[next]) < 0x80U;
      if (latin) add(" ", i);
      i = next;
    } else if (c < 0x80U) {
      if (!is_silent(c)) {
        const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : static_cast<char>(c);
        add(std::string_view(&lower, 1), i);
      }
      ++i;
    } else {
      std::size_t size = source::code_point_at(text, i).size;
      const char32_t value = source::code_point_at(text, i).value;
      // A half-width kana and its voicing mark are one character.
      if (value >= 0xFF66 && value <= 0xFF9D) {
        const auto mark = source::code_point_at(text, i + size);
        if (mark.value == 0xFF9E || mark.value == 0xFF9F) size += mark.size;
      }
      const std::string_view sign = text.substr(i, size);
      if (is_silent(value)) {
      } else if ((value >= 0x3041 && value <= 0x30FF) || (value >= 0x4E00 && value <= 0x9FFF)) {
        add(sign, i);
      } else {
        add(source::fold_case(source::to_nfkc(sign)), i);
      }
      i += size;
    }
  }
  offsets_.push_back(static_cast<std::uint32_t>(text.size()));
}

source::SourceRange FoldedText::range(std::size_t begin, std::size_t size, const source::SourceRange& whole) const {
  return {whole.file, whole.begin + offsets_[begin], whole.begin + offsets_[begin + size]};
}

bool FoldedText::is_whole(std::size_t begin, std::size_t end) const {
  const bool cut_before = is_latin(text_[begin]) && begin > 0 && is_latin(text_[begin - 1]);
  const bool cut_after = is_latin(text_[end - 1]) && end < text_.size() && is_latin(text_[end]);
  return !cut_before && !cut_after;
}

std::size_t FoldedText::find(std::string_view word, std::size_t from) const {
  if (word.empty()) return std::string::npos;
  for (std::size_t at = text_.find(word, from); at != std::string::npos; at = text_.find(word, at + 1)) {
    if (is_whole(at, at + word.size())) return at;
  }
  return std::string::npos;
}

std::string fold_word(std::string_view word) {
  return FoldedText(word).text();
}

}  // namespace shirube::check
