#include "parse/issue_settings.h"
#include "parse/records/families.h"
#include "parse/records/record.h"
#include "source/unicode.h"

namespace shirube::parse {

namespace {

// Hiragana, the long vowel mark, the middle dot, blanks: what the glossary is sorted and spoken by.
bool is_reading(std::string_view text) {
  for (const char32_t c : source::code_points(text)) {
    const bool hiragana = c >= 0x3041 && c <= 0x309F;
    if (!hiragana && c != 0x30FC && c != 0x30FB && c != ' ' && c != 0x3000) return false;
  }
  return true;
}

}  // namespace

void read_terms(const YamlNode& value, model::Records& records, diagnostic::Sink& sink) {
  for (const YamlNode* node : family_items(value, "terms", sink)) {
    FieldReader fields(*node, "terms", sink);
    if (is_period(fields)) {
      model::IssueSettings checked;  // no page shows it: `shirube issue` reads it when it is asked for
      read_period(fields, checked, sink);
      continue;
    }
    auto head = read_head(fields);
    model::Term term;
    const auto name = fields.required_text("name");
    if (const auto reading = fields.required_text("reading")) {
      if (!is_reading(reading->value)) {
        sink.report(diagnostic::Kind::term_reading, reading->range, {reading->value});
      }
      term.reading = reading->value;
    }
    term.definition = fields.required_plain_text("definition");
    term.aliases = fields.texts("aliases");
    term.avoid = fields.texts("avoid");
    term.see = fields.text("see");
    fields.finish();
    if (!head || !name) continue;
    term.name = *name;
    term.head = std::move(*head);
    records.terms.push_back(std::move(term));
  }
}

}  // namespace shirube::parse
