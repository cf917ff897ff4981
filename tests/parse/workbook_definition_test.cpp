// Broken definitions of workbooks, beyond the one of each kind in tests/cases/kinds.
#include <map>

#include "diagnostic/printer.h"
#include "support/catch.h"
#include "support/workbook_site.h"

using namespace shirube;

namespace {

const std::string head = "id: w\nversion: 1.0.0\ntitle: 題\ndescription: 説明\n";
const std::string note_sheet = "sheets:\n  - {id: s, name: 表, title: 題, blocks: [{block: note, text: a}]}\n";

std::string blocks(const std::string& text) {
  return head + "sheets:\n  - id: s\n    name: 表\n    title: 題\n    blocks:\n" + text;
}

// All findings, and how the first is worded.
std::pair<std::string, std::string> findings_of(const std::string& yaml) {
  tests::WorkbookSite site;
  site.add_records(
      "checklists: [{id: handover, title: 引き渡し, items: [{id: a, title: A}]}]\n"
      "forms: [{id: declaration, title: 宣言, fields: [{id: kpi, label: KPI}]}]\n"
      "categories: [技術貢献]\n");
  REQUIRE(site.findings().empty());
  site.read("w", yaml);
  const auto& all = site.sink.diagnostics();
  return {site.findings(), all.empty() ? "" : diagnostic::message(all.front(), diagnostic::Language::english)};
}

}  // namespace

