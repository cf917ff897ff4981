#include "check/walk.h"

namespace shirube::check {

namespace {

// Recursion is bounded: parse/markdown refuses deeper nesting than Limits::nesting.
template <class Wanted>
void walk(const model::Blocks& blocks, const std::function<void(const Wanted&)>& visit) {
  for (const model::Block& block : blocks) {
    if (const auto* wanted = std::get_if<Wanted>(&block.value)) visit(*wanted);
    if (const auto* quote = std::get_if<model::BlockQuote>(&block.value)) walk(quote->children, visit);
    if (const auto* alert = std::get_if<model::Alert>(&block.value)) walk(alert->children, visit);
    if (const auto* list = std::get_if<model::List>(&block.value)) {
      for (const model::ListItem& item : list->items) walk(item.children, visit);
    }
  }
}

}  // namespace

void for_each_directive(const model::Document& document, const std::function<void(const model::Directive&)>& visit) {
  walk(document.blocks, visit);
  for (const model::Footnote& note : document.footnotes) walk(note.children, visit);
}

void for_each_heading(const model::Document& document, const std::function<void(const model::Heading&)>& visit) {
  walk(document.blocks, visit);
  for (const model::Footnote& note : document.footnotes) walk(note.children, visit);
}

void for_each_table(const model::Document& document, const std::function<void(const model::Table&)>& visit) {
  walk(document.blocks, visit);
  for (const model::Footnote& note : document.footnotes) walk(note.children, visit);
}

}  // namespace shirube::check
