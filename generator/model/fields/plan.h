// plan, checklists, forms, risks, terms.
#pragma once

#include "model/fields/head.h"

namespace shirube::model {

inline constexpr std::int64_t most_plan_days = 3660;  // ten years
inline constexpr std::int64_t most_form_lines = 40;   // an A4 page

template <>
struct FieldsOf<PlanTask> {
  static constexpr auto all = std::tuple{
      field("id", &PlanTask::id, {.need = Need::essential, .spelling = Spelling::id, .text = {"作業の名前", "the id of the task"}, .example = "interview"}),
      field("title", &PlanTask::title, {.need = Need::required, .text = {"作業", "the task"}, .example = "困りごとを聞く"}),
      field("week", &PlanTask::week, {.least = 1, .most = (most_plan_days + 6) / 7, .text = {"計画の何週目か", "the week of the plan"}, .example = "1"}),
  };
};

template <>
struct FieldsOf<PlanIndicator> {
  static constexpr auto all = std::tuple{
      field("id", &PlanIndicator::id, {.need = Need::essential, .spelling = Spelling::id, .text = {"測るものの名前", "the id"}, .example = "interviews"}),
      field("label", &PlanIndicator::label, {.need = Need::required, .text = {"測るもの", "what is measured"}, .example = "聞き取りの人数"}),
      field("target", &PlanIndicator::target, {.need = Need::required, .text = {"目標。決まっていない値は ‹…› と書く", "the target in words; what is not decided as <name>"}, .example = "5人"}),
  };
};

template <>
struct FieldsOf<Phase> {
  static constexpr std::string_view hook = "the first and the last day";
  static constexpr auto all = std::tuple{
      field("id", &Phase::id, {.need = Need::essential, .spelling = Spelling::id, .text = {"フェーズの名前", "the id of the phase"}, .example = "a"}),
      field("title", &Phase::title, {.need = Need::required, .text = {"フェーズ", "the phase"}, .example = "準備"}),
      own("days", &Phase::first_day, {.need = Need::essential, .least = 1, .most = most_plan_days, .text = {"最初の日と最後の日（計画の何日目か）", "the first and the last day, counted from 1"}, .example = "[1, 30]"}, Shape::own),
      field("purposes", &Phase::purposes, {.text = {"目的", "what it is for"}, .example = "[現状を知る]"}),
      field("deliverables", &Phase::deliverables, {.text = {"残すもの", "what is left behind"}, .example = "[{id: list, title: 困りごとの一覧}]"}),
      field("tasks", &Phase::tasks, {.text = {"すること", "what is done"}, .example = "[{id: interview, title: 困りごとを聞く, week: 1}]"}),
      field("indicators", &Phase::indicators, {.text = {"測るもの", "what is measured"}, .example = "[{id: interviews, label: 聞き取りの人数, target: 5人}]"}),
      field("communication", &Phase::communication, {.text = {"伝えること", "what is communicated"}, .example = "[始める理由を全員に伝える]"}),
  };
};

template <>
struct FieldsOf<Plan> {
  static constexpr auto all = std::tuple{
      part(&Plan::head),
      field("title", &Plan::title, {.need = Need::required, .text = {"計画の名前", "the plan"}, .example = "はじめの30日"}),
      field("days", &Plan::days, {.need = Need::essential, .least = 1, .most = most_plan_days, .text = {"全部で何日か", "how many days it takes"}, .example = "30"}),
      field("scope", &Plan::scope, {.text = {"対象", "what it covers"}, .example = "[製造部]"}),
      field("phases", &Plan::phases, {.need = Need::required, .whole = true, .text = {"フェーズ。隙間も重なりもなく続ける", "phases, without gap or overlap"}, .example = "[{id: a, title: 準備, days: [1, 30]}]"}),
  };
};

template <>
struct FieldsOf<Checklist> {
  static constexpr auto all = std::tuple{
      part(&Checklist::head),
      field("title", &Checklist::title, {.need = Need::required, .text = {"題", "its title"}, .example = "引き継ぎの点検"}),
      field("note", &Checklist::note, {.text = {"補足", "a remark"}, .example = "期末に一度"}),
      field("items", &Checklist::items, {.need = Need::required, .text = {"項目", "the items"}, .example = "[{id: manual, title: 手順書がある}]"}),
  };
};

template <>
struct FieldsOf<Form::Field> {
  static constexpr auto all = std::tuple{
      field("id", &Form::Field::id, {.need = Need::essential, .spelling = Spelling::id, .text = {"欄の名前", "the id of the field"}, .example = "reason"}),
      field("label", &Form::Field::label, {.need = Need::required, .text = {"欄の見出し", "what the field asks for"}, .example = "理由"}),
      field("hint", &Form::Field::hint, {.text = {"書き方の手がかり", "a hint how to fill it in"}, .example = "事実と数字で"}),
      field("lines", &Form::Field::lines, {.least = 1, .most = most_form_lines, .text = {"書く行数", "how many lines there are to fill in"}, .example = "2"}),
      field("fixed", &Form::Field::fixed, {.text = {"はじめから入っている文。この欄は記入しない", "text that is there already; such a field is not filled in"}, .example = "製造部"}),
  };
};
template <>
struct FieldsOf<Form> {
  static constexpr auto all = std::tuple{
      part(&Form::head),
      field("title", &Form::title, {.need = Need::required, .text = {"様式の名前", "its title"}, .example = "申請書"}),
      field("note", &Form::note, {.text = {"補足", "a remark"}, .example = "一枚で出す"}),
      field("fields", &Form::fields, {.need = Need::required, .text = {"欄", "the fields"}, .example = "[{id: reason, label: 理由, lines: 2}]"}),
  };
};

template <>
struct FieldsOf<Risk> {
  static constexpr auto all = std::tuple{
      part(&Risk::head),
      field("plan", &Risk::plan, {.need = Need::essential, .spelling = Spelling::id, .family = "plan", .text = {"どの計画のリスクか", "the plan that it threatens"}, .example = "first-month"}),
      field("title", &Risk::title, {.need = Need::required, .text = {"リスク", "the risk"}, .example = "時間が取れない"}),
      field("sign", &Risk::sign, {.text = {"気づくきっかけ", "by what it is noticed"}, .example = "打ち合わせの延期が続く"}),
      field("response", &Risk::response, {.need = Need::required, .text = {"打ち手", "what is done about it"}, .example = "予定を先に押さえる"}),
      field("owner", &Risk::owner, {.text = {"見る人の役割", "the role that watches it"}, .example = "課長"}),
      field("probability", &Risk::probability, {.least = 1, .most = 5, .text = {"起こりやすさ（1〜5）", "1 to 5"}, .example = "3"}),
      field("impact", &Risk::impact, {.least = 1, .most = 5, .text = {"影響の大きさ（1〜5）", "1 to 5"}, .example = "2"}),
  };
};

template <>
struct FieldsOf<Term> {
  static constexpr std::string_view hook = "the reading is hiragana";
  static constexpr auto all = std::tuple{
      part(&Term::head),
      field("name", &Term::name, {.need = Need::essential, .text = {"用語", "the term"}, .example = "引き継ぎ"}),
      own("reading", &Term::reading, {.need = Need::required, .text = {"読み（ひらがな）", "its reading in hiragana"}, .example = "ひきつぎ"}),
      field("definition", &Term::definition, {.need = Need::required, .text = {"意味", "what it means"}, .example = "仕事を次の人に渡すこと"}),
      field("aliases", &Term::aliases, {.text = {"別の言い方", "other names of it"}, .example = "[申し送り]"}),
      field("avoid", &Term::avoid, {.text = {"使わない言い方", "names that are not used"}, .example = "[引継]"}),
      field("see", &Term::see, {.text = {"詳しいページ", "a page that says more"}, .example = "index.md"}),
  };
};

}  // namespace shirube::model
