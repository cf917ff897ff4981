// The blocks of a page: cmark-gfm's tree as our own, with alerts, tasks, heading ids, directives and what folds.
#pragma once

#include <string>
#include <vector>

#include "parse/markdown/content_map.h"
#include "parse/markdown/heading_ids.h"
#include "parse/markdown/page_reading.h"

struct cmark_node;

namespace shirube::parse {

class BlockReader {
 public:
  explicit BlockReader(PageReading& page) : page_(page), text_(page.text) {}

  model::Document read(cmark_node* root);

 private:
  // Blocks while they are gathered; each level but the first is a <details> that is still open.
  struct Level {
    model::Blocks blocks;
    model::Details details;
    source::SourceRange opening;
    std::string html;  // of its opening
  };
  using Levels = std::vector<Level>;

  // Of all children of `parent`. Footnotes are at the top only, where `document` takes them.
  model::Blocks read_children(cmark_node* parent, int depth, model::Document* document = nullptr);
  void read_block(cmark_node* node, int depth, model::Blocks& blocks);
  void read_paragraph(cmark_node* node, model::Blocks& blocks);
  void read_heading(cmark_node* node, model::Blocks& blocks);
  void report_alert_text(const model::Block& first);
  void read_quote(cmark_node* node, int depth, model::Blocks& blocks);
  void read_list(cmark_node* node, int depth, model::Blocks& blocks);
  void read_code(cmark_node* node, model::Blocks& blocks);
  void read_directive_block(int first_line, const std::string& info, const std::string& body, source::SourceRange range,
                            model::Blocks& blocks);
  void read_table(cmark_node* node, model::Blocks& blocks);
  void report_extra_cells(int line, std::size_t from, int columns);
  model::TableCell read_cell(cmark_node* node, int line, std::size_t& from);
  void read_html(cmark_node* node, int depth, Levels& levels);
  void read_comment(const std::string& html, source::SourceRange range);
  void read_raw_html(std::string html, source::SourceRange range, model::Blocks& blocks);
  void open_details(cmark_node* node, int depth, const std::string& html, source::SourceRange range, Levels& levels);
  // Where raw HTML is allowed: what is not a fold of ours; `end` closes it.
  void leave_as_html(const char* end, Levels& levels);
  void close_details(std::uint32_t end, Levels& levels);
  void read_footnote(cmark_node* node, model::Document& document);

  ContentMap map_lines(cmark_node* node) const;
  source::SourceRange around(cmark_node* node, const model::Blocks& children) const;
  bool too_deep(cmark_node* node, int depth);

  PageReading& page_;
  const PageText& text_;
  std::vector<source::SourceRange> silent_;  // of the top level: not shown on purpose, or reported
};

}  // namespace shirube::parse
