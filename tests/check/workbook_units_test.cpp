// A number keeps its unit on its way from a calculation of the records into a line of a sheet.
#include "support/catch.h"
#include "support/memory_site.h"

using namespace shirube;

namespace {

std::string findings(const std::string& line) {
  return tests::MemorySite(
             tests::Files{{"site.yaml", "title: t\nworkbooks: [w]\nrules: {practice: off}\n"},
                          {"content/c.yaml",
                           "calculations:\n  - id: c\n    title: 計算\n    inputs:\n"
                           "      - {id: saved, symbol: s, label: 短縮, value: 18 分/回, least: 0 分/回, most: 60 分/回}\n"
                           "      - {id: rate, label: 率, value: 5 %, least: 0, most: 100}\n"
                           "      - {id: cost, label: 費用, value: 3 百万円, least: 0 百万円, most: 9 百万円}\n"
                           "    formulas:\n      - {id: twice, label: 二倍, unit: '%', formula: rate * 2, output: true}\n"
                           "    scenarios:\n      - {id: base, label: 標準}\n"},
                          {"templates/w.yaml",
                           "id: w\nversion: 1.0.0\ntitle: 試験\ndescription: 試験\nlists:\n"
                           "  - {id: l, label: 表, from: scenarios, calculation: c}\nsheets:\n  - id: s\n    name: 表\n    title: 表\n    blocks:\n"
                           "      - {block: model, id: m, record: c, part: values, choices: l}\n"
                           "      - {block: calculation, id: r, lines: [{id: x, label: X, " + line + "}]}\n"}})
      .findings();
}

}  // namespace

TEST_CASE("a line that repeats one of a calculation in another unit is an error") {
  for (const char* wrong : {"type: percent, formula: m.saved", "type: percent, formula: m.s", "type: number, unit: 円, formula: m.cost",
                            "type: number, unit: 時間/回, formula: m.saved", "type: number, unit: 倍, formula: m.rate", "type: number, unit: 人, formula: m.twice"}) {
    INFO(wrong);
    CHECK(findings(wrong).find("unit-mismatch") != std::string::npos);
  }
  for (const char* right : {"type: percent, formula: m.rate", "type: percent, formula: m.twice", "type: number, unit: 分/回, formula: m.saved",
                            "type: number, unit: 百万円, formula: m.cost", "type: number, decimals: 0, formula: m.saved", "type: number, unit: 円, formula: m.cost * 1000000"}) {
    INFO(right);
    CHECK(findings(right) == "");
  }
}
