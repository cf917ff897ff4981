// How the tree of a template is looked at: whatever is missing is empty.
#pragma once

#include <optional>
#include <string>

#include "source/json.h"

namespace shirube::model {

// A text itself, anything else as JSON.
std::string text_of(const source::Json& node);
std::string text_at(const source::Json& node, const char* key);
const source::Json& at(const source::Json& node, const char* key);
bool is_true(const source::Json& node, const char* key);
// What a person calls the thing: its label, title, name, id or kind.
std::string label_of(const source::Json& node);
// Null if there is none.
const source::Json* find_id(const source::Json& items, const std::string& id);
std::optional<double> number(const std::string& text);
// Whether a limit moved so that less is allowed. `upper`: it is the larger end; no limit allows everything.
bool is_narrower(const std::string& before, const std::string& after, bool upper);

}  // namespace shirube::model
