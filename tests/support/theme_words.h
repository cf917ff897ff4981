// The default theme's words, for tests of what shows them.
#pragma once

#include <string_view>

#include "render/html/words.h"

namespace shirube::tests {

const render::html::Words& theme_words(std::string_view language = "ja");

}  // namespace shirube::tests
