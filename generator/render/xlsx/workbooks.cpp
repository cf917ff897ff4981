#include "render/xlsx/workbooks.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <vector>

#include "render/xlsx/make.h"
#include "render/xlsx/plan.h"
#include "render/xlsx/verify.h"
#include "render/xlsx/writer.h"
#include "spreadsheet/container.h"
#include "spreadsheet/read.h"

namespace shirube::render::xlsx {

using source::Failure;
using source::Result;

namespace {

// A file of its own in the temporary folder, gone when this goes.
class TemporaryFile {
 public:
  explicit TemporaryFile(const std::string& folder) : path_(folder + "/workbook-XXXXXX") {
    const int descriptor = ::mkstemp(path_.data());
    system_error_ = descriptor < 0 ? errno : 0;
    if (descriptor >= 0) ::close(descriptor);
  }
  ~TemporaryFile() {
    if (system_error_ == 0) ::unlink(path_.c_str());
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  const std::string& path() const { return path_; }
  int system_error() const { return system_error_; }

  Result<std::string> read() const {
    const int descriptor = ::open(path_.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return source::failure_from_errno(errno, path_);
    std::string bytes;
    std::vector<char> piece(1U << 16);
    ssize_t got = 0;
    while ((got = ::read(descriptor, piece.data(), piece.size())) > 0)
      bytes.append(piece.data(), static_cast<std::size_t>(got));
    const int error = got < 0 ? errno : 0;
    ::close(descriptor);
    if (error != 0) return source::failure_from_errno(error, path_);
    return bytes;
  }

 private:
  std::string path_;
  int system_error_ = 0;
};

// The library has no word for it: sheets are neither moved nor removed nor taken out of hiding by mistake. No password.
Result<std::string> protect_structure(const std::string& bytes) {
  constexpr const char* part = "xl/workbook.xml";
  constexpr std::string_view next = "<bookViews>";  // what stands behind it in the schema
  auto container = spreadsheet::Container::open(bytes, {});
  if (!container) return container.failure();
  auto text = container.value().read(part);
  if (!text) return text.failure();
  const auto at = text.value().find(next);
  if (at == std::string::npos) return Failure{Failure::Kind::damaged, "", std::string(part)};
  return spreadsheet::replace_parts(
      bytes, {{part, text.value().insert(at, "<workbookProtection lockStructure=\"1\"/>")}});
}

}  // namespace

Result<std::string> make_workbook(const WorkbookPlan& plan, const WriteOptions& options) {
  const std::string name = plan.id + ".xlsx";
  const TemporaryFile file(options.temporary_folder);
  if (file.system_error() != 0) return source::failure_from_errno(file.system_error(), options.temporary_folder);
  const auto written = write_workbook(plan, options.created, options.temporary_folder, file.path());
  if (!written) {
    Failure failure = written.failure();
    failure.path = name;
    return failure;
  }
  const auto unprotected = file.read();
  if (!unprotected) return unprotected.failure();
  auto bytes = protect_structure(unprotected.value());
  if (!bytes) {
    Failure failure = bytes.failure();
    failure.path = name;
    return failure;
  }
  // The library reports success when its temporary folder is full: only reading back tells.
  auto read = spreadsheet::read_workbook(bytes.value());
  std::string difference = read ? find_difference(plan, read.value()) : read.failure().detail;
  if (!difference.empty()) return Failure{Failure::Kind::damaged, name, std::move(difference)};
  return bytes;
}

OutputSet render_workbooks(const model::CheckedSite& site, const WriteOptions& options) {
  std::vector<double> figures;
  for (std::size_t i = 0; i < site.site().records.figures.size(); ++i) figures.push_back(site.figure_value(i));
  OutputSet set;
  for (const model::WorkbookDefinition& definition : site.site().workbooks) {
    set.files.push_back({"workbooks/" + definition.id.value + ".xlsx", [&definition, &site, figures, options] {
                           return make_workbook(plan_workbook(definition, site.site().records, figures), options);
                         }});
  }
  return set;
}

}  // namespace shirube::render::xlsx
