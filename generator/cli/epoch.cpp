#include "cli/epoch.h"

#include <charconv>

namespace shirube::cli {

std::optional<std::int64_t> read_epoch(std::string_view text) {
  if (text.empty() || text.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
  std::int64_t seconds = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (error != std::errc() || seconds > latest_epoch) return std::nullopt;
  return seconds;
}

}  // namespace shirube::cli
