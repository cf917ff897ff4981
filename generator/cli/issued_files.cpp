#include "cli/issued_files.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
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

constexpr std::string_view temporary_prefix = ".shirube-issue-";
constexpr const char* replaced_folder = "replaced";

Failure failure_now(const std::string& path) {
  return source::failure_from_errno(errno, path);
}

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
    if (lock < 0) continue;  // another run is at work there, or it is a journal
    fs::remove_all(path, ignored);
    ::close(lock);
  }
}

// manifest.csv and manifest-2-of-8.csv, those of parts first: a whole run takes them in, so they are the newer ones.
bool is_list(const std::string& name, std::string_view stem) {
  if (!name.starts_with(stem) || !name.ends_with(".csv")) return false;
  const std::string middle = name.substr(stem.size(), name.size() - stem.size() - 4);
  if (middle.empty()) return true;
  unsigned part = 0;
  unsigned parts = 0;
  int end = 0;
  return std::sscanf(middle.c_str(), "-%u-of-%u%n", &part, &parts, &end) == 2 &&
         static_cast<std::size_t>(end) == middle.size();
}

bool is_there(const std::string& path) {
  struct stat found {};
  return ::lstat(path.c_str(), &found) == 0;
}

// What Excel and LibreOffice put beside a workbook while they have it open.
bool is_open(const std::string& folder, const std::string& name) {
  return is_there(folder + "/~$" + name) || is_there(folder + "/.~lock." + name + "#");
}

Result<std::string> read_file(const std::string& folder, const std::string& name) {
  auto opened = source::RealFileSystem::open(folder);
  if (!opened) return opened.failure();
  return opened.value()->read(name);
}

}  // namespace

bool Shard::holds(const std::string& key) const {
  return is_whole() || source::fingerprint(key) % parts == part - 1;
}

std::string Shard::list_name(const std::string& stem) const {
  return is_whole() ? stem + ".csv" : source::format("{}-{}-of-{}.csv", stem, part, parts);
}

Shard shard_of(const std::string& option) {
  const std::size_t slash = option.find('/');
  if (slash == std::string::npos) return {};
  return {std::strtoul(option.c_str(), nullptr, 10), std::strtoul(option.c_str() + slash + 1, nullptr, 10)};
}

Result<IssuedFiles> IssuedFiles::open(const std::string& folder, const Shard& shard, Mode mode) {
  IssuedFiles files;
  files.folder_ = folder;
  files.shard_ = shard;
  files.mode_ = mode;
  std::error_code error;
  std::string parent = folder;
  if (mode == Mode::look) {
    parent = fs::temp_directory_path(error).string();
  } else {
    fs::create_directories(folder, error);
    if (!error) remove_remains(folder);
  }
  if (error) return source::failure_from_errno(error.value(), folder);
  if (const auto opened = files.open_journal(); !opened) return opened.failure();
  std::string temporary = parent + "/" + std::string(temporary_prefix) + "XXXXXX";
  if (::mkdtemp(temporary.data()) == nullptr) return failure_now(parent);
  files.temporary_ = temporary;
  files.lock_ = lock_folder(temporary);
  return files;
}

// Each file that is going to be placed is noted first: what a run that was stopped has placed is ours all the same.
Result<void> IssuedFiles::open_journal() {
  const std::string path = journal_name();
  if (mode_ == Mode::write) {
    for (;;) {
      journal_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0600);
      if (journal_ < 0) return failure_now(path);
      if (::flock(journal_, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
        ::close(std::exchange(journal_, -1));
        return Failure{Failure::Kind::busy, folder_, "issue"};
      }
      struct stat held {};
      struct stat named {};
      if (::fstat(journal_, &held) == 0 && ::lstat(path.c_str(), &named) == 0 && held.st_ino == named.st_ino) break;
      ::close(std::exchange(journal_, -1));  // another run has just ended and taken it away
    }
  }
  // Those of other parts count, too: their runs may have been stopped.
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(folder_, ignored)) {
    const std::string each = entry.path().filename().string();
    if (!each.starts_with(temporary_prefix) || !is_list(each.substr(temporary_prefix.size()), "journal")) continue;
    const auto text = read_file(folder_, each);
    if (!text) return text.failure();
    for (std::size_t begin = 0; begin < text.value().size();) {
      const std::size_t end = std::min(text.value().find('\n', begin), text.value().size());
      const std::string line = text.value().substr(begin, end - begin);
      if (const std::size_t blank = line.find(' '); blank != std::string::npos) {
        journalled_[line.substr(blank + 1)].insert(line.substr(0, blank));
      }
      begin = end + 1;
    }
  }
  return {};
}

std::string IssuedFiles::journal_name() const {
  return folder_ + "/" + std::string(temporary_prefix) + shard_.list_name("journal");
}

