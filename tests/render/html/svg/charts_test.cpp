// What holds for every chart: nothing outside, no overlapping texts, the same in words, no crash on bad numbers.
#include <cmath>
#include <functional>
#include <limits>
#include <random>

#include "render/html/svg/chart_figure.h"
#include "support/catch.h"
#include "support/drawing.h"
#include "support/sample_charts.h"
#include "support/theme_words.h"

using namespace shirube;
using namespace shirube::render::html;
using tests::theme_words;

namespace {

template <typename Chart>
std::string faults_of(const Chart& chart, const std::string& language = "ja") {
  const Words& words = theme_words(language);
  const std::string objection = refusal(chart, words);
  if (!objection.empty()) return "refused: " + objection;
  std::string found;
  for (const DrawnFor drawn_for : {DrawnFor::page, DrawnFor::phone}) {
    const tests::Drawing drawing = tests::read_drawing(draw(chart, {"d", drawn_for}, words));
    const std::string faults = tests::faults(drawing);
    if (!faults.empty()) found += std::string(drawn_for == DrawnFor::page ? "page" : "phone") + ":\n" + faults;
    CHECK(drawing.title == chart.title);
    CHECK(drawing.description == sentence(chart, words));
  }
  return found;
}

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

// Refused with a sentence; the figure has no drawing and does not crash.
template <typename Chart>
void check_refused(const Chart& chart) {
  const std::string objection = refusal(chart, theme_words());
  CHECK(objection.ends_with("。"));
  const std::string figure = chart_figure(chart, "f", theme_words());
  CHECK(figure.find("<svg") == std::string::npos);
  CHECK(figure.find(objection) != std::string::npos);
}

}  // namespace

TEST_CASE("no chart draws outside its sheet or sets one text on another") {
  for (const std::string language : {"ja", "en"}) {
    CHECK(faults_of(tests::sample_break_even(), language) == "");
    CHECK(faults_of(tests::sample_tornado(), language) == "");
    CHECK(faults_of(tests::sample_grid(), language) == "");
    CHECK(faults_of(tests::sample_cash(), language) == "");
    CHECK(faults_of(tests::sample_kpi_tree(), language) == "");
    CHECK(faults_of(tests::sample_chain(), language) == "");
    CHECK(faults_of(tests::sample_bridge(), language) == "");
    CHECK(faults_of(tests::sample_slope(), language) == "");
    CHECK(faults_of(tests::sample_run(), language) == "");
    CHECK(faults_of(tests::sample_short_run(), language) == "");
    CHECK(faults_of(tests::sample_gate(), language) == "");
    CHECK(faults_of(tests::sample_funnel(), language) == "");
    CHECK(faults_of(tests::sample_marks(), language) == "");
    CHECK(faults_of(tests::sample_roles(), language) == "");
    CHECK(faults_of(tests::sample_cycle(), language) == "");
    CHECK(faults_of(tests::sample_heat(), language) == "");
  }
}

TEST_CASE("a chart drawn for a phone is as wide as one, and its text is no smaller than 11") {
  const Words& words = theme_words();
  for (const std::string& svg : {draw(tests::sample_break_even(), {"d", DrawnFor::phone}, words),
                                 draw(tests::sample_tornado(), {"d", DrawnFor::phone}, words),
                                 draw(tests::sample_grid(), {"d", DrawnFor::phone}, words),
                                 draw(tests::sample_cash(), {"d", DrawnFor::phone}, words),
                                 draw(tests::sample_kpi_tree(), {"d", DrawnFor::phone}, words),
                                 draw(tests::sample_chain(), {"d", DrawnFor::phone}, words),
                                 draw(tests::sample_bridge(), {"d", DrawnFor::phone}, words),
                                 draw(tests::sample_slope(), {"d", DrawnFor::phone}, words),
                                 draw(tests::sample_run(), {"d", DrawnFor::phone}, words),
                                 draw(tests::sample_funnel(), {"d", DrawnFor::phone}, words),
                                 draw(tests::sample_marks(), {"d", DrawnFor::phone}, words),
                                 draw(tests::sample_roles(), {"d", DrawnFor::phone}, words),
                                 draw(tests::sample_cycle(), {"d", DrawnFor::phone}, words),
                                 draw(tests::sample_heat(), {"d", DrawnFor::phone}, words),
                                 draw(tests::sample_gate(), {"d", DrawnFor::phone}, words)}) {
    const tests::Drawing drawing = tests::read_drawing(svg);
    INFO(drawing.title);
    CHECK(drawing.width <= 350);
    for (const tests::Shape& shape : drawing.shapes) {
      if (shape.tag == "text") CHECK(shape.number("font-size") >= 11);
    }
  }
}

