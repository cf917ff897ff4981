#include <set>

#include "parse/hooks.h"
#include "parse/records/record.h"

namespace shirube::parse {

using model::Located;

bool settle(FieldReader& fields, model::ChainArrow& arrow, bool usable) {
  const bool has_evidence = arrow.evidence && !arrow.evidence->value.empty();
  if (arrow.certainty == model::Certainty::hypothesis || has_evidence) return usable;
  const YamlNode& status = *fields.node("status");
  fields.sink().report(diagnostic::Kind::chain_no_evidence, status.range,
                       {status.text, arrow.from.value, arrow.to.value});
  return false;
}

// Arrows name steps of any stage, so their ids are unique in the whole chain.
bool settle(FieldReader& fields, model::Chain& chain, bool usable) {
  std::vector<Located<std::string>> ids;
  for (const model::ChainStage& stage : chain.stages) {
    std::set<std::string_view> own;  // of the stage: its reader has refused the others
    for (const model::ChainStep& step : stage.steps) {
      if (own.insert(step.id.value).second) ids.push_back(step.id);
    }
  }
  refuse_same_ids(ids, "steps", fields.sink());
  return usable;
}

}  // namespace shirube::parse
