#include "spreadsheet/chart.h"

#include <charconv>
#include <map>

#include "spreadsheet/relationships.h"
#include "spreadsheet/xml.h"

namespace shirube::spreadsheet {

using source::Result;

namespace {

constexpr std::size_t most_points = 100'000;  // of a series; what it caches beyond them is left out

std::uint32_t whole(std::string_view text) {
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? number : 0;
}

struct Anchored {
  Chart chart;
  std::string relationship;
};

// xdr:from gives the upper left corner, xdr:cNvPr the words, c:chart the part.
Result<std::vector<Anchored>> read_drawing(std::string_view part, const ReadLimits& limits) {
  std::vector<Anchored> found;
  Anchored anchor;
  bool in_from = false;
  std::string buffer;
  XmlHandlers handlers;
  handlers.start = [&](std::string_view name, const XmlAttributes& attributes) {
    buffer.clear();
    if (name.ends_with("Anchor")) anchor = {};
    if (name == "from") in_from = true;
    if (name == "cNvPr") anchor.chart.description = std::string(attributes.find("descr"));
    if (name == "chart") anchor.relationship = std::string(attributes.find("id"));
  };
  handlers.text = [&](std::string_view piece) { buffer += piece; };
  handlers.end = [&](std::string_view name) {
    if (in_from && name == "row") anchor.chart.row = whole(buffer);
    if (in_from && name == "col") anchor.chart.column = whole(buffer);
    if (name == "from") in_from = false;
    if (name.ends_with("Anchor") && !anchor.relationship.empty()) found.push_back(anchor);
  };
  if (auto read = read_xml(part, handlers, limits); !read) return read.failure();
  return found;
}

class ChartReader {
 public:
  explicit ChartReader(Chart& chart) : chart_(chart) {}

  void start(std::string_view name, const XmlAttributes& attributes) {
    buffer_.clear();
    path_.emplace_back(name);
    if (name.ends_with("Chart") && inside("plotArea")) chart_.kind = std::string(name);
    if (name == "barDir" && attributes.find("val") == "bar") chart_.kind = "barChart sideways";
    if (name == "ser") chart_.series.emplace_back();
    if (name == "dispBlanksAs") chart_.blanks = std::string(attributes.find("val"));
    if (name == "dispNaAsBlank") chart_.errors_as_blanks = attributes.find("val") == "1";
    ChartData* data = current();
    if (data == nullptr) return;
    if (name == "ptCount") {
      const std::uint32_t count = whole(attributes.find("val"));
      if (count <= most_points) data->cache.resize(count);
    }
    if (name == "pt") point_ = whole(attributes.find("idx"));
  }

  void text(std::string_view piece) { buffer_ += piece; }

  void end(std::string_view name) {
    path_.pop_back();
    ChartData* data = current();
    if (data != nullptr && name == "f") data->reference = buffer_;
    if (data != nullptr && name == "v" && point_ < data->cache.size()) data->cache[point_] = buffer_;
    if (data == nullptr && !chart_.series.empty() && name == "v" && inside("ser") && inside("tx")) {
      chart_.series.back().name = buffer_;
    }
    if (name == "t" && inside("title") && !inside("plotArea")) chart_.title += buffer_;
    buffer_.clear();
  }

 private:
  bool inside(std::string_view name) const {
    for (const std::string& each : path_) {
      if (each == name) return true;
    }
    return false;
  }

  ChartData* current() {
    if (chart_.series.empty() || !inside("ser")) return nullptr;
    if (inside("cat") || inside("xVal")) return &chart_.series.back().x;
    if (inside("val") || inside("yVal")) return &chart_.series.back().y;
    return nullptr;
  }

  Chart& chart_;
  std::vector<std::string> path_;
  std::string buffer_;
  std::uint32_t point_ = 0;
};

}  // namespace

Result<void> read_chart(std::string_view part, Chart& chart, const ReadLimits& limits) {
  ChartReader reader(chart);
  XmlHandlers handlers;
  handlers.start = [&](std::string_view name, const XmlAttributes& attributes) { reader.start(name, attributes); };
  handlers.text = [&](std::string_view piece) { reader.text(piece); };
  handlers.end = [&](std::string_view name) { reader.end(name); };
  return read_xml(part, handlers, limits);
}

Result<std::vector<Chart>> read_charts(Container& container, std::string_view sheet, const ReadLimits& limits) {
  std::vector<Chart> charts;
  const auto parts = read_relationships(container, sheet, limits);
  if (!parts) return parts.failure();
  const std::string drawing = find_part(parts.value(), "drawing");
  if (drawing.empty()) return charts;
  const auto text = container.read(drawing);
  if (!text) return text.failure();
  auto anchored = read_drawing(text.value(), limits);
  if (!anchored) return anchored.failure();
  const auto chart_parts = read_relationships(container, drawing, limits);
  if (!chart_parts) return chart_parts.failure();
  for (Anchored& anchor : anchored.value()) {
    const auto found = chart_parts.value().find(anchor.relationship);
    // Somebody else's drawing may hold other things under this name.
    if (found == chart_parts.value().end() || found->second.type != "chart" || found->second.part.empty()) continue;
    anchor.chart.part = found->second.part;
    const auto chart_text = container.read(anchor.chart.part);
    if (!chart_text) return chart_text.failure();
    if (auto read = read_chart(chart_text.value(), anchor.chart, limits); !read) return read.failure();
    charts.push_back(std::move(anchor.chart));
  }
  return charts;
}

}  // namespace shirube::spreadsheet
