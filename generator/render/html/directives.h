// Directives of one page as HTML: finds the records that each names and hands them to its view.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "model/site.h"
#include "render/html/href.h"
#include "render/html/page_tree.h"
#include "render/html/views/views.h"
#include "render/html/words.h"

namespace shirube::render::html {

// Ask it for the directives of a page in the order of the page: ids and card links are counted.
class Directives {
 public:
  // All must outlive this.
  Directives(const model::CheckedSite& site, const PageTree& tree, const Words& words, model::PageId page,
             const Addresses& addresses)
      : site_(site), tree_(tree), words_(words), page_(page), addresses_(addresses) {}

  std::string html(const model::Directive& directive);

 private:
  // One function for each directive: a view without one does not compile.
  struct Faces;

  PageLink page_link(model::PageId page, std::string_view fragment) const;
  // Where a path from the content folder leads; nothing if no page is there.
  std::optional<PageLink> see(const std::string& path) const;

  const model::CheckedSite& site_;
  const PageTree& tree_;
  const Words& words_;
  model::PageId page_;
  const Addresses& addresses_;
  std::size_t shown_ = 0;
  std::size_t cards_ = 0;
};

}  // namespace shirube::render::html
