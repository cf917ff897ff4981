// `when:` of a template: `name`, `$i.unit = %`, `$i.target.kind in [ratio, absolute]`.
#pragma once

#include "parse/expansion/text.h"

namespace shirube::parse {

// False, too, if it is not a condition, which has been reported.
bool holds(const TemplateText& condition, ExpansionRun& run);

}  // namespace shirube::parse
