// Which page is whose child, in which order they are read, and where each is published.
#include "model/assembly.h"

#include "support/catch.h"

using namespace shirube;
using model::PageId;

namespace {

model::ParsedPage page(const std::string& path, std::int64_t weight = 0) {
  model::ParsedPage parsed;
  parsed.source_path = path;
  parsed.front_matter.title.value = path;
  parsed.front_matter.weight = weight;
  return parsed;
}

model::Site assembled(std::vector<model::ParsedPage> pages) {
  diagnostic::Sink sink;
  model::Parts parts;
  parts.pages = std::move(pages);
  model::Site site = model::assemble(std::move(parts), sink);
  CHECK(sink.empty());
  return site;
}

std::vector<std::string> reading_order(const model::Site& site) {
  std::vector<std::string> order;
  for (auto at = site.home; at; at = site.page(*at).next) order.push_back(site.page(*at).output_path);
  return order;
}

std::string parent_of(const model::Site& site, const std::string& path) {
  for (const model::Page& one : site.pages) {
    if (one.parsed.source_path == path) return one.parent ? site.page(*one.parent).parsed.source_path : "-";
  }
  return "?";
}

}  // namespace

TEST_CASE("pages are read depth first, siblings by weight, then by path") {
  const model::Site site = assembled({page("b.md"), page("mbo/index.md", 1), page("a.md"), page("index.md"),
                                      page("mbo/z.md", 1), page("mbo/a.md", 2), page("strategy.md", 2)});
  CHECK(reading_order(site) == std::vector<std::string>{"index.html", "a.html", "b.html", "mbo/index.html",
                                                        "mbo/z.html", "mbo/a.html", "strategy.html"});
  CHECK(!site.page(*site.home).previous);
}

TEST_CASE("a folder without index.md leaves its pages to the nearest index above") {
  const model::Site site =
      assembled({page("index.md"), page("a/index.md"), page("a/b/c/deep.md"), page("x/y.md"), page("a/b/index.md")});
  CHECK(parent_of(site, "index.md") == "-");
  CHECK(parent_of(site, "a/index.md") == "index.md");
  CHECK(parent_of(site, "a/b/index.md") == "a/index.md");
  CHECK(parent_of(site, "a/b/c/deep.md") == "a/b/index.md");
  CHECK(parent_of(site, "x/y.md") == "index.md");
}

TEST_CASE("without index.md the first page of the top folder is the home") {
  const model::Site site = assembled({page("second.md", 2), page("first.md", 1), page("sub/other.md")});
  REQUIRE(site.home);
  CHECK(site.page(*site.home).parsed.source_path == "first.md");
  CHECK(site.page(*site.home).output_path == "index.html");
  CHECK(parent_of(site, "sub/other.md") == "first.md");
}

TEST_CASE("a slug takes the place of the last part of a name") {
  model::ParsedPage slugged = page("mbo/長い名前.md");
  slugged.front_matter.slug = source::Located<std::string>{"short", {}};
  const model::Site site = assembled({page("index.md"), slugged});
  CHECK(site.pages[1].output_path == "mbo/short.html");
}
