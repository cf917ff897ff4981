#include "support/gfm_examples.h"

#include <string_view>

namespace shirube::test {

namespace {

std::string with_tabs(std::string_view text) {
  constexpr std::string_view arrow = "→";
  std::string result;
  std::size_t done = 0;
  for (std::size_t i = text.find(arrow); i != std::string_view::npos; i = text.find(arrow, done)) {
    result.append(text, done, i - done).push_back('\t');
    done = i + arrow.size();
  }
  return result.append(text, done);
}

}  // namespace

std::vector<GfmExample> read_gfm_examples(const std::string& specification) {
  enum class Part { prose, markdown, html };
  const std::string fence(32, '`');
  std::vector<GfmExample> examples;
  GfmExample example;
  Part part = Part::prose;
  int number = 0;
  bool disabled = false;
  std::string section;
  for (std::size_t at = 0; at < specification.size();) {
    const std::size_t end = specification.find('\n', at);
    const std::string line = specification.substr(at, end - at);
    at = end == std::string::npos ? specification.size() : end + 1;
    if (part == Part::prose && line.starts_with(fence + " example")) {
      example = {++number, section, "", ""};
      disabled = line.find("disabled") != std::string::npos;
      part = Part::markdown;
    } else if (part != Part::prose && line == fence) {
      if (!disabled) examples.push_back({number, section, with_tabs(example.markdown), with_tabs(example.html)});
      part = Part::prose;
    } else if (part == Part::markdown && line == ".") {
      part = Part::html;
    } else if (part == Part::markdown) {
      example.markdown.append(line).push_back('\n');
    } else if (part == Part::html) {
      example.html.append(line).push_back('\n');
    } else if (line.starts_with('#')) {
      section = line.substr(line.find_first_not_of("# "));
    }
  }
  return examples;
}

}  // namespace shirube::test
