#include "parse/markdown/unfinished.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "parse/directives.h"
#include "parse/markdown/link_tail.h"
#include "source/unicode.h"

namespace shirube::parse {

namespace {

using diagnostic::Kind;

constexpr std::size_t longest_role = 40;  // bytes
constexpr std::size_t longest_target = 240;
constexpr std::size_t longest_words = 200;
constexpr std::size_t longest_emphasis = 120;
constexpr std::size_t longest_ruby = 360;
constexpr std::string_view wide_open = "｛", wide_close = "｝", wide_tick = "｀", wide_star = "＊", wide_blank = "　";

bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_ascii_word(char c) {
  return is_ascii_letter(c) || (c >= '0' && c <= '9');
}
bool is_hiragana(char32_t c) {
  return c >= 0x3041 && c <= 0x309F;
}
bool is_kana(char32_t c) {
  return is_hiragana(c) || (c >= 0x30A1 && c <= 0x30FF);
}
bool is_kanji(char32_t c) {
  return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF) || c == 0x3005;
}
bool is_foreign_letter(char32_t c) {
  return c >= 0x80 && source::is_letter_or_digit(c);
}
bool has_foreign_letter(std::string_view text) {
  const auto signs = source::code_points(text);
  return std::any_of(signs.begin(), signs.end(), is_foreign_letter);
}

std::string_view trimmed(std::string_view text) {
  for (bool any = true; any;) {
    any = false;
    for (const std::string_view blank : {std::string_view(" "), std::string_view("\t"), wide_blank}) {
      for (; text.starts_with(blank); any = true) text.remove_prefix(blank.size());
      for (; text.ends_with(blank); any = true) text.remove_suffix(blank.size());
    }
  }
  return text;
}

bool begins_or_ends_blank(std::string_view text) {
  return text.empty() || trimmed(text).size() < text.size();
}

// a.md, ../図.png, https://…, #h: as much of the text as is surely a target; empty if it begins with none.
std::string_view target_at(std::string_view text) {
  const std::string_view word = text.substr(0, text.find_first_of(" \t\n"));
  if (word.starts_with("http://") || word.starts_with("https://")) return word;
  if (word.size() > 1 && word.front() == '#' && is_ascii_letter(word[1])) return word;
  const std::size_t dot = word.rfind('.');
  if (dot == std::string_view::npos || dot == 0 || dot + 1 == word.size() || !is_ascii_letter(word[dot + 1])) return {};
  std::size_t end = dot + 1;
  while (end < word.size() && is_ascii_word(word[end])) ++end;
  return end - dot <= 6 ? word.substr(0, end) : std::string_view();
}

// {value}, { value }, ｛value｝ at the start of a text.
struct RoleName {
  std::string_view name;
  std::size_t size = 0;
  bool wide = false;
};
RoleName role_name_at(std::string_view text) {
  const std::string_view open = text.starts_with(wide_open) ? wide_open : text.substr(0, 1);
  const std::string_view near = text.substr(0, longest_role);
  const std::size_t narrow_end = near.find('}'), wide_end = near.find(wide_close);
  const std::size_t end = std::min(narrow_end, wide_end);
  if (end == std::string_view::npos) return {};
  const std::string_view name = trimmed(near.substr(open.size(), end - open.size()));
  const auto& names = role_names();
  if (std::find(names.begin(), names.end(), name) == names.end()) return {};
  const bool wide = open == wide_open || end == wide_end;
  return {name, end + (end == wide_end ? wide_close.size() : 1), wide};
}

// Whether what follows the name of a role was meant as its value: text in prose goes on otherwise.
bool means_value(std::string_view name, std::string_view rest) {
  const std::string_view next = trimmed(rest.substr(0, longest_role));
  if (next.starts_with('`') || next.starts_with(wide_tick)) return true;
  if (rest.empty() || trimmed(rest.substr(0, wide_blank.size())).empty()) return false;
  for (const std::string_view quote : {"'", "\"", "‘", "’", "“", "”", "´"}) {
    if (rest.starts_with(quote)) return true;
  }
  if (is_ascii_word(rest.front())) return true;
  const char32_t c = source::code_point_at(rest, 0).value;
  return name == "term" && is_foreign_letter(c) && !is_hiragana(c);
}

class Unfinished {
 public:
  Unfinished(const TextRun& run, const ContentMap& map, diagnostic::Sink& sink)
      : run_(run), text_(run.text()), content_(map.text()), map_(map), sink_(sink) {}

