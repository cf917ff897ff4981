#include "render/html/svg/logic_chain.h"

#include <string>
#include <unordered_map>

#include "model/workbook_source.h"
#include "render/html/svg/chart_figure.h"
#include "render/html/views/record_table.h"
#include "render/html/views/views.h"

namespace shirube::render::html {
namespace {

LogicChain::State state_of(model::Certainty certainty) {
  if (certainty == model::Certainty::verified) return LogicChain::State::verified;
  return certainty == model::Certainty::refuted ? LogicChain::State::refuted : LogicChain::State::hypothesis;
}

std::string_view certainty_key(model::Certainty certainty) {
  switch (certainty) {
    case model::Certainty::hypothesis:
      return "arrow-hypothesis";
    case model::Certainty::verified:
      return "arrow-verified";
    case model::Certainty::refuted:
      break;
  }
  return "arrow-refuted";
}

std::string indicator_labels(const std::vector<model::Located<std::string>>& ids, const model::Records& records,
                             const Words& words) {
  std::string all;
  for (const auto& id : ids) {
    const model::Indicator* indicator = model::find_record(records.indicators, id.value);
    if (indicator != nullptr) all += (all.empty() ? "" : words["list-separator"]) + indicator->label;
  }
  return all.empty() ? "—" : all;
}

}  // namespace

std::string logic_chain(const model::Chain& chain, const model::Records& records,
                        const std::function<std::optional<PageLink>(const std::string&)>& see,
                        const ViewContext& context) {
  const Words& words = context.words;
  LogicChain drawing;
  drawing.title = chain.title;
  std::unordered_map<std::string, std::size_t> node_of;
  for (std::size_t stage = 0; stage < chain.stages.size(); ++stage) {
    drawing.stages.push_back(chain.stages[stage].label);
    for (const model::ChainStep& step : chain.stages[stage].steps) {
      node_of.emplace(step.id.value, drawing.nodes.size());
      const model::Indicator* indicator =
          step.indicator ? model::find_record(records.indicators, step.indicator->value) : nullptr;
      drawing.nodes.push_back({stage, step.label, indicator != nullptr ? indicator->label : step.note});
    }
  }
  for (const model::ChainArrow& arrow : chain.arrows) {
    drawing.arrows.push_back(
        {node_of.at(arrow.from.value), node_of.at(arrow.to.value), state_of(arrow.certainty), arrow.note});
  }
  Writer writer;
  writer.html(chart_figure(drawing, context.id + "-chart", words));
  if (!chain.note.empty()) writer.element("p", {{"class", "note"}}, chain.note);
  open_record_table(writer, "chain-table", context.id, words.with("chain-arrows", {chain.title}),
                    {words["chain-arrow"], words["chain-tested-by"], words["chain-state"], words["chain-evidence"]});
  for (std::size_t i = 0; i < chain.arrows.size(); ++i) {
    const model::ChainArrow& arrow = chain.arrows[i];
    const LogicChain::Arrow& drawn = drawing.arrows[i];
    writer.open("tr").element("th", {{"scope", "row"}},
                              drawing.nodes[drawn.from].label + " → " + drawing.nodes[drawn.to].label);
    writer.element("td", indicator_labels(arrow.indicators, records, words));
    writer.open("td").text(words[certainty_key(arrow.certainty)]);
    if (!arrow.note.empty()) writer.element("span", {{"class", "note"}}, arrow.note);
    writer.close().open("td");
    if (!arrow.evidence) {
      writer.text("—");
    } else if (const auto page = see(arrow.evidence->value)) {
      writer.element("a", {{"href", page->href}}, page->title);
    } else {
      writer.element("a", {{"href", arrow.evidence->value}}, arrow.evidence->value);
    }
    writer.close().close();
  }
  close_record_table(writer);
  return std::move(writer).take();
}

}  // namespace shirube::render::html
