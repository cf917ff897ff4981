#include "render/html/pages.h"

#include <algorithm>
#include <memory>

#include "render/html/body.h"
#include "render/html/calculation_script.h"
#include "render/html/directives.h"
#include "render/html/href.h"
#include "render/html/page_values.h"
#include "render/html/plan_calendar.h"
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

std::string page_html(const model::CheckedSite& checked, const Theme& theme, const PageTree& tree, model::PageId id) {
  const model::Site& site = checked.site();
  const Words& words = theme.words();
  Directives directives(checked, tree, words, id);
  BodyContext context;
  context.in_site = true;
  context.words = body_words(words);
  context.href = [&](model::ReferenceId reference) { return href(checked, id, checked.resolution(id, reference)); };
  context.role = [&](const model::Role& role) { return role_html(checked, tree, words, id, role); };
  context.directive = [&](const model::Directive& directive) { return directives.html(directive); };
  std::string body = render_body(site.page(id).parsed.document, context);
  return theme.render(site.home == id ? "home" : "page", page_values(site, tree, words, id, std::move(body)));
}

}  // namespace

OutputSet render_pages(const model::CheckedSite& checked, const Theme& theme) {
  OutputSet outputs;
  // Shared by the makers of all pages, which live as long as the longest-lived of them.
  const auto tree = std::make_shared<const PageTree>(checked.site());
  for (std::size_t i = 0; i < checked.site().pages.size(); ++i) {
    const model::PageId id{static_cast<std::uint32_t>(i)};
    outputs.files.push_back(
        {checked.site().page(id).output_path, [&checked, &theme, tree, id]() -> source::Result<std::string> {
           return page_html(checked, theme, *tree, id);
         }});
  }
  for (const auto& [name, bytes] : theme.assets()) {
    const std::string* asset = &bytes;
    outputs.files.push_back({"assets/" + name, [asset]() -> source::Result<std::string> { return *asset; }});
  }
  for (const model::Calculation& calculation : checked.site().records.calculations) {
    outputs.files.push_back({calculation_script_path(calculation), [&calculation]() -> source::Result<std::string> {
                               return calculation_script(calculation);
                             }});
  }
  if (const auto start = model::parse_day(checked.site().config.plan_start)) {
    for (const model::Plan& plan : checked.site().records.plans) {
      outputs.files.push_back({plan_calendar_path(plan), [&plan, &theme, start]() -> source::Result<std::string> {
                                 return plan_calendar(plan, *start, theme.words());
                               }});
    }
  }
  std::sort(outputs.files.begin(), outputs.files.end(),
            [](const OutputFile& a, const OutputFile& b) { return a.path < b.path; });
  return outputs;
}

}  // namespace shirube::render::html
