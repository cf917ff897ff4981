// manifest.json: the list of the files that an edition consists of, itself not among them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace shirube::publish {

inline constexpr const char* manifest_name = "manifest.json";

// How long a file stays.
enum class Life {
  edition,    // as long as an edition makes it
  versioned,  // its name changes with its bytes: one edition longer, for pages that readers have open
  previous,   // left from the edition before, for such pages alone
};

struct ManifestFile {
  std::string path;  // from the output folder, `/` between the parts
  std::uint64_t bytes = 0;
  std::string sha256;
  Life life = Life::edition;

  friend bool operator==(const ManifestFile&, const ManifestFile&) = default;
};

// Sorted by path, each path once.
struct Manifest {
  std::vector<ManifestFile> files;

  const ManifestFile* find(std::string_view path) const;
  // Some file is below `folder`.
  bool has_below(std::string_view folder) const;
};

// One line a file; the same bytes for the same files, whenever and wherever.
std::string manifest_text(const Manifest& manifest);
// Nothing if `text` is not a manifest that this program could have written.
std::optional<Manifest> parse_manifest(std::string_view text);

// Relative, and no part empty, `.` or `..`: it cannot name anything outside the folder.
bool is_output_path(std::string_view path);

}  // namespace shirube::publish
