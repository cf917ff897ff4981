#include "render/html/navigation.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "render/html/writer.h"

namespace shirube::render::html {
namespace {

using model::PageId;

constexpr std::size_t window = 12;  // neighbours shown on each side of the way
constexpr std::size_t first_shown = 2 * window + 1;

struct Scope {
  const model::Site& site;
  const PageTree& tree;
  std::optional<PageId> page;
  const FileAddress& to;
  const Words& words;
  std::vector<PageId> trail;
};

void list(Writer& writer, const Scope& scope, const std::vector<PageId>& pages, std::size_t depth);

void item(Writer& writer, const Scope& scope, PageId id, std::size_t depth) {
  const model::Page& page = scope.site.page(id);
  const bool on_the_way = depth < scope.trail.size() && scope.trail[depth] == id;
  const std::string address = scope.to(page.output_path);
  writer.open("li");
  if (id == scope.page) {
    writer.open("a", {{"href", address}, {"aria-current", "page"}});
  } else if (on_the_way) {
    writer.open("a", {{"href", address}, {"class", "on-the-way"}});
  } else {
    writer.open("a", {{"href", address}});
  }
  writer.text(scope.tree.title(id)).close();
  if (on_the_way && !page.children.empty()) list(writer, scope, page.children, depth + 1);
  writer.close();
}

void more(Writer& writer, const Scope& scope, PageId first_hidden, std::size_t count) {
  const std::optional<PageId> parent = scope.site.page(first_hidden).parent;
  const PageId target = parent.value_or(first_hidden);
  writer.open("li", {{"class", "more"}});
  writer.element("a", {{"href", scope.to(scope.site.page(target).output_path)}},
                 scope.words.with("more-pages", {std::to_string(count)}));
  writer.close();
}

void list(Writer& writer, const Scope& scope, const std::vector<PageId>& pages, std::size_t depth) {
  std::size_t begin = 0;
  std::size_t end = pages.size();
  if (end > first_shown) {
    end = first_shown;
    if (depth < scope.trail.size()) {
      const std::size_t place = scope.tree.place(scope.trail[depth]);
      begin = place > window ? place - window : 0;
      end = std::min(pages.size(), begin + first_shown);
      begin = end - first_shown;
    }
  }
  writer.open("ul");
  if (begin > 0) more(writer, scope, pages[0], begin);
  for (std::size_t i = begin; i < end; ++i) item(writer, scope, pages[i], depth);
  if (end < pages.size()) more(writer, scope, pages[end], pages.size() - end);
  writer.close();
}

std::string tree_html(const Scope& scope) {
  if (scope.tree.sections().empty()) return {};
  Writer writer;
  list(writer, scope, scope.tree.sections(), 0);
  return std::move(writer).take();
}

}  // namespace

std::string navigation(const model::Site& site, const PageTree& tree, PageId page, const Words& words) {
  const std::string& from = site.page(page).output_path;
  const FileAddress to = [&](const std::string& path) { return relative_href(from, path); };
  return tree_html({site, tree, page, to, words, tree.trail(page)});
}

std::string navigation(const model::Site& site, const PageTree& tree, const FileAddress& to, const Words& words) {
  return tree_html({site, tree, std::nullopt, to, words, {}});
}

}  // namespace shirube::render::html
