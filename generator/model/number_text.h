// Numbers as people write them: the one grammar that is read, and for what it refuses the number that was meant. YAML,
// CSV, --set and site.yaml all ask here, so that no hint ever offers another number than the one that was meant.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace shirube::model {

// Optional sign, digits, optionally a dot and digits. No octal, hex, exponent, space, comma; at most 15 significant
// digits, for more are kept neither by Excel nor by us.
std::optional<double> parse_number(std::string_view text);
std::optional<std::int64_t> parse_integer(std::string_view text);

// Significant digits of a text in the form of a number; 0 if it has another form.
std::size_t significant_digits(std::string_view text);
inline constexpr std::size_t most_significant_digits = 15;

// Digits after the dot of a text that starts with a number.
int decimals_of(std::string_view text);

// `digits` × 10^places, exactly: move_point("0.07", 2) is 7.
std::string move_point(std::string_view digits, int places);

// One number and what follows it: △1,200 → -1200; （2） → -2; 1.2万円 → 1.2 and 万円; 3億2,000万 → 320000000.
struct MeantQuantity {
  std::string digits;  // as parse_number takes them
  std::string unit;    // as written, in ordinary width; empty: nothing
};
// Nothing if the text is not exactly one number: 2〜3, 2/3, 10:30, 3回中2回, #DIV/0!, 5².
std::optional<MeantQuantity> meant_quantity(std::string_view text);
// The same without a unit; empty if unclear, or if `text` is that number already.
std::string meant_number(std::string_view text);

}  // namespace shirube::model
