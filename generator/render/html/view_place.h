// Where a record is shown: links and the search lead there.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "model/site.h"

namespace shirube::render::html {

struct ViewPlace {
  model::PageId page;
  std::string anchor;  // of the heading above; empty: there is none
};

// The first directive, in the order of the pages, that `wanted` accepts.
std::optional<ViewPlace> find_view(const model::Site& site,
                                   const std::function<bool(const model::ParsedPage&, const model::View&)>& wanted);

// Whether it shows this career path by itself.
bool shows_path(const model::View& view, const std::string& path);

}  // namespace shirube::render::html
