#include "parse/workbook_definition.h"

#include <algorithm>

#include "parse/template_tree.h"
#include "parse/workbook_chart.h"
#include "parse/workbook_field.h"
#include "source/format.h"

namespace shirube::parse {

using diagnostic::Kind;
using diagnostic::Sink;
using source::Located;

namespace {

// Characters. A workbook's title is part of the names of its files; the others have to stay on their paper.
constexpr std::size_t most_sheets = 100;
constexpr std::size_t longest_file_title = 60;
constexpr std::size_t longest_description = 255;
constexpr std::size_t longest_advice = 300;
constexpr std::size_t longest_paragraph = 1'000;

// Of a block; it may do without.
std::string title_of(FieldReader& reader) {
  return limited_text(reader.text("title"), longest_label, reader.sink());
}

bool is_semantic_version(std::string_view text) {
  int dots = 0;
  bool digit = false;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      digit = true;
    } else if (c == '.' && digit) {
      ++dots;
      digit = false;
    } else {
      return false;
    }
  }
  return dots == 2 && digit;
}

std::vector<model::FieldDefinition> read_fields(FieldReader& reader, std::string_view key, const std::string& what) {
  std::vector<model::FieldDefinition> fields;
  for (const YamlNode* node : reader.items(key)) fields.push_back(read_workbook_field(*node, what, reader.sink()));
  return fields;
}

// A block is due by a stage, by something that exists, or when it has been begun: the last goes with neither.
model::Due read_due(FieldReader& reader, bool begun, const std::string& id) {
  model::Due due{reader.text("stage"), reader.text("exists")};
  if (begun && (due.stage || due.exists)) {
    const auto& given = due.stage ? *due.stage : *due.exists;
    reader.sink().report(Kind::workbook_useless, given.range, {due.stage ? "stage" : "exists", id});
  }
  return due;
}

model::FormBlock read_form(FieldReader& reader) {
  model::FormBlock form;
  if (auto id = reader.required_id("id")) form.id = *id;
  form.title = title_of(reader);
  form.record = reader.id("record");
  if (auto columns = reader.integer("columns", 1, 3)) form.columns = columns->value;
  form.optional = reader.boolean("optional", false);
  form.due = read_due(reader, form.optional, form.id.value);
  form.fields = read_fields(reader, "fields", "field");
  if (form.fields.empty() && !form.record && reader.is_mapping()) reader.missing("fields");
  return form;
}

model::Row read_row(const YamlNode& node, Sink& sink) {
  model::Row row;
  row.range = node.range;
  FieldReader reader(node, "row", sink);
  for (const YamlEntry& entry : node.entries) {
    auto text = reader.text(entry.key);
    if (!text) continue;
    model::RowCell cell;
    cell.column = {entry.key, entry.key_range};
    cell.text = *text;
    if (text->value.starts_with("=")) cell.formula = read_workbook_formula(entry.value, 1, sink);
    row.cells.push_back(std::move(cell));
  }
  return row;
}

model::RowSource read_rows(FieldReader& table) {
  using Source = model::RowSource::Kind;
  model::RowSource rows;
  const YamlNode* node = table.node("rows");
  if (node == nullptr) {
    table.missing("rows");
    return rows;
  }
  rows.range = node->range;
  if (node->kind == YamlNode::Kind::scalar) {
    if (auto count = table.integer("rows", 1, 500)) rows.count = count->value;
    return rows;
  }
  if (node->kind == YamlNode::Kind::sequence) {
    rows.kind = Source::written;
    for (const YamlNode& item : node->items) rows.rows.push_back(read_row(item, table.sink()));
    return rows;
  }
  FieldReader reader(*node, "rows", table.sink());
  rows.kind = reader
                  .choice<Source>("from", {{"written", Source::written},
                                           {"categories", Source::categories},
                                           {"objectives", Source::objectives},
                                           {"objective-tree", Source::tree},
                                           {"indicators", Source::indicators},
                                           {"risks", Source::risks},
                                           {"phases", Source::phases},
                                           {"survey", Source::survey},
                                           {"assets", Source::assets},
                                           {"examples", Source::examples}})
                  .value_or(Source::count);
  if (!reader.has("from")) reader.missing("from");
  if (rows.kind == Source::written) {
    for (const YamlNode* item : reader.items("written")) rows.rows.push_back(read_row(*item, table.sink()));
  }
  if (rows.kind == Source::objectives) {
    if (auto level = reader.required_word("level")) rows.filter = *level;
  }
  if (rows.kind == Source::risks || rows.kind == Source::phases) {
    if (auto plan = reader.required_id("plan")) rows.filter = *plan;
  }
  if (rows.kind == Source::survey) {
    if (auto pilot = reader.required_id("pilot")) rows.filter = *pilot;
  }
  if (rows.kind == Source::indicators) rows.ids = reader.ids("ids");
  if (auto spare = reader.integer("spare", 0, 500)) rows.count = spare->value;
  reader.finish();
  return rows;
}

