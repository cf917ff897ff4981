// The errors in the source documents themselves, in their original wording: each is reported by a rule.
#include <string>

#include "support/catch.h"
#include "support/memory_site.h"

using namespace shirube;

namespace {

// A site with every rule of good practice, and with our own list of words.
tests::Files with_our_words(tests::Files files) {
  files.emplace("site.yaml", "title: 出典\n");
  files.emplace("content/wording.yaml", tests::read_checkout("content/wording.yaml"));
  return files;
}

std::string findings_of(tests::Files files) {
  return tests::MemorySite(with_our_words(std::move(files))).findings();
}

// How often `rule` is reported.
std::size_t count(const std::string& findings, const std::string& rule) {
  std::size_t found = 0;
  for (std::size_t at = findings.find(" " + rule + "\n"); at != std::string::npos;
       at = findings.find(" " + rule + "\n", at + 1)) {
    ++found;
  }
  return found;
}

std::size_t count_on_page(const std::string& text, const std::string& rule) {
  const std::string findings = findings_of({{"content/page.md", "---\ntitle: 出典\n---\n\n" + text + "\n"}});
  INFO(findings);
  return count(findings, rule);
}

std::string plan(const std::string& phases) {
  return "plan:\n  id: roadmap\n  title: 90日ロードマップ\n  days: 90\n  scope: [1部署, 1ユースケース, 1KPI]\n  "
         "phases:\n" +
         phases;
}

std::size_t count_in_records(const std::string& text, const std::string& rule) {
  const std::string findings = findings_of({{"content/records.yaml", text}});
  INFO(findings);
  return count(findings, rule);
}

}  // namespace

TEST_CASE("three weekly sprints in the fourteen days of phase A are reported") {
  CHECK(count_in_records(plan(R"(    - id: phase-a
      title: 最小で“動く”を作る（フェーズA）
      days: [8, 21]
      tasks:
        - {id: a, title: 週次スプリント1：必要列・必要期間だけで “抽出” を作る}
        - {id: b, title: 週次スプリント2：事前集計テーブル（問い合わせ頻度の高い指標のみ）}
        - {id: c, title: 週次スプリント3：ダッシュボード1枚（現場KPIを1つだけ表示）}
)"),
                         "plan-sprints") == 1);
}

TEST_CASE("four weeks in a row within the twenty days of phase D are reported") {
  CHECK(count_in_records(plan(R"(    - id: phase-d
      title: 引き渡しと最小の拡張準備（フェーズD）
      days: [71, 90]
      indicators:
        - {id: a, label: 運用, target: 4週間連続で運用が回る}
)"),
                         "plan-window") == 1);
}

TEST_CASE("a plan that begins on day 0 is reported, and so is one that adds up to 91 days") {
  CHECK(count_in_records(plan("    - {id: preparation, title: 着手準備, days: [0, 7]}\n"), "phase-days") == 1);
  CHECK(count_in_records(plan("    - {id: preparation, title: 着手準備, days: [1, 91]}\n"), "plan-length") == 1);
}

TEST_CASE("lone letters that stand for several numbers of the plan are reported") {
  CHECK(count_in_records(plan(R"(    - id: phase-a
      title: フェーズA
      days: [1, 90]
      indicators:
        - {id: a, label: 抽出時間, target: N時間→M分}
        - {id: b, label: 可視化の更新時間, target: M分以内}
        - {id: c, label: 月間費用, target: X万円→X-α万円}
        - {id: d, label: 準備時間, target: T時間→T/4}
        - {id: e, label: 業務KPI, target: Y%→Y+β%}
        - {id: f, label: ダッシュボード閲覧, target: 週N回以上（関係者）}
)"),
                         "plan-placeholder") == 6);
}

TEST_CASE("a matrix of risks without probability, impact and owner is reported") {
  CHECK(count_in_records(plan("    - {id: all, title: 全体, days: [1, 90]}\n") + R"(risks:
  - {id: scope, plan: roadmap, title: 範囲拡大の圧力, response: 「境界に書いてあるので今回は対象外」を淡々と再掲}
)",
                         "risk-incomplete") == 1);
}

