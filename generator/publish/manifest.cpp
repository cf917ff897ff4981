#include "publish/manifest.h"

#include <algorithm>
#include <array>

#include "source/json.h"

namespace shirube::publish {

namespace {

constexpr int format_version = 1;
constexpr std::string_view generator_name = "shirube ";
constexpr std::array<std::string_view, 3> life_names = {"edition", "versioned", "previous"};  // in the order of Life

auto lower_bound(const std::vector<ManifestFile>& files, std::string_view path) {
  return std::lower_bound(files.begin(), files.end(), path,
                          [](const ManifestFile& file, std::string_view wanted) { return file.path < wanted; });
}

bool is_sha256(std::string_view text) {
  return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::optional<ManifestFile> parse_file(const source::Json& json) {
  if (!json.is_object()) return std::nullopt;
  const auto path = json.find("path");
  const auto bytes = json.find("bytes");
  const auto sha256 = json.find("sha256");
  if (path == json.end() || bytes == json.end() || sha256 == json.end()) return std::nullopt;
  if (!path->is_string() || !bytes->is_number_unsigned() || !sha256->is_string()) return std::nullopt;
  ManifestFile file{path->get<std::string>(), bytes->get<std::uint64_t>(), sha256->get<std::string>(), Life::edition};
  if (const auto life = json.find("life"); life != json.end()) {
    const auto name = std::find(life_names.begin(), life_names.end(), life->is_string() ? life->get<std::string>() : "");
    if (name == life_names.end()) return std::nullopt;
    file.life = static_cast<Life>(name - life_names.begin());
  }
  if (!is_output_path(file.path) || file.path == manifest_name || !is_sha256(file.sha256)) return std::nullopt;
  return file;
}

}  // namespace

const ManifestFile* Manifest::find(std::string_view path) const {
  const auto found = lower_bound(files, path);
  return found != files.end() && found->path == path ? &*found : nullptr;
}

bool Manifest::has_below(std::string_view folder) const {
  const std::string prefix = std::string(folder) + "/";
  const auto found = lower_bound(files, prefix);
  return found != files.end() && found->path.starts_with(prefix);
}

std::string manifest_text(const Manifest& manifest) {
  std::string text = "{\"format\":" + std::to_string(format_version) + ",\"generator\":\"" +
                     std::string(generator_name) + SHIRUBE_VERSION "\",\"files\":[";
  const char* separator = "\n";
  for (const ManifestFile& file : manifest.files) {
    source::Json row = {{"path", file.path}, {"bytes", file.bytes}, {"sha256", file.sha256}};
    if (file.life != Life::edition) row["life"] = life_names[static_cast<std::size_t>(file.life)];
    text += separator + row.dump();
    separator = ",\n";
  }
  text += "\n]}\n";
  return text;
}

std::optional<Manifest> parse_manifest(std::string_view text) {
  const source::Json json = source::Json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (!json.is_object()) return std::nullopt;
  const auto format = json.find("format");
  const auto generator = json.find("generator");
  const auto files = json.find("files");
  if (format == json.end() || !format->is_number_integer() || format->get<std::int64_t>() != format_version) {
    return std::nullopt;
  }
  if (generator == json.end() || !generator->is_string() ||
      !generator->get<std::string>().starts_with(generator_name)) {
    return std::nullopt;
  }
  if (files == json.end() || !files->is_array()) return std::nullopt;
  Manifest manifest;
  for (const source::Json& row : *files) {
    auto file = parse_file(row);
    if (!file) return std::nullopt;
    if (!manifest.files.empty() && file->path <= manifest.files.back().path) return std::nullopt;
    manifest.files.push_back(*std::move(file));
  }
  return manifest;
}

bool is_output_path(std::string_view path) {
  if (path.empty() || path.find('\0') != std::string_view::npos) return false;
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    const std::string_view part = path.substr(begin, end - begin);
    if (part.empty() || part == "." || part == "..") return false;
    begin = end + 1;
  }
  return true;
}

}  // namespace shirube::publish
