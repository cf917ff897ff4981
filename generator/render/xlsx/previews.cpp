#include "render/xlsx/previews.h"

#include <set>
#include <utility>

#include "model/workbook_source.h"
#include "render/xlsx/picture.h"
#include "render/xlsx/plan.h"
#include "source/format.h"

namespace shirube::render::xlsx {

namespace {

// The sheets of the definition, each once however often it is repeated; those at the back are made for machines.
std::vector<std::pair<std::size_t, const model::SheetDefinition*>> shown_sheets(
    const model::WorkbookDefinition& definition) {
  std::vector<std::pair<std::size_t, const model::SheetDefinition*>> shown;
  std::size_t at = 0;
  for (const model::SheetDefinition& sheet : definition.sheets) {
    shown.emplace_back(at, &sheet);
    at += static_cast<std::size_t>(sheet.repeat.count);
  }
  return shown;
}

std::vector<std::string> choices_of(const model::FieldDefinition& field, const model::WorkbookDefinition& definition,
                                    const model::Records& records) {
  for (const model::ChoiceList& list : definition.lists) {
    if (list.id.value == field.choices.value) return model::choices(list, records);
  }
  return {};
}

// The titles of the blocks that have fields, by their ids.
struct BlockTitles {
  std::map<std::string, std::string>& titles;

  void operator()(const model::FormBlock& block) const { titles[block.id.value] = block.title; }
  void operator()(const model::TableBlock& block) const { titles[block.id.value] = block.title; }
  void operator()(const model::ChecklistBlock& block) const { titles[block.id.value] = block.title; }
  void operator()(const model::CalculationBlock& block) const { titles[block.id.value] = block.title; }
  void operator()(const model::ChecksBlock& block) const { titles[block.id.value] = block.title; }
  void operator()(const model::SignOffBlock& block) const { titles[block.id.value] = block.title; }
  void operator()(const model::ModelBlock& block) const { titles[block.id.value] = block.title; }
  void operator()(const model::HeadingBlock&) const {}
  void operator()(const model::NoteBlock&) const {}
  void operator()(const model::InstructionsBlock&) const {}
  void operator()(const model::ChartBlock&) const {}
  void operator()(const model::GateBlock&) const {}
  void operator()(const model::SummaryBlock&) const {}
  void operator()(const model::LegendBlock&) const {}
  void operator()(const model::ChangesBlock&) const {}
};

std::map<std::string, std::string> block_titles(const model::WorkbookDefinition& definition) {
  std::map<std::string, std::string> titles;
  for (const model::SheetDefinition& sheet : definition.sheets) {
    for (const model::BlockDefinition& block : sheet.blocks) std::visit(BlockTitles{titles}, block.value);
  }
  return titles;
}

FieldPreview field_preview(const PlannedField& planned) {
  const model::FieldDefinition& field = *planned.field;
  FieldPreview preview;
  preview.label = field.label.empty() ? planned.label : field.label;
  preview.unit = planned.unit;
  preview.required = planned.required || field.required;
  preview.type = field.type;
  if (field.least) preview.least = field.least->value;
  if (field.most) preview.most = field.most->value;
  if (field.earliest) preview.earliest = field.earliest->value;
  if (field.latest) preview.latest = field.latest->value;
  if (planned.longest > 0) preview.longest = planned.longest;
  preview.help = field.prompt.value;
  return preview;
}

WorkbookPreview preview(const model::WorkbookDefinition& definition, const model::Records& records,
                        const WorkbookTemplate& planned, OutputSet& pictures) {
  WorkbookPreview preview;
  const WorkbookPlan& plan = planned.plan();
  const auto titles = block_titles(definition);
  for (const auto& [index, sheet] : shown_sheets(definition)) {
    SheetPicture picture = draw_sheet(plan, plan.sheets[index]);
    SheetPreview shown;
    shown.name = plan.sheets[index].name;
    shown.title = sheet->title;
    shown.picture = source::format("workbooks/{}-{}.svg", definition.id.value, preview.sheets.size() + 1);
    shown.width = picture.width;
    shown.height = picture.height;
    shown.cut = picture.cut;
    std::set<const model::FieldDefinition*> seen;  // a column is in every row
    for (const PlannedField& field : planned.fields()) {
      if (field.sheet != index || field.field == nullptr || !seen.insert(field.field).second) continue;
      const auto title = titles.find(field.key.substr(0, field.key.find('.')));
      FieldPreview shown_field = field_preview(field);
      if (title != titles.end()) shown_field.block = title->second;
      shown_field.choices = choices_of(*field.field, definition, records);
      shown.fields.push_back(std::move(shown_field));
    }
    pictures.files.push_back(
        {shown.picture, [svg = std::move(picture.svg)]() -> source::Result<std::string> { return svg; }});
    preview.sheets.push_back(std::move(shown));
  }
  return preview;
}

}  // namespace

Previews preview_workbooks(const model::CheckedSite& site) {
  std::vector<double> figures;
  for (std::size_t i = 0; i < site.site().records.figures.size(); ++i) figures.push_back(site.figure_value(i));
  Previews previews;
  for (const model::WorkbookDefinition& definition : site.site().workbooks) {
    const WorkbookTemplate planned(definition, site.site().records, figures);
    previews.workbooks.emplace(definition.id.value,
                               preview(definition, site.site().records, planned, previews.pictures));
  }
  return previews;
}

}  // namespace shirube::render::xlsx
