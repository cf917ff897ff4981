// Which records a directive names.
#pragma once

#include <type_traits>

#include "model/family.h"
#include "model/view.h"

namespace shirube::model {

// The YAML key of the records that a directive names by `id`, `ids`, `root` or `parent`.
template <class OneView>
inline constexpr const char* named_family = nullptr;
template <>
inline constexpr const char* named_family<ObjectiveTreeView> = family_word<Objective>;
template <>
inline constexpr const char* named_family<ObjectiveTableView> = family_word<Objective>;
template <>
inline constexpr const char* named_family<IndicatorTableView> = family_word<Indicator>;
template <>
inline constexpr const char* named_family<ChecklistView> = family_word<Checklist>;
template <>
inline constexpr const char* named_family<FormView> = family_word<Form>;
template <>
inline constexpr const char* named_family<FiguresView> = family_word<Figure>;
template <>
inline constexpr const char* named_family<DownloadsView> = family_word<WorkbookDefinition>;
template <>
inline constexpr const char* named_family<WorkbookView> = family_word<WorkbookDefinition>;
template <>
inline constexpr const char* named_family<PilotView> = family_word<Pilot>;
template <>
inline constexpr const char* named_family<MeasurementView> = family_word<Pilot>;
template <>
inline constexpr const char* named_family<GateView> = family_word<Gate>;
template <>
inline constexpr const char* named_family<LogicChainView> = family_word<Chain>;
template <>
inline constexpr const char* named_family<BridgeView> = family_word<Bridge>;
template <>
inline constexpr const char* named_family<KpiTreeView> = family_word<KpiTree>;
template <>
inline constexpr const char* named_family<CalculationView> = family_word<Calculation>;
template <>
inline constexpr const char* named_family<CalculationChartView> = family_word<Calculation>;
template <>
inline constexpr const char* named_family<ExitModelsView> = family_word<ExitModel>;
template <>
inline constexpr const char* named_family<CareerPathView> = family_word<CareerPath>;
template <>
inline constexpr const char* named_family<AssetsView> = family_word<Asset>;
template <>
inline constexpr const char* named_family<FunnelView> = family_word<Funnel>;
template <>
inline constexpr const char* named_family<ProposalsView> = family_word<Proposal>;
template <>
inline constexpr const char* named_family<CycleView> = family_word<Cycle>;
template <>
inline constexpr const char* named_family<InterviewView> = family_word<Interview>;
template <>
inline constexpr const char* named_family<ContrastView> = family_word<Contrast>;

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
        if constexpr (requires { view.plan; }) one(family_word<Plan>, view.plan);
        if constexpr (requires { view.pilot; }) {
          if (view.pilot) one(family_word<Pilot>, *view.pilot);
        }
        if constexpr (requires { view.indicators; }) some(family_word<Indicator>, view.indicators);
      },
      any);
}

}  // namespace shirube::model
