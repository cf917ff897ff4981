// Addresses as a page of the site writes them: always relative, so that the site works in any folder and from file://.
#pragma once

#include <functional>
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

// The full address of a file of the site; empty where site.yaml gives no base_url. A folder's own page has the folder's
// address in `site_url`, and its own in `file_url`.
std::string file_url(const model::SiteConfig& config, std::string_view path);
std::string site_url(const model::SiteConfig& config, std::string_view path);
// Where a page's file is edited, `path` from the site's folder. `edit_url` is given.
std::string edit_url(const model::SiteConfig& config, std::string_view path);

// The glossary's anchor of a term.
std::string term_anchor(const model::Term& term);
// Where a workbook is published.
std::string workbook_path(const model::WorkbookDefinition& workbook);

// How a file writes the address of another, given by its path from the output folder.
using FileAddress = std::function<std::string(const std::string& path)>;

// Where things lead from one page. In an edition of one document every page is a chapter of it: links between pages
// stay inside, and every id carries its page's path before it.
class Addresses {
 public:
  // Whether a page is a file of its own.
  enum class Edition { pages, one_document };

  // All must outlive this. `file` gives what stands for a file (a picture, a workbook) where it is not simply linked; it
  // may be empty.
  Addresses(const model::CheckedSite& site, model::PageId page, Edition edition = Edition::pages,
            const FileAddress& file = {})
      : site_(site), page_(page), edition_(edition), file_(file) {}

  std::string page(model::PageId target, std::string_view fragment = {}) const;
  std::string file(const std::string& path) const;
  // A term without a glossary page, and a figure, lead nowhere: empty.
  std::string href(const model::Resolution& resolution) const;
  // The id that a part of this page has.
  std::string id(std::string_view part) const;
  bool one_document() const { return edition_ == Edition::one_document; }

 private:
  const model::CheckedSite& site_;
  model::PageId page_;
  Edition edition_;
  FileAddress file_;
};

}  // namespace shirube::render::html
