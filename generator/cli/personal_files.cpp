#include "cli/personal_files.h"

#include <algorithm>
#include <vector>

#include "cli/report.h"
#include "model/person.h"
#include "publish/manifest.h"
#include "source/unicode.h"
#include "spreadsheet/container.h"
#include "spreadsheet/read.h"

namespace shirube::cli {

namespace {

bool ends_in(std::string_view name, std::string_view extension) {
  return source::fold_case(name).ends_with(extension);
}

bool names(const std::string& head, const model::PersonField& field) {
  return source::fold_case(head) == field.key || head == field.japanese || (!field.also.empty() && head == field.also);
}

// The heads of a table's first line, whatever parts them.
std::vector<std::string> heads_of(std::string_view bytes) {
  std::string line(bytes.substr(0, bytes.find('\n')));
  if (line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
  if (source::find_invalid_utf8(line)) line = source::from_cp932(line).value_or("");
  std::vector<std::string> heads(1);
  for (const char c : source::to_nfkc(line)) {
    if (c == ',' || c == ';' || c == '\t') {
      heads.emplace_back();
    } else if (c != '"' && c != ' ' && c != '\r') {
      heads.back() += c;
    }
  }
  return heads;
}

// `id` and `name` alone are anybody's; a third column makes them a list of people.
std::string list_mark(std::string_view bytes) {
  const std::vector<std::string> heads = heads_of(bytes);
  // handouts.csv names people in one column.
  const auto has = [&](std::string_view head) { return std::find(heads.begin(), heads.end(), head) != heads.end(); };
  if (has("社員番号") && has("対象者")) return "社員番号, 対象者";
  std::string mark;
  std::size_t found = 0;
  for (const model::PersonField& field : model::person_fields) {
    const auto head = std::find_if(heads.begin(), heads.end(), [&](const auto& each) { return names(each, field); });
    if (head == heads.end() && field.required) return {};
    if (head == heads.end()) continue;
    mark += (mark.empty() ? "" : ", ") + *head;
    found += *head == field.japanese ? 2 : 1;
  }
  return found >= 3 ? mark : std::string();
}

std::string workbook_mark(std::string_view bytes) {
  const auto workbook = spreadsheet::read_workbook(bytes);
  if (!workbook) return {};
  const auto& properties = workbook.value().properties;
  const auto id = properties.find("shirube_template");
  const auto version = properties.find("shirube_version");
  if (id == properties.end()) return {};
  return id->second + (version == properties.end() ? "" : " " + version->second);
}

std::string archive_mark(std::string_view bytes) {
  auto archive = spreadsheet::Container::open(bytes, {});
  if (!archive) return {};
  for (const spreadsheet::PartEntry& part : archive.value().parts()) {
    if (!may_be_personal(part.name) || ends_in(part.name, ".zip")) continue;
    const auto inner = archive.value().read(part.name);
    if (!inner) continue;
    if (std::string mark = personal_mark(part.name, inner.value()); !mark.empty()) return part.name + ": " + mark;
  }
  return {};
}

// Sorted; links are not followed.
void list_files(source::FileSystem& files, const std::string& folder, std::vector<std::string>& found,
                diagnostic::Sink& sink) {
  const auto listing = files.list(folder);
  if (!listing) return report_failure(listing.failure(), true, sink);
  for (const source::DirectoryEntry& entry : listing.value()) {
    const std::string path = folder.empty() ? entry.name : folder + "/" + entry.name;
    if (entry.kind == source::DirectoryEntry::Kind::directory) list_files(files, path, found, sink);
    if (entry.kind == source::DirectoryEntry::Kind::file) found.push_back(path);
  }
}

}  // namespace

bool may_be_personal(std::string_view name) {
  return ends_in(name, ".csv") || ends_in(name, ".tsv") || ends_in(name, ".txt") || ends_in(name, ".xlsx") ||
         ends_in(name, ".zip");
}

std::string personal_mark(std::string_view name, std::string_view bytes) {
  if (ends_in(name, ".xlsx")) return workbook_mark(bytes);
  if (ends_in(name, ".zip")) return archive_mark(bytes);
  return may_be_personal(name) ? list_mark(bytes) : std::string();
}

void report_personal_files(const std::string& folder, diagnostic::Sink& sink) {
  auto files = source::RealFileSystem::open(folder);
  if (!files) {
    // Nothing has been published there yet.
    if (files.failure().kind != source::Failure::Kind::not_found) report_failure(files.failure(), true, sink);
    return;
  }
  publish::Manifest edition;
  if (const auto text = files.value()->read(publish::manifest_name)) {
    edition = publish::parse_manifest(text.value()).value_or(publish::Manifest{});
  } else if (text.failure().kind != source::Failure::Kind::not_found) {
    return report_failure(text.failure(), true, sink);
  }
  std::vector<std::string> found;
  list_files(*files.value(), "", found, sink);
  for (const std::string& path : found) {
    if (!may_be_personal(path) || edition.find(path) != nullptr) continue;
    const auto bytes = files.value()->read(path);
    if (!bytes) {
      report_failure(bytes.failure(), true, sink);
    } else if (std::string mark = personal_mark(path, bytes.value()); !mark.empty()) {
      const std::string shown = source::escape_invalid_utf8(path);
      sink.report_at(diagnostic::Kind::personal_file, shown, {shown, std::move(mark)});
    }
  }
}

}  // namespace shirube::cli
