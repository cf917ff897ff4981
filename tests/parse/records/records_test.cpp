#include "parse/records/records.h"

#include "model/unit.h"
#include "support/catch.h"
#include "support/parsed_text.h"

using namespace shirube;
using tests::ParsedText;

namespace {

struct Row {
  std::string text;
  std::string findings;
};

model::Records records_of(ParsedText& parsed) {
  model::Records records;
  const auto node = parsed.yaml();
  REQUIRE(node);
  parse::read_records(*node, records, parsed.sink);
  return records;
}

}  // namespace

TEST_CASE("each family is read into its records") {
  ParsedText parsed(R"(categories: [売上・粗利貢献, 組織貢献]
figures:
  - {id: company.sales, label: 売上, value: 554250, unit: 千円, source: company}
  - {id: rate, label: 率, formula: company.sales / 2, unit: '%', decimals: 2}
objectives:
  - id: top
    title: 売上
    level: company
    owner: 経営層
    figures: [company.sales]
    measures: [{text: 年間受注件数, target: 4 件, deadline: 期末}]
indicators:
  - id: awareness
    label: 把握率
    definition: 定義
    layer: behaviour
    unit: '%'
    direction: up
    frequency: 週次
    data_source: ログ
    baseline: 40 %
    target: {kind: difference, value: 30 pt}
plan:
  id: roadmap
  title: 計画
  days: 90
  scope: [1部署]
  phases:
    - id: preparation
      title: 準備
      days: [1, 7]
      purposes: [固定]
      deliverables: [{id: declaration, title: 宣言}]
      tasks: [{id: write, title: 書く, week: 1}]
      indicators: [{id: approvers, label: 承認者, target: 2名}]
      communication: [知らせる]
checklists:
  - {id: handover, title: 引き渡し, items: [{id: procedure, title: 手順書, note: 10行}]}
forms:
  - {id: weekly, title: 週次, fields: [{id: done, label: 今週, lines: 3}, {id: period, label: 期間, fixed: 90日}]}
risks:
  - {id: creep, plan: roadmap, title: 圧力, response: 断る, probability: 3, impact: 4}
terms:
  - {id: mbo, name: MBO, reading: えむびーおー, definition: 目標管理, aliases: [目標管理], see: mbo/index.md}
)");
  const model::Records records = records_of(parsed);
  CHECK(parsed.findings().empty());
  CHECK(records.categories.size() == 2);
  REQUIRE(records.figures.size() == 2);
  CHECK(records.figures[0].value->value == 554250);
  CHECK(records.figures[0].head.origin == model::Origin::company);
  REQUIRE(records.figures[1].formula);
  CHECK(parsed.text_of(records.figures[1].formula->range()) == "company.sales / 2");
  REQUIRE(records.objectives.size() == 1);
  CHECK(model::show(*records.objectives[0].measures[0].target) == "4件");
  CHECK(parsed.text_of(records.objectives[0].measures[0].target->range) == "4 件");
  REQUIRE(records.indicators.size() == 1);
  CHECK(records.indicators[0].layer == model::Layer::behaviour);
  CHECK(records.indicators[0].target->value.unit.symbol == "pt");
  REQUIRE(records.plans.size() == 1);
  CHECK(records.plans[0].phases[0].last_day.value == 7);
  CHECK(records.plans[0].phases[0].tasks[0].week->value == 1);
  CHECK(records.checklists[0].items[0].note == "10行");
  CHECK(records.forms[0].fields[0].lines == 3);
  CHECK(records.forms[0].fields[1].fixed == "90日");
  CHECK(records.risks[0].impact->value == 4);
  CHECK(records.terms[0].aliases[0].value == "目標管理");
}