void check_row(const model::TableBlock& table, const model::Row& row, Sink& sink) {
  for (const model::RowCell& cell : row.cells) {
    for (const model::FieldDefinition& column : table.columns) {
      if (column.id.value == cell.column.value && !cell.formula) check_workbook_value(column, cell.text, sink);
    }
  }
}

model::TableBlock read_table(FieldReader& reader) {
  model::TableBlock table;
  if (auto id = reader.required_id("id")) table.id = *id;
  table.title = title_of(reader);
  table.indicator = reader.id("indicator");
  table.columns = read_fields(reader, "columns", "column");
  if (table.columns.empty() && reader.is_mapping()) reader.missing("columns");
  table.rows = read_rows(reader);
  for (const model::Row& row : table.rows.rows) check_row(table, row, reader.sink());
  if (auto least = reader.integer("least_rows", 0, 500)) table.least_rows = least->value;
  table.due = read_due(reader, false, table.id.value);
  table.numbered = reader.boolean("numbered", true);
  if (const YamlNode* node = reader.node("total")) {
    FieldReader total_reader(*node, "total", reader.sink());
    model::TotalRow total;
    total.label = total_reader.required_plain_text("label");
    using Function = model::TotalRow::Function;
    total.function =
        total_reader.choice<Function>("function", {{"sum", Function::sum}, {"average", Function::average}}).value_or(Function::sum);
    total.columns = total_reader.ids("columns");
    total_reader.finish();
    table.total = std::move(total);
  }
  return table;
}

model::ChecklistBlock read_checklist(FieldReader& reader) {
  model::ChecklistBlock checklist;
  if (auto id = reader.required_id("id")) checklist.id = *id;
  checklist.title = title_of(reader);
  if (auto record = reader.required_id("record")) checklist.record = *record;
  return checklist;
}

model::CalculationBlock read_calculation(FieldReader& reader) {
  model::CalculationBlock calculation;
  if (auto id = reader.required_id("id")) calculation.id = *id;
  calculation.title = title_of(reader);
  calculation.fields = read_fields(reader, "lines", "line");
  for (const model::FieldDefinition& field : calculation.fields) {
    if (!field.formula && !field.from) {
      reader.sink().report(Kind::workbook_line_without_formula, field.range, {field.id.value});
    }
  }
  return calculation;
}

model::ChecksBlock read_checks(FieldReader& reader) {
  model::ChecksBlock checks;
  if (auto id = reader.required_id("id")) checks.id = *id;
  checks.title = title_of(reader);
  for (const YamlNode* node : reader.items("checks")) {
    FieldReader item(*node, "check", reader.sink());
    model::Check check;
    if (auto id = item.required_id("id")) check.id = *id;
    check.label = limited_text(item.required_text("label"), longest_label, reader.sink());
    if (item.required_word("formula")) check.formula = read_workbook_formula(*item.node("formula"), 0, reader.sink());
    check.advice = limited_text(item.required_text("advice"), longest_advice, reader.sink());
    item.finish();
    checks.checks.push_back(std::move(check));
  }
  return checks;
}

model::SignOffBlock read_sign_off(FieldReader& reader) {
  model::SignOffBlock sign_off;
  if (auto id = reader.required_id("id")) sign_off.id = *id;
  sign_off.title = title_of(reader);
  sign_off.roles = reader.plain_texts("roles");
  if (sign_off.roles.empty() && reader.is_mapping()) reader.missing("roles");
  return sign_off;
}

