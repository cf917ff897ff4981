#include "model/person.h"

#include <algorithm>

#include "source/typed_text.h"

namespace shirube::model {

const PersonField* find_person_field(std::string_view name) {
  const std::string wanted = source::matching_key(name);
  for (const PersonField& field : person_fields) {
    for (const std::string_view each : {field.key, field.japanese, field.also}) {
      if (!each.empty() && source::matching_key(each) == wanted) return &field;
    }
  }
  return nullptr;
}

std::string number_without_zeros(std::string_view id) {
  std::string number = source::matching_key(id);
  if (!number.empty()) number.erase(0, std::min(number.find_first_not_of('0'), number.size() - 1));
  return number;
}

source::SourceRange place_of(const Person& person, std::string Person::*value) {
  for (std::size_t i = 0; i < person_fields.size() && i < person.places.size(); ++i) {
    if (person_fields[i].value == value && person.places[i]) return person.places[i];
  }
  return person.row;
}

}  // namespace shirube::model
