// A table whose cells a calculation or a gate of the records fills, drawn row by row. A chart finds its columns by
// their ids.
#pragma once

#include <string>
#include <vector>

#include "expression/number_format.h"
#include "render/xlsx/drafting.h"

namespace shirube::render::xlsx {

class CellTable {
 public:
  CellTable(Drafting& drafting, std::string id);

  // `width` is relative to the others.
  void column(const std::string& id, const std::string& label, model::FieldType type, double width);
  // After the columns, before the rows.
  void header();
  void row(double points = 23);
  // In the row begun last, from left to right.
  void text(std::size_t column, const std::string& text, bool named = false);
  SlotId number(std::size_t column, double number, const expression::NumberFormat& format);
  SlotId computed(std::size_t column, FormulaMaker make, const expression::NumberFormat& format, bool strong = false);
  // A slot that is there already.
  void put(std::size_t column, SlotId id, const CellFormat& look);
  const std::string& id() const { return table_.id.value; }

 private:
  SlotId place(std::size_t column, Slot slot, const CellFormat& look);

  Drafting& drafting_;
  model::TableBlock& table_;
  std::vector<double> edges_;
};

}  // namespace shirube::render::xlsx
