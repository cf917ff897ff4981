// `shirube issue` to people whose posts change: a sheet for each post, and none is forgotten or made beside another.
#include <filesystem>

#include "support/catch.h"
#include "support/issue_site.h"

using namespace shirube;
namespace fs = std::filesystem;

namespace {

bool tells(const tests::Outcome& outcome, std::string_view rule) {
  return outcome.err.find("[" + std::string(rule) + "]") != std::string::npos;
}

bool says(const tests::Outcome& outcome, std::string_view text) {
  return outcome.err.find(text) != std::string::npos;
}

struct PostSite : tests::IssueSite {
  void posts(const std::string& rows) const { people(rows, "社員番号,氏名,所属,一次評価者,役職"); }
};

constexpr const char* two_posts = "1,青木,営業部,佐藤,課長\n1,青木,企画部,佐藤,担当\n2,井上,営業部,佐藤,係長\n";
constexpr const char* one_left = "1,青木,営業部,佐藤,課長\n2,井上,営業部,佐藤,係長\n";

}  // namespace

TEST_CASE_METHOD(PostSite, "a post that is not in the list any more is reported, is in no ZIP, and --withdraw moves it") {
  posts(two_posts);
  REQUIRE(issue({{"--zip", ""}}).code == 0);
  CHECK(archived(archive("佐藤")).size() == 4);
  posts(one_left);
  CHECK(issue({{"--dry-run", ""}}).out.find("not listed\t1\t" + book("1_担当") + "\n") != std::string::npos);
  const auto dropped = issue({{"--zip", ""}});
  INFO(dropped.err);
  CHECK(dropped.code == 0);
  CHECK(tells(dropped, "issue-post-not-listed"));
  CHECK(!tells(dropped, "issue-not-listed"));
  CHECK(says(dropped, "1 青木 担当"));
  CHECK(says(dropped, "1 no longer listed"));
  CHECK(manifest().size() == 3);
  CHECK(read("out/manifest.csv").find("名簿にない役職") != std::string::npos);
  const std::vector<std::string> left = {book("1_課長"), book("2"), "manifest.csv"};
  CHECK(archived(archive("佐藤")) == left);
  CHECK(read("out/handouts.csv").find(",2,1 青木、2 井上,") != std::string::npos);
  // A run for something else does not bring it back.
  REQUIRE(issue({{"--template", "other"}, {"--zip", ""}}).code == 0);
  CHECK(archived(archive("佐藤")) == left);

  SECTION("untouched, it is withdrawn") {
    const auto withdrawn = issue({{"--withdraw", ""}});
    INFO(withdrawn.err);
    CHECK(tells(withdrawn, "issue-withdrawn"));
    CHECK(fs::exists(*this / ("out/replaced/" + book("1_担当"))));
    CHECK(!tells(issue(), "issue-post-not-listed"));
  }
  SECTION("filled in, it stays") {
    fill_in(book("1_担当"));
    const auto kept = issue({{"--withdraw", ""}});
    CHECK(says(kept, "1 青木 担当 (" + book("1_担当") + ")"));
    CHECK(fs::exists(*this / ("out/" + book("1_担当"))));
  }
  SECTION("back in the list, it is in the ZIP again") {
    posts(two_posts);
    const auto back = issue({{"--zip", ""}});
    INFO(back.err);
    CHECK(!tells(back, "issue-post-not-listed"));
    CHECK(archived(archive("佐藤")).size() == 4);
    CHECK(read("out/manifest.csv").find("名簿にない役職") == std::string::npos);
  }
}

TEST_CASE_METHOD(PostSite, "a new name of a post goes on with the workbook, and is reported") {
  posts("1,青木,営業部,佐藤,課長\n2,井上,営業部,佐藤,係長\n3,上田,営業部,佐藤,\n");
  REQUIRE(issue().code == 0);
  fill_in(book("1"));
  const std::string filled = read("out/" + book("1"));
  const auto before = files();
  posts("1,青木,営業部,佐藤,部長\n2,井上,企画部,佐藤,主任\n3,上田,営業部,佐藤,主任\n");
  for (int run = 0; run < 2; ++run) {
    const auto changed = issue();
    INFO(changed.err);
    CHECK(changed.code == 1);
    CHECK(tells(changed, "issue-kept"));
    CHECK(tells(changed, "issue-post-changed"));
    CHECK(says(changed, "1 青木 (課長 → 部長, " + book("1") + ")"));
    if (run == 0) CHECK(says(changed, "2 井上 (係長 → 主任, " + book("2") + ")"));
    CHECK(!says(changed, "3 上田 ("));
    CHECK(!tells(changed, "issue-post-not-listed"));
    CHECK(files() == before);
    CHECK(read("out/" + book("1")) == filled);
  }
  CHECK(manifest().contains("sheet 1 課長"));
  CHECK(manifest().contains("sheet 2 主任"));
}

