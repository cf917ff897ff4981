#include "render/xlsx/memory_parts.h"

#include <sys/types.h>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <memory>
#include <new>
#include <string>

namespace shirube::render::xlsx {

namespace {

thread_local MemoryParts* writing = nullptr;

struct MemoryFile {
  MemoryParts* parts = nullptr;
  std::string bytes;
  std::size_t at = 0;
};

ssize_t read_file(void* cookie, char* buffer, std::size_t size) {
  auto* file = static_cast<MemoryFile*>(cookie);
  const std::size_t left = file->bytes.size() - std::min(file->at, file->bytes.size());
  const std::size_t taken = std::min(size, left);
  std::memcpy(buffer, file->bytes.data() + file->at, taken);
  file->at += taken;
  return static_cast<ssize_t>(taken);
}

ssize_t write_file(void* cookie, const char* buffer, std::size_t size) {
  auto* file = static_cast<MemoryFile*>(cookie);
  try {
    if (file->at + size > file->bytes.size()) file->bytes.resize(file->at + size);
  } catch (const std::bad_alloc&) {  // must not cross the library
    file->parts->fail();
    return 0;
  }
  std::memcpy(file->bytes.data() + file->at, buffer, size);
  file->at += size;
  return static_cast<ssize_t>(size);
}

int seek_file(void* cookie, off64_t* offset, int whence) {
  auto* file = static_cast<MemoryFile*>(cookie);
  const auto from = static_cast<off64_t>(whence == SEEK_SET   ? 0
                                         : whence == SEEK_CUR ? file->at
                                                              : file->bytes.size());
  if (from + *offset < 0 || from + *offset > static_cast<off64_t>(file->bytes.size())) {
    file->parts->fail();
    return -1;
  }
  file->at = static_cast<std::size_t>(from + *offset);
  *offset = static_cast<off64_t>(file->at);
  return 0;
}

int close_file(void* cookie) {
  const std::unique_ptr<MemoryFile> file(static_cast<MemoryFile*>(cookie));
  return 0;
}

std::FILE* open_file() {
  std::unique_ptr<MemoryFile> file(new (std::nothrow) MemoryFile{writing, {}, 0});
  std::FILE* stream = nullptr;
  if (file) stream = ::fopencookie(file.get(), "w+", {read_file, write_file, seek_file, close_file});
  if (stream == nullptr) {
    writing->fail();
    return nullptr;
  }
  (void)file.release();  // the stream's now
  writing->count_file();
  return stream;
}

}  // namespace

MemoryParts::MemoryParts() {
  writing = this;
}

MemoryParts::~MemoryParts() {
  writing = nullptr;
}

}  // namespace shirube::render::xlsx

// Found by the dynamic linker before the library's own function of this name. Weak: where the library is linked
// statically its own one stays, and MemoryParts::used() says so.
extern "C" __attribute__((weak, visibility("default"))) std::FILE* lxw_tmpfile(const char*) {
  return shirube::render::xlsx::writing == nullptr ? std::tmpfile() : shirube::render::xlsx::open_file();
}
