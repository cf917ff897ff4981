// Small questions about the letters of a YAML text, answered without the library: it shows where a scalar begins, not
// where it ends.
#pragma once

#include <cstddef>
#include <string_view>

namespace shirube::parse {

// The rest of the line from `offset` on, without its line end.
std::string_view line_at(std::string_view text, std::size_t offset);
// Offset at which the line of `offset` starts.
std::size_t line_begin(std::string_view text, std::size_t offset);
// Nothing but spaces, or spaces and a comment.
bool is_blank_or_comment(std::string_view line);
// The line ends in the header of a block text: `|`, `>-` …
bool opens_block_text(std::string_view line);

// From `offset` past spaces and tabs of the line.
std::size_t skip_blanks(std::string_view text, std::size_t offset);
// From `offset` past spaces, line ends and comments.
std::size_t skip_blanks_and_comments(std::string_view text, std::size_t offset);

// `offset` is at a `"` or `'`. One past the closing one; npos if there is none.
std::size_t end_of_quoted(std::string_view text, std::size_t offset);
// One past the place where the letters of `value` end, spaces and line ends left out of the comparison, because
// folding changes them; npos if the text at `offset` does not spell `value`.
std::size_t end_of_spelling(std::string_view text, std::size_t offset, std::string_view value);
// Offset of the first quote from `offset` on that opens a text and has no end; npos if there is none.
std::size_t find_unclosed_quote(std::string_view text, std::size_t offset);
// `offset` is at a `[` or `{`. Whether a bracket closes it.
bool is_bracket_closed(std::string_view text, std::size_t offset);

// The first line of a text over several lines that is not indented deeper than the line it started in; npos if there
// is none. The library lets such lines pass, but they belong to the next field, whose `:` or quote is missing.
std::size_t find_outdented_line(std::string_view text, std::size_t begin, std::size_t end);

}  // namespace shirube::parse
