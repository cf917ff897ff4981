#include "publish/lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <string>

#include "source/format.h"

namespace shirube::publish {

using source::Descriptor;
using source::Failure;
using source::Result;

namespace {

// The holder wrote its id when it took the lock, so the file's time is its start.
std::string describe_holder(const Descriptor& file) {
  std::array<char, 20> text{};
  const ssize_t size = ::pread(file.get(), text.data(), text.size() - 1, 0);
  std::string id(text.data(), size > 0 ? static_cast<std::size_t>(size) : 0);
  while (id.ends_with('\n')) id.pop_back();
  struct stat status {};
  tm start{};
  if (id.empty() || ::fstat(file.get(), &status) != 0 || ::gmtime_r(&status.st_mtim.tv_sec, &start) == nullptr)
    return "";
  return source::format("pid {}, since {:04}-{:02}-{:02} {:02}:{:02}:{:02} UTC", id, start.tm_year + 1900,
                        start.tm_mon + 1, start.tm_mday, start.tm_hour, start.tm_min, start.tm_sec);
}

// A holder that ends removes the file: whoever waited for the removed one must look again.
bool is_still_named(const Descriptor& file, const Place& place) {
  struct stat opened {};
  struct stat named {};
  return ::fstat(file.get(), &opened) == 0 &&
         ::fstatat(place.parent.get(), place.lock_name().c_str(), &named, AT_SYMLINK_NOFOLLOW) == 0 &&
         opened.st_dev == named.st_dev && opened.st_ino == named.st_ino;
}

}  // namespace

Result<Lock> Lock::acquire(const Place& place) {
  const std::string path = place.parent_path + place.lock_name();
  for (;;) {
    Descriptor file(
        ::openat(place.parent.get(), place.lock_name().c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0666));
    if (!file) return source::failure_from_errno(errno, path);
    if (::flock(file.get(), LOCK_EX | LOCK_NB) != 0) {
      if (errno == EINTR) continue;
      if (errno != EWOULDBLOCK) return source::failure_from_errno(errno, path);
      return Failure{Failure::Kind::busy, place.path(), describe_holder(file)};
    }
    if (!is_still_named(file, place)) continue;
    Lock lock(place, std::move(file));
    const std::string id = std::to_string(::getpid()) + "\n";
    if (::ftruncate(lock.file_.get(), 0) != 0 || ::pwrite(lock.file_.get(), id.data(), id.size(), 0) != static_cast<ssize_t>(id.size())) {
      return source::failure_from_errno(errno, path);
    }
    return lock;
  }
}

Lock::~Lock() {
  if (file_) ::unlinkat(place_->parent.get(), place_->lock_name().c_str(), 0);
}

}  // namespace shirube::publish
