// The folder that personal workbooks are issued to: one file a person, `manifest.csv`, one ZIP an assessor. A file is
// there whole or not at all; what lies there with the right bytes is not touched.
#pragma once

#include <string>
#include <vector>

#include "model/person.h"
#include "model/workbook.h"
#include "source/result.h"

namespace shirube::cli {

class IssuedFiles {
 public:
  // Makes the folder if there is none, and removes what a run that was killed has left. `ascii`: names of files hold
  // nothing else, for systems and mail that cannot do more.
  static source::Result<IssuedFiles> open(const std::string& folder, const model::WorkbookDefinition& workbook,
                                          const std::string& period, bool ascii);
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
  // For each first assessor the workbooks of their people, and the list of them. How many were written.
  source::Result<std::size_t> write_archives(const std::vector<model::Person>& people,
                                             const std::vector<Entry>& entries) const;
  // Below the folder; gone with this object.
  const std::string& temporary_folder() const { return temporary_; }

 private:
  IssuedFiles() = default;
  source::Result<bool> place(const std::string& name, const std::string& bytes) const;
  std::string list_text(const std::vector<model::Person>& people, const std::vector<Entry>& entries,
                        const std::vector<std::size_t>& wanted) const;
  std::string file_name(const std::string& middle, const std::string& extension) const;

  std::string folder_;
  std::string temporary_;
  std::string id_;
  std::string title_;
  std::string version_;
  std::string period_;
  bool ascii_ = false;
  int lock_ = -1;  // on the temporary folder, as long as this run lives
};

}  // namespace shirube::cli
