// What navigation repeatedly needs of a site's pages, prepared once.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/site.h"
#include "render/workbook_preview.h"

namespace shirube::render::html {

class PageTree {
 public:
  // `site` must outlive this.
  explicit PageTree(const model::Site& site, WorkbookPreviews previews = {});

  // The front matter's title, else the first heading of the first level, else the name of the file.
  const std::string& title(model::PageId page) const { return titles_[page.value]; }
  // The page's place among its parent's children (or among the sections).
  std::size_t place(model::PageId page) const { return places_[page.value]; }
  // The pages of the first level: the home page's children, then others without a parent.
  const std::vector<model::PageId>& sections() const { return sections_; }
  // From the first level down to the page itself; the home page is not among them.
  std::vector<model::PageId> trail(model::PageId page) const;
  // By the path from the content folder.
  std::optional<model::PageId> find(std::string_view source_path) const;
  // Null if nobody has made one.
  const WorkbookPreview* preview(const std::string& workbook) const;

 private:
  const model::Site& site_;
  WorkbookPreviews previews_;
  std::vector<std::string> titles_;
  std::vector<std::size_t> places_;
  std::vector<model::PageId> sections_;
  std::unordered_map<std::string_view, model::PageId> by_path_;
};

}  // namespace shirube::render::html
