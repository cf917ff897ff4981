// Texts of cells as the file keeps them: runs, phonetic guides, escapes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "source/result.h"
#include "spreadsheet/read.h"

namespace shirube::spreadsheet {

// `_x000D_` stands for the character of that number.
std::string decode_escapes(std::string_view text);

// Collects the text of one string item (`si`, `is`): <t> directly below it and in runs, never in phonetic guides.
class StringItem {
 public:
  void start(std::string_view element);
  void end(std::string_view element);
  void text(std::string_view piece);
  std::string take();

 private:
  int phonetic_ = 0;
  bool in_text_ = false;
  std::string text_;
};

source::Result<std::vector<std::string>> read_shared_strings(std::string_view part, const ReadLimits& limits);

}  // namespace shirube::spreadsheet
