#include <string>

#include "expression/formula_name.h"
#include "render/html/views/formula_words.h"
#include "render/html/views/record_table.h"
#include "render/html/views/views.h"

namespace shirube::render::html {

std::string figures(const model::FiguresView& view, const model::Records& records,
                    const std::function<double(std::size_t)>& value, const ViewContext& context) {
  const Words& words = context.words;
  const auto label = [&](const std::string& name) {
    for (const model::Figure& figure : records.figures) {
      if (expression::name_in_formulas(figure.head.id.value) == name) return figure.label;
    }
    return name;
  };
  Writer writer;
  writer.open("dl", {{"class", "figures wide"}});
  for (const auto& id : view.ids) {
    for (std::size_t i = 0; i < records.figures.size(); ++i) {
      const model::Figure& figure = records.figures[i];
      if (figure.head.id.value != id.value) continue;
      writer.open("div", {{"class", "figure-card"}});
      writer.open("dt").text(figure.label).close();
      writer.open("dd", {{"class", "figure-value"}});
      writer.element("span", {{"class", "figure-number"}}, model::show(value(i), figure.decimals));
      if (!figure.unit.symbol.empty()) writer.element("span", {{"class", "figure-unit"}}, figure.unit.symbol);
      writer.close().open("dd", {{"class", "figure-marks"}});
      origin_badge(writer, figure.head.origin, words);
      if (figure.formula) {
        writer.text(" ").element("span", {{"class", "badge badge-computed"}}, words["computed"]);
      }
      writer.close();
      if (figure.formula) {
        writer.element("dd", {{"class", "figure-formula"}}, formula_words(*figure.formula, label));
      }
      if (!figure.note.empty()) writer.element("dd", {{"class", "note"}}, figure.note);
      writer.close();
    }
  }
  writer.close();
  return std::move(writer).take();
}

}  // namespace shirube::render::html
