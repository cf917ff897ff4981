// `shirube issue` a second time into the same folder: what people wrote stays, the lists grow, the ZIPs follow.
#include <filesystem>

#include "support/catch.h"
#include "support/issue_site.h"

using namespace shirube;
using tests::IssueSite;
namespace fs = std::filesystem;

namespace {

bool reports(const tests::Outcome& outcome, std::string_view rule) {
  return outcome.err.find("[" + std::string(rule) + "]") != std::string::npos;
}

bool says(const tests::Outcome& outcome, std::string_view text) {
  return outcome.err.find(text) != std::string::npos;
}

constexpr const char* two = "00123,山田 太郎,営業部,佐藤\n00124,木村,営業部,佐藤\n";

}  // namespace

TEST_CASE_METHOD(IssueSite,
                 "a workbook that somebody has worked on stays, is named, and gives way to --replace alone") {
  people(two);
  REQUIRE(issue().code == 0);
  fill_in(book("00123"));
  const std::string filled = read("out/" + book("00123"));
  fs::remove(*this / ("out/" + book("00124")));
  const auto again = issue();
  INFO(again.err);
  CHECK(again.code == 1);
  CHECK(reports(again, "issue-kept"));
  CHECK(says(again, book("00123")));
  CHECK(!says(again, book("00124")));
  CHECK(read("out/" + book("00123")) == filled);
  CHECK(fs::exists(*this / ("out/" + book("00124"))));
  CHECK(manifest().size() == 2);
  CHECK(issue().code == 1);  // the list keeps the sum that was issued
  CHECK(read("out/" + book("00123")) == filled);

  CHECK(reports(issue({{"--replace", "123"}}), "issue-replace"));
  const auto replaced = issue({{"--replace", "00123"}});
  INFO(replaced.err);
  CHECK(replaced.code == 0);
  CHECK(read("out/replaced/" + book("00123")) == filled);
  CHECK(tests::holds_text(read("out/" + book("00123")), "山田 太郎"));
  fill_in(book("00123"));
  CHECK(issue({{"--replace", "00123"}}).code == 0);
  CHECK(files("out/replaced").size() == 2);
}

TEST_CASE_METHOD(IssueSite, "what the list of a folder does not name is somebody else's") {
  people(two);
  write("out/" + book("00123"), "a file of another kind");
  const auto foreign = issue();
  INFO(foreign.err);
  CHECK(foreign.code == 1);
  CHECK(reports(foreign, "issue-foreign"));
  CHECK(read("out/" + book("00123")) == "a file of another kind");
  CHECK(manifest().size() == 1);
  CHECK(issue({{"--replace", "00123"}}).code == 0);
  CHECK(read("out/replaced/" + book("00123")) == "a file of another kind");

  // Without the list: what is equal to the byte is ours, anything else is not.
  fill_in(book("00124"));
  const std::string filled = read("out/" + book("00124"));
  fs::remove(*this / "out/manifest.csv");
  CHECK(reports(issue(), "issue-foreign"));
  CHECK(read("out/" + book("00124")) == filled);
  CHECK(manifest().size() == 1);
}

TEST_CASE_METHOD(IssueSite,
                 "a list that is damaged, or leads out of its folder, stops the run before anything is written") {
  people(two);
  REQUIRE(issue().code == 0);
  fill_in(book("00123"));
  const std::string filled = read("out/" + book("00123"));
  const std::string good = read("out/manifest.csv");
  std::string outside = good;
  outside.replace(outside.find("目標シート_1"), std::string("目標シート_1").size(), "../目標シート_1");
  for (const std::string& bad :
       {std::string("<<<<<<< HEAD\n") + good, good + "\"", std::string("a,b\n1,2\n"), std::string(), outside,
        std::string("\xFF\xFE\x00"), good + "00125,x,,,,,,,,,,\r\n", good.substr(0, good.size() - 20)}) {
    write("out/manifest.csv", bad);
    const auto outcome = issue({{"--zip", ""}});
    INFO(bad << outcome.err);
    CHECK(outcome.code == 3);
    CHECK(reports(outcome, "issue-manifest"));
    CHECK(read("out/manifest.csv") == bad);
    CHECK(read("out/" + book("00123")) == filled);
    CHECK(files().size() == 3);
  }
  // What Excel makes of it is read, and where it changed a sum nothing is overwritten.
  std::string saved = good.substr(3);
  const std::size_t sum = saved.find(".xlsx,") + 6;
  saved.replace(sum, 16, "1.23457E+15");
  write("out/manifest.csv", saved);
  fs::copy_file(*this / ("out/" + book("00124")), *this / "before.xlsx");
  people("00123,山田 太郎,営業部,田中\n00124,木村,営業部,佐藤\n");
  CHECK(reports(issue(), "issue-kept"));
  CHECK(read("out/" + book("00123")) == filled);
  CHECK(read("out/" + book("00124")) == read("before.xlsx"));
}

