// How large a picture is drawn, from its first bytes: PNG, JPEG, GIF, WebP, SVG. A page that knows it does not move when
// the picture arrives.
#pragma once

#include <optional>
#include <string_view>

#include "model/page.h"

namespace shirube::parse {

// Whether the name is one of a picture that can be measured.
bool is_measured(std::string_view path);
// By the bytes, whatever the name says. Nothing if they are none of these, or damaged.
std::optional<model::PictureSize> measure_picture(std::string_view bytes);

}  // namespace shirube::parse
