#include "parse/records/families.h"
#include "parse/records/record.h"

namespace shirube::parse {

namespace {

using diagnostic::Kind;
using model::Certainty;
using model::Located;

std::optional<Certainty> read_certainty(FieldReader& fields) {
  return fields.choice<Certainty>(
      "status",
      {{"hypothesis", Certainty::hypothesis}, {"verified", Certainty::verified}, {"refuted", Certainty::refuted}});
}

std::vector<model::ChainStage> read_stages(FieldReader& chain, bool& complete) {
  std::vector<model::ChainStage> stages;
  std::vector<Located<std::string>> stage_ids;
  std::vector<Located<std::string>> step_ids;
  if (!chain.has("stages")) chain.missing("stages");
  for (const YamlNode* node : chain.items("stages")) {
    FieldReader fields(*node, "stages", chain.sink());
    const auto id = fields.required_id("id");
    model::ChainStage stage;
    stage.label = fields.required_plain_text("label");
    if (!fields.has("steps")) fields.missing("steps");
    for (const YamlNode* item : fields.items("steps")) {
      FieldReader step_fields(*item, "steps", chain.sink());
      const auto step_id = step_fields.required_id("id");
      model::ChainStep step;
      step.label = step_fields.required_plain_text("label");
      step.note = step_fields.plain_text("note");
      step.indicator = step_fields.id("indicator");
      step_fields.finish();
      if (!step_id) {
        complete = false;
        continue;
      }
      step.id = *step_id;
      step_ids.push_back(*step_id);
      stage.steps.push_back(std::move(step));
    }
    fields.finish();
    if (!id) {
      complete = false;
      continue;
    }
    stage.id = *id;
    stage_ids.push_back(*id);
    stages.push_back(std::move(stage));
  }
  refuse_same_ids(stage_ids, "stages", chain.sink());
  refuse_same_ids(step_ids, "steps", chain.sink());
  return stages;
}

std::vector<model::ChainArrow> read_arrows(FieldReader& chain, bool& complete) {
  std::vector<model::ChainArrow> arrows;
  if (!chain.has("arrows")) chain.missing("arrows");
  for (const YamlNode* node : chain.items("arrows")) {
    FieldReader fields(*node, "arrows", chain.sink());
    const auto from = fields.required_id("from");
    const auto to = fields.required_id("to");
    const auto certainty = read_certainty(fields);
    if (!fields.has("status")) fields.missing("status");
    model::ChainArrow arrow;
    arrow.indicators = fields.ids("indicators");
    arrow.evidence = fields.text("evidence");
    arrow.note = fields.plain_text("note");
    fields.finish();
    if (certainty && *certainty != Certainty::hypothesis && (!arrow.evidence || arrow.evidence->value.empty())) {
      chain.sink().report(Kind::chain_no_evidence, fields.node("status")->range,
                          {fields.node("status")->text, from ? from->value : "", to ? to->value : ""});
      complete = false;
    }
    if (!from || !to || !certainty) {
      complete = false;
      continue;
    }
    arrow.from = *from;
    arrow.to = *to;
    arrow.certainty = *certainty;
    arrow.range = node->range;
    arrows.push_back(std::move(arrow));
  }
  return arrows;
}

}  // namespace

void read_chains(const YamlNode& value, model::Records& records, diagnostic::Sink& sink) {
  for (const YamlNode* node : family_items(value, "chains", sink)) {
    FieldReader fields(*node, "chains", sink);
    auto head = read_head(fields);
    model::Chain chain;
    chain.title = fields.required_plain_text("title");
    chain.note = fields.plain_text("note");
    bool complete = true;
    chain.stages = read_stages(fields, complete);
    chain.arrows = read_arrows(fields, complete);
    fields.finish();
    if (!head || !complete) continue;
    chain.head = std::move(*head);
    records.chains.push_back(std::move(chain));
  }
}

void read_bridges(const YamlNode& value, model::Records& records, diagnostic::Sink& sink) {
  for (const YamlNode* node : family_items(value, "bridges", sink)) {
    FieldReader fields(*node, "bridges", sink);
    auto head = read_head(fields);
    model::Bridge bridge;
    bridge.title = fields.required_plain_text("title");
    bridge.note = fields.plain_text("note");
    if (!fields.has("rows")) fields.missing("rows");
    for (const YamlNode* item : fields.items("rows")) {
      FieldReader row_fields(*item, "rows", sink);
      model::BridgeRow row;
      row.value = row_fields.required_plain_text("value");
      const auto leading = row_fields.required_id("leading");
      row.aspect = row_fields.plain_text("aspect");
      row.results = row_fields.ids("results");
      if (!row_fields.has("results")) row_fields.missing("results");
      row.logic = row_fields.required_plain_text("logic");
      row_fields.finish();
      if (!leading) continue;
      row.leading = *leading;
      row.range = item->range;
      bridge.rows.push_back(std::move(row));
    }
    fields.finish();
    if (!head) continue;
    bridge.head = std::move(*head);
    records.bridges.push_back(std::move(bridge));
  }
}

void read_kpi_trees(const YamlNode& value, model::Records& records, diagnostic::Sink& sink) {
  for (const YamlNode* node : family_items(value, "kpi_trees", sink)) {
    FieldReader fields(*node, "kpi_trees", sink);
    auto head = read_head(fields);
    model::KpiTree tree;
    tree.title = fields.required_plain_text("title");
    for (const YamlNode* item : fields.items("formulas")) {
      FieldReader formula_fields(*item, "formulas", sink);
      const auto indicator = formula_fields.required_id("indicator");
      std::optional<expression::Expression> formula;
      if (formula_fields.required_word("expression")) {
        formula = read_formula(*formula_fields.node("expression"), sink);
      }
      formula_fields.finish();
      if (indicator && formula) tree.formulas.push_back({*indicator, std::move(*formula)});
    }
    for (const YamlNode* item : fields.items("links")) {
      FieldReader link_fields(*item, "links", sink);
      const auto from = link_fields.required_id("from");
      const auto to = link_fields.required_id("to");
      link_fields.finish();
      if (from && to) tree.links.push_back({*from, *to});
    }
    fields.finish();
    if (!head) continue;
    tree.head = std::move(*head);
    records.kpi_trees.push_back(std::move(tree));
  }
}

}  // namespace shirube::parse
