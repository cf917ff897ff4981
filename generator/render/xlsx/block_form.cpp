// Blocks of labels with their values: forms, calculations, checks.
#include <algorithm>

#include "render/xlsx/drafting.h"
#include "render/xlsx/sheet_state.h"
#include "render/xlsx/styles.h"
#include "source/format.h"

namespace shirube::render::xlsx {

using model::FieldDefinition;
using model::FieldType;

namespace {

std::string marked(const FieldDefinition& field, const std::string& label) {
  if (field.formula || field.type == FieldType::fixed) return label;
  return (field.required ? "◆" : "◇") + label;
}

double line_points(std::int64_t lines) {
  return 6 + 17.0 * static_cast<double>(lines);
}

// The fields of the record's form, with those of the definition in the place of their namesakes, then the others.
std::vector<const FieldDefinition*> form_fields(Drafting& drafting, const model::FormBlock& form) {
  std::vector<const FieldDefinition*> fields;
  const model::Form* record = form.record ? model::find_record(drafting.records.forms, form.record->value) : nullptr;
  const auto own = [&form](const std::string& id) {
    return std::find_if(form.fields.begin(), form.fields.end(),
                        [&id](const FieldDefinition& field) { return field.id.value == id; });
  };
  if (record != nullptr) {
    for (const model::Form::Field& line : record->fields) {
      if (const auto found = own(line.id.value); found != form.fields.end()) {
        fields.push_back(&*found);
        continue;
      }
      FieldDefinition& field = drafting.own_fields.emplace_back();
      field.id = line.id;
      field.label = line.label;
      field.prompt = {line.hint, {}};
      field.lines = line.lines;
      field.type = line.lines > 1 ? FieldType::long_text : FieldType::text;
      if (!line.fixed.empty()) {
        field.type = FieldType::fixed;
        field.initial = source::Located<std::string>{line.fixed, {}};
      }
      fields.push_back(&field);
    }
  }
  for (const FieldDefinition& field : form.fields) {
    const bool taken = record != nullptr && std::any_of(record->fields.begin(), record->fields.end(),
                                                        [&](const auto& f) { return f.id.value == field.id.value; });
    if (!taken) fields.push_back(&field);
  }
  return fields;
}

}  // namespace

void Drafting::form(const model::FormBlock& form) {
  heading(form.title);
  const double label_width = form.columns == 1 ? 0.2 : form.columns == 2 ? 0.15 : 0.11;
  const double pair = 1.0 / static_cast<double>(form.columns);
  std::vector<SlotId> required;
  std::vector<SlotId> inputs;
  std::int64_t place = form.columns;  // a new line is due
  for (const FieldDefinition* field : form_fields(*this, form)) {
    const SlotId id = add_field(*field, form.id.value, "", field->label);
    names.add(NameTable::block_key(form.id.value, repetition), field->id.value, id);
    const Slot& slot = draft.slot(id);
    const bool wide = field->type == FieldType::long_text || field->lines > 1;
    if (wide || place >= form.columns) {
      add_line(0);
      place = 0;
    }
    Line& line = current().lines.back();
    line.least_points = std::max(line.least_points, line_points(field->lines));
    const double left = pair * static_cast<double>(place);
    line.pieces.push_back(
        {left, left + label_width, styles::label(), marked(*field, unit_label(filled(field->label), slot.unit))});
    CellFormat format = slot_format(slot, field->lines, field->decimals);
    // One line high: a second one would not be seen, on paper never.
    if (!wide && slot.kind == Slot::Kind::input) {
      format.wrap = false;
      format.shrink = true;
    }
    line.pieces.push_back({left + label_width, wide ? 1 : left + pair, format, id});
    place = wide ? form.columns : place + 1;
    if (field->attention) {
      const double from = model::cell_limit(*field, slot.type, field->attention->value);
      current().highlights.push_back(attention_highlight(id, id, from));
    }
    if (slot.kind == Slot::Kind::input) {
      if (is_own_entry(slot)) inputs.push_back(id);
      if (field->required) required.push_back(id);
    }
  }
  if (required.empty()) return;
  if (!form.optional && !form.due.stage && !form.due.exists) {
    auto& missing = current().missing;
    missing.insert(missing.end(), required.begin(), required.end());
    for (const SlotId id : required) {
      current().highlights.push_back({id, id, "LEN({})=0", {}, styles::missing_fill, 0, false});
    }
    return;
  }
  if (!form.optional) inputs.clear();
  const SlotId id = add_missing_count(*this, required, {&form.due, scope(form.id.value), 0, true, std::move(inputs)},
                                      "この欄の未記入");
  Line& line = add_line(18, true);
  CellFormat quiet = styles::paragraph();
  quiet.size = 9;
  const std::string when = form.optional    ? "書き始めると、この枠の◆の欄が必須になります。"
                           : form.due.stage ? "「" + form.due.stage->value + "」から、この枠の◆の欄が必須になります。"
                                            : "対象の行ができると、この枠の◆の欄が必須になります。";
  line.pieces.push_back({0, 0.85, quiet, when});
  line.pieces.push_back({0.85, 1, styles::row_state(), id});
  for (const SlotId field : required) {
    current().highlights.push_back({field, field, "AND(LEN({})=0,N({1})>0)", {id}, styles::missing_fill, 0, false});
  }
}

void Drafting::calculation(const model::CalculationBlock& calculation) {
  heading(calculation.title);
  std::map<std::string, std::pair<SlotId, std::string>> shown;  // numbers and their format, by id
  for (const FieldDefinition& field : calculation.fields) {
    const SlotId id = add_field(field, calculation.id.value, "", field.label);
    names.add(NameTable::block_key(calculation.id.value, repetition), field.id.value, id);
    Slot& slot = draft.slot(id);
    const bool given = slot.kind == Slot::Kind::input;
    const CellFormat as_given = slot_format(slot, 1, field.decimals);
    if (given) slot.kind = Slot::Kind::fixed;  // from the records: shown, not filled in
    Line& line = add_line(23);
    line.pieces.push_back({0, 0.3, styles::label(), filled(field.label)});
    const bool number = field.type == FieldType::number || field.type == FieldType::percent;
    const bool percent = field.type == FieldType::percent;
    const bool as_typed = given && (percent || !field.decimals);
    const std::string pattern = number && as_typed ? as_given.number_format
                                : number ? styles::number_format(field.type, percent ? field.decimals.value_or(1) : field.decimals, slot.unit)
                                         : "";
    line.pieces.push_back({0.3, 0.5, styles::computed(!number, pattern), id});
    line.pieces.push_back({0.5, 1, styles::fixed(), filled(field.note)});
    if (field.attention) current().highlights.push_back(attention_highlight(id, id, field.attention->value));
    if (number) shown.emplace(field.id.value, std::pair(id, pattern));
  }
  for (const FieldDefinition& field : calculation.fields) {
    const auto value = shown.find(field.id.value);
    const auto goal = field.against ? shown.find(field.against->value) : shown.end();
    if (value == shown.end() || goal == shown.end()) continue;
    show_what_decides(*this, value->second.first, goal->second.first, value->second.second);
  }
}

void Drafting::checks(const model::ChecksBlock& checks) {
  heading(checks.title.empty() ? "自動チェック" : checks.title);
  for (const model::Check& check : checks.checks) {
    Slot slot;
    slot.kind = Slot::Kind::formula;
    slot.sheet = sheet;
    slot.label = check.label;
    slot.key = checks.id.value + "." + check.id.value;
    slot.recorded = true;
    slot.make = [expression = &*check.formula, own = scope(checks.id.value), at = sheet](Formulas& formulas) {
      return formulas.check(*expression, own, at);
    };
    const SlotId id = draft.add(std::move(slot));
    names.add(NameTable::block_key(checks.id.value, repetition), check.id.value, id);
    check_line(check.label, check.advice, id);
  }
}

void Drafting::check_line(const std::string& label, const std::string& advice, SlotId id) {
  draft.checks.push_back({label, advice, id});
  Line& line = add_line(23);
  line.pieces.push_back({0, 0.3, styles::label(), label});
  CellFormat format = styles::computed(true, "");
  format.horizontal = Horizontal::centre;
  line.pieces.push_back({0.3, 0.42, format, id});
  line.pieces.push_back({0.42, 1, styles::fixed(), add_advice(draft, sheet, id, advice), advice});
  current().highlights.push_back({id, id, "{}=\"要確認\"", {}, styles::bad_fill, styles::bad, true});
  current().highlights.push_back({id, id, "{}=\"OK\"", {}, styles::good_fill, styles::good, false});
}

}  // namespace shirube::render::xlsx
