#include "parse/markdown/block_reader.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>

#include <algorithm>
#include <array>
#include <utility>

#include "diagnostic/suggestion.h"
#include "parse/directives.h"
#include "parse/markdown/emphasis_marks.h"
#include "parse/markdown/inline_reader.h"
#include "parse/markdown/left_over.h"
#include "parse/markdown/lookalikes.h"
#include "source/format.h"
#include "source/unicode.h"

namespace shirube::parse {

using diagnostic::Kind;
using model::Block;
using model::Blocks;

namespace {

constexpr std::array<std::string_view, 5> alert_names = {"NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"};

std::string unmarked(const char* text) {
  std::string result = text == nullptr ? "" : text;
  strip_marks(result);
  return result;
}

bool is_table(cmark_node* node) {
  return node != nullptr && std::string_view(cmark_node_get_type_string(node)) == "table";
}

int count_children(cmark_node* node) {
  int count = 0;
  for (cmark_node* child = cmark_node_first_child(node); child != nullptr; child = cmark_node_next(child)) ++count;
  return count;
}

// cmark-gfm gives a table the line of the paragraph that it grew from, which may be longer than the header.
int header_line(cmark_node* table) {
  cmark_node* row = cmark_node_next(cmark_node_first_child(table));
  return row != nullptr ? cmark_node_get_start_line(row) - 2 : cmark_node_get_end_line(table) - count_children(table);
}

// WORD of a first line `[!WORD]`.
std::string_view alert_word(std::string_view content) {
  std::string_view line = content.substr(0, content.find_first_of("\r\n"));
  while (!line.empty() && (line.back() == ' ' || line.back() == '\t')) line.remove_suffix(1);
  if (!line.starts_with("[!") || !line.ends_with("]") || line.size() < 4) return {};
  const std::string_view word = line.substr(2, line.size() - 3);
  return word.find_first_of("[] \t") == std::string_view::npos ? word : std::string_view{};
}

std::string hexadecimal(char32_t c) {
  return source::format("{:04X}", static_cast<std::uint32_t>(c));
}

std::string upper(std::string_view word) {
  std::string result(word);
  for (char& c : result) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return result;
}

// Spaces that a comment beside the text has left.
void trim(model::Inlines& inlines) {
  const auto text = [](model::Inline& one) { return std::get_if<model::Text>(&one.value); };
  while (!inlines.empty() && text(inlines.back()) != nullptr) {
    std::string& last = text(inlines.back())->text;
    while (!last.empty() && (last.back() == ' ' || last.back() == '\t')) {
      last.pop_back();
      --inlines.back().range.end;
    }
    if (!last.empty()) break;
    inlines.pop_back();
  }
  if (inlines.empty() || text(inlines.front()) == nullptr) return;
  std::string& first = text(inlines.front())->text;
  const std::size_t blanks = std::min(first.find_first_not_of(" \t"), first.size());
  first.erase(0, blanks);
  inlines.front().range.begin += static_cast<std::uint32_t>(blanks);
}

// `[ ] ` or `[x] ` at the start of an item's text.
std::optional<bool> task_state(std::string_view content) {
  if (content.size() < 4 || content[0] != '[' || content[2] != ']' || (content[3] != ' ' && content[3] != '\t')) {
    return std::nullopt;
  }
  if (content.find_first_not_of(" \t\r\n", 3) == std::string_view::npos) return std::nullopt;
  if (content[1] == 'x' || content[1] == 'X') return true;
  if (content[1] == ' ' || content[1] == '\t') return false;
  return std::nullopt;
}

// Takes `[ ] ` off the first text. False if the brackets turned out to be something else.
bool take_task_box(model::Inlines& inlines) {
  if (inlines.empty()) return false;
  auto* text = std::get_if<model::Text>(&inlines.front().value);
  if (text == nullptr || text->text.size() < 3 || text->text[0] != '[' || text->text[2] != ']') return false;
  const std::size_t end = std::min(text->text.find_first_not_of(" \t", 3), text->text.size());
  text->text.erase(0, end);
  inlines.front().range.begin += static_cast<std::uint32_t>(end);
  if (text->text.empty()) inlines.erase(inlines.begin());
  return true;
}

}  // namespace

bool BlockReader::too_deep(cmark_node* node, int depth) {
  if (depth <= page_.options.limits.nesting) return false;
  const int line = cmark_node_get_start_line(node);
  page_.give_up(Kind::limit_nesting, text_.lines(line, line), depth, page_.options.limits.nesting);
  return true;
}

source::SourceRange BlockReader::around(cmark_node* node, const Blocks& children) const {
  const int line = cmark_node_get_start_line(node);
  source::SourceRange range = text_.lines(line, line);
  const auto column = static_cast<std::uint32_t>(std::max(1, cmark_node_get_start_column(node)) - 1);
  range.begin = std::min(text_.line_start(line) + column, range.end);
  if (!children.empty()) range.end = std::max(range.end, children.back().range.end);
  return range;
}

model::Document BlockReader::read(cmark_node* root) {
  model::Document document;
  document.blocks = read_children(root, 0, &document);
  for (model::Footnote& note : document.footnotes) {
    if (note.number < page_.note_references.size()) note.references = page_.note_references[note.number];
  }
  if (!page_.given_up) report_left_over(page_, document, std::move(silent_));
  return document;
}

Blocks BlockReader::read_children(cmark_node* parent, int depth, model::Document* document) {
  Levels levels(1);
  for (cmark_node* node = cmark_node_first_child(parent); node != nullptr && !page_.given_up;
       node = cmark_node_next(node)) {
    const int inside = depth + static_cast<int>(levels.size()) - 1;
    const std::size_t before = levels.back().blocks.size();
    if (document != nullptr && cmark_node_get_type(node) == CMARK_NODE_FOOTNOTE_DEFINITION) {
      read_footnote(node, *document);
      continue;
    }
    const int first = cmark_node_get_start_line(node);
    int last = cmark_node_get_end_line(node);
    if (cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK) {
      last = first + static_cast<int>(split_lines(cmark_node_get_literal(node)).size()) - 1;
      read_html(node, inside, levels);
    } else {
      read_block(node, inside, levels.back().blocks);
    }
    if (document != nullptr && levels.back().blocks.size() <= before) {
      silent_.push_back(text_.lines(first, std::max(first, last)));
    }
  }
  while (levels.size() > 1) {
    const Level& open = levels.back();
    if (!page_.options.raw_html) {
      page_.sink.report(Kind::details_unclosed, open.opening);
      close_details(open.opening.end, levels);
      continue;
    }
    // As HTML it is closed somewhere else.
    leave_as_html("", levels);
  }
  return std::move(levels.front().blocks);
}

void BlockReader::read_block(cmark_node* node, int depth, Blocks& blocks) {
  const cmark_node_type type = cmark_node_get_type(node);
  if (is_table(node)) {
    read_table(node, blocks);
    return;
  }
  switch (type) {
    case CMARK_NODE_PARAGRAPH:
      read_paragraph(node, blocks);
      break;
    case CMARK_NODE_HEADING:
      read_heading(node, blocks);
      break;
    case CMARK_NODE_BLOCK_QUOTE:
      read_quote(node, depth + 1, blocks);
      break;
    case CMARK_NODE_LIST:
      read_list(node, depth + 1, blocks);
      break;
    case CMARK_NODE_CODE_BLOCK:
      read_code(node, blocks);
      break;
    case CMARK_NODE_THEMATIC_BREAK:
      blocks.push_back({around(node, {}), model::ThematicBreak{}});
      break;
    default:
      break;
  }
}

ContentMap BlockReader::map_lines(cmark_node* node) const {
  std::string content = unmarked(cmark_node_get_string_content(node));
  int first = cmark_node_get_start_line(node);
  // The paragraph that cmark-gfm splits off before a table has no place.
  if (is_table(cmark_node_next(node)) && cmark_node_get_type(node) == CMARK_NODE_PARAGRAPH) {
    const int header = header_line(cmark_node_next(node));
    const int lines = static_cast<int>(split_lines(content).size());
    if (first < 1 || first + lines > header) first = std::max(1, header - lines);
  }
  return ContentMap::of_lines(text_, std::move(content), std::max(1, first));
}

void BlockReader::read_paragraph(cmark_node* node, Blocks& blocks) {
  const ContentMap map = map_lines(node);
  model::Inlines inlines = InlineReader(page_, map).read(node);
  std::size_t end = map.text().find_last_not_of(" \t\r\n");
  end = end == std::string_view::npos ? 0 : end + 1;
  report_lookalike_lines(map, page_.sink);
  blocks.push_back({map.range(0, end), model::Paragraph{std::move(inlines)}});
}

void BlockReader::read_heading(cmark_node* node, Blocks& blocks) {
  const int line = cmark_node_get_start_line(node);
  const auto column = static_cast<std::size_t>(std::max(1, cmark_node_get_start_column(node)) - 1);
  model::Heading heading;
  heading.level = cmark_node_get_heading_level(node);
  const bool with_signs = text_.line(line).substr(std::min(column, text_.line(line).size())).starts_with('#');
  const ContentMap map = with_signs ? ContentMap::of_heading(text_, unmarked(cmark_node_get_string_content(node)), line,
                                                             column + static_cast<std::size_t>(heading.level))
                                    : map_lines(node);
  heading.children = InlineReader(page_, map).read(node);
  trim(heading.children);
  const source::SourceRange range = with_signs ? around(node, {}) : text_.lines(map.first_line(), map.last_line() + 1);
  if (!heading.children.empty()) {
    model::Inline& last = heading.children.back();
    auto* text = std::get_if<model::Text>(&last.value);
    const std::size_t id = text == nullptr ? std::string::npos : find_explicit_id(text->text);
    if (id != std::string::npos) {
      heading.id = text->text.substr(id + 2, text->text.size() - id - 3);
      last.range.end -= static_cast<std::uint32_t>(text->text.size() - id);
      text->text.resize(id);
      while (!text->text.empty() && (text->text.back() == ' ' || text->text.back() == '\t')) {
        text->text.pop_back();
        --last.range.end;
      }
      if (text->text.empty()) heading.children.pop_back();
    }
  }
  trim(heading.children);
  std::size_t end = map.text().find_last_not_of(" \t\r\n");
  end = end == std::string_view::npos ? 0 : end + 1;
  page_.page.headings.push_back({heading.level, heading.id, model::plain_text(heading.children), map.range(0, end)});
  blocks.push_back({range, std::move(heading)});
}

// > [!NOTE] words
void BlockReader::report_alert_text(const model::Block& first) {
  const auto* head = std::get_if<model::Paragraph>(&first.value);
  const auto* text = head == nullptr || head->children.empty() ? nullptr : std::get_if<model::Text>(&head->children.front().value);
  if (text == nullptr || !text->text.starts_with("[!")) return;
  const std::size_t end = std::min(text->text.find(']'), text->text.size());
  const std::string_view word = std::string_view(text->text).substr(2, end - 2);
  if (std::find(alert_names.begin(), alert_names.end(), upper(word)) == alert_names.end()) return;
  const source::SourceRange range = head->children.front().range;
  page_.sink.report(Kind::alert_text, {range.file, range.begin, range.begin + static_cast<std::uint32_t>(end + 1)},
                    {text->text.substr(0, end + 1)});
}

void BlockReader::read_quote(cmark_node* node, int depth, Blocks& blocks) {
  if (too_deep(node, depth)) return;
  cmark_node* first = cmark_node_first_child(node);
  std::string word;
  if (first != nullptr && cmark_node_get_type(first) == CMARK_NODE_PARAGRAPH) {
    word = alert_word(unmarked(cmark_node_get_string_content(first)));
  }
  Blocks children = read_children(node, depth);
  const source::SourceRange range = around(node, children);
  auto* head = children.empty() || word.empty() ? nullptr : std::get_if<model::Paragraph>(&children.front().value);
  auto* mark =
      head == nullptr || head->children.empty() ? nullptr : std::get_if<model::Text>(&head->children.front().value);
  if (word.empty() && !children.empty()) report_alert_text(children.front());
  if (mark == nullptr || mark->text != "[!" + word + "]") {
    blocks.push_back({range, model::BlockQuote{std::move(children)}});
    return;
  }
  const auto name = std::find(alert_names.begin(), alert_names.end(), upper(word));
  if (name == alert_names.end()) {
    source::SourceRange place = head->children.front().range;
    place = {place.file, place.begin + 2, place.end - 1};
    page_.sink.report(Kind::unknown_alert, place, {word})
        .suggest([&] { return diagnostic::near_miss(word, std::vector<std::string_view>(alert_names.begin(), alert_names.end())); });
    blocks.push_back({range, model::BlockQuote{std::move(children)}});
    return;
  }
  // The line of the mark, with its end.
  const bool more = head->children.size() > 1;
  head->children.erase(head->children.begin(), head->children.begin() + (more ? 2 : 1));
  if (head->children.empty()) {
    children.erase(children.begin());
  } else {
    children.front().range.begin = head->children.front().range.begin;
  }
  const auto kind = static_cast<model::AlertKind>(name - alert_names.begin());
  blocks.push_back({range, model::Alert{kind, std::move(children)}});
}

void BlockReader::read_list(cmark_node* node, int depth, Blocks& blocks) {
  if (too_deep(node, depth)) return;
  model::List list;
  list.ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
  list.start = static_cast<std::uint32_t>(std::max(0, cmark_node_get_list_start(node)));
  list.tight = cmark_node_get_list_tight(node) != 0;
  for (cmark_node* child = cmark_node_first_child(node); child != nullptr && !page_.given_up;
       child = cmark_node_next(child)) {
    model::ListItem item;
    cmark_node* first = cmark_node_first_child(child);
    std::optional<bool> task;
    if (first != nullptr && cmark_node_get_type(first) == CMARK_NODE_PARAGRAPH) {
      task = task_state(cmark_node_get_string_content(first));
    }
    item.children = read_children(child, depth);
    if (task && !item.children.empty()) {
      auto* paragraph = std::get_if<model::Paragraph>(&item.children.front().value);
      if (paragraph != nullptr && take_task_box(paragraph->children)) item.checked = task;
    }
    item.range = around(child, item.children);
    list.items.push_back(std::move(item));
  }
  source::SourceRange range = around(node, {});
  if (!list.items.empty()) range.end = std::max(range.end, list.items.back().range.end);
  blocks.push_back({range, std::move(list)});
}

void BlockReader::read_code(cmark_node* node, Blocks& blocks) {
  int length = 0, offset = 0;
  char sign = 0;
  model::CodeBlock code;
  code.fenced = cmark_node_get_fenced(node, &length, &offset, &sign) != 0;
  code.info = unmarked(cmark_node_get_fence_info(node));
  code.text = unmarked(cmark_node_get_literal(node));
  const int first = cmark_node_get_start_line(node);
  const int lines = static_cast<int>(std::count(code.text.begin(), code.text.end(), '\n'));
  source::SourceRange range = around(node, {});
  int last = first + (code.fenced ? lines : std::max(0, lines - 1));
  bool closed = !code.fenced;
  if (code.fenced) {
    std::string_view closing = text_.line(last + 1);
    const std::size_t begin = closing.find_first_not_of(" \t>");
    closing.remove_prefix(std::min(begin, closing.size()));
    const std::size_t size = std::min(closing.find_first_not_of(sign), closing.size());
    closed =
        size >= static_cast<std::size_t>(length) && closing.find_first_not_of(" \t", size) == std::string_view::npos;
    if (closed) ++last;
  }
  range.end = std::max(range.end, text_.lines(first, last).end);
  if (!code.fenced && code.text.starts_with("<!--")) {
    page_.sink.report(Kind::comment_unclosed, text_.lines(first, first));
    return;
  }
  const std::string fence(static_cast<std::size_t>(length), sign);
  if (code.fenced && code.info.find('{') != std::string::npos && code.info.front() != '{') {
    const auto blank = source::code_point_at(code.info, 0);
    if (blank.value >= 0x80 && source::is_white_space(blank.value)) {
      const source::SourceRange place = text_.lines(first, first);
      page_.sink.report(Kind::mark_blank, place, {fence, hexadecimal(blank.value)});
    }
  }
  if (code.fenced && code.info.starts_with("｛")) {
    page_.sink.report(Kind::mark_wide, text_.lines(first, first), {"｛", "{"});
  } else if (code.fenced && !closed && !code.info.starts_with('{') && last >= text_.line_count()) {
    page_.sink.report(Kind::fence_unclosed, text_.lines(first, first), {fence});
  }
  if (code.fenced && code.info.starts_with('{')) {
    if (!closed) {
      page_.sink.report(Kind::directive_unclosed, text_.lines(first, first), {code.info});
      return;
    }
    read_directive_block(first, code.info, code.text, range, blocks);
    return;
  }
  blocks.push_back({range, std::move(code)});
}

void BlockReader::read_directive_block(int first_line, const std::string& info, const std::string& body,
                                       source::SourceRange range, Blocks& blocks) {
  const std::string_view line = text_.line(first_line);
  const auto line_start = text_.line_start(first_line);
  const std::size_t brace = std::min(line.find('{'), line.size());
  const auto place = [&](std::size_t begin, std::size_t end) {
    return text_.range(line_start + static_cast<std::uint32_t>(begin), line_start + static_cast<std::uint32_t>(end));
  };
  const std::size_t end = info.find('}');
  if (end == std::string::npos) {
    page_.sink.report(Kind::directive_name, place(brace, line.size()), {info});
    return;
  }
  const std::string name = info.substr(1, end - 1);
  const std::size_t argument = info.find_first_not_of(" \t", end + 1);
  if (argument != std::string::npos) {
    const std::size_t begin = std::min(brace + argument, line.size());
    page_.sink.report(Kind::directive_argument, place(begin, std::min(begin + info.size() - argument, line.size())),
                      {name, info.substr(argument)});
    return;
  }
  YamlInput input;
  input.text = body;
  input.file = range.file;
  int number = first_line;
  for (const std::string_view body_line : split_lines(body)) {
    ++number;
    const std::uint32_t line_end = text_.line_end(number);
    const auto size = static_cast<std::uint32_t>(std::min(body_line.size(), text_.line(number).size()));
    input.line_offsets.push_back(line_end - size);
  }
  auto view = read_directive(name, place(brace + 1, brace + end), input, page_.sink);
  if (view) blocks.push_back({range, model::Directive{name, std::move(*view)}});
}

model::TableCell BlockReader::read_cell(cmark_node* node, int line, std::size_t& from) {
  const ContentMap map = ContentMap::of_cell(text_, unmarked(cmark_node_get_string_content(node)), line, from);
  return {InlineReader(page_, map, InlineReader::Holder::cell).read(node), map.range(0, map.text().size())};
}

// Cells beyond those of the head are gone from the library's tree.
void BlockReader::report_extra_cells(int line, std::size_t from, int columns) {
  std::string_view rest = text_.line(line);
  rest.remove_prefix(std::min(from, rest.size()));
  const std::size_t begin = rest.find_first_not_of(" \t|");
  if (begin == std::string_view::npos) return;
  const std::size_t end = rest.find_last_not_of(" \t|") + 1;
  const auto start = text_.line_start(line) + static_cast<std::uint32_t>(from);
  page_.sink.report(Kind::table_extra_cells,
                    text_.range(start + static_cast<std::uint32_t>(begin), start + static_cast<std::uint32_t>(end)),
                    {std::string(rest.substr(begin, end - begin)), std::to_string(columns)});
}

void BlockReader::read_table(cmark_node* node, Blocks& blocks) {
  model::Table table;
  const int columns = cmark_gfm_extensions_get_table_columns(node);
  const std::uint8_t* alignments = cmark_gfm_extensions_get_table_alignments(node);
  for (int i = 0; i < columns; ++i) {
    const char sign = static_cast<char>(alignments[i]);
    table.alignments.push_back(sign == 'l'   ? model::Alignment::left
                               : sign == 'c' ? model::Alignment::centre
                               : sign == 'r' ? model::Alignment::right
                                             : model::Alignment::none);
  }
  const int header = header_line(node);
  int line = header;
  for (cmark_node* row = cmark_node_first_child(node); row != nullptr && !page_.given_up; row = cmark_node_next(row)) {
    const bool is_header = cmark_gfm_extensions_get_table_row_is_header(row) != 0;
    if (!is_header) line = cmark_node_get_start_line(row);
    const std::string_view source_row = text_.line(line);
    std::size_t from = static_cast<std::size_t>(std::max(1, cmark_node_get_start_column(node)) - 1);
    if (!is_header || from > source_row.size())
      from = std::min(source_row.find_first_not_of(" \t>"), source_row.size());
    while (from < source_row.size() && (source_row[from] == ' ' || source_row[from] == '\t')) ++from;
    if (from < source_row.size() && source_row[from] == '|') ++from;
    std::vector<model::TableCell> cells;
    cells.reserve(static_cast<std::size_t>(columns));
    for (cmark_node* cell = cmark_node_first_child(row); cell != nullptr; cell = cmark_node_next(cell)) {
      cells.push_back(read_cell(cell, line, from));
    }
    cells.resize(static_cast<std::size_t>(columns));
    report_extra_cells(line, from, columns);
    if (is_header) {
      table.header = std::move(cells);
    } else {
      table.rows.push_back(std::move(cells));
    }
  }
  const int last = std::max(line, header + 1);
  source::SourceRange range = text_.lines(header, last);
  const auto column = static_cast<std::uint32_t>(std::max(1, cmark_node_get_start_column(node)) - 1);
  range.begin = std::max(range.begin, std::min(text_.line_start(header) + column, range.end));
  blocks.push_back({range, std::move(table)});
}

void BlockReader::read_footnote(cmark_node* node, model::Document& document) {
  model::Footnote note;
  note.number = static_cast<std::uint32_t>(document.footnotes.size() + 1);
  note.label = unmarked(cmark_node_get_literal(node));
  note.children = read_children(node, 1);
  note.range = around(node, note.children);
  const std::string_view line = text_.line(cmark_node_get_start_line(node));
  note.range.begin = text_.line_start(cmark_node_get_start_line(node)) +
                     static_cast<std::uint32_t>(std::min(line.find_first_not_of(" \t>"), line.size()));
  document.footnotes.push_back(std::move(note));
}

}  // namespace shirube::parse