IssuedFiles::IssuedFiles(IssuedFiles&& other) noexcept
    : folder_(std::move(other.folder_)),
      temporary_(std::exchange(other.temporary_, {})),
      shard_(other.shard_),
      mode_(other.mode_),
      lock_(std::exchange(other.lock_, -1)),
      journal_(std::exchange(other.journal_, -1)),
      journalled_(std::move(other.journalled_)),
      lines_(std::move(other.lines_)),
      handouts_(std::move(other.handouts_)),
      lists_(std::move(other.lists_)),
      listed_elsewhere_(std::move(other.listed_elsewhere_)),
      mutex_(std::move(other.mutex_)) {}

IssuedFiles::~IssuedFiles() {
  std::error_code ignored;
  if (!temporary_.empty()) fs::remove_all(temporary_, ignored);
  if (lock_ >= 0) ::close(lock_);
  if (journal_ < 0) return;
  struct stat held {};
  if (::fstat(journal_, &held) == 0 && held.st_size == 0) ::unlink(journal_name().c_str());
  ::close(journal_);
}

bool IssuedFiles::read_lists(source::SourceSet& sources, diagnostic::Sink& sink) {
  std::error_code ignored;
  std::vector<std::string> manifests;
  std::vector<std::string> handouts;
  for (const auto& entry : fs::directory_iterator(folder_, ignored)) {
    const std::string name = entry.path().filename().string();
    if (is_list(name, "manifest")) manifests.push_back(name);
    if (is_list(name, "handouts")) handouts.push_back(name);
    for (const std::string stem : {"manifest", "handouts", "names"}) {
      if (is_list(name, stem) && name != stem + ".csv") lists_.push_back(name);
    }
  }
  const auto parts_first = [](const std::string& left, const std::string& right) {
    return std::pair(left.find('-') == left.npos, left) < std::pair(right.find('-') == right.npos, right);
  };
  std::sort(manifests.begin(), manifests.end(), parts_first);
  std::sort(handouts.begin(), handouts.end(), parts_first);
  std::map<std::string, std::size_t> at;
  for (const std::string& name : manifests) {
    auto text = read_file(folder_, name);
    auto lines = text ? read_issued(folder_ + "/" + name, std::move(text).value(), sources, sink) : std::nullopt;
    if (!lines) {
      if (!text) sink.report_at(diagnostic::Kind::issue_manifest, "", {folder_ + "/" + name});
      return false;
    }
    for (IssuedLine& line : *lines) {
      if (name != shard_.list_name("manifest")) listed_elsewhere_.insert(line.file);
      const auto [place, is_new] = at.emplace(key_of(line), lines_.size());
      if (is_new) {
        lines_.push_back(std::move(line));
      } else if (IssuedLine& other = lines_[place->second];
                 state_of(other.file, other.fingerprint) != BookState::same &&
                 state_of(line.file, line.fingerprint) == BookState::same) {
        other = std::move(line);  // of two that differ, the one that the file agrees with
      }
    }
  }
  std::set<std::string> archives;
  for (const std::string& name : handouts) {
    auto text = read_file(folder_, name);
    auto lines = text ? read_handouts(folder_ + "/" + name, std::move(text).value(), sources, sink) : std::nullopt;
    if (!lines) {
      if (!text) sink.report_at(diagnostic::Kind::issue_manifest, "", {folder_ + "/" + name});
      return false;
    }
    for (HandoutLine& line : *lines) {
      if (archives.insert(line.archive).second) handouts_.push_back(std::move(line));
    }
  }
  return true;
}

BookState IssuedFiles::compare(const std::string& name, const std::string& fingerprint,
                               const std::string& known) const {
  const auto noted = journalled_.find(name);
  const bool ours =
      (!known.empty() && fingerprint == known) || (noted != journalled_.end() && noted->second.contains(fingerprint));
  if (!ours) return known.empty() ? BookState::foreign : BookState::kept;
  return is_open(folder_, name) ? BookState::open : BookState::rewritten;
}

BookState IssuedFiles::state_of(const std::string& name, const std::string& known) const {
  if (!is_there(folder_ + "/" + name)) return BookState::fresh;
  const auto there = read_file(folder_, name);
  if (!there) return known.empty() ? BookState::foreign : BookState::kept;
  const auto state = compare(name, source::fingerprint_text(there.value()), known);
  return state == BookState::rewritten ? BookState::same : state;
}

Result<void> IssuedFiles::note(const std::string& name, const std::string& fingerprint) const {
  const std::string line = fingerprint + " " + name + "\n";
  const std::scoped_lock lock(*mutex_);
  for (std::size_t written = 0; written < line.size();) {
    const ssize_t more = ::write(journal_, line.data() + written, line.size() - written);
    if (more < 0 && errno != EINTR) return failure_now(folder_);
    if (more > 0) written += static_cast<std::size_t>(more);
  }
  return {};
}

