#include "parse/people.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

#include "diagnostic/row_findings.h"
#include "diagnostic/suggestion.h"
#include "parse/csv.h"
#include "parse/yaml/field_reader.h"
#include "source/format.h"
#include "source/typed_text.h"
#include "source/unicode.h"

namespace shirube::parse {

namespace {

using diagnostic::Kind;
using diagnostic::RowFindings;
using diagnostic::Sink;
using model::Person;
using model::PersonField;
using source::Located;

constexpr std::int64_t most_bytes = 64 << 20;
constexpr std::size_t longest_id = 40;
constexpr std::size_t longest_text = 255;

// An id becomes part of a file's name.
bool is_person_id(std::string_view id) {
  if (id.empty() || id.size() > longest_id) return false;
  for (const char c : id) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (!letter && c != '-' && c != '_') return false;
  }
  return true;
}

// Which of the two columns is meant nobody can say.
void report_same_field(const PersonField& field, const Located<std::string>& first, const Located<std::string>& second,
                       Sink& sink) {
  const std::string one(source::trim_blanks(first.value));
  const std::string other(source::trim_blanks(second.value));
  auto& found = source::matching_key(one) == source::matching_key(other)
                    ? sink.report(Kind::people_column_twice, second.range, {other})
                    : sink.report(Kind::people_columns_same, second.range,
                                  {one, other, std::string(field.key), std::string(field.japanese)});
  found.label(first.range, Kind::first_here);
}

// Which field each column holds; nothing if one is missing, or is there twice.
std::optional<std::vector<const PersonField*>> columns_of(const model::CsvTable& table,
                                                          const std::map<std::string, std::string>& headings,
                                                          Sink& sink) {
  std::vector<const PersonField*> columns;
  std::vector<std::string_view> known;
  for (const PersonField& field : model::person_fields) {
    known.push_back(field.key);
    known.push_back(field.japanese);
  }
  std::vector<const Located<std::string>*> unused;
  std::map<const PersonField*, const Located<std::string>*> taken;
  bool complete = true;
  for (const Located<std::string>& head : table.header) {
    const auto mapped = headings.find(source::matching_key(head.value));
    const PersonField* found = model::find_person_field(mapped == headings.end() ? head.value : mapped->second);
    if (found == nullptr) unused.push_back(&head);
    columns.push_back(found);
    if (found == nullptr) continue;
    const auto [first, is_new] = taken.emplace(found, &head);
    if (is_new) continue;
    report_same_field(*found, *first->second, head, sink);
    complete = false;
  }
  for (const PersonField& field : model::person_fields) {
    if (!field.required || std::find(columns.begin(), columns.end(), &field) != columns.end()) continue;
    sink.report(Kind::people_no_column, table.header.front().range,
                {std::string(field.key), std::string(field.japanese)});
    complete = false;
  }
  if (!unused.empty()) {
    constexpr std::size_t most_names = 12;
    std::vector<std::string> names;
    std::string near;
    for (const auto* head : unused) {
      const std::string name(source::trim_blanks(head->value));
      names.push_back(name.empty() ? "—" : name);
      if (near.empty()) near = diagnostic::near_miss(name, known);
    }
    auto& note = sink.report(Kind::people_unknown_column, unused.front()->range,
                             {diagnostic::first_few(names, most_names), names.front()});
    if (unused.size() == 1 || !complete) note.suggest(near);
  }
  if (!complete) return std::nullopt;
  return columns;
}

// The form of the ideograph before it, which belongs to a name, as U+E0100 does to 葛.
bool selects_form(char32_t c) {
  return (c >= 0xE0100 && c <= 0xE01EF) || (c >= 0xFE00 && c <= 0xFE02);
}

// What no name may contain: line breaks, controls, characters that are not seen.
std::optional<char32_t> find_bad_sign(std::string_view text) {
  char32_t before = 0;
  for (const char32_t c : source::code_points(text)) {
    const bool breaks = c == 0x2028 || c == 0x2029;
    const bool none = (c & 0xFFFEU) == 0xFFFEU || (c >= 0xFDD0 && c <= 0xFDEF);
    const bool hidden = source::is_invisible(c) && !(selects_form(c) && source::is_ideograph(before));
    if (c < 0x20 || (c >= 0x7F && c < 0xA0) || breaks || none || hidden) return c;
    before = c;
  }
  return std::nullopt;
}

// 2026-04-01, 2026/4/1, 2026年4月1日, 20260401, 令和8年4月1日, R8.4.1, with or without a time; nothing if not a day.
std::optional<std::string> read_day(const std::string& text) {
  constexpr std::array eras = {std::pair("令和", 2018), std::pair("平成", 1988), std::pair("昭和", 1925),
                               std::pair("r", 2018),    std::pair("h", 1988),    std::pair("s", 1925)};
  std::string day = source::fold_case(source::to_nfkc(text));
  int offset = 0;
  for (const auto& [name, years] : eras) {
    if (!day.starts_with(name)) continue;
    offset = years;
    day.erase(0, std::string_view(name).size());
    if (day.starts_with("元")) day.replace(0, std::string_view("元").size(), "1");
    break;
  }
  std::vector<std::string> numbers(1);
  for (const char32_t c : source::code_points(day)) {
    if (c >= '0' && c <= '9') {
      numbers.back() += static_cast<char>(c);
    } else if (numbers.size() == 3 && (c == ' ' || c == 't' || c == U'日')) {
      break;
    } else if (numbers.size() < 3 && (c == '-' || c == '/' || c == '.' || c == U'年' || c == U'月')) {
      numbers.emplace_back();
    } else {
      return std::nullopt;
    }
  }
  if (numbers.size() == 1 && numbers[0].size() == 8) {
    numbers = {numbers[0].substr(0, 4), numbers[0].substr(4, 2), numbers[0].substr(6)};
  }
  if (numbers.size() != 3) return std::nullopt;
  std::array<int, 3> parts{};
  for (std::size_t i = 0; i < 3; ++i) {
    const std::string& number = numbers[i];
    if (number.empty() || number.size() > 4) return std::nullopt;
    std::from_chars(number.data(), number.data() + number.size(), parts[i]);
  }
  const std::string iso = source::format("{:04}-{:02}-{:02}", parts[0] + offset, parts[1], parts[2]);
  if (!is_date(iso)) return std::nullopt;
  return iso;
}

class Reader {
 public:
  Reader(const std::vector<const PersonField*>& columns, const source::SourceSet& sources, Sink& sink)
      : columns_(columns), sources_(sources), sink_(sink) {}

