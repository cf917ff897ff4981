// Files below one root. The only way in which the rooms read: so a test can hand in a tree in memory, and a run can
// record what it looked at.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "source/result.h"

namespace shirube::source {

struct DirectoryEntry {
  enum class Kind { file, directory, symbolic_link, other };
  std::string name;  // the last part only
  Kind kind = Kind::file;
};

// Paths are relative to the root, with `/` between the parts; the empty path is the root itself. A path that leaves
// the root, or leads through a symbolic link, is a Failure. All functions may be called from several threads.
class FileSystem {
 public:
  virtual ~FileSystem() = default;

  virtual Result<std::string> read(std::string_view path) = 0;
  // Sorted by the bytes of the names.
  virtual Result<std::vector<DirectoryEntry>> list(std::string_view directory) = 0;
  // Makes missing folders; replaces an existing file, which stays whole until all bytes are written. The bytes are with
  // the system when it returns, errors included.
  virtual Result<void> write(std::string_view path, std::string_view bytes) = 0;

  using Take = std::function<Result<void>(std::string_view piece)>;
  // The bytes of a file that may be too large to hold, one piece after the other; ends when `take` fails.
  virtual Result<void> read_in_pieces(std::string_view path, const Take& take);
  // In bytes.
  virtual Result<std::uint64_t> size(std::string_view path);
  // What was written is on the disk when it returns.
  virtual Result<void> sync() { return {}; }
};

// Opens everything below one directory handle; the kernel refuses links and `..` (openat2).
class RealFileSystem : public FileSystem {
 public:
  static Result<std::unique_ptr<RealFileSystem>> open(std::string root);
  ~RealFileSystem() override;
  RealFileSystem(const RealFileSystem&) = delete;
  RealFileSystem& operator=(const RealFileSystem&) = delete;

  Result<std::string> read(std::string_view path) override;
  Result<std::vector<DirectoryEntry>> list(std::string_view directory) override;
  Result<void> write(std::string_view path, std::string_view bytes) override;
  Result<void> read_in_pieces(std::string_view path, const Take& take) override;
  Result<std::uint64_t> size(std::string_view path) override;
  Result<void> sync() override;

 private:
  RealFileSystem(std::string root, int descriptor) : root_(std::move(root)), descriptor_(descriptor) {}

  std::string root_;
  int descriptor_;
};

// For tests: a tree in memory.
class MemoryFileSystem : public FileSystem {
 public:
  MemoryFileSystem() = default;
  explicit MemoryFileSystem(std::map<std::string, std::string, std::less<>> files) : files_(std::move(files)) {}

  Result<std::string> read(std::string_view path) override;
  Result<std::vector<DirectoryEntry>> list(std::string_view directory) override;
  Result<void> write(std::string_view path, std::string_view bytes) override;

  // From now on every access to `path` fails so.
  void fail(std::string path, Failure::Kind kind);
  const std::map<std::string, std::string, std::less<>>& files() const { return files_; }

 private:
  std::mutex mutex_;
  std::map<std::string, std::string, std::less<>> files_;
  std::map<std::string, Failure::Kind, std::less<>> failures_;
};

// What a run looked at: also what was looked for and not found, because its appearance would change the result.
struct AccessRecord {
  std::set<std::string> read;
  std::set<std::string> missed;
  std::set<std::string> listed;
  std::set<std::string> written;
};

class RecordingFileSystem : public FileSystem {
 public:
  // `inner` must outlive this.
  explicit RecordingFileSystem(FileSystem& inner) : inner_(inner) {}

  Result<std::string> read(std::string_view path) override;
  Result<std::vector<DirectoryEntry>> list(std::string_view directory) override;
  Result<void> write(std::string_view path, std::string_view bytes) override;
  Result<void> read_in_pieces(std::string_view path, const Take& take) override;
  Result<std::uint64_t> size(std::string_view path) override;
  Result<void> sync() override { return inner_.sync(); }

  AccessRecord record() const;

 private:
  FileSystem& inner_;
  mutable std::mutex mutex_;
  AccessRecord record_;
};

}  // namespace shirube::source
