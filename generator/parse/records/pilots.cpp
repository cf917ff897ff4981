#include <algorithm>

#include "model/fields/measurement.h"
#include "parse/hooks.h"
#include "parse/records/record.h"

namespace shirube::parse {

namespace {

using diagnostic::Kind;
using model::Located;

constexpr std::int64_t most_weeks_before = 52;
constexpr std::int64_t most_weeks_during = 260;
constexpr std::size_t longest_person = 8;

// A code that reveals nothing: A, P01, M-3. Anything longer or in other letters is likely to be somebody's name.
bool is_person_code(std::string_view text) {
  if (text.empty() || text.size() > longest_person || text.front() < 'A' || text.front() > 'Z') return false;
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-'; });
}

std::vector<Located<std::string>> read_people(FieldReader& fields, std::string_view key) {
  std::vector<Located<std::string>> people;
  for (auto& person : fields.texts(key)) {
    if (is_person_code(person.value)) {
      people.push_back(std::move(person));
    } else {
      fields.sink().report(Kind::pilot_person, person.range, {person.value});
    }
  }
  return people;
}

// `comparison: none`, or the people of the group. Whoever leaves it out has not thought about it.
std::vector<Located<std::string>> read_comparison(FieldReader& fields) {
  const YamlNode* node = fields.node("comparison");
  if (node == nullptr) {
    fields.missing("comparison");
    return {};
  }
  if (node->kind == YamlNode::Kind::scalar && node->text == "none") return {};
  return read_people(fields, "comparison");
}

void read_weeks(FieldReader& pilot, model::Pilot& read) {
  const YamlNode* node = pilot.node("weeks");
  if (node == nullptr) {
    pilot.missing("weeks");
    return;
  }
  FieldReader fields(*node, "weeks", pilot.sink());
  if (const auto before = fields.integer("before", 1, most_weeks_before)) read.weeks_before = before->value;
  if (!fields.has("before")) fields.missing("before");
  if (const auto during = fields.integer("during", 1, most_weeks_during)) read.weeks_during = during->value;
  if (!fields.has("during")) fields.missing("during");
  fields.finish();
}

}  // namespace

bool settle(FieldReader& fields, model::PilotIndicator& indicator, bool usable) {
  if (indicator.most && *indicator.most <= indicator.least) {
    fields.sink().report(Kind::range_empty, fields.node("most")->range, {"most", "least"});
  }
  return usable;
}

bool settle(FieldReader& fields, model::Survey& survey, bool usable) {
  const YamlNode* node = fields.node("scale");
  if (node == nullptr) {
    fields.missing("scale");
    return false;
  }
  FieldReader scale(*node, "scale", fields.sink());
  const auto least = scale.integer("least", 0, model::widest_scale);
  const auto most = scale.integer("most", 0, model::widest_scale);
  if (!scale.has("least")) scale.missing("least");
  if (!scale.has("most")) scale.missing("most");
  survey.least_label = scale.required_plain_text("least_label");
  survey.most_label = scale.required_plain_text("most_label");
  scale.finish();
  if (!least || !most) return false;
  if (least->value >= most->value) {
    fields.sink().report(Kind::range_empty, most->range, {"most", "least"});
    return false;
  }
  survey.least = least->value;
  survey.most = most->value;
  return usable;
}

bool settle(FieldReader& fields, model::Pilot& pilot, bool usable) {
  pilot.people = read_people(fields, "people");
  if (!fields.has("people")) fields.missing("people");
  pilot.comparison = read_comparison(fields);
  std::vector<Located<std::string>> everybody = pilot.people;
  everybody.insert(everybody.end(), pilot.comparison.begin(), pilot.comparison.end());
  refuse_same_ids(everybody, "people", fields.sink());
  read_weeks(fields, pilot);
  return usable;
}

}  // namespace shirube::parse
