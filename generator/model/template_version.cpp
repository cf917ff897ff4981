#include <algorithm>
#include <array>
#include <charconv>

#include "model/template_change.h"
#include "source/format.h"

namespace shirube::model {

ChangeLevel level_of(const std::vector<TemplateChange>& changes) {
  ChangeLevel level = ChangeLevel::none;
  for (const TemplateChange& change : changes) level = std::max(level, change.level);
  return level;
}

std::string_view level_word(ChangeLevel level) {
  constexpr std::array<std::string_view, 4> words = {"none", "patch", "minor", "major"};
  return words[static_cast<std::size_t>(level)];
}

std::optional<Version> parse_version(std::string_view text) {
  Version version;
  int* const parts[] = {&version.major, &version.minor, &version.patch};
  const char* at = text.data();
  const char* const end = text.data() + text.size();
  for (int* part : parts) {
    if (part != parts[0] && (at == end || *at++ != '.')) return std::nullopt;
    const auto [next, error] = std::from_chars(at, end, *part);
    if (error != std::errc() || *part < 0 || *at == '-') return std::nullopt;
    at = next;
  }
  if (at != end) return std::nullopt;
  return version;
}

std::string to_text(const Version& version) {
  return source::format("{}.{}.{}", version.major, version.minor, version.patch);
}

Version next_version(const Version& version, ChangeLevel level) {
  switch (level) {
    case ChangeLevel::none:
      return version;
    case ChangeLevel::patch:
      return {version.major, version.minor, version.patch + 1};
    case ChangeLevel::minor:
      return {version.major, version.minor + 1, 0};
    case ChangeLevel::major:
      break;
  }
  return {version.major + 1, 0, 0};
}

}  // namespace shirube::model
