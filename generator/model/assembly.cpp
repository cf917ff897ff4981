#include "model/assembly.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "diagnostic/suggestion.h"
#include "model/left_out.h"
#include "model/output_names.h"
#include "source/format.h"
#include "source/unicode.h"

namespace shirube::model {

namespace {

using diagnostic::Kind;
using diagnostic::Sink;


bool is_for_everyone(const Located<std::string>& audience) {
  return audience.value.empty() || audience.value == everyone;
}

// An unknown audience is more likely a slip than an audience: what it guards is not published either way.
void check_audience(const Located<std::string>& audience, const SiteConfig& config, Sink& sink) {
  const auto& known = config.audiences;
  if (audience.value.empty() || std::find(known.begin(), known.end(), audience.value) != known.end()) return;
  std::string list;
  for (const std::string& name : known) list += (list.empty() ? "" : ", ") + name;
  sink.report(Kind::audience_unknown, audience.range, {audience.value, list}).suggest([&] {
    return diagnostic::near_miss(audience.value, known);
  });
}

// Records of a narrower audience go, and those that wait for approval.
class Keeper {
 public:
  Keeper(const Withheld& withheld, const SiteConfig& config, Sink& sink)
      : withheld_(withheld), config_(config), sink_(sink) {}
  template <class Record>
  void operator()(std::vector<Record>& records) const {
    for (const Record& record : records) check_audience(record.head.audience, config_, sink_);
    std::erase_if(records, [&](const Record& record) {
      return !is_for_everyone(record.head.audience) || withheld_.records.contains(record.head.range);
    });
  }

