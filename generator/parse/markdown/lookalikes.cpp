#include "parse/markdown/lookalikes.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "parse/markdown/heading_ids.h"
#include "parse/markdown/ruby.h"
#include "source/format.h"
#include "source/unicode.h"

namespace shirube::parse {

namespace {

using diagnostic::Kind;
using source::CodePoint;

// A space to the eye that is not one for Markdown.
bool is_odd_blank(char32_t c) {
  return c >= 0x80 && source::is_white_space(c);
}
bool is_ascii_letter_or_digit(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
std::string hexadecimal(char32_t c) {
  return source::format("{:04X}", static_cast<std::uint32_t>(c));
}

std::string_view trimmed(std::string_view line) {
  while (!line.empty() && (line.back() == ' ' || line.back() == '\t' || line.back() == '\r')) line.remove_suffix(1);
  return line;
}

// `##`, `-`, `1.` at the start of a line; 0 if none is.
std::size_t mark_size(std::string_view line) {
  if (line.empty()) return 0;
  const std::size_t signs = std::min(line.find_first_not_of('#'), line.size());
  if (signs >= 1 && signs <= 6) return signs;
  if (line[0] == '-' || line[0] == '+' || line[0] == '*' || line[0] == '>') return 1;
  const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
  return digits >= 1 && digits <= 9 && digits < line.size() && (line[digits] == '.' || line[digits] == ')') ? digits + 1
                                                                                                         : 0;
}

struct WideMark {
  std::string_view wide;
  std::string_view narrow;
  bool needs_blank;  // only a mark if a space follows
};
constexpr std::array wide_marks = {WideMark{"＃", "#", false}, WideMark{"＞", ">", true}, WideMark{"－", "-", true},
                                   WideMark{"ー", "-", true},  WideMark{"−", "-", true},  WideMark{"–", "-", true},
                                   WideMark{"＋", "+", true},  WideMark{"＊", "*", true}};

bool is_delimiter_row(std::string_view line) {
  return line.find("-") != std::string_view::npos && line.find('|') != std::string_view::npos &&
         line.find_first_not_of("|:- \t") == std::string_view::npos && std::count(line.begin(), line.end(), '-') > 1;
}

bool is_row(std::string_view line) {
  return line.size() > 2 && line.front() == '|' && line.back() == '|' && line.find_first_not_of("| \t") < line.size();
}
bool is_wide_row(std::string_view line) {
  constexpr std::string_view bar = "｜";
  return line.starts_with(bar) && line.ends_with(bar) && line.size() > 2 * bar.size();
}

// A fence of colons, as other tools know it.
std::string_view colon_fence(std::string_view line) {
  for (const std::string_view sign : {":", "："}) {
    std::size_t end = 0;
    while (line.substr(end).starts_with(sign)) end += sign.size();
    if (end >= 3 * sign.size()) return line.substr(0, end);
  }
  return {};
}

bool is_tight_task(std::string_view line) {
  return line.starts_with("-[ ]") || line.starts_with("-[x]") || line.starts_with("-[X]");
}

// ｀｀｀ and a word, or ～～～.
std::string_view wide_fence(std::string_view line) {
  for (const std::string_view sign : {"｀", "～", "〜"}) {
    std::size_t end = 0;
    while (line.substr(end).starts_with(sign)) end += sign.size();
    if (end < 3 * sign.size()) continue;
    if (std::all_of(line.begin() + static_cast<std::ptrdiff_t>(end), line.end(), is_ascii_letter_or_digit)) {
      return line.substr(0, end);
    }
  }
  return {};
}

bool begins_with_letter(std::string_view text) {
  const char32_t c = source::code_point_at(text, 0).value;
  return c >= 0x80 && source::is_letter_or_digit(c);
}

// What follows the sign of ＞引用文: words, and no second sign, as in ＞設定＞詳細.
bool is_quoted(std::string_view text) {
  const char32_t c = source::code_point_at(text, 0).value;
  return (begins_with_letter(text) || c == U'「') && !(c >= U'０' && c <= U'９') && text.find("＞") == std::string_view::npos;
}

// `-` of -項目 and -[ ], `1.` of 1.項目; 0 if none is.
std::size_t tight_mark_size(std::string_view line) {
  const std::size_t size = mark_size(line);
  if (size == 0 || size > 3 || line[0] == '#' || line[0] == '>' || line[0] == '*') return 0;
  const std::string_view rest = line.substr(size);
  return begins_with_letter(rest) || is_tight_task(line) ? size : 0;
}

// [　] or ［ ］ at the start of an item.
std::string_view wide_box(std::string_view line) {
  for (const std::string_view box : {"[　]", "［ ］", "［　］", "［x］", "［X］", "［ｘ］", "[ｘ]"}) {
    if (line.starts_with(box) && line.size() > box.size()) return line.substr(0, box.size());
  }
  return {};
}

// ［!NOTE］
std::string_view wide_alert(std::string_view line) {
  line = trimmed(line);
  const bool opens = line.starts_with("［!") || line.starts_with("［！") || line.starts_with("[！") || line.starts_with("[!");
  const bool closes = line.ends_with("］") || line.ends_with("]");
  const bool wide = line.starts_with("［") || line.starts_with("[！") || line.ends_with("］");
  if (!opens || !closes || !wide) return {};
  const bool word = std::any_of(line.begin(), line.end(), is_ascii_letter_or_digit);
  return word && line.size() < 40 ? line : std::string_view();
}

class Lines {
 public:
  Lines(const ContentMap& map, diagnostic::Sink& sink) : map_(map), sink_(sink) {}

  void read() {
    const auto lines = split_lines(map_.text());
    bool row_told = false;
    if (lines.size() == 1 && source::fold_case(trimmed(lines.front())) == "[toc]") {
      return report(Kind::mark_unknown, trimmed(lines.front()), {std::string(trimmed(lines.front()))});
    }
    report_tight_items(lines);
    report_tight_heading(lines);
    const bool has_delimiter =
        std::any_of(lines.begin(), lines.end(), [](std::string_view line) { return is_delimiter_row(trimmed(line)); });
    for (const std::string_view whole : lines) {
      const std::size_t begin = whole.find_first_not_of(" \t");
      if (begin == std::string_view::npos) continue;
      const std::string_view line = trimmed(whole.substr(begin));
      if (is_delimiter_row(line)) {
        report(Kind::table_broken, line, {std::string(line)});
      } else if (!row_told && !has_delimiter && is_row(line)) {
        row_told = true;
        report(Kind::table_row_alone, line, {});
      } else if (!row_told && is_wide_row(line)) {
        row_told = true;
        report(Kind::mark_wide, line.substr(0, std::string_view("｜").size()), {"｜", "|"});
      } else {
        read_start(line);
      }
    }
  }

 private:
  // Two lines of the kind make a list; one may be a number, or a name.
  void report_tight_items(const std::vector<std::string_view>& lines) {
    std::string_view before;
    for (const std::string_view whole : lines) {
      const std::string_view line = whole.substr(std::min(whole.find_first_not_of(" \t"), whole.size()));
      const std::size_t size = tight_mark_size(line);
      if (size > 0 && (!before.empty() || is_tight_task(line))) {
        const std::string_view mark = (before.empty() ? line : before).substr(0, size);
        report(Kind::item_no_blank, mark, {std::string(mark)});
        return;
      }
      before = size > 0 ? line : std::string_view();
    }
  }

  // #見出し alone in its paragraph, and no row of tags.
  void report_tight_heading(const std::vector<std::string_view>& lines) {
    if (lines.empty() || map_.text().find('\n') < map_.text().find_last_not_of(" \n")) return;
    const std::string_view line = trimmed(lines.front());
    if (!line.starts_with('#') || !begins_with_letter(line.substr(1)) || line.find('#', 1) != std::string_view::npos) return;
    if (!line.ends_with("。")) report(Kind::mark_no_blank, line.substr(0, 1), {"#"});
  }

  void read_start(std::string_view line) {
    if (const std::string_view fence = wide_fence(line); !fence.empty()) {
      report(Kind::mark_wide, fence, {std::string(fence), fence.starts_with("｀") ? "```" : "~~~"});
      return;
    }
    if (const std::string_view fence = colon_fence(line); !fence.empty()) {
      // One warning for the opening one; the closing one has nothing after it.
      if (fence.size() < line.size()) report(Kind::mark_unknown, fence, {std::string(fence)});
      return;
    }
    if (const std::string_view box = wide_box(line); !box.empty()) {
      const bool done = box.find_first_of("xX") != std::string_view::npos || box.find("ｘ") != std::string_view::npos;
      report(Kind::mark_wide, box, {std::string(box), done ? "[x]" : "[ ]"});
      return;
    }
    if (const std::string_view alert = wide_alert(line); !alert.empty()) {
      report(Kind::mark_wide, alert, {std::string(alert), source::to_nfkc(alert)});
      return;
    }
    for (const WideMark& mark : wide_marks) {
      std::size_t end = 0;
      while (line.substr(end).starts_with(mark.wide)) end += mark.wide.size();
      if (end == 0 || end == line.size()) continue;
      const CodePoint next = source::code_point_at(line, end);
      if (mark.narrow == ">" && end == mark.wide.size() && is_quoted(line.substr(end))) {
        report(Kind::mark_wide, line.substr(0, end), {std::string(mark.wide), std::string(mark.narrow)});
        return;
      }
      if (mark.needs_blank && (end > mark.wide.size() || !source::is_white_space(next.value))) continue;
      // ＃は番号を表す。
      if (!mark.needs_blank && end == mark.wide.size() && line.ends_with("。")) continue;
      std::string narrow;
      for (std::size_t i = 0; i < end / mark.wide.size(); ++i) narrow += mark.narrow;
      report(Kind::mark_wide, line.substr(0, end), {std::string(line.substr(0, end)), narrow});
      return;
    }
    std::size_t indent = 0;
    while (indent < line.size() && is_odd_blank(source::code_point_at(line, indent).value)) {
      indent += source::code_point_at(line, indent).size;
    }
    const std::string_view rest = line.substr(indent);
    const std::size_t size = mark_size(rest);
    if (size == 0 || size == rest.size()) return;
    const CodePoint next = source::code_point_at(rest, size);
    const std::string mark(rest.substr(0, size));
    if (indent > 0) {
      if (next.value == ' ' || is_odd_blank(next.value)) report(Kind::mark_indent, line.substr(0, indent + size), {mark});
    } else if (is_odd_blank(next.value)) {
      report(Kind::mark_blank, rest.substr(0, size + next.size), {mark, hexadecimal(next.value)});
    } else if (size >= 2 && rest[0] == '#') {
      report(Kind::mark_no_blank, rest.substr(0, size), {mark});
    }
  }

  void report(Kind kind, std::string_view part, std::vector<std::string> arguments) {
    const auto begin = static_cast<std::size_t>(part.data() - map_.text().data());
    sink_.report(kind, map_.range(begin, begin + part.size()), std::move(arguments));
  }

  const ContentMap& map_;
  diagnostic::Sink& sink_;
};

// Pairs that an input method writes in full width: the first is reported.
struct WidePair {
  std::string_view wide;
  std::string_view narrow;
};
constexpr std::array wide_pairs = {WidePair{"＊＊", "**"}, WidePair{"｀", "`"}, WidePair{"～～", "~~"},
                                   WidePair{"〜〜", "~~"}};
constexpr std::size_t longest_mark = 400;  // bytes

// The text with its marks in half width.
std::string narrowed(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, char>, 11> signs = {{{"｛", '{'}, {"｝", '}'}, {"｜", '|'}, {"＃", '#'},
                                                                        {"［", '['}, {"］", ']'}, {"＾", '^'}, {"＜", '<'},
                                                                        {"＞", '>'}, {"／", '/'}, {"！", '!'}}};
  std::string result;
  for (std::size_t i = 0; i < text.size();) {
    const auto* const sign =
        std::find_if(signs.begin(), signs.end(), [&](const auto& row) { return text.substr(i).starts_with(row.first); });
    result += sign == signs.end() ? text[i] : sign->second;
    i += sign == signs.end() ? 1 : sign->first.size();
  }
  return result;
}

// From `open` at `at` to the first of `closes`, both of them included; empty if it does not end near.
std::string_view enclosed(std::string_view text, std::size_t at, std::initializer_list<std::string_view> closes) {
  const std::string_view near = text.substr(at, longest_mark);
  std::size_t end = std::string_view::npos;
  for (const std::string_view close : closes) {
    if (const std::size_t found = near.find(close); found != std::string_view::npos) end = std::min(end, found + close.size());
  }
  return end == std::string_view::npos ? std::string_view() : near.substr(0, end);
}

// In one pass, however rare one of the two is.
std::size_t find_either(std::string_view text, std::size_t from, std::string_view narrow, std::string_view wide) {
  const std::array<char, 2> first = {narrow.front(), wide.front()};
  for (std::size_t at = text.find_first_of({first.data(), first.size()}, from); at != std::string_view::npos;
       at = text.find_first_of({first.data(), first.size()}, at + 1)) {
    if (text.substr(at).starts_with(narrow) || text.substr(at).starts_with(wide)) return at;
  }
  return std::string_view::npos;
}

bool is_written_ruby(const std::string& text) {
  const auto found = find_ruby(text);
  return found.size() == 1 && found[0].begin == 0 && found[0].end == text.size();
}
bool is_written_id(const std::string& text) {
  return find_explicit_id(text) == 0;
}
bool is_written_note(const std::string& text) {
  return text.starts_with("[^") && text.size() > 3 && text.find_first_of(" \n", 0) == std::string::npos;
}
bool is_written_tag(const std::string& text) {
  constexpr std::array<std::string_view, 7> tags = {"<br>", "<br/>", "<br />", "<details>", "</details>", "<summary>", "</summary>"};
  return std::find(tags.begin(), tags.end(), text) != tags.end();
}

// <！--, ＜!--, <!—: two dashes become one under an input method.
bool begins_wide_comment(std::string_view text) {
  const auto take = [&](std::initializer_list<std::string_view> signs) {
    for (const std::string_view sign : signs) {
      if (!text.starts_with(sign)) continue;
      text.remove_prefix(sign.size());
      return true;
    }
    return false;
  };
  if (text.starts_with("<!--") || !take({"<", "＜"}) || !take({"!", "！"})) return false;
  return take({"—", "―", "–"}) || (take({"-", "－", "ー", "−", "‐"}) && take({"-", "－", "ー", "−", "‐", "—"}));
}

constexpr std::size_t longest_target = 240;  // bytes

// A target rather than a remark in brackets.
bool is_target(std::string_view text) {
  if (text.empty() || text.find_first_of(" \n") != std::string_view::npos) return false;
  if (text.starts_with("http://") || text.starts_with("https://") || text.front() == '#') return true;
  const std::size_t dot = text.rfind('.');
  return dot != std::string_view::npos && dot > 0 && dot + 1 < text.size() && text.size() - dot <= 6 &&
         std::all_of(text.begin() + static_cast<std::ptrdiff_t>(dot) + 1, text.end(), is_ascii_letter_or_digit);
}

class Signs {
 public:
  Signs(const TextRun& run, const ContentMap& map, diagnostic::Sink& sink) : run_(run), map_(map), sink_(sink) {}

  void read() {
    const std::string& text = run_.text();
    for (const WidePair& pair : wide_pairs) {
      const std::size_t first = text.find(pair.wide);
      if (first == std::string::npos) continue;
      const std::size_t second = text.find(pair.wide, first + pair.wide.size());
      if (second == std::string::npos || second == first + pair.wide.size()) continue;
      report(Kind::mark_wide, first, first + pair.wide.size(), {std::string(pair.wide), std::string(pair.narrow)});
    }
    read_links();
    read_half_links();
    read_enclosed("{", "｛", {"}", "｝"}, is_written_ruby);
    read_enclosed("{", "｛", {"}", "｝"}, is_written_id);
    read_enclosed("[", "［", {"]", "］"}, is_written_note);
    read_enclosed("<", "＜", {">", "＞"}, is_written_tag);
    read_comments();
    read_stars();
    read_labels();
  }

 private:
  // ］（ with one of the two or both in full width.
  void read_links() {
    const std::string_view text = run_.text();
    const std::size_t opened = std::min(text.find('['), text.find("［"));
    for (const std::string_view joint : {"］（", "]（", "］("}) {
      for (std::size_t at = text.find(joint); at != std::string_view::npos; at = text.find(joint, at + joint.size())) {
        const std::string_view rest = text.substr(at + joint.size(), longest_target);
        const std::string_view target = rest.substr(0, std::min(rest.find("）"), rest.find(')')));
        if (opened > at || target.size() == rest.size() || !is_target(target)) continue;
        report(Kind::mark_wide, at, at + joint.size(), {std::string(joint), "]("});
      }
    }
  }

  // [words](target）
  void read_half_links() {
    const std::string_view text = run_.text();
    const std::size_t opened = text.find('[');
    for (std::size_t at = text.find("]("); at != std::string_view::npos; at = text.find("](", at + 2)) {
      const std::string_view rest = text.substr(at + 2, longest_target);
      const std::size_t end = rest.find("）");
      if (end == 0 || end == std::string_view::npos || rest.substr(0, end).find_first_of(" )\n") != std::string_view::npos) continue;
      if (!run_.is_verbatim(at) || opened > at) continue;
      report(Kind::mark_wide, at + 2 + end, at + 2 + end + std::string_view("）").size(), {"）", ")"});
    }
  }

  // Marks in brackets of which one character or more is in full width, and that mean something in half width.
  void read_enclosed(std::string_view narrow, std::string_view wide, std::initializer_list<std::string_view> closes,
                     bool (*means)(const std::string& text)) {
    const std::string_view text = run_.text();
    for (std::size_t at = find_either(text, 0, narrow, wide); at != std::string_view::npos;
         at = find_either(text, at + 1, narrow, wide)) {
      const std::string_view written = enclosed(text, at, closes);
      const bool any_wide = written.find(wide.front()) != std::string_view::npos;
      if (!any_wide || !run_.is_verbatim(at) || find_either(written, 1, narrow, wide) != std::string_view::npos) continue;
      const std::string meant = narrowed(written);
      if (meant == written || !means(meant)) continue;
      report(Kind::mark_wide, at, at + written.size(), {std::string(written), meant});
    }
  }

  // A remark that would be published.
  void read_comments() {
    const std::string_view text = run_.text();
    for (std::size_t at = find_either(text, 0, "<", "＜"); at != std::string_view::npos;
         at = find_either(text, at + 1, "<", "＜")) {
      if (!begins_wide_comment(text.substr(at)) || !run_.is_verbatim(at)) continue;
      report(Kind::comment_unclosed, at, at + source::code_point_at(text, at).size, {});
    }
  }

  void read_stars() {
    const std::string& text = run_.text();
    for (std::size_t at = text.find("**"); at != std::string::npos; at = text.find("**", at + 2)) {
      const std::size_t end = std::min(text.find_first_not_of('*', at), text.size());
      const bool apart = end == at + 2 && run_.is_verbatim(at) && run_.is_verbatim(at + 1);
      const char before = at == 0 ? '\0' : text[at - 1];
      const char after = end == text.size() ? '\0' : text[end];
      const bool product = is_ascii_letter_or_digit(before) && is_ascii_letter_or_digit(after);
      const bool between_blanks = (before == ' ' && after == ' ') || (before == '/' || after == '/');
      at = end - 2;
      if (!apart || product || between_blanks) continue;
      report(Kind::mark_stars, at, end, {});
      return;
    }
  }

  // [text][label]
  void read_labels() {
    const std::string& text = run_.text();
    for (std::size_t at = text.find("]["); at != std::string::npos; at = text.find("][", at + 2)) {
      if (!run_.is_verbatim(at) || !run_.is_verbatim(at + 1)) continue;
      const std::size_t end = text.find_first_of("[]", at + 2);
      if (end == std::string::npos || text[end] != ']') continue;
      const std::size_t open = map_.text().substr(0, run_.content_begin(at)).rfind('[');
      if (open == std::string_view::npos) continue;
      // \[a][b], an element of a[i][j], and [ファイル][新規][保存] are not links.
      const char before = open == 0 ? ' ' : map_.text()[open - 1];
      const bool goes_on = end + 1 < text.size() && text[end + 1] == '[';
      if (before == '\\' || before == ']' || before == ')' || is_ascii_letter_or_digit(before) || goes_on) continue;
      const std::string shown(map_.text().substr(open + 1, run_.content_begin(at) - open - 1));
      const std::string label = end == at + 2 ? shown : text.substr(at + 2, end - at - 2);
      const auto is_index = [](const std::string& word) {
        return word.size() < 2 || word.find_first_not_of("0123456789+-*: ") == std::string::npos || word.front() == '^';
      };
      if (is_index(shown) || is_index(label)) continue;
      report(Kind::unknown_label, at + 1, end + 1, {label});
    }
  }

  void report(Kind kind, std::size_t begin, std::size_t end, std::vector<std::string> arguments) {
    sink_.report(kind, map_.range(run_.content_begin(begin), run_.content_end(end)), std::move(arguments));
  }

  const TextRun& run_;
  const ContentMap& map_;
  diagnostic::Sink& sink_;
};

}  // namespace

void report_lookalike_lines(const ContentMap& map, diagnostic::Sink& sink) {
  Lines(map, sink).read();
}

void report_lookalike_signs(const TextRun& run, const ContentMap& map, diagnostic::Sink& sink) {
  Signs(run, map, sink).read();
}

bool begins_with_list_mark(std::string_view line) {
  const CodePoint first = source::code_point_at(line, 0);
  const char32_t c = first.value;
  constexpr std::u32string_view bullets = U"・･•●○■□◆◇▲△▼▽▶▷★☆※";
  if (bullets.find(c) != std::u32string_view::npos && c != 0) return true;
  if (c >= 0x2460 && c <= 0x249B) return true;  // ① ⑴ ⒈
  const bool bracket = c == 0xFF08;
  std::size_t at = bracket ? first.size : 0;
  std::size_t digits = 0;
  bool wide = bracket;
  for (CodePoint d = source::code_point_at(line, at); d.size > 0; d = source::code_point_at(line, at)) {
    const bool wide_digit = d.value >= 0xFF10 && d.value <= 0xFF19;
    if (!wide_digit && !(d.value >= '0' && d.value <= '9')) break;
    wide |= wide_digit;
    ++digits;
    at += d.size;
  }
  if (digits == 0 || digits > 3) return false;
  const char32_t end = source::code_point_at(line, at).value;
  if (bracket) return end == 0xFF09 || end == ')';
  return end == 0xFF0E || end == 0xFF09 || (wide && (end == '.' || end == ')' || end == 0x3001));
}

}  // namespace shirube::parse
