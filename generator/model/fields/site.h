// site.yaml, and the columns of the people file.
#pragma once

#include <array>

#include "model/fields/head.h"
#include "model/fields/workbook_request.h"
#include "model/period.h"
#include "model/site.h"

namespace shirube::model {

// How far a site may go: what the parsers and renderers have been measured to take.
template <>
struct FieldsOf<Limits> {
  static constexpr auto all = std::tuple{
      field("markdown_bytes", &Limits::markdown_bytes, {.least = 1, .most = 8 << 20, .text = {"一つの Markdown ファイルの大きさ（バイト）", "bytes of one Markdown file"}, .example = "2000000"}),
      field("yaml_bytes", &Limits::yaml_bytes, {.least = 1, .most = 16 << 20, .text = {"一つの YAML ファイルの大きさ（バイト）", "bytes of one YAML file"}, .example = "2000000"}),
      field("csv_bytes", &Limits::csv_bytes, {.least = 1, .most = 16 << 20, .text = {"一つの CSV ファイルの大きさ（バイト）", "bytes of one CSV file"}, .example = "2000000"}),
      field("asset_bytes", &Limits::asset_bytes, {.least = 1, .most = 16LL << 30, .text = {"一つの画像や添付ファイルの大きさ（バイト）", "bytes of one picture or other file"}, .example = "500000000"}),
      field("block_bytes", &Limits::block_bytes, {.least = 1, .most = 256 << 10, .text = {"一つの段落や表の行の大きさ（バイト）", "bytes of one paragraph or table row"}, .example = "65536"}),
      field("nesting", &Limits::nesting, {.least = 1, .most = 64, .text = {"箇条書きや引用の入れ子の深さ", "how deep lists and quotations may be nested"}, .example = "40"}),
      field("inline_nesting", &Limits::inline_nesting, {.least = 1, .most = 128, .text = {"強調やリンクの入れ子の深さ", "how deep emphasis and links may be nested"}, .example = "80"}),
      field("table_columns", &Limits::table_columns, {.least = 1, .most = 512, .text = {"表の列の数", "columns of a table"}, .example = "200"}),
      field("table_cells", &Limits::table_cells, {.least = 1, .most = 500'000, .text = {"表のセルの数", "cells of a table"}, .example = "200000"}),
      field("page_milliseconds", &Limits::page_milliseconds, {.least = 1, .most = 60'000, .text = {"1ページを読むのにかけてよい時間（ミリ秒）", "milliseconds for reading one page"}, .example = "5000"}),
      field("page_memory_bytes", &Limits::page_memory_bytes, {.least = 1, .most = 2LL << 30, .text = {"1ページを読むのに使ってよいメモリ（バイト）", "bytes of memory for reading one page"}, .example = "1000000000"}),
      field("page_html_bytes", &Limits::page_html_bytes, {.least = 1, .most = 256LL << 20, .text = {"できるページの大きさ（バイト）", "bytes of a finished page"}, .example = "100000000"}),
      field("files", &Limits::files, {.least = 1, .most = 1'000'000, .text = {"content の下のファイルの数", "files below the content folder"}, .example = "200000"}),
  };
};

template <>
struct FieldsOf<IssueConfig> {
  static constexpr std::string_view hook = "each heading goes with a field of a person";
  static constexpr auto all = std::tuple{
      own("columns", &IssueConfig::columns, {.text = {"人事システムの列の名前と、それが表す欄（shirube explain people.csv）", "headings of the personnel system, and the column each of them is (`shirube explain people.csv`)"}, .example = "{従業員コード: id, 社員名: name}"}, Shape::own),
  };
};

inline constexpr auto site_languages = std::to_array<Word>({
    {"ja", {"日本語", "Japanese"}},
    {"en", {"英語", "English"}},
});

template <>
struct FieldsOf<SiteConfig> {
  static constexpr std::string_view hook = "addresses, folders below the site's root that do not overlap, names that are added to ours, and severities of rules";
  static constexpr auto all = std::tuple{
      field("title", &SiteConfig::title, {.need = Need::required, .text = {"サイトの名前", "the name of the site"}, .example = "社内ハンドブック"}),
      field("description", &SiteConfig::description, {.shown = true, .text = {"一文の説明", "one sentence about it"}, .example = "目標と評価の手引き"}),
      field("organisation", &SiteConfig::organisation, {.shown = true, .text = {"会社や組織の名前", "the company or organisation"}, .example = "しるべ製作所"}),
      field("language", &SiteConfig::language, {.spelling = Spelling::word, .words = site_languages, .text = {"サイトの言葉。書かなければ日本語", "the site's language; Japanese if left out"}, .example = "ja"}),
      own("base_url", &SiteConfig::base_url, {.spelling = Spelling::word, .text = {"公開する場所のアドレス。書くと、サイトマップと更新情報（Atom）ができる", "where the site is published; with it a site map and an Atom feed are made"}, .example = "https://handbook.example.co.jp/"}),
      own("edit_url", &SiteConfig::edit_url, {.spelling = Spelling::word, .text = {"ページを編集する場所のアドレス。{path} がファイル名に変わる", "where a page is edited; `{path}` becomes its file"}, .example = "https://git.example.co.jp/handbook/edit/main/{path}"}),
      field("robots", &SiteConfig::robots, {.text = {"true なら、検索エンジンに載せてよい", "`true`: search engines may list the site"}, .example = "false"}),
      own("content", &SiteConfig::content, {.spelling = Spelling::word, .text = {"ページと記録を置くフォルダ。書かなければ content", "the folder of pages and records; `content` if left out"}, .example = "content"}),
      own("output", &SiteConfig::output, {.spelling = Spelling::word, .text = {"できたサイトを置くフォルダ。書かなければ public", "the folder that the site is published to; `public` if left out"}, .example = "public"}),
      field("theme", &SiteConfig::theme, {.spelling = Spelling::id, .text = {"見た目の名前", "the theme"}, .example = "default"}),
      own("theme_overrides", &SiteConfig::theme_overrides, {.spelling = Spelling::word, .text = {"見た目を変えるファイルを置くフォルダ。同じ名前のファイルが置き換わる", "a folder of files that take the place of the theme's files of the same name"}, .example = "theme"}),
      own("workbooks", &SiteConfig::workbooks, {.alone = "template", .text = {"作るブック。ひな形の名前か、{template: …, id: …, with: {…}}", "the workbooks to build: a template's name, or {template: …, id: …, with: {…}}"}, .example = "[mbo-sheet]"}),
      field("start", &SiteConfig::plan_start, {.spelling = Spelling::date, .text = {"計画の初日。書くと、計画のページに日付が入る", "the first day of the plan; with it the pages of a plan show dates"}, .example = "2026-04-06"}),
      own("audiences", &SiteConfig::audiences, {.spelling = Spelling::id, .text = {"読む人の種類。everyone、employees、managers、assessors、hr、executives、owners に加えるもの", "audiences beyond everyone, employees, managers, assessors, hr, executives and owners"}, .example = "[works-council]"}),
      own("files", &SiteConfig::files, {.text = {"どのページからも使われなくても公開するファイルのフォルダ（content からの場所）", "folders, from the content folder, whose files are published although no page uses them"}, .example = "[downloads]"}),
      own("file_types", &SiteConfig::file_types, {.text = {"公開してよいファイルの種類に加える拡張子", "endings of files that may be published, beyond the usual ones"}, .example = "[drawio]"}),
      field("raw_html", &SiteConfig::raw_html, {.text = {"true なら、Markdown の中の HTML をそのまま出す", "`true`: HTML in Markdown is published as it is"}, .example = "false"}),
      field("limits", &SiteConfig::limits, {.text = {"大きさの上限", "limits of size"}, .example = "{table_columns: 200}"}),
      field("issue", &SiteConfig::issue, {.text = {"配布（shirube issue）の決まり", "settings of `shirube issue`"}, .example = "{columns: {従業員コード: id}}"}),
      own("rules", &SiteConfig::rules, {.text = {"規則の重さ。error、warning、off のどれか。practice はよい書き方の規則すべて", "how serious rules are: error, warning or off; `practice` is all rules of good practice"}, .example = "{practice: warning}"}, Shape::own),
  };
};

// An item of `terms:` that has days.
template <>
struct FieldsOf<Period> {
  static constexpr std::string_view hook = "the last day is not before the first";
  static constexpr auto all = std::tuple{
      part(&Period::head),
      field("title", &Period::title, {.need = Need::required, .text = {"期の名前", "the name of the term"}, .example = "2026年度上期"}),
      field("first", &Period::first, {.need = Need::essential, .spelling = Spelling::date, .text = {"初日", "its first day"}, .example = "2026-04-01"}),
      field("last", &Period::last, {.need = Need::essential, .spelling = Spelling::date, .text = {"最終日", "its last day"}, .example = "2026-09-30"}),
  };
};

}  // namespace shirube::model
