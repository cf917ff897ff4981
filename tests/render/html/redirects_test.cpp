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

TEST_CASE("an old address where a page is published is reported where it is written") {
  struct Row {
    const char* name;
    const char* alias;
  };
  for (const Row& row : {Row{"a", "b.html"}, Row{"a", "B"}, Row{"a", "/b.md"}, Row{"a", "a.html"}, Row{"a", "index.html"},
                         Row{"index", "index.html"}}) {
    INFO(row.name << " " << row.alias);
    const std::string page = "content/" + std::string(row.name) + ".md";
    const MemorySite site(tests::Files{{page, "---\ntitle: 頁\naliases: [" + std::string(row.alias) + "]\n---\n"},
                                       {"content/b.md", "# B\n"}});
    CHECK(site.findings() == page + ":3:11 alias-taken\n");
  }
}

TEST_CASE("an old address that is given twice is reported at the second place") {
  struct Row {
    const char* one;
    const char* two;
    const char* findings;
  };
  for (const Row& row :
       {Row{"old.html", "old.html", "content/b.md:3:11 alias-twice\n"}, Row{"old.html", "/old", "content/b.md:3:11 alias-twice\n"},
        Row{"old/", "old/index.md", "content/b.md:3:11 alias-twice\n"}, Row{"Old.html", "old.html", "content/b.md:3:11 alias-twice\n"},
        Row{"'old.html#a'", "'old.html#a'", "content/b.md:3:11 alias-twice\n"}, Row{"'old.html#a'", "'old.html#b'", ""},
        Row{"old.html", "'old.html#b'", ""},
        Row{"old.html, old.html", "other.html", "content/a.md:3:21 alias-twice\n"}}) {
    INFO(row.one << " " << row.two);
    const auto page = [](const char* alias) { return "---\ntitle: 頁\naliases: [" + std::string(alias) + "]\n---\n"; };
    const MemorySite site(tests::Files{{"content/a.md", page(row.one)}, {"content/b.md", page(row.two)}});
    CHECK(site.findings() == row.findings);
    for (const auto& found : site.session.sink.diagnostics()) CHECK(found.labels.size() == 1);
  }
}

TEST_CASE("an old address has a name that Windows can hold, like every other file") {
  for (const char* alias : {"con.html", "aux.html", "nul", "mbo/COM1.md", "'prn.html#a'", "lpt1/", "a./b.html", "'a*b.html'"}) {
    INFO(alias);
    const MemorySite site(tests::Files{{"content/a.md", "---\ntitle: 頁\naliases: [" + std::string(alias) + "]\n---\n"}});
    CHECK(site.findings() == "content/a.md:3:11 name-windows\n");
  }
  const MemorySite fine(tests::Files{{"content/a.md", "---\ntitle: 頁\naliases: [console.html, 'a.html#con']\n---\n"}});
  CHECK(fine.findings().empty());
}

TEST_CASE("an alias that is not a path is refused") {
  for (const char* alias : {"a.html#", "'#b'", "'a.html#b#c'", "../a.html", "'https://example.com/'", "'a//b.html'"}) {
    const MemorySite site(tests::Files{{"content/a.md", "---\naliases: [" + std::string(alias) + "]\n---\n"}});
    INFO(alias);
    CHECK(holds(site.findings(), "page-alias"));
  }
}