TEST_CASE_METHOD(IssueSite,
                 "a workbook that is open in a spreadsheet program is not exchanged under somebody's hands") {
  people(two);
  REQUIRE(issue().code == 0);
  write("out/~$" + book("00123"), "");
  write("out/.~lock." + book("00124") + "#", "");
  const std::string before = read("out/" + book("00123")) + read("out/" + book("00124"));
  people("00123,山田 次郎,営業部,佐藤\n00124,木村 花,営業部,佐藤\n");
  const auto outcome = issue();
  CHECK(outcome.code == 1);
  CHECK(reports(outcome, "issue-open"));
  CHECK(read("out/" + book("00123")) + read("out/" + book("00124")) == before);
  CHECK(manifest().at("sheet 00123").starts_with("山田 太郎/"));
}

TEST_CASE_METHOD(IssueSite, "the list grows over runs and templates, and ZIPs keep the others' workbooks") {
  people(two);
  REQUIRE(issue({{"--zip", ""}}).code == 0);
  people("00125,新人,営業部,佐藤\n");
  const auto more = issue({{"--zip", ""}});
  INFO(more.err);
  CHECK(more.code == 0);
  CHECK(reports(more, "issue-not-listed"));
  CHECK(says(more, "00123 山田 太郎"));
  CHECK(manifest().size() == 3);
  CHECK(archived(archive("佐藤")) ==
        std::vector<std::string>{book("00123"), book("00124"), book("00125"), "manifest.csv"});
  CHECK(issue({{"--template", "other"}}).code == 0);
  CHECK(manifest().size() == 4);
  CHECK(archived(archive("佐藤")).size() == 4);

  people("123,山田 太郎,営業部,佐藤\n124,木村,営業部,佐藤\n");
  const auto zeros = issue({{"--zip", ""}});
  INFO(zeros.err);
  CHECK(zeros.code == 1);
  CHECK(reports(zeros, "people-zeros"));
  CHECK(says(zeros, "`123` and `00123`"));
  CHECK(says(zeros, "people.csv:2:1"));
  CHECK(manifest().size() == 4);
  CHECK(!fs::exists(*this / ("out/" + book("123"))));

  people("00123,山田 太郎,営業部,佐藤\n");
  const auto left = issue({{"--zip", ""}, {"--withdraw", ""}});
  CHECK(reports(left, "issue-withdrawn"));
  CHECK(archived(archive("佐藤")) == std::vector<std::string>{book("00123"), "manifest.csv"});
  CHECK(fs::exists(*this / ("out/replaced/" + book("00124"))));
}

TEST_CASE_METHOD(IssueSite, "assessors of one name are distinguished by their numbers") {
  const std::string heading = "社員番号,氏名,所属,一次評価者,一次評価者番号";
  people("1,青木,営業部,佐藤,900\n", heading);
  REQUIRE(issue().code == 0);
  people("1,青木,営業部,佐藤,901\n", heading);
  CHECK(says(issue(), "1 青木 (900 佐藤 → 901 佐藤)"));
}

TEST_CASE_METHOD(IssueSite,
                 "another assessor, a corrected name: what nobody edited is corrected, what was filled in is reported") {
  people("1,青木,営業部,佐藤\n2,井上,営業部,佐藤\n3,上田,営業部,鈴木\n");
  REQUIRE(issue({{"--zip", ""}}).code == 0);
  fill_in(book("2"));
  const std::string filled = read("out/" + book("2"));
  people("1,青木,営業部,田中\n2,井上,営業部,田中\n3,上田 恵,営業部,田中\n");
  const auto outcome = issue({{"--zip", ""}});
  INFO(outcome.err);
  CHECK(outcome.code == 1);
  CHECK(says(outcome, "1 青木 (佐藤 → 田中)"));
  CHECK(says(outcome, "3: 上田 → 上田 恵, 鈴木 → 田中"));
  CHECK(says(outcome, "(2: 佐藤 → 田中)"));
  CHECK(reports(outcome, "issue-assessor-changed"));
  CHECK(reports(outcome, "issue-rewritten"));
  CHECK(archived(archive("佐藤")) == std::vector<std::string>{book("2"), "manifest.csv"});
  CHECK(archived(archive("田中")) == std::vector<std::string>{book("1"), book("3"), "manifest.csv"});
  CHECK(!fs::exists(*this / ("out/" + archive("鈴木"))));
  CHECK(tests::holds_text(read("out/" + book("3")), "上田 恵"));
  CHECK(read("out/" + book("2")) == filled);

  // A ZIP that somebody has changed is theirs.
  fill_in(archive("佐藤"));
  people("1,青木,営業部,佐藤\n2,井上,営業部,佐藤\n3,上田 恵,営業部,田中\n");
  const auto kept = issue({{"--zip", ""}});
  CHECK(reports(kept, "issue-zip-kept"));
  CHECK(read("out/" + archive("佐藤")).ends_with("記入"));
}

