// No fact of the source material is forgotten: each id has a place or a reason. check/coverage.cpp sees to it that the
// places exist.
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "source/discovery.h"
#include "support/catch.h"
#include "support/memory_site.h"

using namespace shirube;

namespace {

std::vector<std::string> all_ids() {
  std::vector<std::string> ids;
  std::istringstream lines(tests::read_checkout("tests/coverage_ids.txt"));
  for (std::string id; std::getline(lines, id);) ids.push_back(id);
  return ids;
}

// Our own handbook as it is read from the checkout.
struct OurSite {
  OurSite() {
    auto checkout = source::RealFileSystem::open(SHIRUBE_SOURCE_DIR);
    REQUIRE(checkout);
    loaded = cli::load_site(*checkout.value(), "site.yaml", *checkout.value(), session);
  }
  cli::Session session;
  std::optional<cli::LoadedSite> loaded;
};

}  // namespace

TEST_CASE("every fact of the source material has a place or a reason", "[coverage]") {
  const OurSite our;
  REQUIRE(our.loaded);
  std::set<std::string> covered;
  for (const auto& entry : our.loaded->site.site().records.coverage) {
    for (const auto& id : entry.ids) covered.insert(id.value);
  }
  const std::vector<std::string> ids = all_ids();
  CHECK(ids.size() == 488);
  std::string missing;
  for (const std::string& id : ids) {
    if (covered.erase(id) == 0) missing += id + " ";
  }
  CHECK(missing.empty());
  CHECK(covered.empty());  // ids that no source has
}

TEST_CASE("coverage points to pages, headings, records, sheets, rules and views that exist", "[coverage]") {
  const auto findings = [](const std::string& entry) {
    return tests::MemorySite(
               {{"site.yaml", "title: 試験\nworkbooks: [mbo-sheet]\nrules: {practice: off}\n"},
                {"content/page.md", "# 題\n\n## 節 {#part}\n\n```{children}\n```\n"},
                {"content/terms.yaml", "terms:\n  - {id: one, name: 一つ, reading: ひとつ, definition: 説明}\n"},
                {"content/coverage.yaml", "coverage:\n  - {ids: [X-1], " + entry + "}\n"}})
        .findings();
  };
  for (const char* good : {"page: page.md", "page: 'page.md#part'", "record: terms/one", "sheet: mbo-sheet",
                           "rule: plan-days", "view: children", "reason: 載せない", "page: [page.md, index.md]"}) {
    INFO(good);
    const std::string found = findings(good);
    CHECK(found.find("coverage") == std::string::npos);
  }
  for (const char* bad : {"page: pages.md", "page: 'page.md#parts'", "record: terms/two", "record: one",
                          "sheet: mbo-sheet/なし", "rule: plan-dayz", "view: child", "page: [page.md, no.md]"}) {
    INFO(bad);
    CHECK(findings(bad).find("coverage-nowhere") != std::string::npos);
  }
}
