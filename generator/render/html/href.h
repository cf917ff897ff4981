// Addresses as a page of the site writes them: always relative, so that the site works in any folder and from file://.
#pragma once

#include <string>
#include <string_view>

#include "model/site.h"

namespace shirube::render::html {

// From the page at `from` to the file at `to`, both from the output folder; percent-encoded.
std::string relative_href(std::string_view from, std::string_view to);
// `../` for each folder above `from`; empty at the top.
std::string root_prefix(std::string_view from);
// `#` and the percent-encoded fragment; empty for none.
std::string fragment_href(std::string_view fragment);

// The full address of a file of the site; empty where site.yaml gives no base_url.
std::string site_url(const model::SiteConfig& config, std::string_view path);
// Where a page's file is edited. `edit_url` is given.
std::string edit_url(const model::SiteConfig& config, std::string_view source_path);

// The glossary's anchor of a term.
std::string term_anchor(const model::Term& term);
// Where a workbook is published.
std::string workbook_path(const model::WorkbookDefinition& workbook);

// Where a reference leads from `page`. A term without a glossary page, and a figure, lead nowhere: empty.
std::string href(const model::CheckedSite& site, model::PageId page, const model::Resolution& resolution);

}  // namespace shirube::render::html
