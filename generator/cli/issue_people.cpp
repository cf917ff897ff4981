#include "cli/issue_people.h"

#include <algorithm>
#include <filesystem>
#include <map>

#include "check/people.h"
#include "cli/report.h"
#include "model/workbook_source.h"
#include "source/format.h"
#include "source/typed_text.h"
#include "source/unicode.h"

namespace shirube::cli {

using diagnostic::Kind;
using diagnostic::RowFindings;
using model::Person;

namespace {

std::string describe(const Person& person) {
  std::string text;
  for (const std::string* part : {&person.organisation, &person.job, &person.grade}) {
    if (!part->empty()) text += (text.empty() ? "" : ", ") + *part;
  }
  return text.empty() ? "—" : text;
}

}  // namespace

std::string shard_key(const std::string& assessor, const std::string& id) {
  return assessor.empty() ? "=" + source::matching_key(id) : assessor;
}

bool Recipients::read(const std::string& path, const model::IssueConfig& settings) {
  const std::filesystem::path file(path);
  auto folder = source::RealFileSystem::open(file.has_parent_path() ? file.parent_path().string() : ".");
  auto bytes = folder ? folder.value()->read(file.filename().string()) : source::Result<std::string>(folder.failure());
  if (!bytes) {
    source::Failure failure = bytes.failure();
    failure.path = path;
    report_failure(failure, true, session_.sink);
    return false;
  }
  auto list = parse::read_people(path, std::move(bytes).value(), settings.columns, session_.sources, session_.sink);
  if (!list) return false;
  for (const std::string& id : list->refused) refuse(id);
  for (const std::string& id : check::check_people(list->people, site_.records, session_.sources, session_.sink)) {
    refuse(id);
  }
  std::map<std::string, std::size_t> posts;
  for (const Person& person : list->people) ++posts[source::fold_case(person.id)];
  std::vector<std::string> absent;
  source::SourceRange first_absent;
  for (Person& person : list->people) {
    const std::string number = model::number_without_zeros(person.id);
    listed_.insert(number);
    posts_.emplace(number, source::matching_key(person.post));
    if (!is_due(person, absent)) {
      if (!first_absent) first_absent = person.row;
      unsettled_.insert(number);
      continue;
    }
    auto share = share_of(person);
    if (!share || !fits(person, *share)) {
      refuse(person.id);
      continue;
    }
    const bool several = posts[source::fold_case(person.id)] > 1;
    recipients_.push_back({std::move(person), std::move(*share), several});
  }
  if (!absent.empty()) {
    constexpr std::size_t most_names = 20;
    session_.sink.report(Kind::issue_not_due, first_absent, {diagnostic::first_few(absent, most_names)});
  }
  findings_.report(session_.sources, session_.sink);
  return true;
}

void Recipients::refuse(const std::string& id) {
  ++refused_;
  if (id.empty()) return;
  listed_.insert(model::number_without_zeros(id));
  unsettled_.insert(model::number_without_zeros(id));
}

bool Recipients::is_listed(const std::string& id) const {
  return listed_.contains(model::number_without_zeros(id));
}

bool Recipients::has_post(const std::string& id, const std::string& post) const {
  return posts_.contains({model::number_without_zeros(id), source::matching_key(post)});
}

bool Recipients::is_settled(const std::string& id) const {
  return !unsettled_.contains(model::number_without_zeros(id));
}

bool Recipients::is_due(const Person& person, std::vector<std::string>& absent) const {
  std::string why = person.leave.empty() ? "" : "休職";
  if (model::leave_of(person.leave) == model::Leave::unclear) why += ": " + person.leave;
  if (period_.term != nullptr && !person.left.empty() && person.left < period_.term->first.value) {
    why = "退職日 " + person.left;
  }
  if (period_.term != nullptr && person.joined > period_.term->last.value) why = "入社日 " + person.joined;
  if (why.empty()) return true;
  absent.push_back(source::format("{} {} ({})", person.id, person.name, why));
  return false;
}

// What is meant for the person; nothing if their career path is none.
std::optional<model::Share> Recipients::share_of(Person& person) {
  model::Share share;
  const model::Records& records = site_.records;
  auto objectives = model::cascading_objectives(person, records);
  if (objectives.size() < records.objectives.size()) share.objectives = std::move(objectives);
  if (person.career_path.empty()) return share;
  const auto destination = model::find_destination(person.career_path, records);
  if (!destination) {
    findings_.add(Kind::issue_career_path, {person.career_path, std::string(RowFindings::lines)},
                  model::place_of(person, &Person::career_path));
    return std::nullopt;
  }
  share.destination = destination->id;
  person.career_path = destination->name;
  return share;
}

// Whether the person's lists offer something, and hold what the person would bring into them; whether texts have room.
bool Recipients::fits(const Person& person, const model::Share& share) {
  const std::string lines(RowFindings::lines);
  bool good = true;
  for (const auto& list : workbook_.lists) {
    if (list.source != model::ChoiceList::Source::objectives) continue;
    if (!model::choices(list, site_.records, share).empty() || model::choices(list, site_.records).empty()) continue;
    findings_.add(Kind::issue_no_choices, {list.label, describe(person), lines},
                  model::place_of(person, &Person::organisation));
    good = false;
  }
  for (const auto& field : fields_) {
    const std::string text = render::xlsx::personal_text(person, field, period_);
    if (text.empty()) continue;
    const model::PersonField* known = field.of_term ? nullptr : model::find_person_field(field.property);
    const auto place = known == nullptr ? person.row : model::place_of(person, known->value);
    const std::size_t length = source::utf16_length(text);
    if (field.longest > 0 && length > static_cast<std::size_t>(field.longest)) {
      findings_.add(Kind::issue_too_long,
                    {text, source::format("{}", length), field.field->label,
                     source::format("{}", field.longest), lines, workbook_.id.value},
                    place);
      good = false;
    }
    if (field.field->type != model::FieldType::choice) continue;
    for (const auto& list : workbook_.lists) {
      if (list.id.value != field.field->choices.value) continue;
      const auto items = model::choices(list, site_.records, share);
      if (std::find(items.begin(), items.end(), text) != items.end()) continue;
      findings_.add(Kind::issue_choice, {text, list.label, lines, workbook_.id.value}, place);
      good = false;
    }
  }
  return good;
}

void Recipients::compare_with(const IssuedFiles& folder) {
  std::map<std::string, std::set<std::string>> issued;                  // without leading zeros: as it was issued
  std::map<std::string, std::map<std::string, std::string>> assessors;  // by name: number, mail address
  for (const IssuedLine& line : folder.lines()) {
    issued[model::number_without_zeros(line.id)].insert(line.id);
    if (!line.assessor_id.empty())
      assessors[source::matching_key(line.assessor)][line.assessor_id] = line.assessor_mail;
  }
  std::vector<Recipient> good;
  for (Recipient& recipient : recipients_) {
    Person& person = recipient.person;
    const auto before = issued.find(model::number_without_zeros(person.id));
    const auto is_same = [&](const std::string& id) { return source::fold_case(id) == source::fold_case(person.id); };
    if (before != issued.end() && std::none_of(before->second.begin(), before->second.end(), is_same)) {
      findings_.add_to_kind(
          Kind::people_zeros,
          {person.id, *before->second.begin(), folder.folder() + "/manifest.csv", std::string(RowFindings::lines)},
          model::place_of(person, &Person::id));
      refuse(person.id);
      continue;
    }
    const auto known = assessors.find(source::matching_key(person.first_assessor));
    if (person.assessor_key.starts_with('@') && known != assessors.end() && known->second.size() == 1) {
      person.first_assessor_id = known->second.begin()->first;
      if (person.first_assessor_mail.empty()) person.first_assessor_mail = known->second.begin()->second;
      person.assessor_key = "#" + source::matching_key(person.first_assessor_id);
    }
    good.push_back(std::move(recipient));
  }
  recipients_ = std::move(good);
  findings_.report(session_.sources, session_.sink);
}

}  // namespace shirube::cli
