// The command line: which commands and options there are, and what their help says.
#pragma once

#include "diagnostic/diagnostic.h"

namespace shirube::cli {

// The whole program. Returns the exit code; 2 for a command line that makes no sense.
int run(int count, const char* const* arguments);

// What `--lang` or the environment requests. Help is in a language too, so it is looked for before the command
// line is read.
diagnostic::Language language_of(int count, const char* const* arguments);

}  // namespace shirube::cli
