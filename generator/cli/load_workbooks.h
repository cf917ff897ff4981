// The templates of a site's workbooks, and the workbooks that they become with the site's records.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/bundled_templates.h"
#include "cli/load.h"
#include "model/assembly.h"
#include "parse/expansion/records.h"
#include "parse/yaml/yaml.h"

namespace shirube::cli {

// Files of records and templates that gave nothing.
using Unread = std::vector<std::string_view>;

std::optional<parse::YamlNode> read_yaml(Session& session, source::FileId file, std::int64_t limit);

struct TemplateFile {
  source::FileId file;
  source::FileSystem* files = nullptr;
  std::optional<source::SourceRange> asked;  // of a template of ours: the entry of site.yaml
  std::optional<parse::YamlNode> yaml;  // nothing: it cannot be read, which has been reported
};
using Templates = std::map<std::string, TemplateFile>;  // by id; those that are nowhere are left out

// A template of the site, else our own of the same name.
Templates read_templates(source::FileSystem& site, source::FileSystem& installation, const model::SiteConfig& config,
                         Session& session);

BundledTemplates bundled_among(const Templates& templates);

// Room for the records that the templates are made of.
parse::RecordTrees record_trees_for(const Templates& templates);
// Without those that readers may not see.
void keep_shown(parse::RecordTrees& records, const model::Withheld& withheld);

// `config` and the sources outlive `unread`.
void load_workbooks(source::FileSystem& site, const Templates& templates, const model::SiteConfig& config,
                    const parse::RecordTrees& records, model::Parts& parts, Unread& unread, Session& session);

}  // namespace shirube::cli
