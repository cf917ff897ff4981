// What `shirube init` begins a site with: the files of starters/common and starters/NAME, filled in with a company's answers.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "source/file_system.h"

namespace shirube::cli {

struct StarterAnswers {
  std::string company;
  std::string unit;     // of money
  int year = 0;         // in which the fiscal year begins
  int first_month = 4;  // 1 to 12
};

// `{{company}}` and the like are replaced: in YAML within double quotes, in Markdown as text. A part of a path that begins
// with `dot-` begins with a point in the site.
source::Result<std::map<std::string, std::string>> starter_files(source::FileSystem& installation, std::string_view name,
                                                                 const StarterAnswers& answers);

}  // namespace shirube::cli
