#include "model/workbook_source.h"
#include "render/html/views/detail_section.h"
#include "render/html/views/record_table.h"
#include "render/html/views/views.h"

namespace shirube::render::html {
namespace {

void write_level(Writer& writer, const model::CareerLevel& level, const Words& words) {
  writer.open("tr").open("th", {{"scope", "row"}});
  writer.element("span", {{"class", "record-title"}}, level.label);
  writer.element("span", {{"class", "note"}}, level.scope).close().open("td").open("ul");
  for (const model::Expectation& expectation : level.expectations) {
    writer.open("li").text(expectation.text);
    for (const std::string& example : expectation.examples) {
      writer.element("span", {{"class", "note"}}, words.with("expectation-example", {example}));
    }
    writer.close();
  }
  writer.close().close().close();
}

}  // namespace

std::string career_path(const model::CareerPath& path, const model::Records& records, const ViewContext& context) {
  const Words& words = context.words;
  Writer writer;
  open_record_table(writer, "level-table", context.id, words.with("levels-of-path", {path.name}),
                    {words["level"], words["expectations"]});
  for (const model::CareerLevel& level : path.levels) write_level(writer, level, words);
  close_record_table(writer);
  open_detail(writer, context.id + "-backing", path.name, path.head.origin, words);
  text_part(writer, words["summary"], path.summary);
  text_part(writer, words["fit"], path.fit);
  list_part(writer, words["authority"], path.backing.authority);
  list_part(writer, words["support"], path.backing.support);
  list_part(writer, words["career-evidence"], path.backing.evidence);
  goals_part(writer, path.backing.examples, words);
  if (!path.transitions.empty()) {
    open_part(writer, words["transitions"]);
    writer.open("ul");
    for (const model::CareerTransition& transition : path.transitions) {
      const model::CareerPath* to = model::find_record(records.career_paths, transition.to.value);
      writer.open("li").element("strong", to != nullptr ? to->name : transition.to.value);
      writer.text(words["label-separator"]).text(transition.when);
      if (!transition.evidence.empty()) {
        writer.element("span", {{"class", "note"}}, words.with("transition-evidence", {transition.evidence}));
      }
      writer.close();
    }
    writer.close();
    close_part(writer);
  }
  text_part(writer, words["safeguard"], path.safeguard);
  close_detail(writer);
  return std::move(writer).take();
}

}  // namespace shirube::render::html
