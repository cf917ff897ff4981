// One mistake with a key is one finding, which names the right key.
#include "parse/records/records.h"
#include "support/catch.h"
#include "support/parsed_text.h"

using namespace shirube;
using tests::ParsedText;

namespace {

// `line:column rule` of all, and the first one's help.
std::pair<std::string, std::string> read(const std::string& yaml, diagnostic::Language language) {
  ParsedText parsed(yaml);
  model::Records records;
  parse::read_records(*parsed.yaml(), records, parsed.sink);
  const auto& all = parsed.sink.diagnostics();
  return {parsed.findings(), all.empty() ? "" : diagnostic::message(all[0], language) + "\n" + diagnostic::help(all[0], language)};
}

}  // namespace

TEST_CASE("all keys that a record lacks are one finding, with what to write") {
  const auto [findings, text] = read("indicators:\n  - {id: a, unit: 件}\n", diagnostic::Language::english);
  CHECK(findings == "2:6 missing-key");
  for (const char* key : {"label", "definition", "layer", "direction", "frequency", "data_source"}) CHECK(text.find(key) != std::string::npos);
  CHECK(text.find("`label: 再利用の件数`") != std::string::npos);
  const auto japanese = read("indicators:\n  - {id: a, unit: 件}\n", diagnostic::Language::japanese);
  CHECK(japanese.second.find("書き足してください") != std::string::npos);
  CHECK(japanese.second.find("「label: 再利用の件数」（") != std::string::npos);
}

TEST_CASE("a key under another name is one finding that names the right one") {
  const std::string rest = ", definition: c, layer: behaviour, unit: 件, direction: up, frequency: 毎週, data_source: e, target: {kind: absolute, value: 3 件}}\n";
  for (const std::string key : {"name", "title", "名前", "lable", "LABEL", "ラベル名"}) {
    INFO(key);
    const auto [findings, text] = read("indicators:\n  - {id: a, " + key + ": b" + rest, diagnostic::Language::english);
    if (key == "ラベル名") {
      CHECK(findings == "2:6 missing-key\n2:13 unknown-key");
    } else {
      CHECK(findings == "2:13 unknown-key");
      CHECK(text.find("`label`") != std::string::npos);
    }
  }
}

TEST_CASE("a family under another name is named") {
  for (const auto& [written, right] : {std::pair<std::string, std::string>{"paths", "career_paths"}, {"kpi", "indicators"}, {"goals", "objectives"}, {"指標", "indicators"}}) {
    INFO(written);
    const auto [findings, text] = read(written + ": []\n", diagnostic::Language::english);
    CHECK(findings == "1:1 unknown-key");
    CHECK(text.find("`" + right + "`") != std::string::npos);
  }
}

TEST_CASE("a key that is there is not taken for a missing one") {
  const auto [findings, text] = read("terms: [{id: a, name: b, title: c, reading: びー, definition: d}]\n", diagnostic::Language::english);
  CHECK(findings == "1:26 unknown-key");
  CHECK(text.find("mean `name`") == std::string::npos);
}
