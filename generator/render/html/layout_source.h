// A layout's text before the Mustache library sees it: parts ({{> header}}) are put in their places and every tag is
// checked, so that a theme's author hears of a mistake in our words and with its place.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "source/source_set.h"

namespace shirube::render::html {

// Reads layouts/<name>.html; nothing if it cannot be read (the reader has reported it, at the range of the tag that
// asked for it).
using LayoutReader =
    std::function<std::optional<source::FileId>(const std::string& name, source::SourceRange asked_by)>;

struct LayoutNames {
  std::vector<std::string_view> values;          // what differs from page to page
  std::map<std::string, std::string> constants;  // what is the same in every page: put in at once, escaped
};

// Nothing if something was wrong; then each error is in `sink`.
std::optional<std::string> assemble_layout(const std::string& name, const LayoutReader& read, const LayoutNames& names,
                                           const source::SourceSet& sources, diagnostic::Sink& sink);

}  // namespace shirube::render::html
