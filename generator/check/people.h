// Who is who in a list of people: assessors, organisations.
#pragma once

#include <string>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "model/person.h"
#include "model/records.h"
#include "source/source_set.h"

namespace shirube::check {

// Finds every person's assessors in the list, by number or else by name: their names, numbers and mail addresses are
// filled in where the list has them, and `assessor_key` (see model/person.h). Reports assessors that cannot be
// identified, that are spelt in several ways, or are the person; organisations that nobody else and no objective names.
// Rows whose assessor's number has lost its leading zeros are taken out; gives their numbers.
std::vector<std::string> check_people(std::vector<model::Person>& people, const model::Records& records,
                                      const source::SourceSet& sources, diagnostic::Sink& sink);

}  // namespace shirube::check
