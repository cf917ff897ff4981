// What happens when the system gives no more memory. Some libraries abort, some use what they did not get, some end the
// program, and a stream of the C++ library leaves out what it cannot hold. So the run ends at the first refusal, with one
// sentence and exit 4; the published edition is not touched, and the next run removes what this one left behind.
#pragma once

#include "diagnostic/diagnostic.h"

namespace shirube::cli {

// From now on, in all threads.
void end_when_out_of_memory(diagnostic::Language language);
[[noreturn]] void end_out_of_memory();

}  // namespace shirube::cli
