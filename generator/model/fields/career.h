// exit_models, career_paths, crosswalk, assets, funnels, roles, proposals.
#pragma once

#include <array>
#include <limits>

#include "model/fields/head.h"

namespace shirube::model {

template <>
struct FieldsOf<CareerBacking> {
  static constexpr auto all = std::tuple{
      field("authority", &CareerBacking::authority, {.shown = true, .text = {"決めてよいこと", "what one may decide"}, .example = "[手順の変更]"}),
      field("support", &CareerBacking::support, {.shown = true, .text = {"会社が用意するもの", "what the company provides"}, .example = "[週2時間]"}),
      field("evidence", &CareerBacking::evidence, {.shown = true, .text = {"示せるもの", "what one can show"}, .example = "[公開した手順書]"}),
      field("mbo_examples", &CareerBacking::examples, {.shown = true, .text = {"目標の例", "goals as examples"}, .example = "[{id: handover-goal, title: 資料を二人が使える形にする, measures: 使った人 2名}]"}),
  };
};

template <>
struct FieldsOf<ExitModel> {
  static constexpr auto all = std::tuple{
      part(&ExitModel::head),
      field("name", &ExitModel::name, {.need = Need::required, .text = {"出口の名前", "the exit model"}, .example = "技術の相談役"}),
      field("summary", &ExitModel::summary, {.need = Need::required, .text = {"どんな働き方か", "what it is like"}, .example = "複数の部門に助言する"}),
      part(&ExitModel::backing),
      field("safeguard", &ExitModel::safeguard, {.text = {"歯止め", "what must not become of it"}, .example = "便利屋にしない"}),
  };
};

template <>
struct FieldsOf<Expectation> {
  static constexpr auto all = std::tuple{
      field("id", &Expectation::id, {.need = Need::essential, .spelling = Spelling::id, .text = {"期待の名前", "the id"}, .example = "explain"}),
      field("text", &Expectation::text, {.need = Need::required, .text = {"期待すること", "what is expected"}, .example = "設計の理由を説明できる"}),
      field("examples", &Expectation::examples, {.text = {"ほかの人が見てわかる例", "examples that somebody else can observe"}, .example = "[設計書に選ばなかった案が載る]"}),
  };
};
template <>
struct FieldsOf<CareerLevel> {
  static constexpr auto all = std::tuple{
      field("id", &CareerLevel::id, {.need = Need::essential, .spelling = Spelling::id, .text = {"段の名前", "the id of the level"}, .example = "l1"}),
      field("label", &CareerLevel::label, {.need = Need::required, .text = {"段", "the level"}, .example = "一人で進める"}),
      field("scope", &CareerLevel::scope, {.need = Need::required, .text = {"担う範囲", "what it covers"}, .example = "自分の担当"}),
      field("expectations", &CareerLevel::expectations, {.need = Need::required, .text = {"期待すること", "what is expected"}, .example = "[{id: explain, text: 設計の理由を説明できる, examples: [設計書に選ばなかった案が載る]}]"}),
  };
};
template <>
struct FieldsOf<CareerTransition> {
  static constexpr auto all = std::tuple{
      field("to", &CareerTransition::to, {.need = Need::essential, .spelling = Spelling::id, .family = "career_paths", .text = {"移る先の道", "the other path"}, .example = "manager"}),
      field("when", &CareerTransition::when, {.need = Need::required, .text = {"どんなとき", "when"}, .example = "人を育てたくなったとき"}),
      field("evidence", &CareerTransition::evidence, {.text = {"持っていけるもの", "what one takes along"}, .example = "教えた記録"}),
  };
};
template <>
struct FieldsOf<CareerPath> {
  static constexpr auto all = std::tuple{
      part(&CareerPath::head),
      field("name", &CareerPath::name, {.need = Need::required, .text = {"道の名前", "the path"}, .example = "技術の道"}),
      field("summary", &CareerPath::summary, {.need = Need::required, .text = {"どんな道か", "what it is"}, .example = "技術で部門を支える"}),
      field("fit", &CareerPath::fit, {.text = {"どんな人に向くか", "for whom"}, .example = "手を動かし続けたい人"}),
      part(&CareerPath::backing),
      field("levels", &CareerPath::levels, {.need = Need::required, .text = {"段。狭い範囲から広い範囲へ", "its levels, from the first to the widest"}, .example = "[{id: l1, label: 一人で進める, scope: 自分の担当, expectations: [{id: explain, text: 説明できる, examples: [設計書がある]}]}]"}),
      field("transitions", &CareerPath::transitions, {.text = {"ほかの道への移り方", "how one changes to another path"}, .example = "[]"}),
      field("safeguard", &CareerPath::safeguard, {.text = {"歯止め", "what must not become of it"}, .example = "相談だけの人にしない"}),
  };
};

template <>
struct ChoicesOf<CrosswalkStrength> {
  static constexpr auto all = std::to_array<Choice<CrosswalkStrength>>({
      {"main", CrosswalkStrength::main, {"主な出口", "the main exit"}},
      {"possible", CrosswalkStrength::possible, {"行ける出口", "a possible exit"}},
  });
};
template <>
struct FieldsOf<CrosswalkRow> {
  static constexpr auto all = std::tuple{
      field("path", &CrosswalkRow::path, {.need = Need::essential, .spelling = Spelling::id, .family = "career_paths", .text = {"道", "the path"}, .example = "engineer"}),
      field("model", &CrosswalkRow::model, {.need = Need::essential, .spelling = Spelling::id, .family = "exit_models", .text = {"出口", "the exit model"}, .example = "advisor"}),
      field("strength", &CrosswalkRow::strength, {.need = Need::essential, .text = {"つながりの強さ", "how strong the connection is"}, .example = "main"}),
  };
};

template <>
struct FieldsOf<Asset> {
  static constexpr auto all = std::tuple{
      part(&Asset::head),
      field("name", &Asset::name, {.need = Need::required, .text = {"たまるもの", "what accumulates"}, .example = "雛形"}),
      field("use", &Asset::use, {.need = Need::required, .text = {"後で何に使えるか", "what it is good for later"}, .example = "次の案件の出発点になる"}),
      field("shown", &Asset::shown, {.need = Need::required, .text = {"示し方", "how it is shown"}, .example = "[設計書]"}),
      field("safeguard", &Asset::safeguard, {.text = {"歯止め", "what has to be watched"}, .example = "顧客名を消す"}),
  };
};

template <>
struct FieldsOf<Funnel::Stage> {
  static constexpr auto all = std::tuple{
      field("id", &Funnel::Stage::id, {.need = Need::essential, .spelling = Spelling::id, .text = {"段の名前", "the id of the stage"}, .example = "written"}),
      field("label", &Funnel::Stage::label, {.need = Need::required, .text = {"段", "the stage"}, .example = "書いた"}),
      field("note", &Funnel::Stage::note, {.text = {"補足", "a remark"}, .example = "社内だけ"}),
      field("count", &Funnel::Stage::count, {.least = 0, .most = std::numeric_limits<std::int32_t>::max(), .text = {"数", "how many"}, .example = "10"}),
  };
};
template <>
struct FieldsOf<Funnel> {
  static constexpr auto all = std::tuple{
      part(&Funnel::head),
      field("title", &Funnel::title, {.need = Need::required, .text = {"題", "its title"}, .example = "書くから公開まで"}),
      field("note", &Funnel::note, {.text = {"補足", "a remark"}, .example = "四半期の数"}),
      field("unit", &Funnel::unit, {.text = {"数の単位", "what is counted"}, .example = "件"}),
      field("stages", &Funnel::stages, {.need = Need::required, .text = {"段。前の段の一部になる", "stages, each a part of the one before"}, .example = "[{id: written, label: 書いた, count: 10}, {id: public, label: 公開した, count: 2}]"}),
  };
};

template <>
struct FieldsOf<WorkRole> {
  static constexpr auto all = std::tuple{
      part(&WorkRole::head),
      field("name", &WorkRole::name, {.need = Need::required, .text = {"役割の名前", "the role"}, .example = "業務の設計"}),
      field("summary", &WorkRole::summary, {.need = Need::required, .text = {"何をするか", "what it does"}, .example = "仕事の流れを決める"}),
      field("deliverables", &WorkRole::deliverables, {.need = Need::required, .text = {"成果物", "what it delivers"}, .example = "[業務の図]"}),
      field("models", &WorkRole::models, {.spelling = Spelling::id, .family = "exit_models", .shown = true, .text = {"近い出口", "exit models near to it"}, .example = "[advisor]"}),
      field("paths", &WorkRole::paths, {.spelling = Spelling::id, .family = "career_paths", .shown = true, .text = {"つながる道", "career paths that it leads to"}, .example = "[engineer]"}),
  };
};

template <>
struct FieldsOf<Proposal> {
  static constexpr auto all = std::tuple{
      part(&Proposal::head),
      field("title", &Proposal::title, {.need = Need::required, .text = {"提案", "the proposal"}, .example = "手順書に一年の期限をつける"}),
      field("problem", &Proposal::problem, {.need = Need::required, .text = {"困っていること", "the problem"}, .example = "古い手順書が残る"}),
      field("idea", &Proposal::idea, {.need = Need::required, .text = {"考え", "the idea"}, .example = "一年で見直しを促す"}),
      field("ways", &Proposal::ways, {.text = {"やり方", "how it can be done"}, .example = "[月初めに一覧を出す]"}),
      field("effect", &Proposal::effect, {.text = {"見込まれる効果", "the expected effect"}, .example = "探す時間が減る"}),
      field("safeguard", &Proposal::safeguard, {.text = {"歯止め", "what has to be watched"}, .example = "削除はしない"}),
      field("mbo_examples", &Proposal::examples, {.shown = true, .text = {"目標の例", "goals as examples"}, .example = "[{id: review-goal, title: 手順書を見直す, measures: 見直した数 10件}]"}),
  };
};

}  // namespace shirube::model
