#include "cli/installation.h"

#include <unistd.h>

#include <array>
#include <cerrno>
#include <string>

namespace shirube::cli {

source::Result<std::unique_ptr<source::RealFileSystem>> open_installation() {
  std::array<char, 4096> buffer{};
  const ssize_t length = ::readlink("/proc/self/exe", buffer.data(), buffer.size());
  if (length <= 0) return source::failure_from_errno(errno, "/proc/self/exe");
  std::string program(buffer.data(), static_cast<std::size_t>(length));
  const std::string folder = program.substr(0, program.rfind('/'));
  return source::RealFileSystem::open(folder + "/../share/shirube");
}

}  // namespace shirube::cli
