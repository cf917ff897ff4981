// The command line: which commands and options there are, and what their help says.
#pragma once

namespace shirube::cli {

// The whole program. Returns the exit code; 2 for a command line that makes no sense.
int run(int count, const char* const* arguments);

}  // namespace shirube::cli
