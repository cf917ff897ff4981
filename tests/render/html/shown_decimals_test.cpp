// Decimals that are typed are decimals that are shown; a title says what its roles show.
#include "model/shown_text.h"
#include "model/usual_format.h"
#include "model/workbook_source.h"
#include "support/catch.h"
#include "support/memory_site.h"

using namespace shirube;

namespace {

// What {value} shows of the last figure.
std::string shown(const std::string& figure) {
  const tests::MemorySite site({{"content/f.yaml", "figures:\n" + figure},
                                {"content/index.md", "---\ntitle: t\n---\n\n## {value}`x`\n"}});
  INFO(site.findings());
  REQUIRE(site.loaded);
  return site.loaded->site.site().page(*site.loaded->site.site().home).parsed.headings.front().text;
}

std::string inputs_and_formulas(const std::string& calculation) {
  const tests::MemorySite site({{"content/c.yaml", "calculations:\n  - id: c\n    title: 計算\n" + calculation}});
  INFO(site.findings());
  REQUIRE(site.loaded);
  const model::Calculation& found = site.loaded->site.site().records.calculations.front();
  const model::CalculationResult& result = site.loaded->site.calculation_result(0, {});
  std::string all;
  for (std::size_t i = 0; i < found.inputs.size(); ++i) {
    all += model::show_value(result.inputs[i], found.inputs[i].format) + " ";
  }
  for (std::size_t i = 0; i < found.formulas.size(); ++i) {
    all += model::show_value(result.formulas[i], found.formulas[i].format) + " ";
  }
  return all;
}

}  // namespace

TEST_CASE("a figure is shown with the decimals it was typed with", "[html]") {
  CHECK(shown("  - {id: x, label: 率, value: 6.25, unit: '%'}\n") == "6.25%");
  CHECK(shown("  - {id: x, label: 率, value: 6.50, unit: '%'}\n") == "6.50%");
  CHECK(shown("  - {id: x, label: 時間, value: 1.5, unit: 時間}\n") == "1.5時間");
  CHECK(shown("  - {id: x, label: 件数, value: 0.04, unit: 件/週}\n") == "0.04件/週");
  CHECK(shown("  - {id: x, label: 人数, value: 12, unit: 人}\n") == "12人");
  CHECK(shown("  - {id: x, label: 売上, value: 1.5 億円, unit: 百万円}\n") == "150百万円");
  CHECK(shown("  - {id: x, label: 売上, value: 1 千円, unit: 百万円}\n") == "0.001百万円");
  CHECK(shown("  - {id: x, label: 時間, value: 90 分, unit: 時間}\n") == "1.5時間");
  CHECK(shown("  - {id: x, label: 率, value: 6.25, unit: '%', decimals: 0}\n") == "6%");
  CHECK(shown("  - {id: y, label: 率, value: 0.75}\n  - {id: x, label: 半分, formula: y / 2}\n") == "0.375");
}

TEST_CASE("a quantity of a record is shown with the decimals it was typed with", "[html]") {
  const tests::MemorySite site(tests::Files{{"content/i.yaml", R"(indicators:
  - {id: a, label: 倍率, definition: d, layer: outcome, unit: 件, direction: up, frequency: 月, data_source: x, baseline: 3.0 件, target: {kind: ratio, value: 1.50 倍}}
  - {id: b, label: 差, definition: d, layer: outcome, unit: '%', direction: up, frequency: 月, data_source: x, target: {kind: difference, value: {value: 30.0, unit: pt}}}
  - {id: c, label: 値, definition: d, layer: outcome, unit: 回/週, direction: up, frequency: 月, data_source: x, target: {kind: absolute, value: 2.00 回/週, from: 1 回/週}}
)"}});
  INFO(site.findings());
  REQUIRE(site.loaded);
  const auto& indicators = site.loaded->site.site().records.indicators;
  CHECK(model::describe_target(indicators[0]) == "事前の 1.50倍");
  CHECK(model::describe_target(indicators[1]) == "事前から +30.0pt");
  CHECK(model::describe_target(indicators[2]) == "1回/週 → 2.00回/週");
  CHECK(model::show(*indicators[0].baseline) == "3.0件");
  // Nobody typed what a number is converted or calculated to.
  CHECK(model::show(model::Quantity{1.5, {"倍"}, {}}) == "1.5倍");
  CHECK(model::show(model::Quantity{1.123456789, {}, {}, 9}) == "1.123457");
}

TEST_CASE("a line of a calculation is shown with the decimals of what is typed for it", "[html]") {
  CHECK(inputs_and_formulas("    inputs:\n"
                            "      - {id: a, label: 率, value: 6.25 %, least: 0, most: 100, step: 0.25}\n"
                            "      - {id: h, label: 時間, value: 1.5 時間, least: 0, most: 100, step: 0.5}\n"
                            "      - {id: w, label: 件数, value: 4 件, step: 0.05}\n"
                            "      - {id: p, label: 円, value: 1200 円}\n"
                            "    formulas:\n"
                            "      - {id: d, label: 四半分, unit: 時間, formula: h / 4, output: true}\n"
                            "      - {id: e, label: 三分, unit: 円, formula: p / 7}\n") ==
        "6.25% 1.5時間 4.00件 1,200円 0.375時間 171円 ");
  CHECK(inputs_and_formulas("    inputs:\n      - {id: a, label: 率, value: 6 %}\n"
                            "    formulas:\n      - {id: b, label: 倍, unit: '%', formula: a * 2}\n"
                            "    scenarios:\n      - {id: s, label: 例, values: {a: 6.125 %}}\n") == "6.000% 12.0% ");
  CHECK(inputs_and_formulas("    inputs:\n      - {id: a, label: 率, value: 6.25 %, format: 0%}\n"
                            "    formulas:\n      - {id: b, label: 倍, unit: '%', formula: a * 2, format: 0%}\n") == "6% 13% ");
  CHECK(inputs_and_formulas("    inputs:\n      - {id: a, label: 率, value: 55 %, least: 0, most: 100, step: 5}\n"
                            "      - {id: n, label: 数, value: 3, least: 1, most: 9, step: 1}\n"
                            "    formulas:\n      - {id: b, label: 積, unit: '%', formula: a * n}\n") == "55% 3 165.0% ");
}

TEST_CASE("a title taken from a heading says what the heading shows", "[html]") {
  const tests::MemorySite site(
      {{"content/f.yaml", "figures:\n  - {id: rate, label: 率, unit: \"%\", value: 6.25}\n"},
       {"content/a.md", "# 率は {value}`rate`\n\n本文\n"},
       {"content/b.md", "# **{ref}`a.md`** とは\n"},
       {"content/index.md", "# t\n"}});
  INFO(site.findings());
  REQUIRE(site.loaded);
  std::string titles;
  for (const auto& page : site.loaded->site.site().pages) titles += page.parsed.front_matter.title.value + "|";
  CHECK(titles == "率は 6.25%|率は 6.25% とは|t|");
}
