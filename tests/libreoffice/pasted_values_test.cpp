// Every field of every template holds what its validation would have refused, as if it had been pasted: LibreOffice
// recalculates the workbook and finds each of them. Hidden, because it needs soffice.
#include <map>

#include "libreoffice/office.h"
#include "render/xlsx/make.h"
#include "render/xlsx/plan.h"
#include "source/format.h"
#include "spreadsheet/read.h"
#include "support/catch.h"
#include "support/workbook_site.h"

using namespace shirube;
using expression::Value;
using model::FieldType;
using render::xlsx::WorkbookTemplate;

namespace {

Value refused(FieldType type, int turn) {
  switch (type) {
    case FieldType::number:
    case FieldType::percent:
      return turn % 2 == 0 ? Value("4件") : Value(-1e16);
    case FieldType::date:
      return turn % 2 == 0 ? Value("令和9年3月31日") : Value(20'260'401.0);
    case FieldType::choice:
    case FieldType::check:
      return "選択肢にない";
    case FieldType::fixed:
    case FieldType::text:
    case FieldType::long_text:
      break;
  }
  return "\u3000 \u00A0";
}

}  // namespace

TEST_CASE("LibreOffice marks every value that a field does not take, wherever it was pasted", "[.][libreoffice]") {
  std::map<std::string, std::string> books;
  std::map<std::string, std::map<std::string, int>> expected;  // by workbook and sheet
  const tests::WorkbookFolder folder;
  for (const std::string& name : tests::template_names()) {
    tests::WorkbookSite site;
    site.read_records();
    const auto definition = site.read_template(name);
    REQUIRE(definition);
    const WorkbookTemplate planned(*definition, site.records, site.figures);
    auto plan = planned.plan();
    WorkbookTemplate::Values values;
    int turn = 0;
    for (const auto& field : planned.fields()) {
      values[field.key] = refused(field.field->type, ++turn);
      ++expected[name][plan.sheets[field.sheet].name];
    }
    for (const auto& change : planned.fill(values)) {
      for (auto& cell : plan.sheets[change.sheet].cells) {
        if (cell.row == change.row && cell.column == change.column) cell.content = change.content;
      }
    }
    auto bytes = render::xlsx::make_workbook(plan, folder.options());
    REQUIRE(bytes);
    books.emplace(name, std::move(bytes).value());
  }
  tests::Office office;
  for (const auto& [name, bytes] : office.convert(books, "xlsx")) {
    const auto book = spreadsheet::read_workbook(bytes);
    REQUIRE(book);
    int all = 0;
    for (const auto& sheet : book.value().sheets) {
      INFO(name << " " << sheet.name);
      std::string title;
      int verdicts = 0;
      for (const auto& cell : sheet.cells) {
        if (cell.row == 0 && cell.text.starts_with("要確認")) title = cell.text;
        if (cell.column > 0 && cell.text == "要確認") ++verdicts;
      }
      const auto count = expected[name].find(sheet.name);
      if (count != expected[name].end()) {
        CHECK(title == source::format("要確認 {} 件", count->second));
        all += count->second;
      }
      if (&sheet == &book.value().sheets.back()) CHECK(verdicts >= all);
    }
  }
}
