#include "parse/yaml/fault.h"

#include <yaml-cpp/exceptions.h>

#include <algorithm>
#include <utility>

#include "parse/yaml/scan.h"
#include "parse/yaml/wrong_signs.h"
#include "source/format.h"
#include "source/unicode.h"

namespace shirube::parse {

namespace {

using diagnostic::Kind;

constexpr std::size_t longest_key = 1024;  // the library takes no longer one

// Neither `key: value` nor `- item`.
bool has_no_key(std::string_view line) {
  const std::string_view letters = line.substr(std::min(line.find_first_not_of(' '), line.size()));
  return letters.find(':') == std::string_view::npos && !letters.starts_with("- ");
}

class Explanation {
 public:
  Explanation(const YamlText& source, diagnostic::Sink& sink) : source_(source), text_(source.text()), sink_(sink) {}

  void report(Kind kind, std::size_t begin, std::size_t end, std::vector<std::string> arguments = {}) {
    sink_.report(kind, source_.range(begin, end), std::move(arguments));
  }

  void report_sign(Kind kind, std::size_t offset) {
    const std::size_t size = std::max<std::size_t>(source::code_point_at(text_, offset).size, 1);
    report(kind, offset, offset + size, {std::string(text_.substr(std::min(offset, text_.size()), size))});
  }

  bool report_wrong(const WrongSign& sign, std::size_t begin) {
    sign.report(line_at(text_, begin), source_.range(begin + sign.offset, begin + sign.offset + sign.size), sink_);
    return true;
  }

  // Mistakes that show in one line, whatever the library made of them. Whether there was one.
  bool explain_line(std::size_t begin) {
    const std::string_view line = line_at(text_, begin);
    const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
    if (is_blank_or_comment(line)) return false;
    if (const auto sign = find_wrong_sign(line)) return report_wrong(*sign, begin);
    const std::size_t colon = line.find(':');
    // `title:foo`: a word, a colon, no space.
    std::size_t word = indent;
    while (line.substr(word).starts_with("- ")) word += 2;
    const std::size_t end = line.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_-", word);
    if (end != std::string_view::npos && end > word && end == colon && colon + 1 < line.size() &&
        line[colon + 1] != ' ' && line[colon + 1] != '\t' && line[colon + 1] != '/') {
      report(Kind::yaml_colon_blank, begin + colon, begin + colon + 1);
      return true;
    }
    return false;
  }

  bool explain_comment(std::size_t begin) {
    const std::string_view line = line_at(text_, begin);
    const std::size_t hash = line.find(" #");
    if (hash == std::string_view::npos || line.find_first_of("\"'") < hash) return false;
    report(Kind::yaml_comment, begin + hash + 1, begin + line.size());
    return true;
  }

  void explain_layout(std::size_t offset, bool at_colon) {
    const std::size_t begin = line_begin(text_, offset);
    const std::string_view line = line_at(text_, begin);
    const std::size_t key = begin + std::min(line.find_first_not_of(' '), line.size());
    if (at_colon && offset - key > longest_key) {
      report(Kind::yaml_key_size, key, key + 1,
             {source::format("{}", offset - key), source::format("{}", longest_key)});
      return;
    }
    if (explain_line(begin)) return;
    std::size_t previous = begin;
    while (previous > 0) {
      previous = line_begin(text_, previous - 1);
      if (!is_blank_or_comment(line_at(text_, previous))) break;
    }
    if (previous < begin && explain_line(previous)) return;
    // A text over several lines is cut by ` #` in one of them.
    if (previous < begin && explain_comment(previous)) return;
    if (at_colon && text_.substr(key, offset - key).find(": ") != std::string_view::npos) {
      report(Kind::yaml_colon, offset, offset + 1);
      return;
    }
    if (at_colon && previous < begin && has_no_key(line_at(text_, previous))) {
      const std::string_view above = line_at(text_, previous);
      report(Kind::yaml_layout, previous + above.find_first_not_of(' '), previous + above.size());
      return;
    }
    report(Kind::yaml_layout, at_colon ? key : offset, begin + line.size());
  }

  // A bracket that nothing closes swallows the lines below it; a missing comma is seen where it is missing.
  void explain_bracket(std::size_t offset, std::optional<std::size_t> open) {
    const std::size_t begin = line_begin(text_, open ? *open : offset);
    const std::string_view line = line_at(text_, begin);
    if (const auto sign = find_wrong_in_brackets(line)) {
      report_wrong(*sign, begin);
    } else if (open && !is_bracket_closed(text_, *open)) {
      report_sign(Kind::yaml_unclosed_bracket, *open);
    } else {
      report_sign(Kind::yaml_comma, offset);
    }
  }

