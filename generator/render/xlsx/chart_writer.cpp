#include "render/xlsx/chart_writer.h"

#include <xlsxwriter.h>

#include <cstdlib>
#include <cstring>

#include "render/xlsx/styles.h"

namespace shirube::render::xlsx {
namespace {

using Kind = ChartPlan::Kind;

constexpr std::uint32_t grid_line = 0xDDE2E8;
constexpr double library_width = 480;  // of a chart whose scale is 1
constexpr double library_height = 288;

// Series are distinguished by shape and dashes as well, for paper without colour.
struct Look {
  std::uint32_t colour;
  std::uint8_t dash;
  std::uint8_t marker;
};
constexpr Look looks[] = {
    {styles::accent, LXW_CHART_LINE_DASH_SOLID, LXW_CHART_MARKER_CIRCLE},
    {0x2E86AB, LXW_CHART_LINE_DASH_DASH, LXW_CHART_MARKER_SQUARE},
    {0xB36A00, LXW_CHART_LINE_DASH_ROUND_DOT, LXW_CHART_MARKER_TRIANGLE},
    {0x6B47A8, LXW_CHART_LINE_DASH_DASH_DOT, LXW_CHART_MARKER_DIAMOND},
    {0x9B2C2C, LXW_CHART_LINE_DASH_LONG_DASH, LXW_CHART_MARKER_X},
    {styles::quiet, LXW_CHART_LINE_DASH_LONG_DASH_DOT, LXW_CHART_MARKER_PLUS},
};
constexpr std::size_t look_count = sizeof(looks) / sizeof(looks[0]);

std::uint8_t library_kind(Kind kind) {
  switch (kind) {
    case Kind::line:
      return LXW_CHART_LINE;
    case Kind::column:
      return LXW_CHART_COLUMN;
    case Kind::bar:
    case Kind::tornado:
      return LXW_CHART_BAR;
    case Kind::scatter:
      return LXW_CHART_SCATTER_STRAIGHT_WITH_MARKERS;
    case Kind::radar:
      return LXW_CHART_RADAR_WITH_MARKERS;
  }
  return LXW_CHART_LINE;
}

lxw_chart_line line_of(std::uint32_t colour, float width, std::uint8_t dash = LXW_CHART_LINE_DASH_SOLID) {
  lxw_chart_line line{};
  line.color = colour;
  line.width = width;
  line.dash_type = dash;
  return line;
}

lxw_chart_line no_line() {
  lxw_chart_line line{};
  line.none = LXW_TRUE;
  return line;
}

lxw_chart_fill fill_of(std::uint32_t colour) {
  lxw_chart_fill fill{};
  fill.color = colour;
  return fill;
}

lxw_chart_font font_of(double size, std::uint32_t colour, bool bold) {
  lxw_chart_font font{};
  font.size = size;
  font.color = colour;
  font.bold = bold ? LXW_TRUE : LXW_EXPLICIT_FALSE;
  return font;
}

// The library takes cached values from cells of numbers and texts, and 0 for every formula. So they are given to it:
// it frees them with the chart.
void give_values(lxw_series_range* range, const ChartRange& planned) {
  for (const auto& value : planned.values) {
    auto* point = static_cast<lxw_series_data_point*>(std::calloc(1, sizeof(lxw_series_data_point)));
    if (point == nullptr) return;
    if (const double* number = std::get_if<double>(&value)) {
      point->number = *number;
    } else if (const auto* text = std::get_if<std::string>(&value)) {
      point->string = ::strdup(text->c_str());
      point->is_string = LXW_TRUE;
      range->has_string_cache = LXW_TRUE;
    } else {
      point->no_data = LXW_TRUE;
    }
    STAILQ_INSERT_TAIL(range->data_cache, point, list_pointers);
  }
  range->num_data_points = static_cast<std::uint16_t>(planned.values.size());
  range->ignore_cache = LXW_TRUE;  // it makes none of its own
}

// The library's own functions take words that begin with `=` for a reference. It frees them with the chart.
void give_words(lxw_chart_title& title, const std::string& words) {
  if (!words.empty()) title.name = ::strdup(words.c_str());
}

void set_axis(lxw_chart_axis* axis, const ChartAxis& planned) {
  give_words(axis->title, planned.title);
  lxw_chart_font title = font_of(9, styles::quiet, false);
  lxw_chart_font numbers = font_of(9, styles::ink, false);
  chart_axis_set_name_font(axis, &title);
  chart_axis_set_num_font(axis, &numbers);
  if (!planned.number_format.empty()) chart_axis_set_num_format(axis, planned.number_format.c_str());
  lxw_chart_line line = line_of(styles::line, 0.75F);
  chart_axis_set_line(axis, &line);
  lxw_chart_line grid = line_of(grid_line, 0.75F);
  chart_axis_major_gridlines_set_line(axis, &grid);
}

void set_axes(lxw_chart* chart, const ChartPlan& plan) {
  // In charts of bars the library's y axis carries the names.
  const bool sideways = plan.kind == Kind::bar || plan.kind == Kind::tornado;
  lxw_chart_axis* names = sideways ? chart->y_axis : chart->x_axis;
  lxw_chart_axis* values = sideways ? chart->x_axis : chart->y_axis;
  set_axis(names, plan.x);
  set_axis(values, plan.y);
  if (plan.kind == Kind::radar) {  // the spokes are the grid of the names; all start at 0
    chart_axis_set_min(values, 0);
    if (plan.y.most) chart_axis_set_max(values, *plan.y.most);
    return;
  }
  chart_axis_major_gridlines_set_visible(names, plan.kind == Kind::scatter ? LXW_TRUE : LXW_FALSE);
  chart_axis_major_gridlines_set_visible(values, LXW_TRUE);
  // Names stay at the edge where values are negative.
  chart_axis_set_label_position(names, LXW_CHART_AXIS_LABEL_POSITION_LOW);
  if (sideways) {
    chart_axis_set_reverse(names);       // the first row on top …
    chart_axis_set_crossing_max(names);  // … and the numbers below
  }
}

void set_line_look(lxw_chart_series* series, const Look& look, bool points) {
  lxw_chart_line line = points ? no_line() : line_of(look.colour, 2.25F, look.dash);
  chart_series_set_line(series, &line);
  chart_series_set_marker_type(series, look.marker);
  chart_series_set_marker_size(series, points ? 9 : 6);
  lxw_chart_fill fill = fill_of(look.colour);
  chart_series_set_marker_fill(series, &fill);
  lxw_chart_line edge = line_of(look.colour, 0.75F);
  chart_series_set_marker_line(series, &edge);
}

// Bars have no dashes and no marks: they are solid, hatched or pale in turn.
void set_bar_look(lxw_chart_series* series, const Look& look, std::size_t turn) {
  if (turn % 3 == 1) {
    lxw_chart_pattern pattern{};
    pattern.fg_color = look.colour;
    pattern.bg_color = 0xFFFFFF;
    pattern.type = LXW_CHART_PATTERN_WIDE_UPWARD_DIAGONAL;
    chart_series_set_pattern(series, &pattern);
  } else {
    lxw_chart_fill fill = fill_of(turn % 3 == 2 ? styles::label_fill : look.colour);
    chart_series_set_fill(series, &fill);
  }
  lxw_chart_line edge = line_of(look.colour, 1);
  chart_series_set_line(series, &edge);
}

bool add_series(lxw_chart* chart, const ChartPlan& plan, std::size_t index) {
  const ChartPlan::Series& planned = plan.series[index];
  lxw_chart_series* series = chart_add_series(chart, nullptr, nullptr);
  if (series == nullptr) return false;
  const Area& x = planned.x.area;
  const Area& y = planned.y.area;
  chart_series_set_categories(series, planned.x.sheet.c_str(), x.first_row, x.first_column, x.last_row, x.last_column);
  chart_series_set_values(series, planned.y.sheet.c_str(), y.first_row, y.first_column, y.last_row, y.last_column);
  give_values(series->categories, planned.x);
  give_values(series->values, planned.y);
  give_words(series->title, planned.name);
  const Look& look = looks[index % look_count];
  if (plan.kind == Kind::line || plan.kind == Kind::scatter || plan.kind == Kind::radar) {
    set_line_look(series, look, planned.points);
  } else if (plan.kind == Kind::tornado) {
    set_bar_look(series, looks[0], index % 2 == 0 ? 2 : 0);
  } else {
    set_bar_look(series, look, index);
  }
  return true;
}

bool add_blank(lxw_chart* chart, const ChartPlan& plan) {
  lxw_chart_series* series = chart_add_series(chart, nullptr, nullptr);
  if (series == nullptr) return false;
  const Area& area = plan.blank->area;
  chart_series_set_values(series, plan.blank->sheet.c_str(), area.first_row, area.first_column, area.last_row,
                          area.last_column);
  give_values(series->values, *plan.blank);
  lxw_chart_line line = no_line();
  chart_series_set_line(series, &line);
  chart_series_set_marker_type(series, LXW_CHART_MARKER_NONE);
  std::int16_t hidden[] = {static_cast<std::int16_t>(plan.series.size()), -1};
  return chart_legend_delete_series(chart, hidden) == LXW_NO_ERROR;
}

}  // namespace

std::string write_chart(lxw_workbook* workbook, lxw_worksheet* worksheet, const ChartPlan& plan) {
  lxw_chart* chart = workbook_add_chart(workbook, library_kind(plan.kind));
  if (chart == nullptr) return "chart: out of memory";
  for (std::size_t i = 0; i < plan.series.size(); ++i) {
    if (!add_series(chart, plan, i)) return "chart: out of memory";
  }
  if (plan.blank && !add_blank(chart, plan)) return "chart: out of memory";
  if (plan.title.empty()) {
    chart_title_off(chart);
  } else {
    give_words(chart->title, plan.title);
    lxw_chart_font font = font_of(11, styles::ink, true);
    chart_title_set_name_font(chart, &font);
  }
  set_axes(chart, plan);
  lxw_chart_font font = font_of(9, styles::ink, false);
  chart_legend_set_position(chart, plan.series.size() > 1 ? LXW_CHART_LEGEND_BOTTOM : LXW_CHART_LEGEND_NONE);
  chart_legend_set_font(chart, &font);
  lxw_chart_line edge = line_of(grid_line, 0.75F);
  chart_chartarea_set_line(chart, &edge);
  if (plan.kind == Kind::tornado) chart_set_series_overlap(chart, 100);
  if (plan.kind == Kind::column || plan.kind == Kind::bar || plan.kind == Kind::tornado)
    chart_set_series_gap(chart, 60);

  chart_show_hidden_data(chart);  // its element is left out: complete_workbook writes it, with those of the gaps

  constexpr std::int32_t air = 6;
  std::string description = plan.description;
  lxw_chart_options options{};
  options.y_offset = air;
  options.x_scale = plan.width / library_width;
  options.y_scale = plan.height / library_height;
  options.object_position = LXW_OBJECT_MOVE_AND_SIZE;
  options.description = description.data();
  const lxw_error error = worksheet_insert_chart_opt(worksheet, plan.row, plan.column, chart, &options);
  return error == LXW_NO_ERROR ? std::string() : std::string("chart: ") + lxw_strerror(error);
}

}  // namespace shirube::render::xlsx
