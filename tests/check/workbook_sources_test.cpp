// Lists and tables that take records of which the site has none.
#include <string>

#include "support/catch.h"
#include "support/memory_site.h"

using namespace shirube;

namespace {

const std::string head =
    "id: w\nversion: 1.0.0\ntitle: 試験\ndescription: 試験\n";
const std::string sheet = "sheets:\n  - id: s\n    name: 表\n    title: 表\n    blocks:\n";

tests::MemorySite site_of(const std::string& workbook, const std::string& records) {
  tests::Files files = {{"site.yaml", "title: t\nworkbooks: [w]\nrules: {practice: off}\n"},
                        {"templates/w.yaml", head + workbook}};
  if (!records.empty()) files.emplace("content/records.yaml", records);
  return tests::MemorySite(files);
}

std::string table(const std::string& columns, const std::string& rows, const std::string& more = "") {
  return sheet + "      - block: table\n        id: t\n        columns: [" + columns + "]\n" + more + "        rows: {from: " + rows +
         "}\n";
}

std::string list(const std::string& from, bool required) {
  return "lists:\n  - {id: l, label: 選択, from: " + from + "}\n" + sheet +
         "      - {block: form, id: f, fields: [{id: a, label: A, type: choice, choices: l, required: " +
         (required ? "true" : "false") + "}]}\n";
}

const std::string shown = "{id: a, label: A, type: fixed}";
const std::string written = "{id: a, label: A, type: fixed}, {id: b, label: B}";

}  // namespace

TEST_CASE("a table of records of which the site has none cannot be filled in, or stays empty", "[check]") {
  const std::string plan =
      "plan: {id: p, title: x, days: 10, phases: [{id: a, title: y, days: [1, 10]}]}\n";
  struct Row {
    std::string rows;
    std::string records;
  };
  for (const Row& row : {Row{"categories", ""}, Row{"objectives, level: section", ""}, Row{"objective-tree", ""},
                         Row{"assets", ""}, Row{"examples", ""}, Row{"risks, plan: p", plan}, Row{"indicators, ids: []", ""}}) {
    INFO(row.rows);
    CHECK(site_of(table(written, row.rows), row.records).findings() == "templates/w.yaml:13:15 workbook-records-needed\n");
    CHECK(site_of(table(shown, row.rows), row.records).findings() == "templates/w.yaml:13:15 workbook-records-none\n");
    CHECK(site_of(table(shown, row.rows, "        least_rows: 1\n"), row.records).findings() ==
          "templates/w.yaml:14:15 workbook-records-needed\n");
  }
}

TEST_CASE("rows to write in are enough, as many as have to be filled in", "[check]") {
  CHECK(site_of(table(written, "categories, spare: 2"), "").findings().empty());
  CHECK(site_of(table(written, "categories, spare: 2", "        least_rows: 2\n"), "").findings().empty());
  CHECK(site_of(table(written, "categories, spare: 1", "        least_rows: 5\n"), "").findings() ==
        "templates/w.yaml:14:15 workbook-records-needed\n");
  CHECK(site_of(table(written, "categories"), "categories: [売上]\n").findings().empty());
}

TEST_CASE("a list with nothing to choose from is an error where somebody has to choose", "[check]") {
  for (const char* from : {"categories", "objectives, level: [section, organisation]", "indicators", "assets", "career-paths"}) {
    INFO(from);
    CHECK(site_of(list(from, true), "").findings() == "templates/w.yaml:6:5 workbook-records-needed\n");
    CHECK(site_of(list(from, false), "").findings() == "templates/w.yaml:6:5 workbook-records-none\n");
  }
  CHECK(site_of(list("categories", true), "categories: [売上]\n").findings().empty());
  // Nobody chooses from it.
  CHECK(site_of("lists:\n  - {id: l, label: 選択, from: assets}\n" + sheet + "      - {block: note, text: a}\n", "")
            .findings()
            .empty());
}

TEST_CASE("records that are missing are reported once in a workbook, where they are needed", "[check]") {
  const auto site = site_of(
      "lists:\n  - {id: l, label: 選択, from: categories}\n" + sheet +
          "      - {block: table, id: t, columns: [{id: a, label: A, type: fixed}], rows: {from: categories}}\n"
          "      - {block: form, id: f, fields: [{id: a, label: A, type: choice, choices: l, required: true}]}\n",
      "");
  CHECK(site.findings() == "templates/w.yaml:6:5 workbook-records-needed\n");
  REQUIRE(site.session.sink.diagnostics().size() == 1);
  CHECK(site.session.sink.diagnostics()[0].labels.size() == 1);
}

TEST_CASE("records that were refused, or stand in a file that cannot be read, are not missing", "[check]") {
  const std::string refused = site_of(list("assets", true), "assets:\n  - {id: a}\n").findings();
  INFO(refused);
  CHECK(refused.find("missing-key") != std::string::npos);
  CHECK(refused.find("workbook-records") == std::string::npos);
  CHECK(site_of(list("categories", true), "categories: [売上\n").findings() ==
        "content/records.yaml:1:13 yaml-unclosed-bracket\n");
}

TEST_CASE("the sheet for objectives needs categories, and objectives to belong to", "[check]") {
  const auto rules_of = [](const std::string& records) {
    std::string rules;
    const tests::MemorySite site({{"site.yaml", "title: t\nworkbooks: [mbo-sheet]\nrules: {practice: off}\n"},
                                  {"content/records.yaml", records}});
    for (const auto& found : site.session.sink.diagnostics()) {
      if (found.kind == diagnostic::Kind::workbook_records_needed) rules += found.arguments[0] + "\n";
    }
    return rules;
  };
  CHECK(rules_of("figures: []\n") == "categories\nobjectives (level: section, organisation)\n");
  CHECK(rules_of("categories: [売上]\n") == "objectives (level: section, organisation)\n");
}
