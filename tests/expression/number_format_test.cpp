#include "expression/number_format.h"

#include <cmath>
#include <fstream>
#include <limits>

#include "expression/decimal.h"
#include "source/source_set.h"
#include "support/catch.h"

using namespace shirube;
using expression::format_number;
using expression::parse_number_format;

namespace {

struct Refusal {
  std::string rule;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  friend bool operator==(const Refusal&, const Refusal&) = default;
};

// As if the format came after 10 other bytes.
Refusal refusal(const std::string& format) {
  source::SourceSet sources;
  diagnostic::Sink sink;
  const auto result = parse_number_format(format, sources.add("format", format), 10, sink);
  CHECK(!result);
  REQUIRE(sink.diagnostics().size() == 1);
  const diagnostic::Diagnostic& found = sink.diagnostics()[0];
  return {std::string(diagnostic::info(found.kind).rule), found.range.begin - 10, found.range.end - 10};
}

}  // namespace

namespace Catch {
template <>
struct StringMaker<Refusal> {
  static std::string convert(const Refusal& refusal) {
    return refusal.rule + " " + std::to_string(refusal.begin) + "-" + std::to_string(refusal.end);
  }
};
}  // namespace Catch

TEST_CASE("every line of the table of number formats shows its text") {
  std::ifstream in(SHIRUBE_SOURCE_DIR "/tests/expression/number_formats.txt");
  int count = 0;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.starts_with("#!")) continue;
    INFO(line);
    if (line.ends_with(" |")) line += ' ';
    const std::size_t first = line.find(" | ");
    const std::size_t second = line.find(" | ", first + 1);
    const std::size_t third = std::min(line.find(" | ", second + 1), line.size());
    REQUIRE(second != std::string::npos);
    const auto format = parse_number_format(line.substr(0, first));
    const auto value = expression::text_to_number(line.substr(first + 3, second - first - 3));
    REQUIRE(format);
    REQUIRE(value);
    CHECK(format_number(*format, *value) == line.substr(second + 3, third - second - 3));
    CHECK(format->notation == line.substr(0, first));
    ++count;
  }
  CHECK(count >= 60);
}

TEST_CASE("what is not a number is shown as a dash, minus zero as zero, the largest number with all its digits") {
  const auto format = parse_number_format("#,##0.0\"円\"");
  REQUIRE(format);
  CHECK(format_number(*format, std::numeric_limits<double>::quiet_NaN()) == "—");
  CHECK(format_number(*format, -HUGE_VAL) == "—");
  CHECK(format_number(*format, -0.0) == "0.0円");
  CHECK(format_number(*format, std::numeric_limits<double>::max()).size() == 309 + 102 + 2 + 3);
  CHECK(format_number(*format, std::numeric_limits<double>::denorm_min()) == "0.0円");
}

TEST_CASE("a refused number format says why and where") {
  CHECK(refusal("") == Refusal{"number-format-empty", 0, 0});
  CHECK(refusal(std::string(256, '+') + "0") == Refusal{"limit-number-format", 0, 257});
  CHECK(refusal("0;0;0;0") == Refusal{"number-format-sections", 5, 6});
  CHECK(refusal("0;0;0;") == Refusal{"number-format-sections", 5, 6});
  CHECK(refusal("0\"円") == Refusal{"number-format-unclosed", 1, 5});
  CHECK(refusal("0\\") == Refusal{"number-format-unclosed", 1, 2});
  CHECK(refusal("0.0pt") == Refusal{"number-format-character", 3, 4});
  CHECK(refusal("[Red]0") == Refusal{"number-format-character", 0, 1});
  CHECK(refusal("General") == Refusal{"number-format-character", 0, 1});
  CHECK(refusal("yyyy/mm/dd") == Refusal{"number-format-character", 0, 1});
  CHECK(refusal("# ?/?") == Refusal{"number-format-character", 2, 3});
  CHECK(refusal("0.0E+00") == Refusal{"number-format-character", 3, 4});
  CHECK(refusal("0_)") == Refusal{"number-format-character", 1, 2});
  CHECK(refusal("0*-") == Refusal{"number-format-character", 1, 2});
  CHECK(refusal("0\n") == Refusal{"number-format-character", 1, 2});
  CHECK(refusal("０.0") == Refusal{"number-format-width", 0, 3});
  CHECK(refusal("0.0％") == Refusal{"number-format-width", 3, 6});
  CHECK(refusal("0”円”") == Refusal{"number-format-width", 1, 4});
  CHECK(refusal("0#") == Refusal{"number-format-order", 1, 2});
  CHECK(refusal("0.##") == Refusal{"number-format-order", 2, 3});
  CHECK(refusal("0.0#0") == Refusal{"number-format-order", 4, 5});
  CHECK(refusal("0.0,0") == Refusal{"number-format-order", 4, 5});
  CHECK(refusal("0.0.0") == Refusal{"number-format-order", 3, 4});
  CHECK(refusal("0.円") == Refusal{"number-format-order", 1, 2});
  CHECK(refusal("0.") == Refusal{"number-format-order", 1, 2});
  CHECK(refusal(".00") == Refusal{"number-format-order", 0, 1});
  CHECK(refusal(",0") == Refusal{"number-format-order", 0, 1});
  CHECK(refusal("0円,") == Refusal{"number-format-order", 4, 5});
  CHECK(refusal("0円0") == Refusal{"number-format-order", 4, 5});
  CHECK(refusal("0%%") == Refusal{"number-format-order", 2, 3});
  CHECK(refusal(std::string(16, '0')) == Refusal{"number-format-digits", 15, 16});
  CHECK(refusal("0." + std::string(16, '0')) == Refusal{"number-format-digits", 17, 18});
  CHECK(refusal("円") == Refusal{"number-format-no-digits", 0, 3});
  CHECK(refusal("0;") == Refusal{"number-format-no-digits", 2, 2});
  CHECK(refusal(";-0") == Refusal{"number-format-no-digits", 0, 0});
  CHECK(refusal("%") == Refusal{"number-format-no-digits", 0, 1});
}