TEST_CASE_METHOD(PostSite, "of several posts the one of the same organisation goes on; where it is unclear, a new one is made and the old ones are reported") {
  posts(two_posts);
  REQUIRE(issue().code == 0);
  fill_in(book("1_課長"));
  fill_in(book("1_担当"));
  const auto before = files();

  SECTION("one of two") {
    posts("1,青木,営業部,佐藤,部長\n1,青木,企画部,佐藤,担当\n2,井上,営業部,佐藤,係長\n");
    const auto outcome = issue();
    CHECK(says(outcome, "1 青木 (課長 → 部長, " + book("1_課長") + ")"));
    CHECK(files() == before);
  }
  SECTION("both") {
    posts("1,青木,企画部,佐藤,主任\n1,青木,営業部,佐藤,部長\n2,井上,営業部,佐藤,係長\n");
    const auto outcome = issue();
    CHECK(says(outcome, "(課長 → 部長, " + book("1_課長") + ")"));
    CHECK(says(outcome, "(担当 → 主任, " + book("1_担当") + ")"));
    CHECK(files() == before);
  }
  SECTION("one that was dropped before does not stand in the way") {
    posts(one_left);
    CHECK(tells(issue(), "issue-post-not-listed"));
    posts("1,青木,人事部,佐藤,部長\n2,井上,営業部,佐藤,係長\n");
    const auto outcome = issue();
    CHECK(says(outcome, "(課長 → 部長, " + book("1_課長") + ")"));
    CHECK(says(outcome, "1 青木 担当"));
    CHECK(files() == before);
  }
  SECTION("two for one, elsewhere") {
    posts("1,青木,人事部,佐藤,部長\n2,井上,営業部,佐藤,係長\n");
    const auto outcome = issue();
    CHECK(fs::exists(*this / ("out/" + book("1"))));
    CHECK(says(outcome, "1 青木 担当 (" + book("1_担当") + ")"));
    CHECK(says(outcome, "1 青木 課長 (" + book("1_課長") + ")"));
    CHECK(!tells(outcome, "issue-post-changed"));
  }
  SECTION("another post elsewhere, of several, is another post") {
    posts("1,青木,営業部,佐藤,課長\n1,青木,人事部,佐藤,委員\n2,井上,営業部,佐藤,係長\n");
    const auto outcome = issue();
    CHECK(fs::exists(*this / ("out/" + book("1_委員"))));
    CHECK(says(outcome, "1 青木 担当 (" + book("1_担当") + ")"));
  }
}

TEST_CASE_METHOD(PostSite, "nothing is said about the posts of somebody whose other rows were refused or are not due") {
  const std::string heading = "社員番号,氏名,所属,一次評価者,役職,等級,休職";
  people("1,青木,営業部,佐藤,課長,1等級,\n1,青木,企画部,佐藤,担当,1等級,\n", heading);
  REQUIRE(issue().code == 0);
  for (const char* row : {"1,青木,企画部,佐藤,主任,9等級,\n", "1,青木,企画部,佐藤,主任,1等級,休職\n",
                          "1,青木,企画部,佐藤,主\u200B任,1等級,\n"}) {
    people("1,青木,営業部,佐藤,課長,1等級,\n" + std::string(row), heading);
    const auto outcome = issue({{"--withdraw", ""}});
    INFO(outcome.err);
    CHECK(!tells(outcome, "issue-post-not-listed"));
    CHECK(manifest().size() == 2);
  }
}

TEST_CASE_METHOD(PostSite, "parts of the work agree about posts, though each makes some of a person's sheets") {
  const std::string before = "1,青木,営業部,佐藤,課長\n1,青木,企画部,鈴木,担当\n1,青木,人事部,高橋,委員\n";
  posts(before);
  REQUIRE(issue({{"--zip", ""}}).code == 0);
  fill_in(book("1_課長"));
  posts("1,青木,営業部,佐藤,部長\n1,青木,企画部,鈴木,担当\n");
  std::string said;
  for (const char* part : {"1/3", "2/3", "3/3"}) said += issue({{"--zip", ""}, {"--shard", part}}).err;
  INFO(said);
  CHECK(said.find("(課長 → 部長, " + book("1_課長") + ")") != std::string::npos);
  CHECK(said.find("1 青木 委員") != std::string::npos);
  CHECK(said.find("1 青木 担当") == std::string::npos);
  CHECK(files().size() <= 3 + 3 + 8);
  for (const std::string& name : files()) {
    if (name.ends_with(".xlsx")) CHECK((name == book("1_課長") || name == book("1_担当") || name == book("1_委員")));
  }
}

TEST_CASE_METHOD(PostSite, "a new version of the template: posts of the old one are judged alike") {
  posts(two_posts);
  REQUIRE(issue().code == 0);
  std::string text = read("site/templates/sheet.yaml");
  write("site/templates/sheet.yaml", text.replace(text.find("1.2.0"), 5, "1.3.0"));
  posts("1,青木,営業部,佐藤,部長\n2,井上,営業部,佐藤,係長\n");
  const auto outcome = issue();
  INFO(outcome.err);
  CHECK(says(outcome, "1 青木 担当"));
  CHECK(!says(outcome, "1 青木 課長"));
  CHECK(tells(outcome, "issue-other-version"));
}
