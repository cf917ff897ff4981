// What a template takes from the person that a workbook is made for.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/period.h"
#include "model/person.h"
#include "model/workbook.h"
#include "render/xlsx/plan.h"

namespace shirube::render::xlsx {

// A field of a form with `from: {person: …}` or `from: {term: …}`.
struct PersonalField {
  std::string key;       // as WorkbookTemplate::fill knows it
  std::string property;  // a person_fields key, or period_field; of a term first, last or title
  bool of_term = false;
  std::int64_t longest = 0;  // as many characters as its cell shows; 0: it takes no text
  const model::FieldDefinition* field = nullptr;
};
// In the order of the sheets. `definition` outlives them; `planned` are its WorkbookTemplate::fields().
std::vector<PersonalField> personal_fields(const model::WorkbookDefinition& definition,
                                           const std::vector<PlannedField>& planned);

// What is issued for: the title of the term and its record if there is one, else the period as it was typed.
struct IssuedPeriod {
  std::string text;
  const model::Period* term = nullptr;
};

// Texts, and dates in fields for dates: a leading zero stays, a formula start stays a text. What the person lacks stays
// blank.
WorkbookTemplate::Values personal_values(const std::vector<PersonalField>& fields, const model::Person& person,
                                         const IssuedPeriod& period);
// Empty for a property that is none.
std::string personal_text(const model::Person& person, const PersonalField& field, const IssuedPeriod& period);

}  // namespace shirube::render::xlsx
