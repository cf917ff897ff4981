// Signs that an input method or a word processor puts where YAML has signs of its own, and signs that cannot be seen.
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
  std::string_view wanted;  // the ordinary sign; empty: it cannot be seen and should go

  diagnostic::Diagnostic& report(std::string_view text, source::SourceRange place, diagnostic::Sink& sink) const;
};

// The first sign that is not seen, or that looks like an ordinary blank: NBSP, zero-width space …
std::optional<WrongSign> find_hidden_sign(std::string_view text);
// The sign that broke a line that YAML could not read: `－ item`, `＃ comment`, `key: “a: b”`, `［a, b］`, `{a: 1，b: 2}`.
std::optional<WrongSign> find_wrong_sign(std::string_view line);
// `－ item`, `・ item`, `＃ comment` at the beginning of a text.
std::optional<WrongSign> find_wrong_start(std::string_view text);
// “…”, ‘…’, ＂…＂ round the whole text, meant as YAML's quotes.
std::optional<WrongSign> find_wrong_quotes(std::string_view text);
// ［a, b］, ｛a: 1｝ where a list or fields are due.
std::optional<WrongSign> find_wrong_brackets(std::string_view text);
// The `，` or `］` of a line with `[` or `{` that YAML could not read.
std::optional<WrongSign> find_wrong_in_brackets(std::string_view line);
// The `，` or `、` of [a，b].
std::optional<WrongSign> find_wrong_comma(std::string_view item);

}  // namespace shirube::parse
