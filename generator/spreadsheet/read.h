// Reads an .xlsx file that may come from anywhere: from Excel, LibreOffice or Google, filled in, damaged, or made to
// harm.
#pragma once

#include <cstddef>
#include <string_view>

#include "source/result.h"
#include "spreadsheet/workbook.h"

namespace shirube::spreadsheet {

struct ReadLimits {
  std::size_t file_bytes = 20U << 20;
  std::size_t entries = 2'000;
  std::size_t part_bytes = 64U << 20;
  std::size_t total_bytes = 256U << 20;
  std::size_t ratio = 200;  // of a part above 1 MiB
  int depth = 64;
  std::size_t token_bytes = 1U << 20;
  std::size_t cells = 1'000'000;
};

// Failure::Kind::unsupported: not a workbook of this kind (password, .xls, a web page): `detail` says which.
// Failure::Kind::damaged: broken, or over a limit. Nothing is executed, resolved or fetched.
source::Result<Workbook> read_workbook(std::string_view bytes, const ReadLimits& limits = {});

}  // namespace shirube::spreadsheet
