// The words of publish's failures: how each is reported to people.
#pragma once

#include "diagnostic/diagnostic.h"
#include "source/result.h"

namespace shirube::publish {

// Details of failures of kind unsupported; report() knows them by these texts.
inline constexpr const char* nameless_folder = "the output folder needs a name";
inline constexpr const char* mount_point = "a mount point cannot be swapped";
inline constexpr const char* not_ours = "not empty, and has no manifest of ours";
inline constexpr const char* taken_by_foreign = "a file that we did not make has the name of one that we make";
inline constexpr const char* reserved_name = "the name belongs to the list of published files";

// Turns a failure of this room into a finding that ends the run with exit 4.
void report(const source::Failure& failure, diagnostic::Sink& sink);

}  // namespace shirube::publish
