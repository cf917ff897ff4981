#include "parse/yaml/field_reader.h"

#include "parse/yaml/spelling.h"
#include "support/catch.h"
#include "support/parsed_text.h"

using namespace shirube;
using parse::FieldReader;
using tests::ParsedText;

namespace {

// `v: <value>` read as one kind of field: `line:column rule suggestion`.
template <class Read>
std::string finding(const std::string& value, Read read) {
  ParsedText parsed("v: " + value + "\n");
  const auto node = parsed.yaml();
  REQUIRE(node);
  FieldReader fields(*node, "records", parsed.sink);
  read(fields);
  fields.finish();
  std::string result = parsed.findings();
  for (const auto& found : parsed.sink.diagnostics()) {
    if (!found.suggestion.empty()) result += " " + found.suggestion;
  }
  return result;
}

std::string number(const std::string& value) {
  return finding(value, [](FieldReader& fields) { fields.number("v"); });
}
std::string integer(const std::string& value) {
  return finding(value, [](FieldReader& fields) { fields.integer("v", 1, 5); });
}
std::string boolean(const std::string& value) {
  return finding(value, [](FieldReader& fields) { fields.boolean("v", false); });
}
std::string date(const std::string& value) {
  return finding(value, [](FieldReader& fields) { fields.date("v"); });
}
std::string id(const std::string& value) {
  return finding(value, [](FieldReader& fields) { fields.id("v"); });
}
std::string unit(const std::string& value) {
  return finding(value, [](FieldReader& fields) { fields.unit_symbol("v"); });
}
std::string quantity(const std::string& value) {
  return finding(value, [](FieldReader& fields) { fields.quantity("v"); });
}
std::string texts(const std::string& value) {
  return finding(value, [](FieldReader& fields) { fields.texts("v"); });
}

}  // namespace

TEST_CASE("a number is digits; for other spellings the right one is suggested") {
  for (const char* right : {"0", "-1.5", "+3", "554250", "0.125"}) CHECK(number(right).empty());
  CHECK(number("010") == "1:4 field-number 10");
  CHECK(number("0x1F") == "1:4 field-number 31");
  CHECK(number("1e3") == "1:4 field-number 1000");
  CHECK(number("1_000") == "1:4 field-number 1000");
  CHECK(number("1,000") == "1:4 field-number 1000");
  CHECK(number("１０") == "1:4 field-number 10");
  CHECK(number("△5") == "1:4 field-number -5");
  CHECK(number(".5") == "1:4 field-number 0.5");
  CHECK(number("\"3\"") == "1:4 field-number 3");
  CHECK(number("'3 '") == "1:4 field-number 3");
  for (const char* hopeless : {".inf", ".nan", "多い", "[1]", "{a: 1}", "1..2", "true"}) {
    INFO(hopeless);
    CHECK(number(hopeless).substr(0, 16) == "1:4 field-number");
  }
}

TEST_CASE("a whole number keeps to its bounds") {
  CHECK(integer("5").empty());
  CHECK(integer("6") == "1:4 field-limits");
  CHECK(integer("0") == "1:4 field-limits");
  CHECK(integer("99999999999999999999") == "1:4 field-limits");
  CHECK(integer("1.5") == "1:4 field-integer");
  CHECK(integer("\"3\"") == "1:4 field-integer 3");
  CHECK(integer("０３") == "1:4 field-integer 3");
}

TEST_CASE("a boolean is true or false without quotes") {
  CHECK(boolean("true").empty());
  for (const char* yes : {"yes", "Yes", "on", "True", "TRUE", "y", "\"true\"", "はい", "1"}) {
    INFO(yes);
    CHECK(boolean(yes) == "1:4 yaml-boolean true");
  }
  for (const char* no : {"no", "off", "N", "False", "'false'", "いいえ", "0"}) {
    INFO(no);
    CHECK(boolean(no) == "1:4 yaml-boolean false");
  }
  CHECK(boolean("[true]") == "1:4 yaml-boolean");
}

