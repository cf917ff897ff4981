#include "parse/directives.h"

#include "support/catch.h"
#include "support/parsed_text.h"

using namespace shirube;
using tests::ParsedText;

namespace {

std::optional<model::View> read(ParsedText& parsed, const std::string& name) {
  const source::SourceRange place{parsed.file, 0, 1};
  return parse::read_directive(name, place, parse::YamlInput::whole_file(parsed.sources.file(parsed.file), parsed.file),
                               parsed.sink);
}

}  // namespace

TEST_CASE("every directive reads its options") {
  const std::pair<std::string, std::string> rows[] = {
      {"objective-tree", "root: company-sales\ndepth: 3\n"},
      {"objective-tree", ""},
      {"objective-table", "level: section\nparent: org\n"},
      {"indicator-table", "layer: behaviour\nids: [a, b]\n"},
      {"phase-table", "plan: roadmap\ngantt: false\n"},
      {"phase", "plan: roadmap\nphase: phase-a\n"},
      {"checklist", "id: handover\n"},
      {"form", "id: weekly-progress\n"},
      {"figures", "ids: [company.sales]\n"},
      {"risk-table", "plan: roadmap\n"},
      {"downloads", ""},
      {"glossary", ""},
      {"children", ""},
      {"cards", "cards:\n  - {title: 目標, text: 書く, link: mbo/index.md}\n"},
      {"exit-models", "ids: [educator]\n"},
      {"career-paths", ""},
      {"career-path", "id: tech-lead\n"},
      {"crosswalk", ""},
      {"assets", ""},
      {"funnel", "id: assets\n"},
      {"roles", ""},
      {"proposals", ""},
      {"cycle", "id: mbo-year\n"},
      {"reviews", ""},
      {"interview", "id: goal-talk\n"},
      {"business-forms", ""},
      {"contrast", "id: trust\n"},
      {"risk-table", "plan: roadmap\ngrid: false\n"},
  };
  for (const auto& [name, body] : rows) {
    INFO(name);
    ParsedText parsed(body);
    CHECK(read(parsed, name).has_value());
    CHECK(parsed.findings().empty());
  }
}

TEST_CASE("a wrong directive or option is reported and yields no view") {
  struct Row {
    std::string name, body, findings, suggestion;
  };
  const Row rows[] = {
      {"checklists", "id: a\n", "1:1 unknown-directive", "checklist"},
      {"表", "", "1:1 unknown-directive", ""},
      {"checklist", "", "1:1 missing-key", ""},
      {"checklist", "id: Handover\n", "1:5 field-id", "handover"},
      {"phase", "plan: roadmap\n", "1:1 missing-key", ""},
      {"figures", "ids: []\nid: a\n", "2:1 unknown-key", "ids"},
      {"form", "表\n", "1:1 field-mapping", ""},
      {"form", "id: \"a\n", "1:5 yaml-unclosed-quote", ""},
      {"career-path", "", "1:1 missing-key", ""},
      {"cards", "cards: [{title: あ}]\n", "1:10 missing-key", ""},
      {"calculation-chart", "id: a\n", "1:1 missing-key", ""},
      {"gate", "pilot: a\n", "1:1 missing-key", ""},
  };
  for (const Row& row : rows) {
    INFO(row.name << "\n" << row.body);
    ParsedText parsed(row.body);
    CHECK(!read(parsed, row.name));
    CHECK(parsed.findings() == row.findings);
    CHECK(parsed.sink.diagnostics()[0].suggestion == row.suggestion);
  }
  ParsedText parsed("level: 課\n");
  read(parsed, "objective-table");
  CHECK(parsed.findings() == "1:8 field-choice");
}

TEST_CASE("an option that is wrong, though not required, leaves the view as it is without it") {
  ParsedText deep("depth: 10\n");
  const auto tree = read(deep, "objective-tree");
  CHECK(deep.findings() == "1:8 field-limits");
  REQUIRE(tree);
  CHECK(std::get<model::ObjectiveTreeView>(*tree).depth == 9);
  ParsedText shut("plan: p\ngantt: nein\n");
  const auto table = read(shut, "phase-table");
  CHECK(shut.findings() == "2:8 yaml-boolean");
  REQUIRE(table);
  CHECK(std::get<model::PhaseTableView>(*table).gantt);
}

TEST_CASE("parts of a calculation are shown in their order, each once, and all if none is named") {
  using Part = model::CalculationView::Part;
  struct Row {
    std::string options, findings;
    std::vector<Part> parts;
  };
  const std::vector<Part> all = {Part::inputs, Part::results, Part::scenarios, Part::formulas, Part::checks};
  const Row rows[] = {
      {"", "", all},
      {"parts: []\n", "", all},
      {"parts: [checks, inputs, checks]\n", "", {Part::inputs, Part::checks}},
      {"parts: results\n", "", {Part::results}},
      {"parts: [inputs, reslts]\n", "2:17 field-choice", {Part::inputs}},
  };
  for (const Row& row : rows) {
    INFO(row.options);
    ParsedText parsed("id: a\n" + row.options);
    const auto view = read(parsed, "calculation");
    CHECK(parsed.findings() == row.findings);
    REQUIRE(view);
    CHECK((std::get<model::CalculationView>(*view).parts == row.parts));
  }
}
