#include "model/pilot_result.h"

#include "support/catch.h"
#include "support/measured_site.h"

using namespace shirube;
using model::IndicatorResult;
using model::Lack;
using model::Standing;
using tests::measured_files;
using tests::MemorySite;

namespace {

const model::PilotResult& result_of(const MemorySite& site) {
  INFO(site.findings());
  REQUIRE(site.loaded);
  return site.loaded->site.pilot_result(0);
}
const IndicatorResult& result_of(const MemorySite& site, const char* indicator) {
  const auto* found = model::find_result(result_of(site), site.loaded->site.site().records, indicator);
  REQUIRE(found != nullptr);
  return *found;
}

// Awareness 40 → 70, 50 → 80, 60 → 90, 30 → 60, 20 → 50: everyone gains 30 points.
const std::string everyone =
    "A,0,40%,2,1\nA,1,60%,3,2\nA,2,80%,3,2\n"
    "B,0,50%,2,1\nB,1,80%,3,2\nB,2,80%,3,2\n"
    "C,0,60%,2,1\nC,1,90%,3,2\nC,2,90%,3,2\n"
    "D,0,30%,2,1\nD,1,60%,3,2\nD,2,60%,3,2\n"
    "E,0,20%,2,1\nE,1,50%,4,2\nE,2,50%,4,1\n";

}  // namespace

TEST_CASE("a person's value is the mean of the weeks recorded, a group's the mean of its people") {
  const MemorySite site(measured_files(everyone));
  const IndicatorResult& awareness = result_of(site, "awareness");
  CHECK(awareness.people == 5);
  CHECK(*awareness.before == 40);
  CHECK(*awareness.after == 70);
  CHECK(awareness.change->mean == 30);
  CHECK(*awareness.change->sign_flip_p == 0.0625);
  CHECK(awareness.target.standing == Standing::met);
  CHECK(result_of(site, "proposals").target.standing == Standing::met);  // 2 → 3.2
  CHECK(result_of(site, "cycle").target.standing == Standing::not_met);  // 1.9
  REQUIRE(awareness.weeks.size() == 3);
  CHECK(awareness.weeks[0].week == 0);
  CHECK(*awareness.weeks[0].mean == 40);
  CHECK(*awareness.weeks[2].mean == 72);
  CHECK_FALSE(awareness.limits);  // three weeks are too few
}

TEST_CASE("an empty cell is not 0") {
  std::string rows = everyone;
  rows.replace(rows.find("A,1,60%"), 7, "A,1,");  // A recorded 80% in the other week
  const MemorySite site(measured_files(rows));
  const IndicatorResult& awareness = result_of(site, "awareness");
  CHECK(awareness.people == 5);
  CHECK(*awareness.after == 72);
  CHECK_FALSE(awareness.weeks[1].mean);  // four people only
}

TEST_CASE("who has no value from before is left out on both sides, and a group that gets too small is not shown") {
  std::string rows = everyone;
  rows.replace(rows.find("A,0,40%"), 7, "A,0,");
  const MemorySite hidden(measured_files(rows));
  const IndicatorResult& awareness = result_of(hidden, "awareness");
  CHECK(awareness.people == 4);
  CHECK(awareness.withheld);
  CHECK_FALSE(awareness.before);
  CHECK_FALSE(awareness.change);
  CHECK(awareness.target.standing == Standing::undecidable);
  CHECK(awareness.target.lack == Lack::people);

  const MemorySite shown(measured_files(rows, "", "    comparison: none\n    smallest_group: 4\n"));
  CHECK(result_of(shown, "awareness").people == 4);
  CHECK(*result_of(shown, "awareness").before == 40);  // of B, C, D, E
}

TEST_CASE("reversed items are turned round, and only items answered both times count") {
  // q1 and q2 (reversed): A 2, 4 → (2 + 2) ÷ 2 = 2 before; 4, 2 → 4 after. B leaves q2 open afterwards: q1 alone
  // counts.
  const std::string answers =
      "A,before,2,4,5\nA,after,4,2,3\n"
      "B,事前,3,1,4\nB,事後,4,,4\n"
      "C,before,3,3,3\nC,after,3,3,3\n"
      "D,before,1,5,5\nD,after,5,1,1\n"
      "E,before,2,4,4\nE,after,4,2,3\n";
  const MemorySite site(measured_files(everyone, answers));
  const IndicatorResult& efficacy = result_of(site, "efficacy");
  CHECK(efficacy.source == IndicatorResult::Source::survey);
  CHECK(efficacy.people == 5);
  CHECK(*efficacy.before == (2 + 3 + 3 + 1 + 2) / 5.0);
  CHECK(*efficacy.after == (4 + 4 + 3 + 5 + 4) / 5.0);
  CHECK(*result_of(site, "avoidance").before == (5 + 4 + 3 + 5 + 4) / 5.0);
}

TEST_CASE("lines of single people exist for made-up people only") {
  const MemorySite real(measured_files(everyone));
  CHECK(result_of(real, "awareness").lines.empty());
  const MemorySite made_up(measured_files(everyone, "", "    comparison: none\n    fictional: true\n"));
  REQUIRE(result_of(made_up, "awareness").lines.size() == 5);
  CHECK(result_of(made_up, "awareness").lines[0] == std::pair<double, double>(40, 70));
}

TEST_CASE("with a comparison group the changes are compared") {
  std::string rows = everyone;
  for (const char person : {'P', 'Q', 'R', 'S', 'T'}) {
    rows += std::string(1, person) + ",0,40%,2,1\n" + person + ",1,50%,2,1\n";
  }
  const MemorySite site(measured_files(rows, "", "    comparison: [P, Q, R, S, T]\n"));
  const IndicatorResult& awareness = result_of(site, "awareness");
  CHECK(awareness.people == 5);
  CHECK(awareness.others == 5);
  REQUIRE(awareness.against_others);
  CHECK(awareness.against_others->mean == 20);
}

TEST_CASE("numbers of the books are averaged as they are, and stories are counted") {
  const MemorySite site([] {
    tests::Files files = measured_files(everyone, "",
                                        "    comparison: none\n    observations:\n      - {indicator: lead-time, "
                                        "before: [9, 11], after: [8.5], evidence: 会計}\n");
    files["content/stories.yaml"] =
        "stories:\n  - {id: one, pilot: trial, title: 題, situation: 状況, action: 行動, result: 結果, conditions: "
        "条件, "
        "evidence: 証拠}\n";
    return files;
  }());
  const IndicatorResult& lead_time = result_of(site, "lead-time");
  CHECK(*lead_time.before == 10);
  CHECK(*lead_time.after == 8.5);
  CHECK_FALSE(lead_time.change);
  CHECK(lead_time.target.standing == Standing::met);
  CHECK(result_of(site).stories == 1);
}

TEST_CASE("a pilot without records has results without values") {
  const MemorySite site(measured_files(""));
  CHECK_FALSE(result_of(site).any_data);
  CHECK(result_of(site).indicators.size() == 5);
  CHECK(result_of(site, "awareness").target.standing == Standing::undecidable);
  CHECK_FALSE(result_of(site, "awareness").withheld);
}

TEST_CASE("rows about people reach no output and no renderer") {
  const MemorySite site(measured_files(everyone));
  REQUIRE(site.loaded);
  CHECK(site.loaded->site.site().data.empty());
  CHECK(site.loaded->site.site().assets.empty());
}
