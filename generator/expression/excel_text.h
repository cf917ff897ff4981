// Somebody's text inside of Excel's syntax. The only places that put quotes around a text or the name of a sheet:
// what is pasted into a formula in another way would be read as a formula.
#pragma once

#include <string>
#include <string_view>

namespace shirube::expression {

// As formulas write a text: "say ""yes""". Excel takes 255 UTF-16 units in one literal: a longer text is several, joined
// by `&` in brackets.
std::string text_literal(std::string_view text);

// As number formats write words beside digits: "円", and \" for what would end them.
std::string format_words(std::string_view words);

// As references write the name of a sheet: 'Manager''s'.
std::string quoted_sheet(std::string_view name);

}  // namespace shirube::expression
