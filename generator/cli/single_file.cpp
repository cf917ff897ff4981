#include "cli/single_file.h"

#include "cli/edition.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "publish/sha256.h"
#include "render/html/one_document.h"
#include "render/html/style_sheet.h"
#include "render/html/writer.h"

namespace shirube::cli {

namespace {

std::string base64(std::string_view bytes) {
  static constexpr std::string_view signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  out.reserve((bytes.size() + 2) / 3 * 4);
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const std::size_t left = std::min<std::size_t>(3, bytes.size() - i);
    std::uint32_t group = 0;
    for (std::size_t k = 0; k < 3; ++k) group = group << 8 | (k < left ? static_cast<unsigned char>(bytes[i + k]) : 0);
    for (std::size_t k = 0; k < 4; ++k) out += k <= left ? signs[group >> (18 - 6 * k) & 63] : '=';
  }
  return out;
}

// sha256-… as a Content-Security-Policy wants it.
std::string policy_hash(std::string_view text) {
  const std::string digits = publish::sha256(text);
  std::string bytes;
  for (std::size_t i = 0; i < digits.size(); i += 2) {
    bytes += static_cast<char>(std::stoi(digits.substr(i, 2), nullptr, 16));
  }
  return "sha256-" + base64(bytes);
}

// An inline script ends at the first `</script`, and `<!--` changes how its text is read, whatever they are in. In a
// script both can only be in a string, a comment or a regular expression, where `<\/` and `<\!` say the same.
std::string inside_element(std::string text) {
  for (const std::string_view end : {"</", "<!--"}) {
    for (std::size_t at = 0; (at = text.find(end, at)) != std::string::npos; at += 2) text.insert(at + 1, "\\");
  }
  return text;
}

std::string_view picture_type(std::string_view path) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> types = {{{".png", "image/png"},
                                                                                          {".jpg", "image/jpeg"},
                                                                                          {".jpeg", "image/jpeg"},
                                                                                          {".gif", "image/gif"},
                                                                                          {".webp", "image/webp"},
                                                                                          {".svg", "image/svg+xml"}}};
  for (const auto& [ending, type] : types) {
    if (path.ends_with(ending)) return type;
  }
  return {};
}

// The edition's files by path, each made once.
class Files {
 public:
  explicit Files(const render::OutputSet& edition) : edition_(edition) {}

  const std::string& bytes(const std::string& path) {
    if (const auto known = made_.find(path); known != made_.end()) return known->second;
    std::string& bytes = made_[path];
    const auto found = std::find_if(edition_.files.begin(), edition_.files.end(),
                                    [&](const render::OutputFile& file) { return file.path == path; });
    if (found == edition_.files.end()) return bytes;
    source::Result<std::string> result = found->make();
    if (result) {
      bytes = std::move(result).value();
    } else if (!failure_) {
      failure_ = result.failure();
    }
    return bytes;
  }
  // All whose path begins with `folder` and holds `name`, one after the other.
  std::string joined(std::string_view folder, std::string_view name) {
    std::string all;
    for (const render::OutputFile& file : edition_.files) {
      if (file.path.starts_with(folder) && file.path.find(name) != std::string::npos) all += bytes(file.path) + "\n";
    }
    return all;
  }
  const std::optional<source::Failure>& failure() const { return failure_; }

 private:
  const render::OutputSet& edition_;
  std::map<std::string, std::string> made_;
  std::optional<source::Failure> failure_;
};

}  // namespace

source::Result<render::OutputSet> make_single_file(const LoadedSite& loaded, const render::OutputSet& edition) {
  Files files(edition);
  std::map<std::string, std::string> downloads;  // path to id
  const auto address = [&](const std::string& path) -> std::string {
    if (const std::string_view type = picture_type(path); !type.empty()) {
      return "data:" + std::string(type) + ";base64," + base64(files.bytes(path));
    }
    return "#" + downloads.emplace(path, "file:" + path).first->second;
  };

  const auto asset = [&](const std::string& name) { return files.bytes(loaded.theme->asset_path(name)); };

  render::html::SingleFileParts parts;
  std::vector<std::string_view> sheets = {"site", "search"};
  sheets.insert(sheets.end(), render::html::part_sheets.begin(), render::html::part_sheets.end());
  sheets.push_back("calculator");
  for (const std::string_view name : sheets) {
    parts.style += asset(std::string(name) + ".css") + "\n";
  }
  for (const char* name : {"scheme", "site", "checklist", "copy", "formula", "calculator", "calculator-charts"}) {
    parts.script += asset(std::string(name) + ".js") + "\n";
  }
  parts.script += files.joined("assets/calculations/", ".js") + asset("search.js") + "\n" +
                  files.bytes("search/index.js") + files.joined("search/", "/terms-") +
                  files.joined("search/", "/texts-") + asset("search-box.js") + "\n" + asset("single.js");
  parts.script = inside_element(std::move(parts.script));
  parts.style_hash = policy_hash(parts.style);
  parts.script_hash = policy_hash(parts.script);

  const render::html::PageTree tree(loaded.site.site(), preview_workbooks(loaded, edition).workbooks);
  // Which files are needed is known when the chapters are made, so they are made twice.
  (void)render::html::single_file(loaded.site, *loaded.theme, tree, address, parts);
  for (const auto& [path, id] : downloads) {
    render::html::Writer writer;
    writer.open("template", {{"id", id}, {"data-name", std::string_view(path).substr(path.rfind('/') + 1)}});
    writer.text(base64(files.bytes(path))).close();
    parts.files += std::move(writer).take() + "\n";
  }
  std::string html = render::html::single_file(loaded.site, *loaded.theme, tree, address, parts);
  if (files.failure()) return *files.failure();
  render::OutputSet set;
  set.files.push_back({"handbook.html", [html = std::move(html)]() -> source::Result<std::string> { return html; }});
  return set;
}

}  // namespace shirube::cli
