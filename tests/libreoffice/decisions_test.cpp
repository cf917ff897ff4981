// Decisions and counters of our own workbooks, filled in and recalculated by LibreOffice: what the page judges, what
// the file carries and what LibreOffice says are the same, and a sheet that nobody has filled in is never complete.
#include "expression/node_process.h"
#include "libreoffice/own_books.h"
#include "model/gate_result.h"
#include "source/format.h"
#include "support/catch.h"

using namespace shirube;
using Case = tests::BookCase;
using Own = tests::OwnBooks;
using Values = Own::Values;

namespace {

struct Measured {
  double awareness[2];  // % before and after
  double proposals[2];
  double cycle[2];
  double profit[2];
  double days[2];
};

// Goals: awareness +30 pt, proposals × 1.5, cycle 2, profit × 1.0625, lead time × 0.85 (less is better).
const Measured measured[] = {
    {{50, 80}, {2, 3}, {2.67, 3}, {8e6, 8.5e6}, {10, 8}},        // began above its goal, and stays there
    {{50, 80}, {2, 3}, {2.4, 1.2}, {8e6, 8.5e6}, {10, 8}},       // began above, and left it
    {{50, 80}, {2, 3}, {2.4, 2.6}, {8e6, 8.5e6}, {10, 8}},       //
    {{50, 80}, {2, 3}, {2, 2}, {8e6, 8.5e6}, {10, 8}},           // began at its goal
    {{50, 80}, {2, 3}, {2, 1.9}, {8e6, 8.5e6}, {10, 8}},         //
    {{50, 80}, {2, 3}, {1, 1.3}, {8e6, 8.5e6}, {10, 8.5}},       // exactly 3 of 10, exactly × 0.85
    {{50, 80}, {2, 3}, {1, 1.29}, {8e6, 8.5e6}, {10, 8.51}},     //
    {{50, 80}, {2, 3}, {1, 0.5}, {8e6, 8.5e6}, {10, 8}},         // worse
    {{50, 20}, {2, 3}, {1, 5}, {8e6, 8.5e6}, {10, 8}},           // worse; far beyond
    {{50, 59}, {2, 2.3}, {1, 1.3}, {8e6, 8.5e6}, {10, 8}},       // 3 + 3 + 3
    {{50, 70}, {2, 2.7}, {1, 1.7}, {8e6, 8.4e6}, {10, 9}},       //
    {{70, 100}, {0, 3}, {1, 2}, {8e6, 8.5e6}, {10, 8}},          // a multiple of 0 is 0
    {{0, 30}, {1, 1.5}, {0, 2}, {8e6, 8.5e6}, {10, 8}},          //
    {{33.3, 63.3}, {0.3, 0.45}, {0.1, 2}, {8e6, 8.5e6}, {3, 2.55}},  // roundings
    {{10, 40}, {1.1, 1.65}, {1, 2}, {7999999.9, 8499999.89375}, {7, 5.95}},
    {{50, 79.9}, {2, 2.99}, {1, 1.99}, {8e6, 8499999}, {10, 8.6}},
    {{50, 50}, {2, 2}, {3, 3}, {8e6, 8e6}, {10, 10}},
    {{50, 100}, {2, 4}, {1, 4}, {8e6, 9e6}, {10, 5}},
    {{50, 60}, {2, 5}, {1, 1.96}, {8e6, 8.5e6}, {10, 8}},
    {{60, 90}, {3, 4.4}, {1.5, 2}, {9e6, 9.5e6}, {12, 10.2}},
    {{60, 90}, {3, 4.5}, {1.5, 1.65}, {9e6, 9562500}, {12, 10.3}},
    {{20, 29}, {4, 4.6}, {1, 1.3}, {5e6, 5312499}, {20, 17}},
};

const char* word(model::Standing standing) {
  return standing == model::Standing::met ? "満たす"
         : standing == model::Standing::not_met ? "満たさない"
                                                : "判定できない";
}

const char* word(model::Verdict verdict) {
  const std::map<model::Verdict, const char*> words = {{model::Verdict::expand, "拡張"},
                                                       {model::Verdict::proceed, "続行"},
                                                       {model::Verdict::pivot, "ピボット"},
                                                       {model::Verdict::stop, "中止"}};
  return words.at(verdict);
}

// What the sheet says of these values, in formulas of their own. A multiple of 0 has no answer.
std::map<std::string, std::string> gate_formulas(const Measured& one) {
  const auto& [b, a] = one.awareness;
  const std::string awareness = source::format("10 * ATTAINED({0} / 100, {1} / 100, {0} / 100 + 0.3, 1)", b, a);
  const std::string proposals =
      source::format("10 * ATTAINED({0}, {1}, {0} * 1.5, 1)", one.proposals[0], one.proposals[1]);
  const std::string cycle = source::format("10 * ATTAINED({}, {}, 2, 1)", one.cycle[0], one.cycle[1]);
  std::map<std::string, std::string> formulas{
      {"row: 前日売上把握率の達成度", awareness},
      {"row: 施策実行サイクルの達成度", cycle},
      {"gate.operation",
       source::format("IF(OR(REACHES({1}, {0} * 1.0625), REACHES({2} * 0.85, {3})), \"満たす\", \"満たさない\")",
                      one.profit[0], one.profit[1], one.days[0], one.days[1])}};
  if (one.proposals[0] == 0) return formulas;
  const std::string sum = awareness + " + " + proposals + " + " + cycle;
  formulas["row: 改善提案回数の達成度"] = proposals;
  formulas["row: 三つの達成度の合計"] = sum;
  formulas["gate.leading"] =
      source::format("IF(AND(REACHES({}, 20), REACHES({}, 3), REACHES({}, 3), REACHES({}, 3)), \"満たす\", \"満たさない\")",
                     sum, awareness, proposals, cycle);
  return formulas;
}

// What the page would say, and the same values typed into the sheet.
Case gate_case(const Own& own, const Measured& one, std::size_t number) {
  const model::Records& records = own.site().records;
  const model::Gate& gate = records.gates.front();
  model::PilotResult result = own.loaded->site.pilot_result(0);
  Case filled{source::format("gate-{}", number), "pilot-gate", {}, {}, gate_formulas(one)};
  const std::pair<const char*, const double*> rows[] = {{"daily-sales-awareness", one.awareness},
                                                        {"improvement-proposals", one.proposals},
                                                        {"initiative-cycle", one.cycle},
                                                        {"monthly-gross-profit", one.profit},
                                                        {"decision-lead-time", one.days}};
  for (const auto& [id, values] : rows) {
    for (model::IndicatorResult& indicator : result.indicators) {
      const model::Indicator& record = records.indicators[indicator.indicator];
      if (record.head.id.value != id) continue;
      indicator.before = values[0];
      indicator.after = values[1];
      if (record.target) indicator.target = model::judge(*record.target, record.direction, values[0], values[1]);
      const double scale = record.unit.symbol == "%" ? 100 : 1;
      filled.values[std::string("gate.") + id + "-before"] = values[0] / scale;
      filled.values[std::string("gate.") + id + "-after"] = values[1] / scale;
    }
  }
  filled.values["gate.stories-complete"] = static_cast<double>(result.stories);
  const model::GateResult judged = model::evaluate_gate(gate, result, records);
  for (std::size_t i = 0; i < gate.criteria.size(); ++i) {
    filled.expected["gate." + gate.criteria[i].id.value] = word(judged.criteria[i].standing);
  }
  filled.expected["gate.verdict"] =
      judged.verdict ? word(gate.verdicts[*judged.verdict].verdict) : "まだ判断できない";
  return filled;
}

using People = std::vector<std::vector<double>>;  // before, and up to four weeks

Values week(const std::string& table, const People& people) {
  Values values;
  for (std::size_t person = 0; person < people.size(); ++person) {
    const char* columns[] = {"baseline", "w1", "w2", "w3", "w4"};
    for (std::size_t i = 0; i < people[person].size(); ++i) {
      values[source::format("{}.{}.{}", table, person + 1, columns[i])] = people[person][i];
    }
  }
  return values;
}

Case log_case(const std::string& name, const std::string& table, const People& people) {
  Case filled{name, "kpi-weekly", week(table, people), {}, {}};
  std::string before;
  std::string after;
  int both = 0;
  std::size_t records = 0;
  for (const auto& person : people) {
    records += person.size() - 1;
    if (person.size() < 2) continue;
    ++both;
    before += (before.empty() ? "" : " + ") + source::format("{}", person[0]);
    std::string weeks;
    for (std::size_t i = 1; i < person.size(); ++i) weeks += (weeks.empty() ? "" : ", ") + source::format("{}", person[i]);
    after += (after.empty() ? "" : " + ") + ("AVERAGE(" + weeks + ")");
  }
  before = source::format("({}) / {}", before, both);
  after = source::format("({}) / {}", after, both);
  const std::string block = table + "-result.";
  filled.formulas[block + "before"] = before;
  filled.formulas[block + "after"] = after;
  std::string reached = "REACHES(" + after + ", 2)";
  if (table == "awareness") reached = source::format("REACHES(({} - {}) * 100, 30)", after, before);
  if (table == "proposals") reached = source::format("REACHES({} / ({}), 1.5)", after, before);
  filled.formulas[block + "standing"] =
      both < 3 || records < 10 ? "\"まだ判定しない（記録が足りない）\""
                               : "IF(" + reached + ", \"届いた\", \"届いていない\")";
  return filled;
}

// Goal `number` of the goals table.
void add_goal(Values& values, int number, double weight) {
  const std::string key = source::format("goals.{}.", number);
  values[key + "goal"] = std::string("新しい契約を3件結ぶ");
  values[key + "weight"] = weight;
  values[key + "target"] = 3.0;
}

void add_rating(Values& values, int number, const std::string& difficulty = "標準",
                const std::string& achievement = "達成") {
  values[source::format("result.{}.difficulty", number)] = difficulty;
  values[source::format("result.{}.achievement", number)] = achievement;
  values[source::format("review.{}.first", number)] = achievement;
}

struct Rated {
  double weight;
  std::string difficulty;
  std::string achievement;
  int points;
};

// Goals with their ratings, as personnel would add them up.
Case score_case(const std::string& name, const std::vector<Rated>& goals) {
  Case filled{name, "mbo-sheet", {}, {}, {}};
  filled.values["header.stage"] = std::string("期末");
  std::string weights;
  std::string sum;
  for (std::size_t i = 0; i < goals.size(); ++i) {
    const Rated& goal = goals[i];
    add_goal(filled.values, static_cast<int>(i + 1), goal.weight);
    add_rating(filled.values, static_cast<int>(i + 1), goal.difficulty, goal.achievement);
    weights += (weights.empty() ? "" : " + ") + source::format("{}", goal.weight);
    sum += (sum.empty() ? "" : " + ") + source::format("{} * {}", goal.weight, goal.points);
  }
  filled.formulas["score.total"] =
      source::format("IF({} <> 100, \"—（ウェイトの合計が100でない）\", ({}) / 100)", weights, sum);
  return filled;
}

// Every result of the calculation with these inputs; `lines` get what the browser calculates, `wanted` what it has to say.
Case calculation_case(const Own& own, const std::string& name, const std::map<std::string, double>& changed,
                      std::vector<std::string>& lines, std::vector<std::string>& wanted) {
  const model::Calculation& roi = own.calculation("roi");
  Case filled{name, "roi-model", {{"roi.scenario", std::string(model::own_values_choice)}}, {}, {}};
  model::InputValues values;
  for (std::size_t i = 0; i < roi.inputs.size(); ++i) {
    const auto found = changed.find(roi.inputs[i].name.id.value);
    if (found == changed.end()) continue;
    values[i] = found->second;
    filled.values["roi.own." + found->first] = found->second;
  }
  REQUIRE(values.size() == changed.size());
  const model::CalculationResult result = model::evaluate_calculation(roi, values);
  for (std::size_t i = 0; i < roi.formulas.size(); ++i) {
    const std::string value = tests::shown(result.formulas[i]);
    if (result.formulas[i].get<expression::Error>() == nullptr) {
      filled.expected["roi.result." + roi.formulas[i].name.id.value] = value;
    }
    lines.push_back(tests::javascript_line(roi.formulas[i].formula, [&](const std::string& symbol) {
      return result.value(*model::find_line(roi, symbol));
    }));
    wanted.push_back(value);
  }
  return filled;
}

}  // namespace

