#include "parse/site_config.h"

#include <algorithm>

#include "parse/yaml/field_reader.h"

namespace shirube::parse {

namespace {

using diagnostic::Kind;
using model::Limits;

// How far a site may go: what the parsers and renderers have been measured to bear.
struct LimitRow {
  std::string_view key;
  std::int64_t Limits::*field;
  std::int64_t most;
};
constexpr LimitRow limit_rows[] = {
    {"markdown_bytes", &Limits::markdown_bytes, 8 << 20},
    {"yaml_bytes", &Limits::yaml_bytes, 16 << 20},
    {"csv_bytes", &Limits::csv_bytes, 16 << 20},
    {"block_bytes", &Limits::block_bytes, 256 << 10},
    {"nesting", &Limits::nesting, 64},
    {"inline_nesting", &Limits::inline_nesting, 128},
    {"table_columns", &Limits::table_columns, 512},
    {"table_cells", &Limits::table_cells, 500'000},
    {"page_milliseconds", &Limits::page_milliseconds, 60'000},
    {"page_memory_bytes", &Limits::page_memory_bytes, 2LL << 30},
    {"page_html_bytes", &Limits::page_html_bytes, 256LL << 20},
    {"files", &Limits::files, 1'000'000},
};

Limits read_limits(const YamlNode& node, diagnostic::Sink& sink) {
  Limits limits;
  FieldReader fields(node, "limits", sink);
  for (const LimitRow& row : limit_rows) {
    if (const auto value = fields.integer(row.key, 1, row.most)) limits.*row.field = value->value;
  }
  fields.finish();
  return limits;
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

void read_folder(FieldReader& fields, std::string_view key, std::string& folder) {
  auto text = fields.text(key);
  if (!text) return;
  while (text->value.size() > 1 && text->value.ends_with('/')) text->value.pop_back();
  if (!is_inner_folder(text->value)) {
    fields.sink().report(Kind::site_folder, text->range, {std::string(key), text->value});
    return;
  }
  folder = text->value;
}

bool is_inside(std::string_view inner, std::string_view outer) {
  return inner == outer || (inner.starts_with(outer) && inner[outer.size()] == '/');
}

}  // namespace

model::SiteConfig read_site_config(const YamlNode& file, diagnostic::Sink& sink) {
  model::SiteConfig site;
  FieldReader fields(file, "site.yaml", sink);
  site.title = fields.required_plain_text("title");
  site.description = fields.plain_text("description");
  site.organisation = fields.plain_text("organisation");
  if (const auto language = fields.choice<std::string_view>("language", {{"ja", "ja"}, {"en", "en"}})) {
    site.language = *language;
  }
  if (auto url = fields.text("base_url")) {
    if (url->value.starts_with("https://") || url->value.starts_with("http://")) {
      site.base_url = std::move(url->value);
    } else {
      sink.report(Kind::site_base_url, url->range, {url->value});
    }
  }
  if (auto url = fields.text("edit_url")) {
    const bool has_scheme = url->value.starts_with("https://") || url->value.starts_with("http://");
    if (has_scheme && url->value.find("{path}") != std::string::npos) {
      site.edit_url = std::move(url->value);
    } else {
      sink.report(Kind::site_edit_url, url->range, {url->value});
    }
  }
  site.robots = fields.boolean("robots", false);
  read_folder(fields, "content", site.content);
  read_folder(fields, "output", site.output);
  read_folder(fields, "theme_overrides", site.theme_overrides);
  if (auto theme = fields.id("theme")) site.theme = std::move(theme->value);
  site.workbooks = fields.ids("workbooks");
  site.raw_html = fields.boolean("raw_html", false);
  if (const YamlNode* limits = fields.node("limits"); limits && limits->kind != YamlNode::Kind::null) {
    site.limits = read_limits(*limits, sink);
  }
  if (is_inside(site.output, site.content) || is_inside(site.content, site.output)) {
    const YamlNode* written = fields.has("output") ? fields.node("output") : fields.node("content");
    if (written) sink.report(Kind::site_folders_overlap, written->range, {site.output, site.content});
    site.content = model::SiteConfig().content;
    site.output = model::SiteConfig().output;
  }
  fields.finish();
  return site;
}

}  // namespace shirube::parse
