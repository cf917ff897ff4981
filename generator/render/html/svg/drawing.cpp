#include "render/html/svg/drawing.h"

#include <cmath>

#include "source/format.h"

namespace shirube::render::html {
namespace {

std::string axis_text(const DrawnAxis& axis) {
  return source::format("{} {} {} {}", axis.least, axis.most, coordinate(axis.begin), coordinate(axis.end));
}

}  // namespace

std::string coordinate(double value) {
  const long tenths = std::lround(value * 10);
  const char* sign = tenths < 0 ? "-" : "";
  const long size = std::labs(tenths);
  return size % 10 == 0 ? source::format("{}{}", sign, size / 10)
                        : source::format("{}{}.{}", sign, size / 10, size % 10);
}

void open_drawing(Writer& writer, const DrawingHead& head) {
  const std::string width = coordinate(head.width);
  const std::string height = coordinate(head.height);
  const std::string title_id = source::format("{}-title", head.id);
  const std::string description_id = source::format("{}-desc", head.id);
  const std::string labels = source::format("{} {}", title_id, description_id);
  const std::string box = source::format("0 0 {} {}", width, height);
  if (head.x && head.y) {
    writer.open("svg", {{"class", head.css_class},
                        {"role", "img"},
                        {"aria-labelledby", labels},
                        {"viewBox", box},
                        {"width", width},
                        {"height", height},
                        {"data-x", axis_text(*head.x)},
                        {"data-y", axis_text(*head.y)}});
  } else {
    writer.open("svg", {{"class", head.css_class},
                        {"role", "img"},
                        {"aria-labelledby", labels},
                        {"viewBox", box},
                        {"width", width},
                        {"height", height}});
  }
  writer.element("title", {{"id", title_id}}, head.title);
  writer.element("desc", {{"id", description_id}}, head.description);
}

}  // namespace shirube::render::html
