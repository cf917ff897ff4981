#include "render/html/views/chosen_records.h"
#include "render/html/views/detail_section.h"
#include "render/html/views/views.h"

namespace shirube::render::html {

std::string proposals(const model::ProposalsView& view, const model::Records& records, const ViewContext& context) {
  const Words& words = context.words;
  Writer writer;
  std::size_t shown = 0;
  for_each_chosen(records.proposals, view.ids, [&](const model::Proposal& proposal) {
    open_detail(writer, context.id + "-" + std::to_string(++shown), proposal.title, proposal.head.origin, words);
    text_part(writer, words["problem"], proposal.problem);
    text_part(writer, words["idea"], proposal.idea);
    list_part(writer, words["ways"], proposal.ways);
    text_part(writer, words["effect"], proposal.effect);
    goals_part(writer, proposal.examples, words);
    text_part(writer, words["safeguard"], proposal.safeguard);
    close_detail(writer);
  });
  return std::move(writer).take();
}

}  // namespace shirube::render::html
