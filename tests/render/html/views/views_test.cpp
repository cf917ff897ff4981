#include "render/html/views/views.h"

#include "support/catch.h"
#include "support/theme_words.h"

using namespace shirube;
using namespace shirube::render::html;
using source::Located;

namespace {

Located<std::string> text(std::string value) {
  return {std::move(value), {}};
}

const ViewContext& context() {
  static const ViewContext value{tests::theme_words(), "view-1"};
  return value;
}

bool has(const std::string& html, const std::string& part) {
  return html.find(part) != std::string::npos;
}

std::size_t count(const std::string& html, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = html.find(part); at != std::string::npos; at = html.find(part, at + 1)) ++found;
  return found;
}

model::Objective objective(const std::string& id, const std::string& title, model::ObjectiveLevel level,
                           const std::string& parent) {
  model::Objective value;
  value.head.id = text(id);
  value.title = title;
  value.level = level;
  if (!parent.empty()) value.parent = text(parent);
  return value;
}

model::Records cascade() {
  model::Records records;
  records.categories = {text("売上・粗利貢献"), text("人材育成")};
  records.objectives.push_back(objective("a", "売上を<伸ばす>", model::ObjectiveLevel::company, ""));
  records.objectives.push_back(objective("b", "受注を広げる", model::ObjectiveLevel::organisation, "a"));
  records.objectives.push_back(objective("c", "毎月提案する", model::ObjectiveLevel::individual, "b"));
  records.objectives.push_back(objective("d", "後輩を育てる", model::ObjectiveLevel::individual, "a"));
  records.objectives[0].head.origin = model::Origin::company;
  records.objectives[1].category = "売上・粗利貢献";
  records.objectives[2].category = "売上・粗利貢献";
  records.objectives[3].category = "人材育成";
  model::Measure measure;
  measure.text = "提案件数";
  measure.target = model::Quantity{4, {"件"}, {}};
  measure.deadline = "期末";
  records.objectives[2].measures.push_back(measure);
  return records;
}

model::Plan plan() {
  model::Plan plan;
  plan.head.id = text("roadmap");
  plan.title = "90日ロードマップ";
  plan.days.value = 90;
  const auto phase = [&](const std::string& id, const std::string& title, std::int64_t first, std::int64_t last) {
    model::Phase value;
    value.id = text(id);
    value.title = title;
    value.first_day.value = first;
    value.last_day.value = last;
    value.purposes = {"目的A"};
    value.deliverables = {{text("x"), "宣言（1枚）", "様式あり"}};
    value.tasks = {{text("t"), "宣言を書く", Located<std::int64_t>{1, {}}}, {text("u"), "枠を取る", {}}};
    value.indicators = {{text("i"), "承認者", "2名の確定"}};
    value.communication = {"毎週配る"};
    plan.phases.push_back(std::move(value));
  };
  phase("preparation", "着手準備", 1, 7);
  phase("phase-a", "フェーズA", 8, 90);
  return plan;
}

}  // namespace

TEST_CASE("the objective tree is drawn and said in words, level by level") {
  const std::string html = objective_tree({}, cascade(), context());
  CHECK(count(html, "<rect class=\"node-box\"") == 4);
  CHECK(count(html, "class=\"connection\"") == 3);
  CHECK(has(html, "role=\"img\" aria-labelledby=\"view-1-title view-1-desc\""));
  CHECK(has(html, "<title id=\"view-1-title\">"));
  CHECK(has(html, "<desc id=\"view-1-desc\">"));
  CHECK(has(html, "売上を&lt;伸ばす&gt;"));
  CHECK(!has(html, "<伸ばす>"));
  CHECK(has(html, "提案件数 4件（期末まで）"));
  CHECK(count(html, "<ul") == count(html, "</ul>"));
  CHECK(count(html, "<li") == count(html, "</li>"));
  CHECK(html.find("毎月提案する") < html.find("後輩を育てる"));
}

