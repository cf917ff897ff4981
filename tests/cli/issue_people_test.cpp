// `shirube issue`: who is who in a list, and what each gets.
#include "support/catch.h"
#include "support/issue_site.h"

using namespace shirube;
using tests::IssueSite;

namespace {

bool reports(const tests::Outcome& outcome, std::string_view rule) {
  return outcome.err.find("[" + std::string(rule) + "]") != std::string::npos;
}

bool says(const tests::Outcome& outcome, std::string_view text) {
  return outcome.err.find(text) != std::string::npos;
}

constexpr const char* with_numbers = "社員番号,氏名,所属,一次評価者,一次評価者番号";

}  // namespace

TEST_CASE_METHOD(IssueSite,
                 "one assessor under two spaces is one ZIP, and reported; two of one name get two by their numbers") {
  people(
      "123,山田　太郎　,営業部　,佐藤　一郎\n124,田中,営業部,佐藤 "
      "一郎\n125,木村,営業部,佐藤　一郎　\n126,\u00A0林\u200B,営業部,佐藤　一郎\n");
  const auto blanks = issue({{"--zip", ""}});
  INFO(blanks.err);
  CHECK(blanks.code == 0);
  CHECK(reports(blanks, "people-assessor-spelt"));
  CHECK(reports(blanks, "people-assessor-unknown"));
  CHECK(archived(archive("佐藤-一郎")).size() == 5);
  CHECK(manifest().at("sheet 126").starts_with("林/"));
  CHECK(manifest().at("sheet 123").starts_with("山田　太郎/"));

  people(
      "1,佐藤,営業部,,\n2,佐藤,企画部,,\n3,青木,営業部,佐藤,1\n4,井上,企画部,佐藤,2\n5,上田,企画部,佐籐,2\n"
      "6,江藤,企画部,佐藤,\n7,岡,企画部,,2\n",
      with_numbers);
  const auto numbers = issue({{"--zip", ""}, {"-o", *this / "out"}, {"--period", "2027H1"}});
  INFO(numbers.err);
  CHECK(reports(numbers, "people-assessor-which"));
  CHECK(reports(numbers, "people-assessor-spelt"));
  CHECK(says(numbers, "「佐籐」"));
  const auto in = [this](const std::string& who) {
    return archived("目標シート_1.2.0_" + who + "_2027H1.zip").size() - 1;
  };
  CHECK(in("佐藤-1") == 1);
  CHECK(in("佐藤-2") == 3);
  CHECK(in("佐藤") == 1);
  CHECK(tests::holds_text(read("out/目標シート_1.2.0_7_2027H1.xlsx"), "佐藤"));
}

TEST_CASE_METHOD(IssueSite,
                 "an assessor of oneself, one who looks like another, and a number that lost its zeros are reported") {
  people("0001,髙橋,営業部,高橋,\n0002,青木,営業部,高橋,\n0003,井上,営業部,,0003\n0004,上田,営業部,髙橋,1\n",
         with_numbers);
  const auto outcome = issue();
  INFO(outcome.err);
  CHECK(outcome.code == 1);
  CHECK(reports(outcome, "people-assessor-self"));
  CHECK(says(outcome, "people.csv:4:"));
  CHECK(says(outcome, "「高橋」, 「髙橋」"));
  CHECK(says(outcome, "`1` and `0001`"));
  CHECK(manifest().size() == 3);
  CHECK(says(outcome, "1 people refused"));
}

TEST_CASE_METHOD(IssueSite, "an error in many rows is one finding with its lines, at its first place") {
  std::string rows;
  for (int i = 1; i <= 60; ++i) rows += std::to_string(i) + ",人,営業部,,G1\n";
  people(rows + "61,人,営業部,,1等級\n", "社員番号,氏名,所属,一次評価者,等級");
  const auto outcome = issue();
  INFO(outcome.err);
  CHECK(says(outcome, "people.csv:2:"));
  CHECK(says(outcome, "2, 3, 4, 5, 6 … (60)"));
  CHECK(says(outcome, "templates/sheet.yaml"));
  CHECK(outcome.err.find("issue-choice") == outcome.err.rfind("issue-choice"));
  CHECK(says(outcome, "60 people refused"));
  CHECK(manifest().size() == 1);
}