TEST_CASE("the page and the sheet of a gate say the same of the same values", "[.][libreoffice]") {
  const Own own;
  std::vector<Case> cases;
  for (std::size_t i = 0; i < std::size(measured); ++i) cases.push_back(gate_case(own, measured[i], i));
  // What outsiders met: 0.1.0 let an indicator that had reached its goal take points away.
  CHECK(cases[0].expected.at("gate.leading") == "満たす");
  CHECK(cases[1].expected.at("gate.leading") == "満たさない");
  CHECK(cases[2].expected.at("gate.leading") == "満たす");
  // A threshold that was agreed on takes the place of the one proposed.
  Case agreed = cases[0];
  agreed.name = "gate-agreed";
  agreed.values["gate.threshold-agreed-uplift"] = 0.08;
  agreed.expected["gate.agreed-uplift"] = "満たさない";
  agreed.expected["gate.verdict"] = "続行";
  cases.push_back(agreed);
  Case open = cases[0];
  open.name = "gate-open";
  open.values["gate.threshold-agreed-uplift"] = expression::Value();
  open.expected["gate.agreed-uplift"] = "判定できない";
  open.expected["gate.verdict"] = "まだ判断できない";
  open.expected["state: 判定"] = "記入中";
  open.expected["missing: 判定"] = "2";  // the threshold, and the criterion that lacks it
  cases.push_back(open);
  cases[0].expected["state: 判定"] = "完了";
  Case begun{"gate-begun", "pilot-gate", {{"gate.initiative-cycle-after", 3.0}}, {}};
  begun.expected = {{"state: 判定", "記入中"}, {"missing: 判定", "4"}, {"gate.verdict", "まだ判断できない"},
                    {"result.stories", "判定できない"}};
  cases.push_back(begun);
  tests::compare_faces(own, cases);
}

