// LibreOffice without a window, in a folder of its own, set to recalculate every formula.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "source/file_system.h"

namespace shirube::tests {

class Office {
 public:
  Office();
  ~Office();
  Office(const Office&) = delete;
  Office& operator=(const Office&) = delete;

  // `bytes` is an .xlsx; `format` xlsx or pdf. Fails the test if LibreOffice does.
  std::string convert(const std::string& bytes, const std::string& format);
  // Many in one start, by name without the ending.
  std::map<std::string, std::string> convert(const std::map<std::string, std::string>& books,
                                             const std::string& format);

 private:
  std::string work_ = "/tmp/shirube-office-XXXXXX";
  std::unique_ptr<source::RealFileSystem> files_;
};

}  // namespace shirube::tests
