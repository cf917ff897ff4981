#include "render/search/search.h"

#include <algorithm>
#include <map>

#include "graph/parallel.h"
#include "render/search/term_weights.h"
#include "support/catch.h"
#include "support/memory_site.h"

using namespace shirube;
using namespace shirube::render::search;
using tests::MemorySite;

namespace {

void in_order(std::size_t count, const std::function<void(std::size_t)>& work) {
  for (std::size_t i = 0; i < count; ++i) work(i);
}
void backwards(std::size_t count, const std::function<void(std::size_t)>& work) {
  for (std::size_t i = count; i > 0; --i) work(i - 1);
}

std::map<std::string, std::string> files(const MemorySite& site, const Loop& loop = in_order) {
  REQUIRE(site.loaded);
  std::map<std::string, std::string> all;
  for (const auto& file : render_search(site.loaded->site, loop).files) all[file.path] = file.make().value();
  return all;
}

std::vector<Entry> entries(const MemorySite& site) {
  REQUIRE(site.loaded);
  return find_entries(site.loaded->site, render::html::PageTree(site.loaded->site.site()));
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

const IndexedTerm* find(const std::vector<IndexedTerm>& index, const std::string& term) {
  const auto found = std::find_if(index.begin(), index.end(), [&](const auto& each) { return each.term == term; });
  return found == index.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("words with a reading are found by themselves and by the reading") {
  const MemorySite site(tests::Files{
      {"content/a.md", "---\ntitle: '{忖度|そんたく}の手引き'\n---\n\n{稟議|りんぎ}書を出す。\n\n## {印鑑|いんかん}\n\n| {貼付|ちょうふ} |\n|---|\n| 欄 |\n"}});
  const auto found = entries(site);
  const auto page = std::find_if(found.begin(), found.end(), [](const Entry& entry) { return entry.path == "a.html"; });
  REQUIRE(page != found.end());
  CHECK(page->title == "忖度の手引き");
  CHECK(page->words == "そんたく りんぎ いんかん ちょうふ");
  REQUIRE(page->passages.size() == 2);
  CHECK(page->passages[0].text == "稟議書を出す。");
  CHECK(page->passages[1].heading == "印鑑");
  CHECK(page->passages[1].text == "貼付 欄");
}

TEST_CASE("a page is found by its passages, each with its heading") {
  const MemorySite site(
      tests::Files{{"content/a.md",
                    "---\ntitle: 題\ndescription: 説明\n---\n\n前書き\n\n## 見出し {#h}\n\n- 一\n- 二\n\n| 表 "
                    "|\n|---|\n| 欄 |\n"}});
  const auto found = entries(site);
  const auto page = std::find_if(found.begin(), found.end(), [](const Entry& entry) { return entry.title == "題"; });
  REQUIRE(page != found.end());
  REQUIRE(page->passages.size() == 2);
  CHECK(page->passages[0].text == "説明 前書き");
  CHECK(page->passages[1].anchor == "h");
  CHECK(page->passages[1].heading == "見出し");
  CHECK(page->passages[1].text == "一 二 表 欄");
}

TEST_CASE("records that directives show are searched, and terms are entries of their own") {
  const MemorySite site(
      tests::Files{{"content/glossary.md", "# 用語集\n\n```{glossary}\n```\n"},
                   {"content/list.md", "# 点検\n\n```{checklist}\nid: handover\n```\n"},
                   {"content/records/a.yaml",
                    "terms:\n  - {id: exit, name: 出口, reading: でぐち, definition: 行き先のこと, avoid: [退路]}\n"
                    "checklists:\n  - {id: handover, title: 引き渡し, items: [{id: a, title: 手順書がある}]}\n"}});
  const auto found = entries(site);
  const auto term =
      std::find_if(found.begin(), found.end(), [](const Entry& entry) { return entry.kind == Kind::term; });
  REQUIRE(term != found.end());
  CHECK(term->path == "glossary.html");
  CHECK(term->passages[0].anchor == "term-exit");
  CHECK(term->words == "でぐち 退路");
  const auto list = std::find_if(found.begin(), found.end(), [](const Entry& entry) { return entry.title == "点検"; });
  REQUIRE(list != found.end());
  CHECK(holds(list->passages[0].text, "手順書がある"));
  CHECK(holds(files(site).at("search/index.js"), R"(["出口","でぐち","退路"])"));
}

TEST_CASE("a page that asks to be left out is in no file of the search") {
  const MemorySite site(tests::Files{{"content/secret.md", "---\ntitle: 内緒\nsearch: false\n---\n\n合言葉\n"}});
  for (const auto& [path, text] : files(site)) {
    INFO(path);
    CHECK_FALSE(holds(text, "内緒"));
    CHECK_FALSE(holds(text, "言葉"));
    CHECK_FALSE(holds(text, "葉"));
  }
}

TEST_CASE("postings are gaps with weights, the title weighs more than the text") {
  std::vector<Entry> list(3);
  list[0].title = "予算";
  list[0].passages = {{"", "", "計画"}};
  list[1].passages = {{"", "", "別の話"}};
  list[2].passages = {{"", "", "予算は別に立てる"}};
  const auto index = build_index(list, in_order);
  const IndexedTerm* term = find(index, "予算");
  REQUIRE(term != nullptr);
  std::string heavy;
  append_number(heavy, static_cast<std::uint32_t>(weight_level(8, 2, 4)));
  CHECK(term->postings.substr(0, heavy.size()) == heavy);
  CHECK(term->postings.size() == heavy.size() + 1);
  CHECK(weight_level(8, 2, 4) > weight_level(1, 2, 4));
  CHECK(find(index, "算計") == nullptr);
  CHECK(std::is_sorted(index.begin(), index.end(), [](const auto& a, const auto& b) { return a.term < b.term; }));
}

TEST_CASE("numbers are written in characters of five bits") {
  const auto written = [](std::uint32_t number) {
    std::string out;
    append_number(out, number);
    return out;
  };
  CHECK(written(0) == "A");
  CHECK(written(31) == "f");
  CHECK(written(32) == "gB");
  CHECK(written(1055) == "_gB");
}

TEST_CASE("the search's files are the same in whatever order the work is done") {
  tests::Files pages;
  for (int i = 0; i < 60; ++i) {
    const std::string number = std::to_string(i);
    pages["content/p" + number + ".md"] = "# 頁" + number + "\n\n目標" + number + "と計画をkpi" + number + "で測る。\n";
  }
  const MemorySite site(pages);
  const auto first = files(site, in_order);
  CHECK(first == files(site, backwards));
  CHECK(first == files(site, graph::for_each_index));
}

TEST_CASE("shards keep their size, and a hostile title stays inside its string") {
  tests::Files pages = {{"content/evil.md", "---\ntitle: '\"); alert(1); //</script>'\n---\n\n`\\` と \"引用\"\n"}};
  for (int i = 0; i < 700; ++i) {
    std::string text = "# 頁" + std::to_string(i) + "\n\n";
    for (int word = 0; word < 40; ++word) text += "語" + std::to_string(i * 40 + word) + "を使う。";
    pages["content/p" + std::to_string(i) + ".md"] = text + "\n";
  }
  const auto all = files(MemorySite(pages));
  CHECK(all.size() > 20);
  for (const auto& [path, text] : all) {
    INFO(path);
    CHECK(text.size() < 13'000);
    const auto hostile = text.find("\"); alert(1)");
    CHECK((hostile == std::string::npos || text[hostile - 1] == '\\'));
  }
}

TEST_CASE("a site without a page to search has an index, and it is empty") {
  const MemorySite site(tests::Files{{"content/index.md", "---\ntitle: 空\nsearch: false\n---\n"}});
  const auto all = files(site);
  CHECK(all.size() == 1);
  CHECK(holds(all.at("search/index.js"), "\"entries\":0"));
}
