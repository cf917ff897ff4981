#include "check/workbooks.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "check/rules.h"
#include "check/workbook_charts.h"
#include "check/workbook_formulas.h"
#include "check/workbook_height.h"
#include "check/workbook_sources.h"
#include "check/workbook_values.h"
#include "diagnostic/suggestion.h"
#include "model/family.h"
#include "model/person.h"
#include "model/sheet_name.h"
#include "model/workbook_source.h"
#include "source/format.h"
#include "source/unicode.h"

namespace shirube::check {

using diagnostic::Kind;
using diagnostic::Sink;
using model::FieldDefinition;
using model::FieldType;
using source::Located;

namespace {

constexpr std::size_t longest_prompt = 255;
constexpr double portrait_pixels = 760;
constexpr double landscape_pixels = 1180;
constexpr double least_pixels = 26;

template <class T>
std::vector<std::string_view> ids_of(const std::vector<T>& family) {
  std::vector<std::string_view> ids;
  for (const T& record : family) ids.push_back(record.head.id.value);
  return ids;
}

std::string joined(const std::vector<std::string_view>& words) {
  std::string all;
  for (const std::string_view word : words) {
    if (!all.empty()) all += ", ";
    all += word;
  }
  return all;
}

// Made by the generator: an author's sheet of that name would be a second one.
bool is_own_sheet(const std::string& name) {
  const std::string folded = model::folded_sheet_name(name);
  return folded == "選択肢" || folded == "データ" || folded == "図の値";
}

class DefinitionCheck {
 public:
  DefinitionCheck(const model::WorkbookDefinition& definition, const model::Records& records, Sink& sink)
      : definition_(definition), records_(records), sink_(sink) {}

  void run() {
    for (const model::ChoiceList& list : definition_.lists) check_list(list);
    find_stages();
    std::map<std::string, source::SourceRange> sheet_ids;
    for (const model::SheetDefinition& sheet : definition_.sheets) {
      once(sheet_ids, sheet.id, "workbook");
      check_sheet_names(sheet);
      if (sheet.repeat.plan) need(records_.plans, *sheet.repeat.plan);
      check_sheet_height(sheet, records_, sink_);
      pixels_ = sheet.paper == model::SheetDefinition::Paper::landscape ? landscape_pixels : portrait_pixels;
      for (const model::BlockDefinition& block : sheet.blocks) {
        std::visit([this](const auto& value) { check(value); }, block.value);
      }
    }
  }

 private:
  // The choice field that the workbook's `stage:` names, and what it offers.
  void find_stages() {
    if (!definition_.stage) return;
    const Located<std::string>& name = *definition_.stage;
    std::vector<std::string> choices;
    for (const model::SheetDefinition& sheet : definition_.sheets) {
      for (const model::BlockDefinition& block : sheet.blocks) {
        const auto* form = std::get_if<model::FormBlock>(&block.value);
        if (form == nullptr) continue;
        for (const FieldDefinition& field : form->fields) {
          if (field.type != FieldType::choice || sheet.repeat.count > 1) continue;
          const std::string own = form->id.value + "." + field.id.value;
          choices.push_back(own);
          if (own == name.value) stages_ = &field;
        }
      }
    }
    if (stages_ != nullptr) return;
    sink_.report(Kind::workbook_unknown_field, name.range, {name.value})
        .suggest(diagnostic::near_miss(name.value, choices));
  }

  void check_stage(const model::Due& due) {
    if (!due.stage) return;
    std::vector<std::string> items;
    for (const auto& list : definition_.lists) {
      if (stages_ != nullptr && list.id.value == stages_->choices.value) items = model::choices(list, records_);
    }
    if (std::find(items.begin(), items.end(), due.stage->value) != items.end()) return;
    if (definition_.stage && stages_ == nullptr) return;  // reported already
    sink_.report(Kind::workbook_initial, due.stage->range,
                 {due.stage->value, definition_.stage ? definition_.stage->value : "stage"})
        .suggest(diagnostic::near_miss(due.stage->value, items));
  }

  void once(std::map<std::string, source::SourceRange>& seen, const Located<std::string>& id, const char* where) {
    if (id.value.empty()) return;  // reported already
    const auto [found, added] = seen.emplace(id.value, id.range);
    if (!added) {
      sink_.report(Kind::workbook_block_twice, id.range, {id.value, where}).label(found->second, Kind::first_here);
    }
  }

  void once_in_workbook(const Located<std::string>& id) { once(block_ids_, id, "workbook"); }

  template <class T>
  const T* need(const std::vector<T>& family, const Located<std::string>& id) {
    const T* record = model::find_record(family, id.value);
    if (record == nullptr && !id.value.empty()) {
      sink_.report(Kind::unknown_record, id.range, {id.value, model::family_word<T>})
          .suggest([&] { return diagnostic::near_miss(id.value, ids_of(family)); });
    }
    return record;
  }

