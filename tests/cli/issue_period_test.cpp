// `shirube issue --period`: one period, however it is spelt.
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

struct TermSite : tests::IssueSite {
  TermSite() { people("1,青木,営業部,佐藤\n2,井上,営業部,佐藤\n"); }
  void add_term() const {
    write("site/content/terms.yaml",
          "terms:\n  - {id: 2027h1, title: 2027年度上期, first: 2027-04-01, last: 2027-09-30, source: company}\n");
  }
  static std::string file(const std::string& id, const std::string& period) {
    return "目標シート_1.2.0_" + id + "_" + period + ".xlsx";
  }
  tests::Outcome issue_for(const std::string& period, std::map<std::string, std::string> options = {}) const {
    options["--period"] = period;
    return issue(options);
  }
};

// Of the term in add_term().
constexpr const char* spellings[] = {"2027h1",     "2027年度上期",   "2027H1",       "2027h1 ",          "\u3000２０２７Ｈ１",
                                     "2027 h1",    "2027年度　上期", "２０２７年度上期", "2027年度上期\u200B", "\t2027年度 上期\n"};

}  // namespace

TEST_CASE_METHOD(TermSite, "every spelling of a term is one period, whose books have the term's id and show its title") {
  add_term();
  const std::string first = GENERATE("2027h1", "2027年度上期", "２０２７ｈ１");
  REQUIRE(issue_for(first, {{"--zip", ""}}).code == 0);
  const std::vector<std::string> made = {"handouts.csv", "manifest.csv", "目標シート_1.2.0_佐藤_2027h1.zip",
                                         file("1", "2027h1"), file("2", "2027h1")};
  std::vector<std::string> sorted = made;
  std::sort(sorted.begin(), sorted.end());
  CHECK(files() == sorted);
  CHECK(tests::holds_text(read("out/" + file("1", "2027h1")), "2027年度上期"));
  fill_in(file("1", "2027h1"));
  const std::string list = read("out/manifest.csv");
  CHECK(list.find(",2027h1,") != std::string::npos);
  for (const char* spelling : spellings) {
    INFO(spelling);
    const auto again = issue_for(spelling, {{"--zip", ""}});
    INFO(again.err);
    CHECK(tells(again, "issue-kept"));
    CHECK(!tells(again, "issue-period-unknown"));
    CHECK(says(again, "(0 written)"));
    CHECK(files() == sorted);
    CHECK(read("out/manifest.csv") == list);
  }
}

TEST_CASE_METHOD(TermSite, "a folder that has the period under another spelling keeps it, also for people who come later") {
  const std::string typed = GENERATE("2027年度上期", "2027H1", "2027年度 上期");
  REQUIRE(issue_for(typed).code == 0);  // before the records had terms
  add_term();
  const std::string name = typed == "2027年度 上期" ? "2027年度-上期" : typed;
  fill_in(file("1", name));
  people("1,青木,営業部,佐藤\n2,井上,営業部,佐藤\n3,上田,営業部,佐藤\n");
  const auto again = issue_for("2027h1");
  INFO(again.err);
  CHECK(tells(again, "issue-kept"));
  std::vector<std::string> expected = {"manifest.csv", file("1", name), file("2", name), file("3", name)};
  CHECK(files() == expected);
  CHECK(manifest().size() == 3);
}

TEST_CASE_METHOD(TermSite, "without terms, width, case and blanks make no other period; signs do") {
  REQUIRE(issue_for("2026H2").code == 0);
  fill_in(file("1", "2026H2"));
  for (const char* same : {"2026h2", "２０２６Ｈ２", " 2026H2\u3000", "2026 H2", "2026\u200BH2"}) {
    INFO(same);
    const auto again = issue_for(same);
    INFO(again.err);
    CHECK(tells(again, "issue-kept"));
    CHECK(says(again, "(0 written)"));
    CHECK(files().size() == 3);
  }
  CHECK(issue_for("2026H1").code == 0);
  CHECK(files().size() == 5);
}

