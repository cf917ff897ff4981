#include "cli/load_workbooks.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "cli/report.h"
#include "cli/template_records.h"
#include "diagnostic/suggestion.h"
#include "parse/expansion/expansion.h"
#include "parse/passages.h"
#include "parse/workbook_definition.h"
#include "source/discovery.h"

namespace shirube::cli {

namespace {

using diagnostic::Kind;
using source::FileSystem;

// Those that there are, the one that was probably meant first.
std::string offered(const std::string& written, std::vector<std::string> known) {
  constexpr std::size_t most = 40;
  std::sort(known.begin(), known.end());
  known.erase(std::unique(known.begin(), known.end()), known.end());
  std::string list = diagnostic::near_miss(written, known);
  std::erase(known, list);
  for (std::size_t i = 0; i < known.size() && i < most; ++i) list += (list.empty() ? "" : ", ") + known[i];
  return known.size() > most ? list + " …" : list;
}

std::optional<TemplateFile> find_template(FileSystem& site, FileSystem& installation,
                                          const source::Located<std::string>& id, Session& session) {
  const std::string path = "templates/" + id.value + ".yaml";
  std::vector<std::string> known;
  for (FileSystem* files : {&site, &installation}) {
    auto text = files->read(path);
    if (text) {
      const bool is_ours = files == &installation;
      TemplateFile found{session.sources.add(is_ours ? bundled_path(path) : path, std::move(text).value()), files, {}, {}};
      if (is_ours) found.asked = id.range;
      return found;
    }
    if (text.failure().kind != source::Failure::Kind::not_found) {
      report_failure(text.failure(), true, session.sink);
      return std::nullopt;
    }
    for (const std::string& other : source::discover(*files, "templates", {".yaml"}).files) {
      known.push_back(other.substr(10, other.size() - 15));
    }
  }
  session.sink.report(Kind::unknown_template, id.range, {id.value, offered(id.value, std::move(known))});
  return std::nullopt;
}

void add_passages(const TemplateFile& file, model::Parts& parts, Session& session) {
  const std::size_t before = parts.passages.size();
  parse::add_passages(*file.yaml, session.sources.file(file.file), parts.passages);
  for (std::size_t i = before; i < parts.passages.size(); ++i) parts.passages[i].workbook = true;
}

// What a loop, or another workbook of the same template, has come by before.
class OnceOnly {
 public:
  void merge(diagnostic::Sink found, diagnostic::Sink& sink) {
    found.drop([&](const diagnostic::Diagnostic& each) {
      return !seen_.emplace(each.kind, each.range, each.arguments).second;
    });
    sink.merge(std::move(found));
  }

 private:
  std::set<std::tuple<Kind, source::SourceRange, std::vector<std::string>>> seen_;
};

}  // namespace

std::optional<parse::YamlNode> read_yaml(Session& session, source::FileId file, std::int64_t limit) {
  parse::YamlLimits limits;
  limits.bytes = static_cast<std::size_t>(limit);
  return parse::parse_yaml(parse::YamlInput::whole_file(session.sources.file(file), file), limits, session.sink);
}

Templates read_templates(FileSystem& site, FileSystem& installation, const model::SiteConfig& config, Session& session) {
  Templates templates;
  std::set<std::string> asked;
  for (const model::WorkbookRequest& request : config.workbooks) {
    if (!asked.insert(request.template_id.value).second) continue;
    auto found = find_template(site, installation, request.template_id, session);
    if (!found) continue;
    found->yaml = read_yaml(session, found->file, config.limits.yaml_bytes);
    templates.emplace(request.template_id.value, std::move(*found));
  }
  return templates;
}

BundledTemplates bundled_among(const Templates& templates) {
  BundledTemplates bundled;
  for (const auto& [id, file] : templates) {
    if (file.asked) bundled.emplace(file.file, *file.asked);
  }
  return bundled;
}

parse::RecordTrees record_trees_for(const Templates& templates) {
  std::set<std::string> families;
  for (const auto& [id, file] : templates) {
    if (file.yaml) families.merge(parse::families_of_parameters(*file.yaml));
  }
  return parse::RecordTrees(std::move(families));
}

void keep_shown(parse::RecordTrees& records, const model::Withheld& withheld) {
  records.leave_out([&](const parse::YamlNode& record) {
    const parse::YamlNode* audience = record.find("audience");
    const bool narrow = audience != nullptr && !audience->text.empty() && audience->text != model::everyone;
    return narrow || withheld.records.contains(record.range);
  });
}

void load_workbooks(FileSystem& site, const Templates& templates, const model::SiteConfig& config,
                    const parse::RecordTrees& records, model::Parts& parts, Unread& unread, Session& session) {
  std::set<std::string> shown;
  OnceOnly findings;
  for (const model::WorkbookRequest& request : config.workbooks) {
    const auto found = templates.find(request.template_id.value);
    if (found == templates.end()) continue;
    const TemplateFile& file = found->second;
    if (file.yaml && shown.insert(found->first).second) add_passages(file, parts, session);
    diagnostic::Sink sink;
    const auto expanded = file.yaml ? parse::expand_template(*file.yaml, request, records, sink) : std::nullopt;
    auto definition = expanded ? parse::read_workbook_definition(*expanded, sink) : std::nullopt;
    findings.merge(std::move(sink), session.sink);
    if (!definition) {
      unread.push_back(session.sources.file(file.file).text());
      unread.push_back(request.id.value);
      continue;
    }
    // What a site says is in the records of its workbooks, so that they are its own.
    const bool is_sites = file.yaml->find("parameters") != nullptr || request.id.value != request.template_id.value;
    definition->recorded_by_site = is_sites;
    const std::string own = record_path(definition->id.value, definition->version.value);
    read_template_records(is_sites ? site : *file.files, definition->id.value, session.replaces_records ? own : "", parts, session);
    parts.workbooks.push_back(std::move(*definition));
  }
}

}  // namespace shirube::cli
