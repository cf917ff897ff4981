// Characters that an input method or a word processor puts where YAML has its own, and invisible characters.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "diagnostic/diagnostic.h"

namespace shirube::parse {

struct WrongSign {
  std::size_t offset = 0;
  std::size_t size = 0;
  char32_t value = 0;
  std::string_view wanted;  // the ordinary character; empty: it is invisible and should go

  diagnostic::Diagnostic& report(std::string_view text, source::SourceRange place, diagnostic::Sink& sink) const;
};

// The first character that is invisible, or that looks like an ordinary space: NBSP, zero-width space …
std::optional<WrongSign> find_hidden_sign(std::string_view text);
// The character that broke a line that YAML could not read: `key：value`, `key:　value`, `－ item`, `＃ comment`,
// `key: “a: b”`, `［a, b］`, `{a: 1，b: 2}`.
std::optional<WrongSign> find_wrong_sign(std::string_view line);
// `－ item`, `・item`, `＃ comment` at the beginning of a text.
std::optional<WrongSign> find_wrong_start(std::string_view text);
// A full-width space in a key or before it.
std::optional<WrongSign> find_wide_blank(std::string_view key);
// `word ＃ comment`
std::optional<WrongSign> find_wrong_comment(std::string_view text);
// “…”, ‘…’, ＂…＂ around the whole text, meant as YAML's quotes.
std::optional<WrongSign> find_wrong_quotes(std::string_view text);

// The `”` that was to close the ordinary quote at `quote`.
std::optional<WrongSign> find_wrong_close(std::string_view line, std::size_t quote);

// `“a` of {key: “a, b”}, which YAML cuts at the comma, and the character that would close it.
struct OpenQuote {
  WrongSign sign;
  std::string_view close;
};
std::optional<OpenQuote> find_open_quote(std::string_view text);

// `｜` or `＞` alone in the first line of a text of several lines.
std::optional<WrongSign> find_wrong_block(std::string_view first_line);
// ［a, b］, ｛a: 1｝ where a list or fields are due.
std::optional<WrongSign> find_wrong_brackets(std::string_view text);
// ［a, b］ or `－ item` where a list is due.
std::optional<WrongSign> find_wrong_list(std::string_view text);
// The `，` or `］` of [甲，乙］, where a `、` may belong to the text.
std::optional<WrongSign> find_wrong_separator(std::string_view item);
// The `，`, `］`, `“` or `、 key:` of a line with `[` or `{` that YAML could not read.
std::optional<WrongSign> find_wrong_in_brackets(std::string_view line);
// The `，` or `、` of [a，b].
std::optional<WrongSign> find_wrong_comma(std::string_view item);

}  // namespace shirube::parse