TEST_CASE("the weekly log compares those who have both, and judges when enough is there", "[.][libreoffice]") {
  const Own own;
  const std::string standing = "cycle-result.standing";
  const std::string change = "cycle-result.change";
  tests::compare_faces(own, {{"log-one", "kpi-weekly", week("cycle", {{1, 5}}), {{standing, "まだ判定しない（記録が足りない）"}}},
                {"log-all", "kpi-weekly",
                 week("cycle", {{1, 2, 2, 2, 2}, {1, 2, 2, 2, 2}, {1, 2, 2, 2, 2}, {1, 2, 2, 2, 2}, {1, 2, 2, 2, 2}}),
                 {{standing, "届いた"}, {change, "1"}}},
                {"log-left", "kpi-weekly",
                 week("cycle", {{1, 2, 2, 2, 2}, {1, 2, 2, 2, 2}, {1, 2, 2, 2, 2}, {1, 2, 2, 2, 2}, {9}}),
                 {{standing, "届いた"}, {change, "1"}, {"cycle-result.before", "1"}, {"cycle-result.people", "4"}}},
                {"log-near", "kpi-weekly",
                 week("cycle", {{1, 1.96, 1.96, 1.96, 1.96}, {1, 1.96, 1.96, 1.96, 1.96}, {1, 1.96, 1.96, 1.96, 1.96}}),
                 {{standing, "届いていない"}}},
                {"log-percent", "kpi-weekly", {{"awareness.1.w1", 60.0}, {"awareness.1.baseline", 0.4}},
                 {{"log-checks.percent", "要確認"}, {"awareness-result.standing", "要確認（範囲の外の値がある）"}}},
                {"log-blank", "kpi-weekly", {},
                 {{standing, ""}, {"state: 記録", "未着手"}, {"state: 集計", "未着手"}, {"state: 合計", "未着手"}}}});
}

