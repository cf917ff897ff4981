#include "spreadsheet/read.h"

#include <charconv>

#include "spreadsheet/cell_text.h"
#include "spreadsheet/chart.h"
#include "spreadsheet/container.h"
#include "spreadsheet/relationships.h"
#include "spreadsheet/sheet.h"
#include "spreadsheet/xml.h"

namespace shirube::spreadsheet {

using source::Failure;
using source::Result;

namespace {

struct SheetEntry {
  std::string relationship;
  std::size_t index = 0;
};

struct Reading {
  Container container;
  const ReadLimits& limits;
  Workbook workbook;
  std::vector<SheetEntry> sheets;
};

Result<void> read_workbook_part(Reading& reading, std::string_view text) {
  std::string buffer;
  XmlHandlers handlers;
  handlers.start = [&](std::string_view name, const XmlAttributes& attributes) {
    buffer.clear();
    if (name == "sheet") {
      Sheet sheet;
      sheet.name = std::string(attributes.find("name"));
      const auto state = attributes.find("state");
      sheet.hidden = !state.empty() && state != "visible";
      reading.sheets.push_back({std::string(attributes.find("id")), reading.workbook.sheets.size()});
      // `r:id` and `sheetId` differ in their local names, so `id` is the relationship.
      reading.workbook.sheets.push_back(std::move(sheet));
    } else if (name == "definedName") {
      DefinedName defined{std::string(attributes.find("name")), "", std::nullopt};
      std::uint32_t local = 0;
      const auto id = attributes.find("localSheetId");
      if (!id.empty() && std::from_chars(id.data(), id.data() + id.size(), local).ec == std::errc()) {
        defined.sheet = local;
      }
      reading.workbook.names.push_back(std::move(defined));
    } else if (name == "workbookProtection") {
      const auto locked = attributes.find("lockStructure");
      reading.workbook.structure_protected = locked == "1" || locked == "true";
    } else if (name == "workbookPr") {
      const auto date1904 = attributes.find("date1904");
      reading.workbook.date1904 = date1904 == "1" || date1904 == "true";
    }
  };
  handlers.text = [&](std::string_view piece) { buffer += piece; };
  handlers.end = [&](std::string_view name) {
    if (name == "definedName" && !reading.workbook.names.empty()) reading.workbook.names.back().refers = buffer;
  };
  return read_xml(text, handlers, reading.limits);
}

// Custom document properties: the text of whatever type is in each.
Result<void> read_properties(Reading& reading, const std::string& part) {
  auto text = reading.container.read(part);
  if (!text) return text.failure();
  std::string name;
  std::string buffer;
  XmlHandlers handlers;
  handlers.start = [&](std::string_view element, const XmlAttributes& attributes) {
    if (element != "property") return;
    name = attributes.find("name");
    buffer.clear();
  };
  handlers.text = [&](std::string_view piece) { buffer += piece; };
  handlers.end = [&](std::string_view element) {
    if (element == "property") reading.workbook.properties[name] = buffer;
  };
  return read_xml(text.value(), handlers, reading.limits);
}

// Which styles leave a cell unlocked.
Result<void> read_styles(Reading& reading, const std::string& part) {
  auto text = reading.container.read(part);
  if (!text) return text.failure();
  bool in_cell_formats = false;
  XmlHandlers handlers;
  handlers.start = [&](std::string_view element, const XmlAttributes& attributes) {
    if (element == "cellXfs") in_cell_formats = true;
    if (!in_cell_formats) return;
    if (element == "xf") reading.workbook.unlocked.push_back(false);
    if (element == "protection" && !reading.workbook.unlocked.empty()) {
      const auto locked = attributes.find("locked");
      reading.workbook.unlocked.back() = locked == "0" || locked == "false";
    }
  };
  handlers.text = [](std::string_view) {};
  handlers.end = [&](std::string_view element) {
    if (element == "cellXfs") in_cell_formats = false;
  };
  return read_xml(text.value(), handlers, reading.limits);
}

Failure in_part(Failure failure, const std::string& part) {
  failure.detail = part + ": " + failure.detail;
  return failure;
}

}  // namespace

Result<Workbook> read_workbook(std::string_view bytes, const ReadLimits& limits) {
  auto container = Container::open(bytes, limits);
  if (!container) return container.failure();
  Reading reading{std::move(container).value(), limits, {}, {}};
  auto roots = read_relationships(reading.container, "", limits);
  if (!roots) return in_part(roots.failure(), "_rels/.rels");
  const std::string main = find_part(roots.value(), "officeDocument");
  if (main.empty()) return Failure{Failure::Kind::unsupported, "", "the container has no workbook"};
  auto text = reading.container.read(main);
  if (!text) return text.failure();
  if (auto read = read_workbook_part(reading, text.value()); !read) return in_part(read.failure(), main);
  auto parts = read_relationships(reading.container, main, limits);
  if (!parts) return in_part(parts.failure(), main);

  if (const std::string custom = find_part(roots.value(), "custom-properties"); !custom.empty()) {
    if (auto read = read_properties(reading, custom); !read) return in_part(read.failure(), custom);
  }
  if (const std::string styles = find_part(parts.value(), "styles"); !styles.empty()) {
    if (auto read = read_styles(reading, styles); !read) return in_part(read.failure(), styles);
  }
  std::vector<std::string>& strings = reading.workbook.texts;
  if (const std::string part = find_part(parts.value(), "sharedStrings"); !part.empty()) {
    auto part_text = reading.container.read(part);
    if (!part_text) return part_text.failure();
    auto read = read_shared_strings(part_text.value(), limits);
    if (!read) return in_part(read.failure(), part);
    strings = std::move(read).value();
  }
  for (const SheetEntry& entry : reading.sheets) {
    const auto found = parts.value().find(entry.relationship);
    if (found == parts.value().end() || found->second.part.empty()) {
      return Failure{Failure::Kind::damaged, "", main + ": a sheet has no part"};
    }
    auto part_text = reading.container.read(found->second.part);
    if (!part_text) return part_text.failure();
    reading.workbook.sheets[entry.index].part = found->second.part;
    auto read = read_sheet(part_text.value(), strings, reading.workbook.sheets[entry.index], limits);
    if (!read) return in_part(read.failure(), found->second.part);
    auto charts = read_charts(reading.container, found->second.part, limits);
    if (!charts) return in_part(charts.failure(), "charts of " + found->second.part);
    reading.workbook.sheets[entry.index].charts = std::move(charts).value();
  }
  return std::move(reading.workbook);
}

}  // namespace shirube::spreadsheet
