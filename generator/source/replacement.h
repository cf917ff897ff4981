// The one way in which a file takes another one's place: written beside it, then renamed over it. Whoever reads, and a run
// that is killed or meets a full disk, finds the old bytes or the new ones, never half of them.
#pragma once

#include <string>
#include <string_view>

#include "source/descriptor.h"
#include "source/result.h"

namespace shirube::source {

// The bytes become the file `name` in `folder`, with the rights of the one that was there. A link or a folder of that
// name is refused. `shown` is for the failure only.
Result<void> replace_file(const Descriptor& folder, const std::string& name, std::string_view bytes,
                          const std::string& shown);

// The same for a file that another program has written: the file at `made`, which is on the same file system, is
// brought to the disk and becomes the file at `target`. On failure `made` stays where it is.
Result<void> rename_into_place(const std::string& made, const std::string& target);

}  // namespace shirube::source
