#include "parse/markdown/link_tail.h"

#include <algorithm>

namespace shirube::parse {

namespace {

constexpr std::string_view space = " \t\r\n\v\f";

bool is_space(char c) {
  return space.find(c) != std::string_view::npos;
}

std::size_t skip_space(std::string_view content, std::size_t at) {
  return std::min(content.find_first_not_of(space, at), content.size());
}

// npos if there is no destination.
std::size_t bare_destination_end(std::string_view content, std::size_t at) {
  int depth = 0;
  for (; at < content.size() && !is_space(content[at]); ++at) {
    if (static_cast<unsigned char>(content[at]) < 0x20) break;
    if (content[at] == '\\' && at + 1 < content.size() && !is_space(content[at + 1])) {
      ++at;
    } else if (content[at] == '(') {
      if (++depth > 32) return std::string_view::npos;
    } else if (content[at] == ')') {
      if (depth == 0) break;
      --depth;
    }
  }
  return at;
}

std::size_t pointed_destination_end(std::string_view content, std::size_t at) {
  for (; at < content.size(); ++at) {
    if (content[at] == '>') return at;
    if (content[at] == '\\') ++at;
    if (at < content.size() && (content[at] == '\n' || content[at] == '<')) break;
  }
  return std::string_view::npos;
}

// Behind the title, or `at` if there is none.
std::size_t title_end(std::string_view content, std::size_t at) {
  if (at >= content.size()) return at;
  char closing = content[at];
  if (closing == '(') {
    closing = ')';
  } else if (closing != '"' && closing != '\'') {
    return at;
  }
  for (std::size_t i = at + 1; i < content.size(); ++i) {
    if (content[i] == closing) return i + 1;
    if (content[i] == '\\') ++i;
  }
  return at;
}

}  // namespace

std::optional<LinkTail> scan_link_tail(std::string_view content, std::size_t at) {
  LinkTail tail;
  std::size_t i = skip_space(content, at + 1);
  if (i < content.size() && content[i] == '<') {
    tail.destination_begin = i + 1;
    const std::size_t end = pointed_destination_end(content, i + 1);
    if (end == std::string_view::npos) return std::nullopt;
    tail.destination_end = end;
    i = end + 1;
  } else {
    tail.destination_begin = i;
    i = bare_destination_end(content, i);
    if (i == std::string_view::npos) return std::nullopt;
    tail.destination_end = i;
  }
  const std::size_t title = skip_space(content, i);
  if (title > i) i = skip_space(content, title_end(content, title));
  if (i >= content.size() || content[i] != ')') return std::nullopt;
  tail.end = i + 1;
  return tail;
}

std::size_t skip_link_label(std::string_view content, std::size_t at) {
  for (std::size_t i = at + 1; i < content.size() && i - at < 1002; ++i) {
    if (content[i] == ']') return i + 1;
    if (content[i] == '[') return at;
    if (content[i] == '\\') ++i;
  }
  return at;
}

std::optional<LinkTail> scan_blank_target(std::string_view content, std::size_t at) {
  if (content.substr(at, 2) != "](") return std::nullopt;
  const std::size_t begin = at + 2;
  const std::size_t end = content.substr(0, std::min(content.size(), begin + 300)).find_first_of(")\n", begin);
  if (end == std::string_view::npos || content[end] != ')') return std::nullopt;
  const std::string_view target = content.substr(begin, end - begin);
  const bool blank = target.find(' ') != std::string_view::npos && target.front() != ' ' && target.back() != ' ';
  const bool path = target.find_first_of("/#.") != std::string_view::npos;
  const bool other = target.find_first_of("\"'<>") != std::string_view::npos || target.find("](") != std::string_view::npos;
  if (!blank || !path || other) return std::nullopt;
  return LinkTail{begin, end, end + 1};
}

}  // namespace shirube::parse
