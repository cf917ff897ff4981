// The descriptions of what authors write: every example is read as it is, and every field is explained.
#include "model/description.h"

#include <algorithm>
#include <set>

#include "cli/explain_fields.h"
#include "cli/json_schema.h"
#include "cli/reference.h"
#include "model/block.h"
#include "model/example_record.h"
#include "model/family.h"
#include "model/fields/workbook.h"
#include "parse/records/records.h"
#include "support/catch.h"
#include "support/memory_site.h"
#include "support/parsed_text.h"
#include "support/workbook_site.h"

using namespace shirube;
using diagnostic::Language;
using tests::MemorySite;
using tests::ParsedText;

namespace {

std::string findings_of(const std::string& yaml) {
  ParsedText parsed(yaml);
  model::Records records;
  const auto node = parsed.yaml();
  if (node) parse::read_records(*node, records, parsed.sink);
  return parsed.findings();
}

bool is_family(std::string_view key) {
  return model::find_family(key) != nullptr || key == model::family_word<model::WorkbookDefinition>;
}

bool is_directive(const model::TopicDescription& topic) {
  return topic.kind == model::TopicKind::directive;
}

std::string option_line(const model::FieldDescription& option) {
  return std::string(option.facts.key) + ": " + std::string(option.facts.example) + "\n";
}

// All families but those that name pages of a site; the calculation has what the example of a chart draws.
tests::Files example_records() {
  std::string records = "categories: [業務]\n";
  for (const model::FamilyDescription& family : model::described_families()) {
    if (family.key == "coverage" || family.key == "approvals") continue;
    records += model::example_record(family, family.key == "calculations" ? family.record->find("series") : nullptr);
  }
  // What moves after the dictionary's example, for the bridge and the tree.
  const std::string result =
      "indicators:\n  - {id: hours, label: 空いた時間, definition: 減った作業の時間, layer: operation, unit: 時間, direction: up, "
      "frequency: 毎月, data_source: 勤怠}\n";
  return {{"content/records/all.yaml", records}, {"content/records/more.yaml", result}};
}

// A value for each field, those inside it too.
void check_fields(const model::StructDescription& fields, const std::string& where, std::set<const void*>& seen) {
  if (!seen.insert(&fields).second) return;
  std::set<std::string_view> keys;
  for (const model::FieldDescription& field : fields.fields) {
    INFO(where << "." << field.facts.key);
    CHECK(keys.insert(field.facts.key).second);
    CHECK_FALSE(field.facts.text.ja.empty());
    CHECK_FALSE(field.facts.text.en.empty());
    CHECK_FALSE(field.facts.example.empty());
    CHECK((field.facts.family.empty() || is_family(field.facts.family)));
    CHECK((field.type != model::ValueType::choice || field.choices.size() > 1));
    for (const auto& choice : field.choices) CHECK_FALSE((choice.text.ja.empty() || choice.text.en.empty()));
    if (field.inner != nullptr) check_fields(*field.inner, where + "." + std::string(field.facts.key), seen);
  }
}

std::string indented(std::string_view text, std::size_t width) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    out += std::string(width, ' ') + std::string(text.substr(at, end - at)) + "\n";
    at = end + 1;
  }
  return out;
}

// A template of these blocks, which start at the left.
std::string template_of(std::string_view blocks) {
  return "id: example\nversion: 1.0.0\ntitle: 例\ndescription: 例。\n"
         "lists:\n  - {id: state, label: 状態, items: [まだ, 途中, 済み]}\n"
         "  - {id: scenarios, label: 場合, from: scenarios, calculation: hours}\n"
         "sheets:\n  - id: sheet\n    name: 表\n    title: 題\n    blocks:\n" +
         indented(blocks, 6);
}

std::string findings_of_template(const std::string& yaml) {
  tests::WorkbookSite site;
  for (const auto& [path, records] : example_records()) site.add_records(records);
  REQUIRE(site.findings().empty());
  CHECK(site.read("example", yaml).has_value());
  return site.findings();
}

}  // namespace

