#include "cli/bundled_templates.h"

#include <tuple>
#include <utility>
#include <vector>

namespace shirube::cli {

using diagnostic::Diagnostic;
using diagnostic::Kind;

namespace {
constexpr std::size_t most_places = 5;
}

std::string bundled_path(const std::string& path) {
  return "(shirube)/" + path;
}

void place_at_entries(const BundledTemplates& bundled, diagnostic::Sink& sink) {
  if (bundled.empty()) return;
  sink.change([&](std::vector<Diagnostic> found) {
    std::vector<Diagnostic> kept;
    std::map<std::tuple<source::FileId, Kind, std::vector<std::string>>, std::size_t> told;
    for (Diagnostic& one : found) {
      const auto entry = bundled.find(one.range.file);
      if (!one.range || entry == bundled.end()) {
        kept.push_back(std::move(one));
        continue;
      }
      const source::SourceRange place = std::exchange(one.range, entry->second);
      const auto [first, is_new] = told.emplace(std::tuple(place.file, one.kind, one.arguments), kept.size());
      if (is_new) {
        one.labels.insert(one.labels.begin(), {place, Kind::in_bundled_template, {}});
        kept.push_back(std::move(one));
      } else if (Diagnostic& same = kept[first->second]; same.labels.size() < most_places) {
        same.label(place, Kind::in_bundled_template_too);
      }
    }
    return kept;
  });
}

}  // namespace shirube::cli
