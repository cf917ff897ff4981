#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <regex>
#include <sstream>

#include "support/catch.h"
#include "support/gfm_examples.h"
#include "support/markdown.h"

namespace {

std::string read_whole(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  REQUIRE(file);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

// `number reason` a line; `#` starts a comment.
std::map<int, std::string> read_differences(const std::string& path) {
  std::map<int, std::string> differences;
  std::istringstream lines(read_whole(path));
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::istringstream words(line);
    int number = 0;
    std::string reason;
    words >> number;
    std::getline(words >> std::ws, reason);
    INFO(line);
    REQUIRE(number > 0);
    REQUIRE(!reason.empty());
    REQUIRE(differences.emplace(number, reason).second);
  }
  return differences;
}

std::string without_heading_ids(const std::string& html) {
  static const std::regex id("<(h[1-6]) id=\"[^\"]*\">");
  return std::regex_replace(html, id, "<$1>");
}

}  // namespace

TEST_CASE("the specification's examples come out as it says, but for the documented differences") {
  const char* path = std::getenv("SHIRUBE_GFM_SPEC");
  if (path == nullptr) {
    std::fputs("SKIPPED: the examples of the GFM specification (SHIRUBE_GFM_SPEC is not set; scripts/test sets it)\n",
               stderr);
    return;
  }
  const std::string specification = read_whole(path);
  const auto examples = shirube::test::read_gfm_examples(specification);
  CHECK(examples.size() > 600);
  // The newer text flattens strong inside strong, and reads comments as HTML 5 does.
  const bool newer = specification.find("<p><strong>foo bar baz</strong></p>") != std::string::npos;
  const std::string list = newer ? "gfm_differences_13.txt" : "gfm_differences_12.txt";
  auto differences = read_differences(std::string(SHIRUBE_SOURCE_DIR) + "/tests/parse/" + list);
  shirube::parse::MarkdownOptions options;
  options.raw_html = true;
  for (const auto& example : examples) {
    // The blank line keeps `---` on the first line from being front matter.
    const shirube::test::ReadPage page("\n" + example.markdown, options);
    const std::string html = without_heading_ids(page.html());
    INFO("example " << example.number << " in " << example.section << "\n" << example.markdown);
    const auto listed = differences.find(example.number);
    if (listed == differences.end()) {
      CHECK(html == example.html);
    } else {
      INFO("listed in " << list << ": " << listed->second);
      CHECK(html != example.html);
      differences.erase(listed);
    }
  }
  for (const auto& [number, reason] : differences) {
    INFO(list << " lists example " << number << ", which the specification does not have");
    CHECK(false);
  }
}
