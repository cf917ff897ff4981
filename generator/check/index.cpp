#include "check/index.h"

#include <algorithm>

#include "check/walk.h"
#include "source/unicode.h"

namespace shirube::check {

namespace {

using diagnostic::Kind;
using diagnostic::Sink;

template <class Item, class IdOf>
void add_ids(IdIndex& index, const std::vector<Item>& items, const char* family, IdOf id_of, Sink& sink) {
  for (std::size_t i = 0; i < items.size(); ++i) {
    const source::Located<std::string>& id = id_of(items[i]);
    if (id.value.empty()) continue;  // reported when it was read
    const auto [first, is_new] = index.emplace(id.value, i);
    if (!is_new) {
      sink.report(Kind::duplicate_id, id.range, {id.value, family})
          .label(id_of(items[first->second]).range, Kind::first_here);
    }
  }
}

void add_term_names(Index& index, const std::vector<model::Term>& terms, Sink& sink) {
  const auto add = [&](const source::Located<std::string>& name, std::size_t term) {
    if (name.value.empty()) return;
    const auto [first, is_new] = index.term_names.emplace(fold_term(name.value), term);
    if (!is_new && first->second != term) {
      sink.report(Kind::ambiguous_term, name.range, {name.value, terms[first->second].name.value})
          .label(terms[first->second].name.range, Kind::first_here);
    }
  };
  for (std::size_t i = 0; i < terms.size(); ++i) add(terms[i].name, i);
  for (std::size_t i = 0; i < terms.size(); ++i) {
    for (const auto& alias : terms[i].aliases) add(alias, i);
    index.term_names.emplace(terms[i].head.id.value, i);
  }
}

std::set<std::string> anchors_of(const model::Page& page, const model::Records& records) {
  std::set<std::string> anchors;
  for (const model::HeadingEntry& heading : page.parsed.headings) anchors.insert(heading.id);
  for_each_directive(page.parsed.document, [&](const model::Directive& directive) {
    if (std::holds_alternative<model::GlossaryView>(directive.view)) {
      for (const model::Term& term : records.terms) anchors.insert("term-" + term.head.id.value);
    }
  });
  return anchors;
}

}  // namespace

std::string fold_term(std::string_view name) {
  return source::fold_case(source::to_nfkc(name));
}

std::vector<std::string_view> ids(const IdIndex& index) {
  std::vector<std::string_view> names;
  names.reserve(index.size());
  for (const auto& [id, position] : index) names.push_back(id);
  std::sort(names.begin(), names.end());  // a suggestion must not depend on the order of a hash table
  return names;
}

Index make_index(const model::Site& site, Sink& sink) {
  Index index;
  const auto head_id = [](const auto& record) -> const source::Located<std::string>& { return record.head.id; };
  const model::Records& records = site.records;
  add_ids(index.figures, records.figures, "figures", head_id, sink);
  add_ids(index.objectives, records.objectives, "objectives", head_id, sink);
  add_ids(index.indicators, records.indicators, "indicators", head_id, sink);
  add_ids(index.plans, records.plans, "plan", head_id, sink);
  add_ids(index.checklists, records.checklists, "checklists", head_id, sink);
  add_ids(index.forms, records.forms, "forms", head_id, sink);
  add_ids(index.risks, records.risks, "risks", head_id, sink);
  add_ids(index.terms, records.terms, "terms", head_id, sink);
  add_ids(index.pilots, records.pilots, "pilots", head_id, sink);
  add_ids(index.stories, records.stories, "stories", head_id, sink);
  add_ids(index.gates, records.gates, "gates", head_id, sink);
  add_ids(index.chains, records.chains, "chains", head_id, sink);
  add_ids(index.bridges, records.bridges, "bridges", head_id, sink);
  add_ids(index.kpi_trees, records.kpi_trees, "kpi_trees", head_id, sink);
  add_ids(index.calculations, records.calculations, "calculations", head_id, sink);
  add_ids(index.exit_models, records.exit_models, "exit_models", head_id, sink);
  add_ids(index.career_paths, records.career_paths, "career_paths", head_id, sink);
  add_ids(index.career_assets, records.assets, "assets", head_id, sink);
  add_ids(index.funnels, records.funnels, "funnels", head_id, sink);
  add_ids(index.roles, records.roles, "roles", head_id, sink);
  add_ids(index.proposals, records.proposals, "proposals", head_id, sink);
  add_ids(index.cycles, records.cycles, "cycles", head_id, sink);
  add_ids(index.reviews, records.reviews, "reviews", head_id, sink);
  add_ids(index.interviews, records.interviews, "interviews", head_id, sink);
  add_ids(index.business_forms, records.business_forms, "business_forms", head_id, sink);
  add_ids(index.contrasts, records.contrasts, "contrasts", head_id, sink);
  add_ids(
      index.workbooks, site.workbooks, "workbooks",
      [](const model::WorkbookDefinition& workbook) -> const source::Located<std::string>& { return workbook.id; },
      sink);
  add_term_names(index, records.terms, sink);
  for (std::uint32_t i = 0; i < site.pages.size(); ++i) {
    index.pages.emplace(source::to_nfc(site.pages[i].parsed.source_path), model::PageId{i});
    index.anchors.push_back(anchors_of(site.pages[i], records));
  }
  for (std::size_t i = 0; i < site.assets.size(); ++i) index.assets.emplace(source::to_nfc(site.assets[i]), i);
  return index;
}

}  // namespace shirube::check
