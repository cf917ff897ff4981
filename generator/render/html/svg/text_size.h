// How much room text takes in a drawing, without asking a font: a Japanese character is as wide as it is high.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "render/html/svg/geometry.h"

namespace shirube::render::html {

// Of one line, in the drawing's units; never less than a common sans-serif needs.
double text_width(std::string_view text, double size);

enum class Anchor { start, middle, end };

// What a line of text covers whose baseline begins, is centred or ends at `base`.
Area text_area(std::string_view text, double size, Point base, Anchor anchor);

// text_lines() for a width: no line is wider, unless a single character is.
std::vector<std::string> wrapped(std::string_view text, double width, double size, std::size_t max_lines);
// One line of it.
std::string shortened(std::string_view text, double width, double size);

}  // namespace shirube::render::html
