#include "check/workbook_sources.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "model/family.h"
#include "model/workbook_source.h"

namespace shirube::check {

using diagnostic::Kind;
using model::FieldDefinition;
using model::FieldType;

namespace {

// Records that are missing: the key below which they are written, and which of them.
struct Missing {
  std::string key;
  std::string which;  // level: section, organisation
};

struct Place {
  source::SourceRange range;
  std::string id;
  bool needed = false;
};

struct Source {
  Missing missing;
  std::vector<Place> places;
};

bool is_filled_in(const FieldDefinition& field) {
  return field.type != FieldType::fixed && !field.formula && !field.from;
}

class Sources {
 public:
  Sources(const model::WorkbookDefinition& definition, const model::Records& records)
      : definition_(definition), records_(records) {}

  std::vector<Source> run() {
    for (const model::SheetDefinition& sheet : definition_.sheets) {
      for (const model::BlockDefinition& block : sheet.blocks) {
        if (const auto* form = std::get_if<model::FormBlock>(&block.value)) use(form->fields);
        if (const auto* table = std::get_if<model::TableBlock>(&block.value)) use(table->columns);
      }
    }
    for (const model::ChoiceList& list : definition_.lists) look_at(list);
    for (const model::SheetDefinition& sheet : definition_.sheets) {
      for (const model::BlockDefinition& block : sheet.blocks) {
        if (const auto* table = std::get_if<model::TableBlock>(&block.value)) look_at(*table);
      }
    }
    return std::move(sources_);
  }

 private:
  // The lists that somebody chooses from, and whether it has to be done.
  void use(const std::vector<FieldDefinition>& fields) {
    for (const FieldDefinition& field : fields) {
      if (field.type == FieldType::choice) used_[field.choices.value] |= field.required;
    }
  }

  void look_at(const model::ChoiceList& list) {
    using From = model::ChoiceList::Source;
    const auto used = used_.find(list.id.value);
    if (used == used_.end() || !model::choices(list, records_).empty()) return;
    Missing missing;
    switch (list.source) {
      case From::items:
      case From::scenarios:
        return;
      case From::categories:
        missing = {"categories", {}};
        break;
      case From::objectives:
        for (const auto& level : list.levels) {
          if (!model::parse_objective_level(level.value)) return;  // reported already
          missing.which += (missing.which.empty() ? "level: " : ", ") + level.value;
        }
        missing.key = model::family_word<model::Objective>;
        break;
      case From::indicators:
        missing = {model::family_word<model::Indicator>, {}};
        break;
      case From::assets:
        missing = {model::family_word<model::Asset>, {}};
        break;
      case From::career_paths:
        missing = {model::family_word<model::CareerPath>, {}};
        break;
    }
    add(std::move(missing), {list.range, list.id.value, used->second});
  }

  void look_at(const model::TableBlock& table) {
    using From = model::RowSource::Kind;
    const model::RowSource& rows = table.rows;
    // Rows to write in are there all the same.
    if (rows.count > 0 && rows.count >= table.least_rows) return;
    if (!model::record_rows(rows, records_).empty()) return;
    Missing missing;
    switch (rows.kind) {
      case From::count:
      case From::written:
        return;
      case From::categories:
        missing = {"categories", {}};
        break;
      case From::objectives:
        if (!model::parse_objective_level(rows.filter.value)) return;
        missing = {model::family_word<model::Objective>, "level: " + rows.filter.value};
        break;
      case From::tree:
        missing = {model::family_word<model::Objective>, {}};
        break;
      case From::indicators:
        if (!rows.ids.empty()) return;  // each of them is unknown, and reported
        missing = {model::family_word<model::Indicator>, "ids: []"};
        break;
      case From::risks:
        if (model::find_record(records_.plans, rows.filter.value) == nullptr) return;
        missing = {model::family_word<model::Risk>, "plan: " + rows.filter.value};
        break;
      case From::phases:
        if (model::find_record(records_.plans, rows.filter.value) == nullptr) return;
        missing = {model::family_word<model::Plan>, rows.filter.value + " / phases"};
        break;
      case From::survey:
        if (model::find_record(records_.pilots, rows.filter.value) == nullptr) return;
        missing = {model::family_word<model::Pilot>, rows.filter.value + " / survey"};
        break;
      case From::assets:
        missing = {model::family_word<model::Asset>, {}};
        break;
      case From::examples:
        missing = {model::family_word<model::CareerPath>, "mbo_examples"};
        break;
    }
    const bool filled_in = std::any_of(table.columns.begin(), table.columns.end(), is_filled_in);
    add(std::move(missing), {rows.range, table.id.value, filled_in || table.least_rows > 0});
  }

  void add(Missing missing, Place place) {
    // A record of the family that was refused, or waits for its approval, may be the one.
    if (is_any_left_out(missing.key)) return;
    auto found = std::find_if(sources_.begin(), sources_.end(), [&](const Source& source) {
      return source.missing.key == missing.key && source.missing.which == missing.which;
    });
    if (found == sources_.end()) found = sources_.insert(found, {std::move(missing), {}});
    found->places.push_back(std::move(place));
  }

  bool is_any_left_out(const std::string& key) const {
    const std::string prefix = key + "/";
    std::size_t written = 0;
    for (auto at = records_.names.lower_bound(prefix); at != records_.names.end() && at->first.starts_with(prefix); ++at) ++written;
    bool left_out = false;
    model::for_each_family([&](const auto& family) {
      if (family.key == key) left_out = (records_.*family.records).size() < written;
    });
    return left_out;
  }

  const model::WorkbookDefinition& definition_;
  const model::Records& records_;
  std::map<std::string, bool> used_;
  std::vector<Source> sources_;
};

}  // namespace

void check_workbook_sources(const model::WorkbookDefinition& definition, const model::Records& records,
                            diagnostic::Sink& sink) {
  for (Source& source : Sources(definition, records).run()) {
    const auto needed =
        std::find_if(source.places.begin(), source.places.end(), [](const Place& place) { return place.needed; });
    const bool is_needed = needed != source.places.end();
    const Place& first = is_needed ? *needed : source.places.front();
    const bool is_family = source.missing.key != "categories";
    const std::string form = is_family ? "shirube explain " + source.missing.key : "categories: [sales, people]";
    const std::string what =
        source.missing.key + (source.missing.which.empty() ? std::string() : " (" + source.missing.which + ")");
    auto& finding = sink.report(is_needed ? Kind::workbook_records_needed : Kind::workbook_records_none, first.range,
                                {what, first.id, form, source.missing.key});
    for (const Place& place : source.places) {
      if (&place != &first) finding.label(place.range, Kind::needed_here_too, {place.id});
    }
  }
}

}  // namespace shirube::check
