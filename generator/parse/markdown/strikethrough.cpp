#include "parse/markdown/strikethrough.h"

#include <algorithm>
#include <utility>

namespace shirube::parse {

using model::Inline;
using model::Inlines;

namespace {

enum class Role { text, opens, closes };

}  // namespace

int apply_strikethrough(Inlines& inlines, const std::vector<TildeRun>& runs) {
  std::vector<Role> roles(runs.size(), Role::text);
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    if (runs[i].can_close && !open.empty()) {
      roles[open.back()] = Role::opens;
      roles[i] = Role::closes;
      open.pop_back();
    } else if (runs[i].can_open) {
      open.push_back(i);
    }
  }
  struct Level {
    Inlines children;
    source::SourceRange opener;
  };
  std::vector<Level> levels(1);
  int deepest = 0;
  std::size_t next = 0;
  for (std::size_t i = 0; i < inlines.size(); ++i) {
    const bool at_run = next < runs.size() && runs[next].index == i;
    const Role role = at_run ? roles[next] : Role::text;
    if (at_run) ++next;
    if (role == Role::opens) {
      levels.push_back({{}, inlines[i].range});
      deepest = std::max(deepest, static_cast<int>(levels.size()) - 1);
    } else if (role == Role::closes) {
      Level inner = std::move(levels.back());
      levels.pop_back();
      source::SourceRange range = inner.opener;
      range.end = inlines[i].range.end;
      levels.back().children.push_back({range, model::Strikethrough{std::move(inner.children)}});
    } else {
      levels.back().children.push_back(std::move(inlines[i]));
    }
  }
  inlines = std::move(levels.front().children);
  return deepest;
}

}  // namespace shirube::parse
