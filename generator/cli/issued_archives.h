// One ZIP for each first assessor, and handouts.csv: whom to send which. Both follow from the lines of what was issued.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "cli/issued_files.h"
#include "cli/issued_names.h"
#include "diagnostic/diagnostic.h"

namespace shirube::cli {

// Makes the ZIPs of every template, version and period that has had some, and of `wanted`, from all `lines`. A ZIP
// whose people have all gone elsewhere is removed; one that is not as it was made stays and is reported.
source::Result<void> write_archives(IssuedFiles& folder, const std::vector<IssuedLine>& lines, const IssuedNames& names,
                                    const IssuedLine& wanted, diagnostic::Sink& sink);

}  // namespace shirube::cli