TEST_CASE("a tree from a root, or to a depth, shows that part alone") {
  model::ObjectiveTreeView below;
  below.root = text("b");
  const std::string part = objective_tree(below, cascade(), context());
  CHECK(count(part, "<rect class=\"node-box\"") == 2);
  CHECK(!has(part, "後輩を育てる"));
  model::ObjectiveTreeView shallow;
  shallow.depth = 1;
  CHECK(count(objective_tree(shallow, cascade(), context()), "<rect class=\"node-box\"") == 1);
}

TEST_CASE("a tree too large to draw is said in words") {
  model::Records records;
  for (int i = 0; i < 200; ++i) {
    records.objectives.push_back(objective("o" + std::to_string(i), "目標", model::ObjectiveLevel::company, ""));
  }
  const std::string html = objective_tree({}, records, context());
  CHECK(!has(html, "<svg"));
  CHECK(count(html, "<li>") == 200);
}

TEST_CASE("a chain of ten thousand objectives does not exhaust the stack") {
  model::Records records;
  for (int i = 0; i < 10000; ++i) {
    records.objectives.push_back(objective("o" + std::to_string(i), "目標", model::ObjectiveLevel::company,
                                           i == 0 ? "" : "o" + std::to_string(i - 1)));
  }
  model::ObjectiveTreeView all;
  all.depth = 100000;
  const std::string html = objective_tree(all, records, context());
  CHECK(count(html, "<ul") == count(html, "</ul>"));
  CHECK(count(html, "<li>") == 10000);
}

TEST_CASE("no objectives is said, not drawn") {
  CHECK(has(objective_tree({}, {}, context()), "まだ登録がありません"));
}

TEST_CASE("the objective table groups by category in the given order and marks proposals") {
  const std::string html = objective_table({}, cascade(), context());
  CHECK(has(html, "<th scope=\"rowgroup\" rowspan=\"2\">売上・粗利貢献</th>"));
  CHECK(html.find("売上・粗利貢献") < html.find("人材育成"));
  CHECK(count(html, "会社決定") == 1);
  CHECK(count(html, ">提案<") == 3);
  model::ObjectiveTableView individual;
  individual.level = Located<model::ObjectiveLevel>{model::ObjectiveLevel::individual, {}};
  CHECK(!has(objective_table(individual, cascade(), context()), "受注を広げる"));
  model::ObjectiveTableView below;
  below.parent = text("b");
  CHECK(has(objective_table(below, cascade(), context()), "毎月提案する"));
  CHECK(!has(objective_table(below, cascade(), context()), "後輩を育てる"));
}

TEST_CASE("an indicator's target is shown with the value that it leads to") {
  model::Records records;
  model::Indicator indicator;
  indicator.head.id = text("daily");
  indicator.label = "前日売上把握率";
  indicator.layer = model::Layer::behaviour;
  indicator.unit = {"%"};
  indicator.frequency = "週次";
  indicator.baseline = model::Quantity{40, {"%"}, {}};
  indicator.target = model::Target{model::TargetKind::difference, {30, {"pt"}, {}}, {}};
  records.indicators.push_back(indicator);
  indicator.head.id = text("cycle");
  indicator.label = "施策実行サイクル";
  indicator.layer = model::Layer::operation;
  indicator.direction = model::Direction::down;
  indicator.unit = {"日"};
  indicator.baseline = model::Quantity{10, {"日"}, {}};
  indicator.target = model::Target{model::TargetKind::ratio, {0.5, {"倍"}, {}}, {}};
  records.indicators.push_back(indicator);
  const std::string html = indicator_table({}, records, context());
  CHECK(has(html, "基準値から＋30pt"));
  CHECK(has(html, "到達値 70%"));
  CHECK(has(html, "到達値 5日"));
  CHECK(has(html, "低いほど良い"));
  CHECK(html.find("業務の指標") < html.find("行動（先行KPI）の指標"));
  model::IndicatorTableView one;
  one.ids = {text("cycle")};
  CHECK(!has(indicator_table(one, records, context()), "前日売上把握率"));
  model::IndicatorTableView mindset;
  mindset.layer = Located<model::Layer>{model::Layer::mindset, {}};
  CHECK(has(indicator_table(mindset, records, context()), "まだ登録がありません"));
}

