// Blocks of HTML: comments, the borders of what folds, and raw HTML where a site allows it.
#include <cmark-gfm.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "parse/markdown/block_reader.h"
#include "parse/markdown/details.h"
#include "parse/markdown/emphasis_marks.h"

namespace shirube::parse {

using diagnostic::Kind;
using model::Blocks;

namespace {

// An unclosed comment goes to the end.
std::string without_comments(std::string_view html) {
  std::string rest;
  while (!html.empty()) {
    const std::size_t begin = std::min(html.find("<!--"), html.size());
    rest += html.substr(0, begin);
    html.remove_prefix(begin);
    const std::size_t end = html.size() < 4 ? std::string_view::npos : html.find("-->", 4);
    html.remove_prefix(end == std::string_view::npos ? html.size() : end + 3);
  }
  return rest;
}

}  // namespace

void BlockReader::read_html(cmark_node* node, int depth, Levels& levels) {
  std::string html = cmark_node_get_literal(node);
  strip_marks(html);
  const int first = cmark_node_get_start_line(node);
  const int lines = static_cast<int>(split_lines(html).size());
  source::SourceRange range = around(node, {});
  range.end = std::max(range.end, text_.lines(first, first + std::max(1, lines) - 1).end);
  if (html.find("<!--") != std::string::npos) {
    read_comment(html, range);
    html = without_comments(html);
    if (html.find_first_not_of(" \t\r\n") == std::string::npos) return;
  }
  const DetailsBorder border = read_details_border(html);
  using Border = DetailsBorder::Kind;
  const bool is_open = levels.size() > 1;
  if (border.kind == Border::opens) {
    open_details(node, depth, html, range, levels);
  } else if (border.kind == Border::summary && is_open && levels.back().blocks.empty() &&
             levels.back().details.summary.value.empty()) {
    levels.back().details.summary = {border.summary, range};
    levels.back().html += html;
  } else if (border.kind == Border::closes && is_open) {
    close_details(range.end, levels);
  } else if (border.kind == Border::none || page_.options.raw_html) {
    read_raw_html(std::move(html), range, levels.back().blocks);
  } else {
    range.end = std::min(range.end, std::max(range.begin + 1, text_.line_end(first)));
    page_.sink.report(border.kind == Border::closes ? Kind::details_stray : Kind::details_form, range);
  }
}

void BlockReader::open_details(cmark_node* node, int depth, const std::string& html, source::SourceRange range,
                               Levels& levels) {
  if (too_deep(node, depth + 1)) return;
  const DetailsBorder border = read_details_border(html);
  Level level;
  level.opening = range;
  level.html = html;
  const std::string_view written = text_.whole().substr(range.begin, range.end - range.begin);
  const std::size_t at = border.summary.empty() ? std::string_view::npos : written.find(border.summary);
  level.details.summary = {border.summary, range};
  if (at != std::string_view::npos) {
    level.details.summary.range.begin = range.begin + static_cast<std::uint32_t>(at);
    level.details.summary.range.end = level.details.summary.range.begin + static_cast<std::uint32_t>(border.summary.size());
  }
  levels.push_back(std::move(level));
}

void BlockReader::leave_as_html(const char* end, Levels& levels) {
  Level level = std::move(levels.back());
  levels.pop_back();
  Blocks& blocks = levels.back().blocks;
  blocks.push_back({level.opening, model::RawBlock{std::move(level.html)}});
  std::move(level.blocks.begin(), level.blocks.end(), std::back_inserter(blocks));
  if (*end != '\0') blocks.push_back({level.opening, model::RawBlock{end}});
}

void BlockReader::close_details(std::uint32_t end, Levels& levels) {
  if (levels.back().details.summary.value.empty() && page_.options.raw_html) {
    leave_as_html("</details>\n", levels);
    return;
  }
  Level level = std::move(levels.back());
  levels.pop_back();
  level.details.children = std::move(level.blocks);
  source::SourceRange range = level.opening;
  range.end = std::max(range.end, end);
  if (level.details.summary.value.empty()) {
    page_.sink.report(Kind::details_form, level.opening);
    return;
  }
  levels.back().blocks.push_back({range, std::move(level.details)});
}

void BlockReader::read_comment(const std::string& html, source::SourceRange range) {
  const std::size_t last = html.rfind("<!--");
  const std::size_t end = html.find("-->", last + 4);
  source::SourceRange place = range;
  if (end == std::string::npos) {
    place.end = std::min(place.end, place.begin + 4);
    page_.sink.report(Kind::comment_unclosed, place);
    return;
  }
  // In a block that a comment begins, the rest of its last line is no longer Markdown.
  if (html.find_first_not_of(" \t") != html.find("<!--") || page_.options.raw_html) return;
  const std::string rest = without_comments(html);
  const std::size_t begin = rest.find_first_not_of(" \t\r\n");
  if (begin == std::string::npos || rest[begin] == '<') return;
  std::string lost = rest.substr(begin, rest.find_last_not_of(" \t\r\n") + 1 - begin);
  place.begin = place.end - std::min(place.end - place.begin, static_cast<std::uint32_t>(lost.size()));
  page_.sink.report(Kind::comment_rest, place, {std::move(lost)});
}

void BlockReader::read_raw_html(std::string html, source::SourceRange range, Blocks& blocks) {
  if (page_.options.raw_html) {
    blocks.push_back({range, model::RawBlock{std::move(html)}});
    return;
  }
  const std::size_t first = html.find_first_not_of(" \t\r\n");
  if (first == std::string::npos || html[first] != '<') return;  // what follows a comment, which was reported
  const std::size_t line = text_.whole().substr(range.begin, range.end - range.begin).find_first_of("\r\n");
  if (line != std::string_view::npos) range.end = range.begin + static_cast<std::uint32_t>(std::max<std::size_t>(1, line));
  const std::string_view shown = text_.whole().substr(range.begin, range.end - range.begin);
  page_.sink.report(Kind::raw_html, range, {std::string(shown)});
}

}  // namespace shirube::parse
