#include "check/index.h"

#include <algorithm>

#include "check/walk.h"
#include "model/family.h"
#include "source/unicode.h"

namespace shirube::check {

namespace {

using diagnostic::Kind;
using diagnostic::Sink;

// What families without ids do not have.
template <class Record>
const source::Located<std::string>* id_of(const Record& record) {
  if constexpr (requires { record.head.id; }) {
    return &record.head.id;
  } else if constexpr (requires { record.id; }) {
    return &record.id;
  } else {
    return nullptr;
  }
}

template <class Record>
void add_ids(model::RecordIndex& index, const std::vector<Record>& records, Sink& sink) {
  IdIndex& known = index[model::family_word<Record>];
  for (std::size_t i = 0; i < records.size(); ++i) {
    const source::Located<std::string>* id = id_of(records[i]);
    if (id == nullptr || id->value.empty()) continue;  // an empty one was reported when it was read
    const auto [first, is_new] = known.emplace(id->value, i);
    if (!is_new) {
      sink.report(Kind::duplicate_id, id->range, {id->value, model::family_word<Record>})
          .label(id_of(records[first->second])->range, Kind::first_here);
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
  // 手順９ and 手順9 are one to whoever types them; an id spelt like this goes first.
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
  const model::Records& records = site.records;
  model::for_each_family([&](const auto& family) { add_ids(index.records, records.*(family.records), sink); });
  add_ids(index.records, site.workbooks, sink);
  add_term_names(index, records.terms, sink);
  for (std::uint32_t i = 0; i < site.pages.size(); ++i) {
    index.pages.emplace(source::to_nfc(site.pages[i].parsed.source_path), model::PageId{i});
    index.anchors.push_back(anchors_of(site.pages[i], records));
  }
  for (std::size_t i = 0; i < site.assets.size(); ++i) index.assets.emplace(source::to_nfc(site.assets[i]), i);
  return index;
}

}  // namespace shirube::check
