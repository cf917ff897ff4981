#include "model/share.h"

#include <algorithm>
#include <map>

#include "model/workbook_source.h"
#include "source/unicode.h"

namespace shirube::model {

namespace {

// People files are typed by hand: width and case do not count.
std::string normal(const std::string& text) {
  return source::fold_case(source::to_nfkc(text));
}

bool is_any(const std::vector<std::string>& words, const std::string& text) {
  return words.empty() ||
         std::any_of(words.begin(), words.end(), [&](const auto& word) { return normal(word) == normal(text); });
}

// 第一事業部 lets in 第一事業部 データ基盤課.
bool is_below_any(const std::vector<std::string>& organisations, const std::string& organisation) {
  return organisations.empty() || std::any_of(organisations.begin(), organisations.end(), [&](const auto& above) {
           return normal(organisation).starts_with(normal(above));
         });
}

bool lets_in(const Addressees& addressees, const Person& person) {
  return is_below_any(addressees.organisations, person.organisation) && is_any(addressees.jobs, person.job) &&
         is_any(addressees.grades, person.grade);
}

}  // namespace

std::set<std::string> cascading_objectives(const Person& person, const Records& records) {
  std::map<std::string, const Objective*> all;
  for (const Objective& objective : records.objectives) all.emplace(objective.head.id.value, &objective);
  std::set<std::string> found;
  for (const Objective& objective : records.objectives) {
    const Objective* at = &objective;
    // check/objectives refuses circles.
    while (at != nullptr && lets_in(at->addressees, person)) {
      if (!at->parent) {
        found.insert(objective.head.id.value);
        break;
      }
      const auto parent = all.find(at->parent->value);
      at = parent == all.end() ? nullptr : parent->second;
    }
  }
  return found;
}

std::optional<Destination> find_destination(const std::string& name, const Records& records) {
  const auto is_meant = [&](const auto& record) {
    return normal(record.name) == normal(name) || record.head.id.value == name;
  };
  const auto path = std::find_if(records.career_paths.begin(), records.career_paths.end(), is_meant);
  if (path != records.career_paths.end()) return Destination{path->head.id.value, path->name};
  const auto exit = std::find_if(records.exit_models.begin(), records.exit_models.end(), is_meant);
  if (exit != records.exit_models.end()) return Destination{exit->head.id.value, exit->name};
  return std::nullopt;
}

}  // namespace shirube::model
