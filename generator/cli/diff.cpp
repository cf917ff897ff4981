// shirube diff --templates: what changed between two versions of templates, and their records.
#include <filesystem>
#include <map>

#include "cli/commands.h"
#include "cli/load.h"
#include "cli/site_template.h"
#include "cli/report.h"
#include "cli/streams.h"
#include "cli/template_records.h"
#include "cli/template_words.h"
#include "graph/parallel.h"
#include "parse/workbook_definition.h"
#include "parse/yaml/yaml.h"
#include "render/xlsx/field_map.h"
#include "source/discovery.h"
#include "source/format.h"
#include "source/terminal_text.h"

namespace shirube::cli {

namespace {

using diagnostic::Kind;
namespace fs = std::filesystem;

using Versions = std::map<std::string, TemplateVersion>;  // by id

// A template, or the record of one. `id`: the workbook that is meant. False: it was neither, which has been reported.
bool read_version(source::FileSystem& files, const std::string& path, const std::string& shown, const std::string& id,
                  const Options& options, Versions& found, Session& session) {
  auto text = files.read(path);
  if (!text) {
    report_failure(text.failure(), true, session.sink);
    return false;
  }
  if (path.ends_with(".json")) {
    if (const auto record = read_record(shown, text.value())) {
      found[record->id] = {record->id, record->version, record->id, record->tree};
      return true;
    }
  } else {
    const source::FileId file = session.sources.add(shown, std::move(text).value());
    const auto yaml =
        parse::parse_yaml(parse::YamlInput::whole_file(session.sources.file(file), file), {}, session.sink);
    const auto expanded = yaml ? expand_for_site(*yaml, id, options, session) : std::nullopt;
    const auto definition = expanded ? parse::read_workbook_definition(*expanded, session.sink) : std::nullopt;
    if (session.sink.has_errors()) return false;
    if (definition) {
      found[definition->id.value] = {definition->id.value, definition->version.value, definition->title,
                                     definition->tree};
      return true;
    }
  }
  session.sink.report_at(Kind::diff_no_template, "", {shown});
  return false;
}

// A file, a folder of templates, a template of the site, or a recorded version of one: `mbo-sheet@1.1.0`.
std::optional<Versions> read_side(const std::string& name, const Options& options, Session& session) {
  Versions found;
  std::error_code ignored;
  const fs::path path(name);
  const bool folder = fs::is_directory(path, ignored);
  if (folder || fs::is_regular_file(path, ignored)) {
    const std::string parent = path.has_parent_path() ? path.parent_path().string() : ".";
    auto files = source::RealFileSystem::open(folder ? name : parent);
    if (!files) {
      report_failure(files.failure(), true, session.sink);
      return std::nullopt;
    }
    if (!folder) {
      if (!read_version(*files.value(), path.filename().string(), name, "", options, found, session)) return std::nullopt;
      return found;
    }
    const source::Discovery templates = source::discover(*files.value(), "", {".yaml"});
    for (const source::Failure& failure : templates.failures) report_failure(failure, true, session.sink);
    for (const std::string& file : templates.files) {
      if (file.find('/') != std::string::npos) continue;
      if (!read_version(*files.value(), file, (path / file).string(), "", options, found, session)) return std::nullopt;
    }
    if (found.empty()) session.sink.report_at(Kind::diff_no_template, "", {name});
    return found.empty() ? std::nullopt : std::optional(std::move(found));
  }
  const auto folders = open_folders(options, session.sink);
  if (!folders) return std::nullopt;
  const std::size_t at = name.find('@');
  const std::string file = at == std::string::npos ? "templates/" + template_of(name, options, session) + ".yaml"
                                                   : record_path(name.substr(0, at), name.substr(at + 1));
  for (source::FileSystem* files : {folders->site.get(), folders->installation.get()}) {
    const auto there = files->size(file);
    if (!there && there.failure().kind == source::Failure::Kind::not_found) continue;
    if (!read_version(*files, file, file, name, options, found, session)) return std::nullopt;
    return found;
  }
  session.sink.report_at(Kind::diff_no_template, "", {name});
  return std::nullopt;
}

std::string compared(const Versions& before, const Versions& after, const Options& options) {
  std::string text;
  const auto append = [&](const std::string& part) { text += (text.empty() || options.json ? "" : "\n") + part; };
  for (const auto& [id, version] : after) {
    const auto old = before.find(id);
    if (old == before.end()) {
      if (!options.json) append(lonely_text(version, true, options.language));
    } else {
      append(options.json ? difference_json(old->second, version)
                          : difference_text(old->second, version, options.language));
    }
  }
  for (const auto& [id, version] : before) {
    if (!after.contains(id) && !options.json) append(lonely_text(version, false, options.language));
  }
  return text;
}

// The record of every template of this site whose version has none yet.
void record_templates(const Options& options, Session& session) {
  const auto folders = open_folders(options, session.sink);
  if (!folders) return;
  session.replaces_records = options.replace;
  const auto loaded = load_site(*folders, options, session);
  if (!loaded) return;
  const model::Site& site = loaded->site.site();
  std::vector<double> figures;
  for (std::size_t i = 0; i < site.records.figures.size(); ++i) figures.push_back(loaded->site.figure_value(i));
  for (const model::WorkbookDefinition& workbook : site.workbooks) {
    const std::string path = record_path(workbook.id.value, workbook.version.value);
    // Of our own templates the record comes with the installation.
    const auto own = folders->site->size("templates/" + workbook.id.value + ".yaml");
    if (!own && !workbook.recorded_by_site) {
      if (own.failure().kind == source::Failure::Kind::not_found) continue;
      return report_failure(own.failure(), true, session.sink);
    }
    if (const auto there = folders->site->read(path)) {
      const auto record = read_record(path, there.value());
      if (record && record->tree == workbook.tree) continue;
    } else if (there.failure().kind != source::Failure::Kind::not_found) {
      return report_failure(there.failure(), true, session.sink);
    }
    const auto written = folders->site->write(path, render::xlsx::field_map(workbook, site.records, figures));
    if (!written) return report_failure(written.failure(), false, session.sink);
    if (!options.quiet) write_output(source::terminal_text(path) + "\n");
  }
  if (const auto kept = folders->site->sync(); !kept) return report_failure(kept.failure(), false, session.sink);
  session.sink = {};  // warnings are the build's; one of them has been answered by this very run
}

}  // namespace

int diff(const Options& options) {
  const graph::Jobs jobs(options.jobs);
  Session session;
  Options report = options;
  if (options.record) {
    record_templates(options, session);
  } else {
    const auto before = read_side(options.compared[0], options, session);
    const auto after = read_side(options.compared[1], options, session);
    if (before && after) {
      std::string text = compared(*before, *after, options);
      // Two files compare whatever they are called.
      if (before->size() == 1 && after->size() == 1) {
        const TemplateVersion& left = before->begin()->second;
        const TemplateVersion& right = after->begin()->second;
        text = options.json ? difference_json(left, right) : difference_text(left, right, options.language);
      }
      write_output(text);
      report.json = false;  // standard output holds the result
    }
  }
  return report_findings(session.sink, session.sources, report);
}

}  // namespace shirube::cli
