#include "render/html/redirects.h"

#include "render/html/pages.h"
#include "support/catch.h"
#include "support/memory_site.h"

using namespace shirube;
using tests::MemorySite;

namespace {

// The file at `path` of all pages, empty if there is none.
std::string output(const MemorySite& site, const std::string& path) {
  const auto outputs = render::html::render_pages(site.loaded->site, *site.loaded->theme, {});
  for (const render::OutputFile& file : outputs.files) {
    if (file.path == path) return file.make().value();
  }
  return {};
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("an old address leads to the page, without scripts too") {
  const MemorySite site(tests::Files{
      {"content/mbo/new.md", "---\ntitle: 新しい所\naliases: [old.html, /guide/mbo.html]\n---\n\n本文\n"}});
  REQUIRE(site.loaded);
  const std::string near = output(site, "old.html");
  CHECK(holds(near, "content=\"0; url=mbo/new.html\""));
  CHECK(holds(near, "<a href=\"mbo/new.html\">新しい所</a>"));
  CHECK(holds(output(site, "guide/mbo.html"), "url=../mbo/new.html"));
}

TEST_CASE("an old address may be written as a folder, a source file or without its ending") {
  const MemorySite site(tests::Files{{"content/a.md", "---\naliases: [b/, c.md, d]\n---\n\n# A\n"}});
  REQUIRE(site.loaded);
  CHECK(holds(output(site, "b/index.html"), "url=../a.html"));
  CHECK(holds(output(site, "c.html"), "url=a.html"));
  CHECK(holds(output(site, "d.html"), "url=a.html"));
}

TEST_CASE("a part that moved from a page that stayed is led on by that page") {
  const MemorySite site(
      tests::Files{{"content/long.md", "# 長い\n"},
                   {"content/short.md", "---\naliases: ['long.html#kpi', 'long.html#gone']\n---\n\n## 指標 {#kpi}\n"}});
  REQUIRE(site.loaded);
  const std::string page = output(site, "long.html");
  CHECK(holds(page, "<h1"));
  CHECK(holds(page,
              "data-moved=\"{&quot;gone&quot;:&quot;short.html&quot;,&quot;kpi&quot;:&quot;short.html#kpi&quot;}\""));
  CHECK_FALSE(holds(output(site, "short.html"), "data-moved"));
}

TEST_CASE("an old address that is a page's again is a collision") {
  const MemorySite site(
      tests::Files{{"content/a.md", "---\naliases: [b.html]\n---\n\n# A\n"}, {"content/b.md", "# B\n"}});
  REQUIRE(site.loaded);
  int files = 0;
  for (const auto& file : render::html::render_pages(site.loaded->site, *site.loaded->theme, {}).files) {
    files += file.path == "b.html" ? 1 : 0;
  }
  CHECK(files == 2);
}

TEST_CASE("an alias that is not a path is refused") {
  for (const char* alias : {"a.html#", "'#b'", "'a.html#b#c'", "../a.html", "'https://example.com/'", "'a//b.html'"}) {
    const MemorySite site(tests::Files{{"content/a.md", "---\naliases: [" + std::string(alias) + "]\n---\n"}});
    INFO(alias);
    CHECK(holds(site.findings(), "page-alias"));
  }
}
