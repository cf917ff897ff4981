// shirube explain: whatever an author may write has an answer, in both languages.
#include "cli/explain_fields.h"
#include "source/json.h"
#include "support/catch.h"
#include "support/program.h"

using namespace shirube;
using tests::run_shirube;

TEST_CASE("explain answers for files, directives, roles, blocks, templates, rules and fields") {
  for (const char* topic : {"site.yaml", "front-matter", "people.csv", "{phase-table}", "{term}", "block:table", "template", "field", "mbo-sheet", "roi-model",
                            "style-polite", "indicators", "indicators.target.kind", "site.yaml.limits.nesting", "block:table.columns.type"}) {
    for (const char* language : {"ja", "en"}) {
      INFO(topic << " " << language);
      const auto said = run_shirube({"explain", topic, "--lang", language});
      CHECK(said.err == "");
      CHECK(said.code == 0);
      CHECK(said.out.size() > 60);
      const auto json = run_shirube({"explain", topic, "--json", "--lang", language});
      CHECK(source::Json::parse(json.out).is_object());
    }
  }
}

TEST_CASE("an unknown topic is answered with the nearest one") {
  for (const auto& [written, near] : {std::pair<std::string, std::string>{"mbo-shet", "mbo-sheet"}, {"{phase-tabel}", "{phase-table}"}, {"site.yml", "site.yaml"},
                                      {"block:tabel", "block:table"}, {"indicators.lable", "indicators.label"}}) {
    INFO(written);
    const auto said = run_shirube({"explain", written, "--lang", "en"});
    CHECK(said.code == 2);
    CHECK(said.err.find("`" + near + "`") != std::string::npos);
  }
}

TEST_CASE("the list of topics has every kind of them") {
  const auto said = run_shirube({"explain", "--lang", "en"});
  for (const char* topic : {"\nindicators ", "\nsite.yaml ", "\n{phase-table} ", "\nblock:table ", "\nmbo-sheet\n", "\nstyle-polite "}) {
    INFO(topic);
    CHECK(said.out.find(topic) != std::string::npos);
  }
}
