#include "model/shown_text.h"

#include <type_traits>
#include <variant>

namespace shirube::model {
namespace {

// Empty: its page waits for approval.
const std::string& target_address(const ToAsset& asset) {
  return asset.path;
}
const std::string& target_address(const ToUrl& url) {
  return url.url;
}

struct Scope {
  const CheckedSite& checked;
  PageId page;
};

std::string role_text(const Role& role, const Scope& scope) {
  const Site& site = scope.checked.site();
  return std::visit(
      [&](const auto& target) -> std::string {
        using Target = std::decay_t<decltype(target)>;
        if constexpr (std::is_same_v<Target, ToTerm>) {
          const Term& term = site.records.terms[target.index];
          return role.argument == term.head.id.value ? term.name.value : role.argument;
        } else if constexpr (std::is_same_v<Target, ToFigure>) {
          const Figure& figure = site.records.figures[target.index];
          return show({scope.checked.figure_value(target.index), figure.unit, {}}, figure.decimals);
        } else if constexpr (std::is_same_v<Target, ToResult>) {
          const Calculation& calculation = site.records.calculations[target.calculation];
          const auto& result = scope.checked.calculation_result(target.calculation, target.scenario);
          return show_value(result.value(target.line), line_format(calculation, target.line));
        } else if constexpr (std::is_same_v<Target, ToPage>) {
          for (const HeadingEntry& heading : site.page(target.page).parsed.headings) {
            if (!target.fragment.empty() && heading.id == target.fragment) return heading.text;
          }
          return site.page(target.page).parsed.front_matter.title.value;
        } else if constexpr (std::is_same_v<Target, ToWorkbook>) {
          return site.workbooks[target.index].title;
        } else {
          return target_address(target).empty() ? withheld_title(site, role.argument) : role.argument;
        }
      },
      scope.checked.resolution(scope.page, role.id));
}

struct InlineText {
  std::string& out;
  const Scope& scope;

  void operator()(const Text& text) const { out += text.text; }
  void operator()(const SoftBreak& line_end) const {
    if (!line_end.joins) out += ' ';
  }
  void operator()(const LineBreak&) const { out += ' '; }
  void operator()(const Code& code) const { out += code.text; }
  void operator()(const Ruby& ruby) const { out += ruby.base; }
  void operator()(const Emphasis& emphasis) const { children(emphasis.children); }
  void operator()(const Strong& strong) const { children(strong.children); }
  void operator()(const Strikethrough& struck) const { children(struck.children); }
  void operator()(const Link& link) const { children(link.children); }
  void operator()(const Image& image) const { children(image.children); }
  void operator()(const Role& role) const { out += role_text(role, scope); }
  void operator()(const FootnoteReference&) const {}
  void operator()(const RawInline&) const {}

  void children(const Inlines& inlines) const {
    for (const Inline& each : inlines) std::visit(*this, each.value);
  }
};

}  // namespace

std::string withheld_title(const Site& site, std::string_view argument) {
  if (argument.starts_with('/')) argument.remove_prefix(1);
  const auto found = site.withheld.find(std::string(argument.substr(0, argument.find('#'))));
  return found == site.withheld.end() ? std::string() : found->second;
}

std::string shown_text(const CheckedSite& site, PageId page, const Inlines& inlines) {
  std::string text;
  const Scope scope{site, page};
  InlineText{text, scope}.children(inlines);
  return text;
}

}  // namespace shirube::model
