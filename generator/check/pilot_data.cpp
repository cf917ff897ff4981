#include "check/pilot_data.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>

#include "diagnostic/suggestion.h"
#include "model/number_text.h"
#include "source/format.h"
#include "source/unicode.h"

namespace shirube::check {

namespace {

using diagnostic::Kind;
using diagnostic::Sink;
using model::CsvTable;
using model::Pilot;
using Cell = source::Located<std::string>;

using Names = std::vector<std::string_view>;

bool is_one_of(const std::string& text, const Names& names) {
  return std::find(names.begin(), names.end(), text) != names.end();
}

// A plain decimal number: no exponent, no spaces, no commas.
std::optional<double> plain_number(std::string_view text) {
  if (text.empty() || text.find_first_not_of("+-.0123456789") != std::string_view::npos) return std::nullopt;
  if (text.front() == '+') text.remove_prefix(1);
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

struct NumberRule {
  std::string label;
  model::Unit unit;
  bool percent = false;
  double least = 0;
  std::optional<double> most;
  bool whole = false;
};

// The number that was meant by a cell that is not one, in the unit of its column; empty if unclear.
std::string meant_cell(const std::string& text, const NumberRule& rule) {
  const auto meant = model::meant_quantity(text);
  if (!meant) return {};
  if (!rule.percent) {
    if (meant->unit.empty()) return meant->digits;
    const auto unit = model::parse_unit(source::to_nfkc(meant->unit));
    const bool same = unit && !rule.unit.symbol.empty() &&
                      expression::conversion(expression::dimension(*unit), expression::dimension(rule.unit)) == 1.0;
    return same ? meant->digits : std::string();
  }
  if (meant->unit == "%" || meant->unit == "パーセント") return meant->digits + "%";
  if (meant->unit == "割") return model::move_point(meant->digits, 1) + "%";
  if (!meant->unit.empty()) return {};
  // A fraction without a sign is what a spreadsheet keeps for a percentage: 0.6 for 60%. 1 may be either.
  const double number = std::fabs(*model::parse_number(meant->digits));
  if (number < 1) return model::move_point(meant->digits, 2) + "%";
  return number >= 2 ? meant->digits + "%" : std::string();
}

std::string shown(double number, bool percent) {
  return source::format("{}{}", number, percent ? "%" : "");
}

std::optional<double> read_number(const Cell& cell, const NumberRule& rule, Sink& sink) {
  std::string_view text = cell.value;
  const bool has_percent = text.ends_with('%');
  if (rule.percent && has_percent) text.remove_suffix(1);
  const auto number = plain_number(text);
  if (model::significant_digits(text) > model::most_significant_digits) {
    sink.report(Kind::number_digits, cell.range,
                {source::format("{}", model::significant_digits(text)),
                 source::format("{}", model::most_significant_digits)});
    return std::nullopt;
  }
  if (!number || (rule.whole && *number != std::floor(*number))) {
    sink.report(rule.whole ? Kind::data_whole_number : Kind::data_number, cell.range, {cell.value, rule.label})
        .suggest(rule.whole && number ? std::string() : meant_cell(cell.value, rule));
    return std::nullopt;
  }
  if (rule.percent && !has_percent) {
    sink.report(Kind::data_percent, cell.range, {cell.value, rule.label}).suggest(meant_cell(cell.value, rule));
    return std::nullopt;
  }
  if (*number < rule.least || (rule.most && *number > *rule.most)) {
    if (rule.most) {
      sink.report(Kind::data_range, cell.range,
                  {cell.value, rule.label, shown(rule.least, rule.percent), shown(*rule.most, rule.percent)});
    } else {
      sink.report(Kind::data_low, cell.range, {cell.value, rule.label, shown(rule.least, rule.percent)});
    }
    return std::nullopt;
  }
  return number;
}

// One column of keys (person, week or time) and the columns of numbers.
struct Columns {
  std::size_t person = 0;
  std::size_t moment = 0;
  std::vector<std::optional<std::size_t>> values;  // for each wanted column, its index
};

struct WantedColumn {
  Names names;  // the first is used in messages
};

// Nothing if a key column is missing.
std::optional<Columns> find_columns(const CsvTable& table, const WantedColumn& moment,
                                    const std::vector<WantedColumn>& wanted, Sink& sink) {
  const WantedColumn person{{"person", "対象者"}};
  std::vector<bool> used(table.header.size(), false);
  const auto find = [&](const WantedColumn& column) -> std::optional<std::size_t> {
    for (std::size_t i = 0; i < table.header.size(); ++i) {
      if (!is_one_of(table.header[i].value, column.names)) continue;
      used[i] = true;
      return i;
    }
    sink.report(Kind::data_no_column, table.header.front().range, {std::string(column.names.front())});
    return std::nullopt;
  };
  Columns columns;
  const auto person_at = find(person);
  const auto moment_at = find(moment);
  Names known = {person.names.front(), moment.names.front()};
  for (const WantedColumn& column : wanted) {
    columns.values.push_back(find(column));
    known.push_back(column.names.front());
  }
  for (std::size_t i = 0; i < table.header.size(); ++i) {
    if (used[i]) continue;
    std::string list;
    for (const std::string_view name : known) list += (list.empty() ? "" : ", ") + std::string(name);
    sink.report(Kind::data_unknown_column, table.header[i].range, {table.header[i].value, list})
        .suggest([&] { return diagnostic::near_miss(table.header[i].value, known); });
  }
  if (!person_at || !moment_at) return std::nullopt;
  columns.person = *person_at;
  columns.moment = *moment_at;
  return columns;
}

class PilotReader {
 public:
  PilotReader(const Pilot& pilot, const model::Records& records, const Index& index, Sink& sink)
      : pilot_(pilot), records_(records), index_(index), sink_(sink), data_(model::empty_data(pilot)) {
    for (const auto& person : pilot.people) people_.push_back(person.value);
    for (const auto& person : pilot.comparison) people_.push_back(person.value);
  }

  void read_weekly(const CsvTable& table) {
    std::vector<WantedColumn> wanted;
    std::vector<NumberRule> rules;
    for (const model::PilotIndicator& column : pilot_.indicators) {
      const model::Indicator& indicator = records_.indicators[index_.known<model::Indicator>().at(column.id.value)];
      wanted.push_back({{column.id.value, indicator.label}});
      NumberRule rule{indicator.label, indicator.unit, indicator.unit.symbol == "%", column.least, column.most, false};
      if (rule.percent && !rule.most) rule.most = 100;
      rules.push_back(rule);
    }
    const auto columns = find_columns(table, {{"week", "週"}}, wanted, sink_);
    if (!columns) return;
    for_each_row(
        table, *columns, [&](const Cell& cell) { return find_week(cell); },
        [&](const model::CsvRow& row, std::size_t person, std::size_t week) {
          for (std::size_t i = 0; i < wanted.size(); ++i) {
            if (!columns->values[i]) continue;
            const Cell& cell = row.cells[*columns->values[i]];
            if (!cell.value.empty()) data_.weekly[i][person][week] = read_number(cell, rules[i], sink_);
          }
        });
  }

  void read_answers(const CsvTable& table) {
    const model::Survey& survey = *pilot_.survey;
    std::vector<WantedColumn> wanted;
    for (const model::SurveyItem& item : survey.items) wanted.push_back({{item.id.value}});
    const auto columns = find_columns(table, {{"time", "時点"}}, wanted, sink_);
    if (!columns) return;
    for_each_row(
        table, *columns, [&](const Cell& cell) { return find_time(cell); },
        [&](const model::CsvRow& row, std::size_t person, std::size_t time) {
          for (std::size_t i = 0; i < wanted.size(); ++i) {
            if (!columns->values[i]) continue;
            const Cell& cell = row.cells[*columns->values[i]];
            if (cell.value.empty()) continue;
            const NumberRule rule{survey.items[i].id.value, {}, false, static_cast<double>(survey.least),
                                  static_cast<double>(survey.most), true};
            data_.answers[i][person][time] = read_number(cell, rule, sink_);
          }
        });
  }

  const model::PilotData& data() const { return data_; }

 private:
  template <class FindMoment, class Use>
  void for_each_row(const CsvTable& table, const Columns& columns, FindMoment find_moment, Use use) {
    std::map<std::pair<std::size_t, std::size_t>, source::SourceRange> seen;
    for (const model::CsvRow& row : table.rows) {
      const Cell& person_cell = row.cells[columns.person];
      const Cell& moment_cell = row.cells[columns.moment];
      const auto person = find_person(person_cell);
      const std::optional<std::size_t> moment = find_moment(moment_cell);
      if (!person || !moment) continue;
      const auto [first, is_new] = seen.emplace(std::pair(*person, *moment), row.range);
      if (!is_new) {
        sink_.report(Kind::data_twice, person_cell.range, {person_cell.value, moment_cell.value})
            .label(first->second, Kind::first_here);
        continue;
      }
      use(row, *person, *moment);
    }
  }

  std::optional<std::size_t> find_person(const Cell& cell) {
    const auto found = std::find(people_.begin(), people_.end(), cell.value);
    if (found != people_.end()) return static_cast<std::size_t>(found - people_.begin());
    std::string list;
    for (const std::string_view person : people_) list += (list.empty() ? "" : ", ") + std::string(person);
    sink_.report(Kind::data_unknown_person, cell.range, {cell.value, list})
        .suggest(is_one_of(source::to_nfkc(cell.value.substr(0, 60)), people_)
                     ? source::to_nfkc(cell.value.substr(0, 60))
                     : std::string());
    return std::nullopt;
  }

  std::optional<std::size_t> find_week(const Cell& cell) {
    const std::int64_t first = 1 - pilot_.weeks_before;
    const auto number = plain_number(cell.value);
    if (number && *number == std::floor(*number) && *number >= static_cast<double>(first) &&
        *number <= static_cast<double>(pilot_.weeks_during)) {
      return static_cast<std::size_t>(static_cast<std::int64_t>(*number) - first);
    }
    sink_.report(Kind::data_unknown_week, cell.range,
                 {cell.value, source::format("{}", first), source::format("{}", pilot_.weeks_during)});
    return std::nullopt;
  }

  std::optional<std::size_t> find_time(const Cell& cell) {
    if (cell.value == "before" || cell.value == "事前") return 0;
    if (cell.value == "after" || cell.value == "事後") return 1;
    sink_.report(Kind::data_unknown_time, cell.range, {cell.value});
    return std::nullopt;
  }

  const Pilot& pilot_;
  const model::Records& records_;
  const Index& index_;
  Sink& sink_;
  Names people_;
  model::PilotData data_;
};

bool indicators_exist(const Pilot& pilot, const Index& index) {
  const auto known = [&](const auto& id) { return index.known<model::Indicator>().contains(id.value); };
  const bool weekly = std::all_of(pilot.indicators.begin(), pilot.indicators.end(),
                                  [&](const auto& column) { return known(column.id); });
  const bool observed = std::all_of(pilot.observations.begin(), pilot.observations.end(),
                                    [&](const auto& observation) { return known(observation.indicator); });
  return weekly && observed &&
         (!pilot.survey || std::all_of(pilot.survey->items.begin(), pilot.survey->items.end(),
                                       [&](const auto& item) { return known(item.indicator); }));
}

const CsvTable* table_of(const model::Site& site, const std::optional<Cell>& path, Sink& sink) {
  if (!path) return nullptr;
  const model::DataFile* found = find_data(site, path->value);
  if (found != nullptr) return found->table ? &*found->table : nullptr;
  std::vector<std::string_view> paths;
  for (const model::DataFile& file : site.data) paths.push_back(file.path);
  sink.report(Kind::data_no_file, path->range, {path->value, site.config.content})
      .suggest([&] { return diagnostic::near_miss(path->value, paths); });
  return nullptr;
}

}  // namespace

const model::DataFile* find_data(const model::Site& site, const std::string& path) {
  const std::string wanted = source::to_nfc(path.starts_with('/') ? path.substr(1) : path);
  for (const model::DataFile& file : site.data) {
    if (source::to_nfc(file.path) == wanted) return &file;
  }
  return nullptr;
}

std::vector<model::PilotResult> measure_pilots(const model::Site& site, const Index& index, Sink& sink) {
  std::vector<model::PilotResult> results;
  for (const Pilot& pilot : site.records.pilots) {
    const CsvTable* weekly = table_of(site, pilot.data, sink);
    const CsvTable* answers = pilot.survey ? table_of(site, pilot.survey->data, sink) : nullptr;
    if (!indicators_exist(pilot, index)) {
      results.emplace_back();
      continue;
    }
    PilotReader reader(pilot, site.records, index, sink);
    if (weekly != nullptr) reader.read_weekly(*weekly);
    if (answers != nullptr) reader.read_answers(*answers);
    results.push_back(model::measure_pilot(pilot, reader.data(), site.records));
  }
  return results;
}

}  // namespace shirube::check
