#include <string>

#include "render/html/views/record_table.h"
#include "render/html/views/views.h"

namespace shirube::render::html {

std::string checklist(const model::Checklist& list, const ViewContext& context) {
  const Words& words = context.words;
  const std::string total = std::to_string(list.items.size());
  Writer writer;
  writer.open("fieldset", {{"class", "checklist"}, {"data-checklist", list.head.id.value}});
  writer.open("legend").text(list.title).text(" ");
  origin_badge(writer, list.head.origin, words);
  writer.close();
  if (!list.note.empty()) writer.element("p", {{"class", "note"}}, list.note);
  writer.open("ul");
  for (const model::PlanItem& item : list.items) {
    writer.open("li").open("label");
    writer.leaf("input", {{"type", "checkbox"}, {"data-item", item.id.value}});
    writer.open("span", {{"class", "item"}}).text(item.title);
    if (!item.note.empty()) writer.element("span", {{"class", "note"}}, item.note);
    writer.close().close().close();
  }
  writer.close();
  // Both need the script, which shows them.
  writer.open("p", {{"class", "checklist-state"}, {"hidden", {}}});
  writer.open("span", {{"role", "status"}, {"data-progress", words["checklist-progress"]}})
      .text(words.with("checklist-progress", {"0", total}))
      .close();
  writer.element("button", {{"type", "button"}, {"class", "plain-button"}, {"data-reset", {}}},
                 words["checklist-reset"]);
  writer.close().close();
  return std::move(writer).take();
}

}  // namespace shirube::render::html
