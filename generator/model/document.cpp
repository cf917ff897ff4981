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

}  // namespace

std::string plain_text(const Inlines& inlines) {
  std::string out;
  append_text(out, inlines);
  return out;
}

}  // namespace shirube::model
