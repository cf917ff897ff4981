// Which pages and records wait for approval: marked `needs_approval: true`, and not approved in their present wording.
#pragma once

#include <string>
#include <string_view>

#include "model/assembly.h"
#include "source/source_set.h"

namespace shirube::model {

// 16 hexadecimal digits of a wording; spaces at line ends, line ends themselves and Unicode forms do not count.
std::string wording_hash(std::string_view text);

// Reports what waits, with the hash to enter, and approvals of nothing.
Withheld settle_approvals(const Parts& parts, const source::SourceSet& sources, diagnostic::Sink& sink);

}  // namespace shirube::model
