// examples/: companies that are not the one of content/. Every template builds with their records.
#include <filesystem>
#include <set>

#include "support/catch.h"
#include "support/program.h"

using namespace shirube;

TEST_CASE("all templates build for another company, without a finding") {
  const std::string templates = std::string(SHIRUBE_SOURCE_DIR) + "/templates";
  std::set<std::string> ids;
  for (const auto& entry : std::filesystem::directory_iterator(templates)) {
    if (entry.path().extension() == ".yaml") ids.insert(entry.path().stem().string());
  }
  REQUIRE(ids.size() >= 11);
  const tests::TemporaryFolder folder;
  const auto built = tests::run_shirube({"-r", std::string(SHIRUBE_SOURCE_DIR) + "/examples/seizo", "build", "--strict", "--json", "-o", folder / "public"});
  CHECK(built.out == "[]\n");
  CHECK(built.code == 0);
  for (const std::string& id : ids) {
    INFO(id);
    CHECK(std::filesystem::exists(folder / ("public/workbooks/" + id + ".xlsx")));
  }
}

TEST_CASE("sheets are issued to the people of another company, without a finding") {
  const tests::TemporaryFolder folder;
  const std::string site = std::string(SHIRUBE_SOURCE_DIR) + "/examples/seizo";
  const auto issued = tests::run_shirube({"-r", site, "issue", "--people", site + "/people.csv", "--template", "mbo-sheet", "--period", "first-half", "--zip", "--strict",
                                          "--json", "-o", folder / "issued"});
  CHECK(issued.out == "[]\n");
  CHECK(issued.code == 0);
}
