#include "cli/output_folder.h"

#include <filesystem>

namespace shirube::cli {

std::string output_folder(const Options& options, const model::SiteConfig& config) {
  const std::filesystem::path folder = options.output.empty() ? std::filesystem::path(options.root) / config.output
                                                              : std::filesystem::path(options.output);
  std::string text = folder.lexically_normal().string();
  while (text.size() > 1 && text.back() == '/') text.pop_back();
  return text;
}

}  // namespace shirube::cli
