#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "check/practice/practice.h"
#include "source/unicode.h"

namespace shirube::check {

namespace {

using diagnostic::Kind;
using diagnostic::Sink;
using model::Passage;

source::SourceRange part(const Passage& passage, std::size_t begin, std::size_t size) {
  const auto from = static_cast<std::uint32_t>(passage.range.begin + begin);
  return {passage.range.file, from, static_cast<std::uint32_t>(from + size)};
}

constexpr std::array<std::string_view, 10> polite = {"です",     "ます",     "ません",   "でした", "ました",
                                                     "でしょう", "ましょう", "ください", "下さい", "ですか"};

// Looked at first, because a text has many characters and few of these.
bool may_be_polite(std::string_view rest) {
  return rest.starts_with("で") || rest.starts_with("ま") || rest.starts_with("く") || rest.starts_with("下");
}

// A sentence ends before a full stop, a question mark or where its line or text ends.
bool ends_sentence(std::string_view rest) {
  return rest.empty() || rest[0] == '\n' || rest[0] == '\r' || rest[0] == '"' || rest[0] == '\'' ||
         rest.starts_with("。") || rest.starts_with("？") || rest.starts_with("！");
}

void check_politeness(const Passage& passage, Sink& sink) {
  const std::string_view text = passage.text;
  int quoted = 0;  // what somebody says, or an example of it
  bool code = false;
  for (std::size_t i = 0; i < text.size();) {
    const std::string_view rest = text.substr(i);
    if (rest[0] == '`') code = !code;
    if (rest.starts_with("「") || rest.starts_with("『") || rest.starts_with("“")) ++quoted;
    if (rest.starts_with("」") || rest.starts_with("』") || rest.starts_with("”")) quoted = std::max(0, quoted - 1);
    if (quoted == 0 && !code && may_be_polite(rest)) {
      for (const std::string_view end : polite) {
        if (!rest.starts_with(end) || !ends_sentence(rest.substr(end.size()))) continue;
        sink.report(Kind::style_polite, part(passage, i, end.size()), {std::string(end)});
        break;
      }
    }
    i += std::max<std::size_t>(1, source::code_point_at(text, i).size);
  }
}

constexpr std::array<std::string_view, 14> counters = {"件", "万円", "円", "人",   "名", "回", "％",
                                                       "%",  "本",   "年", "か月", "日", "週", "社"};

// What a blank may begin with: a circle, a low line, an x. Most characters of a Japanese text are none of these.
bool may_be_blank(std::string_view rest) {
  return rest[0] == '\xE2' || rest[0] == '\xEF' || rest[0] == 'x' || rest[0] == 'X' || rest.starts_with("〇");
}

bool before_counter(std::string_view rest) {
  return std::any_of(counters.begin(), counters.end(),
                     [&](std::string_view counter) { return rest.starts_with(counter); });
}

void check_blanks(const Passage& passage, Sink& sink) {
  const std::string_view text = passage.text;
  for (std::size_t i = 0; i < text.size();) {
    const std::string_view rest = text.substr(i);
    std::size_t size = 0;
    if (!may_be_blank(rest)) {
      i += std::max<std::size_t>(1, source::code_point_at(text, i).size);
      continue;
    }
    for (const std::string_view circle : {"○", "〇", "●", "◯"}) {
      if (rest.starts_with(circle) && before_counter(rest.substr(circle.size()))) size = circle.size();
    }
    if (rest.starts_with("＿＿")) size = std::min(rest.find_first_not_of("＿"), rest.size());
    const bool lone_x = (rest.starts_with("x%") || rest.starts_with("X%") || rest.starts_with("x％")) &&
                        (i == 0 || static_cast<unsigned char>(text[i - 1]) >= 0x80U || text[i - 1] == ' ');
    if (lone_x) size = 1;
    if (size > 0) {
      if (text[i + size - 1] == 'x' || text[i + size - 1] == 'X' || rest.starts_with("＿")) {
        sink.report(Kind::style_unfilled, part(passage, i, size), {std::string(rest.substr(0, size))});
      } else {
        const std::size_t counter = source::code_point_at(text, i + size).size;
        sink.report(Kind::style_unfilled, part(passage, i, size + counter),
                    {std::string(rest.substr(0, size + counter))});
      }
      i += size;
    } else {
      i += std::max<std::size_t>(1, source::code_point_at(text, i).size);
    }
  }
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_latin(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c);
}

// 554,250K: an amount of at least three digits; 4K is a screen.
void check_thousands(const Passage& passage, Sink& sink) {
  const std::string_view text = passage.text;
  for (std::size_t at = text.find('K'); at != std::string_view::npos; at = text.find('K', at + 1)) {
    std::size_t begin = at;
    while (begin > 0 && (is_digit(text[begin - 1]) || text[begin - 1] == ',')) --begin;
    const bool whole = (at + 1 == text.size() || !is_latin(text[at + 1])) && (begin == 0 || !is_latin(text[begin - 1]));
    if (at - begin >= 3 && whole) {
      sink.report(Kind::style_unit, part(passage, begin, at + 1 - begin),
                  {std::string(text.substr(begin, at + 1 - begin))});
    }
  }
}

bool is_emoji(char32_t c) {
  return (c >= 0x1F300 && c <= 0x1FAFF) || c == 0x2705 || c == 0x274C || c == 0x2728 || c == 0x26A1 || c == 0x2753 ||
         c == 0x2757 || c == 0x2B50 || c == 0x2B55 || c == 0xFE0F;
}

void check_emojis(const Passage& passage, Sink& sink) {
  for (std::size_t i = 0; i < passage.text.size();) {
    const auto c = source::code_point_at(passage.text, i);
    if (is_emoji(c.value)) {
      sink.report(Kind::style_emoji, part(passage, i, c.size), {std::string(passage.text.substr(i, c.size))});
    }
    i += std::max<std::size_t>(1, c.size);
  }
}

}  // namespace

void check_style(const model::Site& site, const Index&, Sink& sink) {
  for (const Passage& passage : site.passages) {
    if (!passage.workbook) check_politeness(passage, sink);
    check_blanks(passage, sink);
    check_thousands(passage, sink);
    check_emojis(passage, sink);
  }
}

}  // namespace shirube::check
