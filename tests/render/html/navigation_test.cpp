#include "render/html/navigation.h"

#include "support/catch.h"
#include "support/theme_words.h"

using namespace shirube;
using model::PageId;

namespace {

PageId add(model::Site& site, const std::string& path, const std::string& title, std::optional<PageId> parent) {
  const PageId id{static_cast<std::uint32_t>(site.pages.size())};
  model::Page page;
  page.parsed.source_path = path + ".md";
  page.parsed.front_matter.title.value = title;
  page.output_path = path + ".html";
  page.parent = parent;
  site.pages.push_back(std::move(page));
  if (parent) site.pages[parent->value].children.push_back(id);
  return id;
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

struct Fixture {
  Fixture() {
    site.home = add(site, "index", "ホーム", {});
    strategy = add(site, "strategy/index", "戦略", site.home);
    numbers = add(site, "strategy/numbers", "数字", strategy);
    detail = add(site, "strategy/numbers/detail", "内訳", numbers);
    mbo = add(site, "mbo/index", "MBO", site.home);
    writing = add(site, "mbo/writing", "書き方 <1>", mbo);
  }
  std::string shown(PageId page) const {
    return render::html::navigation(site, render::html::PageTree(site), page, tests::theme_words());
  }

  model::Site site;
  PageId strategy, numbers, detail, mbo, writing;
};

}  // namespace

TEST_CASE("the branch of the page is open, other branches are closed") {
  const Fixture fixture;
  const std::string html = fixture.shown(fixture.numbers);
  CHECK(html.find("index.html\" class=\"on-the-way\">戦略") != std::string::npos);
  CHECK(html.find("numbers.html\" aria-current=\"page\">数字") != std::string::npos);
  CHECK(html.find("内訳") != std::string::npos);
  CHECK(html.find("../mbo/index.html\">MBO") != std::string::npos);
  CHECK(html.find("書き方") == std::string::npos);
}

TEST_CASE("the home page shows the sections alone") {
  const Fixture fixture;
  const std::string html = fixture.shown(*fixture.site.home);
  CHECK(count(html, "<li>") == 2);
  CHECK(html.find("aria-current") == std::string::npos);
}

TEST_CASE("titles are escaped") {
  const Fixture fixture;
  CHECK(fixture.shown(fixture.writing).find("書き方 &lt;1&gt;") != std::string::npos);
}

TEST_CASE("of many siblings a window is shown, with the way to the rest") {
  Fixture fixture;
  std::vector<PageId> many;
  for (int i = 0; i < 1000; ++i) {
    many.push_back(add(fixture.site, "mbo/p" + std::to_string(i), "頁" + std::to_string(i), fixture.mbo));
  }
  const std::string html = fixture.shown(many[500]);
  CHECK(html.find(">頁500<") != std::string::npos);
  CHECK(html.find(">頁499<") != std::string::npos);
  CHECK(html.find(">頁501<") != std::string::npos);
  CHECK(html.find(">頁400<") == std::string::npos);
  CHECK(html.find("ほか489ページ") != std::string::npos);
  CHECK(html.find("ほか487ページ") != std::string::npos);
  CHECK(html.size() < 6000);
  const std::string first = fixture.shown(many[0]);
  CHECK(count(first, "class=\"more\"") == 1);
  const std::string last = fixture.shown(many.back());
  CHECK(last.find(">頁999<") != std::string::npos);
  CHECK(count(last, "class=\"more\"") == 1);
}

TEST_CASE("a page without a home above it still has a tree") {
  model::Site site;
  const PageId only = add(site, "a", "甲", {});
  const std::string html = render::html::navigation(site, render::html::PageTree(site), only, tests::theme_words());
  CHECK(html == "<ul><li><a href=\"a.html\" aria-current=\"page\">甲</a></li></ul>");
}

TEST_CASE("a page without a title is called by its first heading, else by its file") {
  model::Site site;
  const PageId page = add(site, "a/b", "", {});
  CHECK(render::html::PageTree(site).title(page) == "b");
  site.pages[0].parsed.headings.push_back({1, "x", "見出し", {}});
  CHECK(render::html::PageTree(site).title(page) == "見出し");
}
