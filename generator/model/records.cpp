#include "model/records.h"

namespace shirube::model {

Records::Records() = default;
Records::Records(Records&& other) noexcept = default;
Records& Records::operator=(Records&& other) noexcept = default;
Records::~Records() = default;

}  // namespace shirube::model
