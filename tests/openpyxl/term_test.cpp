// A term as personnel lives it: sheets for 30 people, twelve of them filled in, another list, and issued again together
// with another template. Hidden, because it needs Python with openpyxl (and LibreOffice for the second case).
#include <filesystem>
#include <set>

#include "support/catch.h"
#include "support/issue_site.h"
#include "support/program.h"

using namespace shirube;
namespace fs = std::filesystem;

namespace {

struct TermOf30 : tests::IssueSite {
  const std::string ours = SHIRUBE_SOURCE_DIR;

  static std::string id(int n) { return (n < 10 ? "000" : "00") + std::to_string(n); }
  // Person 1 … 33; 28 is renamed and 29 gets another assessor in the second list.
  void list(const std::set<int>& numbers, bool second) const {
    std::string rows;
    for (const int n : numbers) {
      const std::string name = "社員" + std::to_string(n) + (second && n == 28 ? "（改姓）" : "");
      const std::string assessor = second && n == 29 ? "0002" : "000" + std::to_string(1 + n % 3);
      rows += id(n) + "," + name + ",DataPlatform 第一課,5等級,技術職," + (n > 3 ? assessor : "") + "\n";
    }
    people(rows, "社員番号,氏名,所属,等級,職種,一次評価者番号");
  }
  tests::Outcome run(const std::string& workbook, const std::vector<std::string>& more = {}) const {
    std::vector<std::string> arguments = {"-r",          ours,     "issue",    "--people", *this / "people.csv",
                                          "--template",  workbook, "--period", "2026H2",   "-o",
                                          *this / "out", "--zip"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return tests::run_shirube(arguments);
  }
  // The file of that person and template, by the list.
  std::string book_of(int n, const std::string& workbook) const {
    const auto lines = manifest();
    const auto found = lines.find(workbook + " " + id(n));
    return found == lines.end() ? "" : found->second.substr(found->second.rfind('/') + 1);
  }
  std::set<int> first_list() const {
    std::set<int> numbers;
    for (int n = 1; n <= 30; ++n) numbers.insert(n);
    return numbers;
  }
  std::set<int> second_list() const {
    std::set<int> numbers = first_list();
    numbers.erase(27);
    numbers.erase(30);
    numbers.insert({31, 32, 33});
    return numbers;
  }
  // What has to hold after the second run, where `filled` keeps what people wrote by the file's name.
  void check_second_run(const std::map<std::string, std::string>& filled) {
    list(second_list(), true);
    const auto again = run("mbo-sheet");
    INFO(again.err);
    CHECK(again.code == 1);
    for (const auto& [name, bytes] : filled) {
      INFO(name);
      CHECK(read("out/" + name) == bytes);
      CHECK(again.err.find(name) != std::string::npos);
    }
    CHECK(again.err.find("[issue-kept]") != std::string::npos);
    CHECK(again.err.find("[issue-not-listed]") != std::string::npos);
    CHECK(again.err.find("0027 社員27, 0030 社員30") != std::string::npos);
    CHECK(again.err.find("0029 社員29 (0003 社員3 → 0002 社員2)") != std::string::npos);
    CHECK(again.err.find("0028: 社員28 → 社員28（改姓）") != std::string::npos);
    CHECK(again.err.find("(5 written)") != std::string::npos);
    const auto other = run("interview-record");
    INFO(other.err);
    CHECK(other.code == 0);
    CHECK(manifest().size() == 33 + 31);
    for (const auto& [name, bytes] : filled) CHECK(read("out/" + name) == bytes);
    // Each person's sheets are in the ZIP of their assessor, and in no other.
    std::map<std::string, std::set<std::string>> archives;
    for (const std::string& name : files()) {
      if (!name.ends_with(".zip")) continue;
      for (const std::string& part : archived(name)) archives[part].insert(name);
    }
    for (const int n : second_list()) {
      if (n <= 3) continue;
      const std::string assessor = "社員" + (n == 29 ? "2" : std::to_string(1 + n % 3)) + "_";
      for (const char* workbook : {"mbo-sheet", "interview-record"}) {
        const std::string book = book_of(n, workbook);
        INFO(book);
        REQUIRE(archives[book].size() == 1);
        CHECK(archives[book].begin()->find(assessor) != std::string::npos);
      }
    }
    CHECK(run("mbo-sheet", {"--dry-run"}).out.find("new\t") == std::string::npos);
  }
};

}  // namespace

TEST_CASE_METHOD(TermOf30, "a term: twelve of thirty sheets filled in with openpyxl stay as they are",
                 "[.][openpyxl]") {
  list(first_list(), false);
  const auto first = run("mbo-sheet");
  INFO(first.err);
  REQUIRE(first.code == 0);
  REQUIRE(manifest().size() == 30);
  std::string input;
  std::map<std::string, std::string> filled;
  for (int n = 4; n < 16; ++n) {
    const std::string name = book_of(n, "mbo-sheet");
    filled[name] = read("out/" + name);
    input += *this / ("out/" + name) + "\t提案書のひな形を3件作る\n";
  }
  const auto python = tests::run_program({"/usr/bin/python3", ours + "/tests/openpyxl/fill.py"}, input);
  INFO(python.err);
  REQUIRE(python.code == 0);
  for (auto& [name, bytes] : filled) {
    CHECK(read("out/" + name) != bytes);
    bytes = read("out/" + name);
  }
  check_second_run(filled);
}

TEST_CASE_METHOD(TermOf30, "a term: twelve of thirty sheets saved by LibreOffice stay as they are",
                 "[.][libreoffice]") {
  list(first_list(), false);
  REQUIRE(run("mbo-sheet").code == 0);
  std::vector<std::string> command = {"soffice",
                                      "-env:UserInstallation=file://" + (*this / "office"),
                                      "--headless",
                                      "--convert-to",
                                      "xlsx:Calc MS Excel 2007 XML",
                                      "--outdir",
                                      *this / "saved"};
  std::map<std::string, std::string> filled;
  for (int n = 4; n < 16; ++n) {
    const std::string name = book_of(n, "mbo-sheet");
    filled[name] = "";
    command.push_back(*this / ("out/" + name));
  }
  REQUIRE(tests::run_program(command).code == 0);
  for (auto& [name, bytes] : filled) {
    bytes = read("saved/" + name);
    write("out/" + name, bytes);
  }
  check_second_run(filled);
}
