// What a calculation says about its own sensitivity, as the charts take it.
#pragma once

#include "model/calculation.h"
#include "render/html/svg/break_even_chart.h"
#include "render/html/svg/cash_curve.h"
#include "render/html/svg/sensitivity_grid.h"
#include "render/html/svg/tornado_chart.h"

namespace shirube::render::html {

// Each needs the part of the calculation that it is named after; check/ has seen that it is there.
BreakEvenChart break_even_chart(const model::Calculation& calculation, const Words& words);
TornadoChart tornado_chart(const model::Calculation& calculation, const Words& words);
SensitivityGrid sensitivity_grid(const model::Calculation& calculation, const Words& words);
CashCurve cash_curve(const model::Calculation& calculation, const Words& words);

}  // namespace shirube::render::html
