#include "parse/markdown/text_run.h"

#include <algorithm>

#include "source/unicode.h"

namespace shirube::parse {

namespace {

bool is_ascii_punctuation(char c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

bool is_alphanumeric(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Bytes of what has the shape of an entity, 0 if nothing has.
std::size_t entity_size(std::string_view text) {
  std::size_t end = 1;
  if (end < text.size() && text[end] == '#') ++end;
  const std::size_t name = end;
  while (end < text.size() && end < 40 && is_alphanumeric(text[end])) ++end;
  return end > name && end < text.size() && text[end] == ';' ? end + 1 : 0;
}

}  // namespace

void TextRun::clear() {
  text_.clear();
  parts_.clear();
}

void TextRun::add(std::string_view bytes, std::size_t content, std::size_t content_size, bool verbatim) {
  if (bytes.empty()) return;
  if (verbatim && !parts_.empty() && parts_.back().verbatim &&
      parts_.back().content + parts_.back().content_size == content) {
    parts_.back().content_size += content_size;
  } else {
    parts_.push_back({text_.size(), content, content_size, verbatim});
  }
  text_ += bytes;
}

std::size_t TextRun::append(std::string_view literal, std::string_view content, std::size_t at) {
  std::size_t i = 0;
  while (i < literal.size()) {
    std::size_t same = 0;
    while (i + same < literal.size() && at + same < content.size() && content[at + same] == literal[i + same]) {
      const char c = content[at + same];
      if (c == '&' || (c == '\\' && at + same + 1 < content.size() && is_ascii_punctuation(content[at + same + 1])))
        break;
      ++same;
    }
    add(literal.substr(i, same), at, same, true);
    i += same;
    at += same;
    if (i == literal.size()) break;
    const std::string_view rest = content.substr(std::min(at, content.size()));
    if (rest.size() > 1 && rest[0] == '\\' && rest[1] == literal[i]) {
      add(literal.substr(i, 1), at, 2, false);
      ++i;
      at += 2;
      continue;
    }
    if (!rest.empty() && rest[0] == '&') {
      const std::size_t size = entity_size(rest);
      const std::string_view written = rest.substr(0, size);
      const bool ampersand = written == "&amp;" || written == "&AMP;";
      if (literal[i] == '&' && (size == 0 || (literal.substr(i, size) == written && !ampersand))) {
        const std::size_t verbatim = std::max<std::size_t>(size, 1);
        add(literal.substr(i, verbatim), at, verbatim, true);
        i += verbatim;
        at += verbatim;
        continue;
      }
      if (size > 0) {
        std::size_t decoded = source::code_point_at(literal, i).size;
        // A few entities stand for two characters.
        const bool goes_on = i + decoded < literal.size() && size < rest.size();
        const char next = goes_on ? rest[size] : '\0';
        if (goes_on && next != '\\' && next != '&' && next != literal[i + decoded]) {
          decoded += source::code_point_at(literal, i + decoded).size;
        }
        add(literal.substr(i, decoded), at, size, false);
        i += decoded;
        at += size;
        continue;
      }
    }
    // Should not happen; the place is then looked for a little further on.
    const std::string_view wanted = literal.substr(i, 8);
    const std::size_t found = rest.substr(0, 256).find(wanted);
    if (found == std::string_view::npos || found == 0) {
      add(literal.substr(i), at, 0, false);
      break;
    }
    at += found;
  }
  return at;
}

void TextRun::truncate(std::size_t size) {
  text_.resize(size);
  while (!parts_.empty() && parts_.back().at >= size) parts_.pop_back();
  if (!parts_.empty() && parts_.back().verbatim) parts_.back().content_size = size - parts_.back().at;
}

const TextRun::Part& TextRun::part(std::size_t at) const {
  const auto after = std::upper_bound(parts_.begin(), parts_.end(), at,
                                      [](std::size_t value, const Part& each) { return value < each.at; });
  return after == parts_.begin() ? parts_.front() : *(after - 1);
}

std::size_t TextRun::content_begin(std::size_t at) const {
  const Part& found = part(at);
  return found.verbatim ? found.content + (at - found.at) : found.content;
}

std::size_t TextRun::content_end(std::size_t at) const {
  const Part& found = part(at - 1);
  return found.verbatim ? found.content + (at - found.at) : found.content + found.content_size;
}

}  // namespace shirube::parse
