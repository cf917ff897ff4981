// Measured values, targets and judgements in words, and as the charts take them.
#pragma once

#include <string>
#include <string_view>

#include "model/judgement.h"
#include "render/html/svg/chart.h"
#include "render/html/words.h"

namespace shirube::render::html {

// Rounded: a tenth for percentages, a hundredth elsewhere.
std::string value_text(double value, const model::Unit& unit);
// With more decimals where these would show it on another side of what it is compared with.
std::string value_text(double value, const model::Unit& unit, double goal, model::Direction direction);
// With its sign; differences of percentages in pt.
std::string change_text(double change, const model::Unit& unit);
std::string change_text(double change, const model::Unit& unit, double goal, model::Direction direction);
model::Unit change_unit(const model::Unit& unit);

std::string target_text(const model::Target& target, const Words& words);
// 事前の1.5倍以上
std::string threshold_text(const model::Target& threshold, model::Direction direction, const std::string& baseline,
                           const Words& words);
std::string_view layer_name(model::Layer layer);
// Keys of words.
std::string_view standing_key(model::Standing standing);
std::string_view lack_key(model::Lack lack);

Quantity chart_quantity(double value, const model::Unit& unit);
Axis chart_axis(const std::string& title, const model::Unit& unit);

}  // namespace shirube::render::html
