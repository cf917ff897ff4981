// How the cells of our workbooks look: one function a role, so that a form reads alike on every sheet.
#pragma once

#include "render/xlsx/plan.h"

namespace shirube::render::xlsx::styles {

inline constexpr const char* font = "游ゴシック";

inline constexpr std::uint32_t ink = 0x1F2933;
inline constexpr std::uint32_t quiet = 0x52606D;
inline constexpr std::uint32_t accent = 0x1F3A5F;
inline constexpr std::uint32_t line = 0x9AA5B1;
inline constexpr std::uint32_t label_fill = 0xE6ECF3;
inline constexpr std::uint32_t input_fill = 0xFFFBE0;
inline constexpr std::uint32_t missing_fill = 0xFFEBA6;
inline constexpr std::uint32_t computed_fill = 0xF2F4F6;
inline constexpr std::uint32_t good_fill = 0xDDF3E4;
inline constexpr std::uint32_t good = 0x14532D;
inline constexpr std::uint32_t bad_fill = 0xFBD9D6;
inline constexpr std::uint32_t bad = 0x8A1C13;

// What the format of a number without decimals of its own begins with: no program turns to E notation by it, and while
// the number is whole, a highlight shows it by the other. Excel and LibreOffice differ about the point of `0.##`.
inline constexpr std::string_view any_number = "#,##0.0########";
inline constexpr std::string_view whole_number = "#,##0";
// The format for a whole number in place of such a one; empty where `format` has decimals of its own.
std::string whole_format(const std::string& format);
// Of a number that was typed with `decimals` and has no others of its own: never fewer than typed, more where they come.
std::string typed_format(model::FieldType type, int decimals);

CellFormat title();
CellFormat title_counter();
CellFormat heading();
CellFormat paragraph();
CellFormat label();
CellFormat column_header();
CellFormat fixed(bool centred = false);
// Right-aligned numbers, centred dates and choices, top-left long texts.
CellFormat input(model::FieldType type, std::int64_t lines, const std::string& number_format);
CellFormat computed(bool text, const std::string& number_format);
CellFormat row_state();

// Excel's format for a value of this type.
std::string number_format(model::FieldType type, std::optional<std::int64_t> decimals, const std::string& unit);
std::uint32_t tab_colour(model::SheetDefinition::Colour colour);

}  // namespace shirube::render::xlsx::styles