model::ModelBlock read_model(FieldReader& reader) {
  using Part = model::ModelBlock::Part;
  model::ModelBlock block;
  if (auto id = reader.required_id("id")) block.id = *id;
  if (auto record = reader.required_id("record")) block.record = *record;
  block.title = title_of(reader);
  const auto part = reader.choice<Part>("part", {{"values", Part::values},
                                                 {"checks", Part::checks},
                                                 {"break-even", Part::break_even},
                                                 {"tornado", Part::tornado},
                                                 {"grid", Part::grid},
                                                 {"series", Part::series}});
  if (!reader.has("part")) reader.missing("part");
  if (part) block.part = {*part, reader.node("part")->range};
  if (block.part.value != Part::values) return block;
  if (auto choices = reader.required_id("choices")) block.choices = *choices;
  return block;
}

model::GateBlock read_gate_block(FieldReader& reader) {
  model::GateBlock block;
  if (auto id = reader.required_id("id")) block.id = *id;
  if (auto record = reader.required_id("record")) block.record = *record;
  return block;
}

model::ChangesBlock read_changes(FieldReader& reader) {
  model::ChangesBlock changes;
  changes.title = title_of(reader);
  for (const YamlNode* node : reader.items("versions")) {
    FieldReader item(*node, "version", reader.sink());
    model::ChangesBlock::Entry entry;
    if (auto version = item.required_word("version")) {
      if (!is_semantic_version(version->value)) {
        reader.sink().report(Kind::workbook_version, version->range, {version->value});
      } else {
        entry.version = *version;
      }
    }
    entry.text = limited_text(item.required_text("text"), longest_paragraph, reader.sink());
    item.finish();
    changes.entries.push_back(std::move(entry));
  }
  if (changes.entries.empty() && reader.is_mapping()) reader.missing("versions");
  return changes;
}

model::BlockDefinition read_block(const YamlNode& node, Sink& sink) {
  enum class Word {
    heading,
    note,
    instructions,
    form,
    table,
    checklist,
    calculation,
    checks,
    sign_off,
    chart,
    model,
    gate,
    summary,
    legend,
    changes
  };
  FieldReader reader(node, "block", sink);
  model::BlockDefinition block;
  block.range = node.range;
  const auto word = reader.choice<Word>("block", {{"heading", Word::heading},
                                                  {"note", Word::note},
                                                  {"instructions", Word::instructions},
                                                  {"form", Word::form},
                                                  {"table", Word::table},
                                                  {"checklist", Word::checklist},
                                                  {"calculation", Word::calculation},
                                                  {"checks", Word::checks},
                                                  {"sign-off", Word::sign_off},
                                                  {"chart", Word::chart},
                                                  {"model", Word::model},
                                                  {"gate", Word::gate},
                                                  {"summary", Word::summary},
                                                  {"legend", Word::legend},
                                                  {"changes", Word::changes}});
  if (!word) {
    if (reader.is_mapping() && !reader.has("block")) reader.missing("block");
    return block;
  }
  block.page_break = reader.boolean("page_break", false);
  switch (*word) {
    case Word::heading:
      block.value = model::HeadingBlock{limited_text(reader.required_text("text"), longest_label, sink)};
      break;
    case Word::note:
      block.value = model::NoteBlock{limited_text(reader.required_text("text"), longest_paragraph, sink)};
      break;
    case Word::instructions:
      block.value = model::InstructionsBlock{};
      for (const auto& item : reader.texts("items")) {
        std::get<model::InstructionsBlock>(block.value).items.push_back(limited_text(item, longest_paragraph, sink));
      }
      break;
    case Word::form:
      block.value = read_form(reader);
      break;
    case Word::table:
      block.value = read_table(reader);
      break;
    case Word::checklist:
      block.value = read_checklist(reader);
      break;
    case Word::calculation:
      block.value = read_calculation(reader);
      break;
    case Word::checks:
      block.value = read_checks(reader);
      break;
    case Word::sign_off:
      block.value = read_sign_off(reader);
      break;
    case Word::chart:
      block.value = read_workbook_chart(reader);
      break;
    case Word::model:
      block.value = read_model(reader);
      break;
    case Word::gate:
      block.value = read_gate_block(reader);
      break;
    case Word::summary:
      block.value = model::SummaryBlock{title_of(reader)};
      break;
    case Word::legend:
      block.value = model::LegendBlock{};
      break;
    case Word::changes:
      block.value = read_changes(reader);
      break;
  }
  reader.finish();
  return block;
}

