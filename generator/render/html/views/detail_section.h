// A record in full: a heading and parts, each a name with what belongs to it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/mbo_example.h"
#include "render/html/words.h"
#include "render/html/writer.h"

namespace shirube::render::html {

// Opens the section and, after its heading, the list of parts; close_detail closes both. `id` names the heading.
void open_detail(Writer& writer, const std::string& id, const std::string& title, model::Origin origin,
                 const Words& words);
void close_detail(Writer& writer);

void open_part(Writer& writer, const std::string& title);
void close_part(Writer& writer);

// Parts that are left out if there is nothing to say.
void text_part(Writer& writer, const std::string& title, const std::string& text);
void list_part(Writer& writer, const std::string& title, const std::vector<std::string>& texts);
// Goals as they could be on an MBO sheet.
void goals_part(Writer& writer, const std::vector<model::MboExample>& goals, const Words& words);

}  // namespace shirube::render::html
