// Cycles, reviews, interviews, forms of business and contrasts.
#include "render/html/svg/chart_figure.h"
#include "render/html/svg/cycle_chart.h"
#include "render/html/svg/role_map.h"
#include "render/html/views/record_table.h"
#include "render/html/views/views.h"

namespace shirube::render::html {
namespace {

// Today's forms lead to the others, and each form to what is paid for.
RoleMap map_of(const std::vector<model::BusinessForm>& forms, const Words& words) {
  RoleMap map;
  map.title = words["form-map"];
  map.layers = {words["business-today"], words["business-next"], words["business-value"]};
  for (const model::BusinessForm& form : forms) map.nodes.push_back({form.is_today ? 0U : 1U, form.name});
  for (std::size_t from = 0; from < forms.size(); ++from) {
    if (!forms[from].is_today) continue;
    for (std::size_t to = 0; to < forms.size(); ++to) {
      if (!forms[to].is_today) map.steps.push_back({from, to});
    }
  }
  for (std::size_t i = 0; i < forms.size(); ++i) {
    if (forms[i].is_today) {
      map.nodes[i].label = words.with("chart-axis", {forms[i].name, forms[i].value});
      continue;
    }
    map.steps.push_back({i, map.nodes.size()});
    map.nodes.push_back({2, forms[i].value});
  }
  return map;
}

}  // namespace

std::string cycle(const model::Cycle& cycle, const ViewContext& context) {
  const CycleChart drawing{cycle.title, cycle.before_title, cycle.before, cycle.steps};
  Writer writer;
  writer.html(chart_figure(drawing, context.id, context.words));
  if (!cycle.note.empty()) writer.element("p", {{"class", "note"}}, cycle.note);
  return std::move(writer).take();
}

std::string reviews(const std::vector<model::Review>& reviews, const ViewContext& context) {
  const Words& words = context.words;
  Writer writer;
  open_record_table(writer, "review-table", context.id, words["reviews"],
                    {words["review"], words["review-when"], words["review-topics"], words["review-kept"]});
  for (const model::Review& review : reviews) {
    open_record_row(writer, review.title, review.head.origin, words);
    writer.close().element("td", review.when).element("td", review.topics).element("td", review.kept).close();
  }
  close_record_table(writer);
  return std::move(writer).take();
}

std::string interview(const model::Interview& interview, const ViewContext& context) {
  const Words& words = context.words;
  Writer writer;
  const std::string minutes = std::to_string(interview.minutes.value);
  open_record_table(writer, "interview-table", context.id, words.with("interview-table", {interview.title, minutes}),
                    {words["interview-time"], words["interview-who"], words["interview-what"]});
  for (const model::Interview::Part& part : interview.parts) {
    writer.open("tr").element("th", {{"scope", "row"}},
                              words.with("interview-minutes", {std::to_string(part.minutes.value)}));
    writer.element("td", part.who).element("td", part.text).close();
  }
  close_record_table(writer);
  if (!interview.questions.empty()) {
    writer.element("p", {{"class", "list-name"}}, words["interview-questions"]);
    text_list(writer, interview.questions);
  }
  return std::move(writer).take();
}

std::string business_forms(const std::vector<model::BusinessForm>& forms, const ViewContext& context) {
  const Words& words = context.words;
  Writer writer;
  if (!forms.empty()) writer.html(chart_figure(map_of(forms, words), context.id + "-map", words));
  open_record_table(writer, "business-table", context.id, words["business-forms"],
                    {words["business-form"], words["business-work"], words["business-value"], words["business-sign"],
                     words["business-step"]});
  for (const model::BusinessForm& form : forms) {
    open_record_row(writer, form.name, form.head.origin, words);
    writer.close();
    for (const std::string* text : {&form.work, &form.value, &form.sign, &form.first_step}) {
      writer.element("td", text->empty() ? "—" : *text);
    }
    writer.close();
  }
  close_record_table(writer);
  return std::move(writer).take();
}

std::string contrast(const model::Contrast& contrast, const ViewContext& context) {
  Writer writer;
  const std::vector<std::string_view> columns(contrast.columns.begin(), contrast.columns.end());
  open_record_table(writer, "contrast-table", context.id, contrast.title, columns);
  for (const model::Contrast::Row& row : contrast.rows) {
    writer.open("tr").element("th", {{"scope", "row"}}, row.before).element("td", row.after);
    if (columns.size() == 3) writer.element("td", row.way);
    writer.close();
  }
  close_record_table(writer);
  return std::move(writer).take();
}

}  // namespace shirube::render::html
