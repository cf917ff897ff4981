#include "render/html/redirects.h"

#include <algorithm>

#include "render/html/href.h"
#include "source/json.h"
#include "source/unicode.h"

namespace shirube::render::html {
namespace {

// As authors write it: with a leading slash or not, a folder for its index, the .md of once.
std::string old_output_path(std::string path) {
  if (path.starts_with('/')) path.erase(0, 1);
  if (path.empty() || path.ends_with('/')) return path + "index.html";
  if (path.ends_with(".md")) path.resize(path.size() - 3);
  if (!path.ends_with(".html")) path += ".html";
  return source::to_nfc(path);
}

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
      const std::string old_path = old_output_path(alias.value.substr(0, hash));
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
