#include "publish/foreign.h"

#include <fcntl.h>

#include <algorithm>
#include <cerrno>

#include "publish/refusal.h"
#include "publish/sha256.h"

namespace shirube::publish {

using render::OutputFile;
using render::OutputSet;
using source::Failure;
using source::Result;

namespace {

auto lower_bound(const OutputSet& outputs, std::string_view path) {
  return std::lower_bound(outputs.files.begin(), outputs.files.end(), path,
                          [](const OutputFile& file, std::string_view wanted) { return file.path < wanted; });
}

bool makes(const OutputSet& outputs, std::string_view path) {
  const auto found = lower_bound(outputs, path);
  return found != outputs.files.end() && found->path == path;
}

// An output has this path, or would be a file where this path needs a folder.
bool makes_or_blocks(const OutputSet& outputs, std::string_view path) {
  if (makes(outputs, path)) return true;
  for (std::size_t slash = path.find('/'); slash != std::string_view::npos; slash = path.find('/', slash + 1)) {
    if (makes(outputs, path.substr(0, slash))) return true;
  }
  return path == manifest_name;
}

bool makes_below(const OutputSet& outputs, const std::string& folder) {
  const auto found = lower_bound(outputs, folder + "/");
  return found != outputs.files.end() && found->path.starts_with(folder + "/");
}

}  // namespace

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
