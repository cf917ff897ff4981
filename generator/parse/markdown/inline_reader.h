// The inlines of one paragraph, heading or table cell: cmark-gfm's nodes, laid along the source so that each has its
// exact place, plus what the library does not know: strikethrough, bare addresses, roles.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "parse/markdown/content_map.h"
#include "parse/markdown/page_reading.h"
#include "parse/markdown/strikethrough.h"
#include "parse/markdown/text_run.h"

struct cmark_node;

namespace shirube::parse {

class InlineReader {
 public:
  // What holds the inlines: only in a cell is `<br>` the way to end a line.
  enum class Holder { lines, cell };

  InlineReader(PageReading& page, const ContentMap& map, Holder holder = Holder::lines)
      : page_(page), map_(map), content_(map.text()), holder_(holder) {}

  model::Inlines read(cmark_node* block);

 private:
  // The inlines of one parent while they are gathered.
  struct Gathered {
    model::Inlines inlines;
    std::vector<TildeRun> tildes;
    TextRun run;
  };

  model::Inlines read_children(cmark_node* parent, int depth, bool in_link);
  void read_node(cmark_node* node, int depth, bool in_link, Gathered& gathered);
  void read_code(cmark_node* node, bool in_link, Gathered& gathered);
  void read_link(cmark_node* node, int depth, Gathered& gathered);
  void read_autolink(std::string destination, std::size_t begin, Gathered& gathered);
  void read_raw_html(cmark_node* node, Gathered& gathered);
  void read_note(cmark_node* node, Gathered& gathered);
  void pass_line_end();

  void flush(Gathered& gathered, bool in_link);
  void put_text(Gathered& gathered, std::size_t begin, std::size_t end);
  void put_ruby(Gathered& gathered, std::size_t begin, std::size_t end);
  void put_plain(Gathered& gathered, std::size_t begin, std::size_t end);
  void look_for_product(std::size_t begin, std::size_t size);
  void look_for_mistakes(const TextRun& run);
  bool may_link(const std::string& destination, source::SourceRange range);
  void too_deep(std::size_t at, int depth);
  void put(Gathered& gathered, std::size_t begin, decltype(model::Inline::value) value);

  PageReading& page_;
  const ContentMap& map_;
  std::string_view content_;
  Holder holder_;
  std::size_t at_ = 0;  // how far the content is read
};

}  // namespace shirube::parse
