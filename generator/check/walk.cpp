#include "check/walk.h"

namespace shirube::check {

namespace {

// Recursion is bounded: parse/markdown refuses deeper nesting than Limits::nesting.
template <class Wanted>
void walk(const model::Blocks& blocks, const std::function<void(const Wanted&)>& visit) {
  for (const model::Block& block : blocks) {
    if (const auto* wanted = std::get_if<Wanted>(&block.value)) visit(*wanted);
    model::for_each_inside(block, [&](const model::Blocks& inside) { walk(inside, visit); });
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
