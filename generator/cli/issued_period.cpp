#include "cli/issued_period.h"

#include "cli/issued_names.h"
#include "source/typed_text.h"
#include "source/unicode.h"

namespace shirube::cli {

namespace {

bool is_same_text(const std::string& left, const std::string& right) {
  return source::matching_key(left) == source::matching_key(right);
}

// As in the names of files.
std::string name_key(const std::string& text) {
  return source::fold_case(file_part(source::to_nfkc(source::trim_blanks(text))));
}

bool has_name(const model::Period& term, const std::string& text) {
  return is_same_text(term.head.id.value, text) || is_same_text(term.title, text);
}

}  // namespace

const model::Period* Periods::find(const std::string& period) const {
  for (const model::Period& term : terms_) {
    if (is_same_text(term.head.id.value, period)) return &term;
  }
  for (const model::Period& term : terms_) {
    if (is_same_text(term.title, period) || name_key(term.title) == name_key(period)) return &term;
  }
  return nullptr;
}

bool Periods::is_same(const std::string& left, const std::string& right) const {
  const model::Period* term = find(left);
  if (term != find(right)) return false;
  return term != nullptr || is_same_text(left, right) || name_key(left) == name_key(right);
}

std::string Periods::name_of(const std::string& period, const std::set<std::string>& spellings) const {
  const model::Period* term = find(period);
  const std::string name = term != nullptr ? term->head.id.value : std::string(source::trim_blanks(period));
  if (spellings.contains(name)) return name;
  for (const std::string& spelling : spellings) {
    // Not one that 0.1.0 made of it: people read it in their sheets.
    if (term != nullptr ? has_name(*term, spelling) : is_same_text(spelling, period)) return spelling;
  }
  return name;
}

IssueRound issue_round(const std::string& workbook, const std::string& version, const std::string& period,
                       const Periods& periods, const std::vector<IssuedLine>& lines) {
  std::set<std::string> listed;
  for (const IssuedLine& line : lines) listed.insert(line.period);
  std::erase_if(listed, [&](const std::string& each) { return !periods.is_same(each, period); });
  return {workbook, version, periods.name_of(period, listed), listed};
}

}  // namespace shirube::cli