TEST_CASE("each family is described whole, in both languages, with examples") {
  std::set<const void*> seen;
  for (const model::FamilyDescription& family : model::described_families()) {
    CHECK_FALSE((family.text.ja.empty() || family.text.en.empty()));
    check_fields(*family.record, std::string(family.key), seen);
  }
}

TEST_CASE("the example of each family, and of each of its fields, is read without a finding") {
  for (const model::FamilyDescription& family : model::described_families()) {
    INFO(family.key);
    // A criterion has one condition or several, an approval one subject; their fields exclude each other.
    CHECK(findings_of(model::example_record(family)) == "");
    for (const model::FieldDescription& field : family.record->fields) {
      if (field.facts.need != model::Need::optional) continue;
      INFO(field.facts.key);
      CHECK(findings_of(model::example_record(family, &field)) == "");
    }
  }
}

TEST_CASE("the examples of all families together are a site without an error") {
  const MemorySite site(example_records());
  CHECK(site.findings() == "");
}

TEST_CASE("each topic is described whole, in both languages, with an example") {
  std::set<const void*> seen;
  std::set<std::string> names;
  for (const model::TopicDescription& topic : model::described_topics()) {
    INFO(topic.name);
    CHECK(names.insert(topic.name).second);
    CHECK_FALSE((topic.text.ja.empty() || topic.text.en.empty() || topic.example.empty()));
    if (topic.fields != nullptr) check_fields(*topic.fields, topic.name, seen);
  }
  for (const std::string_view word : model::block_words()) CHECK(names.contains("block:" + std::string(word)));
}

TEST_CASE("a template of every block's example is read and checked without a finding") {
  std::string blocks;
  model::for_each_block([&](const auto& kind) {
    CHECK(kind.example.starts_with("- block: " + std::string(kind.word) + "\n"));
    blocks += kind.example;
  });
  CHECK(findings_of_template(template_of(blocks)) == "");
}

TEST_CASE("the examples of a template and of a field are read and checked without a finding") {
  CHECK(findings_of_template(std::string(model::template_example)) == "");
  std::string field = indented(model::field_example, 6);
  field[4] = '-';
  CHECK(findings_of_template(template_of("- block: form\n  id: form\n  fields:\n" + field)) == "");
}

TEST_CASE("each directive is described whole, in both languages, with examples") {
  std::set<const void*> seen;
  for (const model::TopicDescription& topic : model::described_topics()) {
    if (!is_directive(topic)) continue;
    INFO(topic.name);
    CHECK_FALSE((topic.text.ja.empty() || topic.text.en.empty()));
    CHECK((topic.example.starts_with("```" + topic.name + "\n") && topic.example.ends_with("\n```\n")));
    REQUIRE(topic.fields != nullptr);
    check_fields(*topic.fields, topic.name, seen);
  }
}

TEST_CASE("a page with the examples of all directives, and one with all their options, are a site without an error") {
  tests::Files files = example_records();
  std::string& examples = files["content/index.md"] = "# 例\n\n";
  std::string& options = files["content/options.md"] = "# 欄\n\n";
  for (const model::TopicDescription& topic : model::described_topics()) {
    if (!is_directive(topic)) continue;
    examples += topic.example + "\n";
    if (topic.fields->fields.empty()) continue;  // the glossary is there once
    options += "```" + topic.name + "\n";
    for (const model::FieldDescription& option : topic.fields->fields) options += option_line(option);
    options += "```\n\n";
  }
  files["site.yaml"] = "title: 試験\nworkbooks: [mbo-sheet]\nrules: {practice: off}\n";
  files["templates/mbo-sheet.yaml"] =
      "id: mbo-sheet\nversion: 1.0.0\ntitle: 目標シート\ndescription: 目標を書く様式。\nsheets:\n  - id: goals\n    name: 目標\n"
      "    title: 目標\n    blocks: [{block: table, id: goals, columns: [{id: goal, label: 目標, type: text}], rows: 3}]\n";
  const MemorySite site(std::move(files));
  CHECK(site.findings() == "");
  CHECK(site.loaded.has_value());
}

