// Which records a directive names.
#pragma once

#include <cassert>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <variant>
#include <vector>

#include "model/fields/view.h"

namespace shirube::model {

// The records that one option names.
template <class OneView, class Value, class AnyView, class One, class Some>
void for_each_name_in(const Field<OneView, Value>& field, AnyView& view, const One& one, const Some& some) {
  if (field.family.empty()) return;
  auto& value = view.*(field.member);
  if constexpr (std::is_same_v<Value, Located<std::string>>) {
    one(field.family, value);
  } else if constexpr (std::is_same_v<Value, std::optional<Located<std::string>>>) {
    if (value) one(field.family, *value);
  } else if constexpr (std::is_same_v<Value, std::vector<Located<std::string>>>) {
    some(field.family, value);
  } else {
    assert(false);  // no id has that type
  }
}

// Calls one(family, id) for each record without which the directive shows nothing, and some(family, ids) for each list
// of records of which it shows those that are there.
template <class AnyView, class One, class Some>
void for_each_name(AnyView& any, const One& one, const Some& some) {
  std::visit(
      [&](auto& view) {
        using OneView = std::remove_const_t<std::remove_reference_t<decltype(view)>>;
        if constexpr (!std::is_same_v<OneView, LeftOutView>) {
          std::apply([&](const auto&... field) { (for_each_name_in(field, view, one, some), ...); }, FieldsOf<OneView>::all);
        }
      },
      any);
}

}  // namespace shirube::model