TEST_CASE("a monthly cost divided by a monthly gain is not a number of months") {
  CHECK(count_in_records(R"(calculations:
  - id: roi
    title: 回収期間
    inputs:
      - {id: cost, label: 研修費用, value: 500000 円/月, unit: 円/月}
      - {id: gain, label: 月次創出粗利, value: 500000 円/月, unit: 円/月}
    formulas:
      - {id: payback, label: 回収期間, formula: cost / gain, unit: 月}
)",
                         "formula-declared-plain") == 1);
}

TEST_CASE("words that are wrongly written are reported at their place") {
  CHECK(count_on_page("| 経営層 | 係数目標 | 売上：554,250K、粗利：211,998K、営利：127,215K |",
                      "wording-discouraged") == 2);
  CHECK(count_on_page("売上554,250K 粗利211,998K 営利127,215K", "style-unit") == 3);
  CHECK(count_on_page("組織運営：一人一人が安心して活動的る環境づくり", "wording-discouraged") == 1);
  CHECK(count_on_page("（M1, M2）自身の価値観と言語化し、会社のビジョンと接続する。", "wording-discouraged") == 1);
}

TEST_CASE("circles, x percent and lines to fill in are reported") {
  CHECK(count_on_page("SQL Server案件をストック化し、年間○件の安定受注に貢献", "style-unfilled") == 1);
  CHECK(count_on_page("売上のx%を技術開発・OSSに明示的に使う", "style-unfilled") == 1);
  CHECK(count_on_page("- KPI（数値）：＿＿＿＿（現在）→＿＿＿＿（目標）", "style-unfilled") == 2);
}

TEST_CASE("what is left of generated answers is reported") {
  CHECK(count_on_page("必要であれば、この内容を説明資料にも展開可能です。", "wording-refused") == 1);
  CHECK(count_on_page("ドキュメントの提供にもすぐ対応します。どう進めましょうか？", "wording-refused") == 1);
  CHECK(count_on_page("### 次の第6セクション\n\n続けて提示してよいか？", "wording-refused") == 2);
  CHECK(count_on_page("# ✅ 整理\n\n## 🔹ステップ1\n\n### 📘テンプレート", "style-emoji") == 3);
  CHECK(count_on_page("### 1. 効果測定設計書（Draft）", "wording-discouraged") == 1);
}

TEST_CASE("polite endings are reported in a text written in である") {
  CHECK(count_on_page("研修の投資対効果（ROI）をオーナー視点で可視化します。", "style-polite") == 1);
  CHECK(count_on_page("相手は「助かります。」と言った。", "style-polite") == 0);
}

TEST_CASE("an indicator without a definition cannot be published") {
  CHECK(count_in_records(
            "indicators:\n  - {id: spread, label: ナレッジ拡散係数, layer: outcome, unit: 件, direction: up}\n",
            "missing-key") >= 1);
  CHECK(count_on_page("「人をまとめた数」ではなく、「思想を生んだ数」で評価できる制度へ（例：ナレッジ拡散係数）",
                      "wording-refused") == 1);
}

TEST_CASE("a gate with a range, a tendency and a single verdict is reported") {
  const std::string gate = R"(indicators:
  - {id: grasp, label: 前日売上把握率, definition: 前日の売上を言えた割合, layer: behaviour, unit: '%', direction: up, frequency: 週次, data_source: 行動ログ}
  - {id: sales, label: 月次売上, definition: その月の売上, layer: outcome, unit: 円, direction: up, frequency: 月次, data_source: 会計}
pilots:
  - id: pilot
    title: 管理職5名、1ヶ月
    people: [A, B, C, D, E]
    comparison: none
    weeks: {before: 1, during: 4}
    indicators: [{id: grasp}, {id: sales}]
gates:
  - id: gate
    title: 続行の判定
    pilot: pilot
    criteria:
      - {id: leading, label: 先行KPIの改善幅, indicator: grasp, threshold: +20〜30pt, evidence: 行動ログ}
      - {id: business, label: 業務KPIの変化, indicator: sales, threshold: 上振れ傾向, evidence: 会計}
      - {id: stories, label: 定性, expression: stories.complete, threshold: 3 件, direction: up, evidence: 事例}
    verdicts:
      - {verdict: continue, least_met: 2, next: 続ける}
)";
  const std::string findings = findings_of({{"content/records.yaml", gate}});
  INFO(findings);
  CHECK(count(findings, "gate-range-threshold") + count(findings, "gate-vague-threshold") == 2);
}

