#include "render/html/views/detail_section.h"

#include "render/html/views/record_table.h"

namespace shirube::render::html {

namespace {

void note(Writer& writer, const Words& words, const char* key, const std::string& text) {
  if (!text.empty()) writer.element("span", {{"class", "note"}}, words.with(key, {text}));
}

}  // namespace

void open_detail(Writer& writer, const std::string& id, const std::string& title, model::Origin origin,
                 const Words& words) {
  writer.open("section", {{"class", "phase-detail"}, {"aria-labelledby", id}});
  writer.open("p", {{"class", "phase-head"}, {"id", id}}).element("strong", title).text(" ");
  origin_badge(writer, origin, words);
  writer.close().open("dl");
}

void close_detail(Writer& writer) {
  writer.close().close();
}

void open_part(Writer& writer, const std::string& title) {
  writer.open("div", {{"class", "phase-part"}}).element("dt", title).open("dd");
}

void close_part(Writer& writer) {
  writer.close().close();
}

void text_part(Writer& writer, const std::string& title, const std::string& text) {
  if (text.empty()) return;
  open_part(writer, title);
  writer.text(text);
  close_part(writer);
}

void list_part(Writer& writer, const std::string& title, const std::vector<std::string>& texts) {
  if (texts.empty()) return;
  open_part(writer, title);
  text_list(writer, texts);
  close_part(writer);
}

void goals_part(Writer& writer, const std::vector<model::MboExample>& goals, const Words& words) {
  if (goals.empty()) return;
  open_part(writer, words["goal-examples"]);
  writer.open("ul");
  for (const model::MboExample& goal : goals) {
    writer.open("li").text(goal.title);
    note(writer, words, "goal-measures", goal.measures);
    note(writer, words, "goal-quality", goal.quality);
    note(writer, words, "goal-clearance", goal.clearance);
    if (goal.ai) {
      writer.element(
          "span", {{"class", "note"}},
          words.with("goal-ai", {goal.ai->hypothesis, goal.ai->trial, goal.ai->verification, goal.ai->feedback}));
    }
    writer.close();
  }
  writer.close();
  close_part(writer);
}

}  // namespace shirube::render::html
