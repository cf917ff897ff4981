#include "parse/markdown/inline_reader.h"

#include <cmark-gfm.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include "diagnostic/suggestion.h"
#include "parse/directives.h"
#include "parse/markdown/autolinks.h"
#include "parse/markdown/emphasis_marks.h"
#include "parse/markdown/line_joins.h"
#include "parse/markdown/link_tail.h"
#include "parse/markdown/links.h"
#include "parse/markdown/lookalikes.h"
#include "parse/markdown/ruby.h"
#include "parse/markdown/unfinished.h"
#include "source/unicode.h"

namespace shirube::parse {

using diagnostic::Kind;
using model::Inline;
using model::Inlines;

namespace {

std::string unmarked(const char* text) {
  std::string result = text == nullptr ? "" : text;
  strip_marks(result);
  return result;
}

bool is_role_sign(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == ':';
}

// Where `{name}` at the end of the text starts; npos if none does.
std::size_t find_role_name(std::string_view text) {
  if (text.size() < 3 || text.back() != '}') return std::string_view::npos;
  std::size_t begin = text.size() - 1;
  while (begin > 0 && is_role_sign(text[begin - 1])) --begin;
  return begin > 0 && begin < text.size() - 1 && text[begin - 1] == '{' ? begin - 1 : std::string_view::npos;
}

// What a text takes as a URL in HTML, at most.
std::int64_t encoded_size(std::string_view url) {
  std::int64_t size = 0;
  for (const char c : url) size += static_cast<unsigned char>(c) < 0x80 && c != '&' && c != '"' ? 1 : 3;
  return size;
}

bool is_comment(std::string_view html) {
  return html.starts_with("<!--");
}

// <br>, <br/>, <BR />
bool is_line_break(std::string_view html) {
  if (html.size() < 4 || (html[1] != 'b' && html[1] != 'B') || (html[2] != 'r' && html[2] != 'R')) return false;
  return html.substr(3).find_first_not_of(" />") == std::string_view::npos;
}

// Kanji, kana and the like: what a name in a formula is made of.
bool is_word_sign(char32_t c) {
  return source::is_letter_or_digit(c) || c == '%' || c == '.' || c == 0x30FC;
}
bool is_hiragana(char32_t c) {
  return c >= 0x3041 && c <= 0x309F;
}

// Whether a line of the page begins with `[^label]：`.
bool has_wide_note(PageReading& page, const std::string& label) {
  if (!page.wide_notes) {
    auto& labels = page.wide_notes.emplace();
    for (int number = 1; number <= page.text.line_count(); ++number) {
      const std::string_view line = page.text.line(number);
      const std::size_t begin = std::min(line.find_first_not_of(' '), line.size());
      const std::size_t end = line.find("]：", begin);
      if (line.substr(begin).starts_with("[^") && end != std::string_view::npos) labels.emplace(line.substr(begin + 2, end - begin - 2));
    }
  }
  return page.wide_notes->contains(label);
}

void merge_neighbours(Inlines& inlines) {
  std::size_t to = 0;
  for (std::size_t from = 0; from < inlines.size(); ++from) {
    auto* here = std::get_if<model::Text>(&inlines[from].value);
    auto* before = to > 0 ? std::get_if<model::Text>(&inlines[to - 1].value) : nullptr;
    if (here != nullptr && before != nullptr) {
      before->text += here->text;
      inlines[to - 1].range.end = inlines[from].range.end;
    } else {
      if (to != from) inlines[to] = std::move(inlines[from]);
      ++to;
    }
  }
  inlines.erase(inlines.begin() + static_cast<std::ptrdiff_t>(to), inlines.end());
}

}  // namespace

Inlines InlineReader::read(cmark_node* block) {
  Inlines inlines = read_children(block, 0, false);
  join_lines(inlines);
  return inlines;
}

void InlineReader::put(Gathered& gathered, std::size_t begin, decltype(Inline::value) value) {
  gathered.inlines.push_back({map_.range(begin, at_), std::move(value)});
}

void InlineReader::too_deep(std::size_t at, int depth) {
  page_.give_up(Kind::limit_inline_nesting, map_.range(at, at + 1), depth, page_.options.limits.inline_nesting);
}

Inlines InlineReader::read_children(cmark_node* parent, int depth, bool in_link) {
  Gathered gathered;
  for (cmark_node* node = cmark_node_first_child(parent); node != nullptr; node = cmark_node_next(node)) {
    if (page_.given_up) return {};
    read_node(node, depth, in_link, gathered);
  }
  flush(gathered, in_link);
  if (!gathered.tildes.empty()) {
    const int deepest = apply_strikethrough(gathered.inlines, gathered.tildes);
    if (depth + deepest > page_.options.limits.inline_nesting) {
      too_deep(at_, depth + deepest);
      return {};
    }
    merge_neighbours(gathered.inlines);
  }
  return std::move(gathered.inlines);
}

void InlineReader::read_node(cmark_node* node, int depth, bool in_link, Gathered& gathered) {
  const cmark_node_type type = cmark_node_get_type(node);
  if (type == CMARK_NODE_TEXT) {
    at_ = gathered.run.append(unmarked(cmark_node_get_literal(node)), content_, at_);
    return;
  }
  if (type == CMARK_NODE_CODE) {
    read_code(node, in_link, gathered);
    return;
  }
  flush(gathered, in_link);
  const std::size_t begin = at_;
  switch (type) {
    case CMARK_NODE_SOFTBREAK:
      pass_line_end();
      if (begins_with_list_mark(content_.substr(at_))) {
        put(gathered, begin, model::LineBreak{});
      } else {
        put(gathered, begin, model::SoftBreak{});
      }
      break;
    case CMARK_NODE_LINEBREAK:
      pass_line_end();
      put(gathered, begin, model::LineBreak{});
      break;
    case CMARK_NODE_EMPH:
    case CMARK_NODE_STRONG: {
      if (depth >= page_.options.limits.inline_nesting) {
        // The whole depth would have to be walked to be reported; what is reported is the first that is too much.
        too_deep(begin, depth + 1);
        return;
      }
      const std::size_t size = type == CMARK_NODE_EMPH ? 1 : 2;
      at_ = std::min(at_ + size, content_.size());
      Inlines children = read_children(node, depth + 1, in_link);
      at_ = std::min(at_ + size, content_.size());
      look_for_product(begin, size);
      if (type == CMARK_NODE_EMPH) {
        put(gathered, begin, model::Emphasis{std::move(children)});
      } else {
        put(gathered, begin, model::Strong{std::move(children)});
      }
      break;
    }
    case CMARK_NODE_LINK:
    case CMARK_NODE_IMAGE:
      read_link(node, depth, gathered);
      break;
    case CMARK_NODE_HTML_INLINE:
      read_raw_html(node, gathered);
      break;
    case CMARK_NODE_FOOTNOTE_REFERENCE:
      read_note(node, gathered);
      break;
    default:
      break;
  }
}

void InlineReader::pass_line_end() {
  while (at_ < content_.size() && (content_[at_] == ' ' || content_[at_] == '\t' || content_[at_] == '\\')) ++at_;
  if (at_ < content_.size() && content_[at_] == '\r') ++at_;
  if (at_ < content_.size() && content_[at_] == '\n') ++at_;
  while (at_ < content_.size() && (content_[at_] == ' ' || content_[at_] == '\t')) ++at_;
}

void InlineReader::read_code(cmark_node* node, bool in_link, Gathered& gathered) {
  std::size_t begin = std::min(content_.find('`', at_), content_.size());
  const std::size_t inner = std::min(content_.find_first_not_of('`', begin), content_.size());
  const std::size_t ticks = inner - begin;
  std::size_t end = inner;
  for (;;) {
    end = std::min(content_.find('`', end), content_.size());
    const std::size_t after = std::min(content_.find_first_not_of('`', end), content_.size());
    const bool closed = after - end == ticks || end == content_.size();
    at_ = after;
    if (closed) break;
    end = after;
  }
  std::string text = unmarked(cmark_node_get_literal(node));
  std::size_t name = std::string::npos;
  TextRun& run = gathered.run;
  if (!run.empty() && run.content_end(run.text().size()) == begin && run.is_verbatim(run.text().size() - 1)) {
    name = find_role_name(run.text());
    if (name != std::string::npos && !run.is_verbatim(name)) name = std::string::npos;
  }
  std::string role;
  if (name != std::string::npos) {
    role = run.text().substr(name + 1, run.text().size() - name - 2);
    begin = run.content_begin(name);
    run.truncate(name);
  }
  flush(gathered, in_link);
  if (name == std::string::npos) {
    put(gathered, begin, model::Code{std::move(text)});
    return;
  }
  const auto& names = role_names();
  if (std::find(names.begin(), names.end(), role) == names.end()) {
    page_.sink.report(Kind::unknown_role, map_.range(begin + 1, begin + 1 + role.size()), {role})
        .suggest([&] { return diagnostic::near_miss(role, names); });
    put(gathered, begin, model::Code{std::move(text)});
    return;
  }
  std::size_t from = inner, to = end;
  while (from < to && content_[from] == ' ') ++from;
  while (to > from && content_[to - 1] == ' ') --to;
  text.erase(0, std::min(text.find_first_not_of(' '), text.size()));
  while (!text.empty() && text.back() == ' ') text.pop_back();
  const source::SourceRange argument = map_.range(from, to);
  const auto id = page_.refer({model::Reference::Kind::role, role, text, argument});
  put(gathered, begin, model::Role{id, role, std::move(text), argument});
}

bool InlineReader::may_link(const std::string& destination, source::SourceRange range) {
  const auto fault = find_link_fault(destination);
  if (!fault) return true;
  const std::string argument(*fault == Kind::link_scheme ? scheme_of(destination) : std::string_view(destination));
  page_.sink.report(*fault, range, {argument});
  return false;
}

void InlineReader::read_autolink(std::string destination, std::size_t begin, Gathered& gathered) {
  const std::size_t end = std::min(content_.find('>', begin), content_.size());
  at_ = std::min(end + 1, content_.size());
  const source::SourceRange range = map_.range(begin + 1, end);
  model::Text text{std::string(content_.substr(begin + 1, end - begin - 1))};
  if (!may_link(destination, range)) {
    put(gathered, begin, std::move(text));
    return;
  }
  const auto id = page_.refer({model::Reference::Kind::link, {}, destination, range});
  put(gathered, begin, model::Link{id, std::move(destination), {}, {{range, std::move(text)}}, true});
}

void InlineReader::read_link(cmark_node* node, int depth, Gathered& gathered) {
  const bool image = cmark_node_get_type(node) == CMARK_NODE_IMAGE;
  const std::size_t begin = at_;
  std::string destination = unmarked(cmark_node_get_url(node));
  std::string title = unmarked(cmark_node_get_title(node));
  if (!image && begin < content_.size() && content_[begin] == '<') {
    read_autolink(std::move(destination), begin, gathered);
    return;
  }
  if (depth >= page_.options.limits.inline_nesting) {
    too_deep(begin, depth + 1);
    return;
  }
  page_.link_bytes += encoded_size(destination) + encoded_size(title);
  if (page_.link_bytes > page_.options.limits.page_html_bytes) {
    page_.give_up(Kind::limit_html, map_.range(begin, begin + 1), page_.link_bytes,
                  page_.options.limits.page_html_bytes);
    return;
  }
  at_ = std::min(begin + (image ? 2 : 1), content_.size());
  const bool good = !find_link_fault(destination);
  model::ReferenceId id;
  // Before the children, so that the numbers are in the order of the document.
  if (good)
    id = page_.refer({image ? model::Reference::Kind::image : model::Reference::Kind::link, {}, destination, {}});
  Inlines children = read_children(node, depth + 1, true);
  if (at_ < content_.size() && content_[at_] == ']') ++at_;
  source::SourceRange range;
  const char next = at_ < content_.size() ? content_[at_] : '\0';
  const auto tail = next == '(' ? scan_link_tail(content_, at_) : std::nullopt;
  if (tail) {
    range = map_.range(tail->destination_begin, tail->destination_end);
    at_ = tail->end;
  } else {
    if (next == '[') at_ = skip_link_label(content_, at_);
    range = map_.range(begin, at_);
  }
  if (!good) {
    may_link(destination, range);
    for (Inline& child : children) gathered.inlines.push_back(std::move(child));
    return;
  }
  page_.page.references[id.value].range = range;
  const auto is_blank = [](const Inline& child) {
    const auto* text = std::get_if<model::Text>(&child.value);
    return text != nullptr && text->text.find_first_not_of(" \t") == std::string::npos;
  };
  const bool empty = image ? destination.empty() : destination.empty() || std::all_of(children.begin(), children.end(), is_blank);
  if (empty) page_.sink.report(Kind::link_empty, map_.range(begin, at_));
  if (!image && tail) report_wide_picture(map_, begin, destination, page_.sink);
  if (image) {
    put(gathered, begin, model::Image{id, std::move(destination), std::move(title), std::move(children)});
  } else {
    put(gathered, begin, model::Link{id, std::move(destination), std::move(title), std::move(children), false});
  }
}

void InlineReader::read_raw_html(cmark_node* node, Gathered& gathered) {
  const std::size_t begin = at_;
  std::string html = unmarked(cmark_node_get_literal(node));
  at_ = std::min(at_ + html.size(), content_.size());
  if (is_comment(html)) return;
  if (holder_ == Holder::cell && is_line_break(html)) {
    put(gathered, begin, model::LineBreak{});
    return;
  }
  if (page_.options.raw_html) {
    put(gathered, begin, model::RawInline{std::move(html)});
  } else {
    page_.sink.report(Kind::raw_html, map_.range(begin, at_), {html});
  }
}

void InlineReader::read_note(cmark_node* node, Gathered& gathered) {
  const std::size_t begin = at_;
  at_ = std::min(content_.find(']', at_), content_.size());
  at_ = std::min(at_ + 1, content_.size());
  const std::string_view literal = cmark_node_get_literal(node);
  std::uint32_t number = 0;
  std::from_chars(literal.data(), literal.data() + literal.size(), number);
  if (page_.note_references.size() <= number) page_.note_references.resize(number + 1);
  put(gathered, begin, model::FootnoteReference{number, ++page_.note_references[number]});
}

void InlineReader::flush(Gathered& gathered, bool in_link) {
  TextRun& run = gathered.run;
  if (run.empty()) return;
  const std::string& text = run.text();
  look_for_mistakes(run);
  std::size_t done = 0;
  if (!in_link && text.find_first_of("@.:") != std::string::npos) {
    for (Autolink& found : find_autolinks(text)) {
      if (!run.is_verbatim(found.trigger) || find_link_fault(found.destination)) continue;
      put_text(gathered, done, found.begin);
      const source::SourceRange range = map_.range(run.content_begin(found.begin), run.content_end(found.end));
      const auto id = page_.refer({model::Reference::Kind::link, {}, found.destination, range});
      Inlines children;
      children.push_back({range, model::Text{text.substr(found.begin, found.end - found.begin)}});
      gathered.inlines.push_back({range, model::Link{id, std::move(found.destination), {}, std::move(children), true}});
      done = found.end;
    }
  }
  put_text(gathered, done, text.size());
  run.clear();
}

void InlineReader::put_text(Gathered& gathered, std::size_t begin, std::size_t end) {
  const TextRun& run = gathered.run;
  const std::string& text = run.text();
  std::size_t done = begin;
  for (std::size_t i = text.find('~', begin); i < end;) {
    std::size_t after = std::min(text.find_first_not_of('~', i), end);
    const std::size_t from = run.content_begin(i);
    const bool alone = run.is_verbatim(i) && run.content_end(after) - from == after - i;
    // One alone is a character of its own: 10~20件.
    if (alone && after - i == 2) {
      const Flanking side = flanking(content_, from, from + (after - i));
      if (side.left || side.right) {
        put_ruby(gathered, done, i);
        gathered.tildes.push_back({gathered.inlines.size(), side.left, side.right});
        put_plain(gathered, i, after);
        done = after;
      }
    }
    i = text.find('~', after);
  }
  put_ruby(gathered, done, end);
}

void InlineReader::put_ruby(Gathered& gathered, std::size_t begin, std::size_t end) {
  const TextRun& run = gathered.run;
  const std::string_view text = run.text();
  std::size_t done = begin;
  for (const FoundRuby& found : find_ruby(text.substr(begin, std::max(begin, end) - begin))) {
    const std::size_t open = begin + found.begin, bar = begin + found.bar, close = begin + found.end;
    if (!run.is_verbatim(open) || !run.is_verbatim(bar)) continue;
    put_plain(gathered, done, open);
    gathered.inlines.push_back(
        {map_.range(run.content_begin(open), run.content_end(close)),
         model::Ruby{std::string(text.substr(open + 1, bar - open - 1)), std::string(text.substr(bar + 1, close - bar - 2))}});
    done = close;
  }
  put_plain(gathered, done, end);
}

void InlineReader::put_plain(Gathered& gathered, std::size_t begin, std::size_t end) {
  if (begin >= end) return;
  const TextRun& run = gathered.run;
  gathered.inlines.push_back(
      {map_.range(run.content_begin(begin), run.content_end(end)), model::Text{run.text().substr(begin, end - begin)}});
}

// 単価*件数*0.5: emphasis for Markdown, a product for its author. Reported where only names or numbers are on both
// sides of both stars; これは*大事*です is none.
void InlineReader::look_for_product(std::size_t begin, std::size_t size) {
  if (content_[begin] != '*' || begin == 0 || at_ >= content_.size() || at_ < begin + 2 * size) return;
  const auto before = source::code_point_before(content_, begin).value;
  const auto after = source::code_point_at(content_, at_).value;
  const std::string_view inner = content_.substr(begin + size, at_ - begin - 2 * size);
  if (!is_word_sign(before) || !is_word_sign(after) || inner.size() > 60) return;
  // Bold between two words of Japanese is common, a power of names is not.
  if (size == 2 && (before >= 0x80 || after >= 0x80)) return;
  for (const char32_t c : source::code_points(inner)) {
    if (!is_word_sign(c) || is_hiragana(c)) return;
  }
  if (is_hiragana(before) || is_hiragana(after)) return;
  page_.sink.report(Kind::stars_lost, map_.range(begin, at_), {std::string(inner)});
}

// Text that was very likely meant as something else.
void InlineReader::look_for_mistakes(const TextRun& run) {
  const std::string& text = run.text();
  report_lookalike_signs(run, map_, page_.sink);
  report_unfinished_marks(run, map_, page_.sink);
  if (const std::size_t i = text.find("<!--"); i != std::string::npos && run.is_verbatim(i)) {
    page_.sink.report(Kind::comment_unclosed, map_.range(run.content_begin(i), run.content_end(i + 4)));
  }
  const std::size_t opened = text.find('[');
  for (std::size_t i = text.find("]("); i != std::string::npos; i = text.find("](", i + 2)) {
    if (!run.is_verbatim(i) || !run.is_verbatim(i + 1) || opened > i) continue;
    if (const auto target = scan_blank_target(content_, run.content_begin(i))) {
      const std::string_view written =
          content_.substr(target->destination_begin, target->destination_end - target->destination_begin);
      page_.sink.report(Kind::link_blank, map_.range(target->destination_begin, target->destination_end),
                        {std::string(written)});
    }
  }
  for (std::size_t i = text.find("[^"); i != std::string::npos; i = text.find("[^", i + 2)) {
    const std::size_t end = text.find_first_of("] \t[", i + 2);
    if (end == std::string::npos || text[end] != ']' || end == i + 2 || !run.is_verbatim(i)) continue;
    constexpr std::string_view wide_colon = "：";
    if (i == 0 && std::string_view(text).substr(end + 1).starts_with(wide_colon)) {
      page_.sink.report(Kind::mark_wide, map_.range(run.content_begin(end + 1), run.content_end(end + 1 + wide_colon.size())),
                        {std::string(wide_colon), ":"});
      continue;
    }
    if (has_wide_note(page_, text.substr(i + 2, end - i - 2))) continue;  // reported where it stands
    page_.sink.report(Kind::unknown_footnote, map_.range(run.content_begin(i), run.content_end(end + 1)),
                      {text.substr(i + 2, end - i - 2)});
  }
}

}  // namespace shirube::parse
