#include <array>
#include <string>
#include <unordered_set>
#include <vector>

#include "render/html/views/measured_words.h"
#include "render/html/views/record_table.h"
#include "render/html/views/views.h"

namespace shirube::render::html {
namespace {

constexpr std::array layers = {model::Layer::outcome, model::Layer::operation, model::Layer::behaviour,
                               model::Layer::mindset};

// The value to reach, where target and baseline together give one.
std::optional<model::Quantity> goal(const model::Indicator& indicator) {
  const model::Target& target = *indicator.target;
  if (!indicator.baseline || target.kind == model::TargetKind::absolute) return std::nullopt;
  const auto reached = model::judge(target, indicator.direction, indicator.baseline->value, std::nullopt).goal;
  if (!reached) return std::nullopt;
  return model::Quantity{*reached, indicator.unit, {}};
}

void row(Writer& writer, const model::Indicator& indicator, const ViewContext& context) {
  const Words& words = context.words;
  const bool up = indicator.direction == model::Direction::up;
  open_record_row(writer, indicator.label, indicator.head.origin, words);
  if (!indicator.definition.empty()) writer.element("p", {{"class", "note"}}, indicator.definition);
  if (!indicator.note.empty()) writer.element("p", {{"class", "note"}}, indicator.note);
  writer.close();
  writer.open("td", {{"class", "short"}, {"data-head", words["unit-and-direction"]}});
  writer.text(indicator.unit.symbol.empty() ? "—" : indicator.unit.symbol);
  writer.open("span", {{"class", "note"}});
  writer.element("span", {{"class", "direction"}, {"aria-hidden", "true"}}, up ? "↑" : "↓");
  writer.text(" ").text(words[up ? "direction-up" : "direction-down"]).close().close();
  writer.open("td", {{"data-head", words["frequency-and-source"]}}).text(indicator.frequency);
  writer.element("span", {{"class", "note"}}, indicator.data_source).close();
  writer.element("td", {{"class", "number"}, {"data-head", words["baseline"]}},
                 indicator.baseline ? model::show(*indicator.baseline) : "—");
  writer.open("td", {{"class", "number"}, {"data-head", words["target"]}});
  if (indicator.target) {
    writer.text(target_text(*indicator.target, words));
    if (const auto reached = goal(indicator)) {
      writer.element("span", {{"class", "note"}}, words.with("target-reached", {model::show(*reached)}));
    }
  } else {
    writer.text("—");
  }
  writer.close();
  writer.element("td", {{"data-head", words["owner"]}}, indicator.owner.empty() ? "—" : indicator.owner).close();
}

}  // namespace

std::string indicator_table(const model::IndicatorTableView& view, const model::Records& records,
                            const ViewContext& context) {
  const Words& words = context.words;
  std::unordered_set<std::string_view> wanted;
  for (const auto& id : view.ids) wanted.insert(id.value);
  Writer writer;
  for (const model::Layer layer : layers) {
    if (view.layer && view.layer->value != layer) continue;
    std::vector<const model::Indicator*> rows;
    for (const model::Indicator& indicator : records.indicators) {
      if (indicator.layer != layer) continue;
      if (!wanted.empty() && !wanted.contains(indicator.head.id.value)) continue;
      rows.push_back(&indicator);
    }
    if (rows.empty()) continue;
    const std::string name(layer_name(layer));
    open_record_table(writer, "indicator-table", context.id + "-" + name,
                      words.with("indicators-of-layer", {words["layer-" + name]}),
                      {words["indicator"], words["unit-and-direction"], words["frequency-and-source"],
                       words["baseline"], words["target"], words["owner"]});
    for (const model::Indicator* indicator : rows) row(writer, *indicator, context);
    close_record_table(writer);
  }
  std::string html = std::move(writer).take();
  if (!html.empty()) return html;
  return std::move(Writer().element("p", {{"class", "nothing"}}, words["nothing-yet"])).take();
}

}  // namespace shirube::render::html