TEST_CASE("Gantt bars are to scale by days, and the weeks are counted") {
  const std::string html = phase_gantt(plan(), context());
  // 580 units for 90 days: 7 days are 45.1 wide, from the left edge at 176.
  CHECK(has(html, "class=\"bar\" x=\"176\" y=\"49\" width=\"45.1\""));
  CHECK(has(html, "class=\"bar\" x=\"221.1\" y=\"105\" width=\"534.9\""));
  CHECK(has(html, ">13</text>"));
  CHECK(!has(html, ">14</text>"));
  CHECK(has(html, "着手準備は1日目から7日目まで"));
  CHECK(!has(html, "style="));
}

TEST_CASE("a plan of years still has a drawing of bounded detail") {
  model::Plan years = plan();
  years.days.value = 1000;
  years.phases[1].last_day.value = 1000;
  CHECK(count(phase_gantt(years, context()), "class=\"week\"") < 2 * 25);  // for a page and for a phone
}

TEST_CASE("the phase table says what the drawing shows") {
  model::PhaseTableView view;
  CHECK(has(phase_table(view, plan(), context()), "<svg"));
  view.gantt = false;
  const std::string html = phase_table(view, plan(), context());
  CHECK(!has(html, "<svg"));
  CHECK(has(html, "1〜7日目"));
  CHECK(has(html, "7日間"));
  CHECK(has(html, "承認者：2名の確定"));
}

TEST_CASE("a phase shows purpose, deliverables, tasks, indicators and communication") {
  const std::string html = phase_detail(plan().phases[0], context());
  for (const char* part : {"目的A", "宣言（1枚）", "様式あり", "宣言を書く", "第1週", "2名の確定", "毎週配る"}) {
    INFO(part);
    CHECK(has(html, part));
  }
}

TEST_CASE("a checklist works without its script: the parts that need it are hidden") {
  model::Checklist list;
  list.head.id = text("handover");
  list.title = "引き渡し";
  list.items = {{text("a"), "手順書がある", ""}, {text("b"), "連絡先がある", "内線"}};
  const std::string html = checklist(list, context());
  CHECK(has(html, "<fieldset class=\"checklist\" data-checklist=\"handover\"><legend>"));
  CHECK(count(html, "<input type=\"checkbox\"") == 2);
  CHECK(has(html, "class=\"checklist-state\" hidden>"));
}

TEST_CASE("a form is a sheet with lines to write on, and a text to copy") {
  model::Form sheet;
  sheet.head.id = text("weekly");
  sheet.title = "週次進捗";
  sheet.fields = {{text("done"), "今週やったこと", "3つまで", 3, ""}, {text("period"), "期間", "", 1, "90日"}};
  const std::string html = form(sheet, context());
  CHECK(count(html, "class=\"ruled\"") == 3);
  CHECK(has(html, "<dd class=\"fixed\">90日</dd>"));
  CHECK(has(html, "■ 週次進捗\n\n【今週やったこと】\n（3つまで）\n\n\n\n\n【期間】\n90日\n"));
  CHECK(has(html, "data-copy=\"view-1-text\""));
}

