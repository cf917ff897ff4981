// A site in memory, loaded as the program loads one, with our own theme and templates.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>

#include "cli/load.h"
#include "source/file_system.h"

namespace shirube::tests {

using Files = std::map<std::string, std::string, std::less<>>;

struct MemorySite {
  // `files` without a site.yaml get the smallest one, and without a page a home.
  explicit MemorySite(Files files);

  // "path:line:column rule-id" a line, in the printer's order.
  std::string findings() const;

  source::MemoryFileSystem files;
  cli::Session session;
  std::optional<cli::LoadedSite> loaded;
};

// A file of the checkout.
std::string read_checkout(const std::string& path);

}  // namespace shirube::tests
