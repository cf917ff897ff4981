// Our templates are for any company: none of them names a record of this handbook. Its own values are in site.yaml.
#include <memory>
#include <set>
#include <string>

#include "parse/yaml/yaml.h"
#include "source/discovery.h"
#include "source/file_system.h"
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
