#include "diagnostic/suggestion.h"

#include <algorithm>

#include "source/unicode.h"

namespace shirube::diagnostic {

namespace {

std::vector<char32_t> folded(std::string_view text) {
  return source::code_points(source::fold_case(source::to_nfkc(text)));
}

// Optimal string alignment: insertion, deletion, replacement, swap of neighbours.
std::size_t edit_distance(const std::vector<char32_t>& a, const std::vector<char32_t>& b) {
  std::vector<std::vector<std::size_t>> cost(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) cost[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j) cost[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      cost[i][j] =
          std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
      }
    }
  }
  return cost[a.size()][b.size()];
}

}  // namespace

std::string near_miss(std::string_view written, const std::vector<std::string_view>& candidates) {
  constexpr std::size_t longest = 64;  // a typo lives in a short name; keeps the table small
  const auto wanted = folded(written);
  if (wanted.empty() || wanted.size() > longest) return {};
  std::string_view best;
  std::size_t best_distance = 5;
  for (const std::string_view candidate : candidates) {
    if (candidate.size() > longest * 4) continue;
    const auto name = folded(candidate);
    const std::size_t allowed = std::min<std::size_t>(4, (std::max(wanted.size(), name.size()) + 2) / 3);
    const std::size_t distance = edit_distance(wanted, name);
    if (distance <= allowed && distance < best_distance) {
      best = candidate;
      best_distance = distance;
    }
  }
  return std::string(best);
}

std::string near_miss(std::string_view written, const std::vector<std::string>& candidates) {
  return near_miss(written, std::vector<std::string_view>(candidates.begin(), candidates.end()));
}

}  // namespace shirube::diagnostic
