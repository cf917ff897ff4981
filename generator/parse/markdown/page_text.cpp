#include "parse/markdown/page_text.h"

#include <algorithm>

namespace shirube::parse {

PageText::PageText(std::string_view text, source::FileId file, std::uint32_t body_begin)
    : text_(text), file_(file), body_begin_(body_begin) {
  std::size_t at = body_begin;
  while (at < text.size()) {
    starts_.push_back(static_cast<std::uint32_t>(at));
    const std::size_t end = text.find_first_of("\r\n", at);
    if (end == std::string_view::npos) break;
    at = end + (text[end] == '\r' && end + 1 < text.size() && text[end + 1] == '\n' ? 2 : 1);
  }
}

std::uint32_t PageText::line_start(int number) const {
  if (number < 1) return body_begin_;
  if (number > line_count()) return static_cast<std::uint32_t>(text_.size());
  return starts_[static_cast<std::size_t>(number - 1)];
}

std::string_view PageText::line(int number) const {
  const std::uint32_t begin = line_start(number);
  std::uint32_t end = line_start(number + 1);
  while (end > begin && (text_[end - 1] == '\n' || text_[end - 1] == '\r')) --end;
  return text_.substr(begin, end - begin);
}

std::uint32_t PageText::line_end(int number) const {
  return line_start(number) + static_cast<std::uint32_t>(line(number).size());
}

source::SourceRange PageText::lines(int first, int last) const {
  last = std::max(first, std::min(last, line_count()));
  while (last > first && line(last).find_first_not_of(" \t") == std::string_view::npos) --last;
  const std::string_view end_line = line(last);
  const std::size_t end = end_line.find_last_not_of(" \t");
  const std::size_t begin = line(first).find_first_not_of(" \t");
  const std::uint32_t from =
      line_start(first) + static_cast<std::uint32_t>(begin == std::string_view::npos ? 0 : begin);
  const std::uint32_t to = line_start(last) + static_cast<std::uint32_t>(end == std::string_view::npos ? 0 : end + 1);
  return range(from, std::max(from, to));
}

}  // namespace shirube::parse
