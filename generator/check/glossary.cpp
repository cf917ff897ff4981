#include "check/references.h"
#include "check/rules.h"
#include "check/walk.h"

namespace shirube::check {

using diagnostic::Kind;

void check_glossary(const model::Site& site, const Index& index, diagnostic::Sink& sink) {
  if (site.home) {
    for (const model::Term& term : site.records.terms) {
      if (!term.see) continue;
      resolve_link(site, index, *site.home, "/" + term.see->value, term.see->range, sink);
    }
  }
  const model::Page* first = nullptr;
  for (const model::Page& page : site.pages) {
    for_each_directive(page.parsed.document, [&](const model::Directive& directive) {
      if (!std::holds_alternative<model::GlossaryView>(directive.view)) return;
      if (first != nullptr) {
        sink.report(Kind::second_glossary, {page.parsed.file, 0, 0}, {first->parsed.source_path});
      } else {
        first = &page;
      }
    });
  }
}

}  // namespace shirube::check
