#include "parse/site_config.h"

#include <algorithm>

#include "diagnostic/severities.h"
#include "diagnostic/suggestion.h"
#include "model/fields/site.h"
#include "parse/hooks.h"
#include "parse/read_fields.h"
#include "parse/workbook_request.h"
#include "source/unicode.h"

namespace shirube::parse {

namespace {

using diagnostic::Kind;

// `rules: {rule-id: error|warning|off}`; `practice` stands for all rules of good practice.
diagnostic::Severities read_rules(const YamlNode& node, diagnostic::Sink& sink) {
  using diagnostic::Severity;
  constexpr std::string_view all_of_practice = "practice";
  diagnostic::Severities severities;
  FieldReader fields(node, "rules", sink);
  if (!fields.is_mapping()) return severities;
  const auto read = [&](const YamlEntry& entry, auto&& apply) {
    const auto severity = fields.choice<std::optional<Severity>>(
        entry.key, {{"error", Severity::error}, {"warning", Severity::warning}, {"off", std::nullopt}});
    if (severity) apply(*severity);
  };
  // The whole first, so that its parts may differ whatever comes first.
  for (const YamlEntry& entry : node.entries) {
    if (entry.key != all_of_practice) continue;
    read(entry, [&](const std::optional<Severity>& severity) {
      for (const auto& kind : diagnostic::all_kinds()) {
        if (kind.practice) severities[kind.kind] = severity;
      }
    });
  }
  for (const YamlEntry& entry : node.entries) {
    if (entry.key == all_of_practice) continue;
    const auto kind = diagnostic::find_rule(entry.key);
    if (!kind) {
      std::vector<std::string_view> known = {all_of_practice};
      for (const auto& one : diagnostic::all_kinds()) {
        if (diagnostic::may_change(one.kind)) known.push_back(one.rule);
      }
      sink.report(Kind::rule_unknown, entry.key_range, {entry.key}).suggest([&] { return diagnostic::near_miss(entry.key, known); });
    } else if (!diagnostic::may_change(*kind)) {
      sink.report(Kind::rule_fixed, entry.key_range, {entry.key});
    } else {
      read(entry, [&](const std::optional<Severity>& severity) { severities[*kind] = severity; });
    }
  }
  return severities;
}

// A folder below the site's root, without `.` and `..`.
bool is_inner_folder(std::string_view path) {
  if (path.empty() || path.find('\\') != std::string_view::npos || path.find(':') != std::string_view::npos)
    return false;
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    const std::string_view part = path.substr(begin, end - begin);
    if (part.empty() || part == "." || part == "..") return false;
    begin = end + 1;
  }
  return true;
}

// Where it is written, if it is.
source::SourceRange read_folder(FieldReader& fields, std::string_view key, std::string& folder) {
  auto text = fields.word(key);
  if (!text) return {};
  while (text->value.size() > 1 && text->value.ends_with('/')) text->value.pop_back();
  if (!is_inner_folder(text->value)) {
    fields.sink().report(Kind::site_folder, text->range, {std::string(key), text->value});
    return {};
  }
  folder = text->value;
  return text->range;
}

// Folders below content/, for files that no page names.
std::vector<std::string> read_asset_folders(FieldReader& fields) {
  std::vector<std::string> folders;
  for (auto& text : fields.texts("files")) {
    while (text.value.size() > 1 && text.value.ends_with('/')) text.value.pop_back();
    if (is_inner_folder(text.value)) {
      folders.push_back(std::move(text.value));
    } else {
      fields.sink().report(Kind::site_folder, text.range, {"files", text.value});
    }
  }
  return folders;
}

// `drawio` or `.drawio`
std::vector<std::string> read_endings(FieldReader& fields) {
  std::vector<std::string> endings;
  for (const std::string& text : fields.plain_texts("file_types")) {
    endings.push_back(source::fold_case(text.starts_with('.') ? text.substr(1) : text));
  }
  return endings;
}

bool is_inside(std::string_view inner, std::string_view outer) {
  return inner == outer || (inner.starts_with(outer) && inner[outer.size()] == '/');
}

bool has_scheme(std::string_view url) {
  return url.starts_with("https://") || url.starts_with("http://");
}

void read_addresses(FieldReader& fields, model::SiteConfig& site) {
  if (auto url = fields.word("base_url")) {
    if (has_scheme(url->value)) {
      site.base_url = std::move(url->value);
    } else {
      fields.sink().report(Kind::site_base_url, url->range, {url->value});
    }
  }
  if (auto url = fields.word("edit_url")) {
    if (has_scheme(url->value) && url->value.find("{path}") != std::string::npos) {
      site.edit_url = std::move(url->value);
    } else {
      fields.sink().report(Kind::site_edit_url, url->range, {url->value});
    }
  }
}

void read_folders(FieldReader& fields, model::SiteConfig& site) {
  read_folder(fields, "content", site.content);
  read_folder(fields, "output", site.output);
  site.theme_overrides_range = read_folder(fields, "theme_overrides", site.theme_overrides);
  if (!is_inside(site.output, site.content) && !is_inside(site.content, site.output)) return;
  const YamlNode* written = fields.has("output") ? fields.node("output") : fields.node("content");
  if (written) fields.sink().report(Kind::site_folders_overlap, written->range, {site.output, site.content});
  site.content = model::SiteConfig().content;
  site.output = model::SiteConfig().output;
}

}  // namespace

bool settle(FieldReader& fields, model::SiteConfig& site, bool usable) {
  read_addresses(fields, site);
  read_folders(fields, site);
  if (const YamlNode* theme = fields.node("theme")) site.theme_range = theme->range;
  site.workbooks = read_workbook_requests(fields);
  for (auto& audience : fields.ids("audiences")) site.audiences.push_back(std::move(audience.value));
  site.files = read_asset_folders(fields);
  site.file_types = read_endings(fields);
  const YamlNode* rules = fields.node("rules");
  if (rules && rules->kind != YamlNode::Kind::null) site.rules = read_rules(*rules, fields.sink());
  return usable;
}

model::SiteConfig read_site_config(const YamlNode& file, diagnostic::Sink& sink) {
  model::SiteConfig site;
  FieldReader fields(file, "site.yaml", sink);
  read_struct(fields, site);
  return site;
}

}  // namespace shirube::parse
