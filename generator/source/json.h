// JSON values whose members keep the order in which they were written. The only door to nlohmann-json.
#pragma once

#include <nlohmann/json.hpp>

namespace shirube::source {

using Json = nlohmann::ordered_json;

}  // namespace shirube::source
