#include "expression/unit.h"

#include <cmath>

#include "support/catch.h"

using namespace shirube::expression;

namespace {

Dimension of(const std::string& symbol) {
  const auto unit = symbol.empty() ? Unit{} : parse_unit(symbol);
  INFO(symbol);
  REQUIRE(unit);
  return unit->symbol.empty() ? Dimension{} : dimension(*unit);
}

std::string times(const std::string& left, const std::string& right) {
  return spelling(product(of(left), of(right)));
}
std::string over(const std::string& left, const std::string& right) {
  return spelling(quotient(of(left), of(right)));
}

}  // namespace

TEST_CASE("units are products and quotients of known symbols, read from left to right") {
  CHECK(spelling(of("円/人/月")) == "円/人/月");
  CHECK(spelling(of("人・日")) == "人・日");
  CHECK(spelling(of("1/月")) == "1/月");
  CHECK(spelling(of("円/人・月")) == "円・月/人");
  for (const char* wrong : {"1", "1・月", "円/1", "・円", "円・", "円・・円", "人・皿", "1/", "円/人月"}) {
    INFO(wrong);
    CHECK(!parse_unit(wrong));
  }
}

TEST_CASE("two spellings are one unit, two scales are not") {
  CHECK(of("ヶ月") == of("月"));
  CHECK(of("円/ヶ月") == of("円/月"));
  CHECK(of("名") == of("人"));
  CHECK(of("人・日") == of("日・人"));
  CHECK_FALSE(of("千円") == of("円"));
  CHECK_FALSE(of("%") == of("pt"));
  CHECK_FALSE(of("%") == of("倍"));
}

TEST_CASE("products and quotients cancel what is above and below") {
  CHECK(over("円", "円/月") == "月");
  CHECK(over("円/月", "円/月").empty());
  CHECK(over("円/月", "月") == "円/月/月");
  CHECK(over("", "月") == "1/月");
  CHECK(over("千円", "円") == "千円/円");
  CHECK(times("円/人/月", "人") == "円/月");
  CHECK(times("円/月", "ヶ月") == "円");
  CHECK(times("回/人/週", "人") == "回/週");
  CHECK(times("円", "円") == "円・円");
}

TEST_CASE("a ratio leaves the thing as it is, and among ratios the special one stays") {
  CHECK(times("円", "%") == "円");
  CHECK(times("pt", "円/人/月") == "円/人/月");
  CHECK(over("円", "倍") == "円");
  CHECK(times("%", "%") == "%");
  CHECK(times("%", "") == "%");
  CHECK(times("倍", "%") == "%");
  CHECK(times("%", "pt") == "pt");
  CHECK(times("pt", "pt").empty());
  CHECK(over("%", "%").empty());
  CHECK(over("%", "") == "%");
  CHECK(over("倍", "倍").empty());
  CHECK(over("pt", "%").empty());
  CHECK(over("", "%").empty());
  CHECK(product({{}, Ratio::count}, of("")) == Dimension{});
  CHECK(product({{}, Ratio::count}, of("%")) == Dimension{});
  CHECK(product({{}, Ratio::count}, {{}, Ratio::count}).ratio == Ratio::count);
  CHECK(quotient({{}, Ratio::count}, {{}, Ratio::count}) == Dimension{});
}

TEST_CASE("powers, and roots that come out even") {
  CHECK(spelling(power(of("円/月"), 2)) == "円・円/月/月");
  CHECK(spelling(power(of("円/月"), -1)) == "月/円");
  CHECK(power(of("円"), 0) == Dimension{});
  CHECK(power(of("%"), 1) == of("%"));
  CHECK(power(of("%"), 2) == Dimension{});
  CHECK(square_root(power(of("円/月"), 2)) == of("円/月"));
  CHECK_FALSE(square_root(of("円")));
  CHECK(square_root(of("%")) == Dimension{});
}

TEST_CASE("a value is converted between units of one thing only") {
  CHECK(conversion(of("千円"), of("円")) == 1000.0);
  CHECK(conversion(of("億円"), of("百万円")) == 100.0);
  CHECK(conversion(of("兆円"), of("億円")) == 10000.0);
  CHECK(conversion(of("十億円"), of("千円")) == 1e6);
  CHECK(std::abs(conversion(of("百万円/年"), of("万円/月")).value_or(0) - 100.0 / 12) < 1e-12);
  CHECK(conversion(of("千人"), of("名")) == 1000.0);
  CHECK(conversion(of("万人"), of("千人")) == 10.0);
  CHECK(conversion(of("万件/年"), of("千件/年")) == 10.0);
  CHECK_FALSE(conversion(of("千人"), of("千円")));
  CHECK(conversion(of("円"), of("万円")) == 1.0 / 10000);
  CHECK(conversion(of("千円/月"), of("円/年")) == 12000.0);
  CHECK(conversion(of("時間/週"), of("分/日")) == 60.0 / 7);
  CHECK(conversion(of("ヶ月"), of("月")) == 1.0);
  CHECK_FALSE(conversion(of("円"), of("人")));
  CHECK_FALSE(conversion(of("円/月"), of("円")));
  CHECK_FALSE(conversion(of("%"), of("pt")));
  CHECK_FALSE(conversion(of("日"), of("月")));  // months differ in length
}

TEST_CASE("in a formula a percent is a ratio") {
  CHECK(number_in_formulas(6.25, {"%"}) == 0.0625);
  CHECK(number_in_formulas(30, {"pt"}) == 0.3);
  CHECK(number_in_unit(0.0625, {"%"}) == 6.25);
  CHECK(number_in_unit(0.25, {"pt"}) == 25);
  CHECK(number_in_unit(1.5, {"倍"}) == 1.5);
  CHECK(number_in_formulas(1.5, {"倍"}) == 1.5);
  CHECK(number_in_formulas(554250, {"千円"}) == 554250);
}

TEST_CASE("people, things and days are counted, money is not") {
  CHECK(is_counter(of("人")));
  CHECK(is_counter(of("件")));
  CHECK_FALSE(is_counter(of("円")));
  CHECK_FALSE(is_counter(of("件/人")));
  CHECK_FALSE(is_counter(of("%")));
}