  void explain_escape(std::size_t offset) {
    const std::size_t begin = offset == 0 ? 0 : text_.rfind('\\', offset - 1);
    if (begin == std::string_view::npos) return report_sign(Kind::yaml_escape, offset);
    const std::size_t size = 1 + source::code_point_at(text_, begin + 1).size;
    report(Kind::yaml_escape, begin, begin + size, {std::string(text_.substr(begin, size))});
  }

  void explain_quote(std::size_t offset, std::size_t cursor) {
    const std::size_t found = find_unclosed_quote(text_, cursor);
    const std::size_t quote = found == std::string_view::npos ? offset : found;
    const std::size_t begin = line_begin(text_, quote);
    // "甲”
    if (const auto sign = find_wrong_close(line_at(text_, begin), quote - begin)) {
      report_wrong(*sign, begin);
    } else {
      report_sign(Kind::yaml_unclosed_quote, quote);
    }
  }

 private:
  const YamlText& source_;
  std::string_view text_;
  diagnostic::Sink& sink_;
};

}  // namespace

// The library's words never reach the user; they only show which error it was.
Fault fault_of(std::string_view words) {
  const std::pair<std::string_view, Fault> table[] = {
      {YAML::ErrorMsg::UNKNOWN_ANCHOR, Fault::unknown_alias},
      {YAML::ErrorMsg::EOF_IN_SCALAR, Fault::unclosed_quote},
      {YAML::ErrorMsg::DOC_IN_SCALAR, Fault::unclosed_quote},
      {YAML::ErrorMsg::END_OF_SEQ_FLOW, Fault::bracket},
      {YAML::ErrorMsg::END_OF_MAP_FLOW, Fault::bracket},
      {YAML::ErrorMsg::FLOW_END, Fault::stray_bracket},
      {YAML::ErrorMsg::INVALID_ESCAPE, Fault::escape},
      {YAML::ErrorMsg::INVALID_HEX, Fault::escape},
      {YAML::ErrorMsg::INVALID_UNICODE, Fault::escape},
      {YAML::ErrorMsg::BLOCK_ENTRY, Fault::list_place},
      {YAML::ErrorMsg::MAP_VALUE, Fault::colon},
      {YAML::ErrorMsg::MAP_KEY, Fault::layout},
      {YAML::ErrorMsg::END_OF_MAP, Fault::layout},
      {YAML::ErrorMsg::END_OF_SEQ, Fault::layout},
      {YAML::ErrorMsg::UNKNOWN_TOKEN, Fault::reserved},
      {YAML::ErrorMsg::CHAR_IN_SCALAR, Fault::reserved},
      {YAML::ErrorMsg::TAB_IN_INDENTATION, Fault::tab},
      {YAML::ErrorMsg::ANCHOR_NOT_FOUND, Fault::lone_sign},
      {YAML::ErrorMsg::ALIAS_NOT_FOUND, Fault::lone_sign},
  };
  for (const auto& [beginning, fault] : table) {
    if (words.starts_with(beginning)) return fault;
  }
  return Fault::other;
}

void explain_fault(const YamlText& text, Fault fault, std::size_t offset, std::size_t cursor,
                   std::optional<std::size_t> open_bracket, diagnostic::Sink& sink) {
  Explanation explanation(text, sink);
  const std::string_view letters = text.text();
  offset = std::min(offset, letters.size());
  switch (fault) {
    case Fault::unknown_alias: {
      const std::size_t end = std::min(letters.find_first_of(" \t\n,]}", offset), letters.size());
      explanation.report(Kind::yaml_alias, offset, end, {std::string(letters.substr(offset, end - offset))});
      break;
    }
    case Fault::unclosed_quote:
      explanation.explain_quote(offset, cursor);
      break;
    case Fault::bracket:
      explanation.explain_bracket(offset, open_bracket);
      break;
    case Fault::stray_bracket:
      explanation.report_sign(Kind::yaml_stray_bracket, offset);
      break;
    case Fault::escape:
      explanation.explain_escape(offset);
      break;
    case Fault::list_place:
      explanation.report_sign(Kind::yaml_list_place, offset);
      break;
    case Fault::colon:
      explanation.explain_layout(offset, true);
      break;
    case Fault::layout:
      explanation.explain_layout(offset, false);
      break;
    case Fault::reserved:
      explanation.report_sign(Kind::yaml_reserved, offset);
      break;
    case Fault::tab:
      explanation.report_sign(Kind::yaml_tab, offset);
      break;
    case Fault::lone_sign:
      explanation.report_sign(Kind::yaml_reserved, offset == 0 ? 0 : offset - 1);
      break;
    case Fault::other:
      explanation.report(Kind::yaml_layout, offset, offset);
      break;
  }
}

}  // namespace shirube::parse
