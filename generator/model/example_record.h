// A record of each family as the reference shows it, made of the examples of its fields.
#pragma once

#include <string>

#include "model/description.h"

namespace shirube::model {

// YAML: the family's key, and below it a record with what is required; `also`, if given, is one field more.
std::string example_record(const FamilyDescription& family, const FieldDescription* also = nullptr);

}  // namespace shirube::model
