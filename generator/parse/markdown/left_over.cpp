#include "parse/markdown/left_over.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "source/unicode.h"

namespace shirube::parse {

namespace {

using diagnostic::Kind;
using source::SourceRange;

// LABEL of `[LABEL]:`; empty if the line is not a definition.
std::string_view label_of(std::string_view line) {
  const std::size_t end = line.find("]:");
  if (!line.starts_with('[') || end == std::string_view::npos) return {};
  const std::string_view label = line.substr(1, end - 1);
  return label.find_first_of("[]") == std::string_view::npos ? label : std::string_view();
}

// Whether `[label]` is anywhere but at the start of its definition.
bool is_used(std::string_view folded_body, std::string_view label) {
  const std::string wanted = "[" + source::fold_case(label) + "]";
  for (std::size_t at = folded_body.find(wanted); at != std::string_view::npos;
       at = folded_body.find(wanted, at + wanted.size())) {
    if (folded_body.substr(at + wanted.size(), 1) != ":") return true;
  }
  return false;
}

}  // namespace

void report_left_over(PageReading& page, const model::Document& document, std::vector<SourceRange> silent) {
  for (const model::Block& block : document.blocks) silent.push_back(block.range);
  for (const model::Footnote& note : document.footnotes) silent.push_back(note.range);
  std::sort(silent.begin(), silent.end(), [](const SourceRange& a, const SourceRange& b) { return a.begin < b.begin; });
  std::string folded;
  std::size_t next = 0;
  std::uint32_t covered = 0;  // up to here
  constexpr std::size_t most_looked_for = 200;
  std::size_t looked_for = 0;
  for (int number = 1; number <= page.text.line_count(); ++number) {
    const std::uint32_t start = page.text.line_start(number);
    const std::uint32_t end = page.text.line_end(number);
    for (; next < silent.size() && silent[next].begin < std::max(end, start + 1); ++next) {
      covered = std::max(covered, silent[next].end);
    }
    if (covered > start) continue;
    const std::string_view line = page.text.line(number);
    const std::size_t indent = line.find_first_not_of(' ');
    if (indent == std::string_view::npos || indent > 3) continue;
    const std::string_view label = label_of(line.substr(indent));
    if (label.empty()) continue;
    const SourceRange range = page.text.lines(number, number);
    if (label.starts_with('^')) {
      page.sink.report(Kind::unused_footnote, range, {std::string(label.substr(1))});
      continue;
    }
    if (++looked_for > most_looked_for) continue;
    if (folded.empty()) folded = source::fold_case(page.text.body());
    if (!is_used(folded, label)) page.sink.report(Kind::unused_definition, range, {std::string(label)});
  }
}

}  // namespace shirube::parse
