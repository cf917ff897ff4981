#include <string>

#include "render/html/views/detail_section.h"
#include "render/html/views/plan_dates.h"
#include "render/html/views/record_table.h"
#include "render/html/views/views.h"

namespace shirube::render::html {

std::string phase_detail(const model::Phase& phase, const ViewContext& context) {
  const Words& words = context.words;
  Writer writer;
  writer.open("section", {{"class", "phase-detail"}, {"aria-labelledby", context.id}});
  writer.open("p", {{"class", "phase-head"}, {"id", context.id}});
  writer.element("strong", phase.title).text(" ");
  writer.element(
      "span", {{"class", "phase-days"}},
      words.with("day-span-and-days", {std::to_string(phase.first_day.value), std::to_string(phase.last_day.value),
                                       std::to_string(phase.last_day.value - phase.first_day.value + 1)}));
  if (context.plan_start) {
    writer.text(" ").element("span", {{"class", "phase-days"}},
                             date_span(*context.plan_start, phase.first_day.value, phase.last_day.value, words));
  }
  writer.close().open("dl");
  if (!phase.purposes.empty()) {
    open_part(writer, words["purpose"]);
    text_list(writer, phase.purposes);
    close_part(writer);
  }
  if (!phase.deliverables.empty()) {
    open_part(writer, words["deliverables"]);
    writer.open("ul");
    for (const model::PlanItem& item : phase.deliverables) {
      writer.open("li").text(item.title);
      if (!item.note.empty()) writer.element("span", {{"class", "note"}}, item.note);
      writer.close();
    }
    writer.close();
    close_part(writer);
  }
  if (!phase.tasks.empty()) {
    open_part(writer, words["tasks"]);
    writer.open("ol", {{"class", "tasks"}});
    for (const model::PlanTask& task : phase.tasks) {
      writer.open("li").text(task.title);
      if (task.week) {
        writer.text(" ").element("span", {{"class", "week-mark"}},
                                 words.with("in-week", {std::to_string(task.week->value)}));
      }
      writer.close();
    }
    writer.close();
    close_part(writer);
  }
  if (!phase.indicators.empty()) {
    open_part(writer, words["indicators"]);
    writer.open("ul");
    for (const model::PlanIndicator& indicator : phase.indicators) {
      writer.open("li").text(indicator.label);
      if (!indicator.target.empty()) writer.text(words["label-separator"]).element("strong", indicator.target);
      writer.close();
    }
    writer.close();
    close_part(writer);
  }
  if (!phase.communication.empty()) {
    open_part(writer, words["communication"]);
    text_list(writer, phase.communication);
    close_part(writer);
  }
  writer.close().close();
  return std::move(writer).take();
}

}  // namespace shirube::render::html
