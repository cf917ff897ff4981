#include "publish/foreign.h"

#include <fcntl.h>

#include <algorithm>
#include <cerrno>

#include "publish/output_paths.h"
#include "publish/refusal.h"
#include "publish/sha256.h"

namespace shirube::publish {

using render::OutputSet;
using source::Failure;
using source::Result;

std::vector<std::string> Foreign::names() const {
  std::vector<std::string> all;
  for (const Entry* file : files) all.push_back(file->path);
  for (const Entry* folder : empty_folders) all.push_back(folder->path + "/");
  std::sort(all.begin(), all.end());
  return all;
}

Result<bool> is_as_published(const Place& place, const Edition& edition, const Entry& entry, const ManifestFile& file) {
  if (!entry.is_file() || static_cast<std::uint64_t>(entry.status.st_size) != file.bytes) return false;
  const std::string shown = place.path_of(entry.path);
  const source::Descriptor opened = source::open_below(edition.folder.get(), entry.path, O_RDONLY | O_NONBLOCK);
  if (!opened) return source::failure_from_errno(errno, shown);
  Sha256 sum;
  const auto read = source::read_in_pieces(opened, shown, [&](std::string_view piece) -> Result<void> {
    sum.add(piece);
    return {};
  });
  if (!read) return read.failure();
  return sum.finish() == file.sha256;
}

Result<Foreign> find_foreign(const Place& place, const Edition& edition, const OutputSet& outputs) {
  Foreign foreign;
  for (const Entry& entry : edition.tree.entries) {
    const std::string& path = entry.path;
    const Failure clash{Failure::Kind::unsupported, place.path_of(path), taken_by_foreign};
    if (entry.is_directory()) {
      if (edition.tree.has_below(path) || edition.manifest.has_below(path)) continue;
      if (makes_or_blocks(outputs, path)) return clash;
      if (!makes_below(outputs, path)) foreign.empty_folders.push_back(&entry);
      continue;
    }
    if (path == manifest_name) continue;
    if (const ManifestFile* ours = edition.manifest.find(path)) {
      if (makes(outputs, path)) continue;
      const auto unchanged = is_as_published(place, edition, entry, *ours);
      if (!unchanged) return unchanged.failure();
      if (unchanged.value()) continue;
    }
    if (makes_or_blocks(outputs, path) || makes_below(outputs, path)) return clash;
    foreign.files.push_back(&entry);
  }
  return foreign;
}

}  // namespace shirube::publish
