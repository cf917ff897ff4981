// Roles, readings, links and emphasis that were begun and are none, and marks that other tools know: each stays as text,
// and gets a warning.
#pragma once

#include <string_view>

#include "diagnostic/diagnostic.h"
#include "parse/markdown/content_map.h"
#include "parse/markdown/text_run.h"

namespace shirube::parse {

// {value}`sales, {value} `sales`, ｛value｝`sales`, {漢字|}, [名](a.md, [名] (a.md), は__強調__の, ＊強調＊, [[page]], ==強調==
void report_unfinished_marks(const TextRun& run, const ContentMap& map, diagnostic::Sink& sink);

// ！[図](a.png): the link at `begin` leads to a picture that was meant to be shown.
void report_wide_picture(const ContentMap& map, std::size_t begin, std::string_view destination, diagnostic::Sink& sink);

}  // namespace shirube::parse
