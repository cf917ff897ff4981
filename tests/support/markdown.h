// A page made of a text, as parse/markdown reads it.
#pragma once

#include <string>
#include <string_view>

#include "diagnostic/printer.h"
#include "parse/markdown/markdown.h"
#include "render/html/body.h"

namespace shirube::test {

struct ReadPage {
  source::SourceSet sources;
  diagnostic::Sink sink;
  source::FileId file;
  model::ParsedPage page;

  explicit ReadPage(std::string text, const parse::MarkdownOptions& options = {}) {
    file = sources.add("content/a.md", std::move(text));
    page = parse::parse_page(sources.file(file), file, "a.md", options, sink);
  }

  std::string html(const render::html::BodyContext& context = {}) const {
    return render::html::render_body(page.document, context);
  }
  // The source that a range covers.
  std::string_view at(source::SourceRange range) const {
    return std::string_view(sources.file(file).text()).substr(range.begin, range.end - range.begin);
  }
  // The rules of all findings, each with the source that it is about: `link-scheme(javascript:x) …`.
  std::string findings() const {
    std::string text;
    for (const auto& each : sink.diagnostics()) {
      if (!text.empty()) text += ' ';
      text += diagnostic::info(each.kind).rule;
      text += '(';
      text += at(each.range);
      text += ')';
    }
    return text;
  }
};

}  // namespace shirube::test
