// chains, bridges, kpi_trees.
#pragma once

#include <array>

#include "model/fields/head.h"

namespace shirube::model {

template <>
struct ChoicesOf<Certainty> {
  static constexpr auto all = std::to_array<Choice<Certainty>>({
      {"hypothesis", Certainty::hypothesis, {"仮説", "a hypothesis"}},
      {"verified", Certainty::verified, {"検証済み", "verified"}},
      {"refuted", Certainty::refuted, {"反証された", "refuted"}},
  });
};

template <>
struct FieldsOf<ChainStep> {
  static constexpr auto all = std::tuple{
      field("id", &ChainStep::id, {.need = Need::essential, .spelling = Spelling::id, .text = {"段階の名前", "the id of the step"}, .example = "write"}),
      field("label", &ChainStep::label, {.need = Need::required, .text = {"段階", "the step"}, .example = "手順を書く"}),
      field("note", &ChainStep::note, {.text = {"補足", "a remark"}, .example = "一枚に収める"}),
      field("indicator", &ChainStep::indicator, {.spelling = Spelling::id, .family = "indicators", .text = {"それがわかる指標", "the indicator by which it is seen"}, .example = "reuse"}),
  };
};
template <>
struct FieldsOf<ChainStage> {
  static constexpr auto all = std::tuple{
      field("id", &ChainStage::id, {.need = Need::essential, .spelling = Spelling::id, .text = {"まとまりの名前", "the id of the stage"}, .example = "work"}),
      field("label", &ChainStage::label, {.need = Need::required, .text = {"まとまり", "the stage"}, .example = "業務"}),
      field("steps", &ChainStage::steps, {.need = Need::required, .whole = true, .text = {"段階", "its steps"}, .example = "[{id: write, label: 手順を書く}]"}),
  };
};
template <>
struct FieldsOf<ChainArrow> {
  static constexpr std::string_view hook = "every arrow but a hypothesis names its evidence";
  static constexpr auto all = std::tuple{
      field("from", &ChainArrow::from, {.need = Need::essential, .spelling = Spelling::id, .text = {"出発の段階", "the step that it leaves"}, .example = "write"}),
      field("to", &ChainArrow::to, {.need = Need::essential, .spelling = Spelling::id, .text = {"到着の段階", "the step that it leads to"}, .example = "save"}),
      field("status", &ChainArrow::certainty, {.need = Need::essential, .text = {"確からしさ", "how certain it is"}, .example = "hypothesis"}),
      field("indicators", &ChainArrow::indicators, {.spelling = Spelling::id, .family = "indicators", .text = {"確かめるための指標", "indicators by which it can be tested"}, .example = "[reuse]"}),
      field("evidence", &ChainArrow::evidence, {.text = {"証拠のページかアドレス。仮説でなければ必ず書く", "a page or an address; required unless it is a hypothesis"}, .example = "index.md"}),
      field("note", &ChainArrow::note, {.text = {"補足", "a remark"}, .example = "二か月かかる"}),
  };
};
template <>
struct FieldsOf<Chain> {
  static constexpr auto all = std::tuple{
      part(&Chain::head),
      field("title", &Chain::title, {.need = Need::required, .text = {"題", "its title"}, .example = "手順書から時間へ"}),
      field("note", &Chain::note, {.text = {"補足", "a remark"}, .example = "まだ仮説である"}),
      field("stages", &Chain::stages, {.need = Need::required, .whole = true, .text = {"まとまり。左から右へ", "stages, one after the other"}, .example = "[{id: work, label: 業務, steps: [{id: write, label: 手順を書く}]}, {id: money, label: 成果, steps: [{id: save, label: 時間が空く}]}]"}),
      field("arrows", &Chain::arrows, {.need = Need::required, .whole = true, .text = {"矢印。戻る矢印は書けない", "arrows; none leads back"}, .example = "[{from: write, to: save, status: hypothesis, indicators: [reuse]}]"}),
  };
};

template <>
struct FieldsOf<BridgeRow> {
  static constexpr auto all = std::tuple{
      field("value", &BridgeRow::value, {.need = Need::required, .text = {"大切にすること", "the value"}, .example = "挑戦"}),
      field("leading", &BridgeRow::leading, {.need = Need::essential, .spelling = Spelling::id, .family = "indicators", .text = {"先に動く行動の指標", "an indicator of behaviour, which moves first"}, .example = "reuse"}),
      field("aspect", &BridgeRow::aspect, {.text = {"その何が見えるか", "what of the value it shows"}, .example = "挑戦の量"}),
      field("results", &BridgeRow::results, {.need = Need::required, .spelling = Spelling::id, .family = "indicators", .text = {"後から動く指標", "indicators that follow"}, .example = "[hours]"}),
      field("logic", &BridgeRow::logic, {.need = Need::required, .text = {"つながる理由", "why one leads to the other"}, .example = "試した数だけ手順が減る"}),
  };
};
template <>
struct FieldsOf<Bridge> {
  static constexpr auto all = std::tuple{
      part(&Bridge::head),
      field("title", &Bridge::title, {.need = Need::required, .text = {"題", "its title"}, .example = "行動から成果へ"}),
      field("note", &Bridge::note, {.text = {"補足", "a remark"}, .example = "毎期見直す"}),
      field("rows", &Bridge::rows, {.need = Need::required, .text = {"行", "the rows"}, .example = "[{value: 挑戦, leading: reuse, results: [hours], logic: 試した数だけ手順が減る}]"}),
  };
};

template <>
struct FieldsOf<KpiFormula> {
  static constexpr auto all = std::tuple{
      field("indicator", &KpiFormula::indicator, {.need = Need::essential, .spelling = Spelling::id, .family = "indicators", .text = {"計算される指標", "the indicator that is computed"}, .example = "hours"}),
      field("expression", &KpiFormula::formula, {.need = Need::essential, .text = {"ほかの指標からの計算式。「-」は「_」と書く", "over other indicators; write `_` for `-` in their ids"}, .example = "reuse * 2"}),
  };
};
template <>
struct FieldsOf<KpiLink> {
  static constexpr auto all = std::tuple{
      field("from", &KpiLink::from, {.need = Need::essential, .spelling = Spelling::id, .family = "indicators", .text = {"動かす指標", "the indicator that moves"}, .example = "reuse"}),
      field("to", &KpiLink::to, {.need = Need::essential, .spelling = Spelling::id, .family = "indicators", .text = {"動く指標", "the indicator that is moved"}, .example = "hours"}),
  };
};
template <>
struct FieldsOf<KpiTree> {
  static constexpr auto all = std::tuple{
      part(&KpiTree::head),
      field("title", &KpiTree::title, {.need = Need::required, .text = {"題", "its title"}, .example = "指標の木"}),
      field("formulas", &KpiTree::formulas, {.text = {"計算式でつながる指標", "indicators that are computed from others"}, .example = "[]"}),
      field("links", &KpiTree::links, {.text = {"動かすと考える関係", "which indicator is thought to move which"}, .example = "[{from: reuse, to: hours}]"}),
  };
};

}  // namespace shirube::model
