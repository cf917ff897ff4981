// Broken definitions of workbooks, beyond the one of each kind in tests/cases/kinds.
#include "support/catch.h"
#include "support/workbook_site.h"

using namespace shirube;

namespace {

const std::string head = "id: w\nversion: 1.0.0\ntitle: 題\ndescription: 説明\n";
const std::string note_sheet = "sheets:\n  - {id: s, name: 表, title: 題, blocks: [{block: note, text: a}]}\n";

std::string blocks(const std::string& text) {
  return head + "sheets:\n  - id: s\n    name: 表\n    title: 題\n    blocks:\n" + text;
}

std::string findings_of(const std::string& yaml) {
  tests::WorkbookSite site;
  site.add_records(
      "checklists: [{id: handover, title: 引き渡し, items: [{id: a, title: A}]}]\n"
      "forms: [{id: declaration, title: 宣言, fields: [{id: kpi, label: KPI}]}]\n"
      "categories: [技術貢献]\n");
  REQUIRE(site.findings().empty());
  site.read("w", yaml);
  return site.findings();
}

}  // namespace

TEST_CASE("a broken definition of a workbook says where and what") {
  const std::pair<std::string, std::string> rows[] = {
      {"- a\n", "templates/w.yaml:1:1 field-mapping\n"},
      {"version: 1.0.0\ntitle: 題\ndescription: 説明\n" + note_sheet, "templates/w.yaml:1:1 missing-key\n"},
      {head, "templates/w.yaml:1:1 missing-key\n"},
      {head + note_sheet + "colour: red\n", "templates/w.yaml:7:1 unknown-key\n"},
      {blocks("      - {block: nte, text: a}\n"), "templates/w.yaml:10:17 field-choice\n"},
      {blocks("      - {block: checklist, id: c, record: hand-over}\n"), "templates/w.yaml:10:43 unknown-record\n"},
      {blocks("      - {block: form, id: f, record: declration}\n"), "templates/w.yaml:10:38 unknown-record\n"},
      {blocks("      - {block: form, id: f}\n"), "templates/w.yaml:10:10 missing-key\n"},
      {blocks("      - {block: form, id: f, columns: 4, fields: [{id: a, label: A}]}\n"),
       "templates/w.yaml:10:39 field-limits\n"},
      {blocks("      - {block: form, id: f, fields: [{id: a, label: A, unit: 個}]}\n"),
       "templates/w.yaml:10:63 unknown-unit\n"},
      {blocks("      - {block: form, id: f, fields: [{id: a, label: A, type: date, earliest: 2026-02-30}]}\n"),
       "templates/w.yaml:10:79 no-such-day\n"},
      {blocks("      - {block: form, id: f, fields: [{id: a, label: A, formula: '1 +'}]}\n"),
       "templates/w.yaml:10:70 formula-end\n"},
      {blocks("      - {block: form, id: f, fields: [{id: a, label: A, from: {figure: company.sales}}]}\n"),
       "templates/w.yaml:10:72 unknown-record\n"},
      {blocks("      - {block: table, id: t, columns: [{id: a, label: A}], rows: 0}\n"),
       "templates/w.yaml:10:67 field-limits\ntemplates/w.yaml:10:67 workbook-no-rows\n"},
      {blocks("      - {block: table, id: t, columns: [{id: a, label: A}], rows: {from: risks, plan: p}}\n"),
       "templates/w.yaml:10:87 unknown-record\n"},
      {blocks(
           "      - {block: table, id: t, columns: [{id: a, label: A, type: choice, choices: c}], rows: [{a: 黒}]}\n") +
           "lists: [{id: c, label: 色, items: [白]}]\n",
       "templates/w.yaml:10:98 workbook-initial\n"},
      {blocks("      - {block: table, id: t, columns: [{id: a, label: A, type: date}], rows: [{a: 4月}]}\n"),
       "templates/w.yaml:10:84 workbook-initial\n"},
      {blocks("      - {block: sign-off, id: s}\n"), "templates/w.yaml:10:10 missing-key\n"},
      {head + "sheets:\n  - {id: s, name: データ, title: 題, blocks: [{block: note, text: a}]}\n",
       "templates/w.yaml:6:19 workbook-sheet-name\n"},
      {head + "sheets:\n  - {id: s, name: 週, title: 題, repeat: {count: 3}, blocks: [{block: note, text: a}]}\n",
       "templates/w.yaml:6:19 workbook-sheet-twice\n"},
  };
  for (const auto& [yaml, expected] : rows) {
    INFO(yaml);
    const std::string found = findings_of(yaml);
    INFO(found);
    CHECK(found == expected);
  }
}

TEST_CASE("the three templates have no fault") {
  for (const std::string& name : tests::template_names()) {
    INFO(name);
    tests::WorkbookSite site;
    site.read_records();
    REQUIRE(site.findings().empty());
    CHECK(site.read_template(name).has_value());
    CHECK(site.findings().empty());
  }
}
