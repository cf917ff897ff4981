#include "parse/workbook_definition.h"

#include "model/block.h"
#include "model/fields/blocks.h"
#include "parse/read_fields.h"
#include "parse/template_tree.h"
#include "parse/workbook_hooks.h"
#include "source/format.h"

namespace shirube::parse {

using diagnostic::Kind;
using diagnostic::Sink;

namespace {

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

model::BlockDefinition read_block(const YamlNode& node, Sink& sink) {
  FieldReader fields(node, "block", sink);
  model::BlockDefinition block;
  block.range = node.range;
  const auto chosen = fields.choice_of("block", model::block_words());
  if (!chosen) {
    if (!fields.has("block")) fields.missing("block");
    return block;
  }
  read_fields(fields, block);
  std::size_t index = 0;
  model::for_each_block([&](const auto& kind) {
    using Value = typename std::decay_t<decltype(kind)>::Value;
    if (index++ == *chosen) read_struct(fields, block.value.emplace<Value>());
  });
  return block;
}

// Each sheet is named in formulas of others, so that their cost grows with the square of the number. False: there are
// too many.
bool read_sheets(FieldReader& fields, std::vector<model::SheetDefinition>& sheets) {
  const std::vector<const YamlNode*> nodes = fields.items("sheets");
  if (nodes.size() > model::most_sheets) {
    const source::SourceRange first = nodes[model::most_sheets]->range;
    fields.sink().report(Kind::field_limits, {first.file, first.begin, first.begin + 1},
                         {"sheets", source::format("{}", nodes.size()), "1", source::format("{}", model::most_sheets)});
    return false;
  }
  for (const YamlNode* node : nodes) {
    FieldReader inner(*node, "sheet", fields.sink());
    read_struct(inner, sheets.emplace_back());
  }
  if (sheets.empty()) fields.missing("sheets");
  return true;
}

}  // namespace

bool check_version(const source::Located<std::string>& version, Sink& sink) {
  if (version.value.empty() || is_semantic_version(version.value)) return true;
  sink.report(Kind::workbook_version, version.range, {version.value});
  return false;
}

bool settle(FieldReader& fields, model::ChoiceList& list, bool usable) {
  using Source = model::ChoiceList::Source;
  if (list.source == Source::scenarios) {
    if (auto calculation = fields.required_id("calculation")) list.calculation = std::move(*calculation);
  }
  if (list.source == Source::objectives) {
    read_value(fields, FieldFacts{.key = "level", .need = Need::required, .spelling = Spelling::word}, list.levels);
  }
  if (list.source == Source::items) list.items = fields.texts("items");
  return usable;
}

bool settle(FieldReader& fields, model::SheetDefinition& sheet, bool usable) {
  if (const YamlNode* repeat = fields.node("repeat")) {
    FieldReader inner(*repeat, "repeat", fields.sink());
    read_struct(inner, sheet.repeat);
  }
  for (const YamlNode* block : fields.items("blocks")) sheet.blocks.push_back(read_block(*block, fields.sink()));
  if (sheet.blocks.empty()) fields.missing("blocks");
  return usable;
}

// The sheets are read by read_workbook_definition, which keeps nothing if there are too many.
bool settle(FieldReader& fields, model::WorkbookDefinition& workbook, bool usable) {
  check_version(workbook.version, fields.sink());
  return usable;
}

std::optional<model::WorkbookDefinition> read_workbook_definition(const YamlNode& file, Sink& sink) {
  FieldReader fields(file, "workbook", sink);
  if (!fields.is_mapping()) return std::nullopt;
  model::WorkbookDefinition workbook;
  const bool usable = read_fields(fields, workbook);
  if (!read_sheets(fields, workbook.sheets)) return std::nullopt;
  fields.finish();
  if (!usable) return std::nullopt;
  workbook.tree = template_tree(file);
  return workbook;
}

}  // namespace shirube::parse