TEST_CASE_METHOD(TermSite, "a period that 0.1.0 listed as it is in the names of files is found") {
  REQUIRE(issue_for("2026 H2").code == 0);
  std::string list = read("out/manifest.csv");
  for (auto at = list.find(",2026 H2,"); at != std::string::npos; at = list.find(",2026 H2,")) list.replace(at, 9, ",2026-H2,");
  write("out/manifest.csv", list);
  fill_in(file("1", "2026-H2"));
  const auto again = issue_for("2026 H2");
  INFO(again.err);
  CHECK(tells(again, "issue-kept"));
  CHECK(files().size() == 3);
  CHECK(manifest().size() == 2);
}

TEST_CASE_METHOD(TermSite, "a period that is not a term is reported with the term that was probably meant") {
  add_term();
  const auto near = issue_for("2027年度上記");
  INFO(near.err);
  CHECK(near.code == 0);
  CHECK(tells(near, "issue-period-unknown"));
  CHECK(says(near, "did you mean `2027年度上期`?"));
  CHECK(fs::exists(*this / ("out/" + file("1", "2027年度上記"))));
  const auto far = issue_for("研修", {{"--lang", "ja"}});
  CHECK(says(far, "「研修」という期は、このサイトにありません。あるもの: 2027h1 (2027年度上期)"));
  CHECK(far.code == 0);
}

TEST_CASE_METHOD(TermSite, "a period of nothing is a wrong command line") {
  for (const char* nothing : {"", " ", "\u3000", "\t", "\u200B\uFEFF"}) {
    const auto outcome = tests::run_shirube({"-r", *this / "site", "issue", "--people", *this / "people.csv", "--template",
                                             "sheet", "--period", nothing, "-o", *this / "out"});
    INFO(outcome.err);
    CHECK(outcome.code == 2);
    CHECK(says(outcome, "--period"));
    CHECK(!fs::exists(*this / "out"));
  }
}

TEST_CASE_METHOD(TermSite, "a folder with two sets for one term: the one that was filled in counts, --withdraw takes the other") {
  REQUIRE(issue_for("2027年度上期", {{"--zip", ""}}).code == 0);
  REQUIRE(issue_for("2027h1", {{"--zip", ""}}).code == 0);  // no terms yet: two periods
  REQUIRE(files().size() == 2 + 4 + 2);
  add_term();
  fill_in(file("1", "2027年度上期"));
  const std::string filled = read("out/" + file("1", "2027年度上期"));
  const auto both = issue_for("2027h1", {{"--zip", ""}});
  INFO(both.err);
  CHECK(tells(both, "issue-second-book"));
  CHECK(says(both, "1 青木 (" + file("1", "2027h1") + ")"));
  CHECK(says(both, "2 井上 (" + file("2", "2027年度上期") + ")"));
  const std::vector<std::string> theirs = {file("1", "2027年度上期"), file("2", "2027h1"), "manifest.csv"};
  std::vector<std::string> archived_now = archived("目標シート_1.2.0_佐藤_2027h1.zip");
  std::sort(archived_now.begin(), archived_now.end());
  std::vector<std::string> wanted = theirs;
  std::sort(wanted.begin(), wanted.end());
  CHECK(archived_now == wanted);
  CHECK(!fs::exists(*this / "out/目標シート_1.2.0_佐藤_2027年度上期.zip"));
  CHECK(read("out/" + file("1", "2027年度上期")) == filled);
  CHECK(tells(issue_for("2027h1"), "issue-second-book"));

  const auto withdrawn = issue_for("2027年度上期", {{"--withdraw", ""}, {"--zip", ""}});
  INFO(withdrawn.err);
  CHECK(tells(withdrawn, "issue-withdrawn"));
  CHECK(manifest().size() == 2);
  CHECK(read("out/" + file("1", "2027年度上期")) == filled);
  CHECK(fs::exists(*this / ("out/replaced/" + file("1", "2027h1"))));
  CHECK(fs::exists(*this / ("out/" + file("2", "2027h1"))));
}