Result<void> IssuedFiles::rename_into(const std::string& path, const std::string& name, bool over) const {
  const std::string target = folder_ + "/" + name;
  if (over) {
    if (::rename(path.c_str(), target.c_str()) != 0) return failure_now(name);
    return {};
  }
  // What somebody has put there since we looked stays.
  if (::renameat2(AT_FDCWD, path.c_str(), AT_FDCWD, target.c_str(), RENAME_NOREPLACE) == 0) return {};
  if (errno != EINVAL && errno != ENOSYS) return failure_now(name);
  if (is_there(target)) return source::failure_from_errno(EEXIST, name);
  if (::rename(path.c_str(), target.c_str()) != 0) return failure_now(name);
  return {};
}

Result<BookState> IssuedFiles::put(const std::string& name, const std::string& bytes, const std::string& known,
                                   bool replace) const {
  BookState state = BookState::fresh;
  if (is_there(folder_ + "/" + name)) {
    const auto there = read_file(folder_, name);
    if (there && there.value() == bytes) return BookState::same;
    state = there           ? compare(name, source::fingerprint_text(there.value()), known)
            : known.empty() ? BookState::foreign
                            : BookState::kept;
    const bool moves = replace && (state == BookState::kept || state == BookState::foreign);
    if (!moves && state != BookState::rewritten) return state;
    if (moves) {
      if (mode_ == Mode::write) {
        if (const auto moved = move_to_replaced(name); !moved) return moved.failure();
      }
      state = BookState::fresh;
    }
  }
  if (mode_ == Mode::look) return state;
  auto opened = source::RealFileSystem::open(temporary_);
  if (!opened) return opened.failure();
  if (const auto written = opened.value()->write(name, bytes); !written) return written.failure();
  if (const auto noted = note(name, source::fingerprint_text(bytes)); !noted) return noted.failure();
  const auto placed = rename_into(temporary_ + "/" + name, name, state == BookState::rewritten);
  if (!placed) return placed.failure();
  return state;
}

Result<BookState> IssuedFiles::put_file(const std::string& name, const std::string& path,
                                        const std::string& known) const {
  const std::size_t slash = path.rfind('/');
  const auto made = read_file(path.substr(0, slash), path.substr(slash + 1));
  if (!made) return made.failure();
  BookState state = BookState::fresh;
  if (is_there(folder_ + "/" + name)) {
    const auto there = read_file(folder_, name);
    state = !there                          ? BookState::foreign
            : there.value() == made.value() ? BookState::same
                                            : compare(name, source::fingerprint_text(there.value()), known);
  }
  const bool placing = state == BookState::fresh || state == BookState::rewritten;
  if (!placing) ::unlink(path.c_str());
  if (!placing || mode_ == Mode::look) return state;
  if (const auto noted = note(name, source::fingerprint_text(made.value())); !noted) return noted.failure();
  if (const auto placed = rename_into(path, name, state == BookState::rewritten); !placed) return placed.failure();
  return state;
}

Result<void> IssuedFiles::move_to_replaced(const std::string& name) const {
  const std::string folder = folder_ + "/" + replaced_folder;
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) return source::failure_from_errno(error.value(), folder);
  const std::string stem = fs::path(name).stem().string();
  const std::string ending = fs::path(name).extension().string();
  for (int n = 1;; ++n) {
    const std::string other = n == 1 ? name : source::format("{}.{}{}", stem, n, ending);
    if (is_there(folder + "/" + other)) continue;
    const auto moved = rename_into(folder_ + "/" + name, std::string(replaced_folder) + "/" + other, false);
    if (moved || !is_there(folder + "/" + other)) return moved;
  }
}

Result<void> IssuedFiles::remove(const std::string& name) const {
  if (::unlink((folder_ + "/" + name).c_str()) != 0 && errno != ENOENT) return failure_now(name);
  return {};
}

Result<void> IssuedFiles::write_list(const std::string& name, const std::string& text) const {
  if (const auto there = read_file(folder_, name); there && there.value() == text) return {};
  auto opened = source::RealFileSystem::open(temporary_);
  if (!opened) return opened.failure();
  if (const auto written = opened.value()->write(name, text); !written) return written.failure();
  return rename_into(temporary_ + "/" + name, name, true);
}

void IssuedFiles::finish() {
  if (mode_ == Mode::look) return;
  if (shard_.is_whole()) {
    for (const std::string& name : lists_) ::unlink((folder_ + "/" + name).c_str());
  }
  ::unlink(journal_name().c_str());
}

}  // namespace shirube::cli
