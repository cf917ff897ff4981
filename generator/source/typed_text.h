// Text as people type it into the cells of a list: spaces of every kind, names that have to stay as typed.
#pragma once

#include <string>
#include <string_view>

namespace shirube::source {

// White space of every width, line ends, and characters that show nothing: U+200B, U+2060, U+3164 and so on.
bool is_blank(char32_t code_point);
std::string_view trim_blanks(std::string_view text);
// Composed (NFC), but for CJK compatibility ideographs, which Unicode would replace by other characters.
std::string compose_signs(std::string_view text);
// Equal for texts that differ in width, case and spaces only.
std::string matching_key(std::string_view text);
// matching_key, with the old and the new forms of kanji that are common in names taken for one (高 and 髙).
std::string look_alike_key(std::string_view text);

}  // namespace shirube::source
