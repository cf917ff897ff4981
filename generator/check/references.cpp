#include "check/references.h"

#include <algorithm>
#include <optional>

#include "check/pilot_data.h"
#include "check/results.h"
#include "check/walk.h"
#include "diagnostic/suggestion.h"
#include "source/unicode.h"

namespace shirube::check {

namespace {

using diagnostic::Kind;
using diagnostic::Sink;
using model::PageId;
using model::Resolution;

const Resolution nowhere = model::ToUrl{};

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::string percent_decoded(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size() && hex_digit(text[i + 1]) >= 0 && hex_digit(text[i + 2]) >= 0) {
      result += static_cast<char>(hex_digit(text[i + 1]) * 16 + hex_digit(text[i + 2]));
      i += 2;
    } else {
      result += text[i];
    }
  }
  return source::find_invalid_utf8(result) ? std::string(text) : result;
}

bool has_scheme(std::string_view destination) {
  const std::size_t colon = destination.find(':');
  if (colon == std::string_view::npos || colon < 2) return false;
  return std::all_of(destination.begin(), destination.begin() + static_cast<std::ptrdiff_t>(colon), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' || c == '-' ||
           c == '.';
  });
}

std::string folder_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string() : std::string(path.substr(0, slash));
}

// `path` seen from `folder`, without `.` and `..`; nothing if it leaves the content folder.
std::optional<std::string> joined(std::string_view folder, std::string_view path) {
  std::vector<std::string_view> parts;
  const auto push = [&](std::string_view text) {
    while (!text.empty()) {
      const std::size_t slash = text.find('/');
      const std::string_view part = text.substr(0, slash);
      text = slash == std::string_view::npos ? std::string_view() : text.substr(slash + 1);
      if (part.empty() || part == ".") continue;
      if (part == "..") {
        if (parts.empty()) return false;
        parts.pop_back();
      } else {
        parts.push_back(part);
      }
    }
    return true;
  };
  if (path.starts_with('/')) {
    path.remove_prefix(1);
  } else if (!push(folder)) {
    return std::nullopt;
  }
  if (!push(path)) return std::nullopt;
  std::string result;
  for (const std::string_view part : parts) {
    if (!result.empty()) result += '/';
    result += part;
  }
  return result;
}

std::optional<PageId> find_page(const Index& index, const std::string& path) {
  const std::string key = source::to_nfc(path);
  for (const std::string& candidate : {key, key.empty() ? std::string("index.md") : key + "/index.md"}) {
    if (const auto found = index.pages.find(candidate); found != index.pages.end()) return found->second;
  }
  return std::nullopt;
}

bool is_withheld(const model::Site& site, const std::string& path) {
  return site.withheld.contains(path) || site.withheld.contains(path.empty() ? "index.md" : path + "/index.md");
}

std::string name_of(std::string_view path) {
  return std::string(path.substr(path.rfind('/') + 1));
}

// The path that somebody probably meant: the same but for case and width, else of the same name in another folder
// (`index.md` is every folder's), else one that is spelt much alike.
std::string nearest_path(const std::vector<std::string_view>& candidates, const std::string& path) {
  const std::string wanted = fold_address(path);
  std::string_view same_name;
  for (const std::string_view candidate : candidates) {
    const std::string known = fold_address(candidate);
    if (known == wanted) return std::string(candidate);
    if (same_name.empty() && name_of(known) == name_of(wanted) && name_of(known) != "index.md") same_name = candidate;
  }
  return same_name.empty() ? diagnostic::near_miss(path, candidates) : std::string(same_name);
}

std::string nearest_page(const model::Site& site, const std::string& path) {
  std::vector<std::string_view> candidates;
  for (const model::Page& page : site.pages) candidates.push_back(page.parsed.source_path);
  for (const std::string& asset : site.assets) candidates.push_back(asset);
  const std::string near = nearest_path(candidates, path);
  return near.empty() ? near : "/" + near;
}

// As one would write it on the page: pictures mostly are beside it.
std::string nearest_asset(const model::Site& site, PageId page, const std::string& path) {
  const std::string near = nearest_path({site.assets.begin(), site.assets.end()}, path);
  const std::string folder = folder_of(site.page(page).parsed.source_path);
  if (near.empty() || folder.empty()) return near;
  return near.starts_with(folder + "/") ? near.substr(folder.size() + 1) : "/" + near;
}

