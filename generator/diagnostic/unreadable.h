// How it is reported that something could not be read.
#pragma once

#include "diagnostic/diagnostic.h"

namespace shirube::diagnostic {

// Turns the failure of a read or of a listing into a finding about `failure.path`.
void report_unreadable(const Failure& failure, Sink& sink);

}  // namespace shirube::diagnostic
