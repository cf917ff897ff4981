#include <string>

#include "check/practice/practice.h"

namespace shirube::check {

void check_procedures(const model::Site& site, const Index&, diagnostic::Sink& sink) {
  constexpr std::size_t most = 10;
  for (const model::Page& page : site.pages) {
    bool is_procedure = false;
    for (const model::Block& block : page.parsed.document.blocks) {
      if (const auto* heading = std::get_if<model::Heading>(&block.value)) {
        is_procedure = model::plain_text(heading->children).find("手順") != std::string::npos;
      } else if (const auto* list = std::get_if<model::List>(&block.value);
                 list != nullptr && is_procedure && list->ordered && list->items.size() > most) {
        sink.report(diagnostic::Kind::procedure_long, list->items[most].range, {std::to_string(list->items.size())});
      }
    }
  }
}

}  // namespace shirube::check
