// Text that looks like mark-up and is none: typed with an input method, or with a missing space. Each gets a warning.
#pragma once

#include <cstddef>
#include <string_view>

#include "diagnostic/diagnostic.h"
#include "parse/markdown/content_map.h"
#include "parse/markdown/text_run.h"

namespace shirube::parse {

// How the lines of a paragraph begin: `##　見出し`, `＃ 見出し`, `1.　項目`, `:::`, rows of a table that is none.
void report_lookalike_lines(const ContentMap& map, diagnostic::Sink& sink);
// Signs in text: ＊＊太字＊＊, ｀コード｀, ［文］（a.md）, ** without a partner, [文][label] without a target.
void report_lookalike_signs(const TextRun& run, const ContentMap& map, diagnostic::Sink& sink);

// Whether a line begins with a mark of an enumeration that Markdown does not know (・ ① １． （1）): such lines stay lines.
bool begins_with_list_mark(std::string_view line);

}  // namespace shirube::parse
