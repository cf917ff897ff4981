// What formulas call a thing: the one rule, which pages, sheets, browsers, checks and `evaluate` all ask.
#pragma once

#include <string>
#include <string_view>

namespace shirube::expression {

// required-uplift is required_uplift, for `-` would be a minus. A `.` stays.
std::string name_in_formulas(std::string_view id);

}  // namespace shirube::expression
