// Builds the tree from yaml-cpp's events. Only the events are used: its own tree answers `node["key"]` in linear time,
// accepts duplicate keys, follows aliases into themselves, and LoadAll(",") never ends.
#include "parse/yaml/yaml.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <new>
#include <sstream>
#include <utility>

#include "parse/yaml/fault.h"
#include "parse/yaml/folded_lines.h"
#include "parse/yaml/scan.h"
#include "parse/yaml/wrong_signs.h"
#include "parse/yaml/yaml_text.h"
#include "source/format.h"
#include "source/unicode.h"

namespace shirube::parse {

namespace {

using diagnostic::Kind;
using source::SourceRange;

constexpr std::size_t most_findings = 100;
constexpr std::size_t longest_key = 1024;
constexpr std::string_view null_words[] = {"null", "Null", "NULL", "~"};

// Leaves the library from inside an event. What there is to say has been said.
struct Abort {};

class TreeBuilder : public YAML::EventHandler {
 public:
  TreeBuilder(const YamlText& text, const YamlLimits& limits, diagnostic::Sink& sink)
      : source_(text), text_(text.text()), limits_(limits), sink_(sink) {}

  YamlNode take_root() { return std::move(root_); }
  // A line begins with a character that was meant as YAML's, and is elsewhere than its author thinks: whatever else is
  // found comes from that.
  bool is_misread() const { return is_misread_; }
  // From where on the library had not yet reported anything when it gave up.
  std::size_t cursor() const { return cursor_; }
  std::optional<std::size_t> open_bracket() const {
    for (auto frame = frames_.rbegin(); frame != frames_.rend(); ++frame) {
      if (is_bracket(frame->begin)) return frame->begin;
    }
    return std::nullopt;
  }

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (!document_seen_) {
      document_seen_ = true;
      return;
    }
    // The library thinks that the document is over and takes the rest for another one.
    const std::size_t begin = at(mark);
    report(Kind::yaml_rest, begin, begin + line_at(text_, begin).size());
    throw Abort();
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    std::size_t begin = at(mark);
    if (anchor != YAML::NullAnchor || (begin < text_.size() && text_[begin] == '!')) begin = refuse_properties(begin);
    YamlNode node;
    const std::size_t size = null_word_at(begin);
    if (size > 0) {
      cursor_ = begin + size;
      node.range = source_.range(begin, cursor_);
    } else {
      place_empty(node);
    }
    note_comment(node, cursor_);
    finish(std::move(node));
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    const std::size_t begin = at(mark);
    cursor_ = std::min(text_.find_first_of(" \t\n,]}", begin), text_.size());
    report(Kind::yaml_alias, begin, cursor_, {std::string(text_.substr(begin, cursor_ - begin))});
    YamlNode node;
    node.kind = YamlNode::Kind::broken;
    node.range = source_.range(begin, cursor_);
    finish(std::move(node));
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    std::size_t begin = at(mark);
    if (anchor != YAML::NullAnchor || tag != "?") begin = refuse_properties(begin);
    YamlNode node;
    node.kind = YamlNode::Kind::scalar;
    node.text = value;
    const char first = begin < text_.size() ? text_[begin] : ' ';
    std::size_t end = begin;
    if (first == '"' || first == '\'') {
      node.quoted = true;
      end = close_quote(begin);
    } else if (first == '|' || first == '>') {
      node.quoted = true;
      end = end_of_spelling(text_, begin + line_at(text_, begin).size(), value);
      if (value.find_first_not_of(" \t\n") == std::string::npos) end = std::string::npos;
    } else {
      end = end_of_spelling(text_, begin, value);
      check_continuation(begin, end);
    }
    if (end == std::string::npos) end = begin + line_at(text_, begin).size();
    node.range = source_.range(begin, end);
    if (!node.quoted) note_comment(node, end);
    node.text = shown_text(begin, value);
    cursor_ = std::max(cursor_, end);
    if (!frames_.empty() && frames_.back().expects_key) frames_.back().key_begin = begin;
    if (value.size() > limits_.scalar_bytes) {
      report(Kind::yaml_scalar_size, begin, begin + 1,
             {source::format("{}", value.size()), source::format("{}", limits_.scalar_bytes)});
      node.kind = YamlNode::Kind::broken;
    } else if (const auto found = find_forbidden_character(value)) {
      report(found->turns_direction ? Kind::hidden_direction : Kind::control_character, begin, end,
             {source::format("{:04X}", static_cast<std::uint32_t>(found->value))});
      node.kind = YamlNode::Kind::broken;
    } else if (!node.quoted && refuse_text(begin, end, value)) {
      node.kind = YamlNode::Kind::broken;
    }
    finish(std::move(node));
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    start(YamlNode::Kind::sequence, mark, tag, anchor);
  }
  void OnSequenceEnd() override { end(']'); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    start(YamlNode::Kind::mapping, mark, tag, anchor);
  }
  void OnMapEnd() override { end('}'); }

