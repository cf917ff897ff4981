// The numbers of every pilot: from rows of CSV files to what may be shown.
#pragma once

#include <vector>

#include "check/index.h"
#include "model/pilot_result.h"

namespace shirube::check {

// One for each pilot. Rows that fit nowhere are reported with their place: unknown people, weeks, columns; doubles;
// numbers outside their range. A pilot that names unknown indicators has an empty result; that was reported before.
std::vector<model::PilotResult> measure_pilots(const model::Site& site, const Index& index, diagnostic::Sink& sink);

// The table that `path` names; null if there is none.
const model::DataFile* find_data(const model::Site& site, const std::string& path);

}  // namespace shirube::check