  void read(const model::CsvRow& row) {
    Person person;
    person.row = row.range;
    person.places.resize(model::person_fields.size());
    bool good = true;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (columns_[i] != nullptr) good = read_cell(*columns_[i], row.cells[i], person) && good;
    }
    if (good && !is_person_id(person.id)) {
      findings_.add_to_kind(Kind::people_id, {person.id, std::string(RowFindings::lines)},
                            model::place_of(person, &Person::id));
      good = false;
    }
    if (!good) return refuse(person);
    if (model::leave_of(person.leave) == model::Leave::at_work) person.leave.clear();
    people_.push_back(std::move(person));
  }

  PeopleList finish() && {
    refuse_confused();
    for (const auto& [second, first] : zeros_) {
      const auto place = model::place_of(people_[second], &Person::id);
      findings_.add_to_kind(Kind::people_zeros,
                            {people_[second].id, people_[first].id, std::string(sources_.file(place.file).path()),
                             std::string(RowFindings::lines)},
                            place);
    }
    findings_.report(sources_, sink_);
    for (std::size_t i = 0; i < people_.size(); ++i) {
      if (wrong_.contains(i)) {
        refuse(people_[i]);
      } else {
        list_.people.push_back(std::move(people_[i]));
      }
    }
    return std::move(list_);
  }

 private:
  void refuse(const Person& person) { list_.refused.push_back(person.id); }