 private:
  struct Frame {
    YamlNode node;
    std::size_t begin = 0;
    bool expects_key = false;
    bool in_key = false;  // part of a key: refused as a whole, so nothing inside is worth a word
    bool drop = false;    // the value that comes next: its key was refused
    std::string_view open_quote;  // the character that ends a text which a comma has cut
    std::string key;
    std::size_t key_begin = 0;
    SourceRange key_range;
  };

  // Marks are bytes of the text that we hand in.
  std::size_t at(const YAML::Mark& mark) const {
    return mark.pos < 0 ? text_.size() : std::min(static_cast<std::size_t>(mark.pos), text_.size());
  }

  bool is_bracket(std::size_t offset) const {
    return offset < text_.size() && (text_[offset] == '[' || text_[offset] == '{');
  }

  void report(Kind kind, std::size_t begin, std::size_t end, std::vector<std::string> arguments = {}) {
    sink_.report(kind, source_.range(begin, end), std::move(arguments));
    count_finding();
  }

  // Hostile input must not turn into as many findings as it has bytes.
  void count_finding() {
    if (++findings_ >= most_findings) throw Abort();
  }

  // Anchors and tags before a node are refused; the node itself is read on.
  std::size_t refuse_properties(std::size_t begin) {
    while (begin < text_.size() && (text_[begin] == '&' || text_[begin] == '!')) {
      const std::size_t end = std::min(text_.find_first_of(" \t\n,]}", begin), text_.size());
      if (refused_ == std::string::npos || begin > refused_) {
        refused_ = begin;  // an empty value carries the mark of the next token, which will come with its own event
        report(text_[begin] == '&' ? Kind::yaml_anchor : Kind::yaml_tag, begin, end,
               {std::string(text_.substr(begin, end - begin))});
      }
      begin = skip_blanks_and_comments(text_, end);
    }
    return begin;
  }

  void check_continuation(std::size_t begin, std::size_t end) {
    if (end == std::string::npos || frames_.empty() || open_bracket()) return;
    const std::size_t line = find_outdented_line(text_, begin, end);
    if (line == std::string::npos) return;
    const std::size_t faulty = find_wrong_start(line_at(text_, begin)) ? begin : line;
    if (!is_misread_) explain_fault(source_, Fault::layout, faulty, cursor_, {}, sink_);
    throw Abort();
  }

  // `key: ｜` above the lines of a text; {key: “a, b”}, which is cut at the comma. Whether there is one.
  bool refuse_text(std::size_t begin, std::size_t end, const std::string& value) {
    const auto refuse = [&](const WrongSign& sign) {
      sign.report(value, source_.range(begin + sign.offset, begin + sign.offset + sign.size), sink_);
      count_finding();
      return true;
    };
    const std::string_view first_line = line_at(text_, begin);
    if (begin + first_line.size() < end) {
      if (const auto sign = find_wrong_block(first_line)) return refuse(*sign);
    }
    if (frames_.empty() || !is_bracket(frames_.back().begin)) return false;
    std::string_view& open = frames_.back().open_quote;
    if (!open.empty()) {
      if (value.find(open) != std::string::npos) open = {};
      return true;
    }
    const auto quote = find_open_quote(value);
    const std::size_t next = skip_blanks(text_, end);
    if (!quote || next >= text_.size() || text_[next] != ',') return false;
    open = quote->close;
    return refuse(quote->sign);
  }

  void note_comment(YamlNode& node, std::size_t end) const {
    const std::size_t hash = skip_blanks(text_, end);
    if (hash == end || hash >= text_.size() || text_[hash] != '#') return;
    const std::string_view comment = line_at(text_, hash);
    node.comment = source_.range(hash, hash + 1).begin;
    node.comment_has_blank = comment.size() == 1 || comment[1] == ' ' || comment[1] == '\t';
  }

