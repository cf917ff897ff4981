#include "render/xlsx/workbooks.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <vector>

#include "render/xlsx/make.h"
#include "render/xlsx/plan.h"
#include "render/xlsx/writer.h"

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

std::vector<double> figure_values(const model::CheckedSite& site) {
  std::vector<double> values;
  for (std::size_t i = 0; i < site.site().records.figures.size(); ++i) values.push_back(site.figure_value(i));
  return values;
}

struct Written {
  std::string bytes;
  PartsPlace parts = PartsPlace::files;
};

Result<Written> write_once(const WorkbookPlan& plan, const WriteOptions& options) {
  const TemporaryFile file(options.temporary_folder);
  if (file.system_error() != 0) return source::failure_from_errno(file.system_error(), options.temporary_folder);
  const auto written = write_workbook(plan, options.created, options.temporary_folder, file.path());
  if (!written) {
    Failure failure = written.failure();
    failure.path = plan.id + ".xlsx";
    return failure;
  }
  auto bytes = file.read();
  if (!bytes) return bytes.failure();
  auto complete = complete_workbook(bytes.value());
  if (!complete) {
    Failure failure = complete.failure();
    failure.path = plan.id + ".xlsx";
    return failure;
  }
  return Written{std::move(complete).value(), written.value()};
}

}  // namespace

Result<std::string> make_workbook(const WorkbookPlan& plan, const WriteOptions& options) {
  auto first = write_once(plan, options);
  if (!first) return first.failure();
  auto proved = prove_workbook(plan, first.value().bytes);
  if (!proved || first.value().parts == PartsPlace::memory) return proved;
  // The library looks at no result of writing and reading its temporary files: what a failure did to one package it
  // does not do to a second one.
  auto second = write_once(plan, options);
  if (!second) return second.failure();
  if (second.value().bytes != first.value().bytes) {
    return Failure{Failure::Kind::damaged, plan.id + ".xlsx", "written twice, it differs"};
  }
  return proved;
}

std::vector<std::pair<std::string, std::string>> find_workbook_faults(const model::CheckedSite& site) {
  const std::vector<double> figures = figure_values(site);
  std::vector<std::pair<std::string, std::string>> faults;
  for (const model::WorkbookDefinition& definition : site.site().workbooks) {
    std::string fault = find_fault(plan_workbook(definition, site.site().records, figures));
    if (!fault.empty()) faults.emplace_back(definition.id.value + ".xlsx", std::move(fault));
  }
  return faults;
}

OutputSet render_workbooks(const model::CheckedSite& site, const WriteOptions& options) {
  const std::vector<double> figures = figure_values(site);
  OutputSet set;
  for (const model::WorkbookDefinition& definition : site.site().workbooks) {
    set.files.push_back({"workbooks/" + definition.id.value + ".xlsx", [&definition, &site, figures, options] {
                           return make_workbook(plan_workbook(definition, site.site().records, figures), options);
                         }});
  }
  return set;
}

}  // namespace shirube::render::xlsx
