// What libxlsxwriter has no words for is put into its finished package.
#include <map>

#include "render/xlsx/make.h"
#include "spreadsheet/container.h"

namespace shirube::render::xlsx {

using source::Failure;
using source::Result;

namespace {

constexpr std::string_view book = "xl/workbook.xml";
constexpr std::string_view charts = "xl/charts/chart";

// Sheets are neither moved nor removed nor taken out of hiding by mistake. No password.
constexpr std::string_view protection = "<workbookProtection lockStructure=\"1\"/>";

// Computed series are drawn from a hidden sheet. A blank cell and #N/A leave a gap: without the last word, which
// Excel knows since 2019, it would join the neighbours of a #N/A by a line.
constexpr std::string_view gaps =
    "<c:plotVisOnly val=\"0\"/><c:dispBlanksAs val=\"gap\"/>"
    "<c:extLst><c:ext uri=\"{56B9EC1D-385E-4148-901F-78D8002777C0}\" "
    "xmlns:c16r3=\"http://schemas.microsoft.com/office/drawing/2017/03/chart\"><c16r3:dataDisplayOptions16>"
    "<c16r3:dispNaAsBlank val=\"1\"/></c16r3:dataDisplayOptions16></c:ext></c:extLst>";

}  // namespace

Result<std::string> complete_workbook(const std::string& package) {
  auto container = spreadsheet::Container::open(package, {});
  if (!container) return container.failure();
  std::map<std::string, std::string> texts;
  for (const spreadsheet::PartEntry& part : container.value().parts()) {
    const bool chart = part.name.starts_with(charts);
    if (!chart && part.name != book) continue;
    auto text = container.value().read(part.name);
    if (!text) return text.failure();
    const auto at = text.value().find(chart ? "</c:chart>" : "<bookViews>");  // what follows in the schema
    if (at == std::string::npos) return Failure{Failure::Kind::damaged, "", part.name};
    texts.emplace(part.name, text.value().insert(at, chart ? gaps : protection));
  }
  if (!texts.contains(std::string(book))) return Failure{Failure::Kind::damaged, "", std::string(book)};
  return spreadsheet::replace_parts(package, texts);
}

}  // namespace shirube::render::xlsx
