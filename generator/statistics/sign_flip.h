// The exact test that assumes nothing about a distribution: if nothing had changed, each difference could as well have
// had the other sign.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace shirube::statistics {

// All 2^n patterns of signs are looked at, up to this n; beyond it there is no p.
inline constexpr std::size_t most_sign_flip_differences = 20;

// Two-sided: the share of patterns whose sum is at least as far from 0 as the one seen. Nothing for no differences or
// more than most_sign_flip_differences.
std::optional<double> sign_flip_p(const std::vector<double>& differences);

// The smallest two-sided p that n differences can give: 2 ÷ 2^n (0.0625 for five).
double least_sign_flip_p(std::size_t count);

}  // namespace shirube::statistics