Resolution to_fragment(const Index& index, PageId page, const std::string& fragment, source::SourceRange range,
                       Sink& sink) {
  const std::map<std::string, std::string>& anchors = index.anchors[page.value];
  if (fragment.empty()) return model::ToPage{page, fragment};
  auto found = anchors.find(source::to_nfc(fragment));
  if (found == anchors.end()) found = anchors.find(fold_address(fragment));
  if (found != anchors.end()) return model::ToPage{page, found->second};
  sink.report(Kind::unknown_anchor, range, {fragment}).suggest([&] {
    std::vector<std::string_view> ids;
    for (const auto& [folded, id] : anchors) ids.push_back(id);
    return diagnostic::near_miss(fragment, ids);
  });
  return nowhere;
}

// What the pages of a link and of a picture have in common: the path as the author wrote it, from the content folder.
struct Target {
  std::string path;
  std::string fragment;
};
// Nothing: it leads out of the content folder, which is reported.
std::optional<Target> target_of(const model::Site& site, PageId page, const std::string& destination,
                                source::SourceRange range, Sink& sink) {
  const std::size_t hash = destination.find('#');
  const std::string path = percent_decoded(std::string_view(destination).substr(0, hash));
  const std::string fragment =
      hash == std::string::npos ? std::string() : percent_decoded(std::string_view(destination).substr(hash + 1));
  if (path.empty()) return Target{{}, fragment};
  auto target = joined(folder_of(site.page(page).parsed.source_path), path);
  if (target) return Target{std::move(*target), fragment};
  sink.report(Kind::link_outside, range, {destination, site.config.content});
  return std::nullopt;
}

std::optional<model::ToAsset> find_asset(const model::Site& site, const Index& index, const std::string& path) {
  const auto found = index.assets.find(source::to_nfc(path));
  if (found == index.assets.end()) return std::nullopt;
  return model::ToAsset{source::to_nfc(site.assets[found->second])};
}

// Says of a page that is there and not published why it is not.
bool report_narrow(const model::Site& site, const std::string& path, source::SourceRange range, Sink& sink) {
  const std::string key = source::to_nfc(path);
  for (const std::string& candidate : {key, key.empty() ? std::string("index.md") : key + "/index.md"}) {
    const auto found = site.narrow.find(candidate);
    if (found == site.narrow.end()) continue;
    if (found->second.empty()) {
      sink.report(Kind::link_to_draft, range, {candidate});
    } else {
      sink.report(Kind::link_to_narrow, range, {candidate, found->second});
    }
    return true;
  }
  return false;
}

Resolution resolve_image(const model::Site& site, const Index& index, PageId page, const model::Reference& reference,
                         Sink& sink) {
  if (has_scheme(reference.destination)) {
    sink.report(Kind::external_image, reference.range, {reference.destination});
    return nowhere;
  }
  const auto target = target_of(site, page, reference.destination, reference.range, sink);
  if (!target) return nowhere;
  if (const auto found = find_asset(site, index, target->path)) return *found;
  if (find_data(site, target->path) != nullptr) {
    sink.report(Kind::link_to_data, reference.range, {target->path});
    return nowhere;
  }
  sink.report(Kind::unknown_file, reference.range, {target->path.empty() ? reference.destination : target->path})
      .suggest(nearest_asset(site, page, target->path));
  return nowhere;
}