model::SheetDefinition read_sheet(const YamlNode& node, Sink& sink) {
  FieldReader reader(node, "sheet", sink);
  model::SheetDefinition sheet;
  sheet.range = node.range;
  if (auto id = reader.required_id("id")) sheet.id = *id;
  if (auto name = reader.required_text("name")) sheet.name = *name;
  sheet.title = limited_text(reader.required_text("title"), longest_label, sink);
  using Sheet = model::SheetDefinition;
  sheet.paper = reader.choice<Sheet::Paper>("paper", {{"portrait", Sheet::Paper::portrait}, {"landscape", Sheet::Paper::landscape}})
                    .value_or(Sheet::Paper::portrait);
  sheet.pages = reader.choice<Sheet::Pages>("pages", {{"one", Sheet::Pages::one}, {"many", Sheet::Pages::many}})
                    .value_or(Sheet::Pages::many);
  sheet.colour =
      reader
          .choice<Sheet::Colour>("colour", {{"navy", Sheet::Colour::navy},
                                            {"blue", Sheet::Colour::blue},
                                            {"green", Sheet::Colour::green},
                                            {"yellow", Sheet::Colour::yellow},
                                            {"grey", Sheet::Colour::grey}})
          .value_or(Sheet::Colour::none);
  if (const YamlNode* repeat = reader.node("repeat")) {
    FieldReader repeat_reader(*repeat, "repeat", sink);
    if (auto count = repeat_reader.integer("count", 1, 60)) sheet.repeat.count = count->value;
    if (!repeat_reader.has("count")) repeat_reader.missing("count");
    sheet.repeat.plan = repeat_reader.id("plan");
    repeat_reader.finish();
  }
  for (const YamlNode* block : reader.items("blocks")) sheet.blocks.push_back(read_block(*block, sink));
  if (sheet.blocks.empty() && reader.is_mapping()) reader.missing("blocks");
  reader.finish();
  return sheet;
}

model::ChoiceList read_list(const YamlNode& node, Sink& sink) {
  using Source = model::ChoiceList::Source;
  FieldReader reader(node, "list", sink);
  model::ChoiceList list;
  list.range = node.range;
  if (auto id = reader.required_id("id")) list.id = *id;
  list.label = limited_text(reader.required_text("label"), longest_label, sink);
  list.source = reader
                    .choice<Source>("from", {{"categories", Source::categories},
                                             {"objectives", Source::objectives},
                                             {"indicators", Source::indicators},
                                             {"scenarios", Source::scenarios},
                                             {"assets", Source::assets},
                                             {"career-paths", Source::career_paths}})
                    .value_or(Source::items);
  if (list.source == Source::scenarios) {
    if (auto calculation = reader.required_id("calculation")) list.calculation = *calculation;
  }
  if (list.source == Source::objectives) {
    list.levels = reader.words("level");
    if (list.levels.empty() && !reader.has("level")) reader.missing("level");
  }
  if (list.source == Source::items) {
    list.items = reader.texts("items");
  }
  reader.finish();
  return list;
}

}  // namespace

std::optional<model::WorkbookDefinition> read_workbook_definition(const YamlNode& file, Sink& sink) {
  FieldReader reader(file, "workbook", sink);
  if (!reader.is_mapping()) return std::nullopt;
  model::WorkbookDefinition definition;
  const auto id = reader.required_id("id");
  if (id) definition.id = *id;
  if (auto version = reader.required_word("version")) {
    if (!is_semantic_version(version->value)) sink.report(Kind::workbook_version, version->range, {version->value});
    definition.version = *version;
  }
  definition.title = limited_text(reader.required_text("title"), longest_file_title, sink);
  definition.description = limited_text(reader.required_text("description"), longest_description, sink);
  definition.stage = reader.text("stage");
  for (const YamlNode* list : reader.items("lists")) definition.lists.push_back(read_list(*list, sink));
  // Each sheet is named in formulas of others, so that their cost grows with the square of the number.
  const std::vector<const YamlNode*> sheets = reader.items("sheets");
  if (sheets.size() > most_sheets) {
    const source::SourceRange first = sheets[most_sheets]->range;
    sink.report(Kind::field_limits, {first.file, first.begin, first.begin + 1},
                {"sheets", source::format("{}", sheets.size()), "1", source::format("{}", most_sheets)});
    return std::nullopt;
  }
  for (const YamlNode* sheet : sheets) definition.sheets.push_back(read_sheet(*sheet, sink));
  if (definition.sheets.empty()) reader.missing("sheets");
  reader.finish();
  if (!id) return std::nullopt;
  definition.tree = template_tree(file);
  return definition;
}

}  // namespace shirube::parse
