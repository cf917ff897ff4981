#include "model/left_out.h"

#include <algorithm>

#include "model/view_names.h"

namespace shirube::model {

namespace {

class LeftOut {
 public:
  LeftOut(const Records& records, const Withheld& withheld, diagnostic::Sink& sink)
      : records_(records), withheld_(withheld), sink_(sink) {}

  // Recursion is bounded: parse/markdown refuses deeper nesting than Limits::nesting.
  void walk(Blocks& blocks) const {
    for (Block& block : blocks) {
      if (auto* directive = std::get_if<Directive>(&block.value)) settle(directive->view);
      for_each_inside(block, [this](Blocks& inside) { walk(inside); });
    }
  }

 private:
  bool waits(std::string_view family, const Located<std::string>& id) const {
    const auto found = records_.names.find(std::string(family) + "/" + id.value);
    if (found == records_.names.end() || !withheld_.records.contains(found->second)) return false;
    sink_.report(diagnostic::Kind::view_withheld, id.range, {found->first});
    return true;
  }

  void settle(View& view) const {
    bool shows_nothing = false;
    for_each_name(
        view, [&](std::string_view family, const Located<std::string>& id) { shows_nothing |= waits(family, id); },
        [&](std::string_view family, std::vector<Located<std::string>>& ids) {
          if (ids.empty()) return;  // stands for all
          std::erase_if(ids, [&](const Located<std::string>& id) { return waits(family, id); });
          shows_nothing |= ids.empty();
        });
    if (shows_nothing) view = LeftOutView{};
  }

  const Records& records_;
  const Withheld& withheld_;
  diagnostic::Sink& sink_;
};

}  // namespace

void leave_out_withheld(Document& document, const Records& records, const Withheld& withheld, diagnostic::Sink& sink) {
  if (withheld.records.empty()) return;
  const LeftOut left_out(records, withheld, sink);
  left_out.walk(document.blocks);
  for (Footnote& note : document.footnotes) left_out.walk(note.children);
}

}  // namespace shirube::model