TEST_CASE_METHOD(IssueSite, "what is longer than its field refuses its person alone; so does a line break in a name") {
  people("1,二十文字を超える長い長い氏名の人がここに一人います,営業部,\n2,林,営業部,\n3,\"森\n林\",営業部,\n");
  const auto outcome = issue();
  INFO(outcome.err);
  CHECK(outcome.code == 1);
  CHECK(reports(outcome, "issue-too-long"));
  CHECK(reports(outcome, "people-sign"));
  CHECK(says(outcome, "people.csv:2:3"));
  CHECK(says(outcome, "people.csv:4:3"));
  CHECK(manifest().size() == 1);
}

TEST_CASE_METHOD(IssueSite, "an organisation matches by its parts, and one that nobody names is reported") {
  write("site/content/goals.yaml", R"(categories: [技術]
objectives:
  - {id: company, title: 会社の目標, level: company, owner: 経営層}
  - {id: platform, title: 基盤の目標, level: organisation, owner: 部門長, parent: company, for: {organisation: DataPlatform}}
  - {id: sales, title: 営業の目標, level: organisation, owner: 部門長, parent: company, for: {organisation: 営業1}}
)");
  std::string text = read("site/templates/sheet.yaml");
  text += R"(      - block: table
        id: goals
        title: 部門の目標
        columns: [{id: title, label: 目標, type: fixed, property: title}, {id: mine, label: 自分の役割}]
        rows: {from: objectives, level: organisation}
)";
  write("site/templates/sheet.yaml", text);
  people(
      "1,山,DataPlatform,\n2,川,DataPlatformSupport室,\n3,海,ＤａｔａＰｌａｔｆｏｒｍ　第一課,\n4,谷,DataPlatform/"
      "第二課,\n"
      "5,林,Data Platform,\n6,森,営業10課,\n7,木,営業1 第二係,\n8,原,DataPlatformSupport室,\n");
  const auto outcome = issue();
  INFO(outcome.err);
  const auto has = [this](const std::string& id, const char* goal) {
    return tests::holds_text(read("out/" + book(id)), goal);
  };
  for (const char* id : {"1", "3", "4"}) CHECK(has(id, "基盤の目標"));
  for (const char* id : {"2", "5", "6", "8"}) CHECK(!has(id, "基盤の目標"));
  CHECK(has("7", "営業の目標"));
  CHECK(!has("6", "営業の目標"));
  CHECK(says(outcome, "`Data Platform`"));
  CHECK(says(outcome, "did you mean `DataPlatform`?"));
  CHECK(says(outcome, "`営業10課`"));
  CHECK(!says(outcome, "`DataPlatformSupport室`"));
  CHECK(reports(outcome, "people-organisation"));
}

TEST_CASE_METHOD(IssueSite, "a term of the records gives its days to the sheets, and says who is not due") {
  write("site/content/terms.yaml",
        "terms:\n  - {id: 2026h2, title: 2026年度下期, first: 2026-10-01, last: 2027-03-31, source: company}\n");
  std::string text = read("site/templates/sheet.yaml");
  text +=
      "          - {id: first, label: 初日, type: date, from: {term: first}}\n          - {id: last, label: 最終日, "
      "from: {term: last}}\n";
  write("site/templates/sheet.yaml", text);
  people("1,青木,2020/4/1,,\n2,井上,,2026/9/30,\n3,上田,2027/4/1,,\n4,江藤,,2026/12/31,\n5,岡,,,休職中\n",
         "社員番号,氏名,入社日,退職日,休職");
  const auto outcome = issue();
  INFO(outcome.err);
  CHECK(outcome.code == 0);
  CHECK(reports(outcome, "issue-not-due"));
  CHECK(says(outcome, "2 井上 (退職日 2026-09-30), 3 上田 (入社日 2027-04-01), 5 岡 (休職)"));
  const std::string first = "目標シート_1.2.0_1_2026h2.xlsx";  // the term's id, however the period was typed
  CHECK(files() == std::vector<std::string>{"manifest.csv", first, "目標シート_1.2.0_4_2026h2.xlsx"});
  CHECK(tests::holds_text(read("out/" + first), "2027-03-31"));
  CHECK(issue({{"--period", "2026年度下期"}}).code == 0);
  const auto unknown = issue({{"--period", "2027H1"}});
  CHECK(unknown.code == 1);
  CHECK(reports(unknown, "issue-no-term"));
}

TEST_CASE_METHOD(IssueSite, "a text about leave that is not known counts as leave, and is named") {
  people("1,青木,復職済み\n2,井上,在籍\n3,上田,－\n4,江藤,復職予定\n5,岡,育休\n", "社員番号,氏名,休職");
  const auto outcome = issue();
  INFO(outcome.err);
  CHECK(says(outcome, "4 江藤 (休職: 復職予定), 5 岡 (休職)"));
  CHECK(files() == std::vector<std::string>{"manifest.csv", book("1"), book("2"), book("3")});
}

