#include <map>
#include <string>
#include <vector>

#include "render/html/views/objective_forest.h"
#include "render/html/views/record_table.h"
#include "render/html/views/views.h"

namespace shirube::render::html {
namespace {

// Objectives without a category come first, then the categories in their order.
std::vector<std::vector<const model::Objective*>> by_category(const model::ObjectiveTableView& view,
                                                              const model::Records& records) {
  std::map<std::string_view, std::size_t> place;
  for (std::size_t i = 0; i < records.categories.size(); ++i) place[records.categories[i].value] = i + 1;
  std::vector<std::vector<const model::Objective*>> groups(records.categories.size() + 1);
  for (const model::Objective& objective : records.objectives) {
    if (view.level && objective.level != view.level->value) continue;
    if (view.parent && (!objective.parent || objective.parent->value != view.parent->value)) continue;
    const auto found = place.find(objective.category);
    groups[found == place.end() ? 0 : found->second].push_back(&objective);
  }
  return groups;
}

}  // namespace

std::string objective_table(const model::ObjectiveTableView& view, const model::Records& records,
                            const ViewContext& context) {
  const Words& words = context.words;
  Writer writer;
  open_record_table(writer, "objective-table", context.id, words["objective-table"],
                    {words["category"], words["objective"], words["measures"], words["owner"]});
  for (const auto& group : by_category(view, records)) {
    bool first = true;
    for (const model::Objective* objective : group) {
      writer.open("tr");
      if (first) {
        writer.element("th", {{"scope", "rowgroup"}, {"rowspan", std::to_string(group.size())}},
                       objective->category.empty() ? level_word(objective->level, words) : objective->category);
        first = false;
      }
      writer.open("td").element("strong", objective->title).text(" ");
      origin_badge(writer, objective->head.origin, words);
      if (!objective->note.empty()) writer.element("p", {{"class", "note"}}, objective->note);
      writer.close().open("td");
      std::vector<std::string> measures;
      for (const model::Measure& measure : objective->measures) {
        measures.push_back(measure_text(measure, records, words));
      }
      text_list(writer, measures);
      writer.close().element("td", objective->owner).close();
    }
  }
  close_record_table(writer);
  return std::move(writer).take();
}

}  // namespace shirube::render::html
