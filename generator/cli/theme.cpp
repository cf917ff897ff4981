#include "cli/theme.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "cli/report.h"
#include "diagnostic/suggestion.h"
#include "parse/yaml/yaml.h"

namespace shirube::cli {

namespace {

using diagnostic::Kind;
using render::html::Words;

enum class Need { required, optional };

// Adds the words of one file; a later file's words take the place of an earlier one's.
void read_words(source::FileSystem& files, const std::string& path, Need need, Words::Map& words, Session& session) {
  auto text = files.read(path);
  if (!text) {
    if (text.failure().kind != source::Failure::Kind::not_found) {
      report_failure(text.failure(), true, session.sink);
    } else if (need == Need::required) {
      session.sink.report_at(Kind::theme_missing_file, path, {path});
    }
    return;
  }
  const source::FileId file = session.sources.add(path, std::move(text).value());
  const auto yaml = parse::parse_yaml(parse::YamlInput::whole_file(session.sources.file(file), file), {}, session.sink);
  if (!yaml) return;
  if (yaml->kind != parse::YamlNode::Kind::mapping && yaml->kind != parse::YamlNode::Kind::null) {
    session.sink.report(Kind::field_mapping, yaml->range, {"words", "[…]"});
    return;
  }
  for (const parse::YamlEntry& entry : yaml->entries) {
    const auto& keys = render::html::word_keys();
    const parse::YamlNode::Kind kind = entry.value.kind;
    if (std::find(keys.begin(), keys.end(), entry.key) == keys.end()) {
      session.sink.report(Kind::theme_unknown_name, entry.key_range, {entry.key})
          .suggest([&] { return diagnostic::near_miss(entry.key, keys); });
    } else if (kind == parse::YamlNode::Kind::sequence || kind == parse::YamlNode::Kind::mapping) {
      session.sink.report(Kind::field_text, entry.value.range, {entry.key, kind == parse::YamlNode::Kind::mapping ? "{…}" : "[…]"});
    } else if (kind != parse::YamlNode::Kind::broken && entry.value.text.empty()) {
      session.sink.report(Kind::theme_missing_word, entry.key_range, {entry.key, path});
    } else if (kind != parse::YamlNode::Kind::broken) {
      words[entry.key] = entry.value.text;
    }
  }
}

}  // namespace

namespace {

// Whether a folder that site.yaml names is there; without a place to show it is one of ours.
bool is_folder(source::FileSystem& files, const std::string& folder, const char* key, const std::string& written,
               source::SourceRange range, Session& session) {
  const auto listed = files.list(folder);
  if (listed) return true;
  const source::Failure::Kind kind = listed.failure().kind;
  if (!range || (kind != source::Failure::Kind::not_found && kind != source::Failure::Kind::not_a_directory)) return true;
  session.sink.report(Kind::theme_folder, range, {key, written});
  return false;
}

}  // namespace

std::unique_ptr<render::html::Theme> load_theme(source::FileSystem& site, source::FileSystem& installation,
                                                const model::SiteConfig& config, Session& session) {
  if (!is_folder(installation, "themes/" + config.theme, "theme", config.theme, config.theme_range, session)) return nullptr;
  const bool overridden = !config.theme_overrides.empty();
  if (overridden && !is_folder(site, config.theme_overrides, "theme_overrides", config.theme_overrides,
                               config.theme_overrides_range, session)) {
    return nullptr;
  }
  const render::html::ThemePlace place{&installation, "themes/" + config.theme, overridden ? &site : nullptr,
                                       config.theme_overrides};
  const std::string file = "/words/" + config.language + ".yaml";
  Words::Map words;
  const std::size_t before = session.sink.diagnostics().size();
  read_words(installation, place.folder + file, Need::required, words, session);
  if (overridden) read_words(site, config.theme_overrides + file, Need::optional, words, session);
  if (words.empty() && session.sink.diagnostics().size() > before) return nullptr;
  return render::html::Theme::load(place, std::move(words), config.language, session.sources, session.sink);
}

}  // namespace shirube::cli
