#include "render/html/page_body.h"

#include "render/html/body.h"
#include "render/html/directives.h"
#include "render/html/roles.h"

namespace shirube::render::html {
namespace {

BodyWords body_words(const Words& words) {
  return {{words["alert-note"], words["alert-tip"], words["alert-important"], words["alert-warning"],
           words["alert-caution"]},
          words["permalink"],
          words["table"],
          words["footnotes"],
          words["back-to-text"]};
}

}  // namespace

std::string page_body(const model::CheckedSite& site, const PageTree& tree, const Words& words, model::PageId page,
                      const Addresses& addresses) {
  Directives directives(site, tree, words, page, addresses);
  BodyContext context;
  context.in_site = true;
  context.words = body_words(words);
  context.href = [&](model::ReferenceId reference) { return addresses.href(site.resolution(page, reference)); };
  context.picture_size = [&](model::ReferenceId reference) -> std::optional<model::PictureSize> {
    const auto* asset = std::get_if<model::ToAsset>(&site.resolution(page, reference));
    if (asset == nullptr) return std::nullopt;
    const auto found = site.site().pictures.find(asset->path);
    return found == site.site().pictures.end() ? std::nullopt : std::optional(found->second);
  };
  context.open_details = addresses.one_document();
  context.id = [&](std::string_view part) { return addresses.id(part); };
  context.role = [&](const model::Role& role) { return role_html(site, tree, words, page, addresses, role); };
  context.directive = [&](const model::Directive& directive) { return directives.html(directive); };
  return render_body(site.site().page(page).parsed.document, context);
}

}  // namespace shirube::render::html
