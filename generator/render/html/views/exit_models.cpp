#include "render/html/views/chosen_records.h"
#include "render/html/views/detail_section.h"
#include "render/html/views/views.h"

namespace shirube::render::html {

std::string exit_models(const model::ExitModelsView& view, const model::Records& records, const ViewContext& context) {
  const Words& words = context.words;
  Writer writer;
  std::size_t shown = 0;
  for_each_chosen(records.exit_models, view.ids, [&](const model::ExitModel& model) {
    open_detail(writer, context.id + "-" + std::to_string(++shown), model.name, model.head.origin, words);
    text_part(writer, words["summary"], model.summary);
    list_part(writer, words["authority"], model.backing.authority);
    list_part(writer, words["support"], model.backing.support);
    list_part(writer, words["career-evidence"], model.backing.evidence);
    goals_part(writer, model.backing.examples, words);
    text_part(writer, words["safeguard"], model.safeguard);
    close_detail(writer);
  });
  return std::move(writer).take();
}

}  // namespace shirube::render::html
