#include "render/html/inline_text.h"

#include <type_traits>
#include <variant>

namespace shirube::render::html {
namespace {

// Empty: its page waits for approval.
const std::string& target_address(const model::ToAsset& asset) {
  return asset.path;
}
const std::string& target_address(const model::ToUrl& url) {
  return url.url;
}

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
          return target_address(target).empty() ? withheld_title(site, role.argument) : role.argument;
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
  void operator()(const model::Ruby& ruby) const { out += ruby.base; }
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

}  // namespace

std::string withheld_title(const model::Site& site, std::string_view argument) {
  if (argument.starts_with('/')) argument.remove_prefix(1);
  const auto found = site.withheld.find(std::string(argument.substr(0, argument.find('#'))));
  return found == site.withheld.end() ? std::string() : found->second;
}

std::string inline_text(const model::Inlines& inlines, const TextScope& scope) {
  std::string text;
  InlineText{text, scope}.children(inlines);
  return text;
}

}  // namespace shirube::render::html
