// The instant at which the new edition takes the place of the last one.
#pragma once

#include <functional>
#include <string>

#include "publish/edition.h"
#include "publish/place.h"
#include "source/result.h"

namespace shirube::publish {

// How to swap; tests force the second way and interrupt it.
struct SwapMethod {
  bool exchange = true;                   // false: behave as on a file system without renameat2(RENAME_EXCHANGE)
  std::function<void()> between_renames;  // may be empty
};

enum class Swapped {
  placed,     // there was no edition
  exchanged,  // the last edition is where the new one was
  renamed,    // the last edition is at place.last_name()
};

// Moves the folder `from`, named from the place's parent, to the place. `last` is what read_edition found there. On
// failure the last edition is where it was, or where recover_last() finds it.
source::Result<Swapped> swap_in(const Place& place, const std::string& from, const Edition& last,
                                const SwapMethod& method);

// Puts an edition back that a run killed between two renames left aside, or retires one that it left behind. The lock
// is held.
source::Result<void> recover_last(const Place& place);

}  // namespace shirube::publish