 private:
  const Withheld& withheld_;
  const SiteConfig& config_;
  Sink& sink_;
};

void keep_published(Records& records, const Withheld& withheld, const SiteConfig& config, Sink& sink) {
  const Keeper keep_for_everyone(withheld, config, sink);
  keep_for_everyone(records.figures);
  keep_for_everyone(records.objectives);
  keep_for_everyone(records.indicators);
  keep_for_everyone(records.plans);
  keep_for_everyone(records.checklists);
  keep_for_everyone(records.forms);
  keep_for_everyone(records.risks);
  keep_for_everyone(records.terms);
  keep_for_everyone(records.pilots);
  keep_for_everyone(records.stories);
  keep_for_everyone(records.gates);
  keep_for_everyone(records.chains);
  keep_for_everyone(records.bridges);
  keep_for_everyone(records.kpi_trees);
  keep_for_everyone(records.calculations);
  keep_for_everyone(records.exit_models);
  keep_for_everyone(records.career_paths);
  keep_for_everyone(records.assets);
  keep_for_everyone(records.funnels);
  keep_for_everyone(records.roles);
  keep_for_everyone(records.proposals);
  keep_for_everyone(records.cycles);
  keep_for_everyone(records.reviews);
  keep_for_everyone(records.interviews);
  keep_for_everyone(records.business_forms);
  keep_for_everyone(records.contrasts);
}

std::string folder_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string() : std::string(path.substr(0, slash));
}

bool is_index(std::string_view path) {
  return path == "index.md" || path.ends_with("/index.md");
}

void settle_title(ParsedPage& page, Sink& sink) {
  constexpr std::size_t longest_title = 100;  // characters
  Located<std::string>& title = page.front_matter.title;
  if (const std::size_t size = source::code_points(title.value).size(); size > longest_title) {
    sink.report(Kind::title_long, title.range, {source::format("{}", size), source::format("{}", longest_title)});
  }
  if (!title.value.empty()) return;
  title.value = page.source_path;
  // A page that could not be read has an empty body, and the reason was reported.
  const bool unread = page.document.blocks.empty() &&
                      std::any_of(sink.diagnostics().begin(), sink.diagnostics().end(),
                                  [&](const diagnostic::Diagnostic& found) { return found.range.file == page.file; });
  if (!unread) sink.report(Kind::missing_title, {page.file, 0, 0});
}

// A page for each workbook that no author has written one for. Its text has no place in any file.
void add_workbook_pages(const std::vector<WorkbookDefinition>& workbooks, std::vector<ParsedPage>& pages) {
  std::int64_t weight = 0;
  for (const WorkbookDefinition& workbook : workbooks) {
    ParsedPage page;
    page.file = workbook.id.range.file;
    page.source_path = "workbooks/" + workbook.id.value + ".md";
    page.front_matter.title.value = workbook.title;
    page.front_matter.description = workbook.description;
    page.front_matter.weight = ++weight;
    if (std::any_of(pages.begin(), pages.end(),
                    [&](const ParsedPage& other) { return other.source_path == page.source_path; })) {
      continue;
    }
    page.document.blocks.push_back({{}, Directive{"workbook", WorkbookView{workbook.id}}});
    pages.push_back(std::move(page));
  }
}

// What orders siblings by name: a folder's page goes by the folder's.
std::string_view reading_name(std::string_view path) {
  path.remove_suffix(std::string_view(".md").size());
  if (path.ends_with("/index")) path.remove_suffix(std::string_view("/index").size());
  return path;
}

bool is_read_before(const ParsedPage& a, const ParsedPage& b) {
  const auto& one = a.front_matter.weight;
  const auto& other = b.front_matter.weight;
  if (one != other) return one && (!other || *one < *other);
  return source::is_before_by_numbers(reading_name(a.source_path), reading_name(b.source_path));
}

// The home: index.md, else the first page that is in the top folder (by weight, then path).
std::optional<PageId> find_home(const std::vector<Page>& pages) {
  std::optional<PageId> home;
  for (std::uint32_t i = 0; i < pages.size(); ++i) {
    const ParsedPage& page = pages[i].parsed;
    if (page.source_path == "index.md") return PageId{i};
    if (page.source_path.find('/') != std::string::npos) continue;
    if (!home || is_read_before(page, pages[home->value].parsed)) home = PageId{i};
  }
  return home;
}

void link_parents(Site& site) {
  std::unordered_map<std::string, PageId> index_of_folder;
  for (std::uint32_t i = 0; i < site.pages.size(); ++i) {
    const std::string& path = site.pages[i].parsed.source_path;
    if (is_index(path)) index_of_folder.emplace(folder_of(path), PageId{i});
  }
  // Where a folder has no index of its own, the page beside it with its name stands for one.
  for (std::uint32_t i = 0; i < site.pages.size(); ++i) {
    const std::string& path = site.pages[i].parsed.source_path;
    if (!is_index(path)) index_of_folder.emplace(path.substr(0, path.rfind('.')), PageId{i});
  }
  for (std::uint32_t i = 0; i < site.pages.size(); ++i) {
    if (site.home == PageId{i}) continue;
    Page& page = site.pages[i];
    std::string folder = folder_of(page.parsed.source_path);
    if (is_index(page.parsed.source_path)) folder = folder_of(folder);
    page.parent = site.home;
    for (;; folder = folder_of(folder)) {
      const auto index = index_of_folder.find(folder);
      if (index != index_of_folder.end() && index->second != PageId{i}) {
        page.parent = index->second;
        break;
      }
      if (folder.empty()) break;
    }
    if (page.parent) site.pages[page.parent->value].children.push_back(PageId{i});
  }
  for (Page& page : site.pages) {
    std::stable_sort(page.children.begin(), page.children.end(), [&](PageId a, PageId b) {
      return is_read_before(site.page(a).parsed, site.page(b).parsed);
    });
  }
}

// Depth first. An explicit stack, because the depth of folders is the author's.
void link_neighbours(Site& site) {
  if (!site.home) return;
  std::vector<PageId> stack = {*site.home};
  std::optional<PageId> last;
  while (!stack.empty()) {
    const PageId id = stack.back();
    stack.pop_back();
    Page& page = site.pages[id.value];
    page.previous = last;
    if (last) site.pages[last->value].next = id;
    last = id;
    stack.insert(stack.end(), page.children.rbegin(), page.children.rend());
  }
}

// Those of assets are checked where it is known which of them are published.
void check_names(const Site& site, Sink& sink) {
  TakenNames taken;
  for (const Page& page : site.pages) {
    const auto& slug = page.parsed.front_matter.slug;
    const source::SourceRange range = slug ? slug->range : source::SourceRange{page.parsed.file, 0, 0};
    const std::string written = site.config.content + "/" + page.parsed.source_path;
    if (const auto other = taken.claim(page.output_path, written)) {
      sink.report(Kind::name_collision, range, {*other, written});
    }
    check_output_path(page.output_path, range, page.output_path, sink);
  }
}

// Old addresses: each leads to one place, where no page is published, under a name that every machine can hold.
void check_old_addresses(const Site& site, Sink& sink) {
  std::unordered_map<std::string, const Page*> pages;
  for (const Page& page : site.pages) pages.emplace(collision_key(page.output_path), &page);
  std::unordered_map<std::string, source::SourceRange> first;
  std::unordered_set<std::string> named;
  for (const Page& page : site.pages) {
    for (const Located<std::string>& alias : page.parsed.front_matter.aliases) {
      const std::string path = old_output_path(alias.value);
      const std::size_t hash = alias.value.find('#');
      const std::string part = hash == std::string::npos ? std::string() : alias.value.substr(hash);
      const auto [other, is_new] = first.emplace(collision_key(path) + part, alias.range);
      if (!is_new) {
        sink.report(Kind::alias_twice, alias.range, {alias.value}).label(other->second, Kind::first_here);
        continue;
      }
      // A part of a page that stayed is led on by that page.
      const auto taken = pages.find(collision_key(path));
      if (taken != pages.end()) {
        const std::string written = site.config.content + "/" + taken->second->parsed.source_path;
        if (part.empty()) sink.report(Kind::alias_taken, alias.range, {alias.value, written});
        continue;
      }
      if (named.insert(path).second) check_output_path(path, alias.range, path, sink);
    }
  }
}

}  // namespace

