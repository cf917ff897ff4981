// Nothing of a package is published that was not read back.
#include <map>

#include "render/xlsx/make.h"
#include "render/xlsx/verify.h"
#include "spreadsheet/container.h"
#include "spreadsheet/read.h"
#include "spreadsheet/xml.h"

namespace shirube::render::xlsx {

using source::Failure;
using source::Result;

namespace {

constexpr const char* content_types = "[Content_Types].xml";

// read_workbook reads these to their ends.
bool is_read_below(std::string_view part) {
  return part.starts_with("xl/worksheets/sheet") || part == "xl/sharedStrings.xml";
}

// The parts that the package says it has. Proves by the way that `text` is whole XML.
Result<std::vector<std::string>> promised_parts(std::string_view text) {
  std::vector<std::string> parts;
  spreadsheet::XmlHandlers handlers;
  handlers.start = [&](std::string_view element, const spreadsheet::XmlAttributes& attributes) {
    if (element == "Override") parts.emplace_back(attributes.find("PartName"));
  };
  handlers.text = [](std::string_view) {};
  handlers.end = [](std::string_view) {};
  if (auto read = spreadsheet::read_xml(text, handlers, {}); !read) return read.failure();
  return parts;
}

Result<std::map<std::string, std::string>> read_all_parts(const std::string& package) {
  auto container = spreadsheet::Container::open(package, {});
  if (!container) return container.failure();
  std::vector<std::string> promised{content_types};
  std::map<std::string, std::string> texts;
  for (const spreadsheet::PartEntry& part : container.value().parts()) {
    auto text = container.value().read(part.name);
    if (!text) return text.failure();
    const std::string& whole = texts.emplace(part.name, std::move(text).value()).first->second;
    if (is_read_below(part.name)) continue;
    auto listed = promised_parts(whole);
    if (!listed) return Failure{Failure::Kind::damaged, "", part.name + ": " + listed.failure().detail};
    if (part.name == content_types) promised.insert(promised.end(), listed.value().begin(), listed.value().end());
  }
  for (const std::string& part : promised) {
    if (!container.value().has(part)) return Failure{Failure::Kind::damaged, "", "part `" + part + "` is missing"};
  }
  return texts;
}

}  // namespace

Result<std::string> prove_workbook(const WorkbookPlan& plan, const std::string& package) {
  const auto damaged = [&plan](std::string detail) {
    return Failure{Failure::Kind::damaged, plan.id + ".xlsx", std::move(detail)};
  };
  const auto texts = read_all_parts(package);
  if (!texts) return damaged(texts.failure().detail);
  auto read = spreadsheet::read_workbook(package);
  std::string difference = read ? find_difference(plan, read.value()) : read.failure().detail;
  if (!difference.empty()) return damaged(std::move(difference));
  // Carried over as they are compressed, they would bring flags of their own with them.
  auto packed = spreadsheet::replace_parts(package, texts.value());
  if (!packed) return damaged(packed.failure().detail);
  return packed;
}

}  // namespace shirube::render::xlsx
