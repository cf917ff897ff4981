// The files beside the pages that other programs read: site map, feed of changes, robots.txt, web manifest.
#pragma once

#include "render/html/pages.h"
#include "render/output.h"

namespace shirube::render::feeds {

// robots.txt and site.webmanifest always; sitemap.xml and feed.xml (Atom), which need full addresses, where site.yaml
// gives a base_url. `icon_path` is the theme's icon, from the output folder. The feed holds the pages whose last change is known, the newest first, at most `most_news`.
constexpr std::size_t most_news = 30;
OutputSet render_feeds(const model::CheckedSite& site, const html::PageDates& dates, const std::string& icon_path);

}  // namespace shirube::render::feeds
