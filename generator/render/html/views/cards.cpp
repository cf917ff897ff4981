#include "render/html/views/views.h"
#include "render/html/writer.h"

namespace shirube::render::html {

std::string cards(const model::CardsView& view, const std::vector<std::string>& hrefs, const ViewContext&) {
  Writer writer;
  writer.open("ul", {{"class", "cards wide"}});
  for (std::size_t i = 0; i < view.cards.size(); ++i) {
    const model::CardsView::Card& card = view.cards[i];
    if (i < hrefs.size() && hrefs[i].empty()) continue;  // its page waits for approval
    writer.open("li", {{"class", "card"}});
    writer.open("a", {{"href", i < hrefs.size() ? hrefs[i] : std::string("#")}});
    writer.element("span", {{"class", "card-title"}}, card.title.value).close();
    if (!card.text.value.empty()) writer.element("p", card.text.value);
    writer.close();
  }
  writer.close();
  return std::move(writer).take();
}

}  // namespace shirube::render::html
