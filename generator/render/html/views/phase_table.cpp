#include <string>
#include <vector>

#include "render/html/plan_calendar.h"
#include "render/html/views/plan_dates.h"
#include "render/html/views/record_table.h"
#include "render/html/views/views.h"

namespace shirube::render::html {
namespace {

std::vector<std::string> titles(const std::vector<model::PlanItem>& items) {
  std::vector<std::string> texts;
  for (const model::PlanItem& item : items) texts.push_back(item.title);
  return texts;
}

std::vector<std::string> indicator_texts(const model::Phase& phase, const Words& words) {
  std::vector<std::string> texts;
  for (const model::PlanIndicator& indicator : phase.indicators) {
    texts.push_back(indicator.target.empty() ? indicator.label
                                             : words.with("label-and-value", {indicator.label, indicator.target}));
  }
  return texts;
}

}  // namespace

std::string phase_table(const model::PhaseTableView& view, const model::Plan& plan, const ViewContext& context) {
  const Words& words = context.words;
  Writer writer;
  if (view.gantt) writer.html(phase_gantt(plan, {words, context.id + "-gantt", context.plan_start}));
  open_record_table(writer, "phase-table", context.id,
                    words.with("gantt-title", {plan.title, std::to_string(plan.days.value)}),
                    {words["phase"], words["period"], words["purpose"], words["deliverables"], words["indicators"]});
  for (const model::Phase& phase : plan.phases) {
    writer.open("tr").element("th", {{"scope", "row"}}, phase.title);
    writer.open("td", {{"class", "short"}, {"data-head", words["period"]}});
    writer.text(words.with("day-span", {std::to_string(phase.first_day.value), std::to_string(phase.last_day.value)}));
    writer.element("span", {{"class", "note"}},
                   words.with("days", {std::to_string(phase.last_day.value - phase.first_day.value + 1)}));
    if (context.plan_start) {
      writer.element("span", {{"class", "note"}},
                     date_span(*context.plan_start, phase.first_day.value, phase.last_day.value, words));
    }
    writer.close().open("td", {{"data-head", words["purpose"]}});
    text_list(writer, phase.purposes);
    writer.close().open("td", {{"data-head", words["deliverables"]}});
    text_list(writer, titles(phase.deliverables));
    writer.close().open("td", {{"data-head", words["indicators"]}});
    text_list(writer, indicator_texts(phase, words));
    writer.close().close();
  }
  close_record_table(writer);
  const std::string path = plan_calendar_path(plan);
  const std::string address = context.file ? context.file(path) : path;
  if (context.plan_start && !address.empty()) {
    writer.open("p", {{"class", "calendar-file"}});
    writer.element("a", {{"href", address}, {"download", {}}}, words["calendar-file"]).close();
  }
  return std::move(writer).take();
}

}  // namespace shirube::render::html