TEST_CASE("a broken definition of a workbook says where and what") {
  const std::pair<std::string, std::string> rows[] = {
      {"- a\n", "templates/w.yaml:1:1 field-mapping\n"},
      {"version: 1.0.0\ntitle: 題\ndescription: 説明\n" + note_sheet, "templates/w.yaml:1:1 missing-key\n"},
      {head, "templates/w.yaml:1:1 missing-key\n"},
      {head + "sheets: []\n", "templates/w.yaml:5:9 empty-value\n"},
      {head + "sheets:\n  - {id: s, name: 表, title: 表, blocks: []}\n", "templates/w.yaml:6:40 empty-value\n"},
      {blocks("      - {block: form, id: f, fields: []}\n"), "templates/w.yaml:10:38 empty-value\n"},
      {blocks("      - {block: sign-off, id: s, roles: []}\n"), "templates/w.yaml:10:41 empty-value\n"},
      {head + note_sheet + "colour: red\n", "templates/w.yaml:7:1 unknown-key\n"},
      {blocks("      - {block: nte, text: a}\n"), "templates/w.yaml:10:17 field-choice\n"},
      {blocks("      - {block: checklist, id: c, record: hand-over}\n"), "templates/w.yaml:10:43 unknown-record\n"},
      {blocks("      - {block: form, id: f, record: declration}\n"), "templates/w.yaml:10:38 unknown-record\n"},
      {blocks("      - {block: form, id: f}\n"), "templates/w.yaml:10:10 missing-key\n"},
      {blocks("      - {block: form, id: f, columns: 4, fields: [{id: a, label: A}]}\n"),
       "templates/w.yaml:10:39 field-limits\n"},
      {blocks("      - {block: form, id: f, fields: [{id: a, label: A, unit: 皿}]}\n"),
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
      {"id: w\nversion: 1.0\ntitle: 題\ndescription: 説明\n" + note_sheet, "templates/w.yaml:2:10 workbook-version\n"},
      {head + "sheets:\n  - {id: s, name: 売上/粗利, title: 題, blocks: [{block: note, text: a}]}\n",
       "templates/w.yaml:6:19 workbook-sheet-name\n"},
      {head + "sheets:\n  - {id: s, name: 表, title: 題, colour: red, blocks: [{block: note, text: a}]}\n",
       "templates/w.yaml:6:40 field-choice\n"},
      {head + "sheets:\n  - {id: s, name: 表, title: 題, repeat: {plan: p}, blocks: [{block: note, text: a}]}\n",
       "templates/w.yaml:6:41 missing-key\ntemplates/w.yaml:6:47 unknown-record\n"},
      {head + note_sheet + "lists:\n  - {id: c, label: 色, items: []}\n", "templates/w.yaml:8:5 workbook-empty-list\n"},
      {head + note_sheet + "lists:\n  - {id: c, label: 色, items: [白, 白]}\n",
       "templates/w.yaml:8:34 workbook-choice-twice\n"},
      {head + note_sheet + "lists:\n  - {id: c, label: 色, from: objectives, level: [課]}\n",
       "templates/w.yaml:8:49 workbook-level\n"},
      {blocks("      - {block: form, id: f, fields: [{id: a, label: A, type: choice}]}\n"),
       "templates/w.yaml:10:39 workbook-no-choices\n"},
      {blocks("      - {block: form, id: f, fields: [{id: a, label: A, type: choice, choices: c}]}\n"),
       "templates/w.yaml:10:80 workbook-unknown-list\n"},
      {blocks("      - {block: form, id: f, fields: [{id: a, label: A, attention: 2}]}\n"),
       "templates/w.yaml:10:39 workbook-useless\n"},
      {blocks("      - {block: form, id: f, fields: [{id: a, label: A, type: number, least: 3, most: 1}]}\n"),
       "templates/w.yaml:10:87 workbook-range\n"},
      {blocks("      - {block: form, id: f, fields: [{id: a, label: A, type: number, initial: 三}]}\n"),
       "templates/w.yaml:10:80 workbook-initial\n"},
      {blocks("      - {block: form, id: f, fields: [{id: a, label: A, initial: x, formula: '1'}]}\n"),
       "templates/w.yaml:10:39 workbook-two-values\n"},
      {blocks("      - {block: form, id: f, fields: [{id: a, label: A, from: {person: shoe_size}}]}\n"),
       "templates/w.yaml:10:72 person-field\n"},
      {blocks("      - {block: form, id: f, fields: [{id: a, label: A, from: {figure: a, plan: b}}]}\n"),
       "templates/w.yaml:10:63 workbook-from\n"},
      {blocks("      - {block: form, id: f, fields: [{id: a, label: A}, {id: a, label: B}]}\n"),
       "templates/w.yaml:10:63 workbook-block-twice\n"},
      {blocks("      - {block: form, id: f, fields: [{id: a, label: A, formula: b + 1}]}\n"),
       "templates/w.yaml:10:66 workbook-unknown-field\n"},
      {blocks("      - {block: form, id: f, fields: [{id: a, label: A, formula: row}]}\n"),
       "templates/w.yaml:10:66 workbook-unknown-field\n"},
      {blocks("      - {block: form, id: f, fields: [{id: a, label: A, formula: b}, {id: b, label: B, formula: a}]}\n"),
       "templates/w.yaml:10:66 workbook-circle\n"},
      {blocks("      - {block: form, id: f, fields: [{id: a, label: A, formula: 'XLOOKUP(1, 2)'}]}\n"),
       "templates/w.yaml:10:67 unknown-function\n"},
      {blocks("      - {block: calculation, id: k, lines: [{id: a, label: A}]}\n"),
       "templates/w.yaml:10:45 workbook-line-without-formula\n"},
      {blocks("      - {block: checks, id: k, checks: [{id: a, label: A, formula: 1 + 1, advice: 直す}]}\n"),
       "templates/w.yaml:10:68 workbook-check-answer\n"},
      {blocks("      - {block: table, id: t, columns: [{id: a, label: A}], rows: [{b: 黒}]}\n"),
       "templates/w.yaml:10:69 workbook-unknown-column\n"},
      {blocks("      - {block: table, id: t, columns: [{id: a, label: A, width: 99}], rows: 2}\n"),
       "templates/w.yaml:10:66 workbook-width\n"},
      {blocks("      - {block: table, id: t, columns: [{id: a, label: A, property: nam}], rows: {from: categories}}\n"),
       "templates/w.yaml:10:69 workbook-property\n"},
      {blocks("      - {block: table, id: t, columns: [{id: a, label: A}], rows: {from: survey, pilot: p}}\n"),
       "templates/w.yaml:10:89 unknown-record\n"},
      {blocks("      - {block: chart, kind: line, title: 図, table: t, x: a, series: [b]}\n"),
       "templates/w.yaml:10:53 workbook-unknown-table\n"},
      {blocks("      - {block: changes}\n"), "templates/w.yaml:10:10 missing-key\n"},
      {blocks("      - {block: changes, versions: [{version: 1.0.1, text: a}]}\n"),
       "templates/w.yaml:10:47 workbook-changes\n"},
      {blocks("      - {block: changes, versions: [{version: 1.0.0, text: a}, {version: 1.2.0, text: b}]}\n"),
       "templates/w.yaml:10:74 workbook-changes-order\n"},
      {blocks("      - {block: form, id: f, fields: [{id: a, label: A, prompt: " + std::string(256, 'x') + "}]}\n"),
       "templates/w.yaml:10:65 workbook-long-text\n"},
  };
  std::map<std::string, std::string> messages;  // and the definition that gave them
  for (const auto& [yaml, expected] : rows) {
    INFO(yaml);
    const auto [found, message] = findings_of(yaml);
    INFO(found);
    CHECK(found == expected);
    INFO(message);
    const auto [other, is_new] = messages.emplace(message, yaml);
    INFO(other->second);
    CHECK(is_new);
  }
  CHECK(messages.size() >= 40);
}

TEST_CASE("a key that nothing knows is answered with those that are known, in the order in which they are best written") {
  const std::pair<std::string, std::string> rows[] = {
      {head + note_sheet + "x: 1\n", "id, version, title, description, stage, lists, sheets"},
      {head + "sheets:\n  - {id: s, name: 表, title: 題, blocks: [{block: note, text: a}], x: 1}\n",
       "id, name, title, paper, pages, colour, repeat, blocks"},
      {head + note_sheet + "lists:\n  - {id: c, label: 色, items: [白], x: 1}\n", "id, label, from, items"},
      {head + note_sheet + "lists:\n  - {id: c, label: 色, from: objectives, level: [section], x: 1}\n", "id, label, from, level"},
      {blocks("      - {block: legend, x: 1}\n"), "block, page_break"},
      {blocks("      - {block: form, id: f, fields: [{id: a, label: A}], x: 1}\n"),
       "block, page_break, id, title, record, columns, optional, stage, exists, fields"},
      {blocks("      - {block: table, id: t, columns: [{id: a, label: A}], rows: 2, x: 1}\n"),
       "block, page_break, id, title, indicator, columns, rows, least_rows, stage, exists, numbered, total"},
      {blocks("      - {block: table, id: t, columns: [{id: a, label: A}], rows: {from: categories, x: 1}}\n"), "from, spare"},
      {blocks("      - {block: table, id: t, columns: [{id: a, label: A, type: number, x: 1}], rows: [{a: 1}]}\n"),
       "id, label, type, unit, required, least, most, earliest, latest, longest, decimals, choices, prompt, initial, from, property, "
       "formula, lines, width, indicator_unit, attention, note, against"},
      {blocks("      - {block: table, id: t, columns: [{id: a, label: A, type: number}], rows: 2}\n"
              "      - {block: chart, kind: line, title: 図, table: t, x: a, series: [{column: a, as: points}]}\n"),
       "column, label"},
      {blocks("      - {block: table, id: t, columns: [{id: a, label: A, type: number}], rows: 2}\n"
              "      - {block: chart, kind: line, title: 図, table: t, x: a, series: [a], z: 1}\n"),
       "block, page_break, kind, title, table, x, series, x_title, y_title, description, height"},
  };
  for (const auto& [yaml, expected] : rows) {
    INFO(yaml);
    tests::WorkbookSite site;
    site.add_records("categories: [技術貢献]\n");
    site.read("w", yaml);
    std::string known;
    for (const auto& finding : site.sink.diagnostics()) {
      if (finding.kind == diagnostic::Kind::field_unknown) known = finding.arguments.at(2);
    }
    CHECK(known == expected);
  }
}

TEST_CASE("a workbook of more sheets than anybody turns over is refused as a whole") {
  std::string sheets = head + "sheets:\n";
  for (int i = 1; i <= 101; ++i) {
    const std::string number = std::to_string(i);
    sheets += "  - {id: s" + number + ", name: 表" + number + ", title: 題, blocks: [{block: note, text: a}]}\n";
  }
  CHECK(findings_of(sheets).first == "templates/w.yaml:106:5 field-limits\n");
  CHECK(findings_of(sheets.substr(0, sheets.rfind("  - "))).first.empty());
}

TEST_CASE("a circle of formulas is reported, and what leads to it is not") {
  const std::string fields = "      - {block: form, id: f, fields: [{id: a, label: A, type: number, formula: b + 1}, "
                             "{id: b, label: B, type: number, formula: c + 1}, {id: c, label: C, type: number, formula: b + 1}]}\n";
  const auto [findings, words] = findings_of(blocks(fields));
  CHECK(findings == "templates/w.yaml:10:129 workbook-circle\n");
  CHECK(findings_of(blocks("      - {block: form, id: f, fields: [{id: a, label: A, type: number, formula: a + 1}]}\n")).first ==
        "templates/w.yaml:10:80 workbook-circle\n");
}

TEST_CASE("formulas that rest on each other have a limit in either direction") {
  const auto chain = [](int length, bool from_below) {
    std::string fields = "{id: f0, label: 数, type: number}";
    for (int i = 1; i <= length; ++i) {
      const std::string field = "{id: f" + std::to_string(i) + ", label: 数, type: number, formula: f" + std::to_string(i - 1) + " + 1}";
      fields = from_below ? field + ", " + fields : fields + ", " + field;
    }
    return findings_of(blocks("      - {block: form, id: f, fields: [" + fields + "]}\n")).first;
  };
  for (const bool from_below : {false, true}) {
    CHECK(chain(500, from_below).empty());
    CHECK(chain(501, from_below).find("limit-formula-chain") != std::string::npos);
  }
  CHECK(chain(10'000, true).find("limit-formula-chain") != std::string::npos);
}

TEST_CASE("titles and paragraphs that do not fit their paper, or the name of a file, are reported") {
  const auto text = [](int count) {
    std::string all;
    for (int i = 0; i < count; ++i) all += "題";
    return all;
  };
  const auto book = [&](int title, int sheet, int block, int note) {
    return "id: w\nversion: 1.0.0\ntitle: " + text(title) +
           "\ndescription: 説明\nsheets:\n  - id: s\n    name: 表\n    title: " + text(sheet) +
           "\n    blocks:\n      - {block: heading, text: " + text(block) +
           "}\n      - {block: note, text: " + text(note) + "}\n      - {block: form, id: f, title: " + text(block) +
           ", fields: [{id: a, label: " + text(block) + "}]}\n";
  };
  CHECK(findings_of(book(60, 100, 100, 1'000)).first.empty());
  const auto [places, message] = findings_of(book(300, 300, 300, 1'001));
  CHECK(places ==
        "templates/w.yaml:3:8 workbook-long-text\ntemplates/w.yaml:8:12 workbook-long-text\n"
        "templates/w.yaml:10:32 workbook-long-text\ntemplates/w.yaml:11:29 workbook-long-text\n"
        "templates/w.yaml:12:37 workbook-long-text\ntemplates/w.yaml:12:363 workbook-long-text\n");
  CHECK(message == "the text has 300 characters; the limit here is 60");
}

TEST_CASE("the templates of the set have no findings") {
  for (const std::string& name : tests::template_names()) {
    INFO(name);
    tests::WorkbookSite site;
    site.read_records();
    REQUIRE(site.findings().empty());
    CHECK(site.read_template(name).has_value());
    CHECK(site.findings().empty());
  }
}
