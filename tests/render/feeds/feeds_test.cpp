#include "render/feeds/feeds.h"

#include <map>

#include "support/catch.h"
#include "support/memory_site.h"

using namespace shirube;
using tests::MemorySite;

namespace {

std::map<std::string, std::string> feeds(const MemorySite& site, const render::html::PageDates& dates = {}) {
  std::map<std::string, std::string> files;
  for (const auto& file : render::feeds::render_feeds(site.loaded->site, dates, "assets/0123abcd/icon.svg").files) {
    files[file.path] = file.make().value();
  }
  return files;
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

const char* published = "title: 手引き & 案内\nbase_url: https://example.com/handbook\n";

}  // namespace

TEST_CASE("without an address of the site there is neither site map nor feed, and no search engine is let in") {
  const MemorySite site(tests::Files{{"site.yaml", "title: 試験\n"}});
  REQUIRE(site.loaded);
  const auto files = feeds(site);
  CHECK(files.size() == 2);
  CHECK(files.at("robots.txt") == "User-agent: *\nDisallow: /\n");
  CHECK(holds(files.at("site.webmanifest"), "\"name\": \"試験\""));
}

TEST_CASE("the site map holds every page with its full address") {
  const MemorySite site(
      tests::Files{{"site.yaml", published}, {"content/目標/index.md", "# 目標\n"}, {"content/目標/a.md", "# A\n"}});
  REQUIRE(site.loaded);
  const std::string map = feeds(site, {{"目標/a.md", "2026-11-20"}}).at("sitemap.xml");
  CHECK(holds(map, "<loc>https://example.com/handbook/</loc>"));
  CHECK(holds(map, "<loc>https://example.com/handbook/%E7%9B%AE%E6%A8%99/</loc>"));
  CHECK(holds(map, "%E7%9B%AE%E6%A8%99/a.html</loc><lastmod>2026-11-20</lastmod>"));
}

TEST_CASE("the feed holds what changed, the newest first") {
  const MemorySite site(tests::Files{{"site.yaml", published},
                                     {"content/a.md", "---\ntitle: <A>\ndescription: 一 & 二\n---\n"},
                                     {"content/b.md", "# B\n"},
                                     {"content/c.md", "# C\n"}});
  REQUIRE(site.loaded);
  const std::string feed = feeds(site, {{"a.md", "2026-01-02"}, {"b.md", "2026-03-04"}}).at("feed.xml");
  CHECK(holds(feed, "<title>手引き &amp; 案内</title>"));
  CHECK(holds(feed, "<updated>2026-03-04T00:00:00Z</updated><author>"));
  CHECK(feed.find("<title>B</title>") < feed.find("<title>&lt;A&gt;</title>"));
  CHECK(holds(feed, "<summary>一 &amp; 二</summary>"));
  CHECK_FALSE(holds(feed, "<title>C</title>"));
}

TEST_CASE("a feed of a site without history is empty and still has a date") {
  const MemorySite site(tests::Files{{"site.yaml", published}});
  REQUIRE(site.loaded);
  const std::string feed = feeds(site).at("feed.xml");
  CHECK(holds(feed, "<updated>1970-01-01T00:00:00Z</updated>"));
  CHECK_FALSE(holds(feed, "<entry>"));
}

TEST_CASE("a public site says so to search engines") {
  const MemorySite site(tests::Files{{"site.yaml", std::string(published) + "robots: true\n"}});
  REQUIRE(site.loaded);
  CHECK(feeds(site).at("robots.txt") == "User-agent: *\nAllow: /\nSitemap: https://example.com/handbook/sitemap.xml\n");
}
