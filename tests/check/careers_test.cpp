// The rules about careers, on one small complete handbook and on what breaks it.
#include "support/catch.h"
#include "support/memory_site.h"

using namespace shirube;

namespace {

const std::string models = R"(exit_models:
  - id: designer
    name: 構造設計者
    summary: 使い回される設計を生む
    authority: 技術を選ぶ
    support: [公開の機会]
    evidence: [設計書]
    mbo_examples: [{id: d-1, title: 型を整える, measures: 型 2件}]
)";
const std::string paths = R"(career_paths:
  - id: architect
    name: アーキテクト
    summary: 構成を決める
    authority: 開始時のレビュー
    support: 時間
    evidence: 構成図
    levels:
      - {id: one, label: 案件の中で, scope: 担当, expectations: [{id: e, text: 比べる, examples: 三つの案を比べた}]}
    mbo_examples: [{id: a-1, title: レビューする, measures: 実施 6件}]
    transitions: [{to: lead, when: 教えたいとき}]
  - id: lead
    name: テックリード
    summary: 方針を決める
    authority: 方針
    support: 時間
    evidence: 記録
    levels:
      - {id: one, label: 案件の中で, scope: 担当, expectations: [{id: e, text: 教える, examples: 理由を書いた}]}
    mbo_examples: [{id: l-1, title: 記録する, measures: 記録 12件}]
)";
const std::string rows = R"(crosswalk:
  - {path: architect, model: designer, strength: main}
  - {path: lead, model: designer, strength: main}
)";

std::string findings(const std::string& yaml, const std::string& page = "") {
  tests::Files files = {{"content/careers.yaml", yaml}};
  if (!page.empty()) files["content/index.md"] = "# 題\n\n" + page;
  return tests::MemorySite(std::move(files)).findings();
}

std::string replaced(std::string text, const std::string& old, const std::string& fresh) {
  const std::size_t at = text.find(old);
  REQUIRE(at != std::string::npos);
  return text.replace(at, old.size(), fresh);
}

std::string goal(const std::string& fields) {
  return "proposals:\n  - {id: p, title: 題, problem: 課題, idea: 案, mbo_examples: [{id: g, " + fields + "}]}\n";
}

}  // namespace

TEST_CASE("a complete handbook of careers is clean, and each directive finds its records") {
  CHECK(findings(models + paths + rows + R"(assets: [{id: oss, name: OSS, use: 証明, shown: 導入の数}]
funnels: [{id: f, title: 段, stages: [{id: a, label: 可視化, count: 3}, {id: b, label: 公開化, count: 3}]}]
roles: [{id: r, name: 再利用設計者, summary: 整える, deliverables: 型, models: designer, paths: [architect]}]
proposals: [{id: p, title: 題, problem: 課題, idea: 案, mbo_examples: [{id: g, title: 型を作る, measures: 型 2件}]}]
)",
                 "```{exit-models}\nids: designer\n```\n\n```{career-paths}\n```\n\n```{career-path}\nid: lead\n```\n\n"
                 "```{crosswalk}\n```\n\n```{assets}\n```\n\n```{funnel}\nid: f\n```\n\n```{roles}\n```\n\n"
                 "```{proposals}\n```\n") == "");
}

TEST_CASE("every part that a model or a path must have is asked for") {
  for (const std::string key : {"authority: 技術を選ぶ", "support: [公開の機会]", "evidence: [設計書]",
                                "mbo_examples: [{id: d-1, title: 型を整える, measures: 型 2件}]"}) {
    INFO(key);
    const std::string line = "    " + key + "\n";
    CHECK(findings(replaced(models, line, "")) == "content/careers.yaml:2:9 career-incomplete\n");
  }
  CHECK(findings(replaced(paths, "    evidence: 構成図\n", "")) == "content/careers.yaml:2:9 career-incomplete\n");
}

TEST_CASE("references between careers lead somewhere") {
  CHECK(findings(replaced(paths, "to: lead", "to: leed")) == "content/careers.yaml:11:24 unknown-record\n");
  CHECK(findings(models + paths + replaced(rows, "path: lead", "path: leed")) ==
        "content/careers.yaml:20:9 crosswalk-gap\ncontent/careers.yaml:31:12 unknown-record\n");
  CHECK(findings(models + paths + replaced(rows, "model: designer", "model: x")) ==
        "content/careers.yaml:30:30 unknown-record\n");
  CHECK(
      findings(models + "roles: [{id: r, name: あ, summary: い, deliverables: う, models: x, paths: [designer]}]\n") ==
      "content/careers.yaml:9:63 unknown-record\ncontent/careers.yaml:9:74 unknown-record\n");
  CHECK(findings(models, "```{career-path}\nid: lead\n```\n") == "content/index.md:4:5 unknown-record\n");
  CHECK(findings(models, "```{exit-models}\nids: [designer, desiner]\n```\n") ==
        "content/index.md:4:17 unknown-record\n");
  CHECK(findings(models + models.substr(models.find("  - "))) == "content/careers.yaml:9:9 duplicate-id\n");
}

TEST_CASE("models and paths without a crosswalk are all reported") {
  CHECK(findings(models + paths) ==
        "content/careers.yaml:2:9 crosswalk-gap\ncontent/careers.yaml:10:9 crosswalk-gap\n"
        "content/careers.yaml:20:9 crosswalk-gap\n");
}

TEST_CASE("a goal with generative AI names the four steps, whether its text speaks of AI or not") {
  const std::string all = "ai: {hypothesis: 案, trial: 試す, verification: 測る, feedback: 直す}";
  CHECK(findings(goal("title: Copilotで書く, measures: 記事 4件")).find("ai-use-steps") != std::string::npos);
  CHECK(findings(goal("title: Copilotで書く, measures: 記事 4件, " + all)) == "");
  CHECK(findings(goal("title: 書く, measures: 記事 4件, ai: {hypothesis: 案}")).find("ai-use-steps") !=
        std::string::npos);
  CHECK(findings("objectives: [{id: o, title: 生成AIを試す, level: company, owner: 経営層}]\n") ==
        "content/careers.yaml:1:19 ai-use-steps\n");
}

TEST_CASE("a goal that publishes names its clearance, in the field or in its words") {
  CHECK(findings(goal("title: 書く, measures: Qiita 2件")).find("publication-no-clearance") != std::string::npos);
  CHECK(findings(goal("title: 書く, measures: Qiita 2件, clearance: 上長が確かめる")) == "");
  CHECK(findings(goal("title: 承認を得て社外で話す, measures: 登壇 1回")) == "");
  CHECK(findings(goal("title: 社内で話す, measures: 登壇 1回")) == "");
  CHECK(findings(goal("title: 書く, measures: 社内で公開した事例 2件")) == "");
  CHECK(findings(goal("title: 書く, measures: 社内で公開した事例を社外に出す 2件")).find("clearance") !=
        std::string::npos);
  CHECK(findings("objectives: [{id: o, title: 社外で話す, level: company, owner: 経営層}]\n") ==
        "content/careers.yaml:1:19 publication-no-clearance\n");
}