  void check_list(const model::ChoiceList& list) {
    once(list_ids_, list.id, "workbook");
    for (const auto& level : list.levels) check_level(level);
    if (list.source == model::ChoiceList::Source::scenarios)
      need(records_.calculations, list.calculation);
    if (list.source == model::ChoiceList::Source::items && list.items.empty() && list.range) {
      sink_.report(Kind::workbook_empty_list, list.range, {list.id.value});
    }
    std::set<std::string> seen;
    for (const auto& item : list.items) {
      if (item.value.empty() || !seen.insert(item.value).second) {
        sink_.report(Kind::workbook_choice_twice, item.range, {item.value});
      }
      check_length(item, longest_prompt);
    }
  }

  void check_level(const Located<std::string>& level) {
    if (level.value.empty() || model::parse_objective_level(level.value)) return;
    static const std::vector<std::string_view> words{"company", "organisation", "section", "individual"};
    sink_.report(Kind::workbook_level, level.range, {level.value}).suggest([&] { return diagnostic::near_miss(level.value, words); });
  }

  void check_length(const Located<std::string>& text, std::size_t longest) {
    const std::size_t length = source::utf16_length(text.value);
    if (length > longest) {
      sink_.report(Kind::workbook_long_text, text.range, {std::to_string(length), std::to_string(longest)});
    }
  }

  void check_sheet_names(const model::SheetDefinition& sheet) {
    if (sheet.name.value.empty()) return;
    for (std::int64_t n = 1; n <= sheet.repeat.count; ++n) {
      std::string name = sheet.name.value;
      if (const auto at = name.find("{n}"); at != std::string::npos) name.replace(at, 3, std::to_string(n));
      if (!model::is_sheet_name(name) || is_own_sheet(name)) {
        sink_.report(Kind::workbook_sheet_name, sheet.name.range, {name});
        return;
      }
      const auto [found, added] = sheet_names_.emplace(model::folded_sheet_name(name), sheet.name.range);
      if (!added) {
        sink_.report(Kind::workbook_sheet_twice, sheet.name.range, {name}).label(found->second, Kind::first_here);
        return;
      }
    }
  }

  void check_field(const FieldDefinition& field) {
    // The library keeps a leading `=` only beside a second one.
    check_length(field.prompt, longest_prompt - (field.prompt.value.starts_with('=') ? 1 : 0));
    if (field.prompt.value.find('\t') != std::string::npos) sink_.report(Kind::workbook_tab, field.prompt.range);
    if (!field.choices.value.empty()) check_choices(field);
    if (field.from) check_record_value(field);
    if (field.initial) check_value(field, *field.initial);
  }

  void check_choices(const FieldDefinition& field) {
    std::vector<std::string> ids;
    for (const auto& list : definition_.lists) ids.push_back(list.id.value);
    if (std::find(ids.begin(), ids.end(), field.choices.value) != ids.end()) return;
    sink_.report(Kind::workbook_unknown_list, field.choices.range, {field.choices.value})
        .suggest([&] { return diagnostic::near_miss(field.choices.value, ids); });
  }

  void check_record_value(const FieldDefinition& field) {
    const model::RecordValue& value = *field.from;
    using Family = model::RecordValue::Family;
    if (value.family == Family::person) return check_person_field(value.property);
    if (value.family == Family::figure) need(records_.figures, value.id);
    if (value.family == Family::indicator) need(records_.indicators, value.id);
    if (value.family == Family::plan) need(records_.plans, value.id);
    check_property(value.property, model::value_properties(value.family));
    // What the figures come to is known later; their units are known now.
    const std::vector<double> figures(records_.figures.size());
    if (const auto taken = model::record_value(value, records_, figures)) {
      check_taken(field, indicator_, *taken, value.id.range ? value.id.range : field.range, sink_);
    }
  }

  void check_person_field(const Located<std::string>& name) {
    std::vector<std::string_view> known;
    for (const model::PersonField& field : model::person_fields) known.push_back(field.key);
    known.push_back(model::period_field);
    if (std::find(known.begin(), known.end(), name.value) != known.end()) return;
    sink_.report(Kind::person_field, name.range, {name.value, joined(known)})
        .suggest([&] { return diagnostic::near_miss(name.value, known); });
  }

  void check_property(const Located<std::string>& property, const std::vector<std::string_view>& known) {
    if (std::find(known.begin(), known.end(), property.value) != known.end()) return;
    sink_.report(Kind::workbook_property, property.range, {property.value, known.empty() ? "—" : joined(known)})
        .suggest([&] { return diagnostic::near_miss(property.value, known); });
  }

