#include "model/judgement.h"

#include <cmath>

#include "support/catch.h"

using namespace shirube::model;

namespace {

Target target(TargetKind kind, double value) {
  return {kind, {value, {}, {}}, std::nullopt};
}

struct Row {
  TargetKind kind;
  double value;
  Direction direction;
  std::optional<double> before;
  std::optional<double> after;
  Standing standing;
  Lack lack;
};

constexpr auto up = Direction::up;
constexpr auto down = Direction::down;
constexpr auto ratio = TargetKind::ratio;
constexpr auto difference = TargetKind::difference;
constexpr auto absolute = TargetKind::absolute;

}  // namespace

TEST_CASE("one rule judges multiples, differences and absolute values, in both directions") {
  const std::optional<double> none;
  const Row rows[] = {
      // 改善提案回数 ×1.5: from 2 to 3
      {ratio, 1.5, up, 2, 3, Standing::met, Lack::nothing},
      {ratio, 1.5, up, 2, 2.9, Standing::not_met, Lack::nothing},
      // 前日売上把握率 +30pt: from 50 to 80, and not the multiple 65
      {difference, 30, up, 50, 80, Standing::met, Lack::nothing},
      {difference, 30, up, 50, 65, Standing::not_met, Lack::nothing},
      // 施策実行サイクル 週1→週2: what was before does not matter
      {absolute, 2, up, 1, 2, Standing::met, Lack::nothing},
      {absolute, 2, up, none, 2.5, Standing::met, Lack::nothing},
      {absolute, 2, up, 1.9, 1.9, Standing::not_met, Lack::nothing},
      // 意思決定リードタイム ×0.85: shorter is better
      {ratio, 0.85, down, 10, 8.5, Standing::met, Lack::nothing},
      {ratio, 0.85, down, 10, 8.8, Standing::not_met, Lack::nothing},
      {ratio, 0.85, down, 10, 4, Standing::met, Lack::nothing},
      {difference, -2, down, 10, 8, Standing::met, Lack::nothing},
      {absolute, 5, down, 10, 5.1, Standing::not_met, Lack::nothing},
      // nothing to decide by yet
      {ratio, 1.5, up, none, 3, Standing::undecidable, Lack::baseline},
      {difference, 30, up, none, 80, Standing::undecidable, Lack::baseline},
      {ratio, 1.5, up, 0, 3, Standing::undecidable, Lack::zero_baseline},
      {difference, 3, up, 0, 3, Standing::met, Lack::nothing},
      {ratio, 1.5, up, 2, none, Standing::undecidable, Lack::observation},
      {absolute, 2, up, 1, none, Standing::undecidable, Lack::observation},
  };
  for (const Row& row : rows) {
    INFO(row.value << " from " << row.before.value_or(-1) << " to " << row.after.value_or(-1));
    const Judgement judged = judge(target(row.kind, row.value), row.direction, row.before, row.after);
    CHECK(judged.standing == row.standing);
    CHECK(judged.lack == row.lack);
  }
}

TEST_CASE("the value to reach is known before anything is observed") {
  CHECK(judge(target(ratio, 1.5), up, 2, std::nullopt).goal == 3.0);
  CHECK(judge(target(difference, 30), up, 40, std::nullopt).goal == 70.0);
  CHECK(judge(target(absolute, 2), up, std::nullopt, std::nullopt).goal == 2.0);
  CHECK_FALSE(judge(target(ratio, 1.5), up, std::nullopt, 3).goal);
}

TEST_CASE("a goal is not missed by a rounding of the machine") {
  CHECK(judge(target(absolute, 0.3), up, std::nullopt, 0.1 + 0.2).standing == Standing::met);
  CHECK(judge(target(absolute, 0.3), down, std::nullopt, 0.1 + 0.2).standing == Standing::met);
  CHECK(judge(target(ratio, 1.1), up, 3, 3.3).standing == Standing::met);
  CHECK(judge(target(absolute, 0), up, std::nullopt, -0.001).standing == Standing::not_met);
}

TEST_CASE("a stricter target asks for a tenth more of the change") {
  const auto value = [](const Target& moved) { return moved.value.value; };
  CHECK(std::abs(value(tightened(target(ratio, 1.5), up, 0.1)) - 1.55) < 1e-12);
  CHECK(std::abs(value(tightened(target(ratio, 1.5), up, -0.1)) - 1.45) < 1e-12);
  CHECK(std::abs(value(tightened(target(ratio, 0.85), down, 0.1)) - 0.835) < 1e-12);
  CHECK(std::abs(value(tightened(target(difference, 30), up, 0.1)) - 33) < 1e-12);
  CHECK(std::abs(value(tightened(target(difference, -2), down, 0.1)) + 2.2) < 1e-12);
  CHECK(std::abs(value(tightened(target(absolute, 20), up, 0.1)) - 22) < 1e-12);
  CHECK(std::abs(value(tightened(target(absolute, 5), down, 0.1)) - 4.5) < 1e-12);
}

TEST_CASE("how much of the way is done is between nothing and all, whatever the baseline") {
  struct Way {
    TargetKind kind;
    double value;
    Direction direction;
    std::optional<double> before;
    std::optional<double> after;
    std::optional<double> share;
  };
  const std::optional<double> none;
  const Way rows[] = {
      {absolute, 2, up, 2.67, 3, 1},      // above its goal before and after
      {absolute, 2, up, 2.4, 1.2, 0},     // and left again: getting worse never adds
      {absolute, 2, up, 2.4, 2.6, 1},
      {absolute, 2, up, 2, 2, 1},         // the baseline is the goal
      {absolute, 2, up, 2, 1, 0},
      {absolute, 2, up, 1, 1.5, 0.5},
      {absolute, 2, up, 1, 0, 0},
      {absolute, 2, up, none, 2.5, 1},    // reached wherever it began
      {absolute, 2, up, none, 1.5, none},
      {absolute, 8, down, 7, 7.5, 1},
      {absolute, 8, down, 7, 9, 0},
      {absolute, 8, down, 10, 9, 0.5},
      {ratio, 1.5, up, 2, 2.5, 0.5},
      {ratio, 1.5, up, 2, 9, 1},
      {ratio, 1.5, up, 0, 3, none},       // a multiple of 0 is 0
      {ratio, 0.85, down, 100, 110, 0},
      {ratio, 0.8, down, 100, 90, 0.5},
      {difference, 30, up, 50, 65, 0.5},
      {difference, 30, up, 50, 100, 1},
      {difference, -30, down, 50, 35, 0.5},
      {difference, 0, up, 50, 50, 1},
      {difference, 0, up, 50, 49, 0},
      {absolute, 2, up, 1, none, none},
  };
  for (const Way& row : rows) {
    INFO(static_cast<int>(row.kind) << " " << row.value << " from " << row.before.value_or(-1));
    const Judgement judged = judge(target(row.kind, row.value), row.direction, row.before, row.after);
    const auto share = attainment(judged, row.direction, row.before, row.after);
    REQUIRE(share.has_value() == row.share.has_value());
    if (share) CHECK(std::fabs(*share - *row.share) < 1e-12);
  }
}

TEST_CASE("a value is shown with the decimals that put it on its side of the goal") {
  CHECK(shown_scale(1.96, 2, up, 10) == 100);
  CHECK(shown_scale(1.996, 2, up, 10) == 1000);
  CHECK(shown_scale(1.9, 2, up, 10) == 10);
  CHECK(shown_scale(2.04, 2, up, 10) == 10);
  CHECK(shown_scale(2.04, 2, down, 10) == 100);
  CHECK(shown_scale(8499999.7, 8500000, up, 1) == 10);
}
