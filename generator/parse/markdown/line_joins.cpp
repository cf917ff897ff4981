#include "parse/markdown/line_joins.h"

#include "source/unicode.h"

namespace shirube::parse {

namespace {

bool joins_lines(char32_t c) {
  return source::is_japanese(c) || (c >= 0xFF61 && c <= 0xFF9F);
}

bool is_selector(char32_t c) {
  return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
}

class Joiner {
 public:
  void visit(model::Inlines& inlines) {
    for (model::Inline& each : inlines) {
      std::visit([this](auto& value) { visit(value); }, each.value);
    }
  }

 private:
  void visit(model::Text& text) { show(text.text); }
  void visit(model::Code& code) { show(code.text); }
  void visit(model::Ruby& ruby) { show(ruby.base); }
  void visit(model::SoftBreak& line_end) { pending_ = &line_end; }
  void visit(model::LineBreak&) { forget(); }
  void visit(model::Emphasis& emphasis) { visit(emphasis.children); }
  void visit(model::Strong& strong) { visit(strong.children); }
  void visit(model::Strikethrough& strikethrough) { visit(strikethrough.children); }
  void visit(model::Link& link) { visit(link.children); }
  void visit(model::Image&) { forget(); }
  // What a term is called stands in the text; what the other roles show is not known here.
  void visit(model::Role& role) {
    if (role.name == "term") {
      show(role.argument);
    } else {
      forget();
    }
  }
  void visit(model::FootnoteReference&) {}  // hangs on what stands before it
  void visit(model::RawInline&) { forget(); }

  void show(const std::string& text) {
    if (text.empty()) return;
    if (pending_ != nullptr) {
      pending_->joins = joins_lines(last_) && joins_lines(source::code_point_at(text, 0).value);
      pending_ = nullptr;
    }
    std::size_t end = text.size();
    source::CodePoint c = source::code_point_before(text, end);
    while (is_selector(c.value) && c.size < end) {
      end -= c.size;
      c = source::code_point_before(text, end);
    }
    last_ = c.value;
  }
  void forget() {
    pending_ = nullptr;
    last_ = 0;
  }

  model::SoftBreak* pending_ = nullptr;
  char32_t last_ = 0;
};

}  // namespace

void join_lines(model::Inlines& inlines) {
  Joiner().visit(inlines);
}

}  // namespace shirube::parse
