#include "expression/type_rules.h"

#include <algorithm>

#include "expression/decimal.h"

namespace shirube::expression {

using diagnostic::Kind;

namespace {

struct NamesBelow {
  std::vector<std::string> found;

  void visit(const Node& node) {
    std::visit([&](const auto& value) { take(value); }, node.value);
  }
  void take(const Number&) {}
  void take(const Text&) {}
  void take(const Boolean&) {}
  void take(const Name& name) {
    if (std::find(found.begin(), found.end(), name.name) == found.end()) found.push_back(name.name);
  }
  void take(const Unary& unary) { visit(*unary.operand); }
  void take(const Binary& binary) {
    visit(*binary.left);
    visit(*binary.right);
  }
  void take(const Call& call) {
    for (const NodePointer& argument : call.arguments) visit(*argument);
  }
};

bool is_bare(const Type& type) {
  return type.unit.is_ratio() && (type.unit.ratio == Ratio::plain || type.unit.ratio == Ratio::count);
}

bool has_ratio(const Type& type, Ratio ratio) {
  return type.unit.is_ratio() && type.unit.ratio == ratio;
}

}  // namespace

void TypeFaults::add_labels(diagnostic::Diagnostic& finding, const Node& node, const TypesOfNames& names) {
  constexpr std::size_t most_labels = 6;
  NamesBelow below;
  below.visit(node);
  for (const std::string& name : below.found) {
    const TypeOfName* known = names(name);
    if (known == nullptr || !known->declared || finding.labels.size() == most_labels) continue;
    const bool again = std::any_of(finding.labels.begin(), finding.labels.end(), [&](const diagnostic::Label& label) {
      return label.range == known->declared && label.arguments[0] == name;
    });
    if (again) continue;
    const std::string unit = known->type.kind == Type::Kind::number ? spelling(known->type.unit) : std::string();
    if (unit.empty()) {
      finding.label(known->declared, Kind::name_without_unit, {name});
    } else {
      finding.label(known->declared, Kind::name_in_unit, {name, unit});
    }
  }
}

void TypeFaults::report(Kind kind, const Argument& at, std::vector<std::string> arguments) {
  add_labels(sink_.report(kind, at.node->range, std::move(arguments)), *at.node, names_);
}

void TypeFaults::different(std::string_view what, const Argument& left, const Argument& right) {
  const std::string sign(what);
  diagnostic::Diagnostic* finding = nullptr;
  if (left.type.kind != right.type.kind) {
    finding = &sink_.report(Kind::formula_types, right.node->range, {sign});
  } else if (is_bare(left.type) || is_bare(right.type)) {
    const Type& other = is_bare(left.type) ? right.type : left.type;
    finding = &sink_.report(Kind::formula_unit_number, (is_bare(left.type) ? left : right).node->range,
                            {sign, spelling(other.unit)});
  } else {
    const std::string first = spelling(left.type.unit);
    const std::string second = spelling(right.type.unit);
    const bool points = (has_ratio(left.type, Ratio::point) && has_ratio(right.type, Ratio::percent)) ||
                        (has_ratio(left.type, Ratio::percent) && has_ratio(right.type, Ratio::point));
    const std::optional<double> factor = conversion(left.type.unit, right.type.unit);
    if (points) {
      finding = &sink_.report(Kind::formula_unit_point, right.node->range, {sign, first, second});
    } else if (factor) {
      const bool larger = *factor >= 1;
      finding = &sink_.report(
          Kind::formula_unit_scale, right.node->range,
          {sign, larger ? first : second, larger ? second : first, number_to_text(larger ? *factor : 1 / *factor)});
    } else {
      finding = &sink_.report(Kind::formula_unit, right.node->range, {sign, first, second});
    }
  }
  add_labels(*finding, *left.node, names_);
  add_labels(*finding, *right.node, names_);
}

std::optional<Dimension> common_unit(const Type& left, const Type& right) {
  if (left.zero) return right.unit;
  if (right.zero || left.unit == right.unit) return left.unit;
  for (const auto& [one, other] : {std::pair(&left.unit, &right.unit), std::pair(&right.unit, &left.unit)}) {
    if (!one->is_ratio()) continue;
    if (one->ratio == Ratio::plain && other->is_ratio()) return *other;
    if (one->ratio == Ratio::count && is_counter(*other)) return *other;
  }
  return std::nullopt;
}

std::optional<Type> common_type(std::string_view what, const Argument& left, const Argument& right,
                                TypeFaults& faults) {
  Type result = left.type;
  result.list = left.type.list || right.type.list;
  result.zero = left.type.zero && right.type.zero;
  const auto unit = common_unit(left.type, right.type);
  if (left.type.kind != right.type.kind || (left.type.kind == Type::Kind::number && !unit)) {
    faults.different(what, left, right);
    return std::nullopt;
  }
  if (left.type.kind == Type::Kind::number) result.unit = *unit;
  return result;
}

std::optional<Type> as_number(std::string_view what, const Argument& argument, TypeFaults& faults) {
  Type type = argument.type;
  if (type.kind == Type::Kind::number) return type;
  if (type.kind == Type::Kind::boolean) {
    type.kind = Type::Kind::number;
    return type;
  }
  faults.report(Kind::formula_needs_number, argument, {std::string(what)});
  return std::nullopt;
}

bool is_single(std::string_view what, const Argument& argument, TypeFaults& faults) {
  if (!argument.type.list) return true;
  faults.report(Kind::formula_needs_one_value, argument, {std::string(what)});
  return false;
}

}  // namespace shirube::expression
