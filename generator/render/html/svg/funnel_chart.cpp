#include "render/html/svg/funnel_chart.h"

#include <algorithm>

#include "render/html/svg/chart_table.h"
#include "render/html/svg/drawing.h"
#include "render/html/svg/plot.h"
#include "render/html/svg/refusal.h"
#include "render/html/svg/text_size.h"

namespace shirube::render::html {
namespace {

constexpr double bar_height = 30;
constexpr double gap = 16;
constexpr double least_bar = 6;

bool is_counted(const FunnelChart& funnel) {
  return std::all_of(funnel.stages.begin(), funnel.stages.end(), [](const auto& stage) { return stage.count; });
}

std::string count_text(const FunnelChart& funnel, const FunnelChart::Stage& stage, const Words& words) {
  if (!stage.count) return words["funnel-not-counted"];
  return words.with("funnel-count", {std::to_string(*stage.count), funnel.unit});
}

// The name above its bar, the bar in the middle of the sheet.
class FunnelPlan {
 public:
  FunnelPlan(const FunnelChart& funnel, DrawnFor drawn_for, const Words& words)
      : funnel_(funnel), sheet_(sheet_for(drawn_for)) {
    const auto stages = static_cast<double>(funnel.stages.size());
    const bool counted = is_counted(funnel);
    std::int64_t most = 1;
    for (const auto& stage : funnel.stages) most = std::max(most, stage.count.value_or(0));
    double top = 1;
    for (std::size_t i = 0; i < funnel.stages.size(); ++i) {
      const FunnelChart::Stage& stage = funnel.stages[i];
      const std::string name =
          stage.count ? words.with("chart-axis", {stage.label, count_text(funnel, stage, words)}) : stage.label;
      Row row;
      row.name = wrapped(name, sheet_.width - 2, sheet_.text, 2);
      row.note = wrapped(stage.note, sheet_.width - 2, sheet_.text, 3);
      const double part = counted ? static_cast<double>(*stage.count) / static_cast<double>(most)
                                  : (stages - static_cast<double>(i)) / stages;
      row.width = std::max(part * (sheet_.width - 2), least_bar);
      row.top = top;
      row.bar = top + lines_height(row.name, sheet_.text) + 6;
      top = row.bar + bar_height + (stage.note.empty() ? 0 : 4 + lines_height(row.note, sheet_.text)) + gap;
      rows_.push_back(std::move(row));
    }
    height_ = top - gap + 2;
  }
  double width() const { return sheet_.width; }
  double height() const { return height_; }

  void draw(Pen& pen) const {
    const double middle = sheet_.width / 2;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      const Row& row = rows_[i];
      draw_label(pen, "box-label", row.name, {1, row.top, sheet_.width - 1, row.bar}, Anchor::middle, sheet_.text);
      pen.rect(i + 1 == rows_.size() ? "box is-target" : "box",
               {middle - row.width / 2, row.bar, middle + row.width / 2, row.bar + bar_height}, 4);
      const double below = row.bar + bar_height + 4;
      draw_label(pen, "box-detail", row.note, {1, below, sheet_.width - 1, below}, Anchor::middle, sheet_.text);
    }
  }

 private:
  struct Row {
    std::vector<std::string> name;
    std::vector<std::string> note;
    double width = 0;
    double top = 0;
    double bar = 0;
  };
  const FunnelChart& funnel_;
  Sheet sheet_;
  double height_ = 0;
  std::vector<Row> rows_;
};

}  // namespace

std::string refusal(const FunnelChart& funnel, const Words& words) {
  Refusal objection(words);
  objection.needs_some(funnel.stages.size()).allows(funnel.stages.size(), most_layers);
  for (const FunnelChart::Stage& stage : funnel.stages) {
    objection.drawable(static_cast<double>(stage.count.value_or(0))).fits(stage.count.value_or(0) >= 0);
  }
  return std::move(objection).take();
}

std::string draw(const FunnelChart& funnel, const ChartPlace& place, const Words& words) {
  const FunnelPlan plan(funnel, place.drawn_for, words);
  Writer writer;
  open_drawing(writer,
               {place.id, funnel.title, sentence(funnel, words), "chart-drawing funnel", plan.width(), plan.height()});
  Pen pen(writer);
  plan.draw(pen);
  writer.close();
  return std::move(writer).take();
}

std::string sentence(const FunnelChart& funnel, const Words& words) {
  std::string text = words.with("funnel-sentence", {std::to_string(funnel.stages.size())});
  for (const FunnelChart::Stage& stage : funnel.stages) {
    text += words.with("chart-is", {stage.label, count_text(funnel, stage, words)});
    if (!stage.note.empty()) text += words.with("chart-sentence", {stage.note});
  }
  return text;
}

std::string table(const FunnelChart& funnel, const Words& words) {
  std::vector<std::vector<std::string>> rows;
  for (const FunnelChart::Stage& stage : funnel.stages) {
    rows.push_back({stage.label, count_text(funnel, stage, words), stage.note});
  }
  return chart_table(funnel.title, {{words["funnel-stage"]}, {words["funnel-number"], true}, {words["funnel-note"]}},
                     rows);
}

}  // namespace shirube::render::html