TEST_CASE("each file, role and people's column is described whole, and its example is read without a finding") {
  std::set<const void*> seen;
  for (const model::TopicDescription& topic : model::described_topics()) {
    INFO(topic.name);
    CHECK_FALSE((topic.text.ja.empty() || topic.text.en.empty() || topic.example.empty()));
    if (topic.fields != nullptr) check_fields(*topic.fields, topic.name, seen);
  }
  const auto example_of = [](std::string_view name) {
    for (const model::TopicDescription& topic : model::described_topics()) {
      if (topic.name == name) return topic.example;
    }
    return std::string();
  };
  tests::Files files = example_records();
  files["site.yaml"] = example_of("site.yaml") + "rules: {practice: off}\n";
  files["content/records/period.yaml"] = example_of("terms:period");
  files["content/index.md"] = example_of("front-matter") + "\n# 例\n\n" + example_of("{term}") + example_of("{value}") + example_of("{ref}");
  CHECK(MemorySite(std::move(files)).findings() == "");
}

TEST_CASE("every option of site.yaml and of front matter is read as its example shows") {
  const auto lines = [](std::string_view name) {
    std::string text;
    for (const model::TopicDescription& topic : model::described_topics()) {
      if (topic.name != name) continue;
      for (const model::FieldDescription& field : topic.fields->fields) text += option_line(field);
    }
    return text;
  };
  tests::Files files;
  std::string site = lines("site.yaml");
  // Folders and templates that are not there.
  for (const char* line : {"theme_overrides: theme\n", "workbooks: [mbo-sheet]\n"}) {
    REQUIRE(site.find(line) != std::string::npos);
    site.erase(site.find(line), std::string_view(line).size());
  }
  files["site.yaml"] = site;
  files["content/index.md"] = "# 試験\n";
  files["content/page.md"] = "---\n" + lines("front-matter") + "---\n\n# 題\n";
  CHECK(MemorySite(std::move(files)).findings() == "");
}

TEST_CASE("docs/reference is what the descriptions say") {
  for (const auto& [folder, language] : {std::pair<std::string, Language>{"ja", Language::japanese}, {"en", Language::english}}) {
    for (const cli::ReferencePage& page : cli::reference_pages(language)) {
      INFO(page.name << ": shirube explain --markdown --lang " << folder << " -o docs/reference/" << folder);
      CHECK(tests::read_checkout("docs/reference/" + folder + "/" + page.name) == page.text);
    }
  }
}

TEST_CASE("this repository's schemas for editors are what the descriptions say") {
  for (const char* name : {"site", "records", "template"}) {
    const std::string path = std::string(".vscode/") + name + ".schema.json";
    INFO("shirube schema " << name << " --lang ja > " << path);
    CHECK(tests::read_checkout(path) == cli::json_schema(name, Language::japanese)->dump(2) + "\n");
  }
}

TEST_CASE("every family and field is explained in both languages") {
  for (const std::string& topic : cli::field_topics()) {
    INFO(topic);
    for (const Language language : {Language::japanese, Language::english}) {
      const auto text = cli::explain_fields(topic, language);
      REQUIRE(text);
      CHECK(text->size() > topic.size() + 20);
      CHECK(cli::fields_as_json(topic, language)->contains("text"));
    }
  }
  for (const char* unknown : {"", ".", "indicator", "indicators.", "indicators.labels", "indicators.label.x", "indicators..target"}) {
    INFO(unknown);
    CHECK_FALSE(cli::explain_fields(unknown, Language::english));
  }
}
