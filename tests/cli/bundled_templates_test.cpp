// What is wrong with a template that comes with the program is reported where the site asks for it.
#include <algorithm>
#include <string>

#include "cli/bundled_templates.h"
#include "diagnostic/printer.h"
#include "support/catch.h"
#include "support/memory_site.h"

using namespace shirube;
using tests::MemorySite;

namespace {

MemorySite site_of(const std::string& workbooks, const std::string& records = "figures: []\n") {
  return MemorySite(tests::Files{{"site.yaml", "title: t\nworkbooks: [" + workbooks + "]\nrules: {practice: off}\n"},
                                 {"content/records.yaml", records}});
}

std::string repeated(const std::string& line, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += line;
  return text;
}

}  // namespace

TEST_CASE("what is missing for a template of ours is reported at its entry, with the place in the template") {
  const MemorySite site = site_of("career-portfolio");
  const auto& found = site.session.sink.diagnostics();
  REQUIRE(!found.empty());
  for (const auto& one : found) {
    CHECK(site.session.sources.file(one.range.file).path() == "site.yaml");
    REQUIRE(!one.labels.empty());
    CHECK(site.session.sources.file(one.labels[0].range.file).path() == "(shirube)/templates/career-portfolio.yaml");
  }
}

TEST_CASE("a template of ours needs records of the site only where nothing else would do") {
  struct Row {
    const char* workbook;
    int missing;
  };
  for (const Row& row : {Row{"kpi-weekly", 1}, Row{"pilot-gate", 1}, Row{"roi-model", 1}, Row{"mindset-survey", 2}, Row{"roadmap-kit", 1},
                         Row{"proposal-story", 0}, Row{"ai-learning-plan", 0}}) {
    INFO(row.workbook);
    CHECK(site_of(row.workbook).findings() == repeated("site.yaml:2:13 template-parameter-missing\n", row.missing));
  }
  CHECK(site_of("interview-record, kpi-weekly").findings() == "site.yaml:2:31 template-parameter-missing\n");
}

TEST_CASE("a template of the site is reported in its own file, under its own path") {
  const MemorySite site(tests::Files{
      {"site.yaml", "title: t\nworkbooks: [kpi-weekly]\n"},
      {"templates/kpi-weekly.yaml",
       "id: kpi-weekly\nversion: 1.0.0\ntitle: 試験\ndescription: 試験\nsheets:\n  - id: s\n    name: 表\n    title: 表\n"
       "    blocks:\n      - {block: gate, id: gate, record: none}\n"}});
  CHECK(site.findings() == "templates/kpi-weekly.yaml:10:41 unknown-record\n");
}

TEST_CASE("fields of a block whose record is unknown are not unknown as well") {
  const auto findings = [](const std::string& block, const std::string& formula) {
    return MemorySite(
               tests::Files{{"site.yaml", "title: t\nworkbooks: [w]\n"},
                            {"templates/w.yaml",
                             "id: w\nversion: 1.0.0\ntitle: 試験\ndescription: 試験\nsheets:\n  - id: s\n    name: 表\n"
                             "    title: 表\n    blocks:\n      - " + block + "\n      - {block: calculation, id: c, lines: "
                             "[{id: x, label: X, type: number, formula: " + formula + "}]}\n"}})
        .findings();
  };
  CHECK(findings("{block: gate, id: g, record: none}", "g.some") == "templates/w.yaml:10:38 unknown-record\n");
  CHECK(findings("{block: form, id: f, record: none}", "f.some") == "templates/w.yaml:10:38 unknown-record\n");
  const std::string other = findings("{block: gate, id: g, record: none}", "h.some");
  CHECK(other.find("workbook-unknown-field") != std::string::npos);
}

TEST_CASE("a template that is listed twice is reported at the second place, and read once") {
  const MemorySite site = site_of("interview-record, proposal-story, interview-record");
  const std::string found = site.findings();
  INFO(found);
  CHECK(found == "site.yaml:2:47 workbook-listed-twice\n");
  CHECK(site.session.workbooks == 2);
}

TEST_CASE("a template that there is not offers all that there are, the nearest first") {
  const MemorySite site(tests::Files{{"site.yaml", "title: t\nworkbooks: [interview-rekord]\n"}, {"templates/own.yaml", "a: b\n"}});
  REQUIRE(site.session.sink.diagnostics().size() == 1);
  CHECK(diagnostic::help(site.session.sink.diagnostics()[0], diagnostic::Language::english) ==
        "put `templates/interview-rekord.yaml` into the site, or name one of these: interview-record, ai-learning-plan, "
        "career-portfolio, kpi-weekly, mbo-sheet, mindset-survey, objective-cascade, own, pilot-gate, proposal-story, "
        "roadmap-kit, roi-model");
}

TEST_CASE("a theme's folder that is not there is reported at site.yaml") {
  const auto findings = [](const std::string& line) {
    return MemorySite(tests::Files{{"site.yaml", "title: t\n" + line + "\n"}, {"mine/words/ja.yaml", "menu: 目次\n"}}).findings();
  };
  CHECK(findings("theme_overrides: nai") == "site.yaml:2:18 theme-folder\n");
  CHECK(findings("theme_overrides: mine/words/ja") == "site.yaml:2:18 theme-folder\n");
  CHECK(findings("theme_overrides: Mine") == "site.yaml:2:18 theme-folder\n");
  CHECK(findings("theme_overrides: mine").empty());
  CHECK(findings("theme: nai") == "site.yaml:2:8 theme-folder\n");
  CHECK(findings("theme: default").empty());
}

TEST_CASE("a word of a theme that is none is reported where it is written") {
  const auto findings = [](const std::string& words) {
    return MemorySite(tests::Files{{"site.yaml", "title: t\ntheme_overrides: mine\n"}, {"mine/words/ja.yaml", words}}).findings();
  };
  CHECK(findings("search: [1]\n") == "mine/words/ja.yaml:1:9 field-text\n");
  CHECK(findings("menu: 目次\nsearch: {a: b}\n") == "mine/words/ja.yaml:2:9 field-text\n");
  CHECK(findings("search:\n") == "mine/words/ja.yaml:1:1 theme-missing-word\n");
  CHECK(findings("search: ''\n") == "mine/words/ja.yaml:1:1 theme-missing-word\n");
  CHECK(findings("- search\n") == "mine/words/ja.yaml:1:1 field-mapping\n");
  CHECK(findings("# nothing yet\n").empty());
  CHECK(findings("search: 検索する\n").empty());
}
