// shirube init and shirube new: any company can begin from nothing, and nothing that is there is touched.
#include <filesystem>
#include <set>

#include "model/description.h"
#include "source/json.h"
#include "support/catch.h"
#include "support/program.h"

using namespace shirube;
using tests::run_shirube;
using tests::TemporaryFolder;

namespace {

namespace fs = std::filesystem;

std::set<std::string> files_below(const std::string& folder) {
  std::set<std::string> found;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) found.insert(fs::relative(entry.path(), folder).string());
  }
  return found;
}

void make_site(const TemporaryFolder& folder, const std::string& starter = "handbook") {
  const auto made = run_shirube({"init", folder / "site", "--yes", "--starter", starter, "--lang", "ja"});
  REQUIRE(made.err == "");
  REQUIRE(made.code == 0);
}

}  // namespace

TEST_CASE("every starter builds without a finding, for companies of every name") {
  const char* companies[] = {"当社", "株式会社 \"見本\" \\ # 100%", "A*B_C [D] {E}: <F> & `G` | ~H~", "- 番号: 1", "山田・{{unit}}・商店"};
  for (const std::string starter : {"minimal", "handbook", "kpi"}) {
    for (const char* company : companies) {
      INFO(starter << " " << company);
      const TemporaryFolder folder;
      const auto made = run_shirube({"init", folder / "site", "--yes", "--starter", starter, "--company", company});
      REQUIRE(made.err == "");
      REQUIRE(made.code == 0);
      const auto built = run_shirube({"-r", folder / "site", "build", "--strict", "--json"});
      CHECK(built.out == "[]\n");
      CHECK(built.code == 0);
      const std::string home = folder.read("site/public/index.html");
      CHECK(home.find("<h1") != std::string::npos);
      CHECK(home.find("{{") == (std::string(company).find("{{") == std::string::npos ? std::string::npos : home.find("{{unit}}")));
    }
  }
}

TEST_CASE("init asks, and what is answered is in the site") {
  const TemporaryFolder folder;
  const auto made = run_shirube({"init", folder / "site", "--lang", "en"}, "Example Works\n１０\n千円\n");
  REQUIRE(made.code == 0);
  CHECK(made.out.find("Name of the company") != std::string::npos);
  CHECK(folder.read("site/site.yaml").find("Example Works") != std::string::npos);
  CHECK(folder.read("site/content/records/figures.yaml").find("千円") != std::string::npos);
  const std::string terms = folder.read("site/content/records/terms.yaml");
  CHECK(terms.find("-10-01") != std::string::npos);
  CHECK(terms.find("-03-31") != std::string::npos);
  CHECK(terms.find("-09-30") != std::string::npos);
}

TEST_CASE("init writes into an empty folder only") {
  const TemporaryFolder folder;
  folder.write("site/note.txt", "mine");
  const auto refused = run_shirube({"init", folder / "site", "--yes"});
  CHECK(refused.code == 2);
  CHECK(refused.err.find("note.txt") != std::string::npos);
  CHECK(files_below(folder.path()) == std::set<std::string>{"site/note.txt"});
  const std::vector<std::vector<std::string>> bad_answers = {{"--company", "a\tb\nc"}, {"--unit", "人"}, {"--unit", "dollar"}, {"--first-month", "13"},
                                                {"--starter", "none"}};
  for (const auto& bad : bad_answers) {
    INFO(bad[0] << " " << bad[1]);
    std::vector<std::string> arguments = {"init", folder / "new", "--yes"};
    arguments.insert(arguments.end(), bad.begin(), bad.end());
    CHECK(run_shirube(arguments).code == 2);
    CHECK_FALSE(fs::exists(folder / "new"));
  }
}

TEST_CASE("an editor gets schemas and tasks") {
  const TemporaryFolder folder;
  make_site(folder);
  const auto settings = source::Json::parse(folder.read("site/.vscode/settings.json"));
  for (const auto& [path, files] : settings["yaml.schemas"].items()) {
    INFO(path);
    CHECK(source::Json::parse(folder.read("site/" + path)).contains("$schema"));
  }
  const auto tasks = source::Json::parse(folder.read("site/.vscode/tasks.json"));
  CHECK(tasks["tasks"].size() == 2);
}

TEST_CASE("new adds a record of every family that is read, and refuses an id that is taken") {
  const TemporaryFolder folder;
  make_site(folder, "minimal");
  for (const auto& family : model::described_families()) {
    if (family.example_id.empty()) continue;
    INFO(family.key);
    const std::string key(family.key);
    const auto made = run_shirube({"-r", folder / "site", "new", key, "first-one"});
    REQUIRE(made.err == "");
    REQUIRE(made.code == 0);
    CHECK(made.out == "content/records/" + key + "/first-one.yaml\n");
    const std::string before = folder.read("site/" + made.out.substr(0, made.out.size() - 1));
    CHECK(before.find("first-one") != std::string::npos);
    const auto again = run_shirube({"-r", folder / "site", "new", key, "first-one"});
    CHECK(again.code == 2);
    CHECK(again.err.find("first-one") != std::string::npos);
    CHECK(folder.read("site/content/records/" + key + "/first-one.yaml") == before);
  }
  // A skeleton is read: what is left are names of records that the site does not have.
  const auto checked = run_shirube({"-r", folder / "site", "check", "--json"});
  for (const auto& finding : source::Json::parse(checked.out)) {
    INFO(finding.dump());
    const std::string rule = finding["rule"];
    CHECK((rule != "missing-key" && rule != "unknown-key" && rule.rfind("yaml-", 0) != 0 && rule.rfind("field-", 0) != 0));
  }
}

TEST_CASE("new understands one record's word, and says what it can make") {
  const TemporaryFolder folder;
  make_site(folder, "minimal");
  for (const auto& [word, path] : {std::pair<std::string, std::string>{"indicator", "indicators"}, {"story", "stories"}, {"career-path", "career_paths"}}) {
    const auto made = run_shirube({"-r", folder / "site", "new", word, "one"});
    CHECK(made.out == "content/records/" + path + "/one.yaml\n");
  }
  const auto page = run_shirube({"-r", folder / "site", "new", "page", "人事/評価"});
  CHECK(page.out == "content/人事/評価.md\n");
  CHECK(run_shirube({"-r", folder / "site", "new", "page", "人事/評価.md"}).code == 2);
  const auto made = run_shirube({"-r", folder / "site", "new", "template", "my-form"});
  CHECK(made.out == "templates/my-form.yaml\n");
  CHECK(folder.read("site/templates/my-form.yaml").rfind("id: my-form\n", 0) == 0);
  const auto files = files_below(folder / "site");
  for (const auto& [kind, id] : {std::pair<std::string, std::string>{"indicater", "x"}, {"wording", "x"}, {"indicator", "No Good"}, {"indicator", "../x"},
                                 {"page", "../x"}, {"page", "/x"}, {"page", "a//b"}, {"page", ".x"}, {"page", "a:b"}, {"template", "x/y"}}) {
    INFO(kind << " " << id);
    const auto refused = run_shirube({"-r", folder / "site", "new", kind, id});
    CHECK(refused.code == 2);
    CHECK(refused.err.size() > 10);
  }
  CHECK(run_shirube({"-r", folder / "site", "new", "indicater", "x", "--lang", "en"}).err.find("`indicators`") != std::string::npos);
  CHECK(files_below(folder / "site") == files);
}
