// What the command line says, for all commands.
#pragma once

#include <string>

#include "diagnostic/diagnostic.h"

namespace shirube::cli {

struct Options {
  std::string root = ".";
  std::string config = "site.yaml";  // below the root
  std::string output;                // empty: what the site's configuration says
  std::string file;                  // render: the page, `-` for standard input
  int jobs = 0;                      // 0: one a core
  bool strict = false;
  bool json = false;
  bool raw_html = false;  // render only
  bool quiet = false;
  bool verbose = false;
  diagnostic::Language language = diagnostic::Language::english;
};

}  // namespace shirube::cli