TEST_CASE("pictures of careers refuse what does not fit together") {
  FunnelChart funnel = tests::sample_funnel();
  funnel.stages[1].count = -1;
  check_refused(funnel);
  funnel.stages.clear();
  check_refused(funnel);
  MarkMatrix matrix = tests::sample_marks();
  matrix.marks[1].pop_back();
  check_refused(matrix);
  matrix.rows.clear();
  matrix.marks.clear();
  check_refused(matrix);
  RoleMap map = tests::sample_roles();
  map.steps.push_back({2, 0});
  check_refused(map);
  map.steps = {{0, 9}};
  check_refused(map);
}

TEST_CASE("a cycle of 3 to 8 steps is drawn without two boxes on each other; fewer or more are refused") {
  CycleChart cycle = tests::sample_cycle();
  cycle.before.clear();
  for (std::size_t count = 3; count <= 8; ++count) {
    cycle.steps.resize(count, {"段の名前がとても長いとき", "何をするかの説明が二行にわたるほど長いとき"});
    INFO(count);
    CHECK(faults_of(cycle) == "");
    const tests::Drawing drawing = tests::read_drawing(draw(cycle, {"d", DrawnFor::page}, theme_words()));
    std::vector<Area> boxes;
    for (const tests::Shape& shape : drawing.shapes) {
      if (shape.tag != "rect") continue;
      const Point corner = {shape.number("x"), shape.number("y")};
      boxes.push_back({corner.x, corner.y, corner.x + shape.number("width"), corner.y + shape.number("height")});
    }
    CHECK(boxes.size() == count);
    for (std::size_t i = 0; i < boxes.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) CHECK_FALSE(overlap(boxes[i], boxes[j]));
    }
  }
  cycle.steps.resize(9);
  check_refused(cycle);
  cycle.steps.resize(2);
  check_refused(cycle);
}

TEST_CASE("a grid of risks grades by the product, and refuses levels beyond 5") {
  CHECK(heat_grade(5) == HeatGrade::low);
  CHECK(heat_grade(6) == HeatGrade::middle);
  CHECK(heat_grade(14) == HeatGrade::middle);
  CHECK(heat_grade(15) == HeatGrade::high);
  HeatGrid grid = tests::sample_heat();
  for (int i = 0; i < 9; ++i) grid.risks.push_back({"同じ升目のリスク", 2, 3});
  CHECK(faults_of(grid) == "");
  grid.risks.back().impact = 6;
  check_refused(grid);
  grid.risks.clear();
  check_refused(grid);
}

TEST_CASE("a funnel without numbers narrows step by step, and says that nothing was counted") {
  FunnelChart funnel = tests::sample_funnel();
  for (FunnelChart::Stage& stage : funnel.stages) stage.count.reset();
  CHECK(faults_of(funnel) == "");
  CHECK(sentence(funnel, theme_words()).find(theme_words()["funnel-not-counted"]) != std::string::npos);
  const tests::Drawing drawing = tests::read_drawing(draw(funnel, {"d", DrawnFor::page}, theme_words()));
  double before = drawing.width;
  for (const tests::Shape& shape : drawing.shapes) {
    if (shape.tag != "rect") continue;
    CHECK(shape.number("width") < before);
    before = shape.number("width");
  }
  CHECK(before < drawing.width);
}

