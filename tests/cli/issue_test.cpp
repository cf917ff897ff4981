// `shirube issue`: a workbook for each person.
#include <chrono>
#include <filesystem>
#include <map>
#include <random>
#include <set>

#include "spreadsheet/container.h"
#include "spreadsheet/read.h"
#include "support/catch.h"
#include "support/program.h"
#include "support/seed.h"

using namespace shirube;
using tests::run_shirube;
namespace fs = std::filesystem;

namespace {

constexpr const char* sheet = R"(id: sheet
version: 1.2.0
title: 目標シート
description: 試験。
lists:
  - {id: grade, label: 等級, items: [1等級, 2等級]}
sheets:
  - id: one
    name: 目標
    title: 目標
    blocks:
      - block: form
        id: header
        fields:
          - {id: term, label: 期, from: {person: period}}
          - {id: number, label: 社員番号, from: {person: id}}
          - {id: name, label: 氏名, from: {person: name}}
          - {id: grade, label: 等級, type: choice, choices: grade, from: {person: grade}}
)";

struct Site : tests::TemporaryFolder {
  Site() {
    write("site/site.yaml", "title: 試験\nworkbooks: [sheet, plain]\n");
    write("site/content/index.md", "# 試験\n");
    write("site/templates/sheet.yaml", sheet);
    std::string plain = sheet;
    for (auto at = plain.find(", from: {person"); at != std::string::npos; at = plain.find(", from: {person")) {
      plain.erase(at, plain.find('}', at) + 1 - at);
    }
    plain.replace(0, 9, "id: plain");
    write("site/templates/plain.yaml", plain);
    write("people.csv", "社員番号,氏名,等級\n0012,=SUM(A1),1等級\n0013,佐藤,\n");
  }
  // `changed`: other values of options, or flags.
  tests::Outcome issue(const std::map<std::string, std::string>& changed = {}) const {
    std::map<std::string, std::string> options = {
        {"--people", *this / "people.csv"}, {"--template", "sheet"}, {"--period", "2026H2"}, {"-o", *this / "out"}};
    for (const auto& [name, value] : changed) options[name] = value;
    std::vector<std::string> arguments = {"-r", *this / "site", "issue"};
    for (const auto& [name, value] : options) {
      arguments.push_back(name);
      if (!value.empty()) arguments.push_back(value);
    }
    return run_shirube(std::move(arguments));
  }
  std::vector<std::string> files() const {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(*this / "out")) names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
  }
};

const std::vector<std::string> expected_files = {"manifest.csv", "目標シート_1.2.0_0012_2026H2.xlsx",
                                                 "目標シート_1.2.0_0013_2026H2.xlsx"};

bool holds(const std::string& bytes, const std::string& text) {
  const auto book = spreadsheet::read_workbook(bytes);
  REQUIRE(book);
  for (const auto& each : book.value().sheets) {
    for (const auto& cell : each.cells) {
      if (!cell.has_formula && cell.text == text) return true;
    }
  }
  return false;
}

}  // namespace

TEST_CASE_METHOD(Site, "each person gets a workbook with what is theirs, and the list names all") {
  const auto outcome = issue();
  INFO(outcome.out << outcome.err);
  CHECK(outcome.code == 0);
  CHECK(files() == expected_files);
  const std::string first = read("out/" + expected_files[1]);
  CHECK(holds(first, "0012"));
  CHECK(holds(first, "=SUM(A1)"));  // a text, never a formula
  CHECK(holds(first, "1等級"));
  CHECK(holds(first, "2026H2"));
  CHECK(holds(read("out/" + expected_files[2]), "佐藤"));
  const std::string list = read("out/manifest.csv");
  CHECK(list.find("0013,佐藤,,,目標シート_1.2.0_0013_2026H2.xlsx,") != std::string::npos);
  CHECK(list.find("'=SUM(A1)") != std::string::npos);
}

TEST_CASE_METHOD(Site, "a second run leaves finished workbooks as they are and makes what is missing") {
  REQUIRE(issue().code == 0);
  const std::string kept = *this / ("out/" + expected_files[1]);
  const auto before = fs::last_write_time(kept);
  fs::remove(*this / ("out/" + expected_files[2]));
  const auto outcome = issue();
  CHECK(outcome.code == 0);
  CHECK(outcome.err.find("(1 written)") != std::string::npos);
  CHECK(fs::last_write_time(kept) == before);
  CHECK(files() == expected_files);
}

