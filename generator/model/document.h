// A page's body as a tree. Made once by parse/markdown, never changed afterwards; each back end is one file of visits.
// What a link, role or directive resolves to is decided later and kept beside the tree, keyed by its ordinal.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

#include "model/view.h"
#include "source/range.h"

namespace shirube::model {

using source::Located;
using source::SourceRange;

// Position of a link, image or role among those of its page, in document order. One counter for the three.
struct ReferenceId {
  std::uint32_t value = 0;
  friend auto operator<=>(ReferenceId, ReferenceId) = default;
};

struct Inline;
using Inlines = std::vector<Inline>;

struct Text {
  std::string text;
};
// A line end in the source. `joins`: both neighbours are Japanese, so that nothing is shown for it.
struct SoftBreak {
  bool joins = false;
};
struct LineBreak {};
struct Code {
  std::string text;
};
// {漢字|かんじ}
struct Ruby {
  std::string base;
  std::string reading;
};
struct Emphasis {
  Inlines children;
};
struct Strong {
  Inlines children;
};
struct Strikethrough {
  Inlines children;
};
struct Link {
  ReferenceId id;
  std::string destination;  // as written, entities and escapes resolved; not yet percent-encoded
  std::string title;
  Inlines children;
  bool automatic = false;  // <…> or a bare URL
};
struct Image {
  ReferenceId id;
  std::string destination;
  std::string title;
  Inlines children;  // the alternative text
};
// {name}`argument`
struct Role {
  ReferenceId id;
  std::string name;
  std::string argument;
  SourceRange argument_range;
};
struct FootnoteReference {
  std::uint32_t number = 0;      // 1-based, in order of first use
  std::uint32_t occurrence = 0;  // 1-based among the references to this note
};
// Only where site.yaml allows raw HTML.
struct RawInline {
  std::string html;
};

struct Inline {
  SourceRange range;
  std::variant<Text, SoftBreak, LineBreak, Code, Ruby, Emphasis, Strong, Strikethrough, Link, Image, Role,
               FootnoteReference, RawInline>
      value;
};

struct Block;
using Blocks = std::vector<Block>;

struct Heading {
  int level = 1;
  std::string id;  // unique in the page
  Inlines children;
};
struct Paragraph {
  Inlines children;
};
struct BlockQuote {
  Blocks children;
};
enum class AlertKind { note, tip, important, warning, caution };
struct Alert {
  AlertKind kind = AlertKind::note;
  Blocks children;
};
// <details>: folds on a screen, open on paper.
struct Details {
  Located<std::string> summary;
  Blocks children;
};
struct ListItem {
  std::optional<bool> checked;  // set: a task
  Blocks children;
  SourceRange range;
};
struct List {
  bool ordered = false;
  std::uint32_t start = 1;
  bool tight = true;
  std::vector<ListItem> items;
};
struct CodeBlock {
  std::string info;
  std::string text;
  bool fenced = false;
};
enum class Alignment { none, left, centre, right };
struct TableCell {
  Inlines children;
  SourceRange range;
};
struct Table {
  std::vector<Alignment> alignments;  // one per column
  std::vector<TableCell> header;
  std::vector<std::vector<TableCell>> rows;  // each as long as the header
};
struct ThematicBreak {};
// Only where site.yaml allows raw HTML.
struct RawBlock {
  std::string html;
};
// ```{name} … ```: its options are read and typed when the page is parsed.
struct Directive {
  std::string name;
  View view;
};

struct Block {
  SourceRange range;
  std::variant<Heading, Paragraph, BlockQuote, Alert, Details, List, CodeBlock, Table, ThematicBreak, RawBlock,
               Directive>
      value;
};

struct Footnote {
  std::uint32_t number = 0;  // 1-based; notes are in this order
  std::string label;
  std::uint32_t references = 0;  // how often it is referred to
  Blocks children;
  SourceRange range;
};

struct Document {
  Blocks blocks;
  std::vector<Footnote> footnotes;
};

// The text of inlines without any mark-up; of ruby its base.
std::string plain_text(const Inlines& inlines);

// Calls visit(children) for each list of blocks that is directly in `block`. A new kind of block that holds others
// is added here alone.
template <class AnyBlock, class Visit>
void for_each_inside(AnyBlock& block, const Visit& visit) {
  std::visit(
      [&](auto& value) {
        if constexpr (requires { value.items; }) {
          for (auto& item : value.items) visit(item.children);
        } else if constexpr (requires { value.children.front().value; }) {
          if constexpr (std::is_same_v<std::remove_cvref_t<decltype(value.children)>, Blocks>) visit(value.children);
        }
      },
      block.value);
}

// Every run of inlines, in the order of the document, with its place: headings, paragraphs, cells of tables.
void for_each_text(const Document& document, const std::function<void(const Inlines&, const SourceRange&)>& visit);

}  // namespace shirube::model
