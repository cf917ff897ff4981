#include <algorithm>
#include <string>
#include <vector>

#include "render/html/svg/drawing.h"
#include "render/html/svg/layered_layout.h"
#include "render/html/svg/text_lines.h"
#include "render/html/views/objective_forest.h"
#include "render/html/views/record_table.h"
#include "render/html/views/views.h"
#include "source/format.h"

namespace shirube::render::html {
namespace {

constexpr std::size_t most_drawn = 120;
constexpr double box_width = 188;
constexpr double padding = 12;
constexpr double line_height = 18;
constexpr double label_height = 20;
constexpr int columns = 24;  // 12 Japanese characters of 13 units each
constexpr double margin = 2;

struct DrawnBox {
  std::vector<std::string> lines;
  std::string label;
  Box size;
};

DrawnBox drawn_box(const model::Objective& objective, const Words& words) {
  DrawnBox box;
  box.lines = text_lines(objective.title, columns, 3);
  box.label = level_word(objective.level, words);
  if (!objective.category.empty()) box.label += "・" + objective.category;
  box.label = text_lines(box.label, 28, 1).empty() ? box.label : text_lines(box.label, 28, 1).front();
  box.size = {box_width, padding * 1.5 + label_height + line_height * static_cast<double>(box.lines.size())};
  return box;
}

std::string curve_path(const std::vector<Point>& points) {
  if (points.empty()) return {};
  const auto place = [](const Point& point) {
    return coordinate(point.x + margin) + " " + coordinate(point.y + margin);
  };
  std::string path = "M" + place(points[0]);
  for (std::size_t i = 1; i + 2 < points.size(); i += 3) {
    path += "C" + place(points[i]) + " " + place(points[i + 1]) + " " + place(points[i + 2]);
  }
  return path;
}

void draw_box(Writer& writer, const DrawnBox& box, const Point& centre, const model::Objective& objective) {
  const double left = centre.x - box.size.width / 2 + margin;
  const double top = centre.y - box.size.height / 2 + margin;
  const char* proposal = objective.head.origin == model::Origin::proposal ? " is-proposal" : "";
  writer.open("g", {{"class", source::format("node level-{}{}", level_name(objective.level), proposal)}});
  writer.shape("rect", {{"class", "node-box"},
                        {"x", coordinate(left)},
                        {"y", coordinate(top)},
                        {"width", coordinate(box.size.width)},
                        {"height", coordinate(box.size.height)},
                        {"rx", "6"}});
  writer.shape("rect", {{"class", "node-mark"},
                        {"x", coordinate(left)},
                        {"y", coordinate(top + 8)},
                        {"width", "3"},
                        {"height", coordinate(box.size.height - 16)},
                        {"rx", "1.5"}});
  const std::string text_left = coordinate(left + padding + 3);
  double y = top + padding + 8;
  writer.element("text", {{"class", "node-label"}, {"x", text_left}, {"y", coordinate(y)}}, box.label);
  y += label_height;
  for (const std::string& line : box.lines) {
    writer.element("text", {{"class", "node-title"}, {"x", text_left}, {"y", coordinate(y)}}, line);
    y += line_height;
  }
  writer.close();
}

void draw(Writer& writer, const std::vector<ObjectiveNode>& forest, const model::Records& records,
          const ViewContext& context) {
  std::vector<DrawnBox> drawn;
  std::vector<Box> sizes;
  std::vector<Connection> connections;
  for (std::size_t i = 0; i < forest.size(); ++i) {
    drawn.push_back(drawn_box(records.objectives[forest[i].objective], context.words));
    sizes.push_back(drawn.back().size);
    if (forest[i].depth > 0) connections.push_back({forest[i].parent, i});
  }
  const LayeredLayout layout = layered_layout(sizes, connections, 34, 12);
  if (layout.centres.size() != forest.size()) return;

  writer.open("div", {{"class", "drawing-frame"},
                      {"role", "group"},
                      {"aria-label", context.words["objective-tree"]},
                      {"tabindex", "0"}});
  open_drawing(writer, {context.id, context.words["objective-tree"],
                        context.words.with("objective-tree-description", {std::to_string(forest.size())}),
                        "drawing objective-drawing", layout.width + 2 * margin, layout.height + 2 * margin});
  for (const auto& curve : layout.curves) {
    writer.shape("path", {{"class", "connection"}, {"d", curve_path(curve)}});
  }
  for (std::size_t i = 0; i < forest.size(); ++i) {
    draw_box(writer, drawn[i], layout.centres[i], records.objectives[forest[i].objective]);
  }
  writer.close().close();
}

void list_item(Writer& writer, const model::Objective& objective, const model::Records& records,
               const ViewContext& context) {
  writer.element("span", {{"class", "level"}}, level_word(objective.level, context.words));
  writer.text(" ").element("strong", objective.title).text(" ");
  origin_badge(writer, objective.head.origin, context.words);
  std::vector<std::string> measures;
  for (const model::Measure& measure : objective.measures) {
    measures.push_back(measure_text(measure, records, context.words));
  }
  if (!objective.owner.empty()) {
    writer.text(" ").element("span", {{"class", "owner"}}, context.words.with("owned-by", {objective.owner}));
  }
  if (!measures.empty()) {
    writer.open("ul", {{"class", "measures"}});
    for (const std::string& measure : measures) writer.element("li", measure);
    writer.close();
  }
  if (!objective.note.empty()) writer.element("p", {{"class", "note"}}, objective.note);
}

void nested_list(Writer& writer, const std::vector<ObjectiveNode>& forest, const model::Records& records,
                 const ViewContext& context) {
  writer.open("ul", {{"class", "objective-list"}});
  int depth = 0;
  for (std::size_t i = 0; i < forest.size(); ++i) {
    if (i > 0) {
      if (forest[i].depth > depth) {
        writer.open("ul");
      } else {
        writer.close();
        for (; depth > forest[i].depth; --depth) writer.close().close();
      }
    }
    depth = forest[i].depth;
    writer.open("li");
    list_item(writer, records.objectives[forest[i].objective], records, context);
  }
  if (!forest.empty()) {
    writer.close();
    for (; depth > 0; --depth) writer.close().close();
  }
  writer.close();
}

}  // namespace

std::string objective_tree(const model::ObjectiveTreeView& view, const model::Records& records,
                           const ViewContext& context) {
  const std::vector<ObjectiveNode> forest = objective_forest(view, records.objectives);
  Writer writer;
  if (forest.empty())
    return std::move(writer.element("p", {{"class", "nothing"}}, context.words["nothing-yet"])).take();
  writer.open("figure", {{"class", "objective-tree wide"}});
  const bool drawable = forest.size() <= most_drawn;
  if (drawable) draw(writer, forest, records, context);
  if (drawable) {
    writer.open("details", {{"class", "in-words"}}).element("summary", context.words["in-words"]);
  } else {
    writer.open("div", {{"class", "in-words"}});
  }
  nested_list(writer, forest, records, context);
  writer.close().close();
  return std::move(writer).take();
}

}  // namespace shirube::render::html