  void read() {
    read_roles();
    read_readings();
    read_open_links();
    read_parted_links();
    read_underscores();
    read_wide_stars();
    read_wiki_links();
    read_equals();
  }

 private:
  void read_roles() {
    for (std::size_t at = next_brace(0); at != std::string_view::npos; at = next_brace(at + 1)) {
      const RoleName role = run_.is_verbatim(at) ? role_name_at(text_.substr(at)) : RoleName{};
      if (role.size == 0) continue;
      const std::size_t end = at + role.size;
      const std::string_view rest = content_.substr(std::min(run_.content_end(end), content_.size()));
      if (!means_value(role.name, rest)) continue;
      const std::string written(text_.substr(at, role.size));
      const std::string meant = "{" + std::string(role.name) + "}";
      if (role.wide) {
        report(Kind::mark_wide, at, end, {written, meant});
        continue;
      }
      // A pair of them is reported as such.
      const bool pair = rest.starts_with(wide_tick) &&
                        text_.find(wide_tick, end + wide_tick.size()) != std::string_view::npos;
      if (!pair) report(Kind::role_unfinished, at, end, {std::string(role.name)});
    }
  }

  std::size_t next_brace(std::size_t from) const {
    for (std::size_t at = text_.find_first_of("{\xEF", from); at != std::string_view::npos;
         at = text_.find_first_of("{\xEF", at + 1)) {
      if (text_[at] == '{' || text_.substr(at).starts_with(wide_open)) return at;
    }
    return std::string_view::npos;
  }

  // {漢字|} and {漢字|かんじ
  void read_readings() {
    for (std::size_t at = text_.find('{'); at != std::string_view::npos; at = text_.find('{', at + 1)) {
      const std::string_view near = text_.substr(at + 1, longest_ruby);
      const std::size_t bar = near.find_first_of("|{}\n`");
      if (bar == std::string_view::npos || near[bar] != '|' || !run_.is_verbatim(at)) continue;
      const auto word = source::code_points(near.substr(0, bar));
      if (!std::all_of(word.begin(), word.end(), is_foreign_letter) || !std::any_of(word.begin(), word.end(), is_kanji)) {
        continue;
      }
      const std::string_view rest = near.substr(bar + 1);
      const std::size_t close = rest.find_first_of("|{}\n`");
      std::size_t end = 0;  // of the part of `rest` that is reported
      if (close != std::string_view::npos && rest[close] == '}') {
        if (!trimmed(rest.substr(0, close)).empty()) continue;
        end = close + 1;
      } else {
        const std::string_view whole = text_.substr(at + 1 + bar + 1);
        while (end < whole.size() && is_kana(source::code_point_at(whole, end).value)) end += source::code_point_at(whole, end).size;
        if (end == 0 || whole.substr(end).starts_with(wide_close)) continue;
      }
      report(Kind::ruby_unfinished, at, at + 1 + bar + 1 + end, {std::string(near.substr(0, bar))});
    }
  }

  // [名](a.md
  void read_open_links() {
    for (std::size_t at = text_.find("]("); at != std::string_view::npos; at = text_.find("](", at + 2)) {
      if (!run_.is_verbatim(at) || !run_.is_verbatim(at + 1)) continue;
      const std::size_t begin = run_.content_begin(at) + 2;
      if (begin > content_.size() || words_before(begin - 2).empty() || scan_blank_target(content_, begin - 2)) continue;
      std::string_view line = content_.substr(begin, longest_target);
      line = line.substr(0, line.find_first_of("\n["));
      if (line.find(')') != std::string_view::npos || line.find("）") != std::string_view::npos) continue;
      const std::string_view target = target_at(line);
      if (target.empty()) continue;
      sink_.report(Kind::link_unclosed, map_.range(begin - 1, begin + target.size()), {std::string(target)});
    }
  }

