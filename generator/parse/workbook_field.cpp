#include "model/field_value.h"
#include "model/fields/workbook.h"
#include "parse/read_fields.h"
#include "parse/workbook_hooks.h"

namespace shirube::parse {

using diagnostic::Kind;
using model::FieldType;

namespace {

constexpr double least_width = 0.2;
constexpr double most_width = 50;

void check_range(const model::FieldDefinition& field, diagnostic::Sink& sink) {
  if (field.least && field.most && field.least->value > field.most->value) {
    sink.report(Kind::workbook_range, field.most->range, {field.id.value});
  }
  if (field.earliest && field.latest && field.earliest->value > field.latest->value) {
    sink.report(Kind::workbook_range, field.latest->range, {field.id.value});
  }
}

// Whether Excel counts this day rightly.
bool check_day(const source::Located<std::string>& day, diagnostic::Sink& sink) {
  if (day.value >= model::first_day && day.value <= model::last_day) return true;
  sink.report(Kind::workbook_early_day, day.range, {day.value, std::string(model::first_day)});
  return false;
}

// A limit as the field counts: in a percent field `5` and `5%` are 0.05.
std::optional<source::Located<double>> read_limit(FieldReader& fields, std::string_view key,
                                                  const model::FieldDefinition& field) {
  if (field.type != FieldType::percent) return fields.number_in(key, field.unit);
  auto limit = fields.number_in(key, {"%"});
  if (limit) limit->value /= 100;
  return limit;
}

void read_field_formula(FieldReader& fields, model::FieldDefinition& field) {
  const YamlNode* node = fields.node("formula");
  if (node == nullptr) return;
  if (node->kind == YamlNode::Kind::scalar) {
    field.formula = read_formula(*node, fields.sink());
  } else {
    (void)fields.required_word("formula");  // which says what is wrong
  }
}

// What the type has no use for would be ignored silently.
void check_type(const model::FieldDefinition& field, const std::string& what, diagnostic::Sink& sink) {
  const bool number = field.type == FieldType::number || field.type == FieldType::percent;
  const bool text = field.type == FieldType::text || field.type == FieldType::long_text;
  const bool choice = field.type == FieldType::choice;
  const auto useless = [&](bool there, bool fits, std::string_view key) {
    if (there && !fits) sink.report(Kind::workbook_useless, field.range, {std::string(key), field.id.value});
  };
  useless(field.least || field.most, number, "least/most");
  useless(field.decimals.has_value(), number, "decimals");
  useless(field.attention.has_value(), number, "attention");
  useless(field.against.has_value(), number && what == "line", "against");
  useless(!field.unit.symbol.empty() || field.indicator_unit, number, "unit");
  useless(field.earliest || field.latest, field.type == FieldType::date, "earliest/latest");
  useless(field.longest.has_value(), text, "longest");
  useless(!field.choices.value.empty(), choice, "choices");
  useless(field.required, field.type != FieldType::fixed && !field.formula, "required");
  if (choice && field.choices.value.empty() && !field.formula) {
    sink.report(Kind::workbook_no_choices, field.range, {field.id.value});
  }
  const int values = (field.initial ? 1 : 0) + (field.from ? 1 : 0) + (field.formula ? 1 : 0);
  if (values > 1) sink.report(Kind::workbook_two_values, field.range, {field.id.value});
}

}  // namespace

void check_workbook_value(const model::FieldDefinition& field, const source::Located<std::string>& text,
                          diagnostic::Sink& sink) {
  bool fits = true;
  if (field.type == FieldType::number || field.type == FieldType::percent) {
    if (field.indicator_unit) return;  // check/ knows the unit
    const model::CellKind kind{field.type, field.unit};
    const auto number = model::typed_number(kind, text.value);
    if (const auto quantity = model::typed_quantity(kind, text.value); quantity && !number) {
      const std::string counted = field.type == FieldType::percent ? "%" : field.unit.symbol;
      sink.report(Kind::unit_mismatch, text.range,
                  {quantity->unit.symbol, counted.empty() ? "—" : counted, field.id.value});
      return;
    }
    fits = number && (!field.least || *number >= field.least->value) && (!field.most || *number <= field.most->value);
  } else if (field.type == FieldType::date) {
    if (is_date(text.value) && !check_day(text, sink)) return;
    fits = is_date(text.value) && (!field.earliest || text.value >= field.earliest->value) &&
           (!field.latest || text.value <= field.latest->value);
  }
  if (!fits) sink.report(Kind::workbook_initial, text.range, {text.value, field.id.value});
}

bool settle(FieldReader& fields, model::RecordValue& value, bool) {
  using Family = model::RecordValue::Family;
  auto figure = fields.id("figure");
  auto indicator = fields.id("indicator");
  auto plan = fields.id("plan");
  auto person = fields.word("person");
  auto term = fields.word("term");
  if (person.has_value() != term.has_value() && !figure && !indicator && !plan) {
    value.family = person ? Family::person : Family::term;
    value.property = person ? *person : *term;
    return true;
  }
  value.property = fields.word("property").value_or(source::Located<std::string>{"value", fields.range()});
  if (!fields.is_mapping()) return false;
  if (figure.has_value() + indicator.has_value() + plan.has_value() != 1) {
    fields.sink().report(Kind::workbook_from, fields.range());
    return false;
  }
  value.family = figure ? Family::figure : indicator ? Family::indicator : Family::plan;
  value.id = figure ? *figure : indicator ? *indicator : *plan;
  return true;
}

bool settle(FieldReader& fields, model::FieldDefinition& field, bool usable) {
  diagnostic::Sink& sink = fields.sink();
  field.least = read_limit(fields, "least", field);
  field.most = read_limit(fields, "most", field);
  field.attention = read_limit(fields, "attention", field);
  if (field.earliest && !check_day(*field.earliest, sink)) field.earliest.reset();
  if (field.latest && !check_day(*field.latest, sink)) field.latest.reset();
  if (const YamlNode* from = fields.node("from")) {
    FieldReader inner(*from, "from", sink);
    model::RecordValue value;
    if (read_struct(inner, value)) field.from = std::move(value);
  }
  read_field_formula(fields, field);
  if (field.width < least_width || field.width > most_width) {
    sink.report(Kind::workbook_width, fields.node("width")->range, {field.id.value});
    field.width = 1;
  }
  if (!fields.is_mapping()) return usable;
  check_range(field, sink);
  check_type(field, fields.what(), sink);
  if (field.initial) check_workbook_value(field, *field.initial, sink);
  return usable;
}

}  // namespace shirube::parse