  // Without the spaces of line ends between Japanese characters, and without the line ends after a block text.
  std::string shown_text(std::size_t begin, const std::string& value) const {
    const char first = begin < text_.size() ? text_[begin] : ' ';
    if (first == '|' || first == '>') {
      const std::size_t lines = std::min(begin + line_at(text_, begin).size() + 1, text_.size());
      const std::string text = value.substr(0, value.find_last_not_of('\n') + 1);
      return first == '|' ? text : join_folded_lines(text_, skip_spaces(lines), text);
    }
    return join_folded_lines(text_, begin, value);
  }

  std::size_t skip_spaces(std::size_t offset) const {
    return std::min(text_.find_first_not_of(" \t\n", offset), text_.size());
  }

  std::size_t close_quote(std::size_t begin) {
    const auto refuse = [&](Kind kind, std::size_t from, std::size_t to) {
      const std::string_view line = line_at(text_, begin);
      // "甲”
      if (const auto sign = kind == Kind::yaml_unclosed_quote ? find_wrong_close(line, 0) : std::nullopt) {
        sign->report(line, source_.range(begin + sign->offset, begin + sign->offset + sign->size), sink_);
      } else {
        report(kind, from, to, {std::string(1, text_[begin])});
      }
      throw Abort();
    };
    const std::size_t end = end_of_quoted(text_, begin);
    if (end == std::string::npos) refuse(Kind::yaml_unclosed_quote, begin, begin + 1);
    const bool several_lines = text_.substr(begin, end - begin).find('\n') != std::string_view::npos;
    if (!frames_.empty() && find_outdented_line(text_, begin, end) != std::string::npos) {
      refuse(Kind::yaml_unclosed_quote, begin, begin + 1);
    }
    const std::size_t next = skip_blanks(text_, end);
    const char after = next < text_.size() ? text_[next] : '\n';
    const bool flow = open_bracket().has_value();
    const bool fits = after == '\n' || after == ':' || (after == '#' && next > end) ||
                      (flow && (after == ',' || after == ']' || after == '}'));
    if (!fits && several_lines) refuse(Kind::yaml_unclosed_quote, begin, begin + 1);
    if (!fits) refuse(Kind::yaml_after_quote, next, next + line_at(text_, next).size());
    return end;
  }

  // Length of an explicit null at `begin`; 0 if the value is empty, and what is there is the next token.
  std::size_t null_word_at(std::size_t begin) const {
    for (const std::string_view word : null_words) {
      if (text_.compare(begin, word.size(), word) != 0) continue;
      const std::size_t end = begin + word.size();
      if (end < text_.size() && std::string_view(" \t\n,]}:").find(text_[end]) == std::string_view::npos) continue;
      const std::size_t next = skip_blanks(text_, end);
      const bool is_key = next < text_.size() && text_[next] == ':';
      if (is_key && !(!frames_.empty() && frames_.back().expects_key)) continue;
      return word.size();
    }
    return 0;
  }

  // The library's mark of an empty value is the next token's, maybe lines away: it is after its `:` or `-`.
  void place_empty(YamlNode& node) {
    std::size_t begin = skip_blanks_and_comments(text_, cursor_);
    const bool in_sequence = !frames_.empty() && frames_.back().node.kind == YamlNode::Kind::sequence;
    if (begin < text_.size() && text_[begin] == ',' && in_sequence && !frames_.back().node.items.empty()) {
      begin = skip_blanks_and_comments(text_, begin + 1);  // the comma of the item before
    }
    if (!in_sequence && !frames_.empty() && frames_.back().expects_key) {
      cursor_ = begin;
      node.range = source_.range(begin, begin + 1);
      return;
    }
    const char wanted = in_sequence ? '-' : ':';
    const bool found = begin < text_.size() && text_[begin] == wanted;
    if (in_sequence) {
      report(Kind::yaml_empty_item, begin, begin + 1);
      node.kind = YamlNode::Kind::broken;
    }
    if (!in_sequence && !found && !frames_.empty()) refuse_bare_key(frames_.back());
    cursor_ = found ? begin + 1 : begin == text_.size() || in_sequence ? begin : cursor_;
    node.range = source_.range(cursor_, cursor_);
  }

