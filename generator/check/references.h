// Links, images and roles: what each leads to.
#pragma once

#include <vector>

#include "check/index.h"
#include "model/site.h"

namespace shirube::check {

// One for each reference of each page; those that lead nowhere are reported and hold an empty ToUrl.
std::vector<std::vector<model::Resolution>> resolve_references(const model::Site& site, const Index& index,
                                                               diagnostic::Sink& sink);

// The same for the links of `cards` directives, in their order.
std::vector<std::vector<model::Resolution>> resolve_cards(const model::Site& site, const Index& index,
                                                          diagnostic::Sink& sink);

// A link as it could be on `page`, such as `../mbo/index.md#id` or `/glossary.md`.
model::Resolution resolve_link(const model::Site& site, const Index& index, model::PageId page,
                               const std::string& destination, source::SourceRange range, diagnostic::Sink& sink);

// What the links of records lead to: `see:` of terms, `evidence:` of arrows. Their rules report what leads nowhere.
std::vector<model::Resolution> resolve_record_links(const model::Site& site, const Index& index);

}  // namespace shirube::check