TEST_CASE("the crosswalk's marks differ in shape: a ring, and a dot in the main one") {
  const tests::Drawing drawing =
      tests::read_drawing(draw(tests::sample_marks(), {"d", DrawnFor::phone}, theme_words()));
  std::size_t circles = 0;
  for (const tests::Shape& shape : drawing.shapes) circles += shape.tag == "circle" ? 1 : 0;
  CHECK(circles == 3 * 2 + 3);
}

TEST_CASE("a figure holds both drawings and the same in words, with ids of its own") {
  const std::string figure = chart_figure(tests::sample_tornado(), "roi-1", theme_words());
  for (const char* part : {"id=\"roi-1\"", "for-page", "for-phone", "roi-1-page-title", "roi-1-phone-desc", "<table",
                           "375,000円", "<details class=\"in-words\">"}) {
    INFO(part);
    CHECK(figure.find(part) != std::string::npos);
  }
}

TEST_CASE("a page with a chart is known by it") {
  CHECK(shows_chart("<p>x</p>" + chart_figure(tests::sample_gate(), "g", theme_words())));
  CHECK(shows_chart(chart_figure(GateBoard{}, "g", theme_words())));
  CHECK_FALSE(shows_chart("<p>&lt;figure class=&quot;chart wide&quot;</p>"));
}

TEST_CASE("markup in a label stays text") {
  GateBoard board = tests::sample_gate();
  board.criteria[0].label = "<script>alert(1)</script>";
  const std::string figure = chart_figure(board, "g", theme_words());
  CHECK(figure.find("<script>") == std::string::npos);
  CHECK(figure.find("&lt;script&gt;") != std::string::npos);
}

TEST_CASE("what is not a number, infinite or too large is refused") {
  for (const double bad : {not_a_number, infinity, -infinity, 1e16, -1e300}) {
    BreakEvenChart break_even = tests::sample_break_even();
    break_even.points[0].gained.value = bad;
    check_refused(break_even);
    break_even = tests::sample_break_even();
    break_even.lines[0].gained[1] = bad;
    check_refused(break_even);
    break_even = tests::sample_break_even();
    break_even.lines[1].needed->value = bad;
    check_refused(break_even);
    TornadoChart tornado = tests::sample_tornado();
    tornado.bars[1].low->result.value = bad;
    check_refused(tornado);
    SensitivityGrid grid = tests::sample_grid();
    grid.cells[1][1].value = bad;
    check_refused(grid);
    CashCurve cash = tests::sample_cash();
    cash.lines[0].balance[3].value = bad;
    check_refused(cash);
    SlopeChart slope = tests::sample_slope();
    slope.lines[0].after->value = bad;
    check_refused(slope);
    RunChart run = tests::sample_run();
    run.points[0].value->value = bad;
    check_refused(run);
    run = tests::sample_run();
    run.limits->upper.value = bad;
    check_refused(run);
  }
}

TEST_CASE("nothing to draw is refused") {
  check_refused(BreakEvenChart{});
  check_refused(TornadoChart{});
  check_refused(SensitivityGrid{});
  check_refused(CashCurve{});
  check_refused(KpiTree{});
  check_refused(LogicChain{});
  check_refused(BridgeMatrix{});
  check_refused(SlopeChart{});
  check_refused(RunChart{});
  check_refused(GateBoard{});
}

