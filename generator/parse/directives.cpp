#include "parse/directives.h"

#include <algorithm>
#include <limits>

#include "diagnostic/suggestion.h"
#include "parse/records/record.h"
#include "parse/yaml/field_reader.h"

namespace shirube::parse {

namespace {

using diagnostic::Kind;
using model::Located;
using model::View;

constexpr std::int64_t deepest_tree = 9;

// Nothing if a required option is missing or wrong; the reader has said so.
using ReadOptions = std::optional<View> (*)(FieldReader& options);

// A word that read_level or read_layer accepts, kept as it was written.
template <class Read>
std::optional<Located<std::string>> checked_word(FieldReader& options, std::string_view key, Read read) {
  return read(options, key) ? options.text(key) : std::nullopt;
}

std::optional<View> read_objective_tree(FieldReader& options) {
  model::ObjectiveTreeView view;
  view.root = options.id("root");
  if (const auto depth = options.integer("depth", 1, deepest_tree)) view.depth = static_cast<int>(depth->value);
  return view;
}

std::optional<View> read_objective_table(FieldReader& options) {
  model::ObjectiveTableView view;
  view.level = checked_word(options, "level", read_level);
  view.parent = options.id("parent");
  return view;
}

std::optional<View> read_indicator_table(FieldReader& options) {
  model::IndicatorTableView view;
  view.layer = checked_word(options, "layer", read_layer);
  view.ids = options.ids("ids");
  return view;
}

std::optional<View> read_phase_table(FieldReader& options) {
  const auto plan = options.required_id("plan");
  const bool gantt = options.boolean("gantt", true);
  if (!plan) return std::nullopt;
  return model::PhaseTableView{*plan, gantt};
}

std::optional<View> read_phase(FieldReader& options) {
  const auto plan = options.required_id("plan");
  const auto phase = options.required_id("phase");
  if (!plan || !phase) return std::nullopt;
  return model::PhaseView{*plan, *phase};
}

template <class OneRecord>
std::optional<View> read_one(FieldReader& options) {
  const auto id = options.required_id("id");
  if (!id) return std::nullopt;
  return OneRecord{*id};
}

std::optional<View> read_figure_cards(FieldReader& options) {
  model::FiguresView view{options.ids("ids")};
  if (!options.has("ids")) options.missing("ids");
  if (view.ids.empty()) return std::nullopt;
  return view;
}

std::optional<View> read_risk_table(FieldReader& options) {
  const auto plan = options.required_id("plan");
  const bool grid = options.boolean("grid", true);
  if (!plan) return std::nullopt;
  return model::RiskTableView{*plan, grid};
}

std::optional<View> read_downloads(FieldReader& options) {
  return model::DownloadsView{options.ids("ids")};
}
std::optional<View> read_glossary(FieldReader&) {
  return model::GlossaryView{};
}
std::optional<View> read_children(FieldReader&) {
  return model::ChildrenView{};
}

std::optional<View> read_cards(FieldReader& options) {
  model::CardsView view;
  for (const YamlNode* node : options.items("cards")) {
    FieldReader card(*node, "cards", options.sink());
    const auto title = card.required_text("title");
    const auto text = card.text("text");
    const auto link = card.required_word("link");
    card.finish();
    if (title && link) view.cards.push_back({*title, text.value_or(Located<std::string>{}), *link});
  }
  if (!options.has("cards")) options.missing("cards");
  if (view.cards.empty()) return std::nullopt;
  return view;
}

std::optional<View> read_measurement(FieldReader& options) {
  const auto id = options.required_id("id");
  model::MeasurementView view;
  view.indicators = options.ids("indicators");
  view.charts = options.boolean("charts", true);
  if (!id) return std::nullopt;
  view.id = *id;
  return view;
}

std::optional<View> read_gate(FieldReader& options) {
  const auto id = options.required_id("id");
  auto pilot = options.id("pilot");
  if (!id) return std::nullopt;
  return model::GateView{*id, std::move(pilot)};
}

using Part = model::CalculationView::Part;
using Chart = model::CalculationChartView::Chart;

constexpr std::pair<std::string_view, Part> parts[] = {{"inputs", Part::inputs},
                                                       {"results", Part::results},
                                                       {"scenarios", Part::scenarios},
                                                       {"formulas", Part::formulas},
                                                       {"checks", Part::checks}};

std::optional<View> read_calculation(FieldReader& options) {
  const auto id = options.required_id("id");
  const auto wanted = options.words("parts");
  std::vector<std::string_view> names;
  for (const auto& [name, part] : parts) names.push_back(name);
  for (const auto& one : wanted) {
    if (std::find(names.begin(), names.end(), one.value) != names.end()) continue;
    options.sink()
        .report(Kind::field_choice, one.range, {"parts", one.value, "inputs, results, scenarios, formulas, checks"})
        .suggest([&] { return diagnostic::near_miss(one.value, names); });
  }
  if (!id) return std::nullopt;
  model::CalculationView view{*id, {}};
  for (const auto& [name, part] : parts) {
    const bool named =
        std::any_of(wanted.begin(), wanted.end(), [&name = name](const auto& one) { return one.value == name; });
    if (wanted.empty() || named) view.parts.push_back(part);
  }
  return view;
}

std::optional<View> read_calculation_chart(FieldReader& options) {
  const auto id = options.required_id("id");
  const auto chart = options.choice<Chart>("chart", {{"break-even", Chart::break_even},
                                                     {"tornado", Chart::tornado},
                                                     {"grid", Chart::grid},
                                                     {"series", Chart::series}});
  if (!options.has("chart")) options.missing("chart");
  if (!id || !chart) return std::nullopt;
  return model::CalculationChartView{*id, {*chart, options.node("chart")->range}};
}

template <class NoOption>
std::optional<View> read_nothing(FieldReader&) {
  return NoOption{};
}
template <class SomeRecords>
std::optional<View> read_some(FieldReader& options) {
  return SomeRecords{options.ids("ids")};
}

struct Row {
  std::string_view name;
  ReadOptions read;
};
constexpr Row rows[] = {
    {"objective-tree", read_objective_tree},
    {"objective-table", read_objective_table},
    {"indicator-table", read_indicator_table},
    {"phase-table", read_phase_table},
    {"phase", read_phase},
    {"checklist", read_one<model::ChecklistView>},
    {"form", read_one<model::FormView>},
    {"figures", read_figure_cards},
    {"risk-table", read_risk_table},
    {"downloads", read_downloads},
    {"glossary", read_glossary},
    {"children", read_children},
    {"cards", read_cards},
    {"pilot", read_one<model::PilotView>},
    {"measurement", read_measurement},
    {"gate", read_gate},
    {"logic-chain", read_one<model::LogicChainView>},
    {"bridge", read_one<model::BridgeView>},
    {"kpi-tree", read_one<model::KpiTreeView>},
    {"calculation", read_calculation},
    {"calculation-chart", read_calculation_chart},
    {"exit-models", read_some<model::ExitModelsView>},
    {"career-paths", read_nothing<model::CareerPathsView>},
    {"career-path", read_one<model::CareerPathView>},
    {"crosswalk", read_nothing<model::CrosswalkView>},
    {"assets", read_some<model::AssetsView>},
    {"funnel", read_one<model::FunnelView>},
    {"roles", read_nothing<model::RolesView>},
    {"proposals", read_some<model::ProposalsView>},
    {"cycle", read_one<model::CycleView>},
    {"reviews", read_nothing<model::ReviewsView>},
    {"interview", read_one<model::InterviewView>},
    {"business-forms", read_nothing<model::BusinessFormsView>},
    {"contrast", read_one<model::ContrastView>},
    {"workbook", read_one<model::WorkbookView>},
};

}  // namespace

std::optional<View> read_directive(const std::string& name, source::SourceRange name_range, const YamlInput& body,
                                   diagnostic::Sink& sink) {
  std::vector<std::string_view> names;
  for (const Row& row : rows) {
    names.push_back(row.name);
    if (row.name != name) continue;
    auto node = parse_yaml(body, YamlLimits(), sink);
    if (!node) return std::nullopt;
    if (node->kind == YamlNode::Kind::null) {
      node->kind = YamlNode::Kind::mapping;  // no options at all
      node->range = name_range;
    }
    FieldReader options(*node, name, sink);
    if (!options.is_mapping()) return std::nullopt;
    auto view = row.read(options);
    options.finish();
    return view;
  }
  std::string known;
  for (const std::string_view one : names) known += (known.empty() ? "" : ", ") + std::string(one);
  sink.report(Kind::unknown_directive, name_range, {name, known}).suggest([&] { return diagnostic::near_miss(name, names); });
  return std::nullopt;
}

const std::vector<std::string_view>& role_names() {
  static const std::vector<std::string_view> names = {"term", "value", "ref", "download"};
  return names;
}

}  // namespace shirube::parse
