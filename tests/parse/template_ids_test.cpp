// Our templates are for any company: none of them names a record of this handbook. Its own values are in site.yaml.
#include <memory>
#include <set>
#include <string>

#include "parse/yaml/yaml.h"
#include "source/discovery.h"
#include "source/file_system.h"
#include "source/json.h"
#include "support/catch.h"
#include "support/workbook_site.h"

using namespace shirube;

namespace {

using Ids = std::set<std::string>;

std::unique_ptr<source::RealFileSystem> checkout() {
  return std::move(source::RealFileSystem::open(SHIRUBE_SOURCE_DIR)).value();
}

parse::YamlNode read_yaml(source::FileSystem& files, const std::string& path, source::SourceSet& sources) {
  diagnostic::Sink sink;
  const auto file = sources.add(path, files.read(path).value());
  auto yaml = parse::parse_yaml(parse::YamlInput::whole_file(sources.file(file), file), {}, sink);
  REQUIRE(sink.empty());
  return std::move(*yaml);
}

void add_id(const parse::YamlNode& record, Ids& ids) {
  if (const parse::YamlNode* id = record.find("id")) ids.insert(id->text);
}

// The ids of all records of this handbook.
Ids record_ids() {
  const auto files = checkout();
  source::SourceSet sources;
  Ids ids;
  for (const std::string& path : source::discover(*files, "content", {".yaml"}).files) {
    const parse::YamlNode file = read_yaml(*files, path, sources);
    for (const parse::YamlEntry& family : file.entries) {
      add_id(family.value, ids);
      for (const parse::YamlNode& record : family.value.items) add_id(record, ids);
    }
  }
  return ids;
}

// Keys whose values are records. Ids of fields and blocks are the template's own, though a record may be called the same.
bool names_record(std::string_view key) {
  static const std::set<std::string_view> keys = {"record", "plan",   "pilot", "indicator", "gate",
                                                  "calculation", "figure", "ids",   "default"};
  return keys.contains(key);
}

void find_ids(const parse::YamlNode& node, bool named, const Ids& ids, std::set<std::string>& found) {
  if (named && node.kind == parse::YamlNode::Kind::scalar && ids.contains(node.text)) found.insert(node.text);
  for (const parse::YamlNode& item : node.items) find_ids(item, named, ids, found);
  for (const parse::YamlEntry& entry : node.entries) {
    const bool branch = entry.key == "do" || entry.key == "else";
    const bool list = entry.key == "in" && entry.value.kind == parse::YamlNode::Kind::sequence;
    find_ids(entry.value, branch ? named : list || names_record(entry.key), ids, found);
  }
}

const std::string another_company = R"(categories: [業務]
indicators:
  - {id: calls, label: 訪問件数, definition: 訪ねた件数, layer: behaviour, unit: 件, direction: up, frequency: 週次, data_source: 日報}
  - {id: on-time, label: 期日を守った割合, definition: 期日, layer: behaviour, unit: '%', direction: up, frequency: 週次, data_source: 日報, target: {kind: absolute, value: 90 %}}
  - {id: ease, label: 気楽さ, definition: 平均, layer: mindset, unit: 点, direction: up, frequency: 事前と事後, data_source: サーベイ}
plan: {id: first-month, title: はじめの30日, days: 30, phases: [{id: a, title: 準備, days: [1, 30]}]}
pilots:
  - id: trial
    title: 試行
    people: [A, B, C]
    comparison: none
    weeks: {before: 2, during: 3}
    indicators: [{id: calls}]
    survey:
      scale: {least: 1, most: 7, least_label: いいえ, most_label: はい}
      items: [{id: q1, indicator: ease, text: 楽だ, reversed: false}]
gates:
  - id: g
    title: 判定
    pilot: trial
    criteria: [{id: more-calls, label: 訪問が増えた, expression: calls.ratio, threshold: 1.1 倍, direction: up, evidence: 日報}]
    verdicts: [{verdict: expand, least_met: 1, next: 広げる}, {verdict: stop, least_met: 0, next: 終える}]
calculations:
  - id: saving
    title: 時間
    inputs: [{id: hours, label: 時間, value: 3 時間, least: 0, most: 10, step: 1}]
    formulas: [{id: yen, label: 額, unit: 円, formula: hours * 3000}]
    scenarios: [{id: base, label: 基本, values: {hours: 3 時間}}]
)";

}  // namespace

TEST_CASE("no template of ours names a record of this handbook") {
  const Ids ids = record_ids();
  CHECK(ids.contains("daily-sales-awareness"));
  CHECK(ids.contains("agreed-uplift"));
  const auto files = checkout();
  source::SourceSet sources;
  for (const std::string& name : tests::template_names()) {
    INFO(name);
    Ids found;
    find_ids(read_yaml(*files, "templates/" + name + ".yaml", sources), false, ids, found);
    CHECK(found == Ids());
  }
}

TEST_CASE("the ids of this handbook's records are found where a template would name them") {
  source::SourceSet sources;
  diagnostic::Sink sink;
  const auto file = sources.add("t.yaml",
                                "parameters: [{id: a, default: roi}]\nb: {id: roi, record: {when: a, do: roi}, indicator: cvr}\n");
  const auto yaml = parse::parse_yaml(parse::YamlInput::whole_file(sources.file(file), file), {}, sink);
  Ids found;
  find_ids(*yaml, false, record_ids(), found);
  CHECK(found == Ids({"cvr", "roi"}));
}

TEST_CASE("our templates are workbooks of another company, too") {
  for (const char* name : {"kpi-weekly", "roadmap-kit", "roi-model", "pilot-gate", "mindset-survey", "ai-learning-plan", "proposal-story"}) {
    INFO(name);
    tests::WorkbookSite site;
    site.add_records(another_company);
    const auto workbook = site.read_template_elsewhere(name);
    CHECK(site.findings() == "");
    CHECK(workbook.has_value());
  }
}

TEST_CASE("the recorded versions of our templates are what this handbook makes of them") {
  const auto files = checkout();
  for (const std::string& name : tests::template_names()) {
    INFO(name);
    tests::WorkbookSite site;
    site.read_records();
    const auto workbook = site.read_template(name);
    REQUIRE(workbook);
    CHECK(site.findings() == "");
    const auto record = files->read("templates/versions/" + name + "-" + workbook->version.value + ".json");
    REQUIRE(record);
    CHECK(source::Json::parse(record.value())["definition"].dump() == workbook->tree);
  }
}
