#include "check/published_files.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "check/drawing_source.h"
#include "check/raw_names.h"
#include "model/output_names.h"
#include "source/unicode.h"

namespace shirube::check {

namespace {

using diagnostic::Kind;
using diagnostic::Sink;

// What a browser or a desktop shows without running anything of it in the handbook's name.
constexpr std::array safe_endings = {
    "png",  "jpg", "jpeg", "gif", "webp", "avif", "svg",  "ico",  "bmp",  "tif", "tiff", "heic",         // pictures
    "pdf",  "doc", "docx", "xls", "xlsx", "ppt",  "pptx", "dotx", "xltx", "potx", "odt", "ods",  "odp",  // papers
    "csv",  "tsv", "txt",  "ics", "vcf",                                                                // texts
    "zip",  "woff", "woff2", "ttf", "otf",                                                              // bundles, fonts
    "mp3",  "m4a", "wav",  "ogg", "oga",  "opus", "mp4",  "m4v",  "webm", "ogv", "mov",  "vtt",          // sound, film
};

std::string ending_of(std::string_view path) {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos ? std::string() : source::fold_case(name.substr(dot + 1));
}

bool is_safe(const std::string& path, const model::SiteConfig& config) {
  const std::string ending = ending_of(path);
  const auto& added = config.file_types;
  return std::find(safe_endings.begin(), safe_endings.end(), ending) != safe_endings.end() ||
         std::find(added.begin(), added.end(), ending) != added.end();
}

bool lies_in_named_folder(const std::string& path, const model::SiteConfig& config) {
  return std::any_of(config.files.begin(), config.files.end(), [&](const std::string& folder) {
    return path.size() > folder.size() && path.starts_with(folder) && path[folder.size()] == '/';
  });
}

// Each asset that a reference leads to, with the first place.
std::unordered_map<std::string, source::SourceRange> find_uses(const model::Site& site,
                                                               const ReferenceTargets& targets) {
  std::unordered_map<std::string, source::SourceRange> uses;
  for (const auto& of_kind : targets) {
    for (std::size_t page = 0; page < of_kind.size(); ++page) {
      if (of_kind[page].empty()) continue;
      const bool of_text = &of_kind == &targets.front();
      const auto& references = site.pages[of_text ? page : 0].parsed.references;
      for (std::size_t i = 0; i < of_kind[page].size(); ++i) {
        const auto* asset = std::get_if<model::ToAsset>(&of_kind[page][i]);
        if (asset == nullptr) continue;
        const bool placed = of_text && i < references.size();
        uses.emplace(asset->path, placed ? references[i].range : source::SourceRange{});
      }
    }
  }
  return uses;
}

}  // namespace

void settle_files(model::Site& site, const ReferenceTargets& targets, Sink& sink) {
  const auto uses = find_uses(site, targets);
  const auto raw = site.config.raw_html ? names_in_raw_html(site) : std::unordered_set<std::string>();
  const std::string content = site.config.content + "/";
  model::TakenNames names;
  for (const model::Page& page : site.pages) names.claim(page.output_path, content + page.parsed.source_path);

  std::vector<std::string> published;
  for (std::string& asset : site.assets) {
    const std::string written = content + asset;
    const std::string path = source::to_nfc(asset);
    const auto use = uses.find(path);
    const bool used = use != uses.end() || raw.contains(path.substr(path.rfind('/') + 1));
    if (!used && !lies_in_named_folder(asset, site.config)) {
      sink.report_at(Kind::file_unused, written, {written});
      continue;
    }
    if (!is_safe(asset, site.config)) {
      if (use != uses.end() && use->second) {
        sink.report(Kind::file_type, use->second, {written});
      } else {
        sink.report_at(Kind::file_type, written, {written});
      }
      continue;
    }
    if (const auto other = names.claim(path, written)) sink.report_at(Kind::name_collision, written, {*other, written});
    model::check_output_path(path, {}, written, sink);
    published.push_back(std::move(asset));
  }
  site.assets = std::move(published);
  for (const model::AssetText& drawing : site.drawings) {
    if (std::binary_search(site.assets.begin(), site.assets.end(), drawing.path)) {
      check_drawing_source(drawing.text, drawing.file, sink);
    }
  }
  site.drawings.clear();
}

}  // namespace shirube::check
