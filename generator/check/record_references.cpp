// Every id of a record leads to a record of the family that its field names (model/fields).
#include <concepts>
#include <optional>
#include <tuple>
#include <type_traits>
#include <vector>

#include "check/rules.h"
#include "model/family.h"
#include "model/fields/calculation.h"
#include "model/fields/career.h"
#include "model/fields/guide.h"
#include "model/fields/logic.h"
#include "model/fields/measurement.h"
#include "model/fields/plan.h"
#include "model/fields/strategy.h"
#include "model/fields/wording.h"

namespace shirube::check {

namespace {

using diagnostic::Sink;
using model::FieldFacts;
using source::Located;

// What holds no id.
template <class Value>
concept Plain = std::is_arithmetic_v<Value> || std::is_enum_v<Value> || std::same_as<Value, std::string> ||
                std::same_as<Value, model::Unit> || std::same_as<Value, model::Quantity> ||
                std::same_as<Value, model::StatedValue> || std::same_as<Value, expression::Expression> ||
                std::same_as<Value, expression::NumberFormat>;

struct Walk {
  const model::RecordIndex& known;
  Sink& sink;

  template <Plain Value>
  void look(const FieldFacts&, const Value&) const {}
  template <class Value>
  void look(const FieldFacts&, const Located<Value>&) const {}
  void look(const FieldFacts& facts, const Located<std::string>& id) const {
    if (facts.family.empty() || id.value.empty()) return;
    const IdIndex& family = known.at(facts.family);
    if (!family.contains(id.value)) report_unknown(id, std::string(facts.family), family, sink);
  }
  template <class Value>
  void look(const FieldFacts& facts, const std::optional<Value>& value) const {
    if (value) look(facts, *value);
  }
  template <class Value>
  void look(const FieldFacts& facts, const std::vector<Value>& values) const {
    for (const Value& value : values) look(facts, value);
  }
  template <model::Described Struct>
  void look(const FieldFacts&, const Struct& inner) const {
    look_through(inner);
  }

  template <class Owner, class Value>
  void look_at(const Owner& owner, const model::Field<Owner, Value>& field) const {
    look(field, owner.*(field.member));
  }
  // Fields that exclude each other may share a member.
  template <class Owner, class Value>
  void look_at(const Owner& owner, const model::OwnField<Owner, Value>& field) const {
    if (field.instead_of.empty()) look(field, owner.*(field.member));
  }
  template <class Owner, class Value>
  void look_at(const Owner& owner, const model::Part<Owner, Value>& part) const {
    look_through(owner.*(part.member));
  }
  template <model::Described Struct>
  void look_through(const Struct& record) const {
    std::apply([&](const auto&... field) { (look_at(record, field), ...); }, model::FieldsOf<Struct>::all);
  }
};

}  // namespace

void check_record_references(const model::Site& site, const Index& index, Sink& sink) {
  const Walk walk{index.records, sink};
  model::for_each_family([&](const auto& family) {
    for (const auto& record : site.records.*(family.records)) walk.look_through(record);
  });
}

}  // namespace shirube::check
