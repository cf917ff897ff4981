// A file that cannot be read is reported once: what is in it is not unknown as well.
#include "support/catch.h"
#include "support/memory_site.h"

using namespace shirube;

namespace {

const std::string page = "# 頁\n\n{term}`粗利`と{term}`でたらめ`、{value}`company.sales`、{value}`company.nothing`。\n";
const std::string glossary =
    "terms:\n  - {id: gross-profit, name: 粗利, reading: あらり, definition: 売上から原価を引いたもの}\n";
const std::string figures = "figures:\n  - {id: company.sales, label: 売上, value: 100, unit: 千円}\n";

}  // namespace

TEST_CASE("a broken file of records is the only cause that is reported", "[check]") {
  const tests::MemorySite whole(
      {{"content/index.md", page}, {"content/figures.yaml", figures}, {"content/glossary.yaml", glossary}});
  CHECK(whole.findings() ==
        "content/index.md:3:19 unknown-term\n"
        "content/index.md:3:56 unknown-figure\n");

  const tests::MemorySite broken({{"content/index.md", page},
                                  {"content/figures.yaml", figures + "  - {id: 'half\n"},
                                  {"content/glossary.yaml", glossary + "  - [\n"}});
  CHECK(broken.findings() ==
        "content/figures.yaml:3:10 yaml-unclosed-quote\n"
        "content/glossary.yaml:3:5 yaml-unclosed-bracket\n"
        "content/index.md:3:19 unknown-term\n"
        "content/index.md:3:56 unknown-figure\n");
  CHECK_FALSE(broken.loaded);
}

TEST_CASE("a record that is refused is not also unknown", "[check]") {
  const tests::MemorySite refused(
      {{"content/index.md", "# 頁\n\n{value}`company.sales`\n\n```{figures}\nids: [company.sales]\n```\n"},
       {"content/figures.yaml",
        "figures:\n  - {id: company.sales, label: 売上, value: 百, unit: 千円}\n"
        "  - {id: company.double, label: 倍, formula: company.sales * 2, unit: 千円}\n"}});
  CHECK(refused.findings() == "content/figures.yaml:2:43 field-number\n");
  CHECK_FALSE(refused.loaded);
}

TEST_CASE("an id that is a part of a longer one in the broken file is still unknown", "[check]") {
  const tests::MemorySite broken({{"content/index.md", "# 頁\n\n{value}`company.sale`\n"},
                                  {"content/figures.yaml", figures + "  - {id: 'half\n"}});
  CHECK(broken.findings() ==
        "content/figures.yaml:3:10 yaml-unclosed-quote\n"
        "content/index.md:3:9 unknown-figure\n");
}

TEST_CASE("a broken template does not make its workbook and its sheets unknown", "[check]") {
  const tests::MemorySite broken({{"site.yaml", "title: 試験\nworkbooks: [tally]\nrules: {practice: off}\n"},
                                  {"templates/tally.yaml", "id: tally\ntitle: [集計\n"},
                                  {"content/index.md", "# 頁\n\n{download}`tally`\n"}});
  CHECK(broken.findings() == "templates/tally.yaml:2:8 yaml-unclosed-bracket\n");
}

TEST_CASE("a record that is refused is the one finding, whatever asks for it", "[check]") {
  struct Row {
    const char* family;   // its key and what is below it, refused at one place
    const char* finding;
    const char* page;     // refers to the record
  };
  const Row rows[] = {
      {"plan: {id: p, title: x, days: 10, phases: [{id: a, title: y, days: [5, 1]}]}\n", "phase-days-order",
       "```{phase-table}\nplan: p\n```\n"},
      {"checklists: [{id: p, title: x, items: 5}]\n", "field-list", "```{checklist}\nid: p\n```\n"},
      {"forms: [{id: p, title: x, fields: 5}]\n", "field-list", "```{form}\nid: p\n```\n"},
      {"objectives: [{id: p, level: company, title: x, category: c, owner: o, layer: wrong}]\n", "", ""},
      {"calculations: [{id: p, title: x, formulas: 5}]\n", "field-list", "```{calculation}\nid: p\n```\n"},
      {"funnels: [{id: p, title: x, steps: 5}]\n", "", "```{funnel}\nid: p\n```\n"},
      {"contrasts: [{id: p, title: x, columns: [a, b], rows: 5}]\n", "", "```{contrast}\nid: p\n```\n"},
  };
  for (const Row& row : rows) {
    INFO(row.family);
    const tests::MemorySite site(
        {{"content/index.md", std::string("# 頁\n\n") + row.page}, {"content/r.yaml", row.family}});
    const std::string found = site.findings();
    INFO(found);
    CHECK(found.find("unknown-record") == std::string::npos);
    CHECK(found.find(row.finding) != std::string::npos);
  }
}

TEST_CASE("a plan that is refused is not unknown to a template either", "[check]") {
  const tests::MemorySite site(
      {{"site.yaml", "title: t\nworkbooks: [w]\n"},
       {"content/index.md", "# t\n\n```{phase-table}\nplan: p\n```\n"},
       {"content/p.yaml", "plan: {id: p, title: x, days: 10, phases: [{id: a, title: y, days: [5, 1]}]}\n"},
       {"templates/w.yaml",
        "id: w\nversion: 1.0.0\ntitle: 試験\ndescription: 試験\nsheets:\n  - id: s\n    name: 表\n    title: 表\n"
        "    blocks:\n      - block: table\n        id: t\n        columns: [{id: a, label: x, type: text}]\n"
        "        rows: {from: risks, plan: p}\n"}});
  CHECK(site.findings() == "content/p.yaml:1:68 phase-days-order\n");
}
