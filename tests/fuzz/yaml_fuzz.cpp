// libFuzzer's entry for the strict YAML reader and the readers of records above it.
#include <cstddef>
#include <cstdint>
#include <string>

#include "parse/records/records.h"
#include "parse/yaml/yaml.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace shirube;
  source::SourceSet sources;
  const auto file = sources.add("content/fuzz.yaml", std::string(reinterpret_cast<const char*>(data), size));
  diagnostic::Sink sink;
  const auto node = parse::parse_yaml(parse::YamlInput::whole_file(sources.file(file), file), {}, sink);
  if (!node && sink.empty()) __builtin_trap();
  for (const auto& found : sink.diagnostics()) {
    if (found.range && (found.range.begin > found.range.end || found.range.end > size)) __builtin_trap();
  }
  model::Records records;
  if (node) parse::read_records(*node, records, sink);
  return 0;
}