TEST_CASE("figures carry their unit, their origin and the formula in words") {
  using namespace shirube::expression;
  model::Records records;
  model::Figure sales;
  sales.head.id = text("company.sales");
  sales.head.origin = model::Origin::company;
  sales.label = "売上";
  sales.unit = {"千円"};
  records.figures.push_back(std::move(sales));
  model::Figure margin;
  margin.head.id = text("company.gross-margin");
  margin.label = "粗利率";
  margin.unit = {"%"};
  margin.decimals = 2;
  const auto node = [](auto value) { return std::make_unique<const Node>(Node{{}, std::move(value)}); };
  margin.formula =
      Expression(node(Binary{BinaryOperator::divide, node(Name{"company.gross_margin"}), node(Name{"company.sales"})}));
  records.figures.push_back(std::move(margin));
  model::FiguresView view;
  view.ids = {text("company.gross-margin"), text("company.sales")};
  const std::string html = figures(
      view, records, [](std::size_t i) { return i == 0 ? 554250.0 : 38.2495; }, context());
  CHECK(has(html, ">554,250</span><span class=\"figure-unit\">千円</span>"));
  CHECK(has(html, ">38.25</span>"));
  CHECK(has(html, "粗利率 ÷ 売上"));
  CHECK(count(html, "計算値") == 1);
  CHECK(html.find("粗利率") < html.find("554,250"));
}

TEST_CASE("risks of the plan alone, and those not assessed say so") {
  model::Records records;
  const auto risk = [&](const std::string& title, const std::string& of) {
    model::Risk value;
    value.head.id = text(title);
    value.plan = text(of);
    value.title = title;
    records.risks.push_back(std::move(value));
  };
  risk("膨張", "roadmap");
  risk("他の計画", "other");
  risk("費用", "roadmap");
  records.risks[2].probability = Located<std::int64_t>{4, {}};
  records.risks[2].impact = Located<std::int64_t>{5, {}};
  model::RiskTableView view;
  view.plan = text("roadmap");
  const std::string html = risk_table(view, records, context());
  CHECK(has(html, "膨張"));
  CHECK(!has(html, "他の計画"));
  CHECK(count(html, "未評価") == 1);
  CHECK(has(html, "grade-high\">20<"));
  CHECK(has(html, "可能性4 × 影響5"));
}

TEST_CASE("downloads lead from the page to the workbooks") {
  std::vector<model::WorkbookDefinition> workbooks(2);
  workbooks[0].id = text("mbo-sheet");
  workbooks[0].version = text("1.0.0");
  workbooks[0].title = "個人目標シート";
  workbooks[1].id = text("kpi-weekly");
  const std::string html = downloads(
      {}, workbooks, [](const std::string& path) { return "../" + path; }, context());
  CHECK(has(html, "href=\"../workbooks/mbo-sheet.xlsx\" download>個人目標シート"));
  CHECK(has(html, "第1.0.0版"));
  model::DownloadsView one;
  one.ids = {text("kpi-weekly")};
  CHECK(!has(downloads(
                 one, workbooks, [](const std::string& path) { return path; }, context()),
             "mbo-sheet"));
  CHECK(has(downloads(
                {}, {}, [](const std::string& path) { return path; }, context()),
            "まだ登録がありません"));
}

TEST_CASE("terms are under the row of their reading, in its order, each with its anchor") {
  std::vector<model::Term> terms(5);
  const std::vector<std::array<std::string, 3>> given = {{"kpi", "KPI", "けーぴーあい"},
                                                         {"boundary", "境界", "きょうかい"},
                                                         {"use-case", "ユースケース", ""},
                                                         {"data", "データ", "でーた"},
                                                         {"roi", "ROI", ""}};
  for (std::size_t i = 0; i < terms.size(); ++i) {
    terms[i].head.id = text(given[i][0]);
    terms[i].name = text(given[i][1]);
    terms[i].reading = given[i][2];
    terms[i].definition = "意味";
  }
  terms[0].aliases = {text("重要業績評価指標")};
  terms[1].avoid = {text("スコープ外")};
  terms[1].see = text("roadmap.md");
  const auto see = [](const std::string& path) -> std::optional<PageLink> {
    return path == "roadmap.md" ? std::optional(PageLink{"roadmap.html", "ロードマップ", ""}) : std::nullopt;
  };
  const std::string html = glossary(terms, see, context());
  CHECK(has(html, "id=\"term-kpi\""));
  CHECK(has(html, "<ruby>KPI<rp>（</rp><rt>けーぴーあい</rt><rp>）</rp></ruby>"));
  CHECK(!has(html, "<ruby>データ"));
  CHECK(html.find("境界") < html.find("KPI"));
  CHECK(html.find("KPI") < html.find("データ"));
  CHECK(html.find("ユースケース") < html.find("ROI"));
  CHECK(has(html, "別名：重要業績評価指標"));
  CHECK(has(html, "使わない言い方：スコープ外"));
  CHECK(has(html, "<a href=\"roadmap.html\">ロードマップ</a>"));
  for (const char* row : {">か</h2>", ">た</h2>", ">や</h2>", ">英数・記号</h2>"}) CHECK(has(html, row));
}