TEST_CASE_METHOD(Site, "a bad row is reported, and the others get their workbooks unless all have to be right") {
  write("people.csv", "社員番号,氏名,等級\n0012,山田,9等級\n0013,佐藤,1等級\n");
  const auto strict = issue({{"--strict", ""}});
  CHECK(strict.code == 1);
  CHECK(!fs::exists(*this / "out"));
  const auto outcome = issue();
  CHECK(outcome.code == 1);
  CHECK(outcome.err.find("issue-choice") != std::string::npos);
  CHECK(files() == std::vector<std::string>{"manifest.csv", expected_files[2]});
}

TEST_CASE_METHOD(Site, "personal workbooks stay out of what is published, and need a template for people") {
  const auto reports = [this](const std::string& option, const std::string& value, const char* rule) {
    const auto outcome = issue({{option, value}});
    INFO(outcome.err);
    CHECK(outcome.code != 0);
    CHECK(outcome.err.find(rule) != std::string::npos);
  };
  reports("-o", *this / "site/public/sheets", "issue-output");
  reports("-o", *this / "site/content", "issue-output");
  reports("--template", "plain", "issue-no-person");
  reports("--template", "sheets", "unknown-workbook");
  reports("--people", *this / "nobody.csv", "unreadable-file");
}

namespace {

struct Cascade : Site {
  Cascade() {
    std::string text = sheet;
    text.insert(text.find("sheets:"),
                "  - {id: upper, label: 上位目標, from: objectives, level: [organisation, section]}\n");
    text += R"(          - {id: upper, label: 上位目標, type: choice, choices: upper}
      - block: table
        id: examples
        title: 目標の例
        columns:
          - {id: path, label: 道筋, type: fixed, property: path}
          - {id: title, label: 例, type: fixed, property: title}
        rows: {from: examples}
      - block: table
        id: sections
        title: 課の目標
        columns: [{id: title, label: 目標, type: fixed, property: title}, {id: mine, label: 自分の役割}]
        rows: {from: objectives, level: section}
)";
    write("site/templates/sheet.yaml", text);
    write("site/content/records.yaml", R"(categories: [技術貢献]
objectives:
  - {id: company, title: 会社の目標, level: company, owner: 経営層}
  - {id: sales, title: 営業の目標, level: organisation, owner: 部門長, parent: company, for: {organisation: 営業部}}
  - {id: engineering, title: 技術の目標, level: organisation, owner: 部門長, parent: company, for: {organisation: 技術部}}
  - {id: platform, title: 基盤課の目標, level: section, owner: 課長, category: 技術貢献, parent: engineering, for: {organisation: 技術部 基盤課}}
  - {id: leaders, title: リーダーの目標, level: section, owner: 課長, category: 技術貢献, parent: engineering, for: {job: [リーダー], grade: [2等級]}}
  - {id: shops, title: 店舗の目標, level: section, owner: 課長, category: 技術貢献, parent: sales}
career_paths:
  - {id: architect, name: アーキテクト, summary: 設計, fit: 向き, authority: [決める], support: [支える], evidence: [示す], levels: [], mbo_examples: [{id: a-1, title: 構成を決める, measures: 1件}]}
  - {id: lead, name: テックリード, summary: 導く, fit: 向き, authority: [決める], support: [支える], evidence: [示す], levels: [], mbo_examples: [{id: l-1, title: 講座を開く, measures: 2回}]}
)");
    people(
        "0001,青木,技術部　基盤課,1等級,技術職,山田,\n"
        "0002,井上,技術部 品質課,2等級,リーダー,山田,アーキテクト\n"
        "0003,上田,営業部,1等級,営業職,鈴木/部長,lead\n");
  }
  void people(const std::string& rows) const {
    write("people.csv", "社員番号,氏名,所属,等級,職種,一次評価者,キャリアの行き先\n" + rows);
  }
  std::string book(const std::string& id) const { return read("out/目標シート_1.2.0_" + id + "_2026H2.xlsx"); }
};

std::vector<std::string> parts_of(const std::string& archive) {
  auto container = spreadsheet::Container::open(archive, {});
  REQUIRE(container);
  std::vector<std::string> names;
  for (const auto& part : container.value().parts()) names.push_back(part.name);
  return names;
}

}  // namespace

