// What the command line says, for all commands.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "diagnostic/diagnostic.h"

namespace shirube::cli {

struct Options {
  std::string root = ".";
  std::string config = "site.yaml";  // below the root
  std::string output;                // empty: what the site's configuration says
  std::string file;                  // render: the page, `-` for standard input; pdf: what to write; explain: the topic
  // evaluate: a calculation of the site, or a single formula
  std::string calculation;
  std::string scenario;
  std::vector<std::string> settings;  // name=value
  std::optional<std::string> expression;
  // issue
  std::string people;    // the CSV
  std::string workbook;  // id of the template
  std::string period;
  bool zip = false;
  bool ascii_names = false;
  // diff
  std::vector<std::string> compared;
  bool templates = false;
  bool record = false;
  bool replace = false;
  int jobs = 0;  // 0: one per core
  bool strict = false;
  bool json = false;
  bool raw_html = false;     // render only
  bool single_file = false;  // build only
  bool coverage = false;     // inspect only
  bool markdown = false;     // explain only
  bool quiet = false;
  bool verbose = false;
  diagnostic::Language language = diagnostic::Language::english;
  // init
  std::string starter = "handbook";
  std::string company;  // empty: asked for
  std::string unit;
  int first_month = 0;  // 0: asked for
  bool yes = false;     // nothing is asked
  // new: `file` is its id
  std::string family;
  // issue
  bool dry_run = false;
  bool withdraw = false;              // who is not in the list any more loses an untouched workbook
  std::vector<std::string> reissued;  // numbers whose workbooks are reissued although they were changed
  std::string shard;                  // i/n
};

}  // namespace shirube::cli
