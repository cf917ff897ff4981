// Puts a plan into an .xlsx file. The only user of libxlsxwriter is writer.cpp; everything that the library would
// accept silently and write wrongly is refused before it sees it.
#pragma once

#include <cstdint>
#include <string>

#include "render/xlsx/plan.h"
#include "source/result.h"

namespace shirube::render::xlsx {

// Why the plan cannot become a sound file; empty if it can. Numbers, texts, names, lengths, overlaps: all of it.
std::string find_fault(const WorkbookPlan& plan);

// Of one cell: why it cannot be in a plan with that many formats.
std::string find_cell_fault(const Cell& cell, std::size_t formats);

// The text as the file keeps it: what looks like an escape (`_x0041_`) is escaped itself.
std::string escape_text(const std::string& text);

// Where the library's parts lay until they were packed.
enum class PartsPlace { memory, files };

// Writes `path`, replacing it. The library's parts are in memory meanwhile, or in `temporary_folder` if it cannot be
// made to do so. A plan with an error is a Failure (unwritable) that names it. That the bytes arrived is proved by
// reading them back, see make.h.
source::Result<PartsPlace> write_workbook(const WorkbookPlan& plan, std::int64_t created, const std::string& temporary_folder,
                                    const std::string& path);

}  // namespace shirube::render::xlsx
