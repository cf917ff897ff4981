#include "expression/decimal.h"
#include "support/catch.h"
#include "support/memory_site.h"

using namespace shirube;

namespace {

tests::MemorySite site(const std::string& figures) {
  return tests::MemorySite({{"content/f.yaml", "figures:\n" + figures}});
}

// With 15 digits.
std::string last_value(const std::string& figures) {
  const tests::MemorySite found = site(figures);
  INFO(found.findings());
  REQUIRE(found.loaded);
  const model::CheckedSite& checked = found.loaded->site;
  return expression::number_to_text(checked.figure_value(checked.site().records.figures.size() - 1));
}

const std::string amounts =
    "  - {id: once, label: 一時費用, value: 500000, unit: 円}\n"
    "  - {id: monthly, label: 月額費用, value: 40, unit: 千円/月}\n"
    "  - {id: profit, label: 粗利の増分, value: 64 万円/月, unit: 円/月}\n"
    "  - {id: share, label: 実施率, value: 40, unit: '%'}\n"
    "  - {id: goal, label: 目標, value: 70, unit: '%'}\n";

}  // namespace

TEST_CASE("a percent among the figures is a ratio in formulas and a percent where it is shown") {
  CHECK(last_value(amounts + "  - {id: a, label: 差, unit: pt, decimals: 0, formula: goal - share}\n") == "30");
  CHECK(last_value(amounts + "  - {id: a, label: 残り, unit: '%', formula: 1 - share}\n") == "60");
  CHECK(last_value(amounts + "  - {id: a, label: 費用, unit: 円, formula: once * share}\n") == "200000");
  CHECK(last_value(amounts + "  - {id: a, label: 倍率, unit: 倍, formula: goal / share}\n") == "1.75");
}

TEST_CASE("a value may be written in another unit of the same thing, and is converted once") {
  CHECK(last_value(amounts + "  - {id: a, label: 月, unit: ヶ月, formula: once / profit}\n") == "0.78125");
  CHECK(site("  - {id: a, label: 費用, value: 5 人, unit: 円}\n").findings() == "content/f.yaml:2:31 unit-mismatch\n");
  CHECK(site("  - {id: a, label: 割合, value: 5 pt, unit: '%'}\n").findings() == "content/f.yaml:2:31 unit-mismatch\n");
  CHECK(site("  - {id: a, label: 費用, value: 5 人}\n").findings() == "content/f.yaml:2:31 field-number\n");
}

TEST_CASE(
    "the payback of a proposal, a monthly cost over a monthly profit, is refused; a one-off cost over it is months") {
  const std::string costs = amounts + "  - {id: running, label: 月額費用, value: 40000, unit: 円/月}\n";
  CHECK(site(costs + "  - {id: payback, label: 回収期間, unit: ヶ月, formula: running / profit}\n").findings() ==
        "content/f.yaml:8:51 formula-declared-plain\n");
  CHECK(last_value(costs + "  - {id: payback, label: 回収期間, unit: ヶ月, formula: once / (profit - running)}\n") ==
        "0.833333333333333");
}

TEST_CASE("figures in wrong units are refused where they meet") {
  const std::pair<const char*, const char*> table[] = {
      {"unit: 円, formula: once + monthly", "formula-unit"},
      {"unit: 円/月, formula: profit - monthly", "formula-unit-scale"},
      {"unit: 円, formula: once + 1000", "formula-unit-number"},
      {"unit: '%', formula: goal / share * 100", "formula-times-hundred"},
      {"formula: once", "formula-declared-none"},
  };
  for (const auto& [fields, rule] : table) {
    INFO(fields);
    CHECK(site(amounts + "  - {id: a, label: 計, " + fields + "}\n")
              .findings()
              .ends_with(" " + std::string(rule) + "\n"));
  }
}

TEST_CASE("an error is reported once, not again for each figure that depends on it") {
  CHECK(site(amounts + "  - {id: a, label: 甲, unit: 円, formula: once + share}\n"
                       "  - {id: b, label: 乙, unit: 円, formula: a * 2}\n"
                       "  - {id: c, label: 丙, unit: 円, formula: b * 2}\n")
            .findings() == "content/f.yaml:7:48 formula-unit\n");
  CHECK(site("  - {id: a, label: 甲, formula: b / 0}\n"
             "  - {id: b, label: 乙, value: 1}\n"
             "  - {id: c, label: 丙, formula: a * 2}\n")
            .findings() == "content/f.yaml:2:32 figure-not-a-number\n");
}

TEST_CASE("figures are computed in any order, one that depends on itself is reported") {
  constexpr int count = 3000;
  std::string chain;
  for (int i = 0; i < count; ++i)
    chain += "  - {id: f" + std::to_string(i) + ", label: 数, formula: f" + std::to_string(i + 1) + " + 1}\n";
  const tests::MemorySite found = site(chain + "  - {id: f" + std::to_string(count) + ", label: 数, value: 1}\n");
  INFO(found.findings());
  REQUIRE(found.loaded);
  CHECK(found.loaded->site.figure_value(0) == count + 1);
  CHECK(site("  - {id: a, label: 甲, formula: a + 1}\n").findings() == "content/f.yaml:2:32 figure-circle\n");
}
