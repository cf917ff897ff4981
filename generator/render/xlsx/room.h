// How much of a text or a number a cell shows. The one measure of text in a workbook: rows get their heights by it,
// and what a field accepts is held against it.
#pragma once

#include <cstdint>
#include <string_view>

#include "render/xlsx/plan.h"

namespace shirube::render::xlsx {

// What shrinks with its cell is legible down to this size.
inline constexpr double least_size = 7;
// No row is higher in Excel.
inline constexpr double most_points = 409;

// The height that `text` needs in a cell of that width.
double text_points(std::string_view text, const CellFormat& format, double pixels);
// The height that any text of so many characters of full width needs.
double room_points(std::int64_t characters, const CellFormat& format, double pixels);
// How many characters of full width a cell of that size shows, whatever they are: at least 1.
std::int64_t text_room(const CellFormat& format, double pixels, double points);
// How many characters of half width fit on one line, at the least size if the cell shrinks them.
std::int64_t sign_room(const CellFormat& format, double pixels);
// The width at which so many characters of half width fit on one line.
double sign_pixels(std::int64_t signs, const CellFormat& format);

}  // namespace shirube::render::xlsx
