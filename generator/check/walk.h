// Visits the directives, headings and tables of a document, wherever they are.
#pragma once

#include <functional>
#include <vector>

#include "model/document.h"

namespace shirube::check {

// In document order.
void for_each_directive(const model::Document& document, const std::function<void(const model::Directive&)>& visit);
void for_each_heading(const model::Document& document, const std::function<void(const model::Heading&)>& visit);
void for_each_table(const model::Document& document, const std::function<void(const model::Table&)>& visit);

}  // namespace shirube::check