  // What an author wrote into a field beforehand has to be what its reader may write there.
  void check_value(const FieldDefinition& field, const Located<std::string>& text) {
    bool fits = true;
    if (field.indicator_unit) return check_typed(field, indicator_, text, sink_);
    if (field.type == FieldType::choice && !field.choices.value.empty()) {
      for (const auto& list : definition_.lists) {
        if (list.id.value != field.choices.value) continue;
        const auto items = model::choices(list, records_);
        fits = std::find(items.begin(), items.end(), text.value) != items.end();
      }
    }
    if (field.type == FieldType::check) fits = text.value == "☐" || text.value == "☑";
    if (field.longest) fits = static_cast<std::int64_t>(source::utf16_length(text.value)) <= field.longest->value;
    if (!fits) sink_.report(Kind::workbook_initial, text.range, {text.value, field.id.value});
  }

  void check_fields(const std::vector<FieldDefinition>& fields, const char* where) {
    std::map<std::string, source::SourceRange> seen;
    for (const FieldDefinition& field : fields) {
      once(seen, field.id, where);
      check_field(field);
    }
  }

  void check(const model::FormBlock& form) {
    once_in_workbook(form.id);
    check_stage(form.due);
    check_fields(form.fields, "form");
    if (form.record) need(records_.forms, *form.record);
  }

  void check(const model::CalculationBlock& calculation) {
    once_in_workbook(calculation.id);
    check_fields(calculation.fields, "calculation");
    std::vector<std::string> ids;
    for (const FieldDefinition& field : calculation.fields) ids.push_back(field.id.value);
    for (const FieldDefinition& field : calculation.fields) {
      if (!field.against || std::find(ids.begin(), ids.end(), field.against->value) != ids.end()) continue;
      sink_.report(Kind::workbook_unknown_field, field.against->range, {field.against->value})
          .suggest(diagnostic::near_miss(field.against->value, ids));
    }
  }

  // Cells of the other parts depend on those of the values.
  void check(const model::ModelBlock& block) {
    once_in_workbook(block.id);
    using Part = model::ModelBlock::Part;
    const model::Calculation* record = need(records_.calculations, block.record);
    if (record == nullptr) return;
    const std::string& id = block.record.value;
    const auto part = [&](const char* word, bool there, const char* key) {
      if (!there) sink_.report(Kind::workbook_model_part, block.part.range, {id, word, key});
      if (!models_.contains(id)) sink_.report(Kind::workbook_model_order, block.part.range, {id, word});
    };
    switch (block.part.value) {
      case Part::values:
        models_.insert(id);
        return check_scenarios(block);
      case Part::checks:
        return part("checks", !record->checks.empty(), "checks");
      case Part::break_even:
        return part("break-even", record->break_even.has_value(), "break_even");
      case Part::tornado:
        return part("tornado", record->tornado.has_value(), "tornado");
      case Part::grid:
        return part("grid", record->grid.has_value(), "grid");
      case Part::series:
        return part("series", record->series.has_value(), "series");
    }
  }

  void check(const model::GateBlock& block) {
    once_in_workbook(block.id);
    need(records_.gates, block.record);
  }

  void check_scenarios(const model::ModelBlock& block) {
    using Source = model::ChoiceList::Source;
    if (block.choices.value.empty()) return;  // reported when it was read
    FieldDefinition field;
    field.choices = block.choices;
    check_choices(field);
    for (const auto& list : definition_.lists) {
      const bool scenarios = list.source == Source::scenarios && list.calculation.value == block.record.value;
      if (list.id.value != block.choices.value || scenarios) continue;
      sink_.report(Kind::workbook_model_list, block.choices.range, {block.choices.value, block.record.value});
    }
  }

  void check(const model::ChecklistBlock& checklist) {
    once_in_workbook(checklist.id);
    need(records_.checklists, checklist.record);
  }

  void check(const model::ChecksBlock& checks) {
    once_in_workbook(checks.id);
    std::map<std::string, source::SourceRange> seen;
    for (const model::Check& check : checks.checks) once(seen, check.id, "checks");
  }

  void check(const model::TableBlock& table) {
    once_in_workbook(table.id);
    check_stage(table.due);
    indicator_ = table.indicator ? need(records_.indicators, *table.indicator) : nullptr;
    check_fields(table.columns, "table");
    check_rows(table);
    indicator_ = nullptr;
    check_columns(table);
    if (!table.total) return;
    for (const auto& column : table.total->columns) find_column(table, column);
  }