TEST_CASE("the weekly log comes to the same on the sheet, in evaluate and in the browser", "[.][libreoffice]") {
  const Own own;
  const auto all = [](const std::vector<double>& person) { return People(5, person); };
  tests::compare_faces(
      own, {log_case("week-met", "cycle", all({1, 2, 2, 2, 2})), log_case("week-above", "cycle", all({2.67, 3, 3, 3, 3})),
            log_case("week-left", "cycle", all({2.4, 1.2, 1.2, 1.2, 1.2})),
            log_case("week-near", "cycle", all({1, 1.99, 2, 2, 2})),
            log_case("week-thirds", "cycle", {{1, 2, 2, 1}, {1, 2, 3}, {2, 2, 2, 2}, {1}, {0, 1, 3, 2}}),
            log_case("week-two", "cycle", {{1, 2, 2, 2, 2}, {1, 2, 2, 2, 2}}),
            log_case("times-met", "proposals", all({2, 3, 3, 3, 3})),
            log_case("times-near", "proposals", all({2, 2.9, 3, 3, 3})),
            log_case("times-tenths", "proposals", all({0.2, 0.3, 0.3, 0.3, 0.3})),
            log_case("times-mixed", "proposals", {{1, 2, 1}, {2, 4, 3, 5}, {3, 3, 3, 3}, {2, 2}, {1, 1, 2}}),
            log_case("points-met", "awareness", all({0.4, 0.7, 0.7, 0.7, 0.7})),
            log_case("points-near", "awareness", all({0.4, 0.69, 0.7, 0.7, 0.7})),
            log_case("points-eighths", "awareness", all({0.125, 0.425, 0.425, 0.425, 0.425})),
            log_case("points-worse", "awareness", all({0.8, 0.5, 0.5, 0.5, 0.5}))});
}

