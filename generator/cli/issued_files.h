// The folder that personal workbooks are issued to: one file a person, and `manifest.csv`. A file is there whole or not
// at all.
#pragma once

#include <string>
#include <vector>

#include "model/person.h"
#include "model/workbook.h"
#include "source/result.h"

namespace shirube::cli {

class IssuedFiles {
 public:
  // Makes the folder if there is none.
  static source::Result<IssuedFiles> open(const std::string& folder, const model::WorkbookDefinition& workbook,
                                          const std::string& period);
  ~IssuedFiles();
  IssuedFiles(IssuedFiles&&) noexcept;
  IssuedFiles(const IssuedFiles&) = delete;
  IssuedFiles& operator=(const IssuedFiles&) = delete;

  struct Entry {
    std::string file;         // 目標管理シート_1.0.0_0012_2026H2.xlsx
    std::string fingerprint;  // of its bytes
    bool is_new = false;      // false: the same bytes lay there already
  };
  // From several threads, for different people.
  source::Result<Entry> put(const model::Person& person, const std::string& bytes) const;
  // One line for each person, in their order. For Excel: UTF-8 with a BOM, CRLF.
  source::Result<void> write_list(const std::vector<model::Person>& people, const std::vector<Entry>& entries) const;
  // Below the folder; gone with this object.
  const std::string& temporary_folder() const { return temporary_; }

 private:
  IssuedFiles() = default;
  source::Result<bool> place(const std::string& name, const std::string& bytes) const;

  std::string folder_;
  std::string temporary_;
  std::string id_;
  std::string title_;
  std::string version_;
  std::string period_;
};

}  // namespace shirube::cli
