#include "parse/markdown/prose.h"

#include <algorithm>
#include <type_traits>

namespace shirube::parse {

namespace {

using model::Inline;
using model::Inlines;
using source::SourceRange;

constexpr char blot = '\x01';

class Passage {
 public:
  Passage(std::string_view file, const SourceRange& range) : file_(file), range_(range) {
    range_.begin = static_cast<std::uint32_t>(std::min<std::size_t>(range.begin, file.size()));
    range_.end = static_cast<std::uint32_t>(std::clamp<std::size_t>(range.end, range_.begin, file.size()));
    text_.assign(range_.end - range_.begin, blot);
  }

  void show(const Inlines& inlines) {
    const Inline* line_end = nullptr;
    for (const Inline& each : inlines) {
      // The marks of a quote or the indentation of an item, at the beginning of the next line.
      if (line_end != nullptr && each.range.begin > line_end->range.end) {
        hide_marks(line_end->range.end, each.range.begin - line_end->range.end);
      }
      std::visit([&](const auto& value) { show(each.range, value); }, each.value);
      line_end = std::holds_alternative<model::SoftBreak>(each.value) ? &each : nullptr;
    }
  }
  model::Passage take() && { return {range_, std::move(text_), false}; }

  void show(std::uint32_t begin, std::uint32_t end) {
    begin = std::max(begin, range_.begin);
    end = std::min(end, range_.end);
    if (begin < end) text_.replace(begin - range_.begin, end - begin, file_.substr(begin, end - begin));
  }

 private:
  template <class Value>
  void show(const SourceRange& range, const Value& value) {
    if constexpr (std::is_same_v<Value, model::Text> || std::is_same_v<Value, model::SoftBreak>) {
      show(range.begin, range.end);
    } else if constexpr (std::is_same_v<Value, model::LineBreak>) {
      if (range.end > range.begin) text_[range.end - 1 - range_.begin] = '\n';
    } else if constexpr (std::is_same_v<Value, model::Ruby>) {
      show(range.begin + 1, range.begin + 1 + static_cast<std::uint32_t>(value.base.size()));
      hide_marks(range.begin, 1);
      hide_marks(range.begin + 1 + static_cast<std::uint32_t>(value.base.size()),
                 range.end - range.begin - 1 - static_cast<std::uint32_t>(value.base.size()));
    } else if constexpr (std::is_same_v<Value, model::Role>) {
      show(value.argument_range.begin, value.argument_range.end);
    } else if constexpr (requires { value.children; }) {
      show(value.children);
      if constexpr (std::is_same_v<Value, model::Emphasis>) hide_ends(range, 1);
      if constexpr (std::is_same_v<Value, model::Strong> || std::is_same_v<Value, model::Strikethrough>) {
        hide_ends(range, 2);
      }
      if constexpr (std::is_same_v<Value, model::Link>) {
        if (!value.automatic) hide_marks(range.begin, 1);
      }
    }
  }

  // A reader does not see these, and what is on their two sides belongs together.
  void hide_marks(std::uint32_t begin, std::uint32_t size) {
    for (std::uint32_t i = begin; i < begin + size && i < range_.end; ++i) {
      if (i >= range_.begin) text_[i - range_.begin] = '*';
    }
  }
  void hide_ends(const SourceRange& range, std::uint32_t size) {
    hide_marks(range.begin, size);
    if (range.end >= range.begin + size) hide_marks(range.end - size, size);
  }

  std::string_view file_;
  SourceRange range_;
  std::string text_;
};

void add(const source::Located<std::string>& words, std::string_view file, std::vector<model::Passage>& passages) {
  if (words.value.empty() || !words.range) return;
  Passage passage(file, words.range);
  passage.show(words.range.begin, words.range.end);
  passages.push_back(std::move(passage).take());
}

void add_blocks(const model::Blocks& blocks, std::string_view file, std::vector<model::Passage>& passages) {
  for (const model::Block& block : blocks) {
    if (const auto* details = std::get_if<model::Details>(&block.value)) add(details->summary, file, passages);
    if (const auto* directive = std::get_if<model::Directive>(&block.value)) {
      const auto* cards = std::get_if<model::CardsView>(&directive->view);
      if (cards == nullptr) continue;
      for (const auto& card : cards->cards) {
        add(card.title, file, passages);
        add(card.text, file, passages);
      }
    }
    model::for_each_inside(block, [&](const model::Blocks& inside) { add_blocks(inside, file, passages); });
  }
}

}  // namespace

void add_prose(const model::Document& document, std::string_view text, std::vector<model::Passage>& passages) {
  model::for_each_text(document, [&](const Inlines& inlines, const SourceRange& range) {
    if (inlines.empty() || !range) return;
    Passage passage(text, range);
    passage.show(inlines);
    passages.push_back(std::move(passage).take());
  });
  add_blocks(document.blocks, text, passages);
  for (const model::Footnote& note : document.footnotes) add_blocks(note.children, text, passages);
}

}  // namespace shirube::parse
