#include "parse/markdown/content_map.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace shirube::parse {

namespace {

std::string_view trim_right(std::string_view text) {
  const std::size_t end = text.find_last_not_of(" \t");
  return text.substr(0, end == std::string_view::npos ? 0 : end + 1);
}

// Byte of the line at which `content` starts, given that it ends where the line ends.
std::optional<std::size_t> suffix_start(std::string_view line, std::string_view content) {
  if (line.ends_with(content)) return line.size() - content.size();
  const std::string_view short_line = trim_right(line);
  const std::string_view short_content = trim_right(content);
  if (short_line.ends_with(short_content)) return short_line.size() - short_content.size();
  return std::nullopt;
}

// Where a line of the content is in its line of the file.
struct Fit {
  std::size_t blanks = 0;  // spaces before it that are the rest of a tab, and no bytes of the file
  std::size_t start = 0;   // of what follows them
};

std::optional<Fit> fit(std::string_view line, std::string_view content) {
  if (const auto start = suffix_start(line, content)) return Fit{0, *start};
  const std::size_t blanks = std::min(content.find_first_not_of(' '), content.size());
  if (blanks == content.size()) return std::nullopt;
  const auto start = suffix_start(line, content.substr(blanks));
  return start ? std::optional(Fit{blanks, *start}) : std::nullopt;
}

}  // namespace

std::vector<std::string_view> split_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    while (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    lines.push_back(line);
  }
  return lines;
}

ContentMap ContentMap::of_lines(const PageText& page, std::string content, int first) {
  ContentMap map(page);
  map.text_ = std::move(content);
  const auto lines = split_lines(map.text_);
  const int count = static_cast<int>(lines.size());
  // Definitions of references before the text are gone from the content: look for the line where all fits.
  const auto fits = [&](int start) {
    for (int i = 0; i < count; ++i) {
      if (!fit(page.line(start + i), lines[static_cast<std::size_t>(i)])) return false;
    }
    return true;
  };
  int start = first;
  while (start + count <= page.line_count() + 1 && !fits(start)) ++start;
  if (start + count > page.line_count() + 1) start = first;
  map.first_line_ = start;
  map.last_line_ = std::max(start, start + count - 1);
  for (int i = 0; i < count; ++i) {
    const std::string_view content_line = lines[static_cast<std::size_t>(i)];
    const std::string_view line = page.line(start + i);
    const Fit place = fit(line, content_line).value_or(Fit{0, std::min(line.find_first_not_of(" \t>"), line.size())});
    const auto begin = static_cast<std::uint32_t>(content_line.data() - map.text_.data());
    const std::uint32_t line_start = page.line_start(start + i);
    map.pieces_.push_back(
        {begin, line_start + static_cast<std::uint32_t>(place.start - std::min(place.blanks, place.start))});
    if (place.blanks == 0) continue;
    map.pieces_.push_back(
        {begin + static_cast<std::uint32_t>(place.blanks), line_start + static_cast<std::uint32_t>(place.start)});
  }
  return map;
}

ContentMap ContentMap::of_heading(const PageText& page, std::string content, int line, std::size_t from) {
  ContentMap map(page);
  map.text_ = std::move(content);
  while (!map.text_.empty() && (map.text_.back() == '\n' || map.text_.back() == '\r')) map.text_.pop_back();
  map.first_line_ = map.last_line_ = line;
  const std::string_view source_line = page.line(line);
  std::size_t at = source_line.find(map.text_, std::min(from, source_line.size()));
  if (at == std::string_view::npos) at = std::min(from, source_line.size());
  map.pieces_.push_back({0, page.line_start(line) + static_cast<std::uint32_t>(at)});
  return map;
}

ContentMap ContentMap::of_cell(const PageText& page, std::string content, int line, std::size_t& from) {
  ContentMap map(page);
  map.text_ = std::move(content);
  map.first_line_ = map.last_line_ = line;
  const std::string_view row = page.line(line);
  const std::uint32_t base = page.line_start(line);
  std::size_t at = from;
  while (at < row.size() && (row[at] == ' ' || row[at] == '\t')) ++at;
  map.pieces_.push_back({0, base + static_cast<std::uint32_t>(std::min(at, row.size()))});
  for (std::size_t i = 0; i < map.text_.size() && at < row.size(); ++i, ++at) {
    if (map.text_[i] == '|' && row[at] == '\\') {
      ++at;
      map.pieces_.push_back({static_cast<std::uint32_t>(i), base + static_cast<std::uint32_t>(at)});
    }
  }
  while (at < row.size() && row[at] != '|') at += row[at] == '\\' ? 2 : 1;
  from = std::min(at + 1, row.size());
  return map;
}

std::uint32_t ContentMap::source(std::size_t at) const {
  if (pieces_.empty()) return page_->line_start(first_line_);
  auto after = std::upper_bound(pieces_.begin(), pieces_.end(), at,
                                [](std::size_t value, const Piece& piece) { return value < piece.content; });
  if (after != pieces_.begin()) --after;
  const auto offset = after->source + static_cast<std::uint32_t>(at) - after->content;
  return std::min(offset, static_cast<std::uint32_t>(page_->whole().size()));
}

source::SourceRange ContentMap::range(std::size_t begin, std::size_t end) const {
  const std::uint32_t from = source(begin);
  // The end belongs to the byte before it: the next one may be on another line.
  const std::uint32_t to = end > begin ? source(end - 1) + 1 : from;
  return page_->range(from, std::clamp(to, from, static_cast<std::uint32_t>(page_->whole().size())));
}

}  // namespace shirube::parse
