#include "parse/markdown/markdown.h"

#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <utility>

#include "parse/front_matter.h"
#include "parse/markdown/block_reader.h"
#include "parse/markdown/characters.h"
#include "parse/markdown/emphasis_marks.h"
#include "parse/markdown/guarded_parse.h"
#include "parse/markdown/heading_ids.h"
#include "parse/markdown/page_reading.h"
#include "parse/markdown/prescan.h"
#include "parse/markdown/prose.h"
#include "parse/markdown/ruby.h"

namespace shirube::parse {

namespace {

using diagnostic::Kind;

struct ArenaDeleter {
  void operator()(shirube_arena* arena) const { shirube_arena_destroy(arena); }
};

void prepare_once() {
  static std::once_flag done;
  std::call_once(done, shirube_prepare_cmark);
}

// Ids in the order of the document; those that authors gave come first, so that they never lose against a made one.
void name_headings(PageReading& reading, model::Document& document) {
  HeadingIds ids;
  auto& entries = reading.page.headings;
  std::unordered_map<std::string, source::SourceRange> given;
  for (model::HeadingEntry& entry : entries) {
    if (entry.id.empty()) continue;
    const auto [first, is_new] = given.emplace(entry.id, entry.range);
    if (is_new) {
      ids.reserve(entry.id);
      continue;
    }
    reading.sink.report(Kind::duplicate_heading_id, entry.range, {entry.id}).label(first->second, Kind::first_here);
    entry.id.clear();
  }
  for (auto& entry : entries) {
    if (entry.id.empty()) entry.id = ids.make(entry.text);
  }
  std::size_t next = 0;
  const auto visit = [&](const auto& self, model::Blocks& blocks) -> void {
    for (model::Block& block : blocks) {
      if (auto* heading = std::get_if<model::Heading>(&block.value)) {
        heading->id = entries[next++].id;
      }
      model::for_each_inside(block, [&](model::Blocks& inside) { self(self, inside); });
    }
  };
  visit(visit, document.blocks);
  for (model::Footnote& note : document.footnotes) visit(visit, note.children);
}

// Only the first block can be the title of the page; another of its level is a mistake.
void look_for_late_titles(const PageReading& reading) {
  const auto& headings = reading.page.headings;
  for (std::size_t i = model::begins_with_title(reading.page) ? 1 : 0; i < headings.size(); ++i) {
    if (headings[i].level == 1) reading.sink.report(Kind::late_h1, headings[i].range);
  }
}

// The words of a text without its readings.
std::string without_ruby(const std::string& text) {
  return model::plain_text(read_ruby(text));
}

void read_title_ruby(model::ParsedPage& page) {
  model::FrontMatter& front = page.front_matter;
  front.description = without_ruby(front.description);
  if (find_ruby(front.title.value).empty()) return;
  page.title_with_ruby = read_ruby(front.title.value);
  front.title.value = without_ruby(front.title.value);
}

void read_body(PageReading& reading) {
  const model::Limits& limits = reading.options.limits;
  prepare_once();
  const std::string marked = mark_emphasis(reading.text.body());
  const std::unique_ptr<shirube_arena, ArenaDeleter> arena(
      shirube_arena_create(static_cast<std::size_t>(limits.page_memory_bytes), limits.page_milliseconds));
  const source::SourceRange place = reading.text.lines(1, 1);
  cmark_node* root = nullptr;
  switch (shirube_parse(arena.get(), marked.data(), marked.size(), &root)) {
    case SHIRUBE_OUT_OF_MEMORY:
      reading.sink.report(Kind::limit_memory, place, {std::to_string(limits.page_memory_bytes >> 20)});
      return;
    case SHIRUBE_OUT_OF_TIME:
      reading.sink.report(Kind::limit_time, place, {std::to_string(limits.page_milliseconds)});
      return;
    case SHIRUBE_PARSED:
      break;
  }
  model::Document document = BlockReader(reading).read(root);
  if (reading.given_up) {
    reading.page.headings.clear();
    reading.page.references.clear();
    return;
  }
  name_headings(reading, document);
  reading.page.document = std::move(document);
  look_for_late_titles(reading);
  add_prose(reading.page.document, reading.text.whole(), reading.page.passages);
}

}  // namespace

model::ParsedPage parse_page(const source::SourceFile& file, source::FileId id, std::string source_path,
                             const MarkdownOptions& options, diagnostic::Sink& sink) {
  model::ParsedPage page;
  page.file = id;
  page.source_path = std::move(source_path);
  const auto size = static_cast<std::int64_t>(file.text().size());
  if (size > options.limits.markdown_bytes) {
    sink.report(Kind::limit_markdown, {id, 0, 0},
                {std::to_string(size), std::to_string(options.limits.markdown_bytes)});
    return page;
  }
  if (!check_characters(file, id, sink)) return page;
  FrontMatterResult front = read_front_matter(file, id, sink);
  page.front_matter = std::move(front.front_matter);
  page.passages = std::move(front.passages);
  if (front.misplaced) return page;
  read_title_ruby(page);
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (front.body_begin == 0 && file.text().starts_with(byte_order_mark)) {
    front.body_begin = static_cast<std::uint32_t>(byte_order_mark.size());
  }
  const PageText text(file.text(), id, front.body_begin);
  if (within_limits(text, options.limits, sink)) {
    PageReading reading{text, options, sink, page, {}, 0, false};
    read_body(reading);
  }
  if (page.front_matter.title.value.empty() && !page.headings.empty()) {
    page.front_matter.title = {page.headings.front().text, page.headings.front().range};
  }
  return page;
}

}  // namespace shirube::parse
