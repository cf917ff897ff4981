#include <algorithm>

#include "parse/records/families.h"
#include "parse/records/record.h"

namespace shirube::parse {

namespace {

using diagnostic::Kind;
using model::Located;

constexpr std::int64_t most_weeks_before = 52;
constexpr std::int64_t most_weeks_during = 260;
constexpr std::int64_t widest_scale = 100;
constexpr std::size_t longest_person = 8;

// A code that tells nothing: A, P01, M-3. Anything longer or in other letters is likely to be somebody's name.
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

std::vector<model::PilotIndicator> read_pilot_indicators(FieldReader& pilot) {
  std::vector<model::PilotIndicator> result;
  std::vector<Located<std::string>> ids;
  for (const YamlNode* node : pilot.items("indicators")) {
    FieldReader fields(*node, "indicators", pilot.sink());
    const auto id = fields.required_id("id");
    model::PilotIndicator indicator;
    if (const auto least = fields.number("least")) indicator.least = least->value;
    const auto most = fields.number("most");
    if (most) indicator.most = most->value;
    if (most && most->value <= indicator.least) fields.sink().report(Kind::range_empty, most->range, {"most", "least"});
    fields.finish();
    if (!id) continue;
    indicator.id = *id;
    ids.push_back(*id);
    result.push_back(std::move(indicator));
  }
  refuse_same_ids(ids, "indicators", pilot.sink());
  return result;
}

std::vector<model::SurveyItem> read_items(FieldReader& survey) {
  std::vector<model::SurveyItem> result;
  std::vector<Located<std::string>> ids;
  if (!survey.has("items")) survey.missing("items");
  for (const YamlNode* node : survey.items("items")) {
    FieldReader fields(*node, "items", survey.sink());
    const auto id = fields.required_id("id");
    const auto indicator = fields.required_id("indicator");
    model::SurveyItem item{{}, {}, fields.required_plain_text("text"), fields.boolean("reversed", false)};
    if (!fields.has("reversed")) fields.missing("reversed");
    fields.finish();
    if (!id || !indicator) continue;
    item.id = *id;
    item.indicator = *indicator;
    ids.push_back(*id);
    result.push_back(std::move(item));
  }
  refuse_same_ids(ids, "items", survey.sink());
  return result;
}

std::optional<model::Survey> read_survey(const YamlNode& node, diagnostic::Sink& sink) {
  FieldReader fields(node, "survey", sink);
  if (!fields.is_mapping()) return std::nullopt;
  model::Survey survey;
  bool has_scale = false;
  if (const YamlNode* scale_node = fields.node("scale")) {
    FieldReader scale(*scale_node, "scale", sink);
    const auto least = scale.integer("least", 0, widest_scale);
    const auto most = scale.integer("most", 0, widest_scale);
    if (!scale.has("least")) scale.missing("least");
    if (!scale.has("most")) scale.missing("most");
    survey.least_label = scale.required_plain_text("least_label");
    survey.most_label = scale.required_plain_text("most_label");
    scale.finish();
    has_scale = least && most && least->value < most->value;
    if (has_scale) {
      survey.least = least->value;
      survey.most = most->value;
    } else if (least && most) {
      sink.report(Kind::range_empty, most->range, {"most", "least"});
    }
  } else {
    fields.missing("scale");
  }
  survey.items = read_items(fields);
  survey.data = fields.word("data");
  fields.finish();
  if (!has_scale) return std::nullopt;
  return survey;
}

std::vector<double> read_numbers(FieldReader& fields, std::string_view key) {
  std::vector<double> numbers;
  for (const YamlNode* item : fields.items(key)) {
    const auto number = item->kind == YamlNode::Kind::scalar && !item->quoted ? parse_number(item->text) : std::nullopt;
    if (number) {
      numbers.push_back(*number);
    } else {
      fields.sink().report(Kind::field_number, item->range,
                           {std::string(key), item->kind == YamlNode::Kind::scalar ? item->text : "…"});
    }
  }
  return numbers;
}

std::vector<model::Observation> read_observations(FieldReader& pilot) {
  std::vector<model::Observation> result;
  for (const YamlNode* node : pilot.items("observations")) {
    FieldReader fields(*node, "observations", pilot.sink());
    const auto indicator = fields.required_id("indicator");
    model::Observation observation;
    observation.before = read_numbers(fields, "before");
    observation.after = read_numbers(fields, "after");
    observation.evidence = fields.required_plain_text("evidence");
    fields.finish();
    if (!indicator) continue;
    observation.indicator = *indicator;
    result.push_back(std::move(observation));
  }
  return result;
}

}  // namespace

void read_pilots(const YamlNode& value, model::Records& records, diagnostic::Sink& sink) {
  for (const YamlNode* node : family_items(value, "pilots", sink)) {
    FieldReader fields(*node, "pilots", sink);
    auto head = read_head(fields);
    model::Pilot pilot;
    pilot.title = fields.required_plain_text("title");
    pilot.note = fields.plain_text("note");
    pilot.fictional = fields.boolean("fictional", false);
    pilot.people = read_people(fields, "people");
    if (!fields.has("people")) fields.missing("people");
    pilot.comparison = read_comparison(fields);
    std::vector<Located<std::string>> everybody = pilot.people;
    everybody.insert(everybody.end(), pilot.comparison.begin(), pilot.comparison.end());
    refuse_same_ids(everybody, "people", sink);
    read_weeks(fields, pilot);
    pilot.indicators = read_pilot_indicators(fields);
    pilot.data = fields.word("data");
    if (const YamlNode* survey = fields.node("survey"); survey && survey->kind != YamlNode::Kind::null) {
      pilot.survey = read_survey(*survey, sink);
    }
    pilot.observations = read_observations(fields);
    if (const auto smallest = fields.integer("smallest_group", 3, 1000)) pilot.smallest_group = smallest->value;
    fields.finish();
    if (!head) continue;
    pilot.head = std::move(*head);
    records.pilots.push_back(std::move(pilot));
  }
}

void read_stories(const YamlNode& value, model::Records& records, diagnostic::Sink& sink) {
  for (const YamlNode* node : family_items(value, "stories", sink)) {
    FieldReader fields(*node, "stories", sink);
    auto head = read_head(fields);
    const auto pilot = fields.required_id("pilot");
    model::Story story;
    story.title = fields.required_plain_text("title");
    story.situation = fields.required_plain_text("situation");
    story.action = fields.required_plain_text("action");
    story.result = fields.required_plain_text("result");
    story.conditions = fields.required_plain_text("conditions");
    story.evidence = fields.required_plain_text("evidence");
    fields.finish();
    if (!head || !pilot) continue;
    story.pilot = *pilot;
    story.head = std::move(*head);
    records.stories.push_back(std::move(story));
  }
}

}  // namespace shirube::parse
