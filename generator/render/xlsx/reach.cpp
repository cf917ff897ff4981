// How wide a value may become, by the limits of the fields that its formula names: Formulas::signs.
#include <algorithm>
#include <cmath>

#include "render/xlsx/drafting.h"
#include "render/xlsx/formulas.h"
#include "render/xlsx/validations.h"
#include "source/format.h"
#include "source/unicode.h"

namespace shirube::render::xlsx {

namespace {

using expression::Node;
using model::FieldType;

constexpr std::int64_t any_number = 11;  // 554,250,000
constexpr std::int64_t a_count = 5;      // 1,000
constexpr std::int64_t a_word = 6;       // いいえ, 要確認

std::int64_t grouped_signs(double number) {
  const auto digits = static_cast<std::int64_t>(source::format("{:.0f}", std::floor(std::abs(number))).size());
  return digits + (digits - 1) / 3 + (number < 0 ? 1 : 0);
}

// What its field lets a number be; without limits it has to show hundreds of millions.
std::int64_t number_signs(const Slot& slot) {
  const model::FieldDefinition* field = slot.field;
  const bool percent = slot.type == FieldType::percent;
  std::int64_t signs = percent ? a_count : any_number;
  if (field != nullptr && field->least && field->most) {
    const double scale = percent ? 100 : 1;
    signs = std::max(grouped_signs(field->least->value * scale), grouped_signs(field->most->value * scale));
    signs = std::min(signs, any_number);
  }
  return signs + (percent ? 1 : 0);
}

class Reach {
 public:
  Reach(const Formulas& formulas, const NameTable& names, const Scope& scope)
      : formulas_(formulas), names_(names), scope_(scope) {}

  std::int64_t of(const Node& node) const {
    return std::visit([this](const auto& value) { return signs(value); }, node.value);
  }

 private:
  std::int64_t signs(const expression::Number& number) const { return grouped_signs(number.value); }
  std::int64_t signs(const expression::Text& text) const { return source::display_width(text.value); }
  std::int64_t signs(const expression::Boolean&) const { return a_word; }
  std::int64_t signs(const expression::Name& name) const {
    const auto meaning = names_.find(name.name, scope_);
    if (const auto* slot = std::get_if<SlotId>(&meaning)) return formulas_.signs(*slot);
    std::int64_t most = a_count;
    if (const auto* column = std::get_if<const std::vector<SlotId>*>(&meaning)) {
      most = 0;
      for (const SlotId slot : **column) most = std::max(most, formulas_.signs(slot));
    }
    return most;
  }
  std::int64_t signs(const expression::Unary& unary) const { return of(*unary.operand) + 1; }
  std::int64_t signs(const expression::Binary& binary) const {
    using Operator = expression::BinaryOperator;
    if (binary.op == Operator::concatenate) return of(*binary.left) + of(*binary.right);
    if (binary.op >= Operator::equal) return a_word;
    if (binary.op == Operator::add || binary.op == Operator::subtract) {
      return std::max(of(*binary.left), of(*binary.right)) + 1;
    }
    if (binary.op == Operator::multiply) return of(*binary.left) + of(*binary.right);
    return any_number;
  }
  std::int64_t signs(const expression::Call& call) const {
    // Which arguments the value is one of, and what it may be wider than them.
    struct Row {
      const char* function;
      std::size_t first;
      std::size_t last;
      std::int64_t more;
    };
    constexpr std::size_t all = 1'000;
    constexpr Row rows[] = {{"ABS", 0, 0, 0},     {"AVERAGE", 0, all, 0}, {"IF", 1, all, 0},     {"IFERROR", 0, all, 0},
                            {"INDEX", 0, 0, 0},   {"INT", 0, 0, 0},       {"MAX", 0, all, 0},    {"MEDIAN", 0, all, 0},
                            {"MIN", 0, all, 0},   {"ROUND", 0, 0, 0},     {"ROUNDDOWN", 0, 0, 0}, {"ROUNDUP", 0, 0, 0},
                            {"SUM", 0, all, 2},   {"TRIM", 0, 0, 0}};
    for (const Row& row : rows) {
      if (call.function != row.function) continue;
      std::int64_t most = 0;
      for (std::size_t i = row.first; i < call.arguments.size() && i <= row.last; ++i) {
        most = std::max(most, of(*call.arguments[i]));
      }
      return most + row.more;
    }
    const bool counts = call.function.starts_with("COUNT") || call.function == "MATCH" || call.function == "LEN";
    return counts ? a_count : any_number;
  }

  const Formulas& formulas_;
  const NameTable& names_;
  const Scope& scope_;
};

}  // namespace

std::int64_t Formulas::signs(const expression::Expression& expression, const Scope& scope) const {
  return Reach(*this, names_, scope).of(expression.root());
}

std::int64_t Formulas::signs(SlotId id) const {
  // No cell is as wide; and what is joined to itself, again and again, would leave the range of numbers.
  constexpr std::int64_t widest = 100'000;
  if (const auto known = signs_.find(id); known != signs_.end()) return known->second;
  const std::int64_t found = std::min(widest, count_signs(id));
  signs_.emplace(id, found);
  return found;
}

std::int64_t Formulas::count_signs(SlotId id) const {
  const Slot& slot = draft_.slot(id);
  const bool number = slot.type == FieldType::number || slot.type == FieldType::percent;
  if (slot.kind == Slot::Kind::formula) {
    if (number && slot.field != nullptr && slot.field->most) return number_signs(slot);
    return slot.signs && slot.type != FieldType::percent ? slot.signs(*this)
           : number                                      ? number_signs(slot)
                                                         : a_word;
  }
  if (slot.kind == Slot::Kind::fixed) {
    if (const double* value = slot.value.get<double>()) return grouped_signs(*value);
    const auto* text = slot.value.get<std::string>();
    return text == nullptr ? 0 : source::display_width(*text);
  }
  switch (slot.type) {
    case FieldType::number:
    case FieldType::percent:
      return number_signs(slot);
    case FieldType::date:
      return 10;
    case FieldType::check:
      return 2;
    case FieldType::choice: {
      const auto list = draft_.lists.find(validation_of(slot, draft_).list);
      std::int64_t most = 0;
      if (list == draft_.lists.end()) return most;
      for (const std::string& item : list->second) {
        most = std::max<std::int64_t>(most, source::display_width(item));
      }
      return most;
    }
    case FieldType::fixed:
    case FieldType::text:
    case FieldType::long_text:
      break;
  }
  return slot.longest * 2;
}

}  // namespace shirube::render::xlsx