  // [名] (a.md)
  void read_parted_links() {
    for (const std::string_view joint : {"] (", "]　("}) {
      for (std::size_t at = text_.find(joint); at != std::string_view::npos; at = text_.find(joint, at + joint.size())) {
        if (!run_.is_verbatim(at)) continue;
        const std::string_view words = words_before(run_.content_begin(at));
        const bool number = words.find_first_not_of("0123456789") == std::string_view::npos;
        if (number || words == "x" || words == "X" || words.front() == '^' || trimmed(words).empty()) continue;
        const std::string_view rest = text_.substr(at + joint.size(), longest_target);
        const std::string_view written = rest.substr(0, rest.find(')'));
        if (written.size() == rest.size() || target_at(written) != written || written.empty()) continue;
        report(Kind::link_apart, at, at + joint.size() + written.size() + 1, {std::string(written)});
      }
    }
  }

  // What stands between the `]` at `close` of the content and its `[`; empty if there is none, or it is escaped.
  std::string_view words_before(std::size_t close) const {
    const std::size_t from = close > longest_words ? close - longest_words : 0;
    const std::size_t open = content_.substr(from, close - from).rfind('[');
    if (open == std::string_view::npos || (from + open > 0 && content_[from + open - 1] == '\\')) return {};
    return content_.substr(from + open + 1, close - from - open - 1);
  }

  // A pair of `mark`, neither of them part of a longer run of its sign: where the first one stands and what lies between.
  struct Pair {
    std::size_t at = std::string_view::npos;
    std::string_view inner;
  };
  Pair find_pair(std::string_view mark, std::size_t from) const {
    const std::string_view sign = mark.size() == 2 && mark[0] == mark[1] ? mark.substr(0, 1) : mark;
    for (std::size_t at = text_.find(mark, from); at != std::string_view::npos;) {
      std::size_t end = at + mark.size();
      while (text_.substr(end).starts_with(sign)) end += sign.size();
      if (end == at + mark.size() && run_.is_verbatim(at)) {
        const std::string_view near = text_.substr(end, longest_emphasis);
        const std::size_t close = near.find(mark);
        if (close != std::string_view::npos && !text_.substr(end + close + mark.size()).starts_with(sign) &&
            !begins_or_ends_blank(near.substr(0, close))) {
          return {at, near.substr(0, close)};
        }
      }
      at = text_.find(mark, end);
    }
    return {};
  }
  char32_t before(std::size_t at) const { return source::code_point_before(text_, at).value; }
  char32_t after(std::size_t at) const { return source::code_point_at(text_, at).value; }

  // は__強調__の: letters on the outer side, where underscores are part of a name.
  void read_underscores() {
    constexpr std::string_view mark = "__";
    for (Pair pair = find_pair(mark, 0); pair.at != std::string_view::npos; pair = find_pair(mark, pair.at + mark.size())) {
      const std::size_t close = pair.at + mark.size() + pair.inner.size();
      const bool beside = is_foreign_letter(before(pair.at)) || is_foreign_letter(after(close + mark.size()));
      if (!beside || !has_foreign_letter(pair.inner)) continue;
      report(Kind::mark_underscores, pair.at, close + mark.size(), {std::string(pair.inner)});
      return;
    }
  }

