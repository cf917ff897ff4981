// The workbooks of a checked site as output files.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "model/site.h"
#include "render/output.h"

namespace shirube::render::xlsx {

struct WriteOptions {
  std::int64_t created = 1;      // seconds since 1970; every date inside the file comes from it
  std::string temporary_folder;  // where the library puts its parts and the finished file before it is read back
};

// Name and error of each workbook that its plan keeps from being written.
std::vector<std::pair<std::string, std::string>> find_workbook_faults(const model::CheckedSite& site);

// workbooks/<id>.xlsx for each definition. `site` must outlive the set. The bytes have been read back and compared with
// the plan; a difference is a Failure (damaged).
OutputSet render_workbooks(const model::CheckedSite& site, const WriteOptions& options);

}  // namespace shirube::render::xlsx
