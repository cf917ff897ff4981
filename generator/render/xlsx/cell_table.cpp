#include "render/xlsx/cell_table.h"

#include "render/xlsx/styles.h"

namespace shirube::render::xlsx {

using expression::Value;
using model::FieldDefinition;
using model::FieldType;

CellTable::CellTable(Drafting& drafting, std::string id)
    : drafting_(drafting), table_(drafting.own_tables.emplace_back()) {
  table_.id.value = std::move(id);
}

void CellTable::column(const std::string& id, const std::string& label, FieldType type, double width) {
  FieldDefinition field;
  field.id.value = id;
  field.label = label;
  field.type = type;
  field.width = width;
  field.decimals = 0;  // of a chart's axis
  table_.columns.push_back(std::move(field));
}

void CellTable::header() {
  double all = 0;
  for (const FieldDefinition& field : table_.columns) all += field.width;
  double at = 0;
  for (const FieldDefinition& field : table_.columns) {
    edges_.push_back(at);
    at += field.width / all;
  }
  edges_.push_back(1);
  Line& line = drafting_.add_line(27);
  for (std::size_t i = 0; i < table_.columns.size(); ++i) {
    line.pieces.push_back({edges_[i], edges_[i + 1], styles::column_header(), table_.columns[i].label});
  }
}

void CellTable::row(double points) {
  drafting_.add_line(points);
}

void CellTable::text(std::size_t column, const std::string& text, bool named) {
  Slot slot;
  slot.sheet = drafting_.sheet;
  slot.value = text.empty() ? Value() : Value(text);
  place(column, std::move(slot), named ? styles::label() : styles::fixed());
}

SlotId CellTable::number(std::size_t column, double number, const expression::NumberFormat& format) {
  Slot slot;
  slot.sheet = drafting_.sheet;
  slot.type = table_.columns[column].type;
  slot.value = number;
  CellFormat look = styles::fixed();
  look.number_format = format.notation;
  look.horizontal = Horizontal::right;
  return place(column, std::move(slot), look);
}

SlotId CellTable::computed(std::size_t column, FormulaMaker make, const expression::NumberFormat& format, bool strong) {
  Slot slot;
  slot.sheet = drafting_.sheet;
  slot.kind = Slot::Kind::formula;
  slot.type = table_.columns[column].type;
  slot.make = std::move(make);
  CellFormat look = styles::computed(slot.type == FieldType::text, format.notation);
  look.bold = strong;
  return place(column, std::move(slot), look);
}

SlotId CellTable::place(std::size_t column, Slot slot, const CellFormat& look) {
  const SlotId id = drafting_.draft.add(std::move(slot));
  put(column, id, look);
  return id;
}

void CellTable::put(std::size_t column, SlotId id, const CellFormat& look) {
  const std::string key = NameTable::normal(table_.id.value);
  drafting_.names.add_to_column(key, table_.columns[column].id.value, id);
  drafting_.current().lines.back().pieces.push_back({edges_[column], edges_[column + 1], look, id});
}

}  // namespace shirube::render::xlsx