TEST_CASE("cards and children are lists of links") {
  model::CardsView view;
  view.cards = {{text("人事 & 総務"), text("評価の運用"), text("hr.md")}};
  CHECK(has(cards(view, {"hr.html"}, context()), "<a href=\"hr.html\"><span class=\"card-title\">人事 &amp; 総務"));
  CHECK(has(children({{"a.html", "甲", "説明"}}, context()), "<a href=\"a.html\">甲</a><p>説明</p>"));
  CHECK(has(children({}, context()), "まだ登録がありません"));
}

TEST_CASE("no view writes a style attribute or a script, which the pages' security policy would block") {
  const std::string html = objective_tree({}, cascade(), context()) + phase_table({}, plan(), context()) +
                           phase_detail(plan().phases[0], context());
  CHECK(!has(html, " style="));
  CHECK(!has(html, "<script"));
  CHECK(!has(html, " on"));
}

namespace {

model::CareerPath career_path_record(const std::string& id, const std::string& name) {
  model::CareerPath path;
  path.head.id = text(id);
  path.name = name;
  path.summary = "内容";
  path.backing = {{"決める"}, {"時間"}, {"記録"}, {{text("g"), "記録する", "記録 4件", "", "上長が確かめる", {}}}};
  path.levels = {{text("one"), "案件の中で", "担当", {{text("e"), "比べる", {"三つの案を比べた"}}}},
                 {text("two"), "チームで", "全体", {{text("e"), "決める", {"決まりにした"}}}}};
  return path;
}

}  // namespace

TEST_CASE("a path shows its levels with examples, what backs it and where one can go on") {
  model::Records records;
  records.career_paths = {career_path_record("a", "アーキテクト"), career_path_record("b", "テックリード")};
  records.career_paths[0].transitions = {{text("b"), "教えたいとき", "講座の資料"}};
  const std::string html = career_path(records.career_paths[0], records, context());
  for (const char* part : {"案件の中で", "例：三つの案を比べた", "公開の承認：上長が確かめる",
                           "<strong>テックリード</strong>", "持っていく証拠：講座の資料"}) {
    INFO(part);
    CHECK(has(html, part));
  }
}

TEST_CASE("paths with the same levels share a ladder, others get their own") {
  model::Records records;
  records.career_paths = {career_path_record("a", "アーキテクト"), career_path_record("b", "<b>"),
                          career_path_record("c", "研究開発")};
  records.career_paths[2].levels.pop_back();
  const auto see = [](const std::string& path) {
    return path == "a" ? std::optional(PageLink{"a.html", "A", ""}) : std::nullopt;
  };
  const std::string html = career_paths(records, see, context());
  CHECK(count(html, "<figure") == 2);
  CHECK(has(html, "<a href=\"a.html\">アーキテクト</a>"));
  CHECK(count(html, "<a ") == 1);
  CHECK(has(html, "&lt;b&gt;"));
  CHECK_FALSE(has(html, "<b>"));
}

TEST_CASE("named exit models are shown in the order of their names, all if none is named") {
  model::Records records;
  for (const char* id : {"x", "y", "z"}) {
    model::ExitModel model;
    model.head.id = text(id);
    model.name = std::string("行き先") + id;
    records.exit_models.push_back(std::move(model));
  }
  CHECK(count(exit_models({}, records, context()), "<section") == 3);
  const std::string html = exit_models({{text("z"), text("x")}}, records, context());
  CHECK(count(html, "<section") == 2);
  CHECK(html.find("行き先z") < html.find("行き先x"));
}

