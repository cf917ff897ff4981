// What all records carry, whatever they are about.
#pragma once

#include <string>

#include "source/range.h"

namespace shirube::model {

using source::Located;
using source::SourceRange;

// Whether the company has decided it, or somebody proposes it. A proposal is never shown as a decided rule.
enum class Origin { company, proposal };

// What all records carry. Ids: lower-case ASCII words joined by `-`, parts joined by `.`; unique in their family.
struct RecordHead {
  Located<std::string> id;
  Origin origin = Origin::proposal;
  Located<std::string> audience;  // empty: everyone
  bool needs_approval = false;    // published with an approval only
  SourceRange range;              // the record's whole text
};

}  // namespace shirube::model
