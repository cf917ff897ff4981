#include "parse/workbook_field.h"

#include "diagnostic/suggestion.h"
#include "expression/parse.h"
#include "model/field_value.h"
#include "source/unicode.h"

namespace shirube::parse {

using diagnostic::Kind;
using model::FieldType;

std::optional<expression::Expression> read_workbook_formula(const YamlNode& node, std::size_t skip,
                                                            diagnostic::Sink& sink) {
  if (node.kind != YamlNode::Kind::scalar) return std::nullopt;
  if (node.made) return expression::parse_made(std::string_view(node.text).substr(skip), node.range, sink);
  const auto offset = node.range.begin + static_cast<std::uint32_t>(skip) + (node.quoted ? 1U : 0U);
  return expression::parse(std::string_view(node.text).substr(skip), node.range.file, offset, sink);
}

namespace {

std::optional<model::RecordValue> read_record_value(const YamlNode& node, diagnostic::Sink& sink) {
  FieldReader reader(node, "from", sink);
  model::RecordValue value;
  auto figure = reader.id("figure");
  auto indicator = reader.id("indicator");
  auto plan = reader.id("plan");
  auto person = reader.word("person");
  auto term = reader.word("term");
  if (person.has_value() != term.has_value() && !figure && !indicator && !plan) {
    reader.finish();
    value.family = person ? model::RecordValue::Family::person : model::RecordValue::Family::term;
    value.property = person ? *person : *term;
    return value;
  }
  value.property = reader.word("property").value_or(source::Located<std::string>{"value", node.range});
  reader.finish();
  if (!reader.is_mapping()) return std::nullopt;
  using Family = model::RecordValue::Family;
  if (figure.has_value() + indicator.has_value() + plan.has_value() != 1) {
    sink.report(Kind::workbook_from, node.range);
    return std::nullopt;
  }
  value.family = figure ? Family::figure : indicator ? Family::indicator : Family::plan;
  value.id = figure ? *figure : indicator ? *indicator : *plan;
  return value;
}

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
std::optional<source::Located<double>> read_limit(FieldReader& reader, std::string_view key,
                                                  const model::FieldDefinition& field) {
  if (field.type != FieldType::percent) return reader.number_in(key, field.unit);
  auto limit = reader.number_in(key, {"%"});
  if (limit) limit->value /= 100;
  return limit;
}

std::optional<source::Located<std::string>> read_day(FieldReader& reader, std::string_view key) {
  auto day = reader.date(key);
  if (day && !check_day(*day, reader.sink())) return std::nullopt;
  return day;
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

std::string limited_text(const std::optional<source::Located<std::string>>& text, std::size_t longest,
                         diagnostic::Sink& sink) {
  if (!text) return {};
  const std::size_t length = source::utf16_length(text->value);
  if (length > longest) {
    sink.report(Kind::workbook_long_text, text->range, {std::to_string(length), std::to_string(longest)});
  }
  return text->value;
}

model::FieldDefinition read_workbook_field(const YamlNode& node, const std::string& what, diagnostic::Sink& sink) {
  FieldReader reader(node, what, sink);
  model::FieldDefinition field;
  field.range = node.range;
  if (auto id = reader.required_id("id")) field.id = *id;
  field.label = limited_text(reader.text("label"), longest_label, sink);
  field.type = reader
                   .choice<FieldType>("type", {{"fixed", FieldType::fixed},
                                               {"text", FieldType::text},
                                               {"long-text", FieldType::long_text},
                                               {"number", FieldType::number},
                                               {"percent", FieldType::percent},
                                               {"date", FieldType::date},
                                               {"choice", FieldType::choice},
                                               {"check", FieldType::check}})
                   .value_or(FieldType::text);
  if (auto unit = reader.unit_symbol("unit")) field.unit.symbol = unit->value;
  field.required = reader.boolean("required", false);
  field.least = read_limit(reader, "least", field);
  field.most = read_limit(reader, "most", field);
  field.earliest = read_day(reader, "earliest");
  field.latest = read_day(reader, "latest");
  field.longest = reader.integer("longest", 1, 32'767);
  if (auto decimals = reader.integer("decimals", 0, 6)) field.decimals = decimals->value;
  if (auto choices = reader.id("choices")) field.choices = *choices;
  if (auto prompt = reader.text("prompt")) field.prompt = *prompt;
  field.initial = reader.text("initial");
  if (const YamlNode* from = reader.node("from")) field.from = read_record_value(*from, sink);
  if (auto property = reader.word("property")) field.property = *property;
  if (const YamlNode* formula = reader.node("formula")) {
    if (formula->kind == YamlNode::Kind::scalar) {
      field.formula = read_workbook_formula(*formula, 0, sink);
    } else {
      (void)reader.required_word("formula");
    }
  }
  if (auto lines = reader.integer("lines", 1, 20)) field.lines = lines->value;
  if (auto width = reader.number("width")) {
    if (width->value < 0.2 || width->value > 50) {
      sink.report(Kind::workbook_width, width->range, {field.id.value});
    } else {
      field.width = width->value;
    }
  }
  field.indicator_unit = reader.boolean("indicator_unit", false);
  field.attention = read_limit(reader, "attention", field);
  field.note = reader.plain_text("note");
  field.against = reader.id("against");
  reader.finish();
  if (reader.is_mapping()) {
    check_range(field, sink);
    check_type(field, what, sink);
    if (field.initial) check_workbook_value(field, *field.initial, sink);
  }
  return field;
}

}  // namespace shirube::parse
