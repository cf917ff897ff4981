// The three standard streams. Whatever a command prints goes through here, so that none of it is silently lost.
#pragma once

#include <string_view>

#include "diagnostic/diagnostic.h"

namespace shirube::cli {

// A run may be started with a stream closed. Without this the next file that is opened would get its number, and be
// written into. A closed standard output refuses what is written; a closed standard error swallows it, as requested.
void occupy_closed_streams();

// What does not arrive is remembered by the stream and reported by close_streams().
void write_output(std::string_view text);
void write_error(std::string_view text);

// The exit code of a run that would end with `code`: 4 where not all arrived that was said. Says so too, unless the
// reader of a pipe has gone, which it did on purpose.
int close_streams(int code, diagnostic::Language language);

}  // namespace shirube::cli
