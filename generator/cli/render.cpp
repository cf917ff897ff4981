// shirube render FILE: the body of one page as HTML, without a site around it.
#include <cstdio>
#include <iterator>
#include <string>

#include "check/walk.h"
#include "cli/commands.h"
#include "cli/report.h"
#include "cli/streams.h"
#include "parse/markdown/markdown.h"
#include "render/html/body.h"
#include "source/file_system.h"

namespace shirube::cli {

namespace {

source::Result<std::string> read_standard_input() {
  std::string text;
  char buffer[65536];
  while (const std::size_t got = std::fread(buffer, 1, sizeof buffer, stdin)) text.append(buffer, got);
  if (std::ferror(stdin) != 0) return source::Failure{source::Failure::Kind::other, "-", "standard input"};
  return text;
}

source::Result<std::string> read_input(const std::string& path) {
  if (path == "-") return read_standard_input();
  const std::size_t slash = path.rfind('/');
  const std::string folder = slash == std::string::npos ? "." : path.substr(0, slash + 1);
  auto files = source::RealFileSystem::open(folder);
  if (!files) return files.failure();
  return files.value()->read(slash == std::string::npos ? path : path.substr(slash + 1));
}

// The first role or view, which only a site can fill; nowhere if there is none.
source::SourceRange first_of_site(const model::ParsedPage& page) {
  for (const model::Reference& reference : page.references) {
    if (reference.kind == model::Reference::Kind::role) return reference.range;
  }
  source::SourceRange first;
  check::for_each_directive(page.document, [&](const model::Directive&) { first = {page.file, 0, 0}; });
  for (auto block = page.document.blocks.rbegin(); block != page.document.blocks.rend(); ++block) {
    if (std::holds_alternative<model::Directive>(block->value)) first = block->range;
  }
  return first;
}

}  // namespace

int render(const Options& options) {
  source::SourceSet sources;
  diagnostic::Sink sink;
  auto text = read_input(options.file);
  if (!text) {
    report_failure(text.failure(), true, sink);
    return report_findings(sink, sources, options);
  }
  const source::FileId file = sources.add(options.file == "-" ? "<stdin>" : options.file, std::move(text).value());
  parse::MarkdownOptions markdown;
  markdown.raw_html = options.raw_html;
  const model::ParsedPage page = parse::parse_page(sources.file(file), file, "page.md", markdown, sink);
  const std::string html = render::html::render_body(page.document, {});
  write_output(html);
  if (const source::SourceRange range = first_of_site(page)) sink.report(diagnostic::Kind::render_alone, range);
  Options text_findings = options;
  text_findings.json = false;  // standard output holds the HTML
  return report_findings(sink, sources, text_findings);
}

}  // namespace shirube::cli