  // Asked for each of the keys in one bracket: the last answer is kept.
  bool is_closed(std::size_t bracket) {
    if (asked_bracket_ != bracket) {
      asked_bracket_ = bracket;
      bracket_is_closed_ = is_bracket_closed(text_, bracket);
    }
    return bracket_is_closed_;
  }

  // `{note: 1,000 円}`: the comma split the text, and its second half looks like a key without value. Outside of
  // brackets, a line without `:` does.
  void refuse_bare_key(Frame& frame) {
    // Where a bracket is open to the end of the file, the library sees keys in whatever comes last in it.
    if (const auto open = open_bracket(); open && !is_closed(*open)) {
      report(Kind::yaml_unclosed_bracket, *open, *open + 1, {std::string(1, text_[*open])});
      throw Abort();
    }
    if (!frame.drop && !frame.in_key) {
      if (is_bracket(frame.begin)) {
        if (const auto comma = find_wrong_comma(frame.key)) {
          const auto begin = static_cast<std::uint32_t>(frame.key_range.begin + comma->offset);
          comma->report(frame.key, {frame.key_range.file, begin, begin + static_cast<std::uint32_t>(comma->size)}, sink_);
        } else if (const std::size_t colon = frame.key.find("："); colon != std::string::npos) {
          const auto begin = static_cast<std::uint32_t>(frame.key_range.begin + colon);
          sink_.report(Kind::yaml_wide_colon, {frame.key_range.file, begin, begin + 3});
        } else {
          sink_.report(Kind::yaml_split, frame.key_range, {frame.key});
        }
      } else if (!is_misread_) {
        explain_fault(source_, Fault::layout, frame.key_begin, cursor_, {}, sink_);
      }
      count_finding();
    }
    frame.drop = true;
    frame.node.incomplete = true;
  }

  void start(YamlNode::Kind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
    std::size_t begin = at(mark);
    if (anchor != YAML::NullAnchor || tag != "?") begin = refuse_properties(begin);
    if (frames_.size() >= static_cast<std::size_t>(limits_.depth)) {
      report(Kind::yaml_depth, begin, begin + 1, {source::format("{}", limits_.depth)});
      throw Abort();
    }
    Frame frame;
    frame.node.kind = kind;
    frame.node.in_brackets = is_bracket(begin);
    frame.begin = begin;
    frame.expects_key = kind == YamlNode::Kind::mapping;
    frame.in_key = !frames_.empty() && (frames_.back().in_key || frames_.back().expects_key);
    frames_.push_back(std::move(frame));
    cursor_ = is_bracket(begin) ? begin + 1 : begin;
  }

  void end(char bracket) {
    Frame frame = std::move(frames_.back());
    frames_.pop_back();
    // `[a: 1]` holds a mapping without brackets of its own.
    if (is_bracket(frame.begin) && (text_[frame.begin] == '{') == (bracket == '}')) {
      std::size_t close = skip_blanks_and_comments(text_, cursor_);
      while (close < text_.size() && text_[close] == ',') close = skip_blanks_and_comments(text_, close + 1);
      if (close < text_.size() && text_[close] == bracket) cursor_ = close + 1;
    }
    frame.node.range = source_.range(frame.begin, std::max(cursor_, frame.begin));
    finish(std::move(frame.node));
  }

  void finish(YamlNode node) {
    if (frames_.empty()) {
      root_ = std::move(node);
      return;
    }
    Frame& frame = frames_.back();
    if (frame.node.kind == YamlNode::Kind::sequence) {
      frame.node.items.push_back(std::move(node));
    } else if (frame.expects_key) {
      frame.expects_key = false;
      frame.drop = !take_key(frame, node);
      frame.node.incomplete |= frame.drop;
    } else {
      frame.expects_key = true;
      if (frame.drop) return;
      frame.node.index.emplace(frame.key, frame.node.entries.size());
      frame.node.entries.push_back({std::move(frame.key), frame.key_range, std::move(node)});
    }
  }

  bool is_block_text(std::size_t begin) const {
    return begin < text_.size() && (text_[begin] == '|' || text_[begin] == '>');
  }

