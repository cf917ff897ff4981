// wording, coverage, approvals.
#pragma once

#include <array>

#include "model/fields/field.h"
#include "model/wording.h"

namespace shirube::model {

template <>
struct ChoicesOf<WordingLevel> {
  static constexpr auto all = std::to_array<Choice<WordingLevel>>({
      {"refused", WordingLevel::refused, {"使わない", "not published"}},
      {"discouraged", WordingLevel::discouraged, {"なるべく使わない", "better not published"}},
  });
};
template <>
struct FieldsOf<WordingRule> {
  static constexpr auto all = std::tuple{
      field("term", &WordingRule::terms, {.need = Need::essential, .text = {"言葉。書き方がいくつかあれば並べる", "the word, in all its spellings"}, .example = "[人財]"}),
      field("level", &WordingRule::level, {.need = Need::required, .text = {"どれくらい避けるか", "how strictly"}, .example = "discouraged"}),
      field("instead", &WordingRule::instead, {.need = Need::required, .text = {"代わりの言葉", "what to write"}, .example = "人材"}),
      field("allow", &WordingRule::allow, {.text = {"この言葉を含んでもよい長い言い方", "longer phrases that contain the word and are harmless"}, .example = "[人財育成課]"}),
      field("pages", &WordingRule::pages, {.text = {"使ってよいページ（フォルダーは「/」で終わる）", "pages that may use it; a folder ends in `/`"}, .example = "[about/]"}),
  };
};
template <>
struct FieldsOf<CoverageEntry> {
  static constexpr auto all = std::tuple{
      field("ids", &CoverageEntry::ids, {.need = Need::essential, .spelling = Spelling::word, .text = {"資料の項目番号", "numbers of facts in the source material"}, .example = "[A-1]"}),
      field("page", &CoverageEntry::pages, {.spelling = Spelling::word, .text = {"載せたページ（#見出し も可）", "pages that contain them; `#id` of a heading may follow"}, .example = "[index.md]"}),
      field("record", &CoverageEntry::records, {.spelling = Spelling::word, .text = {"載せた記録（種類/名前）", "records that contain them: family/id"}, .example = "[terms/handover]"}),
      field("sheet", &CoverageEntry::sheets, {.spelling = Spelling::word, .text = {"載せたシート", "workbooks or sheets: workbook/sheet"}, .example = "[mbo-sheet]"}),
      field("rule", &CoverageEntry::rules, {.spelling = Spelling::word, .text = {"守らせている規則", "rules that enforce them"}, .example = "[unknown-term]"}),
      field("view", &CoverageEntry::views, {.spelling = Spelling::word, .text = {"示しているディレクティブ", "directives that draw or list them"}, .example = "[glossary]"}),
      field("reason", &CoverageEntry::reason, {.text = {"載せない理由", "why they are left out"}, .example = "個人の話なので載せない"}),
  };
};
template <>
struct FieldsOf<Approval> {
  static constexpr std::string_view hook = "either a page or a record";
  static constexpr auto all = std::tuple{
      own("page", &Approval::what, {.spelling = Spelling::word, .shown = true, .text = {"承認したページ。record とどちらか一つ", "the approved page, unless it is a `record`"}, .example = "index.md"}),
      own("record", &Approval::what, {.spelling = Spelling::word, .instead_of = "page", .text = {"承認した記録（種類/名前）", "the approved record: family/id"}, .example = "proposals/review"}),
      field("role", &Approval::role, {.need = Need::required, .text = {"承認した人の役割。個人名は書かない", "the role that approved it, never a person's name"}, .example = "人事部長"}),
      field("date", &Approval::date, {.need = Need::essential, .spelling = Spelling::date, .text = {"承認した日", "the day of the approval"}, .example = "2026-04-01"}),
      field("hash", &Approval::hash, {.need = Need::essential, .spelling = Spelling::word, .text = {"承認した文面の指紋（check が教える）", "of the approved wording; `check` prints it"}, .example = "0123456789abcdef"}),
  };
};

}  // namespace shirube::model
