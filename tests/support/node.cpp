#include "support/node.h"

#include <cstdlib>
#include <utility>

#include "source/file_system.h"
#include "support/catch.h"

namespace shirube::tests {

std::vector<std::string> node_lines(const std::string& script, const std::vector<std::string>& input) {
  std::string work = "/tmp/shirube-node-XXXXXX";
  REQUIRE(::mkdtemp(work.data()) != nullptr);
  const auto files = std::move(source::RealFileSystem::open(work)).value();
  std::string text;
  for (const std::string& line : input) text += line + '\n';
  REQUIRE(files->write("in", text));
  const std::string command =
      "node '" SHIRUBE_SOURCE_DIR "/tests/javascript/" + script + "' <'" + work + "/in' >'" + work + "/out'";
  const int status = std::system(command.c_str());
  const auto output = files->read("out");
  (void)std::system(("rm -rf '" + work + "'").c_str());
  REQUIRE(status == 0);
  REQUIRE(output);
  std::vector<std::string> lines;
  std::size_t begin = 0;
  for (std::size_t end; (end = output.value().find('\n', begin)) != std::string::npos; begin = end + 1) {
    lines.push_back(output.value().substr(begin, end - begin));
  }
  return lines;
}

}  // namespace shirube::tests
