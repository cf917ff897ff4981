#include "cli/template_records.h"

#include "cli/report.h"
#include "model/template_change.h"
#include "source/discovery.h"
#include "source/format.h"
#include "source/json.h"

namespace shirube::cli {

using source::Json;

namespace {
constexpr std::string_view folder = "templates/versions";
}

std::string record_path(const std::string& id, const std::string& version) {
  return source::format("{}/{}-{}.json", folder, id, version);
}

std::optional<model::RecordedTemplate> read_record(std::string path, const std::string& text) {
  const Json record = Json::parse(text, nullptr, false);
  const auto text_of = [&](const char* key) {
    return record.is_object() && record.contains(key) && record[key].is_string() ? record[key].get<std::string>()
                                                                                 : std::string();
  };
  model::RecordedTemplate found{std::move(path), text_of("template"), text_of("version"), {}};
  if (found.id.empty() || !model::parse_version(found.version)) return std::nullopt;
  if (!record.contains("definition") || !record["definition"].is_object()) return std::nullopt;
  found.tree = record["definition"].dump();
  return found;
}

void read_template_records(source::FileSystem& files, const std::string& id, const std::string& replaced,
                           model::Parts& parts, Session& session) {
  const std::string prefix = source::format("{}/{}-", folder, id);
  const source::Discovery recorded = source::discover(files, std::string(folder), {".json"});
  for (const source::Failure& failure : recorded.failures) {
    // A name is the whole site's matter; it is reported once, with all others.
    if (failure.kind != source::Failure::Kind::not_utf8) report_failure(failure, true, session.sink);
  }
  for (const std::string& path : recorded.files) {
    // `mbo-sheet-2` is another template than `mbo-sheet`.
    if (!path.starts_with(prefix) || !model::parse_version(path.substr(prefix.size(), path.size() - prefix.size() - 5)))
      continue;
    if (path == replaced) continue;
    auto text = files.read(path);
    if (!text) {
      report_failure(text.failure(), true, session.sink);
      continue;
    }
    auto record = read_record(path, text.value());
    if (record && path == record_path(id, record->version) && record->id == id) {
      parts.recorded_templates.push_back(std::move(*record));
    } else {
      session.sink.report_at(diagnostic::Kind::workbook_record, path, {path});
    }
  }
}

}  // namespace shirube::cli
