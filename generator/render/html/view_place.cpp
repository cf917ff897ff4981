#include "render/html/view_place.h"

namespace shirube::render::html {

std::optional<ViewPlace> find_view(const model::Site& site,
                                   const std::function<bool(const model::ParsedPage&, const model::View&)>& wanted) {
  for (std::size_t i = 0; i < site.pages.size(); ++i) {
    const model::ParsedPage& page = site.pages[i].parsed;
    std::string anchor;
    for (const model::Block& block : page.document.blocks) {
      if (const auto* heading = std::get_if<model::Heading>(&block.value)) anchor = heading->id;
      const auto* directive = std::get_if<model::Directive>(&block.value);
      if (directive != nullptr && wanted(page, directive->view)) {
        return ViewPlace{model::PageId{static_cast<std::uint32_t>(i)}, anchor};
      }
    }
  }
  return std::nullopt;
}

bool shows_path(const model::View& view, const std::string& path) {
  const auto* shown = std::get_if<model::CareerPathView>(&view);
  return shown != nullptr && shown->id.value == path;
}

}  // namespace shirube::render::html
