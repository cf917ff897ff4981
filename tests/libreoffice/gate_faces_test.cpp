// A pilot whose indicator had reached its goal before it began, from the CSV file to every place that judges it: the
// built pages, the workbook in LibreOffice, `shirube evaluate` and the browser. Hidden, because it needs soffice.
#include <filesystem>
#include <set>

#include "libreoffice/own_books.h"
#include "model/gate_result.h"
#include "source/format.h"
#include "support/catch.h"
#include "support/program.h"

using namespace shirube;
namespace fs = std::filesystem;

namespace {

// Five people, three weeks before and four after: the last indicator is at 2 or more in all of them.
const char* const weekly = R"(person,week,daily-sales-awareness,improvement-proposals,initiative-cycle
A,-2,40%,2,2.5
A,-1,40%,2,2.5
A,0,40%,2,3
A,1,60%,2,3
A,2,60%,3,3
A,3,80%,3,3
A,4,80%,4,3
B,-2,60%,2,2.5
B,-1,60%,2,2.5
B,0,60%,2,3
B,1,60%,2,3
B,2,80%,2,3
B,3,80%,3,3
B,4,80%,3,3
C,-2,40%,1,2.5
C,-1,40%,1,2.5
C,0,40%,1,3
C,1,60%,1,3
C,2,60%,2,3
C,3,60%,2,3
C,4,80%,2,3
D,-2,60%,3,2.5
D,-1,60%,3,2.5
D,0,60%,3,3
D,1,80%,3,3
D,2,80%,4,3
D,3,80%,4,3
D,4,80%,4,3
E,-2,50%,2,2.5
E,-1,50%,2,2.5
E,0,50%,2,3
E,1,60%,2,3
E,2,60%,2,3
E,3,60%,2,3
E,4,80%,2,3
)";

// The site of this repository with another log.
struct LoggedSite {
  tests::TemporaryFolder folder;
  LoggedSite() {
    for (const char* part : {"content", "templates", "themes"}) {
      fs::copy(fs::path(SHIRUBE_SOURCE_DIR) / part, fs::path(folder.path()) / part, fs::copy_options::recursive);
    }
    fs::copy(fs::path(SHIRUBE_SOURCE_DIR) / "site.yaml", fs::path(folder.path()) / "site.yaml");
    fs::remove(fs::path(folder.path()) / "content/records/pilot/example-weekly.csv");
    folder.write("content/records/pilot/example-weekly.csv", weekly);
  }
};

// The row of a page's table whose head says `label`, with its mark-up.
std::string row_of(const std::string& page, const std::string& label) {
  const auto head = page.find(">" + label + "<");
  if (head == std::string::npos) return "no row " + label;
  const auto begin = page.rfind("<tr", head);
  return page.substr(begin, page.find("</tr>", head) - begin);
}

void check_row(const std::string& page, const std::string& label, const std::string& number, const std::string& standing) {
  const std::string row = row_of(page, label);
  INFO(row);
  CHECK(row.find(">" + number + "<") != std::string::npos);
  CHECK(row.find("standing " + standing) != std::string::npos);
}

}  // namespace

TEST_CASE("an indicator above its goal before and after counts in full on every face", "[.][libreoffice]") {
  const LoggedSite site;
  const auto built = tests::run_shirube({"build", "-r", site.folder.path(), "-o", site.folder / "public"});
  INFO(built.err);
  REQUIRE(built.code == 0);
  const std::string gate_page = site.folder.read("public/measurement/gate.html");
  check_row(gate_page, "施策実行サイクルの達成度", "10", "gate-met");
  check_row(site.folder.read("public/measurement/design.html"), "施策実行サイクル", "3回/週", "gate-met");

  const tests::OwnBooks own(site.folder.path());
  const model::PilotResult result = own.loaded->site.pilot_result(0);
  const model::Gate& gate = own.site().records.gates.front();
  const model::GateResult judged = model::evaluate_gate(gate, result, own.site().records);
  const auto& leading = judged.criteria.front().conditions;
  REQUIRE(leading.back().measured);
  CHECK(leading.back().measured->value == 10);
  CHECK(leading.back().standing == model::Standing::met);

  // What the measurement gave, typed into the sheet by hand.
  const std::set<std::string> asked_for = {"daily-sales-awareness", "improvement-proposals", "initiative-cycle",
                                           "monthly-gross-profit", "decision-lead-time"};
  tests::BookCase typed{"reached", "pilot-gate", {}, {}};
  for (const model::IndicatorResult& indicator : result.indicators) {
    const model::Indicator& record = own.site().records.indicators[indicator.indicator];
    const std::string key = "gate." + record.head.id.value;
    const double scale = record.unit.symbol == "%" ? 100 : 1;
    if (record.head.id.value == "initiative-cycle") {
      CHECK(source::format("{:.2f}", *indicator.before) == "2.67");
      CHECK(*indicator.after == 3);
      typed.formulas["row: 施策実行サイクルの達成度"] =
          source::format("10 * ATTAINED({:.15g}, {:.15g}, 2, 1)", *indicator.before, *indicator.after);
    }
    if (!asked_for.contains(record.head.id.value) || !indicator.before || !indicator.after) continue;
    typed.values[key + "-before"] = *indicator.before / scale;
    typed.values[key + "-after"] = *indicator.after / scale;
  }
  typed.values["gate.stories-complete"] = static_cast<double>(result.stories);
  const std::map<model::Standing, const char*> words = {{model::Standing::met, "満たす"},
                                                        {model::Standing::not_met, "満たさない"},
                                                        {model::Standing::undecidable, "判定できない"}};
  for (std::size_t i = 0; i < gate.criteria.size(); ++i) {
    typed.expected["gate." + gate.criteria[i].id.value] = words.at(judged.criteria[i].standing);
  }
  typed.expected["row: 施策実行サイクルの達成度"] = "10";
  typed.expected["row: 三つの達成度の合計"] = tests::shown(expression::Value(leading.front().measured->value));
  tests::compare_faces(own, {typed});

  const auto evaluated = tests::run_shirube({"evaluate", "--expression", "10 * ATTAINED(before, after, 2, 1)", "--set",
                                             "before=2.66666666666667", "--set", "after=3"});
  INFO(evaluated.out << evaluated.err);
  CHECK(evaluated.out == "10\n");
}
