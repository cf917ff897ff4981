#include "render/html/redirects.h"

#include <algorithm>

#include "model/output_names.h"
#include "render/html/href.h"
#include "source/json.h"

namespace shirube::render::html {
namespace {

bool has_heading(const model::ParsedPage& page, std::string_view id) {
  return std::any_of(page.headings.begin(), page.headings.end(),
                     [&](const model::HeadingEntry& heading) { return heading.id == id; });
}

}  // namespace

std::map<std::string, Redirect> find_redirects(const model::Site& site,
                                               const std::function<std::string(model::PageId)>& title) {
  std::map<std::string, Redirect> redirects;
  for (std::size_t i = 0; i < site.pages.size(); ++i) {
    const model::Page& page = site.pages[i];
    for (const auto& alias : page.parsed.front_matter.aliases) {
      const std::size_t hash = alias.value.find('#');
      const std::string old_path = model::old_output_path(alias.value);
      const std::string address = relative_href(old_path, page.output_path);
      Redirect& redirect = redirects[old_path];
      if (redirect.title.empty()) redirect.title = title(model::PageId{static_cast<std::uint32_t>(i)});
      if (redirect.source.empty()) redirect.source = page.parsed.source_path;
      if (hash == std::string::npos) {
        if (!redirect.target.empty()) continue;
        redirect.target = address;
        redirect.title = title(model::PageId{static_cast<std::uint32_t>(i)});
      } else {
        const std::string fragment = alias.value.substr(hash + 1);
        redirect.fragments.emplace(
            fragment, address + (has_heading(page.parsed, fragment) ? fragment_href(fragment) : std::string()));
      }
    }
  }
  return redirects;
}

std::string fragments_json(const Redirect& redirect) {
  if (redirect.fragments.empty()) return {};
  source::Json json;
  for (const auto& [fragment, address] : redirect.fragments) json[fragment] = address;
  return json.dump();
}

}  // namespace shirube::render::html