Site assemble(Parts parts, Sink& sink) {
  Site site;
  site.config = std::move(parts.config);
  site.records = std::move(parts.records);
  site.records.plan_start = site.config.plan_start;
  keep_published(site.records, parts.withheld, site.config, sink);
  site.withheld = parts.withheld.pages;
  site.workbooks = std::move(parts.workbooks);
  site.recorded_templates = std::move(parts.recorded_templates);
  site.assets = std::move(parts.assets);
  site.drawings = std::move(parts.drawings);
  std::sort(site.assets.begin(), site.assets.end());
  site.passages = std::move(parts.passages);
  site.pictures = std::move(parts.pictures);
  site.data = std::move(parts.data);
  std::sort(site.data.begin(), site.data.end(), [](const DataFile& a, const DataFile& b) { return a.path < b.path; });

  if (!parts.pages.empty()) add_workbook_pages(site.workbooks, parts.pages);
  for (const ParsedPage& page : parts.pages) {
    const FrontMatter& front = page.front_matter;
    check_audience(front.audience, site.config, sink);
    if (front.draft || !is_for_everyone(front.audience)) {
      site.narrow.emplace(source::to_nfc(page.source_path), front.draft ? std::string() : front.audience.value);
    }
  }
  std::erase_if(parts.pages, [&](const ParsedPage& page) {
    return page.front_matter.draft || !is_for_everyone(page.front_matter.audience) ||
           parts.withheld.pages.contains(page.source_path);
  });
  std::sort(parts.pages.begin(), parts.pages.end(),
            [](const ParsedPage& a, const ParsedPage& b) { return a.source_path < b.source_path; });
  for (ParsedPage& parsed : parts.pages) {
    settle_title(parsed, sink);
    leave_out_withheld(parsed.document, site.records, parts.withheld, sink);
    Page page;
    const auto& slug = parsed.front_matter.slug;
    page.output_path = output_path_of(parsed.source_path, slug ? slug->value : "");
    page.parsed = std::move(parsed);
    site.pages.push_back(std::move(page));
  }
  site.home = find_home(site.pages);
  if (site.home) {
    site.pages[site.home->value].output_path = "index.html";
  } else {
    sink.report_at(Kind::no_pages, site.config.content, {site.config.content});
  }
  link_parents(site);
  link_neighbours(site);
  check_names(site, sink);
  check_old_addresses(site, sink);
  return site;
}

const WorkbookView* only_workbook(const ParsedPage& page) {
  const Blocks& blocks = page.document.blocks;
  const auto* directive = blocks.size() == 1 ? std::get_if<Directive>(&blocks.front().value) : nullptr;
  return directive == nullptr ? nullptr : std::get_if<WorkbookView>(&directive->view);
}

}  // namespace shirube::model
