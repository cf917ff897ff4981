// pilots, stories, gates.
#pragma once

#include <array>

#include "model/fields/strategy.h"

namespace shirube::model {

inline constexpr std::int64_t widest_scale = 100;
inline constexpr std::int64_t most_people = 100'000;
inline constexpr std::int64_t most_criteria = 12;  // all patterns of met and not met are looked at

template <>
struct FieldsOf<PilotIndicator> {
  static constexpr std::string_view hook = "most is above least";
  static constexpr auto all = std::tuple{
      field("id", &PilotIndicator::id, {.need = Need::essential, .spelling = Spelling::id, .family = "indicators", .text = {"指標辞書の名前。CSV の列名になる", "an indicator of the dictionary; the heading of its column in the CSV file"}, .example = "reuse"}),
      field("least", &PilotIndicator::least, {.text = {"あり得る最小の値（指標の単位で）", "the least possible value, in the indicator's unit"}, .example = "0"}),
      field("most", &PilotIndicator::most, {.text = {"あり得る最大の値", "the greatest possible value"}, .example = "40"}),
  };
};

template <>
struct FieldsOf<SurveyItem> {
  static constexpr auto all = std::tuple{
      field("id", &SurveyItem::id, {.need = Need::essential, .spelling = Spelling::id, .text = {"設問の名前", "the id of the question"}, .example = "q1"}),
      field("indicator", &SurveyItem::indicator, {.need = Need::essential, .spelling = Spelling::id, .family = "indicators", .text = {"どの指標の設問か", "the indicator that it measures"}, .example = "reuse"}),
      field("text", &SurveyItem::text, {.need = Need::required, .text = {"設問", "the question"}, .example = "資料だけで作業を始められる"}),
      field("reversed", &SurveyItem::reversed, {.need = Need::required, .text = {"true なら、賛成するほど指標が下がる", "`true`: agreeing lowers the indicator"}, .example = "false"}),
  };
};
template <>
struct FieldsOf<Survey> {
  static constexpr std::string_view hook = "the scale";
  static constexpr auto all = std::tuple{
      own("scale", &Survey::least, {.need = Need::essential, .least = 0, .most = widest_scale, .text = {"尺度の両端", "both ends of the scale"}, .example = "{least: 1, most: 5, least_label: そう思わない, most_label: そう思う}"}, Shape::own),
      field("items", &Survey::items, {.need = Need::required, .text = {"設問", "the questions"}, .example = "[{id: q1, indicator: reuse, text: 資料だけで作業を始められる, reversed: false}]"}),
      field("data", &Survey::data, {.spelling = Spelling::word, .text = {"回答の CSV（content からの場所）", "a CSV file of answers, from the content folder"}, .example = "records/survey.csv"}),
  };
};
template <>
struct FieldsOf<Observation> {
  static constexpr auto all = std::tuple{
      field("indicator", &Observation::indicator, {.need = Need::essential, .spelling = Spelling::id, .family = "indicators", .text = {"指標", "the indicator"}, .example = "reuse"}),
      field("before", &Observation::before, {.text = {"始める前の値", "values before the start"}, .example = "[3, 4]"}),
      field("after", &Observation::after, {.text = {"始めた後の値", "values after the start"}, .example = "[6, 7]"}),
      field("evidence", &Observation::evidence, {.need = Need::required, .text = {"出どころ", "where the numbers come from"}, .example = "月次の記録"}),
  };
};
template <>
struct FieldsOf<Pilot> {
  static constexpr std::string_view hook = "people are codes, nobody is in both groups, and both numbers of weeks are given";
  static constexpr auto all = std::tuple{
      part(&Pilot::head),
      field("title", &Pilot::title, {.need = Need::required, .text = {"試行の名前", "the pilot"}, .example = "四週間の試行"}),
      field("note", &Pilot::note, {.text = {"補足", "a remark"}, .example = "参加は希望者"}),
      field("fictional", &Pilot::fictional, {.text = {"true なら、作った例として示す", "`true`: made-up numbers, shown as an example"}, .example = "false"}),
      own("people", &Pilot::people, {.need = Need::required, .text = {"参加者の記号（A、P01 など）。名前は書かない", "codes of the people who take part (A, P01), never names"}, .example = "[A, B, C, D, E]"}),
      own("comparison", &Pilot::comparison, {.need = Need::required, .text = {"比べる人の記号。いなければ none", "codes of the people to compare with, or `none`"}, .example = "none"}, Shape::own),
      own("weeks", &Pilot::weeks_during, {.need = Need::required, .text = {"前の週数と期間の週数", "how many weeks before the start, and how many it lasts"}, .example = "{before: 1, during: 4}"}, Shape::own),
      field("indicators", &Pilot::indicators, {.shown = true, .text = {"毎週測る指標", "indicators that are measured every week"}, .example = "[{id: reuse, least: 0}]"}),
      field("data", &Pilot::data, {.spelling = Spelling::word, .text = {"毎週の値の CSV（content からの場所）", "a CSV file of the weekly values, from the content folder"}, .example = "records/weekly.csv"}),
      field("survey", &Pilot::survey, {.text = {"前後のアンケート", "questions that are asked before and after"}, .example = "{scale: {least: 1, most: 5, least_label: そう思わない, most_label: そう思う}, items: [{id: q1, indicator: reuse, text: 資料だけで作業を始められる, reversed: false}]}"}),
      field("observations", &Pilot::observations, {.text = {"一人ひとりに分けられない数字", "numbers that belong to no single person"}, .example = "[{indicator: reuse, before: [3, 4], after: [6, 7], evidence: 月次の記録}]"}),
      field("smallest_group", &Pilot::smallest_group, {.least = 3, .most = 1000, .text = {"これより少ない人数の値は見せない", "values of fewer people are not shown"}, .example = "5"}),
  };
};

template <>
struct FieldsOf<Story> {
  static constexpr auto all = std::tuple{
      part(&Story::head),
      field("pilot", &Story::pilot, {.need = Need::essential, .spelling = Spelling::id, .family = "pilots", .text = {"どの試行の事例か", "the pilot that it comes from"}, .example = "first-pilot"}),
      field("title", &Story::title, {.need = Need::required, .text = {"題", "its title"}, .example = "質問が半分になった"}),
      field("situation", &Story::situation, {.need = Need::required, .text = {"状況", "the situation"}, .example = "同じ質問が毎日来ていた"}),
      field("action", &Story::action, {.need = Need::required, .text = {"したこと", "what was done"}, .example = "答えを一枚にまとめた"}),
      field("result", &Story::result, {.need = Need::required, .text = {"結果", "what came of it"}, .example = "質問が週10件から5件になった"}),
      field("conditions", &Story::conditions, {.need = Need::required, .text = {"まねるのに要るもの", "what others need to repeat it"}, .example = "質問を一か月記録しておく"}),
      field("evidence", &Story::evidence, {.need = Need::required, .text = {"証拠", "the evidence"}, .example = "質問の記録"}),
  };
};

template <>
struct ChoicesOf<Verdict> {
  static constexpr auto all = std::to_array<Choice<Verdict>>({
      {"expand", Verdict::expand, {"拡張", "expand"}},
      {"continue", Verdict::proceed, {"継続", "continue"}},
      {"pivot", Verdict::pivot, {"方向転換", "pivot"}},
      {"stop", Verdict::stop, {"中止", "stop"}},
  });
};
template <>
struct FieldsOf<VerdictRule> {
  static constexpr auto all = std::tuple{
      field("verdict", &VerdictRule::verdict, {.need = Need::essential, .text = {"判定", "the verdict"}, .example = "expand"}),
      field("least_met", &VerdictRule::least_met, {.need = Need::essential, .least = 0, .most = most_criteria, .text = {"満たすべき条件の数", "how many criteria have to be met"}, .example = "1"}),
      field("also", &VerdictRule::also, {.spelling = Spelling::id, .text = {"必ず満たすべき条件", "criteria that have to be met in any case"}, .example = "[reuse]"}),
      field("next", &VerdictRule::next, {.need = Need::required, .text = {"そのとき次にすること", "what is done then"}, .example = "三つの部門に広げる"}),
  };
};

template <>
struct FieldsOf<Condition> {
  static constexpr std::string_view hook = "either an indicator or an expression, and a threshold that can be checked";
  static constexpr auto all = std::tuple{
      field("label", &Condition::label, {.text = {"条件の見出し（all・any の中で）", "its name, within `all` or `any`"}, .example = "再利用が増えた"}),
      own("indicator", &Condition::indicator, {.spelling = Spelling::id, .family = "indicators", .text = {"指標。expression とどちらか一つ", "an indicator, unless there is an `expression`"}, .example = "reuse"}),
      own("expression", &Condition::formula, {.spelling = Spelling::word, .text = {"結果からの計算式", "a formula over the results"}, .example = "reuse.after - reuse.before"}),
      own("baseline", &Condition::baseline, {.text = {"何と比べるか", "what it is compared with"}, .example = "直近3か月の平均"}),
      own("threshold", &Condition::threshold, {.need = Need::essential, .text = {"しきい値。一つの数と単位、または {figure: 戦略の数字の名前}", "the threshold: one number with its unit, or `{figure: id}`"}, .example = "3 件"}, Shape::own),
      own("direction", &Condition::direction, {.text = {"よくなる向き。expression のとき必ず書く", "which way is better; required with an `expression`"}, .example = "up"}),
      own("least_people", &Condition::least_people, {.least = 1, .most = most_people, .text = {"最少の人数", "of how many people at least"}, .example = "5"}),
      own("evidence", &Condition::evidence, {.need = Need::required, .text = {"証拠", "the evidence"}, .example = "毎週の記録"}),
  };
};
template <>
struct FieldsOf<Criterion> {
  static constexpr std::string_view hook = "one condition in its own fields, or several in `all` or `any`";
  using AlsoOf = Condition;
  static constexpr auto all = std::tuple{
      field("id", &Criterion::id, {.need = Need::essential, .spelling = Spelling::id, .text = {"条件の名前", "the id of the criterion"}, .example = "reuse"}),
      field("label", &Criterion::label, {.need = Need::required, .text = {"条件", "the criterion"}, .example = "再利用が増えた"}),
      field("note", &Criterion::note, {.text = {"補足", "a remark"}, .example = "四週目の値で見る"}),
      field("counts", &Criterion::counts, {.text = {"false なら、満たした数に数えない", "`false`: not counted among those that are met"}, .example = "true"}),
      own("all", &Criterion::conditions, {.text = {"すべて満たすべき条件。一つだけなら、その欄をここに直接書く", "conditions of which all have to be met; a single one has its fields here"}, .example = "[]"}),
      own("any", &Criterion::conditions, {.instead_of = "all", .text = {"どれか一つを満たせばよい条件", "conditions of which one has to be met"}, .example = "[]"}),
  };
};
template <>
struct FieldsOf<Gate> {
  static constexpr std::string_view hook = "not more criteria than can be tried out, and at least one of both lists";
  static constexpr auto all = std::tuple{
      part(&Gate::head),
      field("title", &Gate::title, {.need = Need::required, .text = {"題", "its title"}, .example = "試行の判定"}),
      field("note", &Gate::note, {.text = {"補足", "a remark"}, .example = "四週目に判定する"}),
      field("pilot", &Gate::pilot, {.need = Need::essential, .spelling = Spelling::id, .family = "pilots", .text = {"判定する試行", "the pilot that is judged"}, .example = "first-pilot"}),
      field("frozen_at", &Gate::frozen_at, {.spelling = Spelling::date, .text = {"条件を固めた日", "the day on which the criteria were fixed"}, .example = "2026-04-01"}),
      field("fingerprint", &Gate::fingerprint, {.spelling = Spelling::word, .text = {"固めた条件の指紋（check が教える）", "of the fixed criteria; `check` prints it"}, .example = "0123456789abcdef"}),
      field("criteria", &Gate::criteria, {.need = Need::required, .whole = true, .text = {"条件", "the criteria"}, .example = "[{id: reuse, label: 再利用が増えた, indicator: reuse, threshold: 3 件, evidence: 毎週の記録}, {id: more, label: さらに増えた, indicator: reuse, threshold: 6 件, evidence: 毎週の記録}, {id: everybody, label: 五人で確かめた, indicator: reuse, threshold: 1 件, least_people: 5, evidence: 毎週の記録}]"}),
      field("verdicts", &Gate::verdicts, {.need = Need::required, .whole = true, .text = {"判定。上から順に当てはめる", "the verdicts; the first that holds counts"}, .example = "[{verdict: expand, least_met: 3, next: 広げる}, {verdict: continue, least_met: 2, next: 続ける}, {verdict: pivot, least_met: 1, next: 変える}, {verdict: stop, least_met: 0, next: やめる}]"}),
  };
};

}  // namespace shirube::model
