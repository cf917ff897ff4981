// The front matter of a page.
#pragma once

#include "model/fields/field.h"
#include "model/page.h"

namespace shirube::model {

inline constexpr std::int64_t heaviest_page = 1'000'000;

template <>
struct FieldsOf<FrontMatter> {
  static constexpr std::string_view hook = "a slug, old paths and a period that can be used";
  static constexpr auto all = std::tuple{
      field("title", &FrontMatter::title, {.shown = true, .text = {"ページの題。書かなければ最初の見出し「# 」", "the title; the first heading `# ` if left out"}, .example = "目標の書き方"}),
      field("description", &FrontMatter::description, {.shown = true, .text = {"一文の説明。一覧と検索に出る", "one sentence about the page, for lists and the search"}, .example = "測れる目標を三つまで書く"}),
      own("slug", &FrontMatter::slug, {.spelling = Spelling::word, .text = {"アドレスの最後の部分。書かなければファイル名", "the last part of its address; the file's name if left out"}, .example = "writing-goals"}),
      field("weight", &FrontMatter::weight, {.least = -heaviest_page, .most = heaviest_page, .text = {"並び順。小さいものが先。書かないページは後", "its place among its neighbours: small numbers first, pages without one last"}, .example = "10"}),
      field("draft", &FrontMatter::draft, {.text = {"true なら、公開しない", "`true`: not published"}, .example = "false"}),
      own("aliases", &FrontMatter::aliases, {.spelling = Spelling::word, .text = {"前のアドレス。ここへ案内する", "its old addresses, which lead here"}, .example = "[mbo/goals.html]"}),
      field("tags", &FrontMatter::tags, {.text = {"分類の言葉", "words to find it by"}, .example = "[目標, 評価]"}),
      field("audience", &FrontMatter::audience, {.spelling = Spelling::id, .text = {"この種類の人の版だけに載せる。書かなければ全員", "published in the edition of this audience only; everybody if left out"}, .example = "managers"}),
      field("owner", &FrontMatter::owner, {.text = {"内容に責任を持つ部署や役割", "who answers for its content"}, .example = "人事部"}),
      field("last_reviewed", &FrontMatter::last_reviewed, {.spelling = Spelling::date, .text = {"最後に見直した日", "the day on which it was last reviewed"}, .example = "2026-04-01"}),
      own("review_in", &FrontMatter::review_in, {.spelling = Spelling::word, .text = {"次に見直すまでの期間（90d、8w、6m、1y）", "how long until the next review (90d, 8w, 6m, 1y)"}, .example = "6m"}),
      field("search", &FrontMatter::search, {.text = {"false なら、検索に出さない", "`false`: the search does not find it"}, .example = "true"}),
      field("needs_approval", &FrontMatter::needs_approval, {.text = {"true なら、承認（approvals）が記録されるまで公開しない", "`true`: not published before it is approved (approvals)"}, .example = "false"}),
  };
};

}  // namespace shirube::model
