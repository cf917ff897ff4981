#include "cli/site_folders.h"

#include <unistd.h>

#include <array>
#include <cerrno>
#include <string>
#include <utility>

#include "cli/report.h"

namespace shirube::cli {

source::Result<std::unique_ptr<source::RealFileSystem>> open_installation() {
  std::array<char, 4096> buffer{};
  const ssize_t length = ::readlink("/proc/self/exe", buffer.data(), buffer.size());
  if (length <= 0) return source::failure_from_errno(errno, "/proc/self/exe");
  std::string program(buffer.data(), static_cast<std::size_t>(length));
  const std::string folder = program.substr(0, program.rfind('/'));
  return source::RealFileSystem::open(folder + "/../share/shirube");
}

std::optional<SiteFolders> open_folders(const Options& options, diagnostic::Sink& sink) {
  auto site = source::RealFileSystem::open(options.root);
  auto installation = open_installation();
  for (const auto* folder : {&site, &installation}) {
    if (*folder) continue;
    report_failure(folder->failure(), true, sink);
    return std::nullopt;
  }
  return SiteFolders{std::move(site).value(), std::move(installation).value()};
}

}  // namespace shirube::cli
