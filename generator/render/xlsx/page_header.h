// What is above and below each printed page, in Excel's notation.
#pragma once

#include <string>

namespace shirube::render::xlsx {

std::string page_header(const std::string& workbook, const std::string& sheet, bool landscape);
std::string page_footer(const std::string& id, const std::string& version);

}  // namespace shirube::render::xlsx
