#include "render/html/views/views.h"
#include "render/html/writer.h"

namespace shirube::render::html {

std::string children(const std::vector<PageLink>& pages, const ViewContext& context) {
  if (pages.empty()) {
    return std::move(Writer().element("p", {{"class", "nothing"}}, context.words["nothing-yet"])).take();
  }
  Writer writer;
  writer.open("ul", {{"class", "children"}});
  for (const PageLink& page : pages) {
    writer.open("li").element("a", {{"href", page.href}}, page.title);
    if (!page.description.empty()) writer.element("p", page.description);
    writer.close();
  }
  writer.close();
  return std::move(writer).take();
}

}  // namespace shirube::render::html
