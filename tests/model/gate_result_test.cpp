#include "model/gate_result.h"

#include <algorithm>

#include "support/catch.h"
#include "support/measured_site.h"

using namespace shirube;
using model::Gate;
using model::GateResult;
using model::Lack;
using model::Standing;
using tests::MemorySite;

namespace {

const std::string rules = R"(    verdicts:
      - {verdict: expand, least_met: 3, also: [uplift], next: 広げる}
      - {verdict: continue, least_met: 2, next: 続ける}
      - {verdict: pivot, least_met: 1, next: 組み直す}
      - {verdict: stop, least_met: 0, next: 終える}
)";

const std::string criteria = R"yaml(gates:
  - id: gate
    title: 判定
    pilot: trial
    criteria:
      - id: leading
        label: 先行KPI
        all:
          - {label: 合計, expression: "10 * (MIN(1, MAX(0, awareness.progress)) + MIN(1, MAX(0, proposals.progress)))", threshold: 15, direction: up, evidence: ログ}
          - {indicator: awareness, threshold: 20 pt, baseline: 事前, evidence: ログ}
          - {indicator: proposals, threshold: 1.2 倍, baseline: 事前, evidence: ログ}
      - id: business
        label: 業務KPI
        any:
          - {indicator: lead-time, threshold: 0.85 倍, baseline: 事前, evidence: 会計}
          - {indicator: cycle, threshold: 3 回/週, evidence: ログ}
      - {id: cases, label: 事例, expression: stories.complete, threshold: 1 件, direction: up, evidence: 記録}
      - {id: uplift, label: 向上率, indicator: proposals, threshold: 1.6 倍, baseline: 事前, counts: false, evidence: ログ}
)yaml";

// Awareness 40 → 70 (+30 pt), proposals 2 → 3 (1.5 倍), cycle 1 → 2.
const std::string weekly = [] {
  std::string rows;
  for (const char person : {'A', 'B', 'C', 'D', 'E'}) {
    rows += std::string(1, person) + ",0,40%,2,1\n" + person + ",1,70%,3,2\n";
  }
  return rows;
}();

tests::Files gate_files(const std::string& lead_time, const std::string& stories = "") {
  tests::Files files = tests::measured_files(
      weekly, "",
      "    comparison: none\n    observations: [{indicator: lead-time, " + lead_time + ", evidence: 会計}]\n");
  files["content/gate.yaml"] = criteria + rules;
  if (!stories.empty()) files["content/stories.yaml"] = stories;
  return files;
}

const std::string one_story =
    "stories:\n  - {id: one, pilot: trial, title: 題, situation: 状況, action: 行動, result: 結果, "
    "conditions: 条件, evidence: 証拠}\n";

GateResult evaluate(const MemorySite& site) {
  INFO(site.findings());
  REQUIRE(site.loaded);
  const model::Records& records = site.loaded->site.site().records;
  return model::evaluate_gate(records.gates[0], site.loaded->site.pilot_result(0), records);
}

model::Verdict verdict_of(const MemorySite& site, const GateResult& result) {
  REQUIRE(result.verdict);
  return site.loaded->site.site().records.gates[0].verdicts[*result.verdict].verdict;
}

}  // namespace

TEST_CASE("a gate counts the criteria that are met and takes the first verdict that holds") {
  const MemorySite site(gate_files("before: [10], after: [8]", one_story));
  const GateResult result = evaluate(site);
  CHECK(result.met == 3);
  CHECK(result.criteria[3].standing == Standing::not_met);  // 1.5 倍 is below 1.6
  CHECK(verdict_of(site, result) == model::Verdict::proceed);
  REQUIRE(result.criteria[0].conditions[0].measured);
  CHECK(result.criteria[0].conditions[0].measured->value == 20);
  CHECK(result.criteria[0].conditions[1].measured->value == 30);
  CHECK(result.criteria[1].conditions[0].measured->value == 0.8);
}

