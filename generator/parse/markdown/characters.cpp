#include "parse/markdown/characters.h"

#include <utility>

#include "parse/encoding.h"
#include "parse/markdown/emphasis_marks.h"
#include "source/format.h"
#include "source/unicode.h"

namespace shirube::parse {

namespace {

using diagnostic::Kind;

bool is_hidden_direction(char32_t c) {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

std::string hexadecimal(char32_t c) {
  return source::format("{:04X}", static_cast<std::uint32_t>(c));
}

}  // namespace

bool check_characters(const source::SourceFile& file, source::FileId id, diagnostic::Sink& sink) {
  const std::string& text = file.text();
  const auto range = [&](std::size_t begin, std::size_t end) {
    return source::SourceRange{id, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  };
  if (!check_encoding(text, range, sink)) return false;
  bool readable = true;
  bool is_lone_cr_told = false;  // where one line ends so, they all do
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const auto at = static_cast<std::uint32_t>(i);
    if (byte < 0x20 || byte == 0x7F) {
      const bool line_end = byte == '\r' && i + 1 < text.size() && text[i + 1] == '\n';
      if (byte == '\n' || byte == '\t' || line_end) continue;
      readable = false;
      if (byte == '\r') {
        if (!std::exchange(is_lone_cr_told, true)) sink.report(Kind::yaml_lone_cr, {id, at, at + 1});
        continue;
      }
      sink.report(Kind::control_character, {id, at, at + 1}, {hexadecimal(byte)});
    } else if (byte == 0xE2) {
      const source::CodePoint c = source::code_point_at(text, i);
      if (is_hidden_direction(c.value)) sink.report(Kind::hidden_direction, {id, at, at + 3}, {hexadecimal(c.value)});
    } else if (byte == 0xC2 && static_cast<unsigned char>(text[i + 1]) < 0xA0) {
      const source::CodePoint c = source::code_point_at(text, i);
      sink.report(Kind::control_character, {id, at, at + 2}, {hexadecimal(c.value)});
    } else if (byte == 0xEF) {
      const source::CodePoint c = source::code_point_at(text, i);
      if (c.value == emphasis_mark || c.value == emphasis_mark + 1) {  // +1: ruby.h
        sink.report(Kind::reserved_character, {id, at, at + 3}, {hexadecimal(c.value)});
        readable = false;
      }
    }
  }
  return readable;
}

}  // namespace shirube::parse
