#include "publish/previous.h"

#include <algorithm>

#include "publish/output_paths.h"

namespace shirube::publish {

using render::OutputSet;

namespace {

std::vector<ManifestFile> no_longer_made(const Edition& last, Life life, const OutputSet& outputs) {
  std::vector<ManifestFile> files;
  for (const ManifestFile& file : last.manifest.files) {
    if (file.life == life && !makes(outputs, file.path)) files.push_back(file);
  }
  return files;
}

}  // namespace

std::vector<ManifestFile> find_previous(const Edition& last, const Foreign& foreign, const OutputSet& outputs) {
  std::vector<ManifestFile> kept = no_longer_made(last, Life::versioned, outputs);
  if (kept.empty()) kept = no_longer_made(last, Life::previous, outputs);
  std::erase_if(kept, [&](ManifestFile& file) {
    file.life = Life::previous;
    const auto is_same = [&](const Entry* entry) { return entry->path == file.path; };
    return last.tree.find(file.path) == nullptr || std::any_of(foreign.files.begin(), foreign.files.end(), is_same) ||
           makes_or_blocks(outputs, file.path) || makes_below(outputs, file.path);
  });
  return kept;
}

}  // namespace shirube::publish
