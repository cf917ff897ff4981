// The seed of a random test: chosen again for each run and printed by the test; SHIRUBE_SEED=N runs an earlier one
// again.
#pragma once

#include <cstdlib>
#include <random>
#include <string>

namespace shirube::tests {

inline unsigned random_seed() {
  const char* given = std::getenv("SHIRUBE_SEED");
  return given != nullptr ? static_cast<unsigned>(std::stoul(given)) : std::random_device()();
}

}  // namespace shirube::tests
