#include "check/workbook_charts.h"

#include <map>
#include <string>
#include <vector>

#include "diagnostic/suggestion.h"
#include "model/workbook_source.h"

namespace shirube::check {

using diagnostic::Kind;
using model::FieldDefinition;
using model::FieldType;
using source::Located;

namespace {

struct TablePlace {
  const model::TableBlock* table;
  std::size_t sheet;
};

bool is_number(const FieldDefinition& column) {
  return column.type == FieldType::number || column.type == FieldType::percent;
}

class ChartCheck {
 public:
  ChartCheck(const model::WorkbookDefinition& definition, const model::Records& records, diagnostic::Sink& sink)
      : definition_(definition), records_(records), sink_(sink) {
    for (std::size_t i = 0; i < definition.sheets.size(); ++i) {
      for (const model::BlockDefinition& block : definition.sheets[i].blocks) {
        if (const auto* table = std::get_if<model::TableBlock>(&block.value)) {
          tables_.emplace(table->id.value, TablePlace{table, i});
        }
      }
    }
  }

  void check(const model::ChartBlock& chart, std::size_t sheet) {
    const model::TableBlock* own = find_table(chart.table, sheet);
    const bool scatter = chart.kind == model::ChartBlock::Kind::scatter;
    if (own != nullptr) check_column(*own, chart.x, scatter);
    if (own != nullptr && chart.kind == model::ChartBlock::Kind::radar) check_spokes(*own, chart.table);
    for (const model::ChartBlock::Series& series : chart.series) {
      const model::TableBlock* table = series.table ? find_table(*series.table, sheet) : own;
      if (table == nullptr) continue;
      check_column(*table, series.column, true);
      if (series.x) check_column(*table, *series.x, true);
      if (series.table && !series.x) check_column(*table, chart.x, true);
    }
  }

 private:
  const model::TableBlock* find_table(const Located<std::string>& id, std::size_t sheet) {
    if (id.value.empty()) return nullptr;  // reported already
    const auto found = tables_.find(id.value);
    if (found == tables_.end()) {
      std::vector<std::string> ids;
      for (const auto& [name, place] : tables_) ids.push_back(name);
      sink_.report(Kind::workbook_unknown_table, id.range, {id.value}).suggest([&] { return diagnostic::near_miss(id.value, ids); });
      return nullptr;
    }
    if (found->second.sheet != sheet && definition_.sheets[found->second.sheet].repeat.count > 1) {
      sink_.report(Kind::workbook_chart_repeated, id.range,
                   {id.value, definition_.sheets[found->second.sheet].name.value});
      return nullptr;
    }
    return found->second.table;
  }

  void check_spokes(const model::TableBlock& table, const Located<std::string>& id) {
    const std::size_t rows = table.rows.rows.size() + model::record_rows(table.rows, records_).size() +
                             static_cast<std::size_t>(table.rows.count);
    if (rows != 0 && (rows < 3 || rows > 12)) {  // none: no records yet
      sink_.report(Kind::workbook_chart_radar, id.range, {id.value, std::to_string(rows)});
    }
  }

  void check_column(const model::TableBlock& table, const Located<std::string>& id, bool needs_number) {
    if (id.value.empty()) return;
    std::vector<std::string> ids;
    for (const FieldDefinition& column : table.columns) {
      ids.push_back(column.id.value);
      if (column.id.value != id.value) continue;
      if (needs_number && !is_number(column)) {
        sink_.report(Kind::workbook_chart_text, id.range, {id.value, table.id.value});
      }
      return;
    }
    sink_.report(Kind::workbook_unknown_column, id.range, {id.value, table.id.value})
        .suggest([&] { return diagnostic::near_miss(id.value, ids); });
  }

  const model::WorkbookDefinition& definition_;
  const model::Records& records_;
  diagnostic::Sink& sink_;
  std::map<std::string, TablePlace> tables_;
};

}  // namespace

void check_workbook_charts(const model::WorkbookDefinition& definition, const model::Records& records,
                           diagnostic::Sink& sink) {
  ChartCheck check(definition, records, sink);
  for (std::size_t i = 0; i < definition.sheets.size(); ++i) {
    for (const model::BlockDefinition& block : definition.sheets[i].blocks) {
      if (const auto* chart = std::get_if<model::ChartBlock>(&block.value)) check.check(*chart, i);
    }
  }
}

}  // namespace shirube::check
