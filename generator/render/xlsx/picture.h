// A sheet as it looks when it is opened, drawn from its plan.
#pragma once

#include <string>

#include "render/xlsx/plan.h"

namespace shirube::render::xlsx {

struct SheetPicture {
  std::string svg;
  int width = 0;
  int height = 0;
  bool cut = false;
};

// The whole width, and of the height about one sheet of paper; cut between two rows.
SheetPicture draw_sheet(const WorkbookPlan& plan, const SheetPlan& sheet);

}  // namespace shirube::render::xlsx
