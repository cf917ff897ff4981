#include "parse/records/families.h"
#include "parse/records/record.h"

namespace shirube::parse {

namespace {

using model::Located;

model::CareerBacking read_backing(FieldReader& fields) {
  return {fields.plain_texts("authority"), fields.plain_texts("support"), fields.plain_texts("evidence"),
          read_mbo_examples(fields)};
}

std::vector<model::Expectation> read_expectations(FieldReader& level) {
  std::vector<model::Expectation> expectations;
  std::vector<Located<std::string>> ids;
  if (!level.has("expectations")) level.missing("expectations");
  for (const YamlNode* node : level.items("expectations")) {
    FieldReader fields(*node, "expectations", level.sink());
    const auto id = fields.required_id("id");
    model::Expectation read{{}, fields.required_plain_text("text"), fields.plain_texts("examples")};
    fields.finish();
    if (!id) continue;
    read.id = *id;
    ids.push_back(*id);
    expectations.push_back(std::move(read));
  }
  refuse_same_ids(ids, "expectations", level.sink());
  return expectations;
}

std::vector<model::CareerLevel> read_levels(FieldReader& path) {
  std::vector<model::CareerLevel> levels;
  std::vector<Located<std::string>> ids;
  if (!path.has("levels")) path.missing("levels");
  for (const YamlNode* node : path.items("levels")) {
    FieldReader fields(*node, "levels", path.sink());
    const auto id = fields.required_id("id");
    model::CareerLevel level;
    level.label = fields.required_plain_text("label");
    level.scope = fields.required_plain_text("scope");
    level.expectations = read_expectations(fields);
    fields.finish();
    if (!id) continue;
    level.id = *id;
    ids.push_back(*id);
    levels.push_back(std::move(level));
  }
  refuse_same_ids(ids, "levels", path.sink());
  return levels;
}

std::vector<model::CareerTransition> read_transitions(FieldReader& path) {
  std::vector<model::CareerTransition> transitions;
  for (const YamlNode* node : path.items("transitions")) {
    FieldReader fields(*node, "transitions", path.sink());
    const auto to = fields.required_id("to");
    model::CareerTransition transition{{}, fields.required_plain_text("when"), fields.plain_text("evidence")};
    fields.finish();
    if (!to) continue;
    transition.to = *to;
    transitions.push_back(std::move(transition));
  }
  return transitions;
}

}  // namespace

void read_exit_models(const YamlNode& value, model::Records& records, diagnostic::Sink& sink) {
  for (const YamlNode* node : family_items(value, "exit_models", sink)) {
    FieldReader fields(*node, "exit_models", sink);
    auto head = read_head(fields);
    model::ExitModel model;
    model.name = fields.required_plain_text("name");
    model.summary = fields.required_plain_text("summary");
    model.backing = read_backing(fields);
    model.safeguard = fields.plain_text("safeguard");
    fields.finish();
    if (!head) continue;
    model.head = std::move(*head);
    records.exit_models.push_back(std::move(model));
  }
}

void read_career_paths(const YamlNode& value, model::Records& records, diagnostic::Sink& sink) {
  for (const YamlNode* node : family_items(value, "career_paths", sink)) {
    FieldReader fields(*node, "career_paths", sink);
    auto head = read_head(fields);
    model::CareerPath path;
    path.name = fields.required_plain_text("name");
    path.summary = fields.required_plain_text("summary");
    path.fit = fields.plain_text("fit");
    path.backing = read_backing(fields);
    path.levels = read_levels(fields);
    path.transitions = read_transitions(fields);
    path.safeguard = fields.plain_text("safeguard");
    fields.finish();
    if (!head) continue;
    path.head = std::move(*head);
    records.career_paths.push_back(std::move(path));
  }
}

void read_crosswalk(const YamlNode& value, model::Records& records, diagnostic::Sink& sink) {
  using model::CrosswalkStrength;
  for (const YamlNode* node : family_items(value, "crosswalk", sink)) {
    FieldReader fields(*node, "crosswalk", sink);
    const auto path = fields.required_id("path");
    const auto model = fields.required_id("model");
    const auto strength = fields.choice<CrosswalkStrength>(
        "strength", {{"main", CrosswalkStrength::main}, {"possible", CrosswalkStrength::possible}});
    if (!fields.has("strength")) fields.missing("strength");
    fields.finish();
    if (!path || !model || !strength) continue;
    records.crosswalk.push_back({*path, *model, *strength, node->range});
  }
}

}  // namespace shirube::parse
