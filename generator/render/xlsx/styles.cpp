#include "render/xlsx/styles.h"

#include <algorithm>

#include "expression/excel_text.h"

namespace shirube::render::xlsx::styles {

using model::FieldType;

CellFormat title() {
  CellFormat format;
  format.size = 16;
  format.bold = true;
  format.colour = accent;
  format.thick_bottom = true;
  return format;
}

CellFormat title_counter() {
  CellFormat format = title();
  format.size = 11;
  format.horizontal = Horizontal::right;
  format.wrap = false;
  format.number_format = "\"未記入 \"0\" 件\";;";
  return format;
}

CellFormat heading() {
  CellFormat format;
  format.size = 12;
  format.bold = true;
  format.colour = accent;
  return format;
}

CellFormat paragraph() {
  CellFormat format;
  format.colour = quiet;
  return format;
}

CellFormat label() {
  CellFormat format;
  format.size = 10;
  format.bold = true;
  format.colour = ink;
  format.fill = label_fill;
  format.border = line;
  format.indent = 1;
  return format;
}

CellFormat column_header() {
  CellFormat format = label();
  format.horizontal = Horizontal::centre;
  format.indent = 0;
  return format;
}

CellFormat fixed(bool centred) {
  CellFormat format;
  format.colour = ink;
  format.border = line;
  if (centred) {
    format.horizontal = Horizontal::centre;
  } else {
    format.indent = 1;
  }
  return format;
}

CellFormat input(FieldType type, std::int64_t lines, const std::string& number_format) {
  CellFormat format;
  format.colour = 0x0B3D91;
  format.fill = input_fill;
  format.border = line;
  format.locked = false;
  format.indent = 1;
  format.number_format = number_format;
  if (type == FieldType::number || type == FieldType::percent) format.horizontal = Horizontal::right;
  if (type == FieldType::date || type == FieldType::check) format.horizontal = Horizontal::centre;
  if (type == FieldType::long_text || lines > 1) format.vertical = Vertical::top;
  if (type == FieldType::date) format.wrap = false;
  return format;
}

CellFormat computed(bool text, const std::string& number_format) {
  CellFormat format;
  format.colour = ink;
  format.fill = computed_fill;
  format.border = line;
  format.indent = 1;
  format.number_format = number_format;
  if (!text) format.horizontal = Horizontal::right;
  return format;
}

CellFormat row_state() {
  CellFormat format = computed(true, "\"残り\"0;;\"済\"");
  format.size = 9;
  format.horizontal = Horizontal::centre;
  format.wrap = false;
  return format;
}

std::string whole_format(const std::string& format) {
  return format.starts_with(any_number) ? std::string(whole_number) + format.substr(any_number.size()) : std::string();
}

std::string typed_format(FieldType type, int decimals) {
  constexpr int most = 8;  // so that it never begins as `any_number`
  const auto typed = static_cast<std::size_t>(std::clamp(decimals, 0, most));
  const std::string sign = type == FieldType::percent ? "%" : "";
  if (typed == 0) return std::string(any_number) + sign;
  return "#,##0." + std::string(typed, '0') + std::string(most - typed, '#') + sign;
}

std::string number_format(FieldType type, std::optional<std::int64_t> decimals, const std::string& unit) {
  const std::string fraction =
      decimals.value_or(0) > 0 ? "." + std::string(static_cast<std::size_t>(*decimals), '0') : "";
  switch (type) {
    case FieldType::percent:
      return decimals ? "0" + fraction + "%" : typed_format(type, 0);
    case FieldType::date:
      return "yyyy/mm/dd";
    case FieldType::number: {
      if (!decimals) return typed_format(type, 0);
      const std::string number = "#,##0" + fraction;
      return unit.empty() ? number : number + expression::format_words(" " + unit);
    }
    case FieldType::text:
    case FieldType::long_text:
    case FieldType::choice:
      return "@";  // what looks like a date or a number stays as it was typed or chosen
    case FieldType::fixed:
    case FieldType::check:
      return "";
  }
  return "";
}

std::uint32_t tab_colour(model::SheetDefinition::Colour colour) {
  using Colour = model::SheetDefinition::Colour;
  switch (colour) {
    case Colour::navy:
      return accent;
    case Colour::blue:
      return 0x3B82C4;
    case Colour::green:
      return 0x3F9C6B;
    case Colour::yellow:
      return 0xE0B83A;
    case Colour::grey:
    case Colour::none:
      break;
  }
  return 0x9AA5B1;
}

}  // namespace shirube::render::xlsx::styles
