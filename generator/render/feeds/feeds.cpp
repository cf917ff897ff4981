#include "render/feeds/feeds.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "render/html/href.h"
#include "render/html/page_tree.h"
#include "render/html/writer.h"
#include "source/json.h"

namespace shirube::render::feeds {
namespace {

using html::Writer;

constexpr std::string_view xml_head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

std::string date_of(const model::Page& page, const html::PageDates& dates) {
  const auto date = dates.find(page.parsed.source_path);
  return date == dates.end() ? std::string() : date->second;
}

std::string sitemap(const model::Site& site, const html::PageDates& dates) {
  Writer writer;
  writer.html(xml_head).open("urlset", {{"xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"}});
  for (const model::Page& page : site.pages) {
    writer.open("url").element("loc", html::site_url(site.config, page.output_path));
    const std::string date = date_of(page, dates);
    if (!date.empty()) writer.element("lastmod", date);
    writer.close();
  }
  writer.close();
  return std::move(writer).take() + "\n";
}

std::string feed(const model::Site& site, const html::PageDates& dates) {
  const html::PageTree tree(site);
  struct News {
    std::string date;
    std::uint32_t page;
  };
  std::vector<News> news;
  for (std::uint32_t i = 0; i < site.pages.size(); ++i) {
    std::string date = date_of(site.pages[i], dates);
    if (!date.empty()) news.push_back({std::move(date), i});
  }
  std::stable_sort(news.begin(), news.end(), [](const News& a, const News& b) { return a.date > b.date; });
  if (news.size() > most_news) news.resize(most_news);

  const std::string home = html::site_url(site.config, "index.html");
  const auto time = [](const std::string& date) { return date + "T00:00:00Z"; };
  Writer writer;
  writer.html(xml_head).open("feed", {{"xmlns", "http://www.w3.org/2005/Atom"}, {"xml:lang", site.config.language}});
  writer.element("title", site.config.title).element("id", home);
  writer.element("updated", time(news.empty() ? "1970-01-01" : news.front().date));
  writer.open("author").element("name",
                                site.config.organisation.empty() ? site.config.title : site.config.organisation);
  writer.close();
  writer.shape("link", {{"rel", "self"}, {"href", html::site_url(site.config, "feed.xml")}});
  writer.shape("link", {{"rel", "alternate"}, {"href", home}});
  for (const News& each : news) {
    const model::Page& page = site.pages[each.page];
    const std::string address = html::site_url(site.config, page.output_path);
    writer.open("entry").element("title", tree.title(model::PageId{each.page})).element("id", address);
    writer.element("updated", time(each.date));
    writer.shape("link", {{"rel", "alternate"}, {"href", address}});
    if (!page.parsed.front_matter.description.empty()) {
      writer.element("summary", page.parsed.front_matter.description);
    }
    writer.close();
  }
  writer.close();
  return std::move(writer).take() + "\n";
}

std::string robots(const model::SiteConfig& config) {
  if (!config.robots) return "User-agent: *\nDisallow: /\n";
  std::string text = "User-agent: *\nAllow: /\n";
  if (!config.base_url.empty()) text += "Sitemap: " + html::site_url(config, "sitemap.xml") + "\n";
  return text;
}

std::string manifest(const model::SiteConfig& config, const std::string& icon_path) {
  source::Json icon;
  icon["src"] = icon_path;
  icon["sizes"] = "any";
  icon["type"] = "image/svg+xml";
  source::Json json;
  json["name"] = config.title;
  json["short_name"] = config.title;
  if (!config.description.empty()) json["description"] = config.description;
  json["lang"] = config.language;
  json["start_url"] = "index.html";
  json["display"] = "minimal-ui";
  json["background_color"] = "#ffffff";
  json["theme_color"] = "#0b6a58";
  json["icons"] = source::Json::array({icon});
  return json.dump(2) + "\n";
}

}  // namespace

OutputSet render_feeds(const model::CheckedSite& checked, const html::PageDates& dates, const std::string& icon_path) {
  const model::Site& site = checked.site();
  OutputSet outputs;
  const auto add = [&](std::string path, std::string text) {
    outputs.files.push_back(
        {std::move(path), [text = std::move(text)]() -> source::Result<std::string> { return text; }});
  };
  add("robots.txt", robots(site.config));
  add("site.webmanifest", manifest(site.config, icon_path));
  if (!site.config.base_url.empty()) {
    add("sitemap.xml", sitemap(site, dates));
    add("feed.xml", feed(site, dates));
  }
  return outputs;
}

}  // namespace shirube::render::feeds
