// `shirube evaluate`: calculations of a site and single formulas, as authors and programs request them.
#include "source/json.h"
#include "support/catch.h"
#include "support/program.h"

using namespace shirube;
using source::Json;
using tests::run_shirube;

namespace {

constexpr const char* model = R"(calculations:
  - id: cost
    title: 費用
    inputs:
      - {id: price, symbol: p, label: 単価, value: 1200 円/人, least: 0, most: 10000}
      - {id: people, label: 人数, value: 5 人}
      - {id: share, label: 割合, value: 50 %, least: 0, most: 100, format: 0.0%}
    formulas:
      - {id: total, label: 合計, unit: 円, formula: p * people * share, format: '#,##0"円"', output: true}
      - {id: each, label: 余りの逆数, unit: '%', formula: 'share / MAX(share - 0.4, 0)', format: 0.0%}
    scenarios:
      - {id: many, label: 多数, values: {people: 8 人}}
)";

struct Site : tests::TemporaryFolder {
  Site() {
    write("site.yaml", "title: 試験\n");
    write("content/index.md", "# 試験\n");
    write("content/cost.yaml", model);
  }
  tests::Outcome evaluate(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"-r", path(), "evaluate"});
    return run_shirube(std::move(arguments));
  }
};

Json line(const Json& lines, const std::string& id) {
  for (const Json& each : lines) {
    if (each.at("id") == id) return each;
  }
  return nullptr;
}

}  // namespace

TEST_CASE_METHOD(Site, "a calculation is printed with its inputs, formulas, units and results") {
  const auto outcome = evaluate({"cost"});
  CHECK(outcome.code == 0);
  CHECK(outcome.out.find("= p * people * share") != std::string::npos);
  CHECK(outcome.out.find("3,000円") != std::string::npos);

  const auto json = Json::parse(evaluate({"cost", "--json"}).out);
  CHECK(json.at("calculation") == "cost");
  CHECK(json.at("scenario") == nullptr);
  CHECK(line(json.at("inputs"), "share").at("value") == 0.5);
  CHECK(line(json.at("inputs"), "share").at("text") == "50.0%");
  CHECK(line(json.at("formulas"), "total").at("value") == 3000.0);
  CHECK(line(json.at("formulas"), "total").at("text") == "3,000円");
}

TEST_CASE_METHOD(Site, "a scenario and settings change inputs, settings last") {
  const auto total = [this](std::vector<std::string> more) {
    more.insert(more.begin(), {"cost", "--json"});
    return line(Json::parse(evaluate(more).out).at("formulas"), "total").at("value").get<double>();
  };
  CHECK(total({"--scenario", "many"}) == 4800);
  CHECK(total({"--set", "p=100"}) == 250);
  CHECK(total({"--scenario", "many", "--set", "people=2", "--set", "share=25%"}) == 600);
  CHECK(total({"--set", "price=1千円/人"}) == 2500);
}

TEST_CASE_METHOD(Site, "an error is a value with a name, and a dash on pages") {
  const auto outcome = evaluate({"cost", "--json", "--set", "share=40%"});
  CHECK(outcome.code == 0);
  const Json each = line(Json::parse(outcome.out).at("formulas"), "each");
  CHECK(each.at("value") == nullptr);
  CHECK(each.at("error") == "#DIV/0!");
  CHECK(each.at("text") == "—");
}

TEST_CASE_METHOD(Site, "what cannot be set is reported with the place in the setting") {
  const auto reports = [this](const std::vector<std::string>& arguments, const char* rule) {
    const auto outcome = evaluate(arguments);
    INFO(outcome.out << outcome.err);
    CHECK(outcome.code == 1);
    CHECK((outcome.out + outcome.err).find(rule) != std::string::npos);
  };
  reports({"costs"}, "unknown-calculation");
  reports({"cost", "--scenario", "few"}, "unknown-scenario");
  reports({"cost", "--set", "p"}, "setting-form");
  reports({"cost", "--set", "total=3"}, "calculation-not-an-input");
  reports({"cost", "--set", "p=-1"}, "calculation-range");
  reports({"cost", "--set", "p=3 %"}, "unit-mismatch");
  reports({"cost", "--set", "share=500%%"}, "8%");
}

TEST_CASE("a single formula is computed with what is set") {
  const auto value = [](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"evaluate", "--expression"});
    const auto outcome = run_shirube(std::move(arguments));
    INFO(outcome.err);
    CHECK(outcome.code == 0);
    return outcome.out;
  };
  CHECK(value({"1 + 2 * 3"}) == "7\n");
  CHECK(value({"2 ^ 3 ^ 2"}) == "64\n");
  CHECK(value({"-2 ^ 2"}) == "4\n");
  CHECK(value({"ROUND(-2.5, 0)"}) == "-3\n");
  CHECK(value({"1 / 0"}) == "#DIV/0!\n");
  CHECK(value({"a * b", "--set", "a=3", "--set", "b=50%"}) == "150%\n");
  CHECK(value({"売上 / 人数", "--set", "売上=600 円", "--set", "人数=3 人"}) == "200円/人\n");
  CHECK(value({"SUM(x)", "--set", "x=[1, 2, 3.5]"}) == "6.5\n");
  CHECK(value({"IF(ok, \"はい\", \"いいえ\")", "--set", "ok=TRUE"}) == "はい\n");
  const auto json = Json::parse(value({"a + 1", "--set", "a=3", "--json"}));
  CHECK(json.at("value") == 4.0);
  CHECK(json.at("error") == nullptr);
}

TEST_CASE("a formula without a value for a name, or that is not one, is reported with its place") {
  const auto reports = [](const std::string& formula, const char* rule) {
    const auto outcome = run_shirube({"evaluate", "--expression", formula, "--set", "a=3 円"});
    INFO(outcome.out << outcome.err);
    CHECK(outcome.code == 1);
    CHECK((outcome.out + outcome.err).find(rule) != std::string::npos);
  };
  reports("a + b", "formula-no-value");
  reports("a +", "formula");
  reports("a + 3", "formula-unit-number");
  CHECK(run_shirube({"evaluate"}).code == 2);
}
