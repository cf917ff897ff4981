// The default theme's words, for tests of what shows them.
#pragma once

#include <string>

#include "render/html/words.h"

namespace shirube::tests {

const render::html::Words& theme_words(const std::string& language = "ja");

}  // namespace shirube::tests
