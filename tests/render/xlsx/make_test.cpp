#include "render/xlsx/make.h"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmath>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <limits>

#include "graph/parallel.h"
#include "render/xlsx/press.h"
#include "render/xlsx/verify.h"
#include "render/xlsx/writer.h"
#include "spreadsheet/read.h"
#include "support/catch.h"
#include "support/hostile_texts.h"
#include "support/workbook_site.h"

using namespace shirube;
using render::xlsx::WorkbookPlan;

namespace {

WorkbookPlan template_plan(const std::string& name) {
  tests::WorkbookSite site;
  site.read_records();
  const auto definition = site.read_template(name);
  REQUIRE(definition);
  return render::xlsx::plan_workbook(*definition, site.records, site.figures);
}

// One sheet with one text cell.
WorkbookPlan one_cell(render::xlsx::CellContent content) {
  WorkbookPlan plan;
  plan.id = "one";
  plan.version = "1.0.0";
  plan.title = "一つ";
  plan.formats.emplace_back();
  render::xlsx::SheetPlan sheet;
  sheet.name = "表";
  sheet.column_pixels = {100};
  sheet.row_points = {20};
  sheet.cells.push_back({0, 0, 0, std::move(content)});
  plan.sheets.push_back(std::move(sheet));
  return plan;
}

}  // namespace

TEST_CASE("a workbook reads back as it was planned, with the same bytes each time and on every thread") {
  const tests::WorkbookFolder folder;
  const WorkbookPlan plan = template_plan("mbo-sheet");
  const auto first = render::xlsx::make_workbook(plan, folder.options());
  REQUIRE(first);
  std::vector<std::string> others(6);
  graph::for_each_index(others.size(), [&](std::size_t i) {
    const auto made = render::xlsx::make_workbook(plan, folder.options());
    if (made) others[i] = made.value();
  });
  for (const std::string& other : others) CHECK(other == first.value());
}

