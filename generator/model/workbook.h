// An Excel workbook as its author defines it in templates/: sheets of blocks of fields, never a cell address. Layout is
// decided later, by render/xlsx.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "expression/ast.h"
#include "model/unit.h"
#include "source/range.h"

namespace shirube::model {

using source::Located;
using source::SourceRange;

struct WorkbookDefinition {
  Located<std::string> id;       // also the name of its file: mbo-sheet.xlsx
  Located<std::string> version;  // semantic: 1.0.0
  std::string title;
  std::string description;  // one sentence for the download list
};

}  // namespace shirube::model