TEST_CASE("lists that do not fit each other are refused") {
  BreakEvenChart break_even = tests::sample_break_even();
  break_even.lines[0].gained.pop_back();
  check_refused(break_even);
  break_even = tests::sample_break_even();
  break_even.points[0].line = 7;
  check_refused(break_even);
  SensitivityGrid grid = tests::sample_grid();
  grid.cells[2].pop_back();
  check_refused(grid);
  grid = tests::sample_grid();
  grid.base_row = 9;
  check_refused(grid);
  CashCurve cash = tests::sample_cash();
  cash.periods.pop_back();
  check_refused(cash);
  KpiTree tree = tests::sample_kpi_tree();
  tree.edges[0].to = 99;
  check_refused(tree);
  tree = tests::sample_kpi_tree();
  std::swap(tree.edges[0].from, tree.edges[0].to);
  check_refused(tree);
  LogicChain chain = tests::sample_chain();
  chain.nodes[0].stage = 4;
  check_refused(chain);
  BridgeMatrix matrix = tests::sample_bridge();
  matrix.rows[1].pop_back();
  check_refused(matrix);
  GateBoard board = tests::sample_gate();
  board.verdict = 4;
  check_refused(board);
}

TEST_CASE("more than a drawing holds is refused, and stays in the table") {
  RunChart run = tests::sample_run();
  run.points.resize(500, run.points[0]);
  check_refused(run);
  CHECK(chart_figure(run, "r", theme_words()).find("<table") != std::string::npos);
  GateBoard board = tests::sample_gate();
  board.criteria.resize(1000, board.criteria[0]);
  check_refused(board);
}

TEST_CASE("values that are all equal, all zero, negative or huge are drawn") {
  for (const double value : {0.0, 1.0, -5.0, 1e15, -1e15, 1e-12, 0.1 + 0.2}) {
    INFO(value);
    BreakEvenChart break_even = tests::sample_break_even();
    for (auto& line : break_even.lines) line.gained = {value, value};
    for (auto& point : break_even.points) point.gained.value = value;
    break_even.cost.value = value;
    CHECK(faults_of(break_even) == "");
    TornadoChart tornado = tests::sample_tornado();
    tornado.base.value = tornado.threshold->value = value;
    for (auto& bar : tornado.bars) {
      bar.low->result.value = value;
      if (bar.high) bar.high->result.value = value;
    }
    CHECK(faults_of(tornado) == "");
    SensitivityGrid grid = tests::sample_grid();
    for (auto& row : grid.cells) {
      for (Quantity& cell : row) cell.value = value;
    }
    CHECK(faults_of(grid) == "");
    CashCurve cash = tests::sample_cash();
    for (auto& line : cash.lines) {
      for (Quantity& balance : line.balance) balance.value = value;
    }
    CHECK(faults_of(cash) == "");
    SlopeChart slope = tests::sample_slope();
    for (auto& line : slope.lines) line.before->value = line.after->value = value;
    slope.mean->before->value = slope.mean->after->value = value;
    CHECK(faults_of(slope) == "");
    RunChart run = tests::sample_run();
    for (auto& point : run.points) point.value = Quantity{value, "x"};
    run.limits->mean.value = run.limits->lower.value = run.limits->upper.value = value;
    run.target->value = value;
    CHECK(faults_of(run) == "");
  }
}

