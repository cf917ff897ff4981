// Where each record is in its list, by its family and its id.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>

#include "model/family.h"

namespace shirube::model {

using IdIndex = std::unordered_map<std::string, std::size_t>;

// Every family has an entry, workbooks among them.
using RecordIndex = std::map<std::string_view, IdIndex>;

}  // namespace shirube::model
