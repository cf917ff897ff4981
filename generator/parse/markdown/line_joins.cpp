#include "parse/markdown/line_joins.h"

#include <string_view>

#include "source/unicode.h"

namespace shirube::parse {

namespace {

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
  // What a term is called is in the text; what the other roles show is not known here.
  void visit(model::Role& role) {
    if (role.name == "term") {
      show(role.argument);
    } else {
      forget();
    }
  }
  void visit(model::FootnoteReference&) {}  // depends on what precedes it
  void visit(model::RawInline&) { forget(); }

  void show(const std::string& text) {
    if (text.empty()) return;
    if (pending_ != nullptr) {
      pending_->joins = source::joins_lines(last_, text);
      pending_ = nullptr;
    }
    last_ = text;
  }
  void forget() {
    pending_ = nullptr;
    last_ = {};
  }

  model::SoftBreak* pending_ = nullptr;
  std::string_view last_;  // what was shown before; lives in the tree
};

}  // namespace

void join_lines(model::Inlines& inlines) {
  Joiner().visit(inlines);
}

}  // namespace shirube::parse
