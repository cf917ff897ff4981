// Where each id of a site leads. Built once; every rule looks things up here.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "model/site.h"

namespace shirube::check {

using model::IdIndex;

struct Index {
  model::RecordIndex records;
  template <class Record>
  const IdIndex& known() const {
    return records.at(model::family_word<Record>);
  }
  // Names and aliases of terms too, folded by width and case.
  IdIndex term_names;
  // Source path (NFC) to page.
  std::unordered_map<std::string, model::PageId> pages;
  std::unordered_map<std::string, std::size_t> assets;
  // For each page, the fragments that a link may name.
  std::vector<std::map<std::string, std::string>> anchors;  // by their NFC, and by fold_address
};

// A duplicate id in its family is reported; the first stays.
Index make_index(const model::Site& site, diagnostic::Sink& sink);

// Alike for paths and fragments that differ in case, width or composition only.
std::string fold_address(std::string_view address);

std::string fold_term(std::string_view name);

// All ids of one family, for suggestions.
std::vector<std::string_view> ids(const IdIndex& index);

}  // namespace shirube::check
