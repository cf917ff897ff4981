#include "render/html/one_document.h"

#include <optional>
#include <utility>
#include <vector>

#include "render/html/body.h"
#include "render/html/markup.h"
#include "render/html/page_body.h"
#include "render/html/page_values.h"
#include "render/html/writer.h"

namespace shirube::render::html {
namespace {

// The home page, then every other in the order of previous and next.
std::vector<model::PageId> reading_order(const model::Site& site) {
  std::vector<model::PageId> order;
  std::vector<bool> seen(site.pages.size(), false);
  const auto follow = [&](std::optional<model::PageId> page) {
    for (; page && !seen[page->value]; page = site.page(*page).next) {
      seen[page->value] = true;
      order.push_back(*page);
    }
  };
  follow(site.home);
  for (std::uint32_t i = 0; i < site.pages.size(); ++i) {
    if (!site.pages[i].previous) follow(model::PageId{i});
  }
  for (std::uint32_t i = 0; i < site.pages.size(); ++i) follow(model::PageId{i});
  return order;
}

std::string chapters(const model::CheckedSite& checked, const Theme& theme, const PageTree& tree,
                     const FileAddress& file) {
  const model::Site& site = checked.site();
  std::string out;
  for (const model::PageId id : reading_order(site)) {
    const model::Page& page = site.page(id);
    const Addresses addresses(checked, id, Addresses::Edition::one_document, file);
    const std::string depth = std::to_string(tree.trail(id).size());
    Writer writer;
    writer.open("section", {{"class", "chapter article depth-" + depth}, {"id", page.output_path}});
    if (!model::begins_with_title(page.parsed)) {
      writer.open("h1");
      if (page.parsed.title_with_ruby.empty()) {
        writer.text(tree.title(id));
      } else {
        writer.html(render_inlines(page.parsed.title_with_ruby, {}));
      }
      writer.close();
      const std::string& lead = page.parsed.front_matter.description;
      if (!lead.empty()) writer.element("p", {{"class", "lead"}}, lead);
    }
    writer.html(page_body(checked, tree, theme.words(), id, addresses)).close();
    out += std::move(writer).take() + "\n";
  }
  return out;
}

LayoutValue values(const model::CheckedSite& checked, const Theme& theme, const PageTree& tree, const std::string& from,
                   const FileAddress& file) {
  const model::Site& site = checked.site();
  LayoutValue value = file_values(site, tree, theme.words(), from, site.config.title);
  value.texts["window-title"] = site.config.title;
  value.texts["body"] = chapters(checked, theme, tree, file);
  value.texts["description"] = site.config.description;
  for (const model::PageId id : reading_order(site)) {
    LayoutValue entry;
    entry.texts["href"] = fragment_href(site.page(id).output_path);
    entry.texts["text"] = tree.title(id);
    entry.texts["level"] = std::to_string(tree.trail(id).size());
    value.lists["contents"].push_back(std::move(entry));
  }
  return value;
}

}  // namespace

std::string print_edition(const model::CheckedSite& site, const Theme& theme, const PageTree& tree) {
  return theme.render("print", values(site, theme, tree, "print.html", {}));
}

std::string single_file(const model::CheckedSite& site, const Theme& theme, const PageTree& tree,
                        const FileAddress& address, const SingleFileParts& parts) {
  LayoutValue value = values(site, theme, tree, "handbook.html", address);
  value.texts["style"] = parts.style;
  value.texts["style-hash"] = parts.style_hash;
  value.texts["script"] = parts.script;
  value.texts["script-hash"] = parts.script_hash;
  value.texts["files"] = parts.files;
  return theme.render("single", value);
}

}  // namespace shirube::render::html
