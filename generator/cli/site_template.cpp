#include "cli/site_template.h"

#include <algorithm>
#include <utility>

#include "cli/load_workbooks.h"
#include "parse/expansion/expansion.h"
#include "source/discovery.h"

namespace shirube::cli {

namespace {

std::optional<SiteFolders> quiet_folders(const Options& options) {
  diagnostic::Sink ignored;
  return open_folders(options, ignored);
}

// Nothing without a site; what is wrong with it is not asked here.
std::optional<model::SiteConfig> quiet_config(const SiteFolders& folders, const Options& options, Session& session) {
  diagnostic::Sink found = std::exchange(session.sink, {});
  auto config = load_config(*folders.site, options.config, session);
  session.sink = std::move(found);
  return config;
}

parse::RecordTrees read_record_trees(const SiteFolders& folders, const model::SiteConfig& config,
                                     const parse::YamlNode& file, Session& session) {
  parse::RecordTrees records(parse::families_of_parameters(file));
  for (const char* ending : {".yaml", ".yml"}) {
    for (const std::string& path : source::discover(*folders.site, config.content, {ending}).files) {
      auto text = folders.site->read(path);
      if (!text) continue;
      auto yaml = read_yaml(session, session.sources.add(path, std::move(text).value()), config.limits.yaml_bytes);
      if (yaml) records.keep(std::move(*yaml));
    }
  }
  keep_shown(records, {});
  return records;
}

std::optional<model::WorkbookRequest> request_of(const model::SiteConfig& config, const std::string& id,
                                                 const std::string& template_id) {
  const auto& all = config.workbooks;
  auto found = std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.id.value == id; });
  if (found == all.end()) {
    found = std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.template_id.value == template_id; });
  }
  return found == all.end() ? std::nullopt : std::optional(*found);
}

}  // namespace

std::string template_of(const std::string& id, const Options& options, Session& session) {
  const auto folders = quiet_folders(options);
  const auto config = folders ? quiet_config(*folders, options, session) : std::nullopt;
  if (!config) return id;
  for (const model::WorkbookRequest& request : config->workbooks) {
    if (request.id.value == id) return request.template_id.value;
  }
  return id;
}

std::optional<parse::YamlNode> expand_for_site(const parse::YamlNode& file, const std::string& id, const Options& options,
                                               Session& session) {
  const parse::YamlNode* own = file.find("id");
  const source::Located<std::string> name{own != nullptr ? own->text : std::string(), own != nullptr ? own->range : file.range};
  const model::WorkbookRequest plain{name, name, name.range, {}};
  const bool asks_site = file.find("parameters") != nullptr;
  const auto folders = asks_site ? quiet_folders(options) : std::nullopt;
  const auto config = folders ? quiet_config(*folders, options, session) : std::nullopt;
  if (!config) return parse::expand_template(file, plain, {}, session.sink);
  const auto request = request_of(*config, id, name.value);
  const parse::RecordTrees records = read_record_trees(*folders, *config, file, session);
  return parse::expand_template(file, request.value_or(plain), records, session.sink);
}

}  // namespace shirube::cli
