// Hints about numbers: the number that was meant, or none.
#include "model/number_text.h"

#include "model/unit.h"
#include "support/catch.h"

using namespace shirube::model;

namespace {

std::string quantity(std::string_view text) {
  const auto meant = meant_quantity(text);
  return meant ? meant->digits + "|" + meant->unit : "none";
}

}  // namespace

TEST_CASE("a hint keeps the sign of a number, however it is written") {
  for (const char* text : {"△2", "▲2", "−2", "－2", "ー2", "‐2", "–2", "—2", "(2)", "（２）", "△ 2", " -2 ", "- 2"}) {
    INFO(text);
    CHECK(meant_number(text) == "-2");
  }
  CHECK(meant_number("△1,234.5") == "-1234.5");
  CHECK(meant_number("△0") == "0");
}

TEST_CASE("a hint multiplies by 万 and 億 exactly") {
  CHECK(meant_number("1.2万") == "12000");
  CHECK(meant_number("３億2,000万") == "320000000");
  CHECK(meant_number("5百万") == "5000000");
  CHECK(meant_number("2千") == "2000");
  CHECK(meant_number("▲1.25億") == "-125000000");
  CHECK(meant_number("0.07万") == "700");
  CHECK(quantity("1.2万円") == "1.2|万円");
  CHECK(quantity("5千件") == "5|千件");
  CHECK(quantity("5百社") == "500|社");
  CHECK(quantity("△３ポイント") == "-3|ポイント");
  CHECK(quantity("1億2,000万円") == "120000000|円");
}

TEST_CASE("what is not one number gets no hint") {
  for (const char* text :
       {"#DIV/0!", "#N/A", "#REF!", "#VALUE!", "2〜3", "2~3", "2-3", "2/3", "10:30", "3回中2回", "2、3", "1,2", "12,34",
        "1 2", "10 000", "2\n3", "5²", "½", "①", "約5", "5以上", "--5", "△-5", "(5", "1.2.3", "2026-04-01", "", "△", "万",
        "1万2億", "12345678901234567890"}) {
    INFO(text);
    CHECK(meant_number(text).empty());
  }
  CHECK(quantity("3回中2回") == "none");
  CHECK(quantity("40%〜50%") == "none");
}

TEST_CASE("a number of more digits than anybody keeps is none") {
  CHECK(parse_number("123456789012345") == 123456789012345.0);
  CHECK_FALSE(parse_number("1234567890123456"));
  CHECK_FALSE(parse_number("0.1234567890123456"));
  CHECK(parse_number("100000000000000000000") == 1e20);
  CHECK(significant_digits("-0012") == 0);
  CHECK(significant_digits("-1200.50") == 5);
  CHECK(move_point("0.07", 2) == "7");
  CHECK(move_point("-1.5", 4) == "-15000");
  CHECK(move_point("6.50", 0) == "6.50");
  CHECK(decimals_of("6.50 %") == 2);
}

TEST_CASE("a computed number is shown with as many decimals as are meaningful") {
  CHECK(telling_decimals(0.375) == 3);
  CHECK(telling_decimals(12.5) == 1);
  CHECK(telling_decimals(500.0 / 3) == 0);
  CHECK(telling_decimals(1.0 / 3) == 3);
  CHECK(telling_decimals(0.1 + 0.2) == 1);
  CHECK(telling_decimals(4) == 0);
  CHECK(telling_decimals(-0.05) == 2);
  CHECK(needed_decimals(6.25) == 2);
}
