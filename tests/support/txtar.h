// Small trees of files in one readable text: a comment, then `-- name --` lines, each followed by a file.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace shirube::tests {

struct Txtar {
  std::string comment;
  std::map<std::string, std::string, std::less<>> files;
};

Txtar parse_txtar(std::string_view text);

}  // namespace shirube::tests
