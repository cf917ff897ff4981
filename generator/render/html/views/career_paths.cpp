#include <algorithm>

#include "render/html/svg/bridge_matrix.h"
#include "render/html/svg/chart_figure.h"
#include "render/html/views/record_table.h"
#include "render/html/views/views.h"

namespace shirube::render::html {
namespace {

// Paths with the same levels are below each other in one ladder.
std::string ladders(const std::vector<model::CareerPath>& paths, const ViewContext& context) {
  std::vector<BridgeMatrix> ladders;
  for (const model::CareerPath& path : paths) {
    std::vector<std::string> columns = {context.words["path"]};
    std::vector<std::string> row = {path.name};
    for (const model::CareerLevel& level : path.levels) {
      columns.push_back(level.label);
      row.push_back(level.scope);
    }
    const auto same = std::find_if(ladders.begin(), ladders.end(),
                                   [&](const BridgeMatrix& ladder) { return ladder.columns == columns; });
    BridgeMatrix& ladder = same != ladders.end() ? *same : ladders.emplace_back();
    ladder.title = context.words["path-ladder"];
    ladder.columns = std::move(columns);
    ladder.rows.push_back(std::move(row));
  }
  std::string html;
  for (std::size_t i = 0; i < ladders.size(); ++i) {
    html += chart_figure(ladders[i], context.id + "-ladder-" + std::to_string(i + 1), context.words);
  }
  return html;
}

}  // namespace

std::string career_paths(const model::Records& records,
                         const std::function<std::optional<PageLink>(const std::string&)>& see,
                         const ViewContext& context) {
  const Words& words = context.words;
  Writer writer;
  writer.html(ladders(records.career_paths, context));
  open_record_table(writer, "path-table", context.id, words["paths"],
                    {words["path"], words["summary"], words["authority"], words["support"]});
  for (const model::CareerPath& path : records.career_paths) {
    const auto page = see(path.head.id.value);
    open_record_row(writer, path.name, path.head.origin, words, page ? page->href : std::string());
    writer.close()
        .element("td", {{"data-head", words["summary"]}}, path.summary)
        .open("td", {{"data-head", words["authority"]}});
    text_list(writer, path.backing.authority);
    writer.close().open("td", {{"data-head", words["support"]}});
    text_list(writer, path.backing.support);
    writer.close().close();
  }
  close_record_table(writer);
  return std::move(writer).take();
}

}  // namespace shirube::render::html
