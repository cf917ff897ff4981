// figures, objectives, indicators.
#pragma once

#include <array>

#include "model/fields/head.h"

namespace shirube::model {

template <>
struct FieldsOf<Figure> {
  static constexpr std::string_view hook = "a figure is either given or computed, and its value is in its unit";
  static constexpr auto all = std::tuple{
      part(&Figure::head),
      field("label", &Figure::label, {.need = Need::required, .text = {"数字の名前", "what the number is"}, .example = "売上"}),
      own("unit", &Figure::unit, {.shown = true, .text = {"単位", "its unit"}, .example = "百万円"}),
      own("value", &Figure::value, {.shown = true, .text = {"値。formula とどちらか一つ。打った小数の桁がそのまま表示される", "the value, unless there is a `formula`; shown with the decimals that are typed"}, .example = "1250"}),
      own("formula", &Figure::formula, {.spelling = Spelling::word, .instead_of = "value", .text = {"ほかの数字からの計算式。名前の「-」は「_」と書く", "computed from other figures; write `_` for `-` in their ids"}, .example = "sales_2026 - cost_2026"}),
      own("decimals", &Figure::decimals, {.least = 0, .most = 6, .text = {"小数の桁数。書かなければ打ったとおり", "how many decimals are shown; as typed if left out"}, .example = "0"}),
      field("note", &Figure::note, {.text = {"補足", "a remark"}, .example = "2026年度の計画"}),
  };
};

template <>
struct ChoicesOf<ObjectiveLevel> {
  static constexpr auto all = std::to_array<Choice<ObjectiveLevel>>({
      {"company", ObjectiveLevel::company, {"会社", "company"}},
      {"organisation", ObjectiveLevel::organisation, {"組織", "organisation"}},
      {"section", ObjectiveLevel::section, {"課", "section"}},
      {"individual", ObjectiveLevel::individual, {"個人", "individual"}},
  });
};

template <>
struct FieldsOf<Addressees> {
  static constexpr auto all = std::tuple{
      field("organisation", &Addressees::organisations, {.text = {"組織（下の組織も含む）", "organisations, with all below them"}, .example = "[製造部]"}),
      field("job", &Addressees::jobs, {.text = {"職種", "jobs"}, .example = "[設計]"}),
      field("grade", &Addressees::grades, {.text = {"等級", "grades"}, .example = "[G3, G4]"}),
  };
};

template <>
struct FieldsOf<Measure> {
  static constexpr std::string_view hook = "a measure has words or an indicator";
  static constexpr auto all = std::tuple{
      field("text", &Measure::text, {.text = {"測るもの。indicator を書けば省ける", "what is measured, in words, unless there is an `indicator`"}, .example = "手順書の利用者数"}),
      field("indicator", &Measure::indicator, {.spelling = Spelling::id, .family = "indicators", .text = {"指標辞書の名前", "an indicator of the dictionary"}, .example = "reuse"}),
      field("target", &Measure::target, {.text = {"目標値と単位", "the target with its unit"}, .example = "3 件"}),
      field("deadline", &Measure::deadline, {.text = {"期限", "by when"}, .example = "期末"}),
  };
};

template <>
struct FieldsOf<Objective> {
  static constexpr auto all = std::tuple{
      part(&Objective::head),
      field("title", &Objective::title, {.need = Need::required, .text = {"目標", "the objective"}, .example = "引き継ぎに困らない部門になる"}),
      field("level", &Objective::level, {.need = Need::required, .text = {"どの段の目標か", "the level of the cascade"}, .example = "company"}),
      field("category", &Objective::category, {.text = {"分類（categories のどれか）", "one of `categories`"}, .example = "業務"}),
      field("owner", &Objective::owner, {.need = Need::required, .text = {"責任者の役割。個人名は書かない", "the role in charge, never a person's name"}, .example = "部長"}),
      field("parent", &Objective::parent, {.spelling = Spelling::id, .family = "objectives", .text = {"上位の目標", "the objective above"}, .example = "company-growth"}),
      field("for", &Objective::addressees, {.text = {"対象者。書かなければ全員", "whom it is meant for; everybody if left out"}, .example = "{grade: [G3]}"}),
      field("figures", &Objective::figures, {.spelling = Spelling::id, .family = "figures", .text = {"関係する数字", "figures that it is about"}, .example = "[sales]"}),
      field("measures", &Objective::measures, {.text = {"測り方", "how it is measured"}, .example = "[{text: 手順書の利用者数, target: 3 人}]"}),
      field("clearance", &Objective::clearance, {.text = {"社外に出す前に了承する人", "who agrees before something leaves the company"}, .example = "部長"}),
      field("ai", &Objective::ai, {.text = {"生成AIの使い方。四つの段を書く", "how generative AI is used, in four steps"}, .example = "{hypothesis: 案を出させる, trial: 試す, verification: 確かめる, feedback: 手順書に残す}"}),
      field("note", &Objective::note, {.text = {"補足", "a remark"}, .example = "二年かけて進める"}),
  };
};

template <>
struct ChoicesOf<Layer> {
  static constexpr auto all = std::to_array<Choice<Layer>>({
      {"outcome", Layer::outcome, {"成果", "outcome"}},
      {"operation", Layer::operation, {"業務", "operation"}},
      {"behaviour", Layer::behaviour, {"行動", "behaviour"}},
      {"mindset", Layer::mindset, {"意識", "state of mind"}},
  });
};
template <>
struct ChoicesOf<Direction> {
  static constexpr auto all = std::to_array<Choice<Direction>>({
      {"up", Direction::up, {"大きいほどよい", "more is better"}},
      {"down", Direction::down, {"小さいほどよい", "less is better"}},
  });
};
template <>
struct ChoicesOf<TargetKind> {
  static constexpr auto all = std::to_array<Choice<TargetKind>>({
      {"ratio", TargetKind::ratio, {"基準の何倍", "a multiple of the baseline"}},
      {"difference", TargetKind::difference, {"基準との差", "a difference to the baseline"}},
      {"absolute", TargetKind::absolute, {"値そのもの", "the value itself"}},
  });
};

template <>
struct FieldsOf<Target> {
  static constexpr std::string_view hook = "the unit fits the kind";
  static constexpr auto all = std::tuple{
      field("kind", &Target::kind, {.need = Need::essential, .text = {"何に対する目標か", "what the target is relative to"}, .example = "absolute"}),
      field("value", &Target::value, {.need = Need::essential, .text = {"目標値と単位", "the value with its unit"}, .example = "3 件"}),
      field("from", &Target::from, {.text = {"出発点の値（kind が absolute のとき）", "a stated start, for `absolute` targets"}, .example = "1 件"}),
  };
};

template <>
struct FieldsOf<Indicator> {
  static constexpr std::string_view hook = "without its unit nothing is compared with it";
  static constexpr auto all = std::tuple{
      part(&Indicator::head),
      field("label", &Indicator::label, {.need = Need::required, .text = {"指標の名前", "its name"}, .example = "再利用の件数"}),
      field("definition", &Indicator::definition, {.need = Need::required, .text = {"何をどう数えるか", "what is counted, and how"}, .example = "ほかの人が資料を使った回数"}),
      field("layer", &Indicator::layer, {.need = Need::required, .text = {"層", "its layer"}, .example = "behaviour"}),
      field("unit", &Indicator::unit, {.need = Need::required, .text = {"単位", "its unit"}, .example = "件"}),
      field("direction", &Indicator::direction, {.need = Need::required, .text = {"よくなる向き", "which way is better"}, .example = "up"}),
      field("frequency", &Indicator::frequency, {.need = Need::required, .text = {"測る頻度", "how often it is measured"}, .example = "毎週"}),
      field("data_source", &Indicator::data_source, {.need = Need::required, .text = {"取得元", "where the numbers come from"}, .example = "共有フォルダーの記録"}),
      field("owner", &Indicator::owner, {.text = {"測る人の役割", "the role that measures it"}, .example = "推進担当"}),
      field("baseline", &Indicator::baseline, {.text = {"いまの値と単位", "the present value with its unit"}, .example = "1 件"}),
      field("target", &Indicator::target, {.shown = true, .text = {"目標", "the target"}, .example = "{kind: absolute, value: 3 件}"}),
      field("note", &Indicator::note, {.text = {"補足", "a remark"}, .example = "四半期ごとに見直す"}),
  };
};

}  // namespace shirube::model