  // これは＊強調＊である, and neither 価格＊と数量＊は nor 3＊4＊5.
  void read_wide_stars() {
    const auto is_border = [](char32_t c) { return c == 0 || is_hiragana(c) || !source::is_letter_or_digit(c); };
    for (Pair pair = find_pair(wide_star, 0); pair.at != std::string_view::npos;
         pair = find_pair(wide_star, pair.at + wide_star.size())) {
      const std::size_t end = pair.at + 2 * wide_star.size() + pair.inner.size();
      const auto signs = source::code_points(pair.inner);
      const bool word = std::all_of(signs.begin(), signs.end(), source::is_letter_or_digit) && !is_hiragana(signs.front());
      if (!word || !is_border(before(pair.at)) || !is_border(after(end))) continue;
      report(Kind::mark_wide, pair.at, pair.at + wide_star.size(), {std::string(wide_star), "*"});
      return;
    }
  }

  // [[page]], as wikis write links.
  void read_wiki_links() {
    for (std::size_t at = text_.find("[["); at != std::string_view::npos; at = text_.find("[[", at + 2)) {
      if (!run_.is_verbatim(at) || !run_.is_verbatim(at + 1)) continue;
      const std::string_view near = text_.substr(at + 2, longest_emphasis);
      const std::size_t close = near.find_first_of("[]\n");
      if (close == std::string_view::npos || near.substr(close, 2) != "]]") continue;
      const std::string_view page = near.substr(0, close);
      const bool letters = has_foreign_letter(page) || std::any_of(page.begin(), page.end(), is_ascii_letter);
      const bool element = at > 0 && (is_ascii_word(text_[at - 1]) || text_[at - 1] == ']');  // a[[i]]
      if (!letters || element || begins_or_ends_blank(page)) continue;
      report(Kind::mark_unknown, at, at + 2 + close + 2, {std::string(text_.substr(at, close + 4))});
    }
  }

  // ==強調==, and neither a == b nor a==b==c.
  void read_equals() {
    constexpr std::string_view mark = "==";
    const auto is_side = [](char32_t c) {
      return c < 0x80 && (is_ascii_word(static_cast<char>(c)) || c == '!' || c == '<' || c == '>');
    };
    for (Pair pair = find_pair(mark, 0); pair.at != std::string_view::npos; pair = find_pair(mark, pair.at + mark.size())) {
      const std::size_t end = pair.at + 2 * mark.size() + pair.inner.size();
      const bool letters = has_foreign_letter(pair.inner) || std::any_of(pair.inner.begin(), pair.inner.end(), is_ascii_letter);
      if (!letters || pair.inner.find('=') != std::string_view::npos || is_side(before(pair.at)) || is_side(after(end))) continue;
      report(Kind::mark_unknown, pair.at, end, {std::string(text_.substr(pair.at, end - pair.at))});
      return;
    }
  }

  void report(Kind kind, std::size_t begin, std::size_t end, std::vector<std::string> arguments) {
    sink_.report(kind, map_.range(run_.content_begin(begin), run_.content_end(end)), std::move(arguments));
  }

  const TextRun& run_;
  std::string_view text_;
  std::string_view content_;
  const ContentMap& map_;
  diagnostic::Sink& sink_;
};

}  // namespace

void report_unfinished_marks(const TextRun& run, const ContentMap& map, diagnostic::Sink& sink) {
  Unfinished(run, map, sink).read();
}

void report_wide_picture(const ContentMap& map, std::size_t begin, std::string_view destination, diagnostic::Sink& sink) {
  constexpr std::string_view mark = "！";
  constexpr std::array<std::string_view, 7> pictures = {".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".avif"};
  if (!map.text().substr(0, begin).ends_with(mark)) return;
  const std::string folded = source::fold_case(destination);
  if (std::none_of(pictures.begin(), pictures.end(), [&](std::string_view end) { return folded.ends_with(end); })) return;
  // 完成した！[写真](a.png) ends a sentence.
  const char32_t before = source::code_point_before(map.text(), begin - mark.size()).value;
  if (before != 0 && source::is_letter_or_digit(before)) return;
  sink.report(Kind::mark_wide, map.range(begin - mark.size(), begin), {std::string(mark), "!"});
}

}  // namespace shirube::parse
