// What of the records is meant for one person, so that their workbook offers that and no more.
#pragma once

#include <optional>
#include <set>
#include <string>

#include "model/person.h"
#include "model/records.h"

namespace shirube::model {

// By default everything. Two people with equal shares get the same workbook but for their own fields.
struct Share {
  std::optional<std::set<std::string>> objectives;  // ids of those that cascade to them
  std::string destination;                          // id of their career path or exit model; empty: undecided

  bool has(const Objective& objective) const { return !objectives || objectives->contains(objective.head.id.value); }
  bool has(const RecordHead& career) const { return destination.empty() || career.id.value == destination; }
  friend auto operator<=>(const Share&, const Share&) = default;
};

// Every objective that lets the person in and whose ancestors all do.
std::set<std::string> cascading_objectives(const Person& person, const Records& records);
// 第一事業部 データ基盤課 is below 第一事業部 and below itself. Parts end at a space or a symbol such as / or -.
bool is_below(const std::string& organisation, const std::string& above);
// A career path or an exit model.
struct Destination {
  std::string id;
  std::string name;
};
// The one of that name or id; nothing if there is none.
std::optional<Destination> find_destination(const std::string& name, const Records& records);

}  // namespace shirube::model
