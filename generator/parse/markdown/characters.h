// The check of a page's bytes before anything else reads them.
#pragma once

#include "diagnostic/diagnostic.h"
#include "source/source_set.h"

namespace shirube::parse {

// Reports what is not UTF-8, control characters, characters that change the direction of text, and the two
// noncharacters that emphasis_marks.h keeps for itself. False: the text must not be read any further.
bool check_characters(const source::SourceFile& file, source::FileId id, diagnostic::Sink& sink);

}  // namespace shirube::parse
