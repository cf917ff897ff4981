#include "check/people.h"

#include <algorithm>
#include <map>
#include <set>

#include "diagnostic/row_findings.h"
#include "diagnostic/suggestion.h"
#include "model/share.h"
#include "source/typed_text.h"
#include "source/unicode.h"

namespace shirube::check {

namespace {

using diagnostic::Kind;
using diagnostic::RowFindings;
using model::Person;

struct Slot {
  std::string Person::*name;
  std::string Person::*id;
};
constexpr Slot first_assessor = {&Person::first_assessor, &Person::first_assessor_id};
constexpr Slot second_assessor = {&Person::second_assessor, &Person::second_assessor_id};

class Assessors {
 public:
  Assessors(std::vector<Person>& people, const source::SourceSet& sources, diagnostic::Sink& sink)
      : people_(people), sources_(sources), sink_(sink) {
    for (const Person& person : people) {
      by_id_.emplace(source::matching_key(person.id), &person);
      by_look_.emplace(source::look_alike_key(person.name), &person);
      by_number_.emplace(model::number_without_zeros(person.id), &person);
      by_name_[source::matching_key(person.name)].insert(source::matching_key(person.id));
    }
  }

  // Gives the indices of people whose assessor may be somebody else.
  std::set<std::size_t> run() {
    std::set<std::size_t> wrong;
    for (std::size_t i = 0; i < people_.size(); ++i) {
      Person& person = people_[i];
      person.assessor_key = find(person, first_assessor);
      const std::string second = find(person, second_assessor);
      if (person.assessor_key == lost_zeros || second == lost_zeros) wrong.insert(i);
    }
    if (!unknown_.empty()) {
      constexpr std::size_t most_names = 5;
      std::set<std::string> names;
      for (const auto& [name, place] : unknown_) names.insert(name);
      const std::string text = diagnostic::first_few({names.begin(), names.end()}, most_names);
      for (const auto& [name, place] : unknown_) {
        findings_.add(Kind::people_assessor_unknown, {text, std::string(RowFindings::lines)}, place);
      }
    }
    compare_spellings();
    findings_.report(sources_, sink_);
    return wrong;
  }

 private:
  static constexpr std::string_view lost_zeros = "0";

  std::string find(Person& person, const Slot& slot) {
    std::string& name = person.*(slot.name);
    std::string& id = person.*(slot.id);
    if (name.empty() && id.empty()) return {};
    const auto place = model::place_of(person, id.empty() ? slot.name : slot.id);
    const Person* known = nullptr;
    std::string key = source::matching_key(id);
    if (!key.empty()) {
      const auto found = by_id_.find(key);
      known = found == by_id_.end() ? nullptr : found->second;
      const auto without = by_number_.find(model::number_without_zeros(id));
      if (known == nullptr && without != by_number_.end()) {
        findings_.add_to_kind(
            Kind::people_zeros,
            {id, without->second->id, std::string(sources_.file(place.file).path()), std::string(RowFindings::lines)},
            place);
        return std::string(lost_zeros);
      }
    } else if (const auto found = by_name_.find(source::matching_key(name)); found != by_name_.end()) {
      if (found->second.size() > 1) {
        std::string ids;
        for (const std::string& each : found->second) ids += (ids.empty() ? "" : ", ") + by_id_.at(each)->id;
        findings_.add(Kind::people_assessor_which, {name, ids, std::string(RowFindings::lines)}, place);
        return "?" + source::matching_key(name);
      }
      key = *found->second.begin();
      known = by_id_.at(key);
    }
    if (known == nullptr) {
      unknown_.emplace_back(name.empty() ? id : name, place);
      if (const auto alike = by_look_.find(source::look_alike_key(name)); alike != by_look_.end()) {
        add_spelling(*alike->second);
      }
    }
    if (known != nullptr) fill_in(person, slot, *known);
    if (key == source::matching_key(person.id)) {
      findings_.add(Kind::people_assessor_self, {person.id, std::string(RowFindings::lines)}, place);
    }
    const std::string whole = key.empty() ? "@" + source::matching_key(name) : "#" + key;
    if (!name.empty()) spellings_[whole].emplace(name, place);
    return whole;
  }

