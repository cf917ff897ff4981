// What a workbook takes from the records: rows of tables, choices, initial values.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "model/records.h"
#include "model/share.h"
#include "model/workbook.h"

namespace shirube::model {

// A number of a record never travels without its unit.
using Property = std::variant<std::string, Quantity>;
using PropertyRow = std::map<std::string, Property, std::less<>>;

// The properties that every row of this kind has; none for rows that the author counts or writes out.
const std::vector<std::string_view>& row_properties(RowSource::Kind kind);
// One for each record, in the order of the records; `source` names records that exist.
std::vector<PropertyRow> record_rows(const RowSource& source, const Records& records, const Share& share = {});

std::vector<std::string> choices(const ChoiceList& list, const Records& records, const Share& share = {});

const std::vector<std::string_view>& value_properties(RecordValue::Family family);
// `figures` as for render::xlsx::plan_workbook. Nothing if the record leaves it open.
std::optional<Property> record_value(const RecordValue& value, const Records& records,
                                     const std::vector<double>& figures);

std::optional<ObjectiveLevel> parse_objective_level(std::string_view word);

// The record of that id; null if there is none.
template <class T>
const T* find_record(const std::vector<T>& family, std::string_view id) {
  for (const T& record : family) {
    if (record.head.id.value == id) return &record;
  }
  return nullptr;
}

// In words: 基準 40% から +30pt
std::string describe_target(const Indicator& indicator);

}  // namespace shirube::model
