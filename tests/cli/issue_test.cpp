// `shirube issue`: a workbook for each person.
#include <filesystem>
#include <map>

#include "source/json.h"
#include "spreadsheet/read.h"
#include "support/catch.h"
#include "support/program.h"

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

TEST_CASE_METHOD(Site, "a bad row is told, and the others get their workbooks unless all have to be right") {
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
  const auto told = [this](const std::string& option, const std::string& value, const char* rule) {
    const auto outcome = issue({{option, value}});
    INFO(outcome.err);
    CHECK(outcome.code != 0);
    CHECK(outcome.err.find(rule) != std::string::npos);
  };
  told("-o", *this / "site/public/sheets", "issue-output");
  told("-o", *this / "site/content", "issue-output");
  told("--template", "plain", "issue-no-person");
  told("--template", "sheets", "unknown-workbook");
  told("--people", *this / "nobody.csv", "unreadable-file");
}
