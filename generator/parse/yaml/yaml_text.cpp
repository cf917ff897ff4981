#include "parse/yaml/yaml_text.h"

#include <algorithm>

#include "parse/encoding.h"
#include "parse/yaml/scan.h"
#include "source/format.h"
#include "source/unicode.h"

namespace shirube::parse {

namespace {

using diagnostic::Kind;
using source::SourceRange;

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// Bytes of the input to bytes of the file, before anything is taken out of the text.
SourceRange raw_range(const YamlInput& input, std::size_t begin, std::size_t end) {
  const auto line = static_cast<std::size_t>(
      std::count(input.text.begin(), input.text.begin() + static_cast<std::ptrdiff_t>(begin), '\n'));
  const std::size_t before = begin == 0 ? std::string::npos : input.text.rfind('\n', begin - 1);
  const std::size_t start = before == std::string::npos ? 0 : before + 1;
  const std::uint32_t base = line < input.line_offsets.size() ? input.line_offsets[line] : 0;
  return {input.file, static_cast<std::uint32_t>(base + (begin - start)),
          static_cast<std::uint32_t>(base + (end - start))};
}

// Whatever makes the bytes no text at all. The first finding only: the rest would be its echo.
bool check_bytes(const YamlInput& input, const YamlLimits& limits, diagnostic::Sink& sink) {
  const std::string& text = input.text;
  if (text.size() > limits.bytes) {
    sink.report(Kind::yaml_size, raw_range(input, 0, 0),
                {source::format("{}", text.size()), source::format("{}", limits.bytes)});
    return false;
  }
  const auto range = [&](std::size_t begin, std::size_t end) { return raw_range(input, begin, end); };
  if (!check_encoding(text, range, sink)) return false;
  const std::size_t begin = text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
  if (const auto found = find_forbidden_character(std::string_view(text).substr(begin))) {
    const std::size_t offset = begin + found->offset;
    sink.report(found->turns_direction ? Kind::hidden_direction : Kind::control_character,
                raw_range(input, offset, offset + found->size),
                {source::format("{:04X}", static_cast<std::uint32_t>(found->value))});
    return false;
  }
  for (std::size_t i = text.find('\r'); i != std::string::npos; i = text.find('\r', i + 1)) {
    if (i + 1 < text.size() && text[i + 1] == '\n') continue;
    sink.report(Kind::yaml_lone_cr, raw_range(input, i, i));
    return false;
  }
  return true;
}

bool is_marker(std::string_view line, std::string_view marker) {
  return line.starts_with(marker) &&
         (line.size() == marker.size() || line[marker.size()] == ' ' || line[marker.size()] == '\t');
}

}  // namespace

std::optional<ForbiddenCharacter> find_forbidden_character(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte >= 0x20 && byte < 0x7F) {
      ++i;
      continue;
    }
    const source::CodePoint c = source::code_point_at(text, i);
    const char32_t v = c.value;
    const bool direction = (v >= 0x202A && v <= 0x202E) || (v >= 0x2066 && v <= 0x2069);
    const bool control = (v < 0x20 && v != '\t' && v != '\n' && v != '\r') || (v >= 0x7F && v < 0xA0) || v == 0xFEFF ||
                         (v & 0xFFFEU) == 0xFFFEU || (v >= 0xFDD0 && v <= 0xFDEF);
    if (direction || control) return ForbiddenCharacter{i, c.size, v, direction};
    i += c.size;
  }
  return std::nullopt;
}

std::optional<YamlText> YamlText::prepare(const YamlInput& input, const YamlLimits& limits, diagnostic::Sink& sink) {
  if (!check_bytes(input, limits, sink)) return std::nullopt;
  YamlText result;
  result.normalise(input);
  if (!result.check_lines(sink)) return std::nullopt;
  return result;
}

void YamlText::normalise(const YamlInput& input) {
  file_ = input.file;
  text_.reserve(input.text.size());
  const std::size_t mark = input.text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
  std::uint32_t fallback = 0;
  for (std::size_t begin = 0, line = 0;; ++line) {
    const std::size_t skipped = line == 0 ? mark : 0;
    const std::size_t end = input.text.find('\n', begin);
    if (line < input.line_offsets.size()) fallback = input.line_offsets[line];
    line_starts_.push_back(text_.size());
    file_starts_.push_back(fallback + static_cast<std::uint32_t>(skipped));
    std::string_view content = std::string_view(input.text).substr(begin, end == std::string::npos ? end : end - begin);
    content.remove_prefix(skipped);
    if (content.ends_with('\r')) content.remove_suffix(1);
    text_ += content;
    if (end == std::string::npos) break;
    text_ += '\n';
    begin = end + 1;
  }
}

std::uint32_t YamlText::place(std::size_t offset) const {
  const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  const auto line = static_cast<std::size_t>(after - line_starts_.begin()) - 1;
  return file_starts_[line] + static_cast<std::uint32_t>(offset - line_starts_[line]);
}

SourceRange YamlText::range(std::size_t begin, std::size_t end) const {
  begin = std::min(begin, text_.size());
  const std::uint32_t first = place(begin);
  // The end of a line is an end, never the start of the next one: that may be far away in the file.
  const std::uint32_t last = end > begin ? place(std::min(end, text_.size()) - 1) + 1 : first;
  return {file_, first, last};
}

// Document markers, directives and tabs are a matter of lines: here they get their own place and words, while the
// library would stumble over them somewhere later.
bool YamlText::check_lines(diagnostic::Sink& sink) {
  bool marker_seen = false;
  bool content_seen = false;
  constexpr std::size_t none = std::string::npos;
  std::size_t block_indent = none;  // of the line that opened a `|` or `>` text
  for (std::size_t number = 0; number < line_starts_.size(); ++number) {
    const std::size_t begin = line_starts_[number];
    const std::string_view line = line_at(text_, begin);
    const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
    const std::string_view rest = line.substr(indent);
    const bool empty = is_blank_or_comment(rest);
    if (block_indent != none) {
      if (rest.empty() || indent > block_indent) continue;
      block_indent = none;
    }
    if (is_marker(line, "---")) {
      if (marker_seen || content_seen) {
        sink.report(Kind::yaml_second_document, range(begin, begin + 3));
        text_.resize(begin);
        return true;
      }
      marker_seen = true;
      content_seen = !is_blank_or_comment(line.substr(3));
      continue;
    }
    if (is_marker(line, "...")) {
      const bool clean = check_rest(begin + line.size(), sink);
      text_.resize(begin);
      return clean || content_seen;
    }
    if (line.starts_with('%') && !content_seen && !marker_seen) {
      sink.report(Kind::yaml_directive, range(begin, begin + line.size()));
      return false;
    }
    if (empty) continue;
    content_seen = true;
    if (rest[0] == '\t') {
      sink.report(Kind::yaml_tab, range(begin + indent, begin + indent + 1));
      return false;
    }
    if (opens_block_text(line)) block_indent = indent;
  }
  return true;
}

bool YamlText::check_rest(std::size_t begin, diagnostic::Sink& sink) const {
  std::size_t found = skip_blanks_and_comments(text_, begin);
  while (found < text_.size() && is_marker(line_at(text_, found), "...")) {
    found = skip_blanks_and_comments(text_, found + 3);
  }
  if (found >= text_.size()) return true;
  const std::string_view line = line_at(text_, found);
  sink.report(is_marker(line, "---") ? Kind::yaml_second_document : Kind::yaml_after_end,
              range(found, found + line.size()));
  return false;
}

}  // namespace shirube::parse