TEST_CASE("hostile texts arrive as text, written and pressed, or are refused") {
  const tests::WorkbookFolder folder;
  const WorkbookPlan plan = one_cell("無害");
  const auto press = render::xlsx::Press::prepare(plan, folder.options());
  REQUIRE(press);
  const auto both = [&](const std::string& text) {
    std::vector<source::Result<std::string>> books;
    books.push_back(render::xlsx::make_workbook(one_cell(text), folder.options()));
    books.push_back(press.value().print({{0, 0, 0, text}}));
    return books;
  };
  std::vector<std::string> texts = tests::hostile_texts();
  texts.emplace_back(32'767, 'a');
  CHECK(texts.size() > 20);
  for (const std::string& text : texts) {
    INFO(text.substr(0, 40));
    for (const auto& made : both(text)) {
      if (!made) FAIL(made.failure().detail);
      const auto read = spreadsheet::read_workbook(made.value());
      REQUIRE(read);
      const auto& cell = read.value().sheets.front().cells.front();
      CHECK(cell.type == spreadsheet::Cell::Type::text);
      CHECK(cell.text == text);
      CHECK(!cell.has_formula);
    }
  }
  for (const std::string& text : tests::refused_texts()) {
    INFO(text.substr(0, 40));
    for (const auto& made : both(text)) {
      REQUIRE(!made);
      CHECK(made.failure().kind == source::Failure::Kind::unwritable);
    }
  }
}

TEST_CASE("what the library would write wrongly is refused") {
  const tests::WorkbookFolder folder;
  std::string wide;
  for (int i = 0; i < 16'384; ++i) wide += "😀";  // two UTF-16 units each
  const render::xlsx::CellContent contents[] = {wide,
                                                std::nan(""),
                                                std::numeric_limits<double>::infinity(),
                                                render::xlsx::FormulaCell{"", 0.0},
                                                render::xlsx::FormulaCell{"=A2", 0.0},
                                                render::xlsx::FormulaCell{std::string(9'000, '1'), 0.0}};
  for (const auto& content : contents) {
    const auto made = render::xlsx::make_workbook(one_cell(content), folder.options());
    REQUIRE(!made);
    CHECK(made.failure().kind == source::Failure::Kind::unwritable);
  }
  for (const char* name : {"", "History", "履歴", "a/b", "売上／粗利", "売上＼粗利", "a﹨b", "売上￥", "’a", "'a", "a'", "1234567890123456789012345678901234"}) {
    WorkbookPlan plan = one_cell(1.0);
    plan.sheets.front().name = name;
    INFO(name);
    CHECK(!render::xlsx::find_fault(plan).empty());
  }
  for (const char* name : {"A1", "R1C1", "in goal", "1a", "", "in_目標", "in_A"}) {
    WorkbookPlan plan = one_cell(1.0);
    plan.names.push_back({name, "'表'!$A$1"});
    INFO(name);
    CHECK(!render::xlsx::find_fault(plan).empty());
  }
  WorkbookPlan plan = one_cell(1.0);
  plan.sheets.front().merges = {{0, 0, 2, 2}, {2, 2, 3, 3}};
  CHECK(render::xlsx::find_fault(plan).find("merged cells overlap") != std::string::npos);
  plan = one_cell(1.0);
  plan.sheets.push_back(plan.sheets.front());
  CHECK(render::xlsx::find_fault(plan).find("two sheets") != std::string::npos);
}

TEST_CASE("a difference between plan and file is seen") {
  const tests::WorkbookFolder folder;
  WorkbookPlan plan = template_plan("kpi-weekly");
  const auto made = render::xlsx::make_workbook(plan, folder.options());
  REQUIRE(made);
  const auto read = spreadsheet::read_workbook(made.value());
  REQUIRE(read);
  CHECK(render::xlsx::find_difference(plan, read.value()).empty());
  auto changed = read.value();
  changed.sheets[1].validations.pop_back();
  CHECK(render::xlsx::find_difference(plan, changed) == "sheet `記録`: the validations differ");
  changed = read.value();
  REQUIRE(changed.sheets.back().hidden);
  changed.sheets.back().hidden = false;
  CHECK(render::xlsx::find_difference(plan, changed) == "sheet `データ`: it is shown");
  changed = read.value();
  changed.names.front().refers = "'記録'!$Z$99";
  CHECK(!render::xlsx::find_difference(plan, changed).empty());
  plan.version = "1.0.1";
  CHECK(!render::xlsx::find_difference(plan, read.value()).empty());
}

TEST_CASE("whatever is lost of a package, it is noticed or nothing of it is published") {
  const tests::WorkbookFolder folder;
  const WorkbookPlan plan = one_cell("無害");
  const std::string path = folder.path() + "/package.xlsx";
  REQUIRE(render::xlsx::write_workbook(plan, 1'700'000'000, folder.path(), path));
  std::ifstream file(path, std::ios::binary);
  const std::string package((std::istreambuf_iterator<char>(file)), {});
  REQUIRE(package.size() > 4'000);
  // As make_workbook goes on with what the library wrote.
  const auto publish = [&plan](const std::string& written) {
    const auto locked = render::xlsx::complete_workbook(written);
    return locked ? render::xlsx::prove_workbook(plan, locked.value()) : locked;
  };
  const auto good = publish(package);
  REQUIRE(good);
  std::size_t noticed = 0;
  const auto look = [&](const std::string& damaged) {
    const auto proved = publish(damaged);
    if (proved) CHECK(proved.value() == good.value());
    noticed += proved ? 0 : 1;
  };
  for (const std::size_t size : {1U, 16U, 512U}) {
    for (std::size_t at = 0; at < package.size(); at += size == 1 ? 7 : size) {
      INFO(at << " + " << size);
      std::string zeroed = package;
      zeroed.replace(at, std::min(size, package.size() - at), std::min(size, package.size() - at), '\0');
      look(zeroed);
      std::string missing = package;
      missing.erase(at, size);
      look(missing);
      look(package.substr(0, at));
    }
  }
  CHECK(noticed > 1'000);
}

TEST_CASE("the library's parts are in memory until they are packed, so that no full disk reaches them") {
  const tests::WorkbookFolder folder;
  const auto place = render::xlsx::write_workbook(one_cell(1.0), 1'700'000'000, folder.path(), folder.path() + "/a.xlsx");
  REQUIRE(place);
  CHECK(place.value() == render::xlsx::PartsPlace::memory);
}

TEST_CASE("a full temporary folder is noticed, though the library reports success") {
  const tests::WorkbookFolder folder;
  const WorkbookPlan plan = template_plan("roadmap-kit");
  // In a process of its own: the limit on the size of files stands for a disk that is full.
  int seen = 0;
  for (const rlim_t bytes : {1'000U, 4'000U, 16'000U, 60'000U}) {
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
      ::signal(SIGXFSZ, SIG_IGN);
      const rlimit limit{bytes, bytes};
      ::setrlimit(RLIMIT_FSIZE, &limit);
      const auto made = render::xlsx::make_workbook(plan, folder.options());
      ::_exit(made ? 0 : 7);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    INFO(bytes);
    CHECK(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 7);
    ++seen;
  }
  CHECK(seen == 4);
}
