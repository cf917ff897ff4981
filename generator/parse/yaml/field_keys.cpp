// What FieldReader::finish reports: keys that nobody asked for, and keys that are missing.
#include <algorithm>

#include "diagnostic/suggestion.h"
#include "parse/yaml/field_reader.h"
#include "parse/yaml/other_names.h"
#include "parse/yaml/shown_value.h"
#include "source/format.h"
#include "source/unicode.h"

namespace shirube::parse {

using diagnostic::Kind;

namespace {

constexpr std::size_t most_unknown_keys = 20;  // of one mapping

}  // namespace

FieldReader::~FieldReader() {
  report_missing();
}

void FieldReader::finish() {
  report_unknown();
  report_missing();
}

// The known key that somebody meant, one that is missing before all others; empty if it is unclear.
std::string FieldReader::meant_key(const std::string& written, const std::vector<std::string_view>& known) const {
  const auto is_in = [](const auto& list, std::string_view key) { return std::find(list.begin(), list.end(), key) != list.end(); };
  const std::string near = diagnostic::near_miss(source::to_nfkc(written), known);
  if (is_in(missing_, near)) return near;
  std::string other;
  for (const std::string_view name : other_names(written)) {
    if (is_in(missing_, name)) return std::string(name);
    if (other.empty() && is_in(known, name) && node_.find(name) == nullptr) other = name;
  }
  return other.empty() ? near : other;
}

void FieldReader::report_unknown() {
  if (!is_mapping_) return;
  std::size_t unknown = 0;
  const std::vector<std::string_view> known(asked_.begin(), asked_.end());
  for (const YamlEntry& entry : node_.entries) {
    if (std::find(asked_.begin(), asked_.end(), entry.key) != asked_.end()) continue;
    if (++unknown > most_unknown_keys) return;
    const std::string meant = meant_key(entry.key, known);
    std::erase(missing_, meant);  // one mistake, one finding
    std::string shown = spelling_of(entry.key);
    sink_.report(Kind::field_unknown, entry.key_range, {what_, std::move(shown), joined(known)}).suggest(meant);
  }
}

void FieldReader::report_missing() {
  if (missing_.empty()) return;
  std::string keys, japanese, english;
  for (const std::string& key : missing_) {
    const auto facts = std::find_if(described_.begin(), described_.end(), [&](const auto* each) { return each->key == key; });
    const bool described = facts != described_.end();
    const bool is_short = described && source::code_points((*facts)->example).size() <= longest_quote;
    const std::string line = key + ": " + (is_short ? std::string((*facts)->example) : "…");
    keys += (keys.empty() ? "" : "`, `") + key;
    japanese += (japanese.empty() ? "" : "、") + ("「" + line + "」") + (described ? source::format("（{}）", (*facts)->text.ja) : "");
    english += (english.empty() ? "" : ", ") + ("`" + line + "`") + (described ? source::format(" ({})", (*facts)->text.en) : "");
  }
  missing_.clear();
  // One place in the record is enough for the caret; the whole of it would fill the screen.
  const source::SourceRange place = node_.entries.empty() ? node_.range : node_.entries.front().key_range;
  sink_.report(Kind::field_missing, place, {what_, std::move(keys), std::move(japanese), std::move(english)});
}

}  // namespace shirube::parse
