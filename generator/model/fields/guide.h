// cycles, reviews, interviews, business_forms, contrasts.
#pragma once

#include "model/fields/head.h"

namespace shirube::model {

inline constexpr std::int64_t most_minutes = 480;

template <>
struct FieldsOf<Cycle::Step> {
  static constexpr auto all = std::tuple{
      field("label", &Cycle::Step::label, {.need = Need::required, .text = {"段", "the step"}, .example = "試す"}),
      field("note", &Cycle::Step::note, {.text = {"補足", "a remark"}, .example = "小さく"}),
  };
};
template <>
struct FieldsOf<Cycle> {
  static constexpr std::string_view hook = "the straight path has a title";
  static constexpr auto all = std::tuple{
      part(&Cycle::head),
      field("title", &Cycle::title, {.need = Need::required, .text = {"題", "its title"}, .example = "改善のまわり方"}),
      field("note", &Cycle::note, {.text = {"補足", "a remark"}, .example = "一か月で一周"}),
      field("before", &Cycle::before, {.with = "before_title", .text = {"これまでの一方通行の流れ", "the straight path that it replaces"}, .example = "[{label: 頼む}, {label: 待つ}]"}),
      own("before_title", &Cycle::before_title, {.text = {"これまでの流れの題。before があれば必ず書く", "the title of the straight path; required with `before`"}, .example = "これまで"}),
      field("steps", &Cycle::steps, {.need = Need::required, .text = {"段（3〜8）", "its steps, 3 to 8"}, .example = "[{label: 試す}, {label: 確かめる}, {label: 直す}]"}),
  };
};

template <>
struct FieldsOf<Review> {
  static constexpr auto all = std::tuple{
      part(&Review::head),
      field("title", &Review::title, {.need = Need::required, .text = {"見直しの名前", "its title"}, .example = "中間の見直し"}),
      field("when", &Review::when, {.need = Need::required, .text = {"時期", "when"}, .example = "10月"}),
      field("times_a_year", &Review::times_a_year, {.need = Need::required, .least = 1, .most = 366, .text = {"年に何回", "how often a year"}, .example = "1"}),
      field("topics", &Review::topics, {.need = Need::required, .text = {"話すこと", "what is talked about"}, .example = "進み具合と支援"}),
      field("kept", &Review::kept, {.need = Need::required, .text = {"残すもの", "what is written down"}, .example = "変えた目標"}),
  };
};

template <>
struct FieldsOf<Interview::Part> {
  static constexpr auto all = std::tuple{
      field("minutes", &Interview::Part::minutes, {.need = Need::essential, .least = 1, .most = most_minutes, .text = {"分", "minutes"}, .example = "10"}),
      field("who", &Interview::Part::who, {.need = Need::required, .text = {"話す人", "who speaks"}, .example = "本人"}),
      field("text", &Interview::Part::text, {.need = Need::required, .text = {"話すこと", "what about"}, .example = "期の振り返り"}),
  };
};
template <>
struct FieldsOf<Interview> {
  static constexpr auto all = std::tuple{
      part(&Interview::head),
      field("title", &Interview::title, {.need = Need::required, .text = {"面談の名前", "its title"}, .example = "期末の面談"}),
      field("minutes", &Interview::minutes, {.need = Need::essential, .least = 1, .most = most_minutes, .text = {"全体の分数。parts の合計と合うこと", "how long it takes; the parts add up to it"}, .example = "30"}),
      field("parts", &Interview::parts, {.need = Need::required, .text = {"時間の使い方", "how the minutes are used"}, .example = "[{minutes: 10, who: 本人, text: 振り返り}, {minutes: 20, who: 二人, text: 次の期}]"}),
      field("questions", &Interview::questions, {.text = {"問いの例", "questions to ask"}, .example = "[いちばん難しかったことは何か]"}),
  };
};

template <>
struct FieldsOf<BusinessForm> {
  static constexpr std::string_view hook = "every form but today's has a sign and a first step";
  static constexpr auto all = std::tuple{
      part(&BusinessForm::head),
      field("name", &BusinessForm::name, {.need = Need::required, .text = {"事業の形", "the form of business"}, .example = "保守の請負"}),
      field("work", &BusinessForm::work, {.need = Need::required, .text = {"すること", "what is done"}, .example = "設備を直す"}),
      field("value", &BusinessForm::value, {.need = Need::required, .text = {"顧客が払うもの", "what the customer pays for"}, .example = "止まらないこと"}),
      field("today", &BusinessForm::is_today, {.shown = true, .text = {"true なら、いまの形", "`true`: the form of today"}, .example = "true"}),
      own("sign", &BusinessForm::sign, {.text = {"近づいたとわかる兆し。いまの形でなければ必ず書く", "how to tell that it is near; required unless it is today's"}, .example = "月額の相談が来る"}),
      own("first_step", &BusinessForm::first_step, {.text = {"最初の一歩。いまの形でなければ必ず書く", "the first step towards it; required unless it is today's"}, .example = "一社に提案する"}),
  };
};

template <>
struct FieldsOf<Contrast::Row> {
  static constexpr auto all = std::tuple{
      field("before", &Contrast::Row::before, {.need = Need::required, .text = {"これまで", "what it was"}, .example = "口で伝える"}),
      field("after", &Contrast::Row::after, {.need = Need::required, .text = {"これから", "what it becomes"}, .example = "書いて残す"}),
      field("way", &Contrast::Row::way, {.text = {"変え方。列が三つのとき必ず書く", "how; required with a third column"}, .example = "月に一枚"}),
  };
};
template <>
struct FieldsOf<Contrast> {
  static constexpr std::string_view hook = "a third column is filled in, and only then";
  static constexpr auto all = std::tuple{
      part(&Contrast::head),
      field("title", &Contrast::title, {.need = Need::required, .text = {"題", "its title"}, .example = "伝え方の変化"}),
      field("columns", &Contrast::columns, {.need = Need::required, .text = {"列の見出し（2か3）", "the names of its two or three columns"}, .example = "[これまで, これから]"}),
      own("rows", &Contrast::rows, {.need = Need::required, .text = {"行", "the rows"}, .example = "[{before: 口で伝える, after: 書いて残す}]"}),
  };
};

}  // namespace shirube::model
