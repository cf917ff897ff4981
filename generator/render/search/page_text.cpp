#include "render/search/page_text.h"

#include <type_traits>
#include <variant>

namespace shirube::render::search {
namespace {

struct BlockText {
  std::string& out;
  const TextScope& scope;

  void operator()(const model::Heading& heading) const { append_text(out, heading.children, scope); }
  void operator()(const model::Paragraph& paragraph) const { append_text(out, paragraph.children, scope); }
  void operator()(const model::BlockQuote& quote) const { blocks(quote.children); }
  void operator()(const model::Alert& alert) const { blocks(alert.children); }
  void operator()(const model::Details& details) const {
    append_part(out, details.summary.value);
    blocks(details.children);
  }
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

void add_readings(std::string& out, const model::Inlines& inlines) {
  for (const model::Inline& each : inlines) {
    std::visit(
        [&](const auto& value) {
          if constexpr (std::is_same_v<std::remove_cvref_t<decltype(value)>, model::Ruby>) append_part(out, value.reading);
          if constexpr (requires { value.children; }) add_readings(out, value.children);
        },
        each.value);
  }
}

}  // namespace

void append_readings(std::string& out, const model::ParsedPage& page) {
  add_readings(out, page.title_with_ruby);
  model::for_each_text(page.document,
                       [&](const model::Inlines& inlines, const source::SourceRange&) { add_readings(out, inlines); });
}

void append_part(std::string& out, std::string_view part) {
  if (part.empty()) return;
  if (!out.empty()) out += ' ';
  out += part;
}

void append_text(std::string& out, const model::Inlines& inlines, const TextScope& scope) {
  append_part(out, html::inline_text(inlines, scope));
}

void append_text(std::string& out, const model::Block& block, const TextScope& scope) {
  std::visit(BlockText{out, scope}, block.value);
}

}  // namespace shirube::render::search