  const FieldDefinition* find_column(const model::TableBlock& table, const Located<std::string>& id) {
    std::vector<std::string> ids;
    for (const FieldDefinition& column : table.columns) {
      if (column.id.value == id.value) return &column;
      ids.push_back(column.id.value);
    }
    sink_.report(Kind::workbook_unknown_column, id.range, {id.value, table.id.value})
        .suggest([&] { return diagnostic::near_miss(id.value, ids); });
    return nullptr;
  }

  void check_rows(const model::TableBlock& table) {
    using Source = model::RowSource::Kind;
    const model::RowSource& rows = table.rows;
    if (rows.kind == Source::risks || rows.kind == Source::phases) {
      need(records_.plans, rows.filter);
    }
    if (rows.kind == Source::objectives) {
      check_level(rows.filter);
    }
    if (rows.kind == Source::survey) need(records_.pilots, rows.filter);
    for (const auto& id : rows.ids) need(records_.indicators, id);
    // Records that are not there yet are not a mistake of the template alone: check_workbook_sources.
    const bool own = rows.kind == Source::count || rows.kind == Source::written;
    if (own && rows.rows.empty() && rows.count == 0 && rows.range)
      sink_.report(Kind::workbook_no_rows, rows.range, {table.id.value});
    for (const model::Row& row : rows.rows) {
      for (const model::RowCell& cell : row.cells) {
        const FieldDefinition* column = find_column(table, cell.column);
        if (column != nullptr && !cell.formula) check_value(*column, cell.text);
      }
    }
    for (const FieldDefinition& column : table.columns) {
      if (!column.property.value.empty()) check_property(column.property, model::row_properties(rows.kind));
    }
    check_row_values(table, indicator_, records_, sink_);
  }

  void check_columns(const model::TableBlock& table) {
    double all = 0;
    for (const FieldDefinition& column : table.columns) all += column.width;
    const double room = pixels_ * 0.9;  // the number and the state of a row take the rest
    for (const FieldDefinition& column : table.columns) {
      const double pixels = room * column.width / all;
      if (pixels < least_pixels) {
        sink_.report(Kind::workbook_narrow, column.id.range,
                     {column.id.value, source::format("{:.0f}", pixels), source::format("{:.0f}", pixels_),
                      source::format("{:.0f}", least_pixels)});
      }
    }
  }

  void check(const model::HeadingBlock&) {}
  void check(const model::NoteBlock&) {}
  void check(const model::InstructionsBlock&) {}
  void check(const model::SignOffBlock& sign_off) { once_in_workbook(sign_off.id); }
  void check(const model::ChartBlock&) {}  // check_workbook_charts
  void check(const model::SummaryBlock&) {}
  void check(const model::LegendBlock&) {}

  void check(const model::ChangesBlock& changes) {
    const Located<std::string>* above = nullptr;
    for (const auto& entry : changes.entries) {
      const Located<std::string>& version = entry.version;
      if (version.value.empty()) continue;  // reported already
      if (above == nullptr && version.value != definition_.version.value && !definition_.version.value.empty()) {
        sink_.report(Kind::workbook_changes, version.range, {version.value, definition_.version.value})
            .label(definition_.version.range, Kind::first_here);
      }
      if (above != nullptr && !is_newer(above->value, version.value)) {
        sink_.report(Kind::workbook_changes_order, version.range, {version.value, above->value});
      }
      above = &version;
    }
  }

  // Three numbers each.
  static bool is_newer(const std::string& left, const std::string& right) {
    const auto numbers = [](const std::string& version) {
      std::array<long, 3> parts{};
      std::size_t at = 0;
      for (long& part : parts) {
        while (at < version.size() && version[at] != '.') part = part * 10 + (version[at++] - '0');
        ++at;
      }
      return parts;
    };
    return numbers(left) > numbers(right);
  }

  const model::WorkbookDefinition& definition_;
  const model::Indicator* indicator_ = nullptr;  // of the table being checked
  const model::Records& records_;
  Sink& sink_;
  double pixels_ = portrait_pixels;
  const FieldDefinition* stages_ = nullptr;
  std::set<std::string> models_;  // calculations whose values have been seen
  std::map<std::string, source::SourceRange> list_ids_;
  std::map<std::string, source::SourceRange> block_ids_;
  std::map<std::string, source::SourceRange> sheet_names_;
};

}  // namespace

void check_workbook(const model::WorkbookDefinition& definition, const model::Records& records, Sink& sink) {
  DefinitionCheck(definition, records, sink).run();
  check_workbook_formulas(definition, records, sink);
  check_workbook_charts(definition, records, sink);
}

void check_workbooks(const model::Site& site, const Index&, Sink& sink) {
  for (const model::WorkbookDefinition& definition : site.workbooks) {
    check_workbook(definition, site.records, sink);
    check_workbook_sources(definition, site.records, sink);
  }
}

}  // namespace shirube::check
