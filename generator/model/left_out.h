// Directives of what waits for approval.
#pragma once

#include "diagnostic/diagnostic.h"
#include "model/assembly.h"
#include "model/document.h"

namespace shirube::model {

// Takes what waits out of the directives of a page, and reports it. A directive of nothing else becomes a LeftOutView.
void leave_out_withheld(Document& document, const Records& records, const Withheld& withheld, diagnostic::Sink& sink);

}  // namespace shirube::model
