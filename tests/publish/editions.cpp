#include "publish/editions.h"

#include <filesystem>
#include <fstream>
#include <sstream>

#include "publish/manifest.h"
#include "publish/sha256.h"

namespace shirube::tests {

namespace fs = std::filesystem;

render::OutputSet outputs_of(const Files& files) {
  render::OutputSet outputs;
  for (const auto& [path, bytes] : files) {
    outputs.files.push_back({path, [text = bytes]() -> source::Result<std::string> { return text; }});
  }
  return outputs;
}

Files large_edition(char which) {
  Files files = {{"index.html", std::string("edition ") + which}};
  for (int i = 1; i < 200; ++i) {
    const std::string number = std::to_string(i);
    std::string path = "section" + std::to_string(i % 7) + "/page" + number + ".html";
    if (i % 10 == 0) path = std::string("only-") + which + "/" + number + ".html";
    files[path] = "page " + number + (i % 3 == 0 ? " the same " : std::string(1, which)) + std::string(2000, 'x');
  }
  return files;
}

Files files_below(const std::string& folder) {
  Files files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const std::string name = fs::relative(entry.path(), folder).string();
    if (entry.is_symlink()) {
      files[name] = "-> " + fs::read_symlink(entry.path()).string();
    } else if (entry.is_regular_file()) {
      std::ifstream file(entry.path(), std::ios::binary);
      std::ostringstream text;
      text << file.rdbuf();
      files[name] = text.str();
    }
  }
  return files;
}

std::string problem_of_published(const std::string& folder) {
  if (!fs::is_directory(folder)) return "no folder";
  Files files = files_below(folder);
  const auto manifest = publish::parse_manifest(files[publish::manifest_name]);
  if (!manifest) return "no readable manifest";
  files.erase(publish::manifest_name);
  for (const publish::ManifestFile& listed : manifest->files) {
    const auto found = files.find(listed.path);
    if (found == files.end()) return "missing: " + listed.path;
    if (found->second.size() != listed.bytes || publish::sha256(found->second) != listed.sha256) {
      return "other bytes: " + listed.path;
    }
    files.erase(found);
  }
  return files.empty() ? "" : "not listed: " + files.begin()->first;
}

}  // namespace shirube::tests
