// The names under which pages and assets are published, and what is wrong with a name.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "diagnostic/diagnostic.h"

namespace shirube::model {

// mbo/writing.md to mbo/writing.html, in NFC. `slug` (may be empty) takes the place of the last part.
std::string output_path_of(std::string_view source_path, std::string_view slug);

// Where an old address was published, as authors write it: with a leading slash or not, a folder for its index, the .md of
// once. Without the part behind `#`.
std::string old_output_path(std::string_view alias);

// What two names must not share: NFKC, then case folded, so that Windows, macOS and Linux agree.
std::string collision_key(std::string_view path);

// The names that an edition has so far. Two collide where Windows or macOS would take them for one; so do a file and a
// folder, and two spellings of a folder.
class TakenNames {
 public:
  // Takes `path` for `owner`. What comes back is the owner of a name that it collides with.
  std::optional<std::string> claim(const std::string& path, const std::string& owner);

 private:
  struct Taken {
    std::string name;
    std::string owner;
    bool is_folder = false;
  };
  std::unordered_map<std::string, Taken> names_;   // by collision key
  std::unordered_map<std::string, bool> folders_;  // as they are written, without a collision
};

// Reports parts that Windows refuses, invisible characters, and names that are too long. `range` is where the name was
// written, if it was.
void check_output_path(std::string_view path, source::SourceRange range, const std::string& subject,
                       diagnostic::Sink& sink);

}  // namespace shirube::model
