// shirube new KIND ID: a page, a record or a template to fill in, in a file of its own. A file or an id that is there is
// never touched.
#include <optional>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/load.h"
#include "cli/report.h"
#include "cli/streams.h"
#include "diagnostic/suggestion.h"
#include "model/description.h"
#include "model/example_record.h"
#include "parse/yaml/field_reader.h"
#include "parse/yaml/yaml.h"
#include "source/discovery.h"
#include "source/format.h"
#include "source/terminal_text.h"
#include "source/unicode.h"

namespace shirube::cli {

namespace {

using diagnostic::Language;
using model::FamilyDescription;
constexpr int usage = 2;

bool is_japanese(const Options& options) {
  return options.language == Language::japanese;
}

int refuse(const Options& options, std::string_view japanese, std::string_view english, const std::vector<std::string>& arguments) {
  write_error(source::format_texts(is_japanese(options) ? japanese : english, arguments) + "\n");
  return usage;
}

struct NewFile {
  std::string path;  // from the site's root
  std::string text;
};

// `indicator` for `indicators`, `story` for `stories`, `career-path` for `career_paths`; also the key itself.
std::string family_key(std::string word) {
  for (char& c : word) c = c == '-' ? '_' : c;
  const auto known = [](const std::string& key) { return model::find_family(key) != nullptr; };
  if (known(word)) return word;
  if (known(word + "s")) return word + "s";
  if (word.ends_with('y') && known(word.substr(0, word.size() - 1) + "ies")) return word.substr(0, word.size() - 1) + "ies";
  return {};
}

// The kinds that a file can be made of; those whose records have no id are written by hand.
std::vector<std::string_view> kinds() {
  std::vector<std::string_view> words = {"page", "template"};
  for (const FamilyDescription& family : model::described_families()) {
    if (!family.example_id.empty()) words.push_back(family.key);
  }
  return words;
}

// Folders and a name, each fit for every file system; a page may have a Japanese one.
bool is_page_path(std::string_view path) {
  if (path.empty() || source::find_invalid_utf8(path)) return false;
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    const std::string_view part = path.substr(begin, end - begin);
    if (part.empty() || part.front() == '.' || part.front() == '_') return false;
    for (const char32_t c : source::code_points(part)) {
      if (!source::is_letter_or_digit(c) && c != U'-' && c != U'_' && c != U'ー' && c != U'.') return false;
    }
    begin = end + 1;
  }
  return true;
}

NewFile new_page(const model::SiteConfig& config, std::string_view path, bool japanese) {
  const std::string name(path.substr(path.rfind('/') + 1));
  return {config.content + "/" + std::string(path) + ".md",
          source::format("---\ntitle: {}\ndescription: {}\n---\n\n# {}\n\n{}\n", name, japanese ? "一文の説明" : "one sentence about the page", name,
                         japanese ? "ここに本文を書く。" : "Write the text here.")};
}

// The described example with another id.
NewFile new_template(std::string_view id) {
  std::string text;
  for (const auto& topic : model::described_topics()) {
    if (topic.name == "template") text = topic.example;
  }
  const std::size_t end = text.find('\n');
  return {source::format("templates/{}.yaml", id), source::format("id: {}", id) + (end == std::string::npos ? "\n" : text.substr(end))};
}

// The file that holds a record of that family and id; empty if none does.
std::string file_with(source::FileSystem& files, const model::SiteConfig& config, const FamilyDescription& family, std::string_view id) {
  for (const std::string& path : source::discover(files, config.content, {".yaml", ".yml"}).files) {
    auto text = files.read(path);
    if (!text) continue;
    source::SourceSet sources;
    diagnostic::Sink silent;
    const auto file = sources.add(path, std::move(text).value());
    const auto yaml = parse::parse_yaml(parse::YamlInput::whole_file(sources.file(file), file), {}, silent);
    const auto* records = yaml ? yaml->find(family.key) : nullptr;
    if (records == nullptr) continue;
    const auto has_id = [&](const parse::YamlNode& record) {
      const auto* found = record.find("id");
      return found != nullptr && found->text == id;
    };
    if (has_id(*records) || std::any_of(records->items.begin(), records->items.end(), has_id)) return path;
  }
  return {};
}

bool is_there(source::FileSystem& files, const std::string& path) {
  const auto size = files.size(path);
  return size || size.failure().kind != source::Failure::Kind::not_found;
}

// Nothing, and a message, if there is no such kind, or the id is taken or cannot be one.
std::optional<NewFile> plan_file(const Options& options, source::FileSystem& files, const model::SiteConfig& config) {
  const bool japanese = is_japanese(options);
  if (options.family == "page") {
    const std::string path = options.file.ends_with(".md") ? options.file.substr(0, options.file.size() - 3) : options.file;
    if (is_page_path(path)) return new_page(config, path, japanese);
    refuse(options, "ページの場所は「mbo/goals」のように、文字・数字・「-」「_」と「/」で書いてください: {0}",
           "a page is named by letters, digits, `-`, `_` and `/`, as in mbo/goals: {0}", {source::terminal_text(options.file)});
    return std::nullopt;
  }
  const bool is_template = options.family == "template";
  const FamilyDescription* family = is_template ? nullptr : model::find_family(family_key(options.family));
  if (!is_template && (family == nullptr || family->example_id.empty())) {
    std::string known;
    for (const std::string_view kind : kinds()) known += (known.empty() ? "" : ", ") + std::string(kind);
    const std::string near = diagnostic::near_miss(options.family, kinds());
    refuse(options, near.empty() ? "「{0}」は作れません。作れるもの: {1}" : "「{0}」は作れません。「{2}」のことですか。作れるもの: {1}",
           near.empty() ? "`{0}` cannot be made; what can: {1}" : "`{0}` cannot be made. Did you mean `{2}`? What can: {1}",
           {source::terminal_text(options.family), known, near});
    return std::nullopt;
  }
  if (!parse::is_id(options.file)) {
    refuse(options, "名前は、半角小文字・数字を「-」でつないで書いてください: {0}", "an id is lower-case letters and digits, joined by `-`: {0}",
           {source::terminal_text(options.file)});
    return std::nullopt;
  }
  if (is_template) return new_template(options.file);
  if (const std::string path = file_with(files, config, *family, options.file); !path.empty()) {
    refuse(options, "{0} の「{1}」は、もう {2} にあります。何も書き込んでいません", "`{1}` of {0} exists already, in {2}; nothing was written",
           {std::string(family->key), options.file, source::terminal_text(path)});
    return std::nullopt;
  }
  return NewFile{source::format("{}/records/{}/{}.yaml", config.content, family->key, options.file),
                 model::skeleton_record(*family, options.file, japanese)};
}

}  // namespace

int new_file(const Options& options) {
  Session session;
  auto folders = open_folders(options, session.sink);
  auto config = folders ? load_config(*folders->site, options.config, session) : std::nullopt;
  if (!config || session.sink.has_errors()) return report_findings(session.sink, session.sources, options);
  const auto made = plan_file(options, *folders->site, *config);
  if (!made) return usage;
  if (is_there(*folders->site, made->path)) {
    return refuse(options, "{0} は、もうあります。何も書き込んでいません", "{0} exists already; nothing was written", {source::terminal_text(made->path)});
  }
  const auto written = folders->site->write(made->path, made->text);
  if (!written) {
    report_failure(written.failure(), false, session.sink);
    return report_findings(session.sink, session.sources, options);
  }
  write_output(made->path + "\n");
  return 0;
}

}  // namespace shirube::cli
