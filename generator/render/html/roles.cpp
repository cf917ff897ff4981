#include "render/html/roles.h"

#include <type_traits>

#include "model/shown_text.h"
#include "render/html/href.h"
#include "render/html/writer.h"
#include "source/format.h"

namespace shirube::render::html {
namespace {

// A heading's text when the reference names one, else the page's title.
std::string target_title(const model::Site& site, const PageTree& tree, const model::ToPage& target) {
  if (!target.fragment.empty()) {
    for (const model::HeadingEntry& heading : site.page(target.page).parsed.headings) {
      if (heading.id == target.fragment) return heading.text;
    }
  }
  return tree.title(target.page);
}

void term(Writer& writer, const model::Term& term, const std::string& address, const std::string& argument) {
  // An id is never shown; a name or alias is shown as its author wrote it.
  const std::string& shown = argument == term.head.id.value ? term.name.value : argument;
  if (address.empty()) {
    writer.element("span", {{"class", "term"}, {"title", term.definition}}, shown);
  } else {
    writer.element("a", {{"class", "term"}, {"href", address}, {"title", term.definition}}, shown);
  }
}

// A number in the format of its line, with what it is as a title.
void result(Writer& writer, const model::Calculation& calculation, const model::ToResult& target,
            const expression::Value& value, const Words& words) {
  std::string title = model::line_label(calculation, target.line);
  if (target.scenario) {
    title = words.with("label-and-value", {calculation.scenarios[*target.scenario].label, title});
  }
  const std::string shown = model::show_value(value, model::line_format(calculation, target.line));
  if (const double* number = value.get<double>()) {
    writer.open("data", {{"class", "value"}, {"value", source::format("{}", *number)}, {"title", title}});
    writer.text(shown).close();
  } else {
    writer.element("span", {{"class", "value"}, {"title", title}}, shown);
  }
}

}  // namespace

std::string role_html(const model::CheckedSite& checked, const PageTree& tree, const Words& words, model::PageId page,
                      const Addresses& addresses, const model::Role& role) {
  const model::Site& site = checked.site();
  const model::Resolution& resolution = checked.resolution(page, role.id);
  const std::string address = addresses.href(resolution);
  Writer writer;
  std::visit(
      [&](const auto& target) {
        using Target = std::decay_t<decltype(target)>;
        if constexpr (std::is_same_v<Target, model::ToTerm>) {
          term(writer, site.records.terms[target.index], address, role.argument);
        } else if constexpr (std::is_same_v<Target, model::ToFigure>) {
          const model::Figure& figure = site.records.figures[target.index];
          const double value = checked.figure_value(target.index);
          writer.open("data", {{"class", "value"}, {"value", source::format("{}", value)}, {"title", figure.label}});
          writer.text(model::show(model::Quantity{value, figure.unit, {}}, figure.decimals)).close();
        } else if constexpr (std::is_same_v<Target, model::ToResult>) {
          result(writer, site.records.calculations[target.calculation], target,
                 checked.calculation_result(target.calculation, target.scenario).value(target.line), words);
        } else if constexpr (std::is_same_v<Target, model::ToPage>) {
          writer.element("a", {{"href", address}}, target_title(site, tree, target));
        } else if constexpr (std::is_same_v<Target, model::ToWorkbook>) {
          const model::WorkbookDefinition& workbook = site.workbooks[target.index];
          writer.open("a", {{"class", "download"}, {"href", address}, {"download", {}}}).text(workbook.title);
          writer.element("span", {{"class", "file-type"}}, words.with("file-type", {workbook.version.value})).close();
        } else if (address.empty()) {
          writer.text(model::withheld_title(site, role.argument));
        } else {
          writer.element("a", {{"href", address}}, role.argument);
        }
      },
      resolution);
  return std::move(writer).take();
}

}  // namespace shirube::render::html