Resolution resolve_role(const model::Site& site, const Index& index, PageId page, const model::Reference& role,
                        Sink& sink) {
  const std::string& wanted = role.destination;
  const auto missing = [&](Kind kind, const IdIndex& known) {
    sink.report(kind, role.range, {wanted}).suggest([&] { return diagnostic::near_miss(wanted, ids(known)); });
    return nowhere;
  };
  if (role.role == "term") {
    const auto found = index.term_names.find(fold_term(wanted));
    if (found != index.term_names.end()) return model::ToTerm{found->second};
    sink.report(Kind::unknown_term, role.range, {wanted}).suggest([&] {
      std::vector<std::string_view> names;
      for (const model::Term& term : site.records.terms) {
        names.push_back(term.name.value);
        for (const auto& alias : term.aliases) names.push_back(alias.value);
      }
      return diagnostic::near_miss(wanted, names);
    });
    return nowhere;
  }
  if (role.role == "value") {
    const auto found = index.known<model::Figure>().find(wanted);
    if (found == index.known<model::Figure>().end() && names_result(index, wanted)) {
      const auto result = find_result(site, index, wanted, role.range, sink);
      return result ? Resolution(*result) : nowhere;
    }
    return found != index.known<model::Figure>().end() ? model::ToFigure{found->second} : missing(Kind::unknown_figure, index.known<model::Figure>());
  }
  if (role.role == "download") {
    const auto found = index.known<model::WorkbookDefinition>().find(wanted);
    return found != index.known<model::WorkbookDefinition>().end() ? model::ToWorkbook{found->second}
                                          : missing(Kind::unknown_workbook, index.known<model::WorkbookDefinition>());
  }
  if (role.role == "ref") {
    const bool within = wanted.starts_with('#') || wanted.starts_with('/');
    return resolve_link(site, index, page, within ? wanted : "/" + wanted, role.range, sink);
  }
  return nowhere;  // an unknown role was reported when the page was parsed
}

}  // namespace

Resolution resolve_link(const model::Site& site, const Index& index, PageId page, const std::string& destination,
                        source::SourceRange range, Sink& sink) {
  if (has_scheme(destination)) return model::ToUrl{destination};
  const auto target = target_of(site, page, destination, range, sink);
  if (!target) return nowhere;
  const std::string& path = target->path;
  if (path.empty() && (destination.empty() || destination.front() == '#')) {
    return to_fragment(index, page, target->fragment, range, sink);
  }
  if (const auto found = find_page(index, path)) return to_fragment(index, *found, target->fragment, range, sink);
  if (const auto found = find_asset(site, index, path)) return *found;
  // A page that waits for approval takes its links with it.
  if (is_withheld(site, path)) return nowhere;
  if (report_narrow(site, path, range, sink)) return nowhere;
  if (find_data(site, path) != nullptr) {
    sink.report(Kind::link_to_data, range, {path});
    return nowhere;
  }
  sink.report(Kind::unknown_page, range, {path}).suggest([&] { return nearest_page(site, path); });
  return nowhere;
}

std::vector<std::vector<Resolution>> resolve_references(const model::Site& site, const Index& index, Sink& sink) {
  std::vector<std::vector<Resolution>> all(site.pages.size());
  for (std::uint32_t i = 0; i < site.pages.size(); ++i) {
    for (const model::Reference& reference : site.pages[i].parsed.references) {
      switch (reference.kind) {
        case model::Reference::Kind::link:
          all[i].push_back(resolve_link(site, index, PageId{i}, reference.destination, reference.range, sink));
          break;
        case model::Reference::Kind::image:
          all[i].push_back(resolve_image(site, index, PageId{i}, reference, sink));
          break;
        case model::Reference::Kind::role:
          all[i].push_back(resolve_role(site, index, PageId{i}, reference, sink));
          break;
      }
    }
  }
  return all;
}

std::vector<std::vector<Resolution>> resolve_cards(const model::Site& site, const Index& index, Sink& sink) {
  std::vector<std::vector<Resolution>> all(site.pages.size());
  for (std::uint32_t i = 0; i < site.pages.size(); ++i) {
    for_each_directive(site.pages[i].parsed.document, [&](const model::Directive& directive) {
      const auto* cards = std::get_if<model::CardsView>(&directive.view);
      if (cards == nullptr) return;
      for (const auto& card : cards->cards) {
        all[i].push_back(resolve_link(site, index, PageId{i}, card.link.value, card.link.range, sink));
      }
    });
  }
  return all;
}

std::vector<Resolution> resolve_record_links(const model::Site& site, const Index& index) {
  std::vector<Resolution> all;
  if (!site.home) return all;
  Sink reported;  // by the rules of these records
  const auto resolve = [&](const source::Located<std::string>& link) {
    const std::string& path = link.value;
    all.push_back(resolve_link(site, index, *site.home, path.starts_with('/') || has_scheme(path) ? path : "/" + path,
                               link.range, reported));
  };
  for (const model::Term& term : site.records.terms) {
    if (term.see) resolve(*term.see);
  }
  for (const model::Chain& chain : site.records.chains) {
    for (const auto& arrow : chain.arrows) {
      if (arrow.evidence) resolve(*arrow.evidence);
    }
  }
  return all;
}

}  // namespace shirube::check
