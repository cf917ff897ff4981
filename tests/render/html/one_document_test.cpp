#include "render/html/one_document.h"

#include <regex>
#include <set>

#include "support/catch.h"
#include "support/memory_site.h"

using namespace shirube;
using tests::MemorySite;

namespace {

std::string printed(const MemorySite& site) {
  REQUIRE(site.loaded);
  return render::html::print_edition(site.loaded->site, *site.loaded->theme,
                                     render::html::PageTree(site.loaded->site.site()));
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

const tests::Files two_pages = {
    {"content/index.md", "# 表紙\n\n[次](mbo/a.md#part)[^1]\n\n[^1]: 注\n"},
    {"content/mbo/index.md", "---\ntitle: 目標\n---\n\n## 節 {#part}\n"},
    {"content/mbo/a.md", "---\ntitle: 甲\n---\n\n## 節 {#part}\n\n本文[^1]と[上](index.md)\n\n[^1]: 別の注\n"}};

}  // namespace

TEST_CASE("the print edition holds every page once, in reading order, as a chapter") {
  const std::string html = printed(MemorySite(two_pages));
  const auto home = html.find("id=\"index.html\"");
  const auto section = html.find("id=\"mbo/index.html\"");
  const auto page = html.find("id=\"mbo/a.html\"");
  REQUIRE(page != std::string::npos);
  CHECK(home < section);
  CHECK(section < page);
  CHECK(holds(html, "<a href=\"#mbo/a.html\">甲</a>"));
}

TEST_CASE("ids of different pages do not meet, and links between pages stay in the document") {
  const std::string html = printed(MemorySite(two_pages));
  CHECK(holds(html, "id=\"mbo/a.html:part\""));
  CHECK(holds(html, "href=\"#mbo/a.html%3Apart\""));
  CHECK(holds(html, "href=\"#mbo/index.html\""));
  std::set<std::string> ids;
  static const std::regex id(" id=\"([^\"]*)\"");
  for (auto it = std::sregex_iterator(html.begin(), html.end(), id); it != std::sregex_iterator(); ++it) {
    INFO((*it)[1].str());
    CHECK(ids.insert((*it)[1].str()).second);
  }
  CHECK(ids.size() > 6);
}

TEST_CASE("the print edition asks for no script") {
  CHECK_FALSE(holds(printed(MemorySite(two_pages)), "<script"));
}

TEST_CASE("a single file holds style, script and downloads itself and asks for nothing") {
  const MemorySite site(two_pages);
  REQUIRE(site.loaded);
  render::html::SingleFileParts parts;
  parts.style = "body { color: red }";
  parts.style_hash = "sha256-S";
  parts.script = "void 0";
  parts.script_hash = "sha256-T";
  const std::string html = render::html::single_file(site.loaded->site, *site.loaded->theme,
                                                     render::html::PageTree(site.loaded->site.site()), {}, parts);
  CHECK(holds(html, "<style>body { color: red }</style>"));
  CHECK(holds(html, "<script>void 0</script>"));
  CHECK(holds(html, "script-src 'sha256-T'; style-src 'sha256-S'"));
  CHECK_FALSE(holds(html, " src=\""));
  CHECK_FALSE(holds(html, "rel=\"stylesheet\""));
}
