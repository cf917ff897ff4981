#include "support/workbook_site.h"

#include <memory>
#include <set>
#include <utility>

#include "check/workbooks.h"
#include "model/family.h"
#include "parse/expansion/expansion.h"
#include "parse/records/records.h"
#include "parse/site_config.h"
#include "parse/workbook_definition.h"
#include "source/discovery.h"
#include "source/file_system.h"
#include "source/format.h"

namespace shirube::tests {

namespace {

std::unique_ptr<source::RealFileSystem> checkout() {
  return std::move(source::RealFileSystem::open(SHIRUBE_SOURCE_DIR)).value();
}

// The entry of the checkout's site.yaml. Its places are in no file of the test.
model::WorkbookRequest request_for(const parse::YamlNode& file, const std::string& name) {
  source::SourceSet sources;
  diagnostic::Sink ignored;
  const auto id = sources.add("site.yaml", checkout()->read("site.yaml").value());
  const auto yaml = parse::parse_yaml(parse::YamlInput::whole_file(sources.file(id), id), {}, ignored);
  for (model::WorkbookRequest& request : parse::read_site_config(*yaml, ignored).workbooks) {
    if (request.id.value == name) return std::move(request);
  }
  const parse::YamlNode* own = file.find("id");
  const source::Located<std::string> named{own == nullptr ? name : own->text, {}};
  return {named, named, {}, {}};
}

}  // namespace

parse::RecordTrees WorkbookSite::all_trees() {
  std::set<std::string> families;
  model::for_each_family([&](const auto& family) { families.insert(family.key); });
  return parse::RecordTrees(std::move(families));
}

void WorkbookSite::add_records(const std::string& yaml) {
  const auto id = sources.add("content/records.yaml", yaml);
  const auto node = parse::parse_yaml(parse::YamlInput::whole_file(sources.file(id), id), {}, sink);
  if (node) parse::read_records(*node, records, sink);
  if (node) trees.keep(*node);
  figures.assign(records.figures.size(), 0);
  for (std::size_t i = 0; i < figures.size(); ++i) {
    if (records.figures[i].value) figures[i] = records.figures[i].value->value;
  }
}

void WorkbookSite::read_records() {
  const auto files = checkout();
  for (const std::string& path : source::discover(*files, "content/records", {".yaml"}).files) {
    add_records(files->read(path).value());
  }
}

std::optional<parse::YamlNode> WorkbookSite::read_yaml(const std::string& name, const std::string& yaml) {
  const auto id = sources.add("templates/" + name + ".yaml", yaml);
  return parse::parse_yaml(parse::YamlInput::whole_file(sources.file(id), id), {}, sink);
}

std::optional<model::WorkbookDefinition> WorkbookSite::make(const parse::YamlNode& file, const model::WorkbookRequest& request) {
  const auto expanded = parse::expand_template(file, request, trees, sink);
  auto definition = expanded ? parse::read_workbook_definition(*expanded, sink) : std::nullopt;
  if (definition) check::check_workbook(*definition, records, sink);
  return definition;
}

std::optional<model::WorkbookDefinition> WorkbookSite::read(const std::string& name, const std::string& yaml) {
  const auto node = read_yaml(name, yaml);
  return node ? make(*node, request_for(*node, name)) : std::nullopt;
}

std::optional<model::WorkbookDefinition> WorkbookSite::read_template(const std::string& name) {
  return read(name, checkout()->read("templates/" + name + ".yaml").value());
}

std::optional<model::WorkbookDefinition> WorkbookSite::read_template_elsewhere(const std::string& name) {
  const auto node = read_yaml(name, checkout()->read("templates/" + name + ".yaml").value());
  const source::Located<std::string> named{name, node->range};
  return make(*node, {named, named, node->range, {}});
}

std::string WorkbookSite::findings() const {
  std::string text;
  for (const auto& finding : sink.diagnostics()) {
    if (finding.range) {
      const auto& file = sources.file(finding.range.file);
      const auto place = file.locate(finding.range.begin);
      text +=
          source::format("{}:{}:{} {}\n", file.path(), place.line, place.column, diagnostic::info(finding.kind).rule);
    } else {
      text += source::format("{}\n", diagnostic::info(finding.kind).rule);
    }
  }
  return text;
}

}  // namespace shirube::tests
