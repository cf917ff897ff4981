// Strict CSV (RFC 4180): UTF-8 with or without a BOM, lines that end in CRLF or LF, a header, the same number of cells
// in every row.
#pragma once

#include <cstdint>
#include <optional>

#include "diagnostic/diagnostic.h"
#include "model/csv_table.h"
#include "source/source_set.h"

namespace shirube::parse {

// strict: every column has a name of its own. loose, for files that other systems write: names may be missing or
// duplicate, and characters that no text should hold are left to whoever reads the cells.
enum class CsvColumns { strict, loose };

// Nothing if the file cannot be read as a table at all. A row that is wrong is reported and left out; a row whose cells
// hold nothing but spaces, and columns at the right end without a name and a value, as Excel leaves them behind, are
// left out in silence.
std::optional<model::CsvTable> parse_csv(const source::SourceFile& file, source::FileId id, std::int64_t most_bytes,
                                         diagnostic::Sink& sink, CsvColumns columns = CsvColumns::strict);

}  // namespace shirube::parse
