#include "render/html/href.h"

#include <algorithm>
#include <type_traits>

namespace shirube::render::html {
namespace {

// A path's part or a fragment: everything but unreserved characters and those allowed in a part.
std::string encode_part(std::string_view part) {
  static constexpr std::string_view kept = "-._~!$'()*+,;=@";
  static constexpr char digits[] = "0123456789ABCDEF";
  std::string out;
  for (const char c : part) {
    const auto byte = static_cast<unsigned char>(c);
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (letter || kept.find(c) != std::string_view::npos || c == '/') {
      out += c;
    } else {
      out += '%';
      out += digits[byte >> 4];
      out += digits[byte & 15];
    }
  }
  return out;
}

}  // namespace

std::string root_prefix(std::string_view from) {
  std::string prefix;
  for (const char c : from) {
    if (c == '/') prefix += "../";
  }
  return prefix;
}

std::string relative_href(std::string_view from, std::string_view to) {
  std::size_t common = 0;  // length of the folders that both share
  const std::size_t shorter = std::min(from.size(), to.size());
  for (std::size_t i = 0; i < shorter && from[i] == to[i]; ++i) {
    if (from[i] == '/') common = i + 1;
  }
  return root_prefix(from.substr(common)) + encode_part(to.substr(common));
}

std::string fragment_href(std::string_view fragment) {
  return fragment.empty() ? std::string() : "#" + encode_part(fragment);
}

std::string file_url(const model::SiteConfig& config, std::string_view path) {
  if (config.base_url.empty()) return {};
  std::string url = config.base_url;
  if (!url.ends_with('/')) url += '/';
  return url + encode_part(path);
}

std::string site_url(const model::SiteConfig& config, std::string_view path) {
  // A folder's own page has the folder's address.
  if (path == "index.html" || path.ends_with("/index.html")) path.remove_suffix(std::string_view("index.html").size());
  return file_url(config, path);
}

std::string edit_url(const model::SiteConfig& config, std::string_view file) {
  static constexpr std::string_view place = "{path}";
  std::string url = config.edit_url;
  const std::string path = encode_part(std::string(file));
  for (std::size_t at = 0; (at = url.find(place, at)) != std::string::npos; at += path.size()) {
    url.replace(at, place.size(), path);
  }
  return url;
}

std::string term_anchor(const model::Term& term) {
  return "term-" + term.head.id.value;
}

std::string workbook_path(const model::WorkbookDefinition& workbook) {
  return "workbooks/" + workbook.id.value + ".xlsx";
}

std::string Addresses::page(model::PageId target, std::string_view fragment) const {
  const std::string& path = site_.site().page(target).output_path;
  if (one_document()) return fragment_href(fragment.empty() ? path : path + ":" + std::string(fragment));
  if (target == page_ && !fragment.empty()) return fragment_href(fragment);
  return relative_href(site_.site().page(page_).output_path, path) + fragment_href(fragment);
}

std::string Addresses::file(const std::string& path) const {
  if (file_) return file_(path);
  return relative_href(one_document() ? "" : site_.site().page(page_).output_path, path);
}

std::string Addresses::id(std::string_view part) const {
  if (!one_document()) return std::string(part);
  return site_.site().page(page_).output_path + ":" + std::string(part);
}

std::string Addresses::href(const model::Resolution& resolution) const {
  return std::visit(
      [&](const auto& target) -> std::string {
        using Target = std::decay_t<decltype(target)>;
        if constexpr (std::is_same_v<Target, model::ToPage>) {
          return page(target.page, target.fragment);
        } else if constexpr (std::is_same_v<Target, model::ToAsset>) {
          return file(target.path);
        } else if constexpr (std::is_same_v<Target, model::ToWorkbook>) {
          return file(workbook_path(site_.site().workbooks[target.index]));
        } else if constexpr (std::is_same_v<Target, model::ToTerm>) {
          const auto glossary = site_.glossary_page();
          if (!glossary) return {};
          const std::string anchor = term_anchor(site_.site().records.terms[target.index]);
          return one_document() ? fragment_href(anchor) : page(*glossary, anchor);
        } else if constexpr (std::is_same_v<Target, model::ToFigure> || std::is_same_v<Target, model::ToResult>) {
          return {};
        } else {
          static_assert(std::is_same_v<Target, model::ToUrl>);
          return target.url;
        }
      },
      resolution);
}

}  // namespace shirube::render::html
