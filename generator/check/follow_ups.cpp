#include "check/follow_ups.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "expression/formula_name.h"
#include "model/family.h"

namespace shirube::check {

namespace {

using diagnostic::Kind;

struct Dangling {
  Kind kind;
  std::size_t name;         // which argument of the finding it is
  std::string_view family;  // of the record; `argument`: the next argument says it; empty: it is named by no id
};

constexpr std::string_view argument = "*";

constexpr std::array dangling = {
    Dangling{Kind::unknown_record, 0, argument},  Dangling{Kind::unknown_calculation, 0, model::family_word<model::Calculation>},
    Dangling{Kind::unknown_figure, 0, model::family_word<model::Figure>}, Dangling{Kind::unknown_term, 0, ""},
    Dangling{Kind::unknown_category, 0, ""},      Dangling{Kind::unknown_workbook, 0, ""},
    Dangling{Kind::coverage_nowhere, 2, ""},      Dangling{Kind::workbook_records_needed, 3, ""},
    Dangling{Kind::workbook_records_none, 3, ""},
};

bool is_of_id(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
}

// Whether `name` is in `text`, and not as a part of a longer id.
bool stands_in(const std::string& text, const std::string& name) {
  for (std::size_t at = text.find(name); at != std::string::npos; at = text.find(name, at + 1)) {
    const std::size_t end = at + name.size();
    const bool joined_before = at > 0 && is_of_id(name.front()) && is_of_id(text[at - 1]);
    const bool joined_after = end < text.size() && is_of_id(name.back()) && is_of_id(text[end]);
    if (!joined_before && !joined_after) return true;
  }
  return false;
}

}  // namespace

void drop_follow_ups(const std::vector<std::string_view>& unread,
                     const std::map<std::string, source::SourceRange>& written, diagnostic::Sink& sink) {
  std::vector<std::string> texts;
  std::set<std::string> refused;
  for (const auto& [name, range] : written) refused.insert(expression::name_in_formulas(name));
  std::size_t bytes = 0;
  for (const std::string_view text : unread) {
    texts.push_back(expression::name_in_formulas(text));
    bytes += text.size();
  }
  // Names times bytes: beyond this, noise is better than waiting.
  std::size_t patience = std::size_t{200} << 20;
  sink.drop([&](const diagnostic::Diagnostic& finding) {
    const auto* kind = std::find_if(dangling.begin(), dangling.end(),
                                    [&](const Dangling& candidate) { return candidate.kind == finding.kind; });
    if (kind == dangling.end()) return false;
    std::string name = expression::name_in_formulas(finding.arguments[kind->name]);
    const std::string family(kind->family == argument ? std::string_view(finding.arguments[kind->name + 1])
                                                      : kind->family);
    if (!family.empty() && refused.contains(family + "/" + name)) return true;
    // Coverage names a record with its family, and a sheet with its workbook.
    if (finding.kind == Kind::coverage_nowhere) name.erase(0, name.find('/') + 1);
    if (bytes > patience) return false;
    patience -= bytes;
    return !name.empty() &&
           std::any_of(texts.begin(), texts.end(), [&](const std::string& text) { return stands_in(text, name); });
  });
}

}  // namespace shirube::check
