#include "render/html/inline_text.h"

#include "model/shown_text.h"

namespace shirube::render::html {

std::string inline_text(const model::Inlines& inlines, const TextScope& scope) {
  return model::shown_text(scope.site, scope.page, inlines);
}

}  // namespace shirube::render::html
