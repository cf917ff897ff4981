// What Excel takes as the name of a sheet.
#pragma once

#include <string>

namespace shirube::model {

// The first character of `name` that no sheet name may have, in whichever width it is written; empty if there is none.
std::string find_bad_sign(const std::string& name);
// 1 to 31 UTF-16 units, no such character, no apostrophe at the ends, no word that Excel keeps for itself.
bool is_sheet_name(const std::string& name);
// Two names that fold alike are one to Excel.
std::string folded_sheet_name(const std::string& name);

}  // namespace shirube::model