TEST_CASE_METHOD(Cascade,
                 "lists and tables hold the objectives that cascade to the person, and their path's examples") {
  const auto outcome = issue();
  INFO(outcome.out << outcome.err);
  REQUIRE(outcome.code == 0);
  struct Expected {
    const char* id;
    std::set<std::string> there;
  };
  const std::vector<Expected> expected = {
      {"0001", {"技術の目標", "基盤課の目標", "構成を決める", "講座を開く"}},
      {"0002", {"技術の目標", "リーダーの目標", "構成を決める"}},
      {"0003", {"営業の目標", "店舗の目標", "講座を開く"}},
  };
  for (const Expected& each : expected) {
    const std::string bytes = book(each.id);
    for (const char* text :
         {"営業の目標", "技術の目標", "基盤課の目標", "リーダーの目標", "店舗の目標", "構成を決める", "講座を開く"}) {
      INFO(each.id << " " << text);
      CHECK(holds(bytes, text) == each.there.contains(text));
    }
  }
}

namespace {

std::set<std::string> texts_on(const std::string& bytes, const std::string& name) {
  const auto book = spreadsheet::read_workbook(bytes);
  REQUIRE(book);
  std::set<std::string> texts;
  for (const auto& each : book.value().sheets) {
    if (each.name != name) continue;
    for (const auto& cell : each.cells) {
      if (!cell.has_formula && !cell.text.empty()) texts.insert(cell.text);
    }
  }
  REQUIRE(!texts.empty());
  return texts;
}

}  // namespace

TEST_CASE_METHOD(tests::TemporaryFolder,
                 "our own sheets give two people their own objectives, examples of their path, and lists") {
  write("people.csv",
        "社員番号,氏名,カナ,所属,等級,職種,一次評価者,二次評価者,キャリアの行き先\n"
        "0001,青木,アオキ,DataPlatform 第一課,5等級,技術職,山田,鈴木,テックリード\n"
        "0002,井上,イノウエ,業務改革部,1等級,技術職,山田,鈴木,value-translator\n");
  const auto book = [this](const std::string& name, const std::string& id) {
    const auto outcome = run_shirube({"-r", SHIRUBE_SOURCE_DIR, "issue", "--people", *this / "people.csv", "--template",
                                      name, "--period", "2026H2", "-o", *this / name, "--ascii-names"});
    INFO(outcome.err);
    REQUIRE(outcome.code == 0);
    for (const auto& entry : fs::directory_iterator(*this / name)) {
      const std::string file = entry.path().filename().string();
      if (file.find("_" + id + "_") != std::string::npos) return read(name + "/" + file);
    }
    FAIL("no workbook for " + id);
    return std::string();
  };
  struct Expected {
    const char* workbook;
    const char* sheet;
    const char* text;
    bool first;
    bool second;
  };
  const char* orders = "Azureデータ基盤・Fabric基盤に関わる案件を新規に受注する";
  const Expected expected[] = {
      {"mbo-sheet", "上位目標", orders, true, false},
      {"mbo-sheet", "上位目標", "コンプライアンス・ファースト", true, true},
      {"mbo-sheet", "上位目標", "売上の計数目標を達成する", true, true},
      {"mbo-sheet", "選択肢", orders, true, false},
      {"mbo-sheet", "選択肢", "SQL Server案件をストック化する", true, true},
      {"mbo-sheet", "選択肢", "売上の計数目標を達成する", false, false},
      {"mbo-sheet", "記入例", "Fabric基盤の新規案件を1件受注し、立ち上げまで担当する", true, false},
      {"mbo-sheet", "記入例", "若手メンバーと組み、週1回のレビューと相談の時間を持つ", true, false},
      {"mbo-sheet", "記入例", "一人で任される作業を四半期に一つ増やし、手順書に残す", false, true},
      {"mbo-sheet", "行き先の例", "チームの設計判断を記録に残し、四半期に1回見直す", true, false},
      {"mbo-sheet", "行き先の例", "提案価値：要件が固まる前の提案を3件行う", false, true},
      {"mbo-sheet", "行き先の例", "自社の汎用の部品を1件、承認を得て公開する", false, false},
      {"mbo-sheet", "目標設定", "アオキ", true, false},
      {"mbo-sheet", "目標設定", "5等級", true, false},
      {"mbo-sheet", "目標設定", "テックリード", true, false},
      {"mbo-sheet", "目標設定", "価値翻訳者", false, true},
      {"career-portfolio", "次の一行", "テックリード", true, false},
      {"career-portfolio", "次の一行", "価値翻訳者", false, true},
      {"career-portfolio", "目標の例", "チームの設計判断を記録に残し、四半期に1回見直す", true, false},
      {"career-portfolio", "目標の例", "提案価値：要件が固まる前の提案を3件行う", false, true},
  };
  std::map<std::pair<std::string, std::string>, std::string> books;
  for (const char* workbook : {"mbo-sheet", "career-portfolio"}) {
    for (const char* id : {"0001", "0002"}) books[{workbook, id}] = book(workbook, id);
  }
  for (const Expected& each : expected) {
    INFO(each.workbook << " " << each.sheet << " " << each.text);
    CHECK(texts_on(books[{each.workbook, "0001"}], each.sheet).contains(each.text) == each.first);
    CHECK(texts_on(books[{each.workbook, "0002"}], each.sheet).contains(each.text) == each.second);
  }
}

