#include "publish/output_paths.h"

#include <algorithm>
#include <string>

#include "publish/manifest.h"

namespace shirube::publish {

using render::OutputFile;
using render::OutputSet;

namespace {

auto lower_bound(const OutputSet& outputs, std::string_view path) {
  return std::lower_bound(outputs.files.begin(), outputs.files.end(), path,
                          [](const OutputFile& file, std::string_view wanted) { return file.path < wanted; });
}

}  // namespace

bool makes(const OutputSet& outputs, std::string_view path) {
  const auto found = lower_bound(outputs, path);
  return found != outputs.files.end() && found->path == path;
}

bool makes_or_blocks(const OutputSet& outputs, std::string_view path) {
  if (makes(outputs, path)) return true;
  for (std::size_t slash = path.find('/'); slash != std::string_view::npos; slash = path.find('/', slash + 1)) {
    if (makes(outputs, path.substr(0, slash))) return true;
  }
  return path == manifest_name;
}

bool makes_below(const OutputSet& outputs, std::string_view folder) {
  const std::string prefix = std::string(folder) + "/";
  const auto found = lower_bound(outputs, prefix);
  return found != outputs.files.end() && found->path.starts_with(prefix);
}

}  // namespace shirube::publish
