// The two sheets at the back of every workbook, hidden because they are for machines: the choices of the drop-down
// lists, and the fields as data.
#include <algorithm>
#include <optional>

#include "render/xlsx/drafting.h"
#include "render/xlsx/styles.h"
#include "source/format.h"

namespace shirube::render::xlsx {

using expression::Value;
using model::FieldType;

namespace {

const char* type_word(FieldType type) {
  switch (type) {
    case FieldType::fixed:
      return "固定";
    case FieldType::text:
      return "文字";
    case FieldType::long_text:
      return "文章";
    case FieldType::number:
      return "数値";
    case FieldType::percent:
      return "割合";
    case FieldType::date:
      return "日付";
    case FieldType::choice:
      return "選択";
    case FieldType::check:
      return "確認";
  }
  return "";
}

}  // namespace

SheetDraft& add_hidden_sheet(Drafting& drafting, const char* name, const char* title) {
  SheetDraft& sheet = drafting.draft.sheets.emplace_back();
  sheet.name = name;
  sheet.title = title;
  sheet.hidden = true;
  sheet.tab_colour = styles::tab_colour(model::SheetDefinition::Colour::grey);
  drafting.sheet = static_cast<std::uint32_t>(drafting.draft.sheets.size() - 1);
  drafting.repetition = 0;
  CellFormat format = styles::title();
  drafting.add_line(33, true).pieces.push_back({0, 1, format, std::string(title)});
  return sheet;
}

void draft_lists(Drafting& drafting, std::vector<DefinedName>& names) {
  struct Column {
    std::string id;
    std::string label;
    std::vector<std::string> items;
  };
  std::vector<Column> columns;
  for (const model::ChoiceList& list : drafting.definition.lists) {
    columns.push_back(
        {NameTable::normal(list.id.value), list.label, model::choices(list, drafting.records, drafting.share)});
  }
  columns.push_back({"check_box", "確認欄", {"☐", "☑"}});
  SheetDraft& sheet = add_hidden_sheet(drafting, "選択肢", "選択肢（欄の▼から選べる言葉）");
  sheet.landscape = columns.size() > 3;
  sheet.one_page = true;
  sheet.frozen_lines = 3;
  drafting.note("各欄の▼に出る言葉の一覧です。書き換えずに使います。");
  std::size_t longest = 0;
  for (const Column& column : columns) longest = std::max(longest, column.items.size());
  const double width = 1.0 / static_cast<double>(columns.size());
  for (std::size_t row = 0; row <= longest; ++row) {
    Line& line = drafting.add_line(22);
    for (std::size_t i = 0; i < columns.size(); ++i) {
      Piece piece{width * static_cast<double>(i), width * static_cast<double>(i + 1), styles::fixed(), {}};
      if (row == 0) {
        piece.format = styles::column_header();
        piece.content = columns[i].label;
      } else if (row <= columns[i].items.size()) {
        piece.content = columns[i].items[row - 1];
      } else {
        piece.format = CellFormat{};
      }
      line.pieces.push_back(std::move(piece));
    }
  }
  // One grid column a list: the header is the line with most pieces, so nothing is merged.
  for (std::size_t i = 0; i < columns.size(); ++i) {
    drafting.draft.lists["list_" + columns[i].id] = columns[i].items;
    if (columns[i].items.empty()) continue;
    const std::uint32_t first = 3;
    const auto last = static_cast<std::uint32_t>(first + columns[i].items.size() - 1);
    const auto column = static_cast<std::uint16_t>(i);
    names.push_back(
        {"list_" + columns[i].id, sheet_cell_name(sheet.name, first, column) + ":" + cell_name(last, column)});
  }
}

void draft_data(Drafting& drafting) {
  SheetDraft& created = add_hidden_sheet(drafting, "データ", "データ（1行に1つの欄。集計用のため入力しません）");
  created.landscape = true;
  created.frozen_lines = 4;
  created.repeated_lines = 4;
  const std::uint32_t sheet = drafting.sheet;
  const auto& definition = drafting.definition;
  Line& stamp = drafting.add_line(22, true);
  const std::pair<const char*, std::string> stamps[] = {{"様式ID", definition.id.value},
                                                        {"版", definition.version.value}};
  double left = 0;
  for (const auto& [label, text] : stamps) {
    stamp.pieces.push_back({left, left + 0.05, styles::label(), std::string(label)});
    stamp.pieces.push_back({left + 0.05, left + 0.3, styles::fixed(), text});
    left += 0.3;
  }
  drafting.gap(6);
  constexpr double edges[] = {0, 0.05, 0.15, 0.33, 0.58, 0.64, 0.71, 0.93, 1};
  constexpr const char* headers[] = {"No", "シート", "欄ID", "項目", "型", "単位", "値", "確かめ"};
  Line& header = drafting.add_line(23);
  for (std::size_t i = 0; i < 8; ++i) {
    header.pieces.push_back({edges[i], edges[i + 1], styles::column_header(), std::string(headers[i])});
  }
  const auto count = static_cast<std::uint32_t>(drafting.draft.slots.size());
  double number = 0;
  for (std::uint32_t i = 0; i < count; ++i) {
    const SlotId from{i};
    if (!drafting.draft.slot(from).recorded) continue;
    const Slot source_slot = drafting.draft.slot(from);
    Slot slot;
    slot.kind = Slot::Kind::formula;
    slot.sheet = sheet;
    slot.make = [from, sheet](Formulas& formulas) {
      const std::string address = formulas.position(from);
      return Computed{source::format("IF({0}=\"\",\"\",{0})", address),
                      formulas.is_blank(from) ? Value("") : formulas.value(from)};
    };
    const SlotId id = drafting.draft.add(std::move(slot));
    const std::optional<SlotId> verdict =
        source_slot.kind == Slot::Kind::input ? std::optional(add_verdict(drafting, from, id)) : std::nullopt;
    Line& line = drafting.add_line(20);
    const std::string texts[] = {"",
                                 drafting.draft.sheets[source_slot.sheet].name,
                                 source_slot.key,
                                 source_slot.label,
                                 type_word(source_slot.type),
                                 source_slot.unit};
    const bool plain = source_slot.type != FieldType::date && source_slot.type != FieldType::percent;
    CellFormat value = styles::computed(true, plain ? "" : styles::number_format(source_slot.type, std::nullopt, ""));
    for (std::size_t column = 0; column < 8; ++column) {
      Piece piece{edges[column], edges[column + 1], styles::fixed(column == 0), {}};
      piece.format.size = 9.5;
      if (column == 0) {
        piece.content = ++number;
      } else if (column == 6) {
        value.size = 9.5;
        piece.format = value;
        piece.content = id;
      } else if (column == 7) {
        if (verdict) piece.content = *verdict;
      } else {
        piece.content = texts[column];
      }
      line.pieces.push_back(std::move(piece));
    }
  }
}

}  // namespace shirube::render::xlsx
