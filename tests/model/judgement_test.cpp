#include "model/judgement.h"

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