TEST_CASE_METHOD(IssueSite, "a list that cannot be read is named as it was typed, and why, in the language of the run") {
  const auto read_from = [this](const std::string& path) { return issue({{"--people", path}, {"--lang", "ja"}}); };
  for (const std::string missing : {"/nai/nai.csv", "/nai.csv", "/site/../nai.csv"}) {
    const auto outcome = read_from(path() + missing);
    INFO(outcome.err);
    CHECK(outcome.code == 3);
    CHECK(says(outcome, "「" + path() + missing + "」を読めません: 見つかりません"));
  }
  for (const std::string folder : {"/site", "/site/"}) {
    const auto outcome = read_from(path() + folder);
    INFO(outcome.err);
    CHECK(says(outcome, "「" + path() + folder + "」を読めません: ファイルではなく、フォルダです"));
  }
  people("");
  const auto through = read_from(path() + "/people.csv/people.csv");
  INFO(through.err);
  CHECK(says(through, "people.csv/people.csv」を読めません: 途中の名前がフォルダではありません"));
  CHECK(!says(through, "Not a directory"));
}

TEST_CASE_METHOD(IssueSite, "somebody with two posts gets a sheet for each, under names that stay") {
  const std::string heading = "社員番号,氏名,所属,一次評価者,役職";
  people("1,青木,営業部,佐藤,課長\n2,井上,営業部,佐藤,\n", heading);
  REQUIRE(issue({{"--zip", ""}}).code == 0);
  people("1,青木,企画部,鈴木,企画担当\n1,青木,営業部,佐藤,課長\n2,井上,営業部,佐藤,主任\n", heading);
  const auto outcome = issue({{"--zip", ""}});
  INFO(outcome.err);
  CHECK(outcome.code == 0);
  CHECK(manifest().at("sheet 1 課長").ends_with("/" + book("1")));
  CHECK(manifest().at("sheet 1 企画担当").ends_with("/" + book("1_企画担当")));
  CHECK(manifest().at("sheet 2 主任").ends_with("/" + book("2")));
  CHECK(archived(archive("鈴木")) == std::vector<std::string>{book("1_企画担当"), "manifest.csv"});
}

TEST_CASE_METHOD(IssueSite,
                 "handouts.csv says whom to send which ZIP; lists hold no formula; ASCII names are explained") {
  people("1,佐藤 一郎,営業部,,,sato@example.jp\n2,＝1+1,営業部,,1,\n3,＠SUM(1),営業部,外部 花子,,\n4,－林,営業部,,1,\n",
         "社員番号,氏名,所属,一次評価者,一次評価者番号,メールアドレス");
  REQUIRE(issue({{"--zip", ""}, {"--ascii-names", ""}, {"--period", "2026年度上期"}}).code == 0);
  const std::string handouts = read("out/handouts.csv");
  INFO(handouts);
  CHECK(handouts.find("佐藤 一郎,1,sato@example.jp,sheet_1.2.0_") != std::string::npos);
  CHECK(handouts.find(",2,2 ＝1+1、4 －林,sheet,1.2.0,2026年度上期,") != std::string::npos);
  const std::string list = read("out/manifest.csv");
  INFO(list);
  for (const char* formula : {"'＝1+1", "'＠SUM(1)", "'－林"}) CHECK(list.find(formula) != std::string::npos);
  const std::string names = read("out/names.csv");
  INFO(names);
  for (const char* meaning : {",2026年度上期\r\n", ",佐藤 一郎\r\n", ",外部 花子\r\n"})
    CHECK(names.find(meaning) != std::string::npos);
  CHECK(issue({{"--zip", ""}, {"--ascii-names", ""}, {"--period", "2026年度上期"}}).err.find("(0 written)") !=
        std::string::npos);
}

TEST_CASE_METHOD(IssueSite, "site.yaml says what the columns of the personnel system are called") {
  write("site/site.yaml", read("site/site.yaml") + "issue:\n  columns: {従業員コード: id, name: 漢字氏名}\n");
  people("1,青木,x\n", "従業員コード,漢字氏名,血液型");
  const auto outcome = issue();
  INFO(outcome.err);
  CHECK(outcome.code == 0);
  CHECK(reports(outcome, "people-unknown-column"));
  CHECK(manifest().at("sheet 1").starts_with("青木/"));
}
