// Many workbooks from one template: the library writes it once, then only the cells that differ are put in.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "render/xlsx/plan.h"
#include "render/xlsx/workbooks.h"
#include "source/result.h"

namespace shirube::render::xlsx {

// Immutable: threads may share it.
class Press {
 public:
  // `plan` written, read back and compared, as make_workbook does; it must outlive the press.
  static source::Result<Press> prepare(const WorkbookPlan& plan, const WriteOptions& options);
  ~Press();
  Press(Press&&) noexcept;

  // A workbook as planned but for `changes` (of cells in the plan, none twice). What changed is read back and compared,
  // the rest is proved to be the template's by its sums. A change that no file can hold is a Failure (unwritable).
  source::Result<std::string> print(const std::vector<CellChange>& changes) const;

 private:
  struct State;
  explicit Press(std::unique_ptr<const State> state);
  std::unique_ptr<const State> state_;
};

}  // namespace shirube::render::xlsx
