#include "render/html/words.h"

#include <cassert>

namespace shirube::render::html {

const std::vector<std::string_view>& word_keys() {
  static const std::vector<std::string_view> keys = {"skip-to-content",
                                                     "menu",
                                                     "close",
                                                     "navigation",
                                                     "breadcrumbs",
                                                     "home",
                                                     "contents",
                                                     "previous",
                                                     "next",
                                                     "neighbours",
                                                     "scheme",
                                                     "scheme-auto",
                                                     "scheme-light",
                                                     "scheme-dark",
                                                     "last-reviewed",
                                                     "owner",
                                                     "more-pages",
                                                     "made-with",
                                                     "nothing-yet",
                                                     "permalink",
                                                     "table",
                                                     "footnotes",
                                                     "back-to-text",
                                                     "alert-note",
                                                     "alert-tip",
                                                     "alert-important",
                                                     "alert-warning",
                                                     "alert-caution",
                                                     "origin-company",
                                                     "origin-proposal",
                                                     "computed",
                                                     "list-separator",
                                                     "label-separator",
                                                     "label-and-value",
                                                     "owned-by",
                                                     "objective-tree",
                                                     "objective-tree-description",
                                                     "objective-table",
                                                     "objective",
                                                     "category",
                                                     "measures",
                                                     "measure-target",
                                                     "measure-deadline",
                                                     "level-company",
                                                     "level-organisation",
                                                     "level-section",
                                                     "level-individual",
                                                     "in-words",
                                                     "indicator",
                                                     "indicators",
                                                     "indicators-of-layer",
                                                     "layer-outcome",
                                                     "layer-operation",
                                                     "layer-behaviour",
                                                     "layer-mindset",
                                                     "unit-and-direction",
                                                     "direction-up",
                                                     "direction-down",
                                                     "frequency-and-source",
                                                     "baseline",
                                                     "target",
                                                     "target-ratio",
                                                     "target-difference",
                                                     "target-reached",
                                                     "phase",
                                                     "period",
                                                     "purpose",
                                                     "deliverables",
                                                     "tasks",
                                                     "communication",
                                                     "week",
                                                     "in-week",
                                                     "days",
                                                     "day-span",
                                                     "day-span-and-days",
                                                     "gantt-title",
                                                     "gantt-phase",
                                                     "gantt-key",
                                                     "checklist-progress",
                                                     "checklist-reset",
                                                     "copy",
                                                     "copied",
                                                     "form-as-text",
                                                     "form-copy-title",
                                                     "form-copy-field",
                                                     "form-copy-hint",
                                                     "risk-table",
                                                     "risk",
                                                     "sign",
                                                     "response",
                                                     "assessment",
                                                     "not-assessed",
                                                     "probability-and-impact",
                                                     "download-note",
                                                     "file-type",
                                                     "glossary-index",
                                                     "glossary-other",
                                                     "aliases",
                                                     "avoid",
                                                     "see",
                                                     "chart-groups",
                                                     "chart-axis",
                                                     "chart-is",
                                                     "chart-sentence",
                                                     "chart-reaches",
                                                     "chart-reached",
                                                     "chart-not-reached",
                                                     "chart-nothing",
                                                     "chart-incomplete",
                                                     "chart-not-drawable",
                                                     "chart-too-many",
                                                     "not-measured",
                                                     "scenario",
                                                     "person",
                                                     "note",
                                                     "break-even-axes",
                                                     "break-even-needed",
                                                     "break-even-not-needed",
                                                     "break-even-reached",
                                                     "break-even-short",
                                                     "tornado-sentence",
                                                     "tornado-bar",
                                                     "tornado-one-end",
                                                     "tornado-end",
                                                     "tornado-input",
                                                     "tornado-low",
                                                     "tornado-high",
                                                     "grid-sentence",
                                                     "grid-row-all",
                                                     "grid-row-none",
                                                     "grid-row-some",
                                                     "grid-reached",
                                                     "grid-short",
                                                     "grid-base",
                                                     "grid-corner",
                                                     "grid-cell",
                                                     "cash-sentence",
                                                     "cash-line",
                                                     "cash-even",
                                                     "cash-not-even",
                                                     "cash-even-mark",
                                                     "edge-formula",
                                                     "edge-assumption",
                                                     "kpi-sentence",
                                                     "kpi-layer",
                                                     "kpi-edge",
                                                     "kpi-layer-head",
                                                     "kpi-moves",
                                                     "arrow-hypothesis",
                                                     "arrow-verified",
                                                     "arrow-refuted",
                                                     "arrow-count",
                                                     "chain-sentence",
                                                     "chain-from",
                                                     "chain-to",
                                                     "chain-state",
                                                     "chain-evidence",
                                                     "bridge-sentence",
                                                     "bridge-arrow",
                                                     "slope-sentence",
                                                     "slope-line",
                                                     "slope-missing",
                                                     "run-sentence",
                                                     "run-too-few",
                                                     "run-limits",
                                                     "run-none-outside",
                                                     "run-outside",
                                                     "run-mean",
                                                     "run-upper",
                                                     "run-lower",
                                                     "run-judgement",
                                                     "run-is-inside",
                                                     "run-is-outside",
                                                     "gate-met",
                                                     "gate-not-met",
                                                     "gate-undecidable",
                                                     "gate-measured",
                                                     "gate-threshold",
                                                     "gate-measured-head",
                                                     "gate-threshold-head",
                                                     "gate-criteria",
                                                     "gate-count",
                                                     "gate-criterion",
                                                     "gate-verdict",
                                                     "gate-no-verdict"};
  return keys;
}

const std::string& Words::operator[](std::string_view key) const {
  const auto found = words_.find(key);
  assert(found != words_.end());
  return found->second;
}

// Not a format string of fmt: a theme's author may write any braces.
std::string Words::with(std::string_view key, std::initializer_list<std::string_view> values) const {
  const std::string& pattern = (*this)[key];
  std::string text;
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    const bool placeholder = pattern[at] == '{' && at + 2 < pattern.size() && pattern[at + 2] == '}' &&
                             pattern[at + 1] >= '0' && pattern[at + 1] <= '9';
    const std::size_t number = placeholder ? static_cast<std::size_t>(pattern[at + 1] - '0') : 0;
    if (placeholder && number < values.size()) {
      text += *(values.begin() + number);
      at += 2;
    } else {
      text += pattern[at];
    }
  }
  return text;
}

std::vector<std::string_view> missing_words(const Words::Map& words) {
  std::vector<std::string_view> missing;
  for (const std::string_view key : word_keys()) {
    const auto found = words.find(key);
    if (found == words.end() || found->second.empty()) missing.push_back(key);
  }
  return missing;
}

}  // namespace shirube::render::html
