// The part of the cascade that a view shows, in the order in which it is read.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "model/records.h"
#include "model/view.h"
#include "render/html/words.h"

namespace shirube::render::html {

struct ObjectiveNode {
  std::size_t objective = 0;  // into Records::objectives
  int depth = 0;              // 0 for a root
  std::size_t parent = 0;     // into the forest; for a root itself
};

// Depth first: each node directly before its children, children in the order of the records.
std::vector<ObjectiveNode> objective_forest(const model::ObjectiveTreeView& view,
                                            const std::vector<model::Objective>& objectives);

const std::string& level_word(model::ObjectiveLevel level, const Words& words);
std::string_view level_name(model::ObjectiveLevel level);
// `text`, or the indicator's label, then the target and the deadline.
std::string measure_text(const model::Measure& measure, const model::Records& records, const Words& words);

}  // namespace shirube::render::html
