// The frame that tables of records share: it scrolls sideways by itself and can be reached by keyboard.
#pragma once

#include <string_view>
#include <vector>

#include "model/records.h"
#include "render/html/words.h"
#include "render/html/writer.h"

namespace shirube::render::html {

// Opens frame, table, caption, head and body; close_record_table closes them all. `id` names the caption. On a phone
// the rows of a table whose cells name their column (data-head) are below each other, see tables.css.
void open_record_table(Writer& writer, std::string_view css_class, std::string_view id, std::string_view caption,
                       const std::vector<std::string_view>& columns);
void close_record_table(Writer& writer);

// Opens a row with its head: the name of a record, as a link if there is a `href`, and where the record comes from. The
// head stays open for what else it says.
void open_record_row(Writer& writer, std::string_view name, model::Origin origin, const Words& words,
                     std::string_view href = {});

// 会社決定 or 提案.
void origin_badge(Writer& writer, model::Origin origin, const Words& words);
// <ul> of texts; nothing for none.
void text_list(Writer& writer, const std::vector<std::string>& texts);

}  // namespace shirube::render::html