  // Whether `key` may name a value.
  bool take_key(Frame& frame, YamlNode& key) {
    const auto refuse = [&](Kind kind, std::vector<std::string> arguments) -> diagnostic::Diagnostic& {
      return sink_.report(kind, key.range, std::move(arguments));
    };
    frame.key_range = key.range;
    if (key.kind == YamlNode::Kind::broken) return false;
    if (frame.in_key) return false;
    if (key.kind == YamlNode::Kind::scalar && refuse_signs(key)) return false;
    key.text = source::to_nfc(key.text);  // a Mac may spell what looks the same in another way
    if (key.kind == YamlNode::Kind::null) {
      refuse(Kind::yaml_key_empty, {});
    } else if (key.kind != YamlNode::Kind::scalar || is_block_text(frame.key_begin) ||
               key.text.find('\n') != std::string::npos) {
      refuse(Kind::yaml_key_kind, {});
    } else if (key.text.size() > longest_key) {
      refuse(Kind::yaml_key_size, {source::format("{}", key.text.size()), source::format("{}", longest_key)});
    } else if (!key.quoted && key.text == "<<") {
      refuse(Kind::yaml_merge, {});
    } else if (const auto first = frame.node.index.find(key.text); first != frame.node.index.end()) {
      refuse(Kind::yaml_duplicate_key, {key.text}).label(frame.node.entries[first->second].key_range, Kind::first_here);
    } else {
      frame.key = std::move(key.text);
      return true;
    }
    count_finding();
    return false;
  }

  // `－ key`, `＃ key`, a key with an invisible character. Whether there was one.
  bool refuse_signs(const YamlNode& key) {
    if (key.quoted) return false;
    auto found = find_wrong_start(key.text);
    if (!found) found = find_wide_blank(key.text);
    if (!found) found = find_hidden_sign(key.text);
    if (!found) found = find_wrong_quotes(key.text);
    if (!found) return false;
    is_misread_ |= (found->offset == 0 && !find_wrong_quotes(key.text)) || key.text.front() == '-';
    const auto begin = static_cast<std::uint32_t>(key.range.begin + found->offset);
    found->report(key.text, {key.range.file, begin, begin + static_cast<std::uint32_t>(found->size)}, sink_);
    count_finding();
    return true;
  }

  std::optional<std::size_t> asked_bracket_;
  bool bracket_is_closed_ = false;
  const YamlText& source_;
  std::string_view text_;
  const YamlLimits& limits_;
  diagnostic::Sink& sink_;
  std::vector<Frame> frames_;
  YamlNode root_;
  std::size_t cursor_ = 0;  // one past what has been placed so far
  std::size_t refused_ = std::string::npos;
  std::size_t findings_ = 0;
  bool document_seen_ = false;
  bool is_misread_ = false;
};

}  // namespace

const YamlNode* YamlNode::find(std::string_view key) const {
  const auto found = index.find(std::string(key));
  return found == index.end() ? nullptr : &entries[found->second].value;
}

YamlInput YamlInput::whole_file(const source::SourceFile& file, source::FileId id) {
  YamlInput input{file.text(), id, {}};
  for (std::uint32_t line = 1; line <= file.line_count(); ++line) input.line_offsets.push_back(file.line_start(line));
  return input;
}

std::optional<YamlNode> parse_yaml(const YamlInput& input, const YamlLimits& limits, diagnostic::Sink& sink) {
  const auto text = YamlText::prepare(input, limits, sink);
  if (!text) return std::nullopt;
  TreeBuilder builder(*text, limits, sink);
  try {
    std::istringstream stream(text->text());
    YAML::Parser parser(stream);
    // Twice at most: on some texts (`,`) every further call finds one more empty document, for ever.
    if (!parser.HandleNextDocument(builder)) {
      YamlNode empty;
      empty.range = text->range(0, 0);
      return empty;
    }
    parser.HandleNextDocument(builder);
    if (!builder.is_misread()) return builder.take_root();
  } catch (const std::bad_alloc&) {
    throw;  // not the author's error
  } catch (const Abort&) {
  } catch (const YAML::Exception& error) {
    if (builder.is_misread()) return std::nullopt;
    const std::size_t offset = error.mark.pos < 0 ? text->text().size() : static_cast<std::size_t>(error.mark.pos);
    explain_fault(*text, fault_of(error.msg), offset, builder.cursor(), builder.open_bracket(), sink);
  } catch (const std::exception&) {
    explain_fault(*text, Fault::other, builder.cursor(), builder.cursor(), {}, sink);
  }
  return std::nullopt;
}

}  // namespace shirube::parse