TEST_CASE_METHOD(IssueSite, "a dry run lists what would happen, and writes nothing") {
  people("1,青木,営業部,佐藤\n");
  CHECK(issue({{"--dry-run", ""}}).out == "new\t1\t" + book("1") + "\n");
  CHECK(!fs::exists(*this / "out"));
  people("1,青木,営業部,佐藤\n2,井上,営業部,佐藤\n3,上田,営業部,佐藤\n4,江藤,営業部,佐藤\n");
  REQUIRE(issue({{"--zip", ""}}).code == 0);
  fill_in(book("2"));
  people("1,青木,営業部,佐藤\n2,井上,営業部,佐藤\n3,上田 恵,営業部,佐藤\n5,岡,営業部,佐藤\n,だれか,営業部,佐藤\n");
  std::map<std::string, std::string> before;
  for (const std::string& name : files()) before[name] = read("out/" + name);
  const auto outcome = issue({{"--dry-run", ""}, {"--zip", ""}});
  CHECK(outcome.code == 1);
  CHECK(outcome.out == "unchanged\t1\t" + book("1") + "\nkept\t2\t" + book("2") + "\nchanged\t3\t" + book("3") +
                           "\nnew\t5\t" + book("5") + "\nnot listed\t4\t" + book("4") + "\n");
  CHECK(says(outcome, "1 people refused"));
  CHECK(says(outcome, "dry run, nothing was written: 4 workbooks (2 to be written), 1 of them anew"));
  const auto japanese = issue({{"--dry-run", ""}, {"--zip", ""}, {"--withdraw", ""}, {"--lang", "ja"}});
  CHECK(says(japanese, "何も書き込んでいません。4人分（新しく書く予定 2、うち作り直し 1"));
  for (const char* done : {"書いたもの", "作り直しました", "移したファイル"}) CHECK(!says(japanese, done));
  for (const auto& [name, bytes] : before) CHECK(read("out/" + name) == bytes);
  CHECK(files().size() == before.size());
}

TEST_CASE_METHOD(IssueSite, "a new version of the template leaves the old workbooks and says who has two") {
  people("1,青木,営業部,佐藤\n");
  REQUIRE(issue().code == 0);
  std::string text = read("site/templates/sheet.yaml");
  write("site/templates/sheet.yaml", text.replace(text.find("1.2.0"), 5, "1.3.0"));
  const auto outcome = issue();
  INFO(outcome.err);
  CHECK(reports(outcome, "issue-other-version"));
  CHECK(files() == std::vector<std::string>{"manifest.csv", book("1"), book("1", "1.3.0")});
}

TEST_CASE_METHOD(IssueSite, "parts of the work merge by copying their folders, lists too; a whole run takes them in") {
  std::string rows;
  for (int i = 1; i <= 24; ++i) {
    rows += std::to_string(i) + ",人" + std::to_string(i) + ",営業部,評価者" + std::to_string(i % 5) + "\n";
  }
  people(rows);
  REQUIRE(issue({{"--zip", ""}, {"-o", *this / "whole"}}).code == 0);
  std::size_t books = 0;
  for (const std::string part : {"1", "2", "3"}) {
    const auto outcome = issue({{"--zip", ""}, {"--shard", part + "/3"}, {"-o", *this / ("part" + part)}});
    INFO(outcome.err);
    REQUIRE(outcome.code == 0);
    for (const std::string& name : files("part" + part)) {
      books += name.ends_with(".xlsx") ? 1 : 0;
      CHECK(!fs::exists(*this / ("out/" + name)));  // nothing is made twice
    }
    fs::copy(*this / ("part" + part), *this / "out", fs::copy_options::recursive);
  }
  CHECK(books == 24);
  CHECK(fs::exists(*this / "out/manifest-2-of-3.csv"));
  fill_in(book("7"));
  const std::string filled = read("out/" + book("7"));
  const auto outcome = issue({{"--zip", ""}});
  INFO(outcome.err);
  CHECK(reports(outcome, "issue-kept"));
  CHECK(says(outcome, "(0 written)"));
  CHECK(read("out/" + book("7")) == filled);
  CHECK(!fs::exists(*this / "out/manifest-2-of-3.csv"));
  CHECK(read("out/manifest.csv") == read("whole/manifest.csv"));
  for (const char* bad : {"0/3", "4/3", "1", "1/3/2", "a/b", "/3", "1/"}) CHECK(issue({{"--shard", bad}}).code == 2);
}

TEST_CASE_METHOD(IssueSite, "a run that was killed, and a list that changed since: what it left behind is still ours") {
  std::string rows;
  for (int i = 1; i <= 60; ++i) rows += std::to_string(i) + ",人,営業部,評価者" + std::to_string(i % 5) + "\n";
  people(rows);
  int killed = 0;
  for (int i = 1; i <= 6; ++i) {
    killed += tests::kill_shirube({"-r", *this / "site", "issue", "--people", *this / "people.csv", "--template",
                                   "sheet", "--period", "2026H2", "-o", *this / "out", "--zip", "--quiet"},
                                  std::chrono::milliseconds(40 * i))
                  ? 1
                  : 0;
    rows.replace(rows.find(",人"), std::string(",人").size(), ",山田" + std::to_string(i));
    people(rows);
  }
  CHECK(killed > 0);
  const auto outcome = issue({{"--zip", ""}});
  INFO(outcome.err);
  CHECK(outcome.code == 0);
  CHECK(manifest().size() == 60);
  CHECK(files().size() == 60 + 5 + 2);
}
