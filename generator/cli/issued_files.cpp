#include "cli/issued_files.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <numeric>
#include <set>
#include <system_error>
#include <utility>

#include "source/file_system.h"
#include "source/fingerprint.h"
#include "source/format.h"
#include "source/unicode.h"
#include "spreadsheet/archive.h"

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

// Letters and digits of other scripts become a sum of themselves, so that two names stay two.
std::string ascii_part(const std::string& text) {
  const bool plain = std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  return plain ? text : source::fingerprint_text(text).substr(0, 8);
}

constexpr std::string_view temporary_prefix = ".shirube-issue-";

// Freed by the system when the run ends, however it ends. -1: the file system has no locks.
int lock_folder(const std::string& path) {
  const int folder = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW);
  if (folder >= 0 && ::flock(folder, LOCK_EX | LOCK_NB) == 0) return folder;
  if (folder >= 0) ::close(folder);
  return -1;
}

// Half-written files of runs that were killed are about people: they must not stay.
void remove_remains(const std::string& folder) {
  std::error_code ignored;
  std::vector<std::string> remains;
  for (const auto& entry : fs::directory_iterator(folder, ignored)) {
    if (entry.path().filename().string().starts_with(temporary_prefix)) remains.push_back(entry.path().string());
  }
  for (const std::string& path : remains) {
    const int lock = lock_folder(path);
    if (lock < 0) continue;  // another run is at work there
    fs::remove_all(path, ignored);
    ::close(lock);
  }
}

bool have_same_bytes(const std::string& left, const std::string& right) {
  std::ifstream one(left, std::ios::binary);
  std::ifstream other(right, std::ios::binary);
  if (!one || !other) return false;
  return std::equal(std::istreambuf_iterator<char>(one), std::istreambuf_iterator<char>(),
                    std::istreambuf_iterator<char>(other), std::istreambuf_iterator<char>());
}

}  // namespace

Result<IssuedFiles> IssuedFiles::open(const std::string& folder, const model::WorkbookDefinition& workbook,
                                      const std::string& period, bool ascii) {
  IssuedFiles files;
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) return source::failure_from_errno(error.value(), folder);
  remove_remains(folder);
  files.folder_ = folder;
  std::string temporary = folder + "/" + std::string(temporary_prefix) + "XXXXXX";
  if (::mkdtemp(temporary.data()) == nullptr) return source::failure_from_errno(errno, folder);
  files.temporary_ = temporary;
  files.lock_ = lock_folder(temporary);
  files.id_ = workbook.id.value;
  files.title_ = file_part(workbook.title);
  files.version_ = workbook.version.value;
  files.period_ = file_part(period);
  files.ascii_ = ascii;
  return files;
}

IssuedFiles::IssuedFiles(IssuedFiles&& other) noexcept
    : folder_(std::move(other.folder_)),
      temporary_(std::exchange(other.temporary_, {})),
      id_(std::move(other.id_)),
      title_(std::move(other.title_)),
      version_(std::move(other.version_)),
      period_(std::move(other.period_)),
      ascii_(other.ascii_),
      lock_(std::exchange(other.lock_, -1)) {}

IssuedFiles::~IssuedFiles() {
  std::error_code ignored;
  if (!temporary_.empty()) fs::remove_all(temporary_, ignored);
  if (lock_ >= 0) ::close(lock_);
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

std::string IssuedFiles::file_name(const std::string& middle, const std::string& extension) const {
  constexpr std::size_t longest = 200;  // bytes; file systems allow 255
  std::string name = source::format("{}_{}_{}_{}{}", title_, version_, middle, period_, extension);
  if (!ascii_ && name.size() <= longest) return name;
  return source::format("{}_{}_{}_{}{}", id_, version_, ascii_part(middle), ascii_part(period_), extension);
}

Result<IssuedFiles::Entry> IssuedFiles::put(const model::Person& person, const std::string& bytes) const {
  std::string name = file_name(person.id, ".xlsx");
  auto is_new = place(name, bytes);
  if (!is_new) return is_new.failure();
  return Entry{std::move(name), source::fingerprint_text(bytes), is_new.value()};
}

std::string IssuedFiles::list_text(const std::vector<model::Person>& people, const std::vector<Entry>& entries,
                                   const std::vector<std::size_t>& wanted) const {
  std::string list = "\xEF\xBB\xBF社員番号,氏名,所属,一次評価者,ファイル,照合値,様式,版,期\r\n";
  for (const std::size_t i : wanted) {
    const model::Person& person = people[i];
    list += source::format("{},{},{},{},{},{},{},{},{}\r\n", csv_cell(person.id), csv_cell(person.name),
                           csv_cell(person.organisation), csv_cell(person.first_assessor), csv_cell(entries[i].file),
                           entries[i].fingerprint, id_, version_, csv_cell(period_));
  }
  return list;
}

Result<void> IssuedFiles::write_list(const std::vector<model::Person>& people,
                                     const std::vector<Entry>& entries) const {
  std::vector<std::size_t> all(people.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  const auto placed = place("manifest.csv", list_text(people, entries, all));
  if (!placed) return placed.failure();
  return {};
}

Result<std::size_t> IssuedFiles::write_archives(const std::vector<model::Person>& people,
                                                const std::vector<Entry>& entries) const {
  std::map<std::string, std::vector<std::size_t>> by_assessor;
  for (std::size_t i = 0; i < people.size(); ++i) {
    if (!people[i].first_assessor.empty()) by_assessor[people[i].first_assessor].push_back(i);
  }
  std::set<std::string> taken;  // some file systems tell no case from another
  std::size_t written = 0;
  for (const auto& [assessor, theirs] : by_assessor) {
    std::string middle = ascii_ ? ascii_part(assessor) : file_part(assessor);
    const std::string base = middle;
    for (int n = 2; !taken.insert(source::fold_case(middle)).second; ++n) middle = source::format("{}-{}", base, n);
    const std::string name = file_name(middle, ".zip");
    std::vector<spreadsheet::ArchiveFile> files;
    for (const std::size_t i : theirs) files.push_back({entries[i].file, folder_ + "/" + entries[i].file, {}});
    files.push_back({"manifest.csv", {}, list_text(people, entries, theirs)});
    const std::string partial = temporary_ + "/" + name;
    if (const auto done = spreadsheet::write_archive(partial, files); !done) return done.failure();
    if (have_same_bytes(partial, folder_ + "/" + name)) {
      ::unlink(partial.c_str());
      continue;
    }
    std::error_code error;
    fs::rename(partial, folder_ + "/" + name, error);
    if (error) return source::failure_from_errno(error.value(), name);
    ++written;
  }
  return written;
}

}  // namespace shirube::cli
