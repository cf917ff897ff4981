// SOURCE_DATE_EPOCH, as https://reproducible-builds.org/specs/source-date-epoch/ has it.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace shirube::cli {

constexpr std::int64_t latest_epoch = 253'402'300'799;  // 9999-12-31 23:59:59 UTC: later years have five digits

// Seconds since 1970; nothing unless `text` is a whole number in the range, in digits alone.
std::optional<std::int64_t> read_epoch(std::string_view text);

}  // namespace shirube::cli
