#include "render/html/svg/layered_layout.h"

#include <cmath>
#include <thread>

#include "support/catch.h"

using namespace shirube::render::html;

namespace {

LayeredLayout small_tree() {
  return layered_layout({{180, 60}, {180, 60}, {180, 80}}, {{0, 1}, {0, 2}}, 34, 12);
}

}  // namespace

TEST_CASE("layers go from left to right and boxes do not touch") {
  const LayeredLayout layout = small_tree();
  REQUIRE(layout.centres.size() == 3);
  CHECK(layout.centres[1].x - layout.centres[0].x >= 180 + 34 - 1);
  CHECK(std::abs(layout.centres[1].x - (layout.centres[2].x)) <= 0.5);
  CHECK(layout.centres[2].y - layout.centres[1].y >= 70 + 12 - 1);
  CHECK(layout.width >= 2 * 180 + 34 - 1);
}

TEST_CASE("a connection starts at the right edge of one box and ends at the left edge of the other") {
  const LayeredLayout layout = small_tree();
  REQUIRE(layout.curves.size() == 2);
  const auto& curve = layout.curves[0];
  REQUIRE(curve.size() >= 4);
  CHECK((curve.size() - 1) % 3 == 0);
  CHECK(std::abs(curve.front().x - (layout.centres[0].x + 90)) <= 2);
  CHECK(std::abs(curve.back().x - (layout.centres[1].x - 90)) <= 2);
}

TEST_CASE("boxes that nothing leads to are in the order given, at the left edge") {
  const LayeredLayout layout =
      layered_layout({{100, 40}, {100, 40}, {100, 40}, {100, 40}, {100, 40}}, {{0, 3}, {1, 4}}, 34, 12);
  REQUIRE(layout.centres.size() == 5);
  CHECK(layout.centres[0].y < layout.centres[1].y);
  CHECK(layout.centres[1].y < layout.centres[2].y);
  CHECK(std::abs(layout.centres[0].x - 50) <= 1);
  CHECK(layout.width < 100 + 34 + 100 + 10);
}

TEST_CASE("threads get the same layout") {
  const LayeredLayout expected = small_tree();
  std::vector<LayeredLayout> found(4);
  std::vector<std::thread> threads;
  for (LayeredLayout& layout : found) threads.emplace_back([&layout] { layout = small_tree(); });
  for (std::thread& thread : threads) thread.join();
  for (const LayeredLayout& layout : found) {
    REQUIRE(layout.centres.size() == expected.centres.size());
    for (std::size_t i = 0; i < expected.centres.size(); ++i) {
      CHECK(layout.centres[i].x == expected.centres[i].x);
      CHECK(layout.centres[i].y == expected.centres[i].y);
    }
  }
}

TEST_CASE("nothing to lay out is an empty layout, and a lone box needs no connection") {
  CHECK(layered_layout({}, {}, 34, 12).centres.empty());
  CHECK(layered_layout({{100, 40}}, {}, 34, 12).centres.size() == 1);
}