TEST_CASE("the investment comes to the same on the page, the sheet and in the browser", "[.][libreoffice]") {
  const Own own;
  std::vector<std::string> lines;
  std::vector<std::string> wanted;
  std::vector<Case> cases;
  const std::map<std::string, double> inputs[] = {{{"uplift", 0.0625}},
                                                  {{"uplift", 0.08}},
                                                  {{"uplift", 0}},
                                                  {{"sales-per-manager", 0}},
                                                  {{"sales-per-manager", 3'333'333}, {"gross-margin", 0.335}},
                                                  {{"managers", 12}, {"uplift", 0.0225}},
                                                  {{"uplift", 0.2}, {"gross-margin", 1}},
                                                  {{"managers", 1}, {"uplift", 0.015}, {"gross-margin", 0.01}}};
  for (const auto& one : inputs) {
    cases.push_back(calculation_case(own, source::format("roi-{}", cases.size()), one, lines, wanted));
  }
  tests::compare_faces(own, cases);
  const auto browser = tests::run_in_node(lines);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    INFO(lines[i]);
    CHECK(tests::shown(browser[i]) == wanted[i]);
  }
}

TEST_CASE("a total score is what the ratings add up to, everywhere", "[.][libreoffice]") {
  const Own own;
  const Rated plain{20, "標準", "達成", 3};
  tests::compare_faces(
      own, {score_case("score-plain", {plain, plain, plain, plain, plain}),
            score_case("score-high", {{30, "高い", "超過達成", 5}, {30, "高い", "達成", 4}, {20, "標準", "超過達成", 4},
                                      {10, "低い", "超過達成", 3}, {10, "高い", "未達", 2}}),
            score_case("score-low", {{40, "低い", "未達", 1}, {15, "低い", "やや未達", 1}, {15, "標準", "未達", 1},
                                     {15, "標準", "やや未達", 2}, {15, "高い", "やや未達", 3}}),
            score_case("score-one", {{100, "高い", "達成", 4}}),
            score_case("score-six", {{15, "標準", "達成", 3}, {15, "標準", "超過達成", 4}, {15, "低い", "達成", 2},
                                     {15, "高い", "超過達成", 5}, {20, "高い", "達成", 4}, {20, "標準", "未達", 1}}),
            score_case("score-light", {{20, "標準", "達成", 3}, {79, "標準", "達成", 3}}),
            score_case("score-heavy", {{60, "標準", "達成", 3}, {60, "標準", "達成", 3}}),
            score_case("score-thirds", {{33, "高い", "達成", 4}, {33, "標準", "達成", 3}, {34, "低い", "達成", 2}})});
}