  bool read_cell(const PersonField& field, const Located<std::string>& cell, Person& person) {
    const std::string key(field.key);
    const std::string japanese(field.japanese);
    person.places[static_cast<std::size_t>(&field - model::person_fields.data())] = cell.range;
    std::string& value = person.*(field.value);
    value = source::compose_signs(source::trim_blanks(cell.value));
    if (value.empty() && field.required) {
      findings_.add(Kind::people_blank, {key, japanese, std::string(RowFindings::lines)}, cell.range);
      return false;
    }
    if (const auto sign = find_bad_sign(value)) {
      findings_.add_to_kind(
          Kind::people_sign,
          {source::format("{:04X}", static_cast<std::uint32_t>(*sign)), key, japanese, std::string(RowFindings::lines)},
          cell.range);
      value.clear();
      return false;
    }
    if (const std::size_t length = source::utf16_length(value); length > longest_text) {
      findings_.add_to_kind(Kind::people_long,
                            {source::format("{}", length), key, japanese, source::format("{}", longest_text),
                             std::string(RowFindings::lines)},
                            cell.range);
      value.clear();
      return false;
    }
    if (!field.is_date || value.empty()) return true;
    if (auto day = read_day(value)) {
      value = std::move(*day);
      return true;
    }
    findings_.add(Kind::people_date, {value, key, japanese, std::string(RowFindings::lines)}, cell.range);
    return false;
  }

  // Rows that share a number, or all of it but leading zeros.
  void refuse_confused() {
    std::map<std::string, std::vector<std::size_t>> same;
    for (std::size_t i = 0; i < people_.size(); ++i) same[model::number_without_zeros(people_[i].id)].push_back(i);
    for (const auto& [number, rows] : same) {
      for (std::size_t k = 1; k < rows.size(); ++k) {
        compare(rows.front(), rows[k], {rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(k)});
      }
    }
  }

  void compare(std::size_t first, std::size_t second, const std::vector<std::size_t>& before) {
    const Person& one = people_[first];
    const Person& other = people_[second];
    const auto place = model::place_of(other, &Person::id);
    // On some file systems a-1 and A-1 are one file.
    if (source::fold_case(one.id) != source::fold_case(other.id)) {
      zeros_[second] = first;
      wrong_.insert({first, second});
      return;
    }
    for (const std::size_t each : before) {
      if (source::matching_key(people_[each].post) != source::matching_key(other.post)) continue;
      sink_.report(Kind::people_twice, place, {other.id})
          .label(model::place_of(people_[each], &Person::id), Kind::first_here);
      wrong_.insert(second);
      return;
    }
    if (source::matching_key(one.name) != source::matching_key(other.name)) {
      sink_.report(Kind::people_two_names, place, {other.id, one.name, other.name})
          .label(model::place_of(one, &Person::id), Kind::first_here);
      wrong_.insert({first, second});
    }
  }

  const std::vector<const PersonField*>& columns_;
  const source::SourceSet& sources_;
  Sink& sink_;
  RowFindings findings_;
  std::vector<Person> people_;
  std::set<std::size_t> wrong_;
  std::map<std::size_t, std::size_t> zeros_;  // a row, and the one that its number is taken for
  PeopleList list_;
};

}  // namespace

std::optional<PeopleList> read_people(const std::string& path, std::string bytes,
                                      const std::map<std::string, std::string>& headings, source::SourceSet& sources,
                                      Sink& sink) {
  if (source::find_invalid_utf8(bytes)) {
    auto text = source::from_cp932(bytes);
    if (!text) {
      sink.report_at(Kind::people_encoding, path, {path});
      return std::nullopt;
    }
    bytes = std::move(*text);
  }
  const source::FileId file = sources.add(path, std::move(bytes));
  if (source::trim_blanks(sources.file(file).text()).empty()) {
    sink.report(Kind::people_empty, {file, 0, 0});
    return std::nullopt;
  }
  const auto table = parse_csv(sources.file(file), file, most_bytes, sink, CsvColumns::loose);
  if (!table) return std::nullopt;
  const auto columns = columns_of(*table, headings, sink);
  if (!columns) return std::nullopt;
  Reader reader(*columns, sources, sink);
  for (const model::CsvRow& row : table->rows) reader.read(row);
  return std::move(reader).finish();
}

}  // namespace shirube::parse
