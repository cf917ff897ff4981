// Markdown to the document tree. The only users of cmark-gfm are the .cpp files of this folder.
#pragma once

#include "diagnostic/diagnostic.h"
#include "model/page.h"
#include "model/site.h"
#include "source/source_set.h"

namespace shirube::parse {

struct MarkdownOptions {
  bool raw_html = false;
  model::Limits limits;
};

// Reads one page, front matter included. `source_path` is the path from the content folder. Depends on the file's text
// and the options alone; safe to call from several threads. Bounded: a page that breaks a limit gives a finding that
// names the limit and an empty document.
model::ParsedPage parse_page(const source::SourceFile& file, source::FileId id, std::string source_path,
                             const MarkdownOptions& options, diagnostic::Sink& sink);

}  // namespace shirube::parse
