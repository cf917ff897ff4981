#include "model/output_names.h"

#include <algorithm>
#include <array>

#include "source/format.h"
#include "source/unicode.h"

namespace shirube::model {

namespace {

constexpr std::size_t longest_part = 80;   // bytes: 85 kana are all that a file name of 255 bytes can hold
constexpr std::size_t longest_path = 180;  // characters: Windows stops at 260, the folder before it included

bool is_windows_device(std::string_view part) {
  static constexpr std::array<std::string_view, 30> devices = {
      "con",  "prn",  "aux",  "nul",  "com1", "com2", "com3", "com4", "com5", "com6", "com7",   "com8",   "com9",  "com¹",  "com²",
      "com³", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9", "conin$", "conout$", "lpt¹", "lpt²", "lpt³"};
  std::string stem = source::fold_case(part.substr(0, part.find('.')));
  while (stem.ends_with(' ')) stem.pop_back();
  return std::find(devices.begin(), devices.end(), stem) != devices.end();
}

bool fits_windows(std::string_view part) {
  constexpr std::string_view refused = "<>:\"|?*\\";
  if (part.empty() || part.back() == '.' || part.back() == ' ' || is_windows_device(part)) return false;
  return std::none_of(part.begin(), part.end(), [&](char c) {
    return static_cast<unsigned char>(c) < 0x20 || refused.find(c) != std::string_view::npos;
  });
}

// Characters that nobody sees, or that drive the terminal or the editor in which the name is shown.
std::optional<char32_t> find_hidden_sign(std::string_view part) {
  for (const char32_t c : source::code_points(part)) {
    const bool control = c == 0x7F || (c >= 0x80 && c < 0xA0);
    const bool direction = (c >= 0x200E && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F);
    if (control || direction || c == 0x200B || c == 0xFEFF || (c >= 0xE0000 && c <= 0xE007F)) return c;
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> TakenNames::claim(const std::string& path, const std::string& owner) {
  for (std::size_t slash = path.rfind('/'); slash != std::string::npos && slash > 0; slash = path.rfind('/', slash - 1)) {
    const std::string folder = path.substr(0, slash);
    if (!folders_.emplace(folder, true).second) break;  // and so were those around it
    const auto [other, is_new] = names_.emplace(collision_key(folder), Taken{folder, owner, true});
    if (!is_new && (!other->second.is_folder || other->second.name != folder)) return other->second.owner;
  }
  const auto [other, is_new] = names_.emplace(collision_key(path), Taken{path, owner, false});
  return is_new ? std::nullopt : std::optional(other->second.owner);
}

std::string output_path_of(std::string_view source_path, std::string_view slug) {
  const std::size_t slash = source_path.rfind('/');
  const std::size_t name = slash == std::string_view::npos ? 0 : slash + 1;
  std::string_view stem = source_path.substr(name);
  stem = stem.substr(0, stem.rfind('.'));
  return source::to_nfc(
      source::format("{}{}.html", source_path.substr(0, name), slug.empty() || stem == "index" ? stem : slug));
}

std::string old_output_path(std::string_view alias) {
  std::string path(alias.substr(0, alias.find('#')));
  if (path.starts_with('/')) path.erase(0, 1);
  if (path.empty() || path.ends_with('/')) return path + "index.html";
  if (path.ends_with(".md")) path.resize(path.size() - 3);
  if (!path.ends_with(".html")) path += ".html";
  return source::to_nfc(path);
}

std::string collision_key(std::string_view path) {
  return source::fold_case(source::to_nfkc(path));
}

void check_output_path(std::string_view path, source::SourceRange range, const std::string& subject,
                       diagnostic::Sink& sink) {
  using diagnostic::Kind;
  const auto report = [&](Kind kind, std::vector<std::string> arguments) {
    if (range) {
      sink.report(kind, range, std::move(arguments));
    } else {
      sink.report_at(kind, subject, std::move(arguments));
    }
  };
  std::string_view rest = path;
  while (true) {
    const std::size_t slash = rest.find('/');
    const std::string_view part = rest.substr(0, slash);
    if (const auto sign = find_hidden_sign(part)) {
      report(Kind::name_hidden, {source::format("{:04X}", static_cast<std::uint32_t>(*sign))});
    }
    if (!fits_windows(part)) report(Kind::name_windows, {std::string(part)});
    if (part.size() > longest_part + std::string_view(".html").size()) {
      report(Kind::name_too_long, {std::string(part), std::to_string(part.size()), std::to_string(longest_part)});
    }
    if (slash == std::string_view::npos) break;
    rest.remove_prefix(slash + 1);
  }
  if (const std::size_t length = source::code_points(path).size(); length > longest_path) {
    report(Kind::path_too_long, {std::string(path), std::to_string(length), std::to_string(longest_path)});
  }
}

}  // namespace shirube::model
