#include <string>
#include <unordered_set>

#include "render/html/href.h"
#include "render/html/views/views.h"
#include "render/html/writer.h"

namespace shirube::render::html {

std::string downloads(const model::DownloadsView& view, const std::vector<model::WorkbookDefinition>& workbooks,
                      const std::function<std::string(const std::string&)>& address, const ViewContext& context) {
  const Words& words = context.words;
  std::unordered_set<std::string_view> wanted;
  for (const auto& id : view.ids) wanted.insert(id.value);
  Writer writer;
  writer.open("ul", {{"class", "downloads"}});
  bool any = false;
  for (const model::WorkbookDefinition& workbook : workbooks) {
    if (!wanted.empty() && !wanted.contains(workbook.id.value)) continue;
    any = true;
    const std::string href = address(workbook_path(workbook));
    writer.open("li", {{"class", "download-card"}});
    writer.open("svg", {{"class", "file-mark"},
                        {"viewBox", "0 0 32 40"},
                        {"width", "32"},
                        {"height", "40"},
                        {"aria-hidden", "true"},
                        {"focusable", "false"}});
    writer.shape("path",
                 {{"class", "file-sheet"}, {"d", "M3 1h18l8 8v27a3 3 0 0 1-3 3H3a2 2 0 0 1-2-2V3a2 2 0 0 1 2-2z"}});
    writer.shape("path", {{"class", "file-grid"}, {"d", "M7 17h16v14H7zM7 21.7h16M7 26.3h16M12.5 17v14"}});
    writer.close();
    writer.open("div", {{"class", "download-text"}});
    writer.open("a", {{"href", href}, {"download", {}}}).text(workbook.title).close();
    if (!workbook.description.empty()) writer.element("p", workbook.description);
    writer.element("p", {{"class", "note"}}, words.with("download-note", {workbook.id.value, workbook.version.value}));
    writer.close().close();
  }
  writer.close();
  if (any) return std::move(writer).take();
  return std::move(Writer().element("p", {{"class", "nothing"}}, words["nothing-yet"])).take();
}

}  // namespace shirube::render::html
