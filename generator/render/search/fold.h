// Text as the search compares it. themes/default/assets/search.js does the same to what a reader types; both are held
// to tests/render/search/fold.txt.
#pragma once

#include <string>
#include <string_view>

namespace shirube::render::search {

// NFKC (width, ligatures, half-width kana), lower case, katakana as hiragana; the sound mark that ends a katakana word
// of four characters or more goes (サーバー is サーバ). Everything else stays, so that callers see the words' ends.
std::string fold(std::string_view text);

// Han, kana, Hangul: characters that are searched by pairs, because no space separates their words.
bool is_paired(char32_t code_point);

}  // namespace shirube::render::search
