// The blocks of a page: cmark-gfm's tree as our own, with alerts, tasks, heading ids and directives.
#pragma once

#include <string>

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
  model::Blocks read_children(cmark_node* parent, int depth);
  void read_block(cmark_node* node, int depth, model::Blocks& blocks);
  void read_paragraph(cmark_node* node, model::Blocks& blocks);
  void read_heading(cmark_node* node, model::Blocks& blocks);
  void read_quote(cmark_node* node, int depth, model::Blocks& blocks);
  void read_list(cmark_node* node, int depth, model::Blocks& blocks);
  void read_code(cmark_node* node, model::Blocks& blocks);
  void read_directive_block(int first_line, const std::string& info, const std::string& body, source::SourceRange range,
                            model::Blocks& blocks);
  void read_table(cmark_node* node, model::Blocks& blocks);
  model::TableCell read_cell(cmark_node* node, int line, std::size_t& from);
  void read_raw_html(cmark_node* node, model::Blocks& blocks);
  void read_footnote(cmark_node* node, model::Document& document);

  ContentMap map_lines(cmark_node* node) const;
  source::SourceRange around(cmark_node* node, const model::Blocks& children) const;
  bool too_deep(cmark_node* node, int depth);

  PageReading& page_;
  const PageText& text_;
};

}  // namespace shirube::parse