TEST_CASE("a record that contradicts itself is reported at its place") {
  const std::string indicator =
      "indicators: [{id: i, label: あ, definition: い, layer: outcome, unit: 円, direction: up, frequency: 週次, "
      "data_source: う, ";
  const Row rows[] = {
      {"figure: []\n", "1:1 unknown-key"},
      {"figures: {id: a}\n", "1:10 field-list"},
      {"figures: [{label: 売上, value: 1}]\n", "1:12 missing-key"},
      {"figures: [{id: a, label: 売上}]\n", "1:12 missing-key"},
      {"figures: [{id: a, label: 売上, value: 1, formula: 2}]\n", "1:49 figure-twice"},
      {"figures: [{id: a, label: 売上, value: 1, unit: 千丸}]\n", "1:46 unknown-unit"},
      {"figures: [{id: a, label: 売上, value: 1, decimals: 7}]\n", "1:50 field-limits"},
      {"objectives: [{id: a, title: あ, owner: い, level: team}]\n", "1:49 field-choice"},
      {"objectives: [{id: a, title: あ, owner: い}]\n", "1:15 missing-key"},
      {"objectives: [{id: a, title: あ, owner: い, level: company, measures: [{target: 4 件}]}]\n", "1:70 missing-key"},
      {indicator + "target: {kind: ratio, value: 5 %}}]\n", "1:147 target-ratio-unit"},
      {indicator + "target: {kind: ratio, value: 2 倍, from: 1 円}}]\n", "1:158 target-from"},
      {"plan: {id: p, title: あ, days: 9, phases: [{id: a, title: い, days: [7, 1]}]}\n", "1:67 phase-days-order"},
      {"plan: {id: p, title: あ, days: 9, phases: [{id: a, title: い, days: 7}]}\n", "1:67 phase-days"},
      {"plan: {id: p, title: あ, days: 9, phases: [{id: a, title: い, days: [1, x]}]}\n", "1:67 phase-days"},
      {"checklists: [{id: c, title: あ, items: [{id: a, title: い}, {id: a, title: う}]}]\n", "1:64 duplicate-id"},
      {"forms: [{id: f, title: あ, fields: [{id: a, label: い, lines: 0}]}]\n", "1:61 field-limits"},
      {"risks: [{id: r, plan: p, title: あ, response: い, probability: 6}]\n", "1:62 field-limits"},
      {"terms: [{id: t, name: MBO, reading: エム, definition: あ}]\n", "1:37 term-reading"},
      {"terms: [{id: t, name: MBO, reading: えむ, definition: あ, alias: い}]\n", "1:56 unknown-key"},
      {"exit_models: [{id: m, summary: い}]\n", "1:16 missing-key"},
      {"career_paths: [{id: p, name: あ, summary: い}]\n", "1:17 missing-key"},
      {"career_paths: [{id: p, name: あ, summary: い, levels: [{id: l, label: う, scope: え}]}]\n", "1:55 missing-key"},
      {"crosswalk: [{path: p, model: m}]\n", "1:14 missing-key"},
      {"crosswalk: [{path: p, model: m, strength: strong}]\n", "1:43 field-choice"},
      {"assets: [{id: a, name: あ, use: い}]\n", "1:11 missing-key"},
      {"funnels: [{id: f, title: あ, stages: [{id: s, label: い, count: -1}]}]\n", "1:63 field-limits"},
      {"funnels: [{id: f, title: あ, stages: [{id: s, label: い}, {id: s, label: う}]}]\n", "1:62 duplicate-id"},
      {"roles: [{id: r, name: あ, summary: い}]\n", "1:10 missing-key"},
      {"proposals: [{id: p, title: あ, problem: い}]\n", "1:14 missing-key"},
      {"proposals: [{id: p, title: あ, problem: い, idea: う, mbo_examples: [{id: g, title: え}]}]\n",
       "1:68 missing-key"},
      {"proposals: [{id: p, title: あ, problem: い, idea: う, mbo_examples: [{id: g, title: え, measures: お, ai: "
       "{try: か}}]}]\n",
       "1:103 unknown-key"},
      {"categories: [[あ]]\n", "1:14 field-texts"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    ParsedText parsed(row.text);
    records_of(parsed);
    CHECK(parsed.findings() == row.findings);
  }
}
