#include "model/document.h"

namespace shirube::model {

namespace {

void append_text(std::string& out, const Inlines& inlines);

struct Appender {
  std::string& out;

  void operator()(const Text& text) const { out += text.text; }
  void operator()(const SoftBreak& line_end) const {
    if (!line_end.joins) out += ' ';
  }
  void operator()(const LineBreak&) const { out += ' '; }
  void operator()(const Code& code) const { out += code.text; }
  void operator()(const Ruby& ruby) const { out += ruby.base; }
  void operator()(const Emphasis& emphasis) const { append_text(out, emphasis.children); }
  void operator()(const Strong& strong) const { append_text(out, strong.children); }
  void operator()(const Strikethrough& strikethrough) const { append_text(out, strikethrough.children); }
  void operator()(const Link& link) const { append_text(out, link.children); }
  void operator()(const Image& image) const { append_text(out, image.children); }
  void operator()(const Role& role) const { out += role.argument; }
  void operator()(const FootnoteReference&) const {}
  void operator()(const RawInline&) const {}
};

void append_text(std::string& out, const Inlines& inlines) {
  for (const Inline& each : inlines) std::visit(Appender{out}, each.value);
}

using VisitText = std::function<void(const Inlines&, const SourceRange&)>;

// Recursion is bounded: parse/markdown refuses deeper nesting than Limits::nesting.
void visit_text(const Blocks& blocks, const VisitText& visit) {
  for (const Block& block : blocks) {
    if (const auto* heading = std::get_if<Heading>(&block.value)) visit(heading->children, block.range);
    if (const auto* paragraph = std::get_if<Paragraph>(&block.value)) visit(paragraph->children, block.range);
    if (const auto* table = std::get_if<Table>(&block.value)) {
      for (const TableCell& cell : table->header) visit(cell.children, cell.range);
      for (const auto& row : table->rows) {
        for (const TableCell& cell : row) visit(cell.children, cell.range);
      }
    }
    for_each_inside(block, [&](const Blocks& inside) { visit_text(inside, visit); });
  }
}

}  // namespace

void for_each_text(const Document& document, const VisitText& visit) {
  visit_text(document.blocks, visit);
  for (const Footnote& note : document.footnotes) visit_text(note.children, visit);
}

std::string plain_text(const Inlines& inlines) {
  std::string out;
  append_text(out, inlines);
  return out;
}

}  // namespace shirube::model
