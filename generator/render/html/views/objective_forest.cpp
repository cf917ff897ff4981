#include "render/html/views/objective_forest.h"

#include <unordered_map>

namespace shirube::render::html {

std::vector<ObjectiveNode> objective_forest(const model::ObjectiveTreeView& view,
                                            const std::vector<model::Objective>& objectives) {
  std::unordered_map<std::string_view, std::vector<std::size_t>> children;
  std::vector<std::size_t> roots;
  for (std::size_t i = 0; i < objectives.size(); ++i) {
    const model::Objective& objective = objectives[i];
    if (objective.parent) children[objective.parent->value].push_back(i);
    const bool root = view.root ? objective.head.id.value == view.root->value : !objective.parent;
    if (root) roots.push_back(i);
  }

  std::vector<ObjectiveNode> forest;
  // A stack instead of recursion: a chain of objectives may be as long as its author likes.
  std::vector<ObjectiveNode> waiting;
  for (auto root = roots.rbegin(); root != roots.rend(); ++root) waiting.push_back({*root, 0, 0});
  while (!waiting.empty()) {
    ObjectiveNode node = waiting.back();
    waiting.pop_back();
    const std::size_t place = forest.size();
    if (node.depth == 0) node.parent = place;
    forest.push_back(node);
    const auto found = children.find(objectives[node.objective].head.id.value);
    if (found == children.end() || node.depth + 1 >= view.depth) continue;
    for (auto child = found->second.rbegin(); child != found->second.rend(); ++child) {
      waiting.push_back({*child, node.depth + 1, place});
    }
  }
  return forest;
}

std::string_view level_name(model::ObjectiveLevel level) {
  switch (level) {
    case model::ObjectiveLevel::company:
      return "company";
    case model::ObjectiveLevel::organisation:
      return "organisation";
    case model::ObjectiveLevel::section:
      return "section";
    case model::ObjectiveLevel::individual:
      break;
  }
  return "individual";
}

const std::string& level_word(model::ObjectiveLevel level, const Words& words) {
  return words["level-" + std::string(level_name(level))];
}

std::string measure_text(const model::Measure& measure, const model::Records& records, const Words& words) {
  std::string text = measure.text;
  if (text.empty() && measure.indicator) {
    for (const model::Indicator& indicator : records.indicators) {
      if (indicator.head.id.value == measure.indicator->value) text = indicator.label;
    }
  }
  if (measure.target) text += words.with("measure-target", {model::show(*measure.target)});
  if (!measure.deadline.empty()) text += words.with("measure-deadline", {measure.deadline});
  return text;
}

}  // namespace shirube::render::html