TEST_CASE("the crosswalk and the roles say in words what they draw") {
  model::Records records;
  records.career_paths = {career_path_record("a", "アーキテクト")};
  model::ExitModel designer;
  designer.head.id = text("d");
  designer.name = "構造設計者";
  records.exit_models.push_back(designer);
  records.crosswalk.push_back({text("a"), text("d"), model::CrosswalkStrength::main, {}});
  CHECK(has(crosswalk(records, context()), ">◎ 主</td>"));
  model::WorkRole role;
  role.head.id = text("r");
  role.name = "再利用設計者";
  role.paths = {text("a")};
  records.roles.push_back(role);
  const std::string html = roles(records, context());
  CHECK(has(html, "「再利用設計者」からアーキテクトへ。"));
  CHECK(has(html, "<td>—</td>"));
}

TEST_CASE("assets, funnels and proposals without anything yet do not break a page") {
  CHECK(has(assets({}, {}, context()), "<table"));
  CHECK(funnel({}, context()).find("<svg") == std::string::npos);
  CHECK(proposals({}, {}, context()).empty());
  CHECK(roles({}, context()).find("<svg") == std::string::npos);
  CHECK(crosswalk({}, context()).find("<svg") == std::string::npos);
}

TEST_CASE("guides are shown as drawings and tables; what is empty is a dash") {
  model::Cycle circle;
  circle.title = "循環SES";
  circle.before_title = "線形SES";
  circle.before = {{"単価 × 時間", ""}, {"売上", "案件が終わると止まる"}};
  circle.steps = {{"知見", ""}, {"仕組み", ""}, {"収益", "次に投じる"}};
  const std::string drawn = cycle(circle, context());
  CHECK(has(drawn, "<svg"));
  CHECK(has(drawn, "これまでは売上で終わる一本道。"));
  CHECK(has(drawn, "次に投じる"));

  model::Review quarterly;
  quarterly.title = "進捗確認";
  quarterly.when = "四半期末";
  CHECK(has(reviews({quarterly}, context()), "<td>四半期末</td>"));

  model::Interview talk;
  talk.title = "面談";
  talk.minutes.value = 30;
  talk.parts = {{{30, {}}, "本人", "話す"}};
  talk.questions = {"何が効いたか"};
  CHECK(has(interview(talk, context()), "面談（30分）"));
  CHECK(has(interview(talk, context()), "<li>何が効いたか</li>"));

  model::BusinessForm today;
  today.name = "人月のSES";
  today.value = "単価 × 時間";
  today.is_today = true;
  model::BusinessForm next;
  next.name = "PoC特化型";
  next.value = "不確実性が減ること";
  const std::string forms = business_forms({today, next}, context());
  CHECK(has(forms, "「PoC特化型」から不確実性が減ることへ。"));
  CHECK(has(forms, "<td>—</td>"));
  CHECK(business_forms({}, context()).find("<svg") == std::string::npos);

  model::Contrast two;
  two.title = "書き方";
  two.columns = {"前", "後"};
  two.rows = {{"投稿した", "議論が起きた", ""}};
  CHECK(has(contrast(two, context()), "<td>議論が起きた</td></tr>"));
}

TEST_CASE("risks are drawn on a grid above their table, unless they are not assessed or the page says no") {
  model::Records records;
  model::Risk risk;
  risk.plan.value = "roadmap";
  risk.title = "範囲が広がる";
  records.risks = {risk};
  model::RiskTableView view;
  view.plan.value = "roadmap";
  CHECK_FALSE(has(risk_table(view, records, context()), "<svg"));
  records.risks[0].probability = model::Located<std::int64_t>{4, {}};
  records.risks[0].impact = model::Located<std::int64_t>{5, {}};
  CHECK(has(risk_table(view, records, context()), "<svg"));
  view.grid = false;
  CHECK_FALSE(has(risk_table(view, records, context()), "<svg"));
}