TEST_CASE("a text field takes any scalar as text") {
  ParsedText parsed("a: no\nb: 010\nc: [x]\nd:\ne: ''\nf: {x: 1}\n");
  const auto node = parsed.yaml();
  REQUIRE(node);
  FieldReader fields(*node, "terms", parsed.sink);
  CHECK(fields.text("a")->value == "no");
  CHECK(fields.text("b")->value == "010");
  CHECK(!fields.text("c"));
  CHECK(!fields.required_text("d"));
  CHECK(!fields.required_text("e"));
  CHECK(!fields.text("f"));
  CHECK(!fields.required_text("g"));
  fields.finish();
  CHECK(parsed.findings() == "1:1 missing-key\n3:4 field-text\n4:3 empty-value\n5:4 empty-value\n6:4 field-text");
}

TEST_CASE("a date is a day that exists") {
  CHECK(date("2024-02-29").empty());
  CHECK(date("2023-02-29") == "1:4 no-such-day");
  CHECK(date("2026-13-01") == "1:4 no-such-day");
  CHECK(date("2026/4/1") == "1:4 field-date 2026-04-01");
  CHECK(date("２０２６年４月１日") == "1:4 field-date 2026-04-01");
  CHECK(date("20260401") == "1:4 field-date 2026-04-01");
  CHECK(date("来月") == "1:4 field-date");
}

TEST_CASE("for ids and units the nearest right spelling is suggested") {
  CHECK(id("company.gross-profit").empty());
  CHECK(id("Daily Sales") == "1:4 field-id daily-sales");
  CHECK(id("daily_sales") == "1:4 field-id daily-sales");
  CHECK(id("売上") == "1:4 field-id");
  CHECK(id("a--b") == "1:4 field-id a-b");
  CHECK(unit("回/人/週").empty());
  CHECK(unit("％") == "1:4 unknown-unit %");
  CHECK(unit("か月") == "1:4 unknown-unit ヶ月");
  CHECK(unit("回/ポイント") == "1:4 unknown-unit 回/pt");
  CHECK(unit("匹") == "1:4 unknown-unit");
}

TEST_CASE("a quantity is a number with its unit, in one text or two fields") {
  for (const char* right : {"30 pt", "4件", "1.5 倍", "\"40 %\"", "{value: 2, unit: 回/週}", "7"}) {
    INFO(right);
    CHECK(quantity(right).empty());
  }
  CHECK(quantity("554,250 千円") == "1:4 field-quantity 554250 千円");
  CHECK(quantity("４０％") == "1:4 field-quantity 40 %");
  CHECK(quantity("30 ポイント") == "1:4 unknown-unit 30 pt");
  CHECK(quantity("多い") == "1:4 field-quantity");
  CHECK(quantity("[1, pt]") == "1:4 field-quantity");
  CHECK(quantity("{value: 2, units: 回}") == "1:15 unknown-key unit");
  CHECK(quantity("{unit: 回}") == "1:5 missing-key");
}

TEST_CASE("a list of texts holds nothing else") {
  CHECK(texts("[a, b]").empty());
  CHECK(texts("a").empty());
  CHECK(texts("[a, [b], {c: 1}, ~]") == "1:8 field-texts\n1:13 field-texts\n1:21 field-texts");
}

TEST_CASE("what nobody asked for is an unknown key with the nearest known one") {
  ParsedText parsed("titel: x\n部: y\n");
  const auto node = parsed.yaml();
  REQUIRE(node);
  FieldReader fields(*node, "plan", parsed.sink);
  CHECK(fields.plain_text("title").empty());
  fields.finish();
  CHECK(parsed.findings() == "1:1 unknown-key\n2:1 unknown-key");
  CHECK(parsed.sink.diagnostics()[0].suggestion == "title");
}

TEST_CASE("what is not a mapping is reported once and then silent") {
  for (const char* text : {"ただの文", "[a]", "~"}) {
    ParsedText parsed(text);
    const auto node = parsed.yaml();
    REQUIRE(node);
    FieldReader fields(*node, "site.yaml", parsed.sink);
    fields.required_text("title");
    fields.finish();
    CHECK(parsed.findings() == "1:1 field-mapping");
  }
}
