#include "render/search/page_text.h"

#include <type_traits>
#include <variant>

namespace shirube::render::search {
namespace {

std::string role_text(const model::Role& role, const TextScope& scope) {
  const model::Site& site = scope.site.site();
  return std::visit(
      [&](const auto& target) -> std::string {
        using Target = std::decay_t<decltype(target)>;
        if constexpr (std::is_same_v<Target, model::ToTerm>) {
          const model::Term& term = site.records.terms[target.index];
          return role.argument == term.head.id.value ? term.name.value : role.argument;
        } else if constexpr (std::is_same_v<Target, model::ToFigure>) {
          const model::Figure& figure = site.records.figures[target.index];
          return model::show({scope.site.figure_value(target.index), figure.unit, {}}, figure.decimals);
        } else if constexpr (std::is_same_v<Target, model::ToResult>) {
          const model::Calculation& calculation = site.records.calculations[target.calculation];
          const auto& result = scope.site.calculation_result(target.calculation, target.scenario);
          return model::show_value(result.value(target.line), model::line_format(calculation, target.line));
        } else if constexpr (std::is_same_v<Target, model::ToPage>) {
          for (const model::HeadingEntry& heading : site.page(target.page).parsed.headings) {
            if (!target.fragment.empty() && heading.id == target.fragment) return heading.text;
          }
          return scope.tree.title(target.page);
        } else if constexpr (std::is_same_v<Target, model::ToWorkbook>) {
          return site.workbooks[target.index].title;
        } else {
          return role.argument;
        }
      },
      scope.site.resolution(scope.page, role.id));
}

struct InlineText {
  std::string& out;
  const TextScope& scope;

  void operator()(const model::Text& text) const { out += text.text; }
  void operator()(const model::SoftBreak& line_end) const {
    if (!line_end.joins) out += ' ';
  }
  void operator()(const model::LineBreak&) const { out += ' '; }
  void operator()(const model::Code& code) const { out += code.text; }
  void operator()(const model::Emphasis& emphasis) const { children(emphasis.children); }
  void operator()(const model::Strong& strong) const { children(strong.children); }
  void operator()(const model::Strikethrough& struck) const { children(struck.children); }
  void operator()(const model::Link& link) const { children(link.children); }
  void operator()(const model::Image& image) const { children(image.children); }
  void operator()(const model::Role& role) const { out += role_text(role, scope); }
  void operator()(const model::FootnoteReference&) const {}
  void operator()(const model::RawInline&) const {}

  void children(const model::Inlines& inlines) const {
    for (const model::Inline& each : inlines) std::visit(*this, each.value);
  }
};

struct BlockText {
  std::string& out;
  const TextScope& scope;

  void operator()(const model::Heading& heading) const { append_text(out, heading.children, scope); }
  void operator()(const model::Paragraph& paragraph) const { append_text(out, paragraph.children, scope); }
  void operator()(const model::BlockQuote& quote) const { blocks(quote.children); }
  void operator()(const model::Alert& alert) const { blocks(alert.children); }
  void operator()(const model::List& list) const {
    for (const model::ListItem& item : list.items) blocks(item.children);
  }
  void operator()(const model::CodeBlock& code) const { append_part(out, code.text); }
  void operator()(const model::Table& table) const {
    row(table.header);
    for (const auto& cells : table.rows) row(cells);
  }
  void operator()(const model::ThematicBreak&) const {}
  void operator()(const model::RawBlock&) const {}
  void operator()(const model::Directive& directive) const { append_view_text(out, directive.view, scope.site); }

  void blocks(const model::Blocks& children) const {
    for (const model::Block& child : children) append_text(out, child, scope);
  }
  void row(const std::vector<model::TableCell>& cells) const {
    for (const model::TableCell& cell : cells) append_text(out, cell.children, scope);
  }
};

}  // namespace

void append_part(std::string& out, std::string_view part) {
  if (part.empty()) return;
  if (!out.empty()) out += ' ';
  out += part;
}

void append_text(std::string& out, const model::Inlines& inlines, const TextScope& scope) {
  std::string text;
  InlineText{text, scope}.children(inlines);
  append_part(out, text);
}

void append_text(std::string& out, const model::Block& block, const TextScope& scope) {
  std::visit(BlockText{out, scope}, block.value);
}

}  // namespace shirube::render::search
