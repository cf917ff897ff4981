#include "cli/explain_template.h"

#include <set>

#include "cli/site_folders.h"
#include "cli/site_template.h"
#include "parse/yaml/field_reader.h"
#include "parse/yaml/yaml.h"
#include "source/discovery.h"
#include "source/format.h"
#include "source/terminal_text.h"

namespace shirube::cli {

namespace {

constexpr std::string_view folder = "templates/";
constexpr std::string_view ending = ".yaml";

struct Sheet {
  std::string name, title;
};
struct Parameter {
  std::string id, text, value;
};
struct Summary {
  std::string id, version, title, description;
  bool is_built_in = true;
  std::vector<Sheet> sheets;
  std::vector<Parameter> parameters;
};

std::string text_of(const parse::YamlNode& node, std::string_view key) {
  const auto* value = node.find(key);
  if (value == nullptr) return {};
  if (value->kind != parse::YamlNode::Kind::sequence) return source::terminal_text(value->text);
  std::string texts;
  for (const auto& item : value->items) texts += (texts.empty() ? "" : ", ") + item.text;
  return source::terminal_text(texts);
}

// As the site would have it; where its records are not enough for that, as it is written.
std::optional<Summary> read_summary(std::string_view id, std::string text, bool is_built_in, const Options& options) {
  Session silent;
  const auto file = silent.sources.add("template", std::move(text));
  const auto yaml = parse::parse_yaml(parse::YamlInput::whole_file(silent.sources.file(file), file), {}, silent.sink);
  if (!yaml || yaml->kind != parse::YamlNode::Kind::mapping) return std::nullopt;
  const auto expanded = expand_for_site(*yaml, std::string(id), options, silent);
  const parse::YamlNode& made = expanded ? *expanded : *yaml;
  Summary summary{text_of(made, "id"), text_of(made, "version"), text_of(made, "title"), text_of(made, "description"), is_built_in, {}, {}};
  if (const auto* sheets = made.find("sheets")) {
    for (const auto& sheet : sheets->items) {
      if (sheet.find("name") != nullptr) summary.sheets.push_back({text_of(sheet, "name"), text_of(sheet, "title")});
    }
  }
  if (const auto* parameters = yaml->find("parameters")) {
    for (const auto& each : parameters->items) {
      const std::string family = text_of(each, "family");
      const std::string value = text_of(each, "default");
      summary.parameters.push_back({text_of(each, "id"), text_of(each, "text"), value.empty() ? family : value});
    }
  }
  return summary;
}

std::optional<Summary> find_template(std::string_view id, const Options& options) {
  if (!parse::is_id(id)) return std::nullopt;
  const std::string path = std::string(folder) + std::string(id) + std::string(ending);
  auto site = source::RealFileSystem::open(options.root);
  if (site) {
    if (auto text = site.value()->read(path)) return read_summary(id, std::move(text).value(), false, options);
  }
  auto installation = open_installation();
  if (!installation) return std::nullopt;
  auto text = installation.value()->read(path);
  if (!text) return std::nullopt;
  return read_summary(id, std::move(text).value(), true, options);
}

void add_names(source::FileSystem& files, std::set<std::string>& names) {
  for (const std::string& path : source::discover(files, "templates", {std::string(ending)}).files) {
    const std::string name = path.substr(folder.size(), path.size() - folder.size() - ending.size());
    if (parse::is_id(name)) names.insert(name);
  }
}

}  // namespace

std::vector<std::string> template_names(const Options& options) {
  std::set<std::string> names;
  if (auto installation = open_installation()) add_names(*installation.value(), names);
  if (auto site = source::RealFileSystem::open(options.root)) add_names(*site.value(), names);
  return {names.begin(), names.end()};
}

std::optional<std::string> explain_template(std::string_view id, const Options& options) {
  const auto found = find_template(id, options);
  if (!found) return std::nullopt;
  const bool japanese = options.language == diagnostic::Language::japanese;
  std::string text = source::format("{} {}: {}\n\n{}\n", found->id, found->version, found->title, found->description);
  text += found->is_built_in ? (japanese ? "しるべに付いているひな形です。" : "A template that comes with shirube.")
                             : (japanese ? "このサイトのひな形です。" : "A template of this site.");
  text += source::format_texts(japanese ? "site.yaml に「workbooks: [{0}]」と書くと作られます。\n\nシート:\n"
                                        : " `workbooks: [{0}]` in site.yaml builds it.\n\nSheets:\n",
                               {found->id});
  for (const Sheet& sheet : found->sheets) text += source::format("  {}  {}\n", sheet.name, sheet.title);
  if (!found->parameters.empty()) text += japanese ? "\nサイトが決められるもの（with:）:\n" : "\nWhat a site may set (with:):\n";
  for (const Parameter& each : found->parameters) {
    text += source::format("  {}: {}  {}\n", each.id, each.value, each.text);
  }
  return text;
}

std::optional<source::Json> template_as_json(std::string_view id, const Options& options) {
  const auto found = find_template(id, options);
  if (!found) return std::nullopt;
  source::Json json = {{"id", found->id}, {"version", found->version}, {"title", found->title}, {"text", found->description}, {"built_in", found->is_built_in}};
  for (const Sheet& sheet : found->sheets) json["sheets"].push_back({{"name", sheet.name}, {"title", sheet.title}});
  for (const Parameter& each : found->parameters) json["parameters"].push_back({{"id", each.id}, {"text", each.text}, {"default", each.value}});
  return json;
}

}  // namespace shirube::cli
