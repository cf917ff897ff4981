// What the authors have agreed about words, about proof that nothing was forgotten, and about who approved what.
#pragma once

#include <string>
#include <vector>

#include "source/range.h"

namespace shirube::model {

using source::Located;
using source::SourceRange;

enum class WordingLevel { refused, discouraged };
// `wording:` a word that is not, or better not, published.
struct WordingRule {
  std::vector<Located<std::string>> terms;  // the spellings; never empty
  WordingLevel level = WordingLevel::refused;
  std::string instead;                      // what to write
  std::vector<std::string> allow;           // longer phrases that hold the word and are harmless
  std::vector<std::string> pages;           // pages that may use it, from the content folder; a folder ends in `/`
};

// `coverage:` where facts of the source material are, or why they are not.
struct CoverageEntry {
  std::vector<Located<std::string>> ids;
  std::vector<Located<std::string>> pages;    // from the content folder, `#id` of a heading may follow
  std::vector<Located<std::string>> records;  // family/id
  std::vector<Located<std::string>> sheets;   // workbook, or workbook/name of a sheet
  std::vector<Located<std::string>> rules;    // rule ids
  std::vector<Located<std::string>> views;    // directives that draw or list it
  std::string reason;
  SourceRange range;
};

// `approvals:` a wording that somebody in charge has approved.
struct Approval {
  bool is_page = true;
  Located<std::string> what;  // a page from the content folder, or family/id
  std::string role;           // a role, never a person's name
  std::string date;
  Located<std::string> hash;  // of the wording
};

}  // namespace shirube::model
