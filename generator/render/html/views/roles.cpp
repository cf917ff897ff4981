#include <algorithm>

#include "model/workbook_source.h"
#include "render/html/svg/chart_figure.h"
#include "render/html/svg/role_map.h"
#include "render/html/views/record_table.h"
#include "render/html/views/views.h"

namespace shirube::render::html {
namespace {

template <class Record>
std::string names(const std::vector<model::Located<std::string>>& ids, const std::vector<Record>& family,
                  const Words& words) {
  std::string all;
  for (const auto& id : ids) {
    const Record* record = model::find_record(family, id.value);
    if (record != nullptr) all += (all.empty() ? "" : words["list-separator"]) + record->name;
  }
  return all.empty() ? "—" : all;
}

// Of the paths those that a role leads to.
RoleMap map_of(const model::Records& records, const Words& words) {
  RoleMap map;
  map.title = words["roles"];
  map.layers = {words["role"], words["path"]};
  for (const model::WorkRole& role : records.roles) map.nodes.push_back({0, role.name});
  for (const model::CareerPath& path : records.career_paths) {
    const std::size_t node = map.nodes.size();
    for (std::size_t i = 0; i < records.roles.size(); ++i) {
      const auto& paths = records.roles[i].paths;
      const bool leads =
          std::any_of(paths.begin(), paths.end(), [&](const auto& id) { return id.value == path.head.id.value; });
      if (!leads) continue;
      if (map.nodes.size() == node) map.nodes.push_back({1, path.name});
      map.steps.push_back({i, node});
    }
  }
  return map;
}

}  // namespace

std::string roles(const model::Records& records, const ViewContext& context) {
  const Words& words = context.words;
  Writer writer;
  if (!records.roles.empty()) writer.html(chart_figure(map_of(records, words), context.id + "-map", words));
  open_record_table(
      writer, "role-table", context.id, words["roles"],
      {words["role"], words["summary"], words["deliverables"], words["role-models"], words["role-paths"]});
  for (const model::WorkRole& role : records.roles) {
    open_record_row(writer, role.name, role.head.origin, words);
    writer.close().element("td", role.summary).open("td");
    text_list(writer, role.deliverables);
    writer.close().element("td", names(role.models, records.exit_models, words));
    writer.element("td", names(role.paths, records.career_paths, words)).close();
  }
  close_record_table(writer);
  return std::move(writer).take();
}

}  // namespace shirube::render::html
