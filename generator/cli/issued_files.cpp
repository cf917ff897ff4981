#include "cli/issued_files.h"

#include <stdlib.h>

#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

#include "source/file_system.h"
#include "source/fingerprint.h"
#include "source/format.h"

namespace shirube::cli {

using source::Failure;
using source::Result;
namespace fs = std::filesystem;

namespace {

// What Windows and web addresses refuse in names becomes a `-`.
std::string file_part(const std::string& text) {
  std::string part;
  for (const char c : text) {
    const bool bad =
        static_cast<unsigned char>(c) < 0x20 || std::string_view("/\\:*?\"<>|#% ").find(c) != std::string_view::npos;
    part += bad ? '-' : c;
  }
  return part;
}

// A leading =, +, - or @ would be a formula to a spreadsheet program that opens the list.
std::string csv_cell(const std::string& cell) {
  std::string text;
  if (!cell.empty() && std::string_view("=+-@\t").find(cell.front()) != std::string_view::npos) text += '\'';
  text += cell;
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + "\"";
}

}  // namespace

Result<IssuedFiles> IssuedFiles::open(const std::string& folder, const model::WorkbookDefinition& workbook,
                                      const std::string& period) {
  IssuedFiles files;
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) return source::failure_from_errno(error.value(), folder);
  files.folder_ = folder;
  std::string temporary = folder + "/.shirube-issue-XXXXXX";
  if (::mkdtemp(temporary.data()) == nullptr) return source::failure_from_errno(errno, folder);
  files.temporary_ = temporary;
  files.id_ = workbook.id.value;
  files.title_ = file_part(workbook.title);
  files.version_ = workbook.version.value;
  files.period_ = file_part(period);
  return files;
}

IssuedFiles::IssuedFiles(IssuedFiles&& other) noexcept
    : folder_(std::move(other.folder_)),
      temporary_(std::exchange(other.temporary_, {})),
      id_(std::move(other.id_)),
      title_(std::move(other.title_)),
      version_(std::move(other.version_)),
      period_(std::move(other.period_)) {}

IssuedFiles::~IssuedFiles() {
  std::error_code ignored;
  if (!temporary_.empty()) fs::remove_all(temporary_, ignored);
}

Result<bool> IssuedFiles::place(const std::string& name, const std::string& bytes) const {
  auto opened = source::RealFileSystem::open(folder_);
  if (!opened) return opened.failure();
  if (const auto there = opened.value()->read(name); there && there.value() == bytes) return false;
  const std::string partial = fs::path(temporary_).filename().string() + "/" + name;
  if (const auto written = opened.value()->write(partial, bytes); !written) return written.failure();
  std::error_code error;
  fs::rename(folder_ + "/" + partial, folder_ + "/" + name, error);
  if (error) return source::failure_from_errno(error.value(), name);
  return true;
}

Result<IssuedFiles::Entry> IssuedFiles::put(const model::Person& person, const std::string& bytes) const {
  std::string name = source::format("{}_{}_{}_{}.xlsx", title_, version_, person.id, period_);
  constexpr std::size_t longest = 200;  // bytes; file systems allow 255
  if (name.size() > longest) name = source::format("{}_{}_{}_{}.xlsx", id_, version_, person.id, period_);
  auto is_new = place(name, bytes);
  if (!is_new) return is_new.failure();
  return Entry{std::move(name), source::fingerprint_text(bytes), is_new.value()};
}

Result<void> IssuedFiles::write_list(const std::vector<model::Person>& people,
                                     const std::vector<Entry>& entries) const {
  std::string list = "\xEF\xBB\xBF社員番号,氏名,所属,一次評価者,ファイル,照合値,様式,版,期\r\n";
  for (std::size_t i = 0; i < people.size(); ++i) {
    const model::Person& person = people[i];
    list += source::format("{},{},{},{},{},{},{},{},{}\r\n", csv_cell(person.id), csv_cell(person.name),
                           csv_cell(person.organisation), csv_cell(person.first_assessor), csv_cell(entries[i].file),
                           entries[i].fingerprint, id_, version_, csv_cell(period_));
  }
  const auto placed = place("manifest.csv", list);
  if (!placed) return placed.failure();
  return {};
}

}  // namespace shirube::cli
