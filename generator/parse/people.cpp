#include "parse/people.h"

#include <algorithm>
#include <map>

#include "diagnostic/suggestion.h"
#include "parse/csv.h"
#include "source/unicode.h"

namespace shirube::parse {

namespace {

using diagnostic::Kind;
using diagnostic::Sink;
using model::Person;
using model::PersonField;
using source::Located;

constexpr std::int64_t most_bytes = 64 << 20;
constexpr std::size_t longest_id = 40;

std::string trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return std::string(text);
}

// An id becomes part of a file's name.
bool is_person_id(std::string_view id) {
  if (id.empty() || id.size() > longest_id) return false;
  for (const char c : id) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (!letter && c != '-' && c != '_') return false;
  }
  return true;
}

// Which field each column holds.
std::optional<std::vector<const PersonField*>> columns_of(const model::CsvTable& table, Sink& sink) {
  std::vector<const PersonField*> columns;
  std::vector<std::string_view> known;
  for (const PersonField& field : model::person_fields) {
    known.push_back(field.key);
    known.push_back(field.japanese);
  }
  for (const Located<std::string>& head : table.header) {
    const std::string name = trimmed(source::to_nfkc(head.value));
    const PersonField* found = nullptr;
    for (const PersonField& field : model::person_fields) {
      if (source::fold_case(name) == field.key || name == field.japanese) found = &field;
    }
    if (found == nullptr) {
      sink.report(Kind::people_unknown_column, head.range, {head.value}).suggest([&] { return diagnostic::near_miss(name, known); });
    }
    for (const PersonField* other : columns) {
      if (found != nullptr && other == found) sink.report(Kind::people_column_twice, head.range, {head.value});
    }
    columns.push_back(found);
  }
  bool complete = true;
  for (const PersonField& field : model::person_fields) {
    if (!field.required || std::find(columns.begin(), columns.end(), &field) != columns.end()) continue;
    sink.report(Kind::people_no_column, table.header.front().range,
                {std::string(field.key), std::string(field.japanese)});
    complete = false;
  }
  if (!complete) return std::nullopt;
  return columns;
}

}  // namespace

std::optional<std::vector<Person>> read_people(const std::string& path, std::string bytes, source::SourceSet& sources,
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
  const auto table = parse_csv(sources.file(file), file, most_bytes, sink);
  if (!table) return std::nullopt;
  const auto columns = columns_of(*table, sink);
  if (!columns) return std::nullopt;
  std::vector<Person> people;
  std::map<std::string, source::SourceRange> seen;
  for (const model::CsvRow& row : table->rows) {
    Person person;
    bool good = true;
    const Located<std::string>* id = nullptr;
    for (std::size_t i = 0; i < columns->size(); ++i) {
      const PersonField* field = (*columns)[i];
      if (field == nullptr) continue;
      person.*(field->value) = trimmed(source::to_nfc(row.cells[i].value));
      if (field->value == &Person::id) id = &row.cells[i];
      if (!field->required || !(person.*(field->value)).empty()) continue;
      sink.report(Kind::people_blank, row.range, {std::string(field->key), std::string(field->japanese)});
      good = false;
    }
    if (good && !is_person_id(person.id)) {
      sink.report(Kind::people_id, id->range, {person.id});
      good = false;
    }
    if (!good) continue;
    // On some file systems a-1 and A-1 are one file.
    const auto [first, is_new] = seen.emplace(source::fold_case(person.id), id->range);
    if (is_new) {
      people.push_back(std::move(person));
    } else {
      sink.report(Kind::people_twice, id->range, {person.id}).label(first->second, Kind::first_here);
    }
  }
  return people;
}

}  // namespace shirube::parse