TEST_CASE("a calculation does not take what is missing for 0, and says what is not used", "[.][libreoffice]") {
  const Own own;
  const expression::Value chosen(std::string("自分で入れる値"));
  tests::compare_faces(own, {{"roi-blank", "roi-model", {{"roi.scenario", chosen}, {"roi.own.sales-per-manager", expression::Value()}},
                 {{"roi.input.sales-per-manager", "未入力"}, {"roi.result.roi", "未入力"}, {"roi.result.net", "未入力"},
                  {"roi.result.verdict", "未入力"}, {"roi-checks.some-cost", "未記入"}}},
                {"roi-text", "roi-model", {{"roi.scenario", chosen}, {"roi.own.gross-margin", std::string("40パーセント")}},
                 {{"roi.input.gross-margin", "未入力"}, {"roi.result.required-uplift", "未入力"}}},
                {"roi-preset", "roi-model", {{"roi.own.sales-per-manager", 4200000.0}}, {{"roi.result.net", "0"}}},
                {"roi-own", "roi-model", {{"roi.scenario", chosen}, {"roi.own.sales-per-manager", 4200000.0}},
                 {{"roi.result.net", "25000"}}}});
}

TEST_CASE("a counter knows the stage and the goals", "[.][libreoffice]") {
  const Own own;
  Values five;
  for (int i = 1; i <= 5; ++i) add_goal(five, i, 20);
  Values middle = five;
  middle["header.stage"] = std::string("中間");
  Values rated = five;
  rated["header.stage"] = std::string("期末");
  for (int i = 1; i <= 5; ++i) add_rating(rated, i);
  Values unrated = rated;
  unrated["review.3.first"] = expression::Value();
  Values light = rated;
  light["goals.5.weight"] = 15.0;
  Values sixth = rated;
  sixth["goals.6.goal"] = std::string("六つ目");
  tests::compare_faces(own, {{"mbo-blank", "mbo-sheet", {},
                 {{"state: 目標設定", "未着手"}, {"missing: 目標設定", ""}, {"state: 中間", "未着手"},
                  {"state: 期末評価", "未着手"}, {"state: 合計", "未着手"}, {"missing: 合計", ""}, {"score.total", ""}}},
                {"mbo-five", "mbo-sheet", five,
                 {{"state: 目標設定", "記入中"}, {"state: 中間", "未着手"}, {"state: 合計", "記入中"}}},
                {"mbo-middle", "mbo-sheet", middle, {{"state: 中間", "未着手"}, {"state: 期末評価", "未着手"}}},
                {"mbo-rated", "mbo-sheet", rated, {{"score.total", "3"}, {"state: 期末評価", "記入中"}}},
                {"mbo-unrated", "mbo-sheet", unrated, {{"score.total", "—（評価の終わっていない目標がある）"}}},
                {"mbo-light", "mbo-sheet", light, {{"score.total", "—（ウェイトの合計が100でない）"}}},
                {"mbo-sixth", "mbo-sheet", sixth, {{"score.total", "—（評価の終わっていない目標がある）"}}}});
}

TEST_CASE("nothing of a blank workbook is complete, and nothing is counted as missing", "[.][libreoffice]") {
  const Own own;
  std::vector<Case> cases;
  int states = 0;
  for (const auto& workbook : own.site().workbooks) {
    Case& blank = cases.emplace_back(Case{workbook.id.value, workbook.id.value, {}, {}, {}});
    for (const auto& [key, value] : tests::read_book(own.fill(workbook.id.value, {}))) {
      if (!key.starts_with("state: ")) continue;
      ++states;
      blank.expected[key] = "未着手";
      blank.expected["missing: " + key.substr(7)] = "";
    }
  }
  CHECK(states > 40);
  tests::compare_faces(own, cases);
}

TEST_CASE("a sheet that nobody has begun keeps the workbook from being complete", "[.][libreoffice]") {
  const Own own;
  Values record;
  record["decision.date"] = 46'000.0;
  record["decision.agreement"] = std::string("合意した");
  for (const char* field : {"facts", "narrow", "next"}) record[std::string("decision.") + field] = std::string("書いた");
  tests::compare_faces(own, {{"one-sheet", "pilot-gate", record,
                              {{"state: 記録", "完了"}, {"state: 凍結", "未着手"}, {"missing: 凍結", ""},
                               {"state: 合計", "記入中"}, {"missing: 合計", ""}}, {}}});
}
