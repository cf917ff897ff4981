#include "render/html/page_tree.h"

#include <algorithm>
#include <utility>

namespace shirube::render::html {
namespace {

std::string page_title(const model::ParsedPage& page) {
  if (!page.front_matter.title.value.empty()) return page.front_matter.title.value;
  for (const model::HeadingEntry& heading : page.headings) {
    if (heading.level == 1 && !heading.text.empty()) return heading.text;
  }
  std::string name = page.source_path.substr(page.source_path.rfind('/') + 1);
  return name.substr(0, name.rfind('.'));
}

}  // namespace

PageTree::PageTree(const model::Site& site, WorkbookPreviews previews)
    : site_(site), previews_(std::move(previews)), places_(site.pages.size(), 0) {
  for (std::size_t i = 0; i < site.pages.size(); ++i) {
    const model::Page& page = site.pages[i];
    const model::PageId id{static_cast<std::uint32_t>(i)};
    titles_.push_back(page_title(page.parsed));
    by_path_.emplace(page.parsed.source_path, id);
    for (std::size_t place = 0; place < page.children.size(); ++place) places_[page.children[place].value] = place;
  }
  if (site.home) sections_ = site.page(*site.home).children;
  for (std::size_t i = 0; i < site.pages.size(); ++i) {
    const model::PageId id{static_cast<std::uint32_t>(i)};
    if (!site.pages[i].parent && id != site.home) {
      places_[i] = sections_.size();
      sections_.push_back(id);
    }
  }
}

const WorkbookPreview* PageTree::preview(const std::string& workbook) const {
  const auto found = previews_.find(workbook);
  return found == previews_.end() ? nullptr : &found->second;
}

std::vector<model::PageId> PageTree::trail(model::PageId page) const {
  std::vector<model::PageId> trail;
  for (std::optional<model::PageId> at = page; at && at != site_.home; at = site_.page(*at).parent) {
    trail.push_back(*at);
  }
  std::reverse(trail.begin(), trail.end());
  return trail;
}

std::optional<model::PageId> PageTree::find(std::string_view source_path) const {
  const auto found = by_path_.find(source_path);
  return found == by_path_.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace shirube::render::html