TEST_CASE("long names are wrapped or cut, never set outside") {
  const std::string name = "とても長い名前の指標で一行には決して収まらないものをここに書いておくthe long name of it";
  BreakEvenChart break_even = tests::sample_break_even();
  break_even.x.title = break_even.y.title = break_even.cost_label = break_even.needed_label = name;
  for (auto& line : break_even.lines) line.label = name;
  for (auto& point : break_even.points) point.label = name;
  CHECK(faults_of(break_even) == "");
  TornadoChart tornado = tests::sample_tornado();
  tornado.x.title = tornado.base_label = tornado.threshold_label = name;
  for (auto& bar : tornado.bars) bar.label = name;
  CHECK(faults_of(tornado) == "");
  SensitivityGrid grid = tests::sample_grid();
  grid.row_title = grid.column_title = grid.threshold_label = name;
  CHECK(faults_of(grid) == "");
  CashCurve cash = tests::sample_cash();
  cash.x.title = cash.y.title = name;
  for (auto& line : cash.lines) line.label = name;
  CHECK(faults_of(cash) == "");
  KpiTree tree = tests::sample_kpi_tree();
  for (auto& node : tree.nodes) node.label = node.detail = name;
  for (auto& layer : tree.layers) layer = name;
  CHECK(faults_of(tree) == "");
  LogicChain chain = tests::sample_chain();
  for (auto& node : chain.nodes) node.label = node.detail = name;
  for (auto& stage : chain.stages) stage = name;
  CHECK(faults_of(chain) == "");
  BridgeMatrix matrix = tests::sample_bridge();
  for (auto& row : matrix.rows) row.assign(row.size(), name);
  matrix.columns.assign(matrix.columns.size(), name);
  CHECK(faults_of(matrix) == "");
  SlopeChart slope = tests::sample_slope();
  slope.y.title = slope.before_label = slope.after_label = slope.mean->label = name;
  for (auto& line : slope.lines) line.label = name;
  CHECK(faults_of(slope) == "");
  RunChart run = tests::sample_run();
  run.y.title = run.target_label = name;
  for (auto& point : run.points) point.label = name;
  CHECK(faults_of(run) == "");
  GateBoard board = tests::sample_gate();
  board.rule = name + name + name;
  for (auto& each : board.criteria) each.label = each.measured = each.threshold = each.note = name;
  board.verdicts.assign(4, name);
  board.verdict = 1;
  CHECK(faults_of(board) == "");
}

TEST_CASE("random charts keep their texts apart and inside") {
  const unsigned seed = 20260801;
  INFO("seed " << seed);
  std::mt19937 random(seed);
  const auto value = [&](double most) { return std::uniform_real_distribution<double>(-most, most)(random); };
  for (int round = 0; round < 60; ++round) {
    const double most = std::pow(10, round % 12 - 3);
    INFO("round " << round);
    BreakEvenChart break_even = tests::sample_break_even();
    for (auto& line : break_even.lines) {
      line.gained = {value(most), value(most)};
      line.needed->value = value(0.1);
    }
    for (auto& point : break_even.points) point.gained.value = value(most), point.at.value = value(0.1);
    break_even.cost.value = value(most);
    CHECK(faults_of(break_even) == "");
    TornadoChart tornado = tests::sample_tornado();
    tornado.base.value = value(most);
    tornado.threshold->value = value(most);
    for (auto& bar : tornado.bars) bar.low->result.value = value(most);
    CHECK(faults_of(tornado) == "");
    CashCurve cash = tests::sample_cash();
    for (auto& line : cash.lines) {
      for (Quantity& balance : line.balance) balance.value = value(most);
      line.even->value = std::fabs(value(8));
    }
    CHECK(faults_of(cash) == "");
    SlopeChart slope = tests::sample_slope();
    for (auto& line : slope.lines) line.before->value = value(most), line.after->value = value(most);
    CHECK(faults_of(slope) == "");
    RunChart run = tests::sample_run();
    for (auto& point : run.points) point.value = Quantity{value(most), "123.4%"};
    run.limits->mean.value = value(most);
    run.limits->lower.value = run.limits->mean.value - most / 4;
    run.limits->upper.value = run.limits->mean.value + most / 4;
    CHECK(faults_of(run) == "");
    LogicChain chain = tests::sample_chain();
    for (auto& arrow : chain.arrows) arrow.state = static_cast<LogicChain::State>(random() % 3);
    chain.arrows.push_back({0, 2 + random() % 5, LogicChain::State::verified, ""});
    CHECK(faults_of(chain) == "");
    const std::string page = draw(chain, {"d", DrawnFor::page}, theme_words());
    CHECK(tests::read_drawing(page).with_class("badge-text").size() == chain.arrows.size());
  }
}
