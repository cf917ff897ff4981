#include "check/index.h"

#include <algorithm>

#include "check/walk.h"
#include "model/family.h"
#include "source/unicode.h"

namespace shirube::check {

namespace {

using diagnostic::Kind;
using diagnostic::Sink;

template <class Item, class IdOf>
void add_ids(IdIndex& index, const std::vector<Item>& items, IdOf id_of, Sink& sink) {
  for (std::size_t i = 0; i < items.size(); ++i) {
    const source::Located<std::string>& id = id_of(items[i]);
    if (id.value.empty()) continue;  // reported when it was read
    const auto [first, is_new] = index.emplace(id.value, i);
    if (!is_new) {
      sink.report(Kind::duplicate_id, id.range, {id.value, model::family_word<Item>})
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

std::map<std::string, std::string> anchors_of(const model::Page& page, const model::Records& records) {
  std::map<std::string, std::string> anchors;
  for (const model::HeadingEntry& heading : page.parsed.headings) anchors.emplace(source::to_nfc(heading.id), heading.id);
  // 手順９ and 手順9 are one to whoever types them; an id that is spelt so goes first.
  for (const model::HeadingEntry& heading : page.parsed.headings) {
    anchors.emplace(fold_address(heading.id), heading.id);
  }
  for_each_directive(page.parsed.document, [&](const model::Directive& directive) {
    if (std::holds_alternative<model::GlossaryView>(directive.view)) {
      for (const model::Term& term : records.terms) anchors.emplace("term-" + term.head.id.value, "term-" + term.head.id.value);
    }
  });
  return anchors;
}

}  // namespace

std::string fold_address(std::string_view address) {
  return source::to_nfc(source::fold_case(source::to_nfkc(address)));
}

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
  add_ids(index.figures, records.figures, head_id, sink);
  add_ids(index.objectives, records.objectives, head_id, sink);
  add_ids(index.indicators, records.indicators, head_id, sink);
  add_ids(index.plans, records.plans, head_id, sink);
  add_ids(index.checklists, records.checklists, head_id, sink);
  add_ids(index.forms, records.forms, head_id, sink);
  add_ids(index.risks, records.risks, head_id, sink);
  add_ids(index.terms, records.terms, head_id, sink);
  add_ids(index.pilots, records.pilots, head_id, sink);
  add_ids(index.stories, records.stories, head_id, sink);
  add_ids(index.gates, records.gates, head_id, sink);
  add_ids(index.chains, records.chains, head_id, sink);
  add_ids(index.bridges, records.bridges, head_id, sink);
  add_ids(index.kpi_trees, records.kpi_trees, head_id, sink);
  add_ids(index.calculations, records.calculations, head_id, sink);
  add_ids(index.exit_models, records.exit_models, head_id, sink);
  add_ids(index.career_paths, records.career_paths, head_id, sink);
  add_ids(index.career_assets, records.assets, head_id, sink);
  add_ids(index.funnels, records.funnels, head_id, sink);
  add_ids(index.roles, records.roles, head_id, sink);
  add_ids(index.proposals, records.proposals, head_id, sink);
  add_ids(index.cycles, records.cycles, head_id, sink);
  add_ids(index.reviews, records.reviews, head_id, sink);
  add_ids(index.interviews, records.interviews, head_id, sink);
  add_ids(index.business_forms, records.business_forms, head_id, sink);
  add_ids(index.contrasts, records.contrasts, head_id, sink);
  add_ids(
      index.workbooks, site.workbooks,
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
