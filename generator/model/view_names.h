// Which records a directive names.
#pragma once

#include <type_traits>

#include "model/view.h"

namespace shirube::model {

// The YAML key of the records that a directive names by `id`, `ids`, `root` or `parent`.
template <class OneView>
inline constexpr const char* named_family = nullptr;
template <>
inline constexpr const char* named_family<ObjectiveTreeView> = "objectives";
template <>
inline constexpr const char* named_family<ObjectiveTableView> = "objectives";
template <>
inline constexpr const char* named_family<IndicatorTableView> = "indicators";
template <>
inline constexpr const char* named_family<ChecklistView> = "checklists";
template <>
inline constexpr const char* named_family<FormView> = "forms";
template <>
inline constexpr const char* named_family<FiguresView> = "figures";
template <>
inline constexpr const char* named_family<DownloadsView> = "workbooks";
template <>
inline constexpr const char* named_family<WorkbookView> = "workbooks";
template <>
inline constexpr const char* named_family<PilotView> = "pilots";
template <>
inline constexpr const char* named_family<MeasurementView> = "pilots";
template <>
inline constexpr const char* named_family<GateView> = "gates";
template <>
inline constexpr const char* named_family<LogicChainView> = "chains";
template <>
inline constexpr const char* named_family<BridgeView> = "bridges";
template <>
inline constexpr const char* named_family<KpiTreeView> = "kpi_trees";
template <>
inline constexpr const char* named_family<CalculationView> = "calculations";
template <>
inline constexpr const char* named_family<CalculationChartView> = "calculations";
template <>
inline constexpr const char* named_family<ExitModelsView> = "exit_models";
template <>
inline constexpr const char* named_family<CareerPathView> = "career_paths";
template <>
inline constexpr const char* named_family<AssetsView> = "assets";
template <>
inline constexpr const char* named_family<FunnelView> = "funnels";
template <>
inline constexpr const char* named_family<ProposalsView> = "proposals";
template <>
inline constexpr const char* named_family<CycleView> = "cycles";
template <>
inline constexpr const char* named_family<InterviewView> = "interviews";
template <>
inline constexpr const char* named_family<ContrastView> = "contrasts";

// Calls one(family, id) for each record without which the directive shows nothing, and some(family, ids) for each list
// of records of which it shows those that are there.
template <class AnyView, class One, class Some>
void for_each_name(AnyView& any, const One& one, const Some& some) {
  std::visit(
      [&](auto& view) {
        constexpr const char* family = named_family<std::remove_cvref_t<decltype(view)>>;
        static_assert(family != nullptr || (
                                               !requires { view.id; } && !requires { view.ids; }));
        if constexpr (requires { view.id; }) one(family, view.id);
        if constexpr (requires { view.ids; }) some(family, view.ids);
        if constexpr (requires { view.root; }) {
          if (view.root) one(family, *view.root);
        }
        if constexpr (requires { view.parent; }) {
          if (view.parent) one(family, *view.parent);
        }
        if constexpr (requires { view.plan; }) one("plan", view.plan);
        if constexpr (requires { view.pilot; }) {
          if (view.pilot) one("pilots", *view.pilot);
        }
        if constexpr (requires { view.indicators; }) some("indicators", view.indicators);
      },
      any);
}

}  // namespace shirube::model
