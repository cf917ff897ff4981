// The spellings of values that a field takes, and for a wrong one the right one that was probably meant.
#pragma once

#include <string>
#include <string_view>

#include "parse/yaml/field_reader.h"

namespace shirube::parse {

// `yes`, `True`, `on`, `はい` → `true` …; empty if it is unclear.
std::string meant_boolean(std::string_view text);
// `2026/4/1`, `2026年4月1日`, `20260401` → `2026-04-01`; empty if it is unclear or there is no such day.
std::string meant_date(std::string_view text);
// `Daily Sales` → `daily-sales`; empty if nothing is left.
std::string meant_id(std::string_view text);
// `％` → `%`, `ポイント` → `pt`, `か月` → `ヶ月`; part by part of a quotient. Empty if nothing is near.
std::string meant_unit(std::string_view text);
// YYYY-MM-DD in form, whether or not there is such a day.
bool has_date_form(std::string_view text);

}  // namespace shirube::parse
