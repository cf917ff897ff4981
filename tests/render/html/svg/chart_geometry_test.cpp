// What is drawn is what the numbers say, chart by chart.
#include <cmath>

#include "support/catch.h"
#include "support/drawing.h"
#include "support/sample_charts.h"
#include "support/theme_words.h"

using namespace shirube;
using namespace shirube::render::html;
using tests::Drawing;
using tests::read_drawing;
using tests::Shape;
using tests::theme_words;

namespace {

template <typename Chart>
Drawing drawn(const Chart& chart, DrawnFor drawn_for = DrawnFor::page) {
  return read_drawing(draw(chart, {"d", drawn_for}, theme_words()));
}

// From values to places, as two ticks of the drawing say.
struct TickScale {
  double from_value;
  double from_place;
  double by;
  double operator()(double value) const { return from_place + (value - from_value) * by; }
};

Shape tick(const Drawing& drawing, const std::string& text, bool below) {
  std::vector<Shape> found;
  for (const Shape& shape : drawing.with_class("tick")) {
    const bool centred = shape.attributes.at("text-anchor") == "middle";
    if (shape.text == text && centred == below) found.push_back(shape);
  }
  INFO(text);
  REQUIRE(found.size() == 1);
  return found[0];
}

TickScale scale_across(const Drawing& drawing, double a, const std::string& a_text, double b,
                       const std::string& b_text) {
  const double from = tick(drawing, a_text, true).number("x");
  return {a, from, (tick(drawing, b_text, true).number("x") - from) / (b - a)};
}

TickScale scale_up(const Drawing& drawing, double a, const std::string& a_text, double b, const std::string& b_text) {
  const Shape first = tick(drawing, a_text, false);
  const double lift = first.number("font-size") * 0.35;
  const double from = first.number("y") - lift;
  return {a, from, (tick(drawing, b_text, false).number("y") - lift - from) / (b - a)};
}

bool near(double a, double b) {
  return std::fabs(a - b) <= 0.2;
}

bool says(const std::string& text, const std::vector<std::string>& parts) {
  for (const std::string& part : parts) {
    INFO(text << "\nlacks " << part);
    CHECK(text.find(part) != std::string::npos);
    if (text.find(part) == std::string::npos) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("break-even: points and lines are where their numbers are, and the line of need where they meet the cost") {
  const BreakEvenChart chart = tests::sample_break_even();
  for (const DrawnFor drawn_for : {DrawnFor::page, DrawnFor::phone}) {
    const Drawing drawing = drawn(chart, drawn_for);
    const TickScale x = scale_across(drawing, 0, "0%", 0.10, "10%");
    const TickScale y = scale_up(drawing, 0, "0", 800'000, "80万");
    const auto points = drawing.with_class("point");
    REQUIRE(points.size() == 3);
    for (std::size_t i = 0; i < 3; ++i) {
      CHECK(near(points[i].area().centre().x, x(chart.points[i].at.value)));
      CHECK(near(points[i].area().centre().y, y(chart.points[i].gained.value)));
    }
    std::vector<Shape> lines;
    for (const Shape& shape : drawing.with_class("series")) {
      if (shape.tag == "path") lines.push_back(shape);
    }
    REQUIRE(lines.size() == 2);
    CHECK(near(lines[1].points()[1].x, x(0.12)));
    CHECK(near(lines[1].points()[1].y, y(5'250'000 * 0.12)));
    const auto cost = drawing.with_class("threshold");
    REQUIRE(cost.size() == 1);
    CHECK(near(cost[0].number("y1"), y(500'000)));
    const auto rings = drawing.with_class("needed-ring");
    REQUIRE(rings.size() == 2);
    CHECK(near(rings[0].number("cx"), x(0.0625)));
    CHECK(near(rings[1].number("cx"), x(500'000.0 / 5'250'000)));
    CHECK(near(rings[1].number("cy"), y(500'000)));
    // The ring is on the line of its scenario.
    const auto line = lines[1].points();
    const double part = (rings[1].number("cx") - line[0].x) / (line[1].x - line[0].x);
    CHECK(near(line[0].y + (line[1].y - line[0].y) * part, rings[1].number("cy")));
  }
}

TEST_CASE("break-even in words: each scenario's value, its own need and whether it covers the cost") {
  const BreakEvenChart chart = tests::sample_break_even();
  CHECK(says(sentence(chart, theme_words()),
             {"必要向上率が6.25%", "必要向上率が9.52%",
              "Conservativeは生産性向上率が5%、月次創出粗利が262,500円で、研修費用に届かない。",
              "Baseは生産性向上率が6.25%、月次創出粗利が500,000円で、研修費用に届く。"}));
  CHECK(says(table(chart, theme_words()), {"Stretch", "640,000円", "9.52%", "届かない"}));
}

TEST_CASE("tornado: a bar is as long as its value is from the base, and the widest is on top") {
  const TornadoChart chart = tests::sample_tornado();
  for (const DrawnFor drawn_for : {DrawnFor::page, DrawnFor::phone}) {
    const Drawing drawing = drawn(chart, drawn_for);
    const TickScale x = scale_across(drawing, 400'000, "40万", 600'000, "60万");
    auto bars = drawing.with_class("tornado-bar");
    REQUIRE(bars.size() == 2 + 7);
    bars.erase(bars.begin(), bars.begin() + 2);  // the key
    const double base = drawing.with_class("base")[0].number("x1");
    CHECK(near(base, x(500'000)));
    CHECK(near(drawing.with_class("threshold")[0].number("x1"), x(450'000)));
    double top = 0;
    double widest = 1e9;
    double found = 0;
    std::vector<double> row_widths;
    for (const Shape& bar : bars) {
      if (bar.area().top > top + 1) {
        if (top > 0) row_widths.push_back(found);
        found = 0;
        top = bar.area().top;
      }
      found += bar.area().width();
      CHECK((near(bar.area().left, base) || near(bar.area().right, base)));
    }
    row_widths.push_back(found);
    REQUIRE(row_widths.size() == 4);
    for (const double width : row_widths) {
      CHECK(width <= widest + 0.2);
      widest = width;
    }
    CHECK(near(row_widths[0], 250'000 * x.by));  // 3,000,000円 and 5,000,000円: 375,000 to 625,000
    CHECK(near(row_widths[2], 125'000 * x.by));
    CHECK(near(row_widths[3], 100'000 * x.by));
  }
  CHECK(by_width(chart) == std::vector<std::size_t>{1, 2, 0, 3});
}

TEST_CASE("tornado: two ends on one side of the base are both drawn from the base") {
  TornadoChart chart = tests::sample_tornado();
  chart.bars = {{"両方とも下がる", TornadoChart::End{"低", {400'000, "400,000円"}},
                 TornadoChart::End{"高", {450'000, "450,000円"}}}};
  const Drawing drawing = drawn(chart);
  const auto low = drawing.with_class("is-low").back().area();
  const auto high = drawing.with_class("is-high").back().area();
  CHECK(near(low.right, high.right));
  CHECK(near(low.width(), high.width() * 2));
  CHECK(tests::faults(drawing) == "");
}

TEST_CASE("tornado in words: every end with its input") {
  CHECK(
      says(sentence(tests::sample_tornado(), theme_words()),
           {"Baseは500,000円。", "生産性向上率が5%なら400,000円、8%なら640,000円。", "対象人数が4人なら400,000円。"}));
  CHECK(says(table(tests::sample_tornado(), theme_words()), {"3,000,000円 → 375,000円", "45% → 562,500円"}));
}

TEST_CASE("grid: the border runs between the cells that reach the threshold and those that do not") {
  const SensitivityGrid grid = tests::sample_grid();
  const Drawing drawing = drawn(grid);
  std::vector<Shape> cells;
  for (const Shape& shape : drawing.with_class("cell")) cells.push_back(shape);
  REQUIRE(cells.size() == 30 + 2);
  const auto border = drawing.with_class("border");
  REQUIRE(border.size() == 1);
  const auto points = border[0].points();
  std::size_t edges = 0;
  for (std::size_t row = 0; row < 5; ++row) {
    for (std::size_t column = 0; column < 6; ++column) {
      const Area here = grown(cells[row * 6 + column].area(), 1);
      const bool reached = reaches(grid, grid.cells[row][column]);
      CHECK(reached == (grid.cells[row][column].value >= 500'000 - 1));
      CHECK((cells[row * 6 + column].attributes.at("class").find("reached") != std::string::npos) == reached);
      if (column < 5 && reaches(grid, grid.cells[row][column + 1]) != reached) {
        ++edges;
        bool found = false;
        for (std::size_t i = 0; i + 1 < points.size(); i += 2) {
          found = found || (near(points[i].x, here.right) && near(points[i + 1].x, here.right) &&
                            near(points[i].y, here.top) && near(points[i + 1].y, here.bottom));
        }
        CHECK(found);
      }
      if (row < 4 && reaches(grid, grid.cells[row + 1][column]) != reached) ++edges;
    }
  }
  CHECK(points.size() == edges * 2);
  CHECK(near(drawing.with_class("base-cell")[0].area().centre().x, cells[2 * 6 + 2].area().centre().x));
}

TEST_CASE("grid: a payback that is reached from below turns the border round, and none reached has none") {
  SensitivityGrid grid = tests::sample_grid();
  grid.reached_from_above = false;
  CHECK(reaches(grid, grid.cells[0][0]));
  CHECK_FALSE(reaches(grid, grid.cells[4][5]));
  CHECK(reaches(grid, grid.cells[2][2]));
  grid.threshold.value = 1;
  CHECK(drawn(grid).with_class("border").empty());
}

TEST_CASE("grid in words: how many reach it, and where in each row") {
  CHECK(says(sentence(tests::sample_grid(), theme_words()), {"30通りのうち", "研修費用（500,000円）に届くのは18通り",
                                                             "粗利率が30%なら、生産性向上率が9%、10%のとき届く。"}));
  CHECK(says(table(tests::sample_grid(), theme_words()), {"43.8万", "50.0万（届く）", "6.25%"}));
}

TEST_CASE("cash curve: balances are on their line, and the month of break-even on zero") {
  const CashCurve curve = tests::sample_cash();
  for (const DrawnFor drawn_for : {DrawnFor::page, DrawnFor::phone}) {
    const Drawing drawing = drawn(curve, drawn_for);
    const TickScale x = scale_across(drawing, 0, "0", 6, "6");
    const TickScale y = scale_up(drawing, 0, "0", 3'000'000, "300万");
    std::vector<Shape> lines;
    for (const Shape& shape : drawing.with_class("series")) {
      if (shape.tag == "path") lines.push_back(shape);
    }
    REQUIRE(lines.size() == 3);
    for (std::size_t i = 0; i < 3; ++i) {
      const auto points = lines[i].points();
      REQUIRE(points.size() == 7);
      for (std::size_t month = 0; month < 7; ++month) {
        CHECK(near(points[month].x, x(static_cast<double>(month))));
        CHECK(near(points[month].y, y(curve.lines[i].balance[month].value)));
      }
    }
    const auto even = drawing.with_class("even");
    REQUIRE(even.size() == 3);
    CHECK(near(even[1].number("cx"), x(0.78125)));
    CHECK(near(even[1].number("cy"), y(0)));
    CHECK(near(drawing.with_class("zero")[0].number("y1"), y(0)));
  }
}

TEST_CASE("cash curve in words: start, lowest, end and break-even of each scenario") {
  CashCurve curve = tests::sample_cash();
  curve.lines[2].even.reset();
  CHECK(says(sentence(curve, theme_words()),
             {"Baseは△500,000円から始まり、最も低いとき△500,000円、最後は2,500,000円。1.00ヶ月で収支がゼロになる。",
              "この期間では収支がゼロにならない。"}));
  CHECK(says(table(curve, theme_words()), {"経過月数（ヶ月）", "△237,500円", "3,340,000円"}));
}

TEST_CASE("indicators are in the column of their layer, and arrows lead from edge to edge") {
  const KpiTree tree = tests::sample_kpi_tree();
  for (const DrawnFor drawn_for : {DrawnFor::page, DrawnFor::phone}) {
    const Drawing drawing = drawn(tree, drawn_for);
    const bool rows = drawn_for == DrawnFor::phone;
    const auto boxes = drawing.with_class("box");
    REQUIRE(boxes.size() == tree.nodes.size());
    for (std::size_t i = 1; i < boxes.size(); ++i) {
      const Area before = boxes[i - 1].area();
      const Area here = boxes[i].area();
      CHECK_FALSE(overlap(before, here));
      const bool same = tree.nodes[i].layer == tree.nodes[i - 1].layer;
      CHECK((rows ? near(before.top, here.top) : near(before.left, here.left)) == same);
    }
    std::vector<Shape> arrows;
    for (const Shape& shape : drawing.with_class("arrow")) {
      if (shape.tag == "path") arrows.push_back(shape);
    }
    REQUIRE(arrows.size() == tree.edges.size());
    for (std::size_t i = 0; i < arrows.size(); ++i) {
      const auto points = arrows[i].points();
      const Area from = boxes[tree.edges[i].from].area();
      const Area to = boxes[tree.edges[i].to].area();
      CHECK(near(rows ? points.front().y : points.front().x, rows ? from.bottom : from.right));
      CHECK(near(rows ? points.back().y : points.back().x, rows ? to.top : to.left));
      CHECK(arrows[i].has_class(tree.edges[i].kind == KpiTree::Kind::formula ? "is-formula" : "is-assumption"));
    }
  }
  CHECK(says(sentence(tree, theme_words()), {"心理の層は自己効力感、数字回避傾向、ビジョン接続度。",
                                             "「施策実行サイクル」から「施策実行数」へ（計算式でつながる）。"}));
  CHECK(says(table(tree, theme_words()), {"意思決定リードタイム", "日・低いほど良い", "粗利率（動かすという仮説）"}));
}

TEST_CASE("an arrow over a layer has a lane of its own there, beside the boxes") {
  KpiTree tree = tests::sample_kpi_tree();
  tree.edges = {{0, 9, KpiTree::Kind::assumption}};
  for (const DrawnFor drawn_for : {DrawnFor::page, DrawnFor::phone}) {
    const Drawing drawing = drawn(tree, drawn_for);
    std::vector<Point> points;
    for (const Shape& shape : drawing.with_class("arrow")) {
      if (shape.tag == "path") points = shape.points();
    }
    REQUIRE(points.size() == 1 + 3 * 5);
    for (const Shape& box : drawing.with_class("box")) {
      for (std::size_t i = 3; i + 3 < points.size(); i += 3)
        CHECK_FALSE(overlap(box.area(), round_about(points[i], 1)));
    }
    CHECK(tests::faults(drawing) == "");
  }
}

TEST_CASE("every arrow of the logic chain carries its state in words, in dashes and in the count") {
  const LogicChain chain = tests::sample_chain();
  for (const DrawnFor drawn_for : {DrawnFor::page, DrawnFor::phone}) {
    const Drawing drawing = drawn(chain, drawn_for);
    std::vector<std::string> badges;
    for (const Shape& shape : drawing.with_class("badge-text")) badges.push_back(shape.text);
    REQUIRE(badges.size() == chain.arrows.size());
    CHECK(badges[1] == "検証済み");
    CHECK(badges[3] == "反証");
    CHECK(badges[6] == "仮説");
    for (const Shape& badge : drawing.with_class("arrow-badge")) {
      for (const Shape& box : drawing.with_class("box")) CHECK_FALSE(overlap(badge.area(), box.area()));
    }
    drawing.text("仮説 5本");
    drawing.text("検証済み 1本");
    drawing.text("反証 1本");
    const std::string english = draw(chain, {"d", drawn_for}, theme_words("en"));
    CHECK(read_drawing(english).with_class("badge-text").size() == chain.arrows.size());
  }
  CHECK(says(sentence(chain, theme_words()),
             {"7本の矢印", "「数字の再定義」から「施策実行サイクルの短縮」へ（反証）。"}));
  CHECK(says(table(chain, theme_words()), {"把握率が40%から72%へ上がった", "検証済み"}));
}

TEST_CASE("the bridge has a box for every cell, in its column on a page, below each other on a phone") {
  const BridgeMatrix matrix = tests::sample_bridge();
  const auto page = drawn(matrix).with_class("box");
  REQUIRE(page.size() == 15);
  CHECK(near(page[0].area().left, page[5].area().left));
  CHECK(page[1].area().left > page[0].area().right);
  CHECK(page[4].has_class("is-target"));
  const auto phone = drawn(matrix, DrawnFor::phone).with_class("box");
  REQUIRE(phone.size() == 15);
  for (std::size_t i = 1; i < phone.size(); ++i) CHECK(phone[i].area().top > phone[i - 1].area().bottom);
  CHECK(says(sentence(matrix, theme_words()), {"伴走・やり切り → 施策実行サイクル（挑戦の速度） → 施策成功率"}));
  CHECK(says(table(matrix, theme_words()), {"パイロット目標", "週1→週2"}));
}

TEST_CASE("slope: heights are linear in the values, and the mean is one line more") {
  const SlopeChart chart = tests::sample_slope();
  for (const DrawnFor drawn_for : {DrawnFor::page, DrawnFor::phone}) {
    const Drawing drawing = drawn(chart, drawn_for);
    const auto lines = drawing.with_class("slope-line");
    REQUIRE(lines.size() == 6);
    CHECK(lines[5].has_class("is-mean"));
    const double low = lines[2].number("y1");   // 20%
    const double high = lines[4].number("y2");  // 90%
    const auto y = [&](double value) { return low + (value - 0.2) / 0.7 * (high - low); };
    for (std::size_t i = 0; i < 5; ++i) {
      CHECK(near(lines[i].number("y1"), y(chart.lines[i].before->value)));
      CHECK(near(lines[i].number("y2"), y(chart.lines[i].after->value)));
    }
    CHECK(near(lines[5].number("y2"), y(0.67)));
    drawing.text("67% 平均");
    drawing.text("Aさん、Bさん 40%");
  }
}

TEST_CASE("slope: a person without both values is named and not drawn") {
  SlopeChart chart = tests::sample_slope();
  chart.lines[1].after.reset();
  CHECK(drawn(chart).with_class("slope-line").size() == 5);
  CHECK(says(sentence(chart, theme_words()), {"Bさんは値がそろわないため線を引かない。", "平均は39.6%から67%へ。"}));
  CHECK(says(table(chart, theme_words()), {"未測定", "90%"}));
}

TEST_CASE("run chart: points and limits are at their values, gaps stay gaps, outliers are marked") {
  const RunChart chart = tests::sample_run();
  const Drawing drawing = drawn(chart);
  const TickScale y = scale_up(drawing, 0.3, "30%", 0.6, "60%");
  const auto limits = drawing.with_class("limit");
  REQUIRE(limits.size() == 2);
  CHECK(near(limits[0].number("y1"), y(0.573)));
  CHECK(near(limits[1].number("y1"), y(0.315)));
  CHECK(near(drawing.with_class("mean")[0].number("y1"), y(0.444)));
  CHECK(near(drawing.with_class("target")[0].number("y1"), y(0.7)));
  CHECK(drawing.with_class("series").size() == 2);
  const auto points = drawing.with_class("point");
  REQUIRE(points.size() == 9);
  CHECK(near(points[0].area().centre().y, y(0.40)));
  CHECK(near(points[8].area().centre().y, y(0.46)));
  CHECK(near(points[1].area().centre().x - points[0].area().centre().x,
             (points[4].area().centre().x - points[3].area().centre().x) / 2));
  const auto outside = drawing.with_class("is-outside");
  REQUIRE(outside.size() == 1);
  CHECK(near(outside[0].area().centre().y, y(0.62)));
  CHECK(says(sentence(chart, theme_words()),
             {"測定は9回", "管理限界は31.5%から57.3%まで", "限界の外に出た点は第8週：62%。"}));
  CHECK(says(table(chart, theme_words()), {"未測定", "限界の外", "限界内"}));
}

TEST_CASE("run chart: below six measurements there are no limits but a sentence that there are too few") {
  RunChart chart = tests::sample_run();
  chart.points.resize(6);  // one of them not measured: five
  const Drawing few = drawn(chart);
  CHECK(few.with_class("limit").empty());
  CHECK(few.with_class("mean").empty());
  few.text("測定が5回のため、管理限界は引かない（6回以上で引く）。");
  CHECK(says(sentence(chart, theme_words()), {"測定が5回のため、管理限界は引かない"}));
  chart.points[4].value = Quantity{0.4, "40%"};
  CHECK(drawn(chart).with_class("limit").size() == 2);
  chart.limits.reset();
  CHECK(drawn(chart).with_class("limit").empty());
}

TEST_CASE("gate: every criterion has its sign and its word, and the verdict that holds is ticked") {
  GateBoard board = tests::sample_gate();
  Drawing drawing = drawn(board);
  const auto icons = drawing.with_class("gate-icon");
  REQUIRE(icons.size() == 3);
  CHECK((icons[0].has_class("is-met") && icons[0].tag == "circle"));
  CHECK((icons[1].has_class("is-not-met") && icons[1].tag == "rect"));
  CHECK(icons[2].has_class("is-undecidable"));
  drawing.text("満たす");
  drawing.text("判定できない");
  drawing.text("まだ判断できない。");
  CHECK(drawing.with_class("holds").empty());
  board.verdict = 2;
  drawing = drawn(board, DrawnFor::phone);
  drawing.text("判断は「ピボット」。");
  REQUIRE(drawing.with_class("holds").size() == 2);
  CHECK(lies_within(drawing.text("ピボット").area(), drawing.with_class("holds")[0].area()));
  CHECK(says(sentence(board, theme_words()), {"3項目のうち、満たす1、満たさない1、判定できない1。",
                                              "実績+32pt、基準+30pt以上（5名）で、満たす。", "判断は「ピボット」。"}));
  CHECK(says(table(board, theme_words()), {"−15%以下", "未測定", "週次行動ログ 第1〜4週"}));
}