  void fill_in(Person& person, const Slot& slot, const Person& known) {
    std::string& name = person.*(slot.name);
    if (name.empty()) name = known.name;
    person.*(slot.id) = known.id;
    if (slot.name == &Person::first_assessor && person.first_assessor_mail.empty()) {
      person.first_assessor_mail = known.mail;
    }
    add_spelling(known);
  }

  void add_spelling(const Person& known) {
    spellings_["#" + source::matching_key(known.id)].emplace(known.name, model::place_of(known, &Person::name));
  }

  // One person under several names, or names without a number that look like one.
  void compare_spellings() {
    std::map<std::string, std::vector<std::string>> alike;
    for (const auto& [key, names] : spellings_) {
      report_spellings(names);
      for (const auto& [name, place] : names) alike[source::look_alike_key(name)].push_back(key);
    }
    for (auto& [look, keys] : alike) {
      std::sort(keys.begin(), keys.end());
      keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
      const bool doubtful =
          std::any_of(keys.begin(), keys.end(), [](const std::string& key) { return key.starts_with('@'); });
      if (keys.size() < 2 || !doubtful) continue;
      std::map<std::string, source::SourceRange> names;
      for (const std::string& key : keys) {
        for (const auto& [name, place] : spellings_.at(key)) {
          if (source::look_alike_key(name) == look) names.emplace(name, place);
        }
      }
      report_spellings(names);
    }
  }

  void report_spellings(const std::map<std::string, source::SourceRange>& names) {
    if (names.size() < 2) return;
    std::string text;
    for (const auto& [name, place] : names) text += (text.empty() ? "" : ", ") + ("「" + name + "」");
    for (const auto& [name, place] : names) {
      findings_.add(Kind::people_assessor_spelt, {text, std::string(RowFindings::lines)}, place);
    }
  }

  std::vector<Person>& people_;
  const source::SourceSet& sources_;
  diagnostic::Sink& sink_;
  RowFindings findings_;
  std::map<std::string, const Person*> by_id_;
  std::map<std::string, const Person*> by_number_;
  std::map<std::string, const Person*> by_look_;
  std::map<std::string, std::set<std::string>> by_name_;
  std::vector<std::pair<std::string, source::SourceRange>> unknown_;
  std::map<std::string, std::map<std::string, source::SourceRange>> spellings_;
};

void check_organisations(const std::vector<Person>& people, const model::Records& records,
                         const source::SourceSet& sources, diagnostic::Sink& sink) {
  std::vector<std::string> named;
  for (const auto& objective : records.objectives) {
    const auto& theirs = objective.addressees.organisations;
    named.insert(named.end(), theirs.begin(), theirs.end());
  }
  if (named.empty()) return;
  std::map<std::string, std::vector<const Person*>> members;
  for (const Person& person : people) {
    // Not the matching key: a space parts `Data Platform`.
    const std::string key = source::fold_case(source::to_nfkc(person.organisation));
    if (!key.empty()) members[key].push_back(&person);
  }
  for (const auto& [organisation, theirs] : members) {
    const Person& one = *theirs.front();
    const bool known = std::any_of(named.begin(), named.end(),
                                   [&](const auto& above) { return model::is_below(one.organisation, above); });
    if (theirs.size() > 1 || known) continue;
    const auto place = model::place_of(one, &Person::organisation);
    const auto line = std::to_string(sources.file(place.file).locate(place.begin).line);
    sink.report(Kind::people_organisation, place, {one.organisation, line})
        .suggest(diagnostic::near_miss(one.organisation, named));
  }
}

}  // namespace

std::vector<std::string> check_people(std::vector<Person>& people, const model::Records& records,
                                      const source::SourceSet& sources, diagnostic::Sink& sink) {
  const std::set<std::size_t> wrong = Assessors(people, sources, sink).run();
  std::vector<std::string> refused;
  std::vector<Person> good;
  for (std::size_t i = 0; i < people.size(); ++i) {
    if (wrong.contains(i)) {
      refused.push_back(people[i].id);
    } else {
      good.push_back(std::move(people[i]));
    }
  }
  people = std::move(good);
  check_organisations(people, records, sources, sink);
  return refused;
}

}  // namespace shirube::check
