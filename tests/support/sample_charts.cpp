#include "support/sample_charts.h"

#include <cmath>

#include "source/format.h"

namespace shirube::tests {

using namespace render::html;

namespace {

std::string grouped(long value) {
  std::string digits = std::to_string(std::labs(value));
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  return (value < 0 ? "△" : "") + digits;
}

Quantity yen(double value) {
  return {value, grouped(std::lround(value)) + "円"};
}

Quantity percent(double ratio) {
  std::string text = source::format("{:.2f}", ratio * 100);
  while (text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return {ratio, text + "%"};
}

const Axis rate{"生産性向上率", "%", 100, false};
const Axis profit{"月次創出粗利", "円", 1, true};

}  // namespace

BreakEvenChart sample_break_even() {
  BreakEvenChart chart;
  chart.title = "必要な生産性向上率";
  chart.x = rate;
  chart.y = profit;
  chart.lines.push_back({"Base・Stretch", {percent(0), percent(0.12)}, {0, 8'000'000 * 0.12}, percent(0.0625)});
  chart.lines.push_back(
      {"Conservative", {percent(0), percent(0.12)}, {0, 5'250'000 * 0.12}, percent(500'000.0 / 5'250'000)});
  chart.points = {{"Base", 0, percent(0.0625), yen(500'000)},
                  {"Stretch", 0, percent(0.08), yen(640'000)},
                  {"Conservative", 1, percent(0.05), yen(262'500)}};
  chart.cost_label = "研修費用";
  chart.cost = yen(500'000);
  chart.needed_label = "必要向上率";
  return chart;
}

TornadoChart sample_tornado() {
  TornadoChart chart;
  chart.title = "一つずつ変えたときの月次創出粗利";
  chart.x = profit;
  chart.base_label = "Base";
  chart.base = yen(500'000);
  chart.threshold_label = "損益分岐";
  chart.threshold = yen(450'000);
  using End = TornadoChart::End;
  chart.bars = {{"粗利率", End{"35%", yen(437'500)}, End{"45%", yen(562'500)}},
                {"1人あたり月次売上", End{"3,000,000円", yen(375'000)}, End{"5,000,000円", yen(625'000)}},
                {"生産性向上率", End{"5%", yen(400'000)}, End{"8%", yen(640'000)}},
                {"対象人数", End{"4人", yen(400'000)}, std::nullopt}};
  return chart;
}

SensitivityGrid sample_grid() {
  SensitivityGrid grid;
  grid.title = "生産性向上率と粗利率を変えたときの月次創出粗利";
  grid.result = "月次創出粗利";
  grid.row_title = "粗利率";
  grid.column_title = "生産性向上率";
  const double rates[] = {0.04, 0.05, 0.0625, 0.08, 0.09, 0.10};
  const double margins[] = {0.30, 0.35, 0.40, 0.45, 0.50};
  for (const double u : rates) grid.columns.push_back(percent(u).text);
  for (const double margin : margins) {
    grid.rows.push_back(percent(margin).text);
    std::vector<Quantity> row;
    for (const double u : rates) {
      const double value = 4'000'000 * 5 * margin * u;
      row.push_back({value, source::format("{:.1f}万", std::round(value / 1'000) / 10)});
    }
    grid.cells.push_back(row);
  }
  grid.threshold_label = "研修費用";
  grid.threshold = yen(500'000);
  grid.base_row = 2;
  grid.base_column = 2;
  return grid;
}

CashCurve sample_cash() {
  CashCurve curve;
  curve.title = "累積損益の推移";
  curve.x = {"経過月数", "ヶ月", 1, false};
  curve.y = {"累積損益", "円", 1, true};
  const struct {
    const char* label;
    double monthly;
  } scenarios[] = {{"Base", 500'000}, {"Stretch", 640'000}, {"Conservative", 262'500}};
  for (int month = 0; month <= 6; ++month) curve.periods.push_back(month);
  for (const auto& scenario : scenarios) {
    CashCurve::Line line;
    line.label = scenario.label;
    for (int month = 0; month <= 6; ++month) line.balance.push_back(yen(-500'000 + scenario.monthly * month));
    const double even = 500'000 / scenario.monthly;
    line.even = Quantity{even, source::format("{:.2f}ヶ月", even)};
    curve.lines.push_back(line);
  }
  return curve;
}

KpiTree sample_kpi_tree() {
  KpiTree tree;
  tree.title = "4つの層のKPIツリー";
  tree.layers = {"心理", "行動（先行KPI）", "業務", "成果"};
  tree.nodes = {{0, "自己効力感", "点・高いほど良い"},
                {0, "数字回避傾向", "点・低いほど良い"},
                {0, "ビジョン接続度", "点・高いほど良い"},
                {1, "前日売上把握率", "%・高いほど良い"},
                {1, "改善提案回数", "回/人/週"},
                {1, "施策実行サイクル", "回/週"},
                {2, "施策実行数", "件・高いほど良い"},
                {2, "意思決定リードタイム", "日・低いほど良い"},
                {3, "月次売上", "千円"},
                {3, "粗利率", "%"},
                {3, "LTV", "円"}};
  using Kind = KpiTree::Kind;
  tree.edges = {{0, 4, Kind::assumption}, {1, 3, Kind::assumption}, {2, 5, Kind::assumption}, {3, 7, Kind::assumption},
                {4, 6, Kind::assumption}, {5, 6, Kind::formula},    {6, 8, Kind::assumption}, {7, 8, Kind::assumption},
                {7, 9, Kind::assumption}, {6, 10, Kind::assumption}};
  return tree;
}

LogicChain sample_chain() {
  LogicChain chain;
  chain.title = "理念から成果までのつながり";
  chain.stages = {"理念", "マインド変容", "行動変容（先行KPI）", "成果（業務KPI・売上）"};
  chain.nodes = {{0, "自己理解と挑戦", "自身の価値観を言語化し、会社のビジョンと接続する"},
                 {1, "数字の再定義", "数字を挑戦の結果として捉え直す"},
                 {2, "前日売上把握率の上昇", "数字への感度"},
                 {2, "改善提案回数の増加", "ギャップの可視化"},
                 {2, "施策実行サイクルの短縮", "実行の速度"},
                 {3, "CVRとLTVの改善", "高速な仮説検証"},
                 {3, "売上・粗利の向上", ""}};
  using State = LogicChain::State;
  chain.arrows = {{0, 1, State::hypothesis, "事前・事後サーベイで確かめる"},
                  {1, 2, State::verified, "把握率が40%から72%へ上がった"},
                  {1, 3, State::hypothesis, ""},
                  {1, 4, State::refuted, "周期は変わらなかった"},
                  {3, 5, State::hypothesis, ""},
                  {4, 5, State::hypothesis, ""},
                  {2, 6, State::hypothesis, ""}};
  return chain;
}

BridgeMatrix sample_bridge() {
  BridgeMatrix matrix;
  matrix.title = "理念→KPI→売上の橋渡し";
  matrix.columns = {"理念・価値観", "行動指標", "業務KPI", "売上接続ロジック", "パイロット目標"};
  matrix.rows = {
      {"自己理解→挑戦", "改善提案回数（挑戦の量）", "CVR、生産性", "検証回転数↑ → 業務改善速度↑ → 売上寄与", "×1.5倍"},
      {"数字意識の向上", "前日売上把握率（数字への感度）", "日次売上、粗利", "自分事化 → 意思決定の即日化 → 機会損失減",
       "+30pt"},
      {"伴走・やり切り", "施策実行サイクル（挑戦の速度）", "施策成功率", "提案→実行の短縮 → 学習サイクル短縮 → 成功率↑",
       "週1→週2"}};
  return matrix;
}

SlopeChart sample_slope() {
  SlopeChart chart;
  chart.title = "前日売上把握率の事前・事後";
  chart.y = {"前日売上把握率", "%", 100, false};
  chart.before_label = "事前";
  chart.after_label = "事後";
  chart.lines = {{"Aさん", percent(0.40), percent(0.70)},
                 {"Bさん", percent(0.40), percent(0.60)},
                 {"Cさん", percent(0.20), percent(0.60)},
                 {"Dさん", percent(0.60), percent(0.55)},
                 {"Eさん", percent(0.38), percent(0.90)}};
  chart.mean = SlopeChart::Line{"平均", percent(0.396), percent(0.67)};
  return chart;
}

RunChart sample_run() {
  RunChart chart;
  chart.title = "前日売上把握率の週次推移";
  chart.y = {"前日売上把握率", "%", 100, false};
  const double values[] = {0.40, 0.44, 0.38, 0.42, 0.45, 0.41, 0.43, 0.62, 0.44, 0.46};
  for (int week = 1; week <= 10; ++week) {
    chart.points.push_back({source::format("第{}週", week), percent(values[week - 1])});
  }
  chart.points[4].value.reset();
  chart.limits = RunChart::Limits{percent(0.444), percent(0.315), percent(0.573)};
  chart.target_label = "目標";
  chart.target = percent(0.70);
  return chart;
}

RunChart sample_short_run() {
  RunChart chart = sample_run();
  chart.points.resize(4);
  return chart;
}

GateBoard sample_gate() {
  GateBoard board;
  board.title = "パイロット終了時の判定";
  board.rule = "3項目のうち2項目以上を満たせば続行とする";
  using State = GateBoard::State;
  board.criteria = {{"先行KPIの改善：前日売上把握率", State::met, "+32pt", "+30pt以上（5名）", "週次行動ログ 第1〜4週"},
                    {"業務KPIの改善：意思決定リードタイム", State::not_met, "−9%", "−15%以下", ""},
                    {"再現性ある成功事例", State::undecidable, "", "3件以上",
                     "事例の記録がまだ2件しか提出されていないため、判定できない"}};
  board.verdicts = {"続行", "拡張", "ピボット", "中止"};
  return board;
}

FunnelChart sample_funnel() {
  FunnelChart funnel;
  funnel.title = "見える・使い回せる・公開できる";
  funnel.unit = "件";
  funnel.stages = {{"可視化", "あとで見せられる前提で残す", 40},
                   {"再利用化", "テンプレート、パターン、チェックリストにする", 12},
                   {"公開化", "OSS、記事、資料、後輩の教育に使う", 3}};
  return funnel;
}

MarkMatrix sample_marks() {
  using Mark = MarkMatrix::Mark;
  MarkMatrix matrix;
  matrix.title = "モデルとパスの対応";
  matrix.corner = "パス";
  matrix.columns = {"構造設計者", "価値翻訳者", "育成・発信者", "自律開発者"};
  matrix.rows = {"テックリード", "アーキテクト", "顧客提案"};
  matrix.marks = {{Mark::possible, Mark::none, Mark::main, Mark::none},
                  {Mark::main, Mark::possible, Mark::none, Mark::none},
                  {Mark::none, Mark::main, Mark::none, Mark::possible}};
  return matrix;
}

RoleMap sample_roles() {
  RoleMap map;
  map.title = "役割と、その先";
  map.layers = {"役割", "パス"};
  map.nodes = {{0, "ドキュメントアーキテクト"}, {0, "再利用設計者"}, {1, "社内技術広報"}, {1, "アーキテクト"}};
  map.steps = {{0, 2}, {1, 3}};
  return map;
}

CycleChart sample_cycle() {
  CycleChart cycle;
  cycle.title = "循環SES";
  cycle.before_title = "線形SES";
  cycle.before = {{"単価 × 時間", "人か時間を増やす"}, {"売上", "案件が終わると止まる"}};
  cycle.steps = {{"知見", "案件で分かったことを言葉にする"},
                 {"仕組み", "ほかの人が使える形に直す"},
                 {"横展開", "別の案件と提案で使う"},
                 {"収益", "次の知見に投じる"}};
  return cycle;
}

HeatGrid sample_heat() {
  HeatGrid grid;
  grid.title = "発生確率と影響の分布";
  grid.risks = {{"範囲を広げてほしいという圧力", 4, 3},
                {"スポンサーの関心の低下", 3, 4},
                {"クラウド費用の想定外の増加", 2, 3},
                {"オーナーの人事異動", 2, 5},
                {"懸念を持つ関係者", 2, 3}};
  return grid;
}

}  // namespace shirube::tests