TEST_CASE("goals that say how hard, but not what is done, are reported") {
  const auto objective = [](const std::string& title, const std::string& rest) {
    return "objectives:\n  - {id: one, title: " + title + ", level: company, owner: 経営層" + rest + "}\n";
  };
  CHECK(count_in_records(objective("コンプライアンスを徹底する", ""), "objective-effort") == 1);
  CHECK(count_in_records(objective("品質の向上に努力する。", ""), "objective-effort") == 1);
  CHECK(count_in_records(objective("気づきを月1回共有する", ""), "objective-effort") == 0);
}

// 生産性向上率 5 % against the 9.52 % that the same figures need.
TEST_CASE("a Conservative scenario that hides from where on it would pay is reported") {
  const auto roi = [](const std::string& expected) {
    return R"(calculations:
  - id: roi
    title: ROI
    inputs:
      - {id: members, label: 対象人数, symbol: M, value: 5, unit: 人}
      - {id: sales, label: 月次売上, symbol: Rm, value: 4000000, unit: 円/人/月}
      - {id: margin, label: 粗利率, symbol: Gm, value: 40, unit: '%'}
      - {id: uplift, label: 生産性向上率, symbol: u, value: 6.25, unit: '%'}
      - {id: cost, label: 研修費用, symbol: C, value: 500000, unit: 円/月}
    formulas:
      - {id: gain, label: 月次創出粗利, formula: M * Rm * Gm * u, unit: 円/月}
      - {id: needed, label: 必要な向上率, symbol: u_req, formula: C / (M * Rm * Gm), unit: '%'}
    break_even:
      output: gain
      reach: cost
      needed: needed
      over: {input: u, values: [0 %, 4 %, 8 %]}
    scenarios:
      - id: conservative
        label: Conservative
        values: {Rm: 3000000 円/人/月, Gm: 35 %, u: 5 %}
        expected: {)" +
           expected + "}\n";
  };
  CHECK(count_in_records(roi("gain: 262500 円/月"), "scenario-hides-need") == 1);
  CHECK(count_in_records(roi("gain: 262500 円/月, u_req: 9.52 %"), "scenario-hides-need") == 0);
}

// Of the four exit models, three came without a goal.
TEST_CASE("exit models without a goal as an example are reported, one by one") {
  const std::string model =
      R"(, summary: 仕組みを設計し、再利用できる形で残す, authority: [設計を決める], support: [時間],
     evidence: [設計書])";
  const std::string goal = ", mbo_examples: [{id: kit, title: 雛形を作る, measures: [半期に2件]}]}\n";
  const std::string text = "exit_models:\n  - {id: a, name: 構造設計者" + model + "}\n  - {id: b, name: 価値翻訳者" +
                           model + "}\n  - {id: c, name: 育成・発信者" + model + "}\n  - {id: d, name: 自律開発者" +
                           model + goal;
  CHECK(count_in_records(text, "career-incomplete") == 3);
}

TEST_CASE("a year of goals with only a mid-term and a final review is reported") {
  CHECK(count_in_records(R"(reviews:
  - {id: mid, title: 中間レビュー, when: 期の半ば, times_a_year: 1, topics: 前半の事実, kept: 所見}
  - {id: final, title: 期末レビュー, when: 期末, times_a_year: 1, topics: 達成の事実, kept: 理由}
)",
                         "reviews-rare") == 1);
}
