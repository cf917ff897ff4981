#include "model/unit.h"

#include <limits>

#include "support/catch.h"

using namespace shirube::model;

TEST_CASE("numbers are grouped by threes and negatives carry a triangle") {
  CHECK(show(554250, 0) == "554,250");
  CHECK(show(-1234567.5, 1) == "△1,234,567.5");
  CHECK(show(999, 0) == "999");
  CHECK(show(0, 0) == "0");
  CHECK(show(3, 2) == "3.00");
  CHECK(show(1e15, 0) == "1,000,000,000,000,000");
}

TEST_CASE("numbers round half away from zero as they are written") {
  CHECK(show(0.125, 2) == "0.13");
  CHECK(show(1.005, 2) == "1.01");
  CHECK(show(-2.5, 0) == "△3");
  CHECK(show(2.5, 0) == "3");
  CHECK(show(0.5, 0) == "1");
  CHECK(show(0.05, 1) == "0.1");
  CHECK(show(0.049, 1) == "0.0");
  CHECK(show(999.95, 1) == "1,000.0");
  CHECK(show(38.2495264, 2) == "38.25");
}

TEST_CASE("what rounds to zero is not negative, and what is not a number is a dash") {
  CHECK(show(-0.001, 2) == "0.00");
  CHECK(show(-0.0, 0) == "0");
  CHECK(show(std::numeric_limits<double>::infinity(), 0) == "—");
}

TEST_CASE("a quantity shows as many decimals as it needs") {
  CHECK(show(Quantity{1.5, {"倍"}, {}}) == "1.5倍");
  CHECK(show(Quantity{40, {"%"}, {}}) == "40%");
  CHECK(show(Quantity{1.0 / 3, {"円"}, {}}) == "0.333333円");
  CHECK(show(Quantity{554250, {"千円"}, {}}, 1) == "554,250.0千円");
}

TEST_CASE("units are known symbols and quotients of them") {
  CHECK(parse_unit("千円")->symbol == "千円");
  CHECK(parse_unit("回/人/週")->symbol == "回/人/週");
  for (const char* wrong : {"", "皿", "回/", "/週", "回//週", "回 /週", "％", "PT"}) {
    INFO(wrong);
    CHECK(!parse_unit(wrong));
  }
}