TEST_CASE("fewer criteria met lead to a pivot, and what counts not is not counted") {
  const MemorySite site(gate_files("before: [10], after: [9]"));
  const GateResult result = evaluate(site);
  CHECK(result.met == 1);
  CHECK(verdict_of(site, result) == model::Verdict::pivot);
}

TEST_CASE("a verdict waits for what is missing, but not for what cannot change it") {
  // Lead time and the cycle are open or missed: one criterion met, one open, one missed.
  const MemorySite open(gate_files("before: [10], after: []"));
  const GateResult waiting = evaluate(open);
  CHECK(waiting.criteria[1].standing == Standing::undecidable);
  CHECK(waiting.criteria[1].conditions[0].lack == Lack::observation);
  CHECK_FALSE(waiting.verdict);
  CHECK(waiting.shifts.empty());
  // With a story, two are met, and expanding is out: whatever the lead time will be, it goes on.
  const MemorySite settled(gate_files("before: [10], after: []", one_story));
  CHECK(verdict_of(settled, evaluate(settled)) == model::Verdict::proceed);
}

TEST_CASE("nothing recorded means nothing decided") {
  tests::Files files = gate_files("before: [], after: []");
  files["content/weekly.csv"] = "person,week,awareness,proposals,cycle\n";
  const MemorySite site(files);
  const GateResult result = evaluate(site);
  CHECK_FALSE(result.verdict);
  CHECK(result.criteria[0].standing == Standing::undecidable);
  CHECK(result.criteria[2].standing == Standing::not_met);  // no story is a number of stories
}

TEST_CASE("a gate says which thresholds are within a tenth of another verdict") {
  // Lead time 0.86: missed, but met if the threshold were 0.865.
  const MemorySite site(gate_files("before: [100], after: [86]"));
  const GateResult result = evaluate(site);
  CHECK(verdict_of(site, result) == model::Verdict::pivot);
  CHECK(result.shifts.size() == 14);  // seven conditions, stricter and looser
  std::string flips;
  for (const model::Shift& shift : result.shifts) {
    if (!shift.flips_verdict) continue;
    flips +=
        std::to_string(shift.criterion) + "." + std::to_string(shift.condition) + (shift.stricter ? "+" : "-") + " ";
  }
  CHECK(flips == "1.0- ");
}

TEST_CASE("too few people leave a condition open") {
  tests::Files files = gate_files("before: [10], after: [8]");
  const std::string asked = "baseline: 事前, evidence: ログ}\n          - {indicator: proposals";
  const std::string text = files["content/gate.yaml"];
  files["content/gate.yaml"] = std::string(text).replace(text.find(asked), 0, "least_people: 6, ");
  const MemorySite site(files);
  const GateResult result = evaluate(site);
  CHECK(result.criteria[0].conditions[1].lack == Lack::people);
  CHECK(result.criteria[0].standing == Standing::undecidable);
}

TEST_CASE("a formula without a result leaves its condition open") {
  tests::Files files = gate_files("before: [10], after: [8]");
  std::string& text = files["content/gate.yaml"];
  text.replace(text.find("stories.complete"), 16, "\"1 / (stories.complete - stories.complete)\"");
  const MemorySite site(files);
  CHECK(evaluate(site).criteria[2].conditions[0].lack == Lack::result);
}

TEST_CASE("every pattern of met, missed and open criteria has the verdict of all its completions or none") {
  const MemorySite site(gate_files("before: [10], after: [8]"));
  REQUIRE(site.loaded);
  const Gate& gate = site.loaded->site.site().records.gates[0];
  const Standing all[] = {Standing::met, Standing::not_met, Standing::undecidable};
  int undecided = 0;
  for (const Standing a : all) {
    for (const Standing b : all) {
      for (const Standing c : all) {
        for (const Standing d : all) {
          const std::vector<Standing> pattern = {a, b, c, d};
          const bool open = std::count(pattern.begin(), pattern.end(), Standing::undecidable) > 0;
          const auto verdict = model::decide(gate, pattern);
          if (!open) CHECK(verdict);
          if (!verdict) ++undecided;
        }
      }
    }
  }
  CHECK(undecided > 0);
  CHECK_FALSE(model::find_hole(gate));
  CHECK(model::unreachable_rules(gate).empty());
}

