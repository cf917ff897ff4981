#include "support/theme_words.h"

#include <map>

#include "parse/yaml/yaml.h"
#include "support/catch.h"
#include "support/memory_site.h"

namespace shirube::tests {

const render::html::Words& theme_words(std::string_view language) {
  static std::map<std::string, render::html::Words, std::less<>> read;
  if (const auto known = read.find(language); known != read.end()) return known->second;
  const std::string path = "themes/default/words/" + std::string(language) + ".yaml";
  source::SourceSet sources;
  diagnostic::Sink sink;
  const source::FileId file = sources.add(path, read_checkout(path));
  const auto yaml = parse::parse_yaml(parse::YamlInput::whole_file(sources.file(file), file), {}, sink);
  REQUIRE(yaml);
  render::html::Words::Map words;
  for (const parse::YamlEntry& entry : yaml->entries) words[entry.key] = entry.value.text;
  return read.emplace(language, render::html::Words(std::move(words))).first->second;
}

}  // namespace shirube::tests