TEST_CASE_METHOD(Cascade, "who has nothing to choose from, or an unknown path, is reported and gets no workbook") {
  people(
      "0001,青木,技術部 基盤課,1等級,技術職,山田,\n0002,井上,人事部,1等級,,山田,\n0003,上田,営業部,1等級,,鈴木,社長\n");
  const auto outcome = issue();
  CHECK(outcome.code == 1);
  CHECK(outcome.err.find("issue-no-choices") != std::string::npos);
  CHECK(outcome.err.find("0002") != std::string::npos);
  CHECK(outcome.err.find("issue-career-path") != std::string::npos);
  CHECK(files() == std::vector<std::string>{"manifest.csv", "目標シート_1.2.0_0001_2026H2.xlsx"});
}

TEST_CASE_METHOD(Cascade, "one ZIP an assessor holds the workbooks of their people, with the same bytes each time") {
  const auto outcome = issue({{"--zip", ""}});
  INFO(outcome.err);
  REQUIRE(outcome.code == 0);
  const std::string name = "out/目標シート_1.2.0_山田_2026H2.zip";
  const std::string archive = read(name);
  CHECK(parts_of(archive) == std::vector<std::string>{"目標シート_1.2.0_0001_2026H2.xlsx",
                                                      "目標シート_1.2.0_0002_2026H2.xlsx", "manifest.csv"});
  auto container = spreadsheet::Container::open(archive, {});
  REQUIRE(container);
  CHECK(container.value().read("目標シート_1.2.0_0002_2026H2.xlsx").value() == book("0002"));
  const std::string list = container.value().read("manifest.csv").value();
  CHECK(list.find("井上") != std::string::npos);
  CHECK(list.find("上田") == std::string::npos);
  CHECK(parts_of(read("out/目標シート_1.2.0_鈴木-部長_2026H2.zip")).size() == 2);
  const auto before = fs::last_write_time(*this / name);
  fs::remove(*this / "out/目標シート_1.2.0_鈴木-部長_2026H2.zip");
  REQUIRE(issue({{"--zip", ""}}).code == 0);
  CHECK(fs::last_write_time(*this / name) == before);
  CHECK(fs::exists(*this / "out/目標シート_1.2.0_鈴木-部長_2026H2.zip"));
  REQUIRE(issue({{"--zip", ""}, {"-o", *this / "again"}}).code == 0);
  CHECK(read("again/目標シート_1.2.0_山田_2026H2.zip") == archive);
}

TEST_CASE_METHOD(Cascade, "people without an assessor are reported when ZIPs are requested") {
  people("0001,青木,技術部,1等級,技術職,,\n");
  const auto outcome = issue({{"--zip", ""}});
  CHECK(outcome.code == 0);
  CHECK(outcome.err.find("issue-no-assessor") != std::string::npos);
  CHECK(files() == std::vector<std::string>{"manifest.csv", "目標シート_1.2.0_0001_2026H2.xlsx"});
}