TEST_CASE("a threshold that is a figure's is judged and shown as the figure is typed, wherever that is") {
  const auto with = [](const std::string& figure, const std::string& threshold) {
    tests::Files files = gate_files("before: [10], after: [8]", one_story);
    std::string& gate = files.at("content/gate.yaml");
    const std::string typed = "threshold: 1.6 倍, baseline: 事前";
    gate.replace(gate.find(typed), typed.size(), threshold);
    files["content/zz-figures.yaml"] = "figures:\n  - " + figure + "\n";  // read after the gate
    return MemorySite(std::move(files));
  };
  const auto standing = [](const MemorySite& site) { return evaluate(site).criteria[3].standing; };
  const auto threshold = [](const MemorySite& site) {
    return site.loaded->site.site().records.gates[0].criteria[3].conditions[0].threshold;
  };
  const MemorySite reached =
      with("{id: agreed, label: 倍率, unit: 倍, value: 1.50}", "threshold: {figure: agreed}, baseline: 事前");
  CHECK(standing(reached) == Standing::met);
  CHECK(threshold(reached).kind == model::TargetKind::ratio);
  CHECK(model::show(threshold(reached).value) == "1.50倍");
  const MemorySite missed =
      with("{id: agreed, label: 倍率, unit: 倍, value: 1.6}", "threshold: {figure: agreed}, baseline: 事前");
  CHECK(standing(missed) == Standing::not_met);
  CHECK(model::thresholds_fingerprint(reached.loaded->site.site().records.gates[0]) !=
        model::thresholds_fingerprint(missed.loaded->site.site().records.gates[0]));
  const auto rule = [](const MemorySite& site) {
    const std::string findings = site.findings();
    return findings.substr(findings.rfind(' ') + 1);
  };
  CHECK(rule(with("{id: agreed, label: 倍率, unit: 倍, value: 1.5}", "threshold: {figure: agreed}")) ==
        "gate-no-baseline\n");
  CHECK(rule(with("{id: other, label: 倍率, unit: 倍, value: 1.5}", "threshold: {figure: agreed}, baseline: 事前")) ==
        "unknown-record\n");
  CHECK(rule(with("{id: agreed, label: 日数, unit: 日, value: 5}", "threshold: {figure: agreed}, baseline: 事前")) ==
        "unit-mismatch\n");
}

TEST_CASE("the fingerprint of a gate changes with its thresholds and not with its words") {
  const auto fingerprint = [](const std::string& from, const std::string& to) {
    tests::Files files = gate_files("before: [10], after: [8]");
    std::string& text = files["content/gate.yaml"];
    if (!from.empty()) {
      REQUIRE(text.find(from) != std::string::npos);
      text.replace(text.find(from), from.size(), to);
    }
    const MemorySite site(files);
    INFO(site.findings());
    REQUIRE(site.loaded);
    return model::thresholds_fingerprint(site.loaded->site.site().records.gates[0]);
  };
  const std::string first = fingerprint("", "");
  CHECK(first.size() == 16);
  CHECK(fingerprint("label: 先行KPI", "label: 行動の指標") == first);
  CHECK(fingerprint("next: 広げる", "next: 二つ目の部署へ") == first);
  CHECK(fingerprint("10 * (MIN", "10*(MIN") == first);
  CHECK(fingerprint("threshold: 20 pt", "threshold: {kind: difference, value: {value: 20, unit: pt}}") == first);
  CHECK(fingerprint("threshold: 20 pt", "threshold: 19 pt") != first);
  CHECK(fingerprint("threshold: 0.85 倍, baseline: 事前", "threshold: 0.85 倍, baseline: 前年同月") != first);
  CHECK(fingerprint("direction: up", "direction: down") != first);
  CHECK(fingerprint("least_met: 2", "least_met: 3") != first);
  CHECK(fingerprint("any:", "all:") != first);
}
