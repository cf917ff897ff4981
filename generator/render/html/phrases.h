// Where a heading in Japanese may be broken. A browser that knows (`word-break: auto-phrase`) needs no help; for the
// others the places are written into the page.
#pragma once

#include <string>
#include <string_view>

namespace shirube::render::html {

// The escaped text with <wbr> between phrases: after particles and endings in hiragana, after closing and before
// opening punctuation. A rule of thumb and no dictionary, so that every machine writes the same bytes.
std::string with_phrase_breaks(std::string_view text);

}  // namespace shirube::render::html
