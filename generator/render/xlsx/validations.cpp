#include "render/xlsx/validations.h"

#include <algorithm>

#include "model/unit.h"
#include "render/xlsx/drafting.h"
#include "source/format.h"
#include "source/unicode.h"

namespace shirube::render::xlsx {

using model::FieldDefinition;
using model::FieldType;

namespace {

constexpr double largest = 1e15;
constexpr double longest_cell = 32'767;

std::string number_text(double number, bool percent) {
  return percent ? source::format("{:.15g}%", number * 100) : source::format("{:.15g}", number);
}

void number_rule(const FieldDefinition& field, FieldType type, Validation& rule) {
  const bool percent = type == FieldType::percent;
  rule.kind = field.decimals == 0 && !percent ? Validation::Kind::whole : Validation::Kind::decimal;
  rule.least = field.least ? model::cell_limit(field, type, field.least->value) : -largest;
  rule.most = field.most ? model::cell_limit(field, type, field.most->value) : largest;
  const std::string kind = rule.kind == Validation::Kind::whole ? "整数" : "数値";
  if (field.least && field.most) {
    rule.error = source::format("{} から {} までの{}を入力してください。", number_text(rule.least, percent),
                                number_text(rule.most, percent), kind);
  } else if (field.least) {
    rule.error = source::format("{} 以上の{}を入力してください。", number_text(rule.least, percent), kind);
  } else if (field.most) {
    rule.error = source::format("{} 以下の{}を入力してください。", number_text(rule.most, percent), kind);
  } else {
    rule.error = kind + "だけを入力してください。単位は付けません。";
  }
}

void date_rule(const FieldDefinition& field, Validation& rule) {
  rule.kind = Validation::Kind::date;
  rule.least = field.earliest ? day_number(field.earliest->value) : day_number(std::string(model::first_day));
  rule.most = field.latest ? day_number(field.latest->value) : day_number(std::string(model::last_day));
  rule.error = "日付を 2026/4/1 の形で入力してください。";
  if (field.earliest) rule.error += field.earliest->value + " 以後の日付です。";
  if (field.latest) rule.error += field.latest->value + " 以前の日付です。";
}

// As much as a validation holds. A tab would come back as a space; a leading `=` costs a character: see writer.cpp.
std::string shortened(std::string text, std::size_t longest) {
  std::replace(text.begin(), text.end(), '\t', ' ');
  return cut(text, text.starts_with('=') ? longest - 1 : longest);
}
std::string shortened_to_one_line(std::string text, std::size_t longest) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return shortened(std::move(text), longest);
}

void length_rule(std::int64_t longest, Validation& rule) {
  rule.kind = Validation::Kind::length;
  rule.most = longest > 0 ? static_cast<double>(longest) : longest_cell;
  rule.error = source::format("{} 文字までで入力してください。", static_cast<std::int64_t>(rule.most));
}

bool same_rule(const Validation& left, const Validation& right) {
  return left.kind == right.kind && left.list == right.list && left.least == right.least && left.most == right.most &&
         left.prompt == right.prompt && left.prompt_title == right.prompt_title && left.error == right.error;
}

}  // namespace

Validation validation_of(const Slot& slot, const Draft& draft) {
  const FieldDefinition& field = *slot.field;
  Validation rule;
  switch (slot.type) {
    case FieldType::number:
    case FieldType::percent:
      number_rule(field, slot.type, rule);
      break;
    case FieldType::date:
      date_rule(field, rule);
      break;
    case FieldType::choice:
      rule.kind = Validation::Kind::list;
      rule.list = "list_" + NameTable::normal(field.choices.value);
      if (const auto list = draft.lists.find(rule.list); list == draft.lists.end() || list->second.empty()) {
        rule.list.clear();  // nothing to choose from yet: any text will do
        length_rule(0, rule);
        break;
      }
      rule.error = "▼から選んでください。";
      break;
    case FieldType::check:
      rule.kind = Validation::Kind::list;
      rule.list = "list_check_box";
      rule.error = "▼から ☐ か ☑ を選んでください。";
      break;
    case FieldType::fixed:
    case FieldType::text:
    case FieldType::long_text:
      length_rule(slot.longest, rule);
      break;
  }
  rule.error_title = "入力できません";
  if (!field.prompt.value.empty()) {
    rule.prompt = shortened(field.prompt.value, 255);
    rule.prompt_title = shortened_to_one_line(field.label, 32);
  }
  return rule;
}

std::string cut(const std::string& text, std::size_t length) {
  std::size_t at = 0;
  std::size_t taken = 0;
  while (at < text.size()) {
    const auto point = source::code_point_at(text, at);
    taken += point.value > 0xFFFF ? 2 : 1;
    if (taken > length) break;
    at += point.size;
  }
  return text.substr(0, at);
}

std::vector<const Slot*> inputs_by_column(const Draft& draft, std::uint32_t sheet) {
  std::map<std::pair<std::uint16_t, std::uint32_t>, const Slot*> sorted;
  for (const Slot& slot : draft.slots) {
    if (slot.sheet == sheet && slot.kind == Slot::Kind::input) sorted.emplace(std::pair(slot.column, slot.row), &slot);
  }
  std::vector<const Slot*> inputs;
  for (const auto& [place, slot] : sorted) inputs.push_back(slot);
  return inputs;
}

bool lies_below(const Slot& slot, const Area& area) {
  return area.first_column == slot.column && area.last_column == slot.last_column && area.last_row + 1 == slot.row;
}

std::vector<Validation> plan_validations(const Draft& draft, std::uint32_t sheet) {
  std::vector<Validation> rules;
  for (const Slot* slot : inputs_by_column(draft, sheet)) {
    Validation rule = validation_of(*slot, draft);
    if (!rules.empty() && lies_below(*slot, rules.back().area) && same_rule(rules.back(), rule)) {
      rules.back().area.last_row = slot->row;
      continue;
    }
    rule.area = {slot->row, slot->column, slot->row, slot->last_column};
    rules.push_back(std::move(rule));
  }
  return rules;
}

}  // namespace shirube::render::xlsx
