// Short names for contents: 64 bits that distinguish two texts (not a protection against forgery). The only user of
// xxHash.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace shirube::source {

std::uint64_t fingerprint(std::string_view bytes);
// 16 hexadecimal digits.
std::string fingerprint_text(std::string_view bytes);

}  // namespace shirube::source