TEST_CASE_METHOD(Cascade, "file names can be had in ASCII alone") {
  REQUIRE(issue({{"--ascii-names", ""}, {"--zip", ""}, {"--period", "2026年度上期"}}).code == 0);
  const auto made = files();
  CHECK(made.size() == 8);
  for (const std::string& name : made) {
    INFO(name);
    CHECK(std::all_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; }));
    const bool is_list = name == "manifest.csv" || name == "handouts.csv" || name == "names.csv";
    CHECK((is_list || name.starts_with("sheet_1.2.0_")));
  }
}

TEST_CASE_METHOD(Cascade,
                 "a build that would reach people fails: lists, issued workbooks and ZIPs, in content and output") {
  REQUIRE(issue({{"--zip", ""}}).code == 0);
  const auto build = [this] { return run_shirube({"-r", *this / "site", "build"}); };
  REQUIRE(build().code == 0);
  REQUIRE(build().code == 0);  // its own workbooks are not people's
  const std::map<std::string, std::string> personal = {
      {"社員.csv", read("people.csv")},
      {"list.txt", "id\tname\n"},  // harmless
      {"tabs.txt", "id\tName\tgrade\n1\tx\t2\n"},
      {"manifest.csv", read("out/manifest.csv")},
      {"handouts.csv", read("out/handouts.csv")},
      {"copy.xlsx", book("0001")},
      {"all.zip", read("out/目標シート_1.2.0_山田_2026H2.zip")},
  };
  for (const char* folder : {"site/content/files/", "site/public/files/"}) {
    for (const auto& [name, bytes] : personal) {
      write(folder + name, bytes);
      const auto outcome = build();
      INFO(folder << name << "\n" << outcome.err);
      const bool harmless = name == "list.txt";
      CHECK((outcome.code == 0) == harmless);
      CHECK((outcome.err.find("[personal-file]") == std::string::npos) == harmless);
      fs::remove(*this / (folder + name));
    }
  }
  CHECK(build().code == 0);
}

namespace {

// True if it was still running.
bool issue_and_kill(const Site& site, std::chrono::microseconds delay) {
  return tests::kill_shirube({"-r", site / "site", "issue", "--people", site / "people.csv", "--template", "sheet",
                              "--period", "2026H2", "-o", site / "out", "--zip", "--quiet"},
                             delay);
}

}  // namespace

TEST_CASE_METHOD(Cascade,
                 "killed at random moments, a run leaves whole files only; the next one keeps them and ends the work") {
  std::string rows;
  for (int i = 0; i < 120; ++i) {
    rows += "p" + std::to_string(i) + ",氏名,技術部 基盤課,1等級,技術職,評価者" + std::to_string(i % 7) + ",\n";
  }
  people(rows);
  const unsigned seed = tests::random_seed();
  INFO("seed " << seed);
  std::mt19937 random(seed);
  const auto start = std::chrono::steady_clock::now();
  REQUIRE(issue({{"--zip", ""}, {"-o", *this / "whole"}}).code == 0);
  const auto whole = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start);
  std::uniform_int_distribution<std::int64_t> delay(0, whole.count());
  fs::create_directory(*this / "out");
  std::map<std::string, fs::file_time_type> finished;
  int killed = 0;
  for (int i = 0; i < 20; ++i) {
    if (finished.size() > 100) {  // enough to lose again
      fs::remove_all(*this / "out");
      fs::create_directory(*this / "out");
      finished.clear();
    }
    killed += issue_and_kill(*this, std::chrono::microseconds(delay(random))) ? 1 : 0;
    for (const std::string& name : files()) {
      if (name.starts_with(".shirube-issue-")) continue;  // what the next run removes
      INFO(name);
      REQUIRE(read("out/" + name) == read("whole/" + name));
      const auto time = fs::last_write_time(*this / ("out/" + name));
      const auto [known, is_new] = finished.emplace(name, time);
      CHECK(known->second == time);
    }
  }
  CHECK(killed > 0);
  REQUIRE(issue({{"--zip", ""}}).code == 0);
  for (const auto& [name, time] : finished) CHECK(fs::last_write_time(*this / ("out/" + name)) == time);
  std::vector<std::string> all;
  for (const auto& entry : fs::directory_iterator(*this / "whole")) all.push_back(entry.path().filename().string());
  std::sort(all.begin(), all.end());
  CHECK(files() == all);
}
