// A small site whose sheet is issued to people, for the tests of `shirube issue`.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "support/program.h"

namespace shirube::tests {

struct IssueSite : TemporaryFolder {
  IssueSite();
  // The rows of people.csv below its heading: number, name, organisation, first assessor.
  void people(const std::string& rows, const std::string& heading = "社員番号,氏名,所属,一次評価者") const;
  // The options by name; empty value: a flag. `--template sheet --period 2026H2 -o out` if they are not given.
  Outcome issue(const std::map<std::string, std::string>& options = {}) const;
  // Names in the output folder, sorted.
  std::vector<std::string> files(const std::string& folder = "out") const;
  static std::string book(const std::string& id, const std::string& version = "1.2.0") {
    return "目標シート_" + version + "_" + id + "_2026H2.xlsx";
  }
  static std::string archive(const std::string& assessor) { return "目標シート_1.2.0_" + assessor + "_2026H2.zip"; }
  // The manifest: number, then name/assessor/file.
  std::map<std::string, std::string> manifest(const std::string& path = "out/manifest.csv") const;
  // Somebody works on the file.
  void fill_in(const std::string& name) const { write("out/" + name, read("out/" + name) + "記入"); }
  std::vector<std::string> archived(const std::string& name) const;
};

// The text of a workbook's cells.
bool holds_text(const std::string& bytes, const std::string& text);

}  // namespace shirube::tests
