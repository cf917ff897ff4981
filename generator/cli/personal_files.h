// Files about people have no place in a site: neither among its content nor where it is published to.
#pragma once

#include <string>
#include <string_view>

#include "cli/load.h"

namespace shirube::cli {

// What makes this file one about people, in its own words; empty if nothing does. A list of people has columns of
// numbers, names and something else; a workbook has the stamp of a template; a ZIP contains one of them.
std::string personal_mark(std::string_view name, std::string_view bytes);

// Whether a file of that name has to be looked into at all.
bool may_be_personal(std::string_view name);

// Reports every such file below `folder` that the last edition did not put there.
void report_personal_files(const std::string& folder, diagnostic::Sink& sink);

}  // namespace shirube::cli
