// Style sheets: how they are published, and which of them a page needs.
#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>

namespace shirube::render::html {

// The same rules without comments and without the spaces that only their writers need. From a comment or a text that is
// not closed on, everything stays as it is.
std::string compact_style(std::string_view css);

// The sheets beside site.css, which is every page's: assets/<name>.css, loaded where a page needs it.
constexpr std::array<std::string_view, 9> part_sheets = {"lists",    "records", "tables", "papers",  "glossary",
                                                         "drawings", "charts",  "plots",  "diagrams"};

// Whether the classes of a body need it, for each of part_sheets.
std::map<std::string_view, bool> needed_sheets(std::string_view body);

}  // namespace shirube::render::html
