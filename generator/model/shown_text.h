// Text without mark-up as a reader sees it: a role says what it shows, not how it is written.
#pragma once

#include <string>
#include <string_view>

#include "model/site.h"

namespace shirube::model {

// Of inlines of `page`.
std::string shown_text(const CheckedSite& site, PageId page, const Inlines& inlines);

// The title of a page that waits for approval, as a role names it; empty for any other.
std::string withheld_title(const Site& site, std::string_view argument);

}  // namespace shirube::model
