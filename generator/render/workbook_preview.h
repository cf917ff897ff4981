// What a page shows of a workbook without opening it: pictures of its sheets, its fields, its size.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/workbook.h"

namespace shirube::render {

struct FieldPreview {
  std::string label;
  std::string block;  // the title of what it is in; may be empty
  std::string unit;
  bool required = false;
  model::FieldType type = model::FieldType::text;
  std::optional<double> least;  // percent: 1 is 100 %
  std::optional<double> most;
  std::string earliest;
  std::string latest;
  std::optional<std::int64_t> longest;
  std::vector<std::string> choices;
  std::string help;
};

struct SheetPreview {
  std::string name;
  std::string title;
  std::string picture;  // path of an SVG, from the output folder
  int width = 0;        // of the picture, in pixels
  int height = 0;
  bool cut = false;  // the sheet goes on below
  std::vector<FieldPreview> fields;
};

struct WorkbookPreview {
  std::vector<SheetPreview> sheets;  // without those at the back: 選択肢, データ
  std::optional<std::uint64_t> bytes;
};

// By id.
using WorkbookPreviews = std::map<std::string, WorkbookPreview>;

}  // namespace shirube::render
