#include "model/share.h"

#include <algorithm>
#include <map>

#include "model/workbook_source.h"
#include "source/typed_text.h"
#include "source/unicode.h"

namespace shirube::model {

namespace {

// People files are typed by hand: width and case do not count.
std::string normal(const std::string& text) {
  return source::fold_case(source::to_nfkc(text));
}

bool is_any(const std::vector<std::string>& words, const std::string& text) {
  return words.empty() || std::any_of(words.begin(), words.end(), [&](const auto& word) {
           return source::matching_key(word) == source::matching_key(text);
         });
}

// The parts of an organisation's name, each followed by one space.
std::string parts_of(const std::string& organisation) {
  constexpr std::u32string_view borders = U"/>|:-_(),、→»\\";
  std::string parts;
  for (const char32_t c : source::code_points(normal(organisation))) {
    if (source::is_blank(c) || borders.find(c) != borders.npos) {
      if (!parts.empty() && parts.back() != ' ') parts += ' ';
    } else {
      source::append_utf8(parts, c);
    }
  }
  if (!parts.empty() && parts.back() != ' ') parts += ' ';
  return parts;
}

bool is_below_any(const std::vector<std::string>& organisations, const std::string& organisation) {
  return organisations.empty() || std::any_of(organisations.begin(), organisations.end(),
                                              [&](const auto& above) { return is_below(organisation, above); });
}

bool lets_in(const Addressees& addressees, const Person& person) {
  return is_below_any(addressees.organisations, person.organisation) && is_any(addressees.jobs, person.job) &&
         is_any(addressees.grades, person.grade);
}

}  // namespace

bool is_below(const std::string& organisation, const std::string& above) {
  return parts_of(organisation).starts_with(parts_of(above));
}

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
    return source::matching_key(record.name) == source::matching_key(name) || record.head.id.value == name;
  };
  const auto path = std::find_if(records.career_paths.begin(), records.career_paths.end(), is_meant);
  if (path != records.career_paths.end()) return Destination{path->head.id.value, path->name};
  const auto exit = std::find_if(records.exit_models.begin(), records.exit_models.end(), is_meant);
  if (exit != records.exit_models.end()) return Destination{exit->head.id.value, exit->name};
  return std::nullopt;
}

}  // namespace shirube::model
