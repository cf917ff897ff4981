// A record of each family, made of the examples of its fields: as the reference shows it, and as `shirube new` begins one.
#pragma once

#include <string>
#include <string_view>

#include "model/description.h"

namespace shirube::model {

// YAML: the family's key, and below it a record with what is required; `also`, if given, is one field more.
std::string example_record(const FamilyDescription& family, const FieldDescription* also = nullptr);

// The same to be filled in: with the texts of the fields as comments, and the optional fields commented out.
std::string skeleton_record(const FamilyDescription& family, std::string_view id, bool japanese);

}  // namespace shirube::model
