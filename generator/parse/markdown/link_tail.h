// What follows the text of a link in the source: (destination "title"), [label], or nothing.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace shirube::parse {

struct LinkTail {
  std::size_t destination_begin = 0;  // without the brackets of <…>
  std::size_t destination_end = 0;
  std::size_t end = 0;  // after the `)`
};

// `content[at]` is the `(`.
std::optional<LinkTail> scan_link_tail(std::string_view content, std::size_t at);
// `content[at]` is the `[`; returns the place after the `]`, or `at` if this is not a label.
std::size_t skip_link_label(std::string_view content, std::size_t at);

// A target with a space in it, which Markdown takes for text: [日本](日本語 パス.md). `at` is that of the `]` in text
// that belongs to no link; returns the target.
std::optional<LinkTail> scan_blank_target(std::string_view content, std::size_t at);

}  // namespace shirube::parse
