#include <cmath>

#include "render/html/href.h"
#include "render/html/views/record_table.h"
#include "render/html/views/views.h"
#include "source/format.h"

namespace shirube::render::html {
namespace {

std::string kind_of(const FieldPreview& field, const Words& words) {
  switch (field.type) {
    case model::FieldType::fixed:
    case model::FieldType::text:
      return words["field-text"];
    case model::FieldType::long_text:
      return words["field-long-text"];
    case model::FieldType::number:
      return words["field-number"];
    case model::FieldType::percent:
      return words["field-percent"];
    case model::FieldType::date:
      return words["field-date"];
    case model::FieldType::choice:
      return words["field-choice"];
    case model::FieldType::check:
      return words["field-check"];
  }
  return {};
}

struct RangeWords {
  std::string_view least;
  std::string_view most;
};
constexpr RangeWords of_numbers = {"limit-least", "limit-most"};
constexpr RangeWords of_days = {"limit-from", "limit-until"};

std::string range_text(const std::string& least, const std::string& most, const RangeWords& range, const Words& words) {
  if (least.empty()) return words.with(range.most, {most});
  return most.empty() ? words.with(range.least, {least}) : words.with("limit-range", {least, most});
}

std::string choices_text(const std::vector<std::string>& choices, const Words& words) {
  constexpr std::size_t most = 8;
  std::string text;
  for (std::size_t i = 0; i < choices.size() && i < most; ++i) {
    if (i > 0) text += words["list-separator"];
    text += choices[i];
  }
  if (choices.size() > most) text += words.with("and-more", {std::to_string(choices.size() - most)});
  return text;
}

// What may be written there.
std::string limits_of(const FieldPreview& field, const Words& words) {
  const double scale = field.type == model::FieldType::percent ? 100 : 1;
  const std::string unit = field.type == model::FieldType::percent ? "%" : field.unit;
  const auto shown = [&](const std::optional<double>& limit) {
    return limit ? source::format("{}{}", std::round(*limit * scale * 1e9) / 1e9, unit) : std::string();
  };
  if (!field.choices.empty()) return choices_text(field.choices, words);
  if (field.least || field.most) return range_text(shown(field.least), shown(field.most), of_numbers, words);
  if (!field.earliest.empty() || !field.latest.empty()) return range_text(field.earliest, field.latest, of_days, words);
  if (field.longest) return words.with("limit-longest", {std::to_string(*field.longest)});
  return unit;
}

void write_fields(Writer& writer, const SheetPreview& sheet, const std::string& id, const Words& words) {
  open_record_table(
      writer, "field-table", id, words.with("workbook-fields", {sheet.name}),
      {words["workbook-field"], words["workbook-kind"], words["workbook-limits"], words["workbook-help"]});
  const std::string* block = nullptr;
  for (const FieldPreview& field : sheet.fields) {
    if (!field.block.empty() && (block == nullptr || *block != field.block)) {
      writer.open("tr", {{"class", "field-group"}});
      writer.element("th", {{"scope", "rowgroup"}, {"colspan", "4"}}, field.block).close();
    }
    block = &field.block;
    writer.open("tr").open("th", {{"scope", "row"}}).text(field.label);
    if (field.required) {
      writer.text(" ").element("span", {{"class", "badge badge-company"}}, words["workbook-required"]);
    }
    writer.close().element("td", kind_of(field, words));
    writer.element("td", limits_of(field, words)).element("td", field.help).close();
  }
  close_record_table(writer);
}

void write_sheet(Writer& writer, const SheetPreview& sheet, const ViewContext& context, std::size_t number) {
  const Words& words = context.words;
  const std::string part = source::format("{}-{}", context.id, number);
  writer.open("section", {{"class", "sheet-preview"}, {"aria-labelledby", part}});
  writer.open("h2", {{"id", part}}).text(sheet.name).close();
  const std::string address = context.file ? context.file(sheet.picture) : sheet.picture;
  if (!address.empty()) {
    writer.open("figure", {{"class", "sheet-picture"}});
    const std::string width = std::to_string(sheet.width);
    const std::string height = std::to_string(sheet.height);
    writer.leaf("img", {{"src", address},
                        {"alt", words.with("workbook-picture", {sheet.name})},
                        {"width", width},
                        {"height", height},
                        {"loading", "lazy"}});
    std::string caption = sheet.title;
    if (sheet.cut) caption += words["workbook-cut"];
    writer.element("figcaption", caption).close();
  }
  if (sheet.fields.empty()) {
    writer.element("p", {{"class", "note"}}, words["workbook-no-fields"]);
  } else {
    write_fields(writer, sheet, part + "-fields", words);
  }
  writer.close();
}

}  // namespace

std::string workbook(const model::WorkbookDefinition& workbook, const WorkbookPreview* preview,
                     const ViewContext& context) {
  const Words& words = context.words;
  Writer writer;
  const std::string path = workbook_path(workbook);
  const std::string address = context.file ? context.file(path) : path;
  writer.open("div", {{"class", "workbook-facts"}});
  if (!address.empty()) {
    writer.open("p").open("a", {{"class", "button"}, {"href", address}, {"download", {}}});
    writer.text(words.with("workbook-download", {workbook.title})).close().close();
  }
  std::string facts = words.with("download-note", {workbook.id.value, workbook.version.value});
  if (preview != nullptr) {
    facts += words["workbook-separator"] + words.with("workbook-sheets", {std::to_string(preview->sheets.size())});
    if (preview->bytes) {
      const auto kilobytes = (*preview->bytes + 512) / 1024;
      facts += words["workbook-separator"] + words.with("workbook-size", {std::to_string(kilobytes)});
    }
  }
  writer.element("p", {{"class", "note"}}, facts).close();
  if (preview == nullptr) return std::move(writer).take();
  std::size_t number = 0;
  for (const SheetPreview& sheet : preview->sheets) write_sheet(writer, sheet, context, ++number);
  return std::move(writer).take();
}

}  // namespace shirube::render::html
