// Reads the fields of one mapping, each with the type that its reader requests; what is left over is an unknown key.
// A type comes from the field, never from the spelling: a text field takes `no` as the text "no".
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "model/fields/field.h"
#include "model/number_text.h"
#include "model/unit.h"
#include "parse/yaml/yaml.h"

namespace shirube::parse {

// Each reading function reports what is wrong and then returns nothing (or the fallback); a missing optional field is
// no finding. `finish` reports the keys that nobody requested, with the nearest name that was requested, and in one finding
// those that are missing. A key that was written for a missing one (`lable`, `name` for `label`) is one finding.
class FieldReader {
 public:
  // `what` names the thing in messages: "objective", "site.yaml". A node that is not a mapping is reported once, and
  // all later calls are silent. `node` and `sink` must outlive the reader.
  FieldReader(const YamlNode& node, std::string what, diagnostic::Sink& sink);
  FieldReader(const FieldReader&) = delete;
  FieldReader& operator=(const FieldReader&) = delete;
  ~FieldReader();

  bool is_mapping() const { return is_mapping_; }
  source::SourceRange range() const;
  const std::string& what() const { return what_; }
  diagnostic::Sink& sink() { return sink_; }

  std::optional<source::Located<std::string>> text(std::string_view key);
  // Missing, null or empty is a finding.
  std::optional<source::Located<std::string>> required_text(std::string_view key);
  // The text, or "" (for fields whose place nobody needs).
  std::string plain_text(std::string_view key);
  std::string required_plain_text(std::string_view key);

  // A text that is not prose: a formula, a path, a version, the name of something. A comment may follow it, while a
  // text that `#` cuts is a finding.
  std::optional<source::Located<std::string>> word(std::string_view key);
  std::optional<source::Located<std::string>> required_word(std::string_view key);
  std::vector<source::Located<std::string>> words(std::string_view key);

  // lower-case ASCII words joined by `-`, parts joined by `.`
  std::optional<source::Located<std::string>> id(std::string_view key);
  std::optional<source::Located<std::string>> required_id(std::string_view key);

  std::optional<source::Located<double>> number(std::string_view key);
  // A number, or one with a unit of its own, which is converted: 554250 千円 is 554250000 in 円.
  std::optional<source::Located<double>> number_in(std::string_view key, const model::Unit& unit);
  std::optional<source::Located<std::int64_t>> integer(std::string_view key, std::int64_t least, std::int64_t most);
  bool boolean(std::string_view key, bool fallback);
  // YYYY-MM-DD, a day that exists.
  std::optional<source::Located<std::string>> date(std::string_view key);
  // A date that a calendar of ours can show.
  std::optional<source::Located<std::string>> day(std::string_view key);
  std::optional<source::Located<std::string>> unit_symbol(std::string_view key);
  // {value: 554250, unit: 千円}, or the short form `554250 千円`.
  std::optional<model::Quantity> quantity(std::string_view key);

  // Which of `words` it is.
  std::optional<std::size_t> choice_of(std::string_view key, const std::vector<std::string_view>& words);
  // Which of `known` each word of a list is; a word that is none of them is reported and left out.
  std::vector<std::size_t> choices_of(std::string_view key, const std::vector<std::string_view>& known);
  // One of the words of `table`.
  template <class T>
  std::optional<T> choice(std::string_view key, std::initializer_list<std::pair<std::string_view, T>> table) {
    std::vector<std::string_view> words;
    for (const auto& [word, value] : table) words.push_back(word);
    const auto found = choice_of(key, words);
    if (!found) return std::nullopt;
    return (table.begin() + *found)->second;
  }

  // A sequence of scalars; a single scalar is taken as a sequence of one.
  std::vector<source::Located<std::string>> texts(std::string_view key);
  std::vector<std::string> plain_texts(std::string_view key);
  std::vector<source::Located<std::string>> ids(std::string_view key);
  // The items of a sequence (anything else is a finding); empty if missing.
  std::vector<const YamlNode*> items(std::string_view key);
  // The value itself, whatever it is; null if missing.
  const YamlNode* node(std::string_view key);

  bool has(std::string_view key) const;
  // `key` has to be there, which `finish` reports with all others of this mapping; not if the node is not a mapping. An empty
  // list is reported at once.
  void missing(std::string_view key);
  // What a missing key is to hold, for that finding. `facts` must outlive the reader.
  void describe(const model::FieldFacts& facts) { described_.push_back(&facts); }
  void finish();
  // The keys that were read so far, there or not.
  const std::vector<std::string>& asked() const { return asked_; }

 private:
  const YamlNode* take(std::string_view key);
  enum class Reads { prose, word };
  std::optional<source::Located<std::string>> scalar(std::string_view key, Reads reads);
  std::optional<source::Located<std::string>> required_scalar(std::string_view key, Reads reads);
  std::vector<source::Located<std::string>> scalars(std::string_view key, Reads reads);
  bool refuse_cut(const YamlNode& value, Reads reads);
  bool refuse_signs(const YamlNode& value, Reads reads);
  bool refuse_digits(const YamlNode& value, std::string_view number);
  void report_unknown();
  void report_missing();
  std::string meant_key(const std::string& written, const std::vector<std::string_view>& known) const;

  const YamlNode& node_;
  std::string what_;
  diagnostic::Sink& sink_;
  bool is_mapping_;
  std::vector<std::string> asked_;
  std::vector<std::string> missing_;
  std::vector<const model::FieldFacts*> described_;
};

using model::parse_integer;
using model::parse_number;
// A number, and after it a unit or nothing: `30 pt`, `4件`, `5`.
std::optional<model::Quantity> parse_quantity(std::string_view text);
bool is_id(std::string_view text);
bool is_date(std::string_view text);

}  // namespace shirube::parse
