// One well-filled chart of each kind, with the figures of the pilot.
#pragma once

#include "render/html/svg/break_even_chart.h"
#include "render/html/svg/bridge_matrix.h"
#include "render/html/svg/cash_curve.h"
#include "render/html/svg/cycle_chart.h"
#include "render/html/svg/funnel_chart.h"
#include "render/html/svg/gate_board.h"
#include "render/html/svg/heat_grid.h"
#include "render/html/svg/kpi_tree.h"
#include "render/html/svg/logic_chain.h"
#include "render/html/svg/mark_matrix.h"
#include "render/html/svg/role_map.h"
#include "render/html/svg/run_chart.h"
#include "render/html/svg/sensitivity_grid.h"
#include "render/html/svg/slope_chart.h"
#include "render/html/svg/tornado_chart.h"

namespace shirube::tests {

render::html::BreakEvenChart sample_break_even();
render::html::TornadoChart sample_tornado();
render::html::SensitivityGrid sample_grid();
render::html::CashCurve sample_cash();
render::html::KpiTree sample_kpi_tree();
render::html::LogicChain sample_chain();
render::html::BridgeMatrix sample_bridge();
render::html::SlopeChart sample_slope();
render::html::RunChart sample_run();
render::html::RunChart sample_short_run();
render::html::GateBoard sample_gate();
render::html::FunnelChart sample_funnel();
render::html::MarkMatrix sample_marks();
render::html::RoleMap sample_roles();
render::html::CycleChart sample_cycle();
render::html::HeatGrid sample_heat();

}  // namespace shirube::tests
