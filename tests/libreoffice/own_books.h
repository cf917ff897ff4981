// The workbooks of this repository, filled in, and what their sheets say then: of the file as we write it, or of what
// LibreOffice made of it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cli/load.h"
#include "render/xlsx/plan.h"
#include "source/file_system.h"

namespace shirube::tests {

struct OwnBooks {
  using Values = render::xlsx::WorkbookTemplate::Values;

  // A site like this repository's, below `root`.
  explicit OwnBooks(const std::string& root = SHIRUBE_SOURCE_DIR);

  const model::Site& site() const { return loaded->site.site(); }
  const model::Calculation& calculation(const std::string& id) const;
  std::string fill(const std::string& id, const Values& values) const;

  source::Result<std::unique_ptr<source::RealFileSystem>> files;
  cli::Session session;
  std::optional<cli::LoadedSite> loaded;
  std::vector<double> figures;
};

// What the data sheet says of each field, by its key; `state: SHEET` is what the first sheet says of that sheet, `missing:
// SHEET` the number beside it, `row: LABEL` the first computed cell of a row that begins with that label.
std::map<std::string, std::string> read_book(const std::string& bytes);

// A number to six digits, or the text.
std::string shown(const expression::Value& value);

struct BookCase {
  std::string name;
  std::string workbook;
  OwnBooks::Values values;
  std::map<std::string, std::string> expected;  // by what read_book says
  // The same by a formula without names, as `shirube evaluate` and the browser calculate it.
  std::map<std::string, std::string> formulas = {};
};

// Page (`expected`), file, LibreOffice, evaluate and the browser's runtime agree. One start of LibreOffice and of node.
void compare_faces(const OwnBooks& own, const std::vector<BookCase>& cases);

}  // namespace shirube::tests
