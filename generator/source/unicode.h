// Questions about text that need the Unicode tables. The only user of ICU; no locale of the machine is ever asked.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace shirube::source {

// Offset of the first byte that is not part of strict UTF-8 (no overlong forms, no surrogates); nothing if all is well.
std::optional<std::size_t> find_invalid_utf8(std::string_view text);

// `text` with every byte that is not part of strict UTF-8 written as `\xFF`: fit to be shown.
std::string escape_invalid_utf8(std::string_view text);

// One code point and the bytes it takes. `text` is valid UTF-8; at its end {0, 0}.
struct CodePoint {
  char32_t value = 0;
  std::size_t size = 0;
};
CodePoint code_point_at(std::string_view text, std::size_t offset);
// The code point that ends just before `offset`.
CodePoint code_point_before(std::string_view text, std::size_t offset);
void append_utf8(std::string& text, char32_t code_point);
std::vector<char32_t> code_points(std::string_view text);

// What Excel writes in Japan unless UTF-8 is requested. Nothing if the bytes are not CP932.
std::optional<std::string> from_cp932(std::string_view bytes);

std::string to_nfc(std::string_view text);
std::string to_nfkc(std::string_view text);
// Simple, locale-free case folding.
std::string fold_case(std::string_view text);

// Columns on a terminal: East Asian wide and full-width characters take two, combining marks none.
int display_width(char32_t code_point);
int display_width(std::string_view text);
std::size_t utf16_length(std::string_view text);

// Han, kana, Hangul, bopomofo, and the punctuation and full-width forms that are set with them.
bool is_cjk(char32_t code_point);
// is_cjk without Hangul, whose lines are joined with a space.
bool is_japanese(char32_t code_point);
bool is_punctuation(char32_t code_point);  // Unicode P* and S*, as CommonMark 0.31 requires
bool is_white_space(char32_t code_point);  // Unicode Zs, tab, line ends
bool is_letter_or_digit(char32_t code_point);
// Shows nothing and is not white space: joiners, fillers, marks of direction, selectors of form, tags.
bool is_invisible(char32_t code_point);
bool is_ideograph(char32_t code_point);

// The order in which people count: numbers in a text, full-width ones too, go by their value (2 before 10).
bool is_before_by_numbers(std::string_view a, std::string_view b);
// Whether a line end between the two texts is shown as nothing, because Japanese is on both sides of it.
bool joins_lines(std::string_view before, std::string_view after);

// Bytes that sort as a Japanese dictionary does (ICU's root collation tailored for ja).
std::string collation_key(std::string_view text);

}  // namespace shirube::source
