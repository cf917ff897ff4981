#include "source/discovery.h"

#include <algorithm>

#include "source/unicode.h"

namespace shirube::source {

namespace {

bool ends_in_one_of(std::string_view name, const std::vector<std::string>& extensions) {
  return extensions.empty() || std::any_of(extensions.begin(), extensions.end(), [&](const std::string& extension) {
           return name.size() > extension.size() && name.ends_with(extension);
         });
}

void walk(FileSystem& files, const std::string& folder, const std::vector<std::string>& extensions, Discovery& found) {
  auto listing = files.list(folder);
  if (!listing) {
    found.failures.push_back(listing.failure());
    return;
  }
  for (const DirectoryEntry& entry : listing.value()) {
    if (entry.name.starts_with('.') || entry.name.starts_with('_')) continue;
    const std::string path = folder.empty() ? entry.name : folder + "/" + entry.name;
    if (find_invalid_utf8(entry.name)) {
      found.failures.push_back({Failure::Kind::not_utf8, escape_invalid_utf8(path), from_cp932(entry.name).value_or("")});
      continue;
    }
    switch (entry.kind) {
      case DirectoryEntry::Kind::directory:
        walk(files, path, extensions, found);
        break;
      case DirectoryEntry::Kind::file:
        if (ends_in_one_of(entry.name, extensions)) found.files.push_back(path);
        break;
      case DirectoryEntry::Kind::symbolic_link:
        found.failures.push_back({Failure::Kind::symbolic_link, path, ""});
        break;
      case DirectoryEntry::Kind::other:
        found.failures.push_back({Failure::Kind::not_a_file, path, ""});
        break;
    }
  }
}

}  // namespace

Discovery discover(FileSystem& files, std::string_view folder, const std::vector<std::string>& extensions) {
  Discovery found;
  walk(files, std::string(folder), extensions, found);
  if (found.files.empty() && found.failures.size() == 1 && found.failures[0].kind == Failure::Kind::not_found &&
      found.failures[0].path == folder) {
    found.failures.clear();
  }
  std::sort(found.files.begin(), found.files.end());
  return found;
}

}  // namespace shirube::source
