#include "parse/records/families.h"
#include "parse/records/record.h"

namespace shirube::parse {

namespace {

constexpr std::int64_t most_minutes = 480;

std::vector<model::Cycle::Step> read_steps(FieldReader& cycle, std::string_view key) {
  std::vector<model::Cycle::Step> steps;
  for (const YamlNode* node : cycle.items(key)) {
    FieldReader fields(*node, std::string(key), cycle.sink());
    steps.push_back({fields.required_plain_text("label"), fields.plain_text("note")});
    fields.finish();
  }
  return steps;
}

}  // namespace

void read_cycles(const YamlNode& value, model::Records& records, diagnostic::Sink& sink) {
  for (const YamlNode* node : family_items(value, "cycles", sink)) {
    FieldReader fields(*node, "cycles", sink);
    auto head = read_head(fields);
    model::Cycle cycle;
    cycle.title = fields.required_plain_text("title");
    cycle.note = fields.plain_text("note");
    cycle.before = read_steps(fields, "before");
    cycle.before_title =
        cycle.before.empty() ? fields.plain_text("before_title") : fields.required_plain_text("before_title");
    if (!fields.has("steps")) fields.missing("steps");
    cycle.steps = read_steps(fields, "steps");
    fields.finish();
    if (!head) continue;
    cycle.head = std::move(*head);
    records.cycles.push_back(std::move(cycle));
  }
}

void read_reviews(const YamlNode& value, model::Records& records, diagnostic::Sink& sink) {
  for (const YamlNode* node : family_items(value, "reviews", sink)) {
    FieldReader fields(*node, "reviews", sink);
    auto head = read_head(fields);
    model::Review review;
    review.title = fields.required_plain_text("title");
    review.when = fields.required_plain_text("when");
    const auto times = fields.integer("times_a_year", 1, 366);
    if (!fields.has("times_a_year")) fields.missing("times_a_year");
    review.topics = fields.required_plain_text("topics");
    review.kept = fields.required_plain_text("kept");
    fields.finish();
    if (!head) continue;
    if (times) review.times_a_year = times->value;
    review.head = std::move(*head);
    records.reviews.push_back(std::move(review));
  }
}

void read_interviews(const YamlNode& value, model::Records& records, diagnostic::Sink& sink) {
  for (const YamlNode* node : family_items(value, "interviews", sink)) {
    FieldReader fields(*node, "interviews", sink);
    auto head = read_head(fields);
    model::Interview interview;
    interview.title = fields.required_plain_text("title");
    const auto minutes = fields.integer("minutes", 1, most_minutes);
    if (!fields.has("minutes")) fields.missing("minutes");
    if (!fields.has("parts")) fields.missing("parts");
    for (const YamlNode* item : fields.items("parts")) {
      FieldReader part(*item, "parts", sink);
      const auto taken = part.integer("minutes", 1, most_minutes);
      if (!part.has("minutes")) part.missing("minutes");
      model::Interview::Part read{{}, part.required_plain_text("who"), part.required_plain_text("text")};
      part.finish();
      if (!taken) continue;
      read.minutes = *taken;
      interview.parts.push_back(std::move(read));
    }
    interview.questions = fields.plain_texts("questions");
    fields.finish();
    if (!head || !minutes) continue;
    interview.minutes = *minutes;
    interview.head = std::move(*head);
    records.interviews.push_back(std::move(interview));
  }
}

void read_business_forms(const YamlNode& value, model::Records& records, diagnostic::Sink& sink) {
  for (const YamlNode* node : family_items(value, "business_forms", sink)) {
    FieldReader fields(*node, "business_forms", sink);
    auto head = read_head(fields);
    model::BusinessForm form;
    form.name = fields.required_plain_text("name");
    form.work = fields.required_plain_text("work");
    form.value = fields.required_plain_text("value");
    form.is_today = fields.boolean("today", false);
    form.sign = form.is_today ? fields.plain_text("sign") : fields.required_plain_text("sign");
    form.first_step = form.is_today ? fields.plain_text("first_step") : fields.required_plain_text("first_step");
    fields.finish();
    if (!head) continue;
    form.head = std::move(*head);
    records.business_forms.push_back(std::move(form));
  }
}

void read_contrasts(const YamlNode& value, model::Records& records, diagnostic::Sink& sink) {
  for (const YamlNode* node : family_items(value, "contrasts", sink)) {
    FieldReader fields(*node, "contrasts", sink);
    auto head = read_head(fields);
    model::Contrast contrast;
    contrast.title = fields.required_plain_text("title");
    contrast.columns = fields.plain_texts("columns");
    if (!fields.has("columns")) fields.missing("columns");
    if (!fields.has("rows")) fields.missing("rows");
    for (const YamlNode* item : fields.items("rows")) {
      FieldReader row(*item, "rows", sink);
      model::Contrast::Row read{row.required_plain_text("before"), row.required_plain_text("after"), {}};
      read.way = contrast.columns.size() == 3 ? row.required_plain_text("way") : std::string();
      row.finish();
      contrast.rows.push_back(std::move(read));
    }
    fields.finish();
    if (!head) continue;
    contrast.head = std::move(*head);
    records.contrasts.push_back(std::move(contrast));
  }
}

}  // namespace shirube::parse
