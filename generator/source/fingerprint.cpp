#include "source/fingerprint.h"

#include <xxhash.h>

#include "source/format.h"

namespace shirube::source {

std::uint64_t fingerprint(std::string_view bytes) {
  return XXH3_64bits(bytes.data(), bytes.size());
}

std::string fingerprint_text(std::string_view bytes) {
  return format("{:016x}", fingerprint(bytes));
}

}  // namespace shirube::source
