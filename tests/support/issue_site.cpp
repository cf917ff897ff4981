#include "support/issue_site.h"

#include <algorithm>
#include <filesystem>

#include "cli/issued_list.h"
#include "spreadsheet/container.h"
#include "spreadsheet/read.h"
#include "support/catch.h"

namespace shirube::tests {

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
          - {id: name, label: 氏名, from: {person: name}, longest: 20}
          - {id: organisation, label: 所属, from: {person: organisation}}
          - {id: assessor, label: 一次評価者, from: {person: first_assessor}}
          - {id: grade, label: 等級, type: choice, choices: grade, from: {person: grade}}
          - {id: goal, label: 目標}
)";

}  // namespace

IssueSite::IssueSite() {
  write("site/site.yaml", "title: 試験\nworkbooks: [sheet, other]\n");
  write("site/content/index.md", "# 試験\n");
  write("site/templates/sheet.yaml", sheet);
  std::string other = sheet;
  other.replace(other.find("id: sheet"), 9, "id: other");
  other.replace(other.find("title: 目標シート"), std::string("title: 目標シート").size(), "title: 面談記録");
  write("site/templates/other.yaml", other);
}

void IssueSite::people(const std::string& rows, const std::string& heading) const {
  write("people.csv", heading + "\n" + rows);
}

Outcome IssueSite::issue(const std::map<std::string, std::string>& options) const {
  std::map<std::string, std::string> all = {
      {"--people", *this / "people.csv"}, {"--template", "sheet"}, {"--period", "2026H2"}, {"-o", *this / "out"}};
  for (const auto& [name, value] : options) all[name] = value;
  std::vector<std::string> arguments = {"-r", *this / "site", "issue"};
  for (const auto& [name, value] : all) {
    arguments.push_back(name);
    if (!value.empty()) arguments.push_back(value);
  }
  return run_shirube(std::move(arguments));
}

std::vector<std::string> IssueSite::files(const std::string& folder) const {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(*this / folder)) names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

std::map<std::string, std::string> IssueSite::manifest(const std::string& path) const {
  source::SourceSet sources;
  diagnostic::Sink sink;
  const auto lines = cli::read_issued(path, read(path), sources, sink);
  REQUIRE(lines);
  std::map<std::string, std::string> found;
  for (const auto& line : *lines) {
    const bool is_new = found
                            .emplace(line.workbook + " " + line.id + (line.post.empty() ? "" : " " + line.post),
                                     line.name + "/" + line.assessor + "/" + line.file)
                            .second;
    CHECK(is_new);
  }
  return found;
}

std::vector<std::string> IssueSite::archived(const std::string& name) const {
  const std::string bytes = read("out/" + name);
  auto container = spreadsheet::Container::open(bytes, {});
  REQUIRE(container);
  std::vector<std::string> names;
  for (const auto& part : container.value().parts()) names.push_back(part.name);
  return names;
}

bool holds_text(const std::string& bytes, const std::string& text) {
  const auto book = spreadsheet::read_workbook(bytes);
  REQUIRE(book);
  for (const auto& sheet_read : book.value().sheets) {
    for (const auto& cell : sheet_read.cells) {
      if (!cell.has_formula && cell.text == text) return true;
    }
  }
  return false;
}

}  // namespace shirube::tests
