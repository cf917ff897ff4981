// The tutorial as its reader follows it: each file is written, each command run, in the order of the page.
#include <filesystem>
#include <sstream>
#include <vector>

#include "support/catch.h"
#include "support/memory_site.h"
#include "support/program.h"

using namespace shirube;

namespace {

struct Step {
  std::string kind;  // sh, or what the file is
  std::string file;  // empty: a command
  std::string text;
};

// Fences, and the path that the line `ファイル `path`:` (or `File `path`:`) before one names.
std::vector<Step> steps_of(const std::string& page) {
  std::vector<Step> steps;
  std::istringstream lines(page);
  std::string fence, file;
  for (std::string line; std::getline(lines, line);) {
    if (!fence.empty()) {
      if (line == fence) {
        fence.clear();
      } else {
        steps.back().text += line + "\n";
      }
    } else if (line.starts_with("```")) {
      fence = line.substr(0, line.find_first_not_of('`'));
      steps.push_back({line.substr(fence.size()), file, ""});
      file.clear();
    } else if (line.starts_with("ファイル `") || line.starts_with("File `")) {
      const std::size_t begin = line.find('`') + 1;
      file = line.substr(begin, line.find('`', begin) - begin);
    }
  }
  return steps;
}

// Follows the page in a new folder, line by line, with the program on the path.
void follow(const std::string& page) {
  const tests::TemporaryFolder home;
  std::string folder = home.path();
  const std::string program_folder = std::filesystem::path(SHIRUBE_PROGRAM).parent_path().string();
  int commands = 0;
  for (const Step& step : steps_of(page)) {
    if (step.kind != "sh") {
      INFO(step.text);
      REQUIRE_FALSE(step.file.empty());
      home.write((folder + "/" + step.file).substr(home.path().size() + 1), step.text);
      continue;
    }
    std::istringstream lines(step.text);
    for (std::string line; std::getline(lines, line);) {
      INFO(line);
      if (line.starts_with("cd ")) {
        folder += "/" + line.substr(3);
        REQUIRE(std::filesystem::is_directory(folder));
        continue;
      }
      const auto outcome = tests::run_program({"/bin/sh", "-ec", "PATH=\"$2:$PATH\"; cd \"$1\"; " + line, "sh", folder, program_folder});
      INFO(outcome.out << outcome.err);
      REQUIRE(outcome.code == 0);
      CHECK((outcome.err.find("error: ") != std::string::npos) == line.starts_with("!"));
      // An assessor who is not in the list is a warning, and fine.
      CHECK((line.starts_with("shirube issue") || outcome.err.find("warning: ") == std::string::npos));
      ++commands;
    }
  }
  CHECK(commands >= 8);
  CHECK(std::filesystem::exists(folder + "/public/quality.html"));
  CHECK(std::filesystem::exists(folder + "/../aoba-issued/manifest.csv"));
}

}  // namespace

TEST_CASE("the tutorial can be followed as it is written, without a finding") {
  for (const char* language : {"ja", "en"}) {
    INFO(language);
    follow(tests::read_checkout(std::string("docs/reference/") + language + "/tutorial.md"));
  }
}

TEST_CASE("the documentation is a site that shirube builds without an error") {
  const tests::TemporaryFolder folder;
  const auto built = tests::run_shirube({"-r", std::string(SHIRUBE_SOURCE_DIR) + "/docs", "build", "-q", "-o", folder / "public"});
  CHECK(built.err == "");
  CHECK(built.code == 0);
}
