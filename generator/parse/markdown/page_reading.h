// What the readers of one page share while it is read.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "model/page.h"
#include "parse/markdown/markdown.h"
#include "parse/markdown/page_text.h"

namespace shirube::parse {

struct PageReading {
  const PageText& text;
  const MarkdownOptions& options;
  diagnostic::Sink& sink;
  model::ParsedPage& page;
  std::vector<std::uint32_t> note_references;  // how often each footnote was referred to, by number
  std::int64_t link_bytes = 0;                 // what destinations and titles will take in HTML
  bool given_up = false;                       // a limit was exceeded and reported; the document will be empty
  std::optional<std::set<std::string>> wide_notes = {};  // footnotes whose colon is in full width; not looked for yet

  model::ReferenceId refer(model::Reference reference) {
    page.references.push_back(std::move(reference));
    return {static_cast<std::uint32_t>(page.references.size() - 1)};
  }
  void give_up(diagnostic::Kind kind, source::SourceRange range, std::int64_t seen, std::int64_t limit) {
    if (!given_up) sink.report(kind, range, {std::to_string(seen), std::to_string(limit)});
    given_up = true;
  }
};

}  // namespace shirube::parse
