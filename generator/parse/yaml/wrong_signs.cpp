#include "parse/yaml/wrong_signs.h"

#include <algorithm>
#include <string>
#include <utility>

#include "source/format.h"
#include "source/unicode.h"

namespace shirube::parse {

namespace {

struct Sign {
  std::string_view sign;
  std::string_view wanted;
};

constexpr Sign dashes[] = {{"－", "-"}, {"−", "-"}, {"―", "-"}, {"—", "-"}, {"–", "-"}, {"‐", "-"}, {"・", "-"}};
constexpr Sign hashes[] = {{"＃", "#"}};
constexpr Sign brackets[] = {{"［", "["}, {"｛", "{"}};
constexpr Sign in_brackets[] = {{"，", ","}, {"］", "]"}, {"｝", "}"}};
constexpr Sign commas[] = {{"，", ","}, {"、", ","}};
constexpr std::pair<std::string_view, std::string_view> quotes[] = {
    {"“", "”"}, {"”", "”"}, {"‘", "’"}, {"’", "’"}, {"＂", "＂"}, {"＇", "＇"}, {"〝", "〟"}};
constexpr Sign opening_quotes[] = {{"“", "\""}, {"”", "\""}, {"‘", "'"}, {"’", "'"},
                                   {"＂", "\""}, {"＇", "'"},  {"〝", "\""}, {"「", "\""}};

WrongSign at(std::string_view text, std::size_t offset, std::string_view wanted) {
  const source::CodePoint c = source::code_point_at(text, offset);
  return {offset, c.size, c.value, wanted};
}

template <class Table>
std::optional<WrongSign> sign_at(std::string_view text, std::size_t offset, const Table& table) {
  for (const Sign& row : table) {
    if (text.substr(std::min(offset, text.size())).starts_with(row.sign)) return at(text, offset, row.wanted);
  }
  return std::nullopt;
}

template <class Table>
std::optional<WrongSign> find_sign(std::string_view text, const Table& table) {
  for (std::size_t i = 0; i < text.size(); i += std::max<std::size_t>(source::code_point_at(text, i).size, 1)) {
    if (auto found = sign_at(text, i, table)) return found;
  }
  return std::nullopt;
}

bool blank_at(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return true;
  return source::is_white_space(source::code_point_at(text, offset).value);
}

bool is_hidden(char32_t c) {
  return c == 0xA0 || c == 0xAD || c == 0x1680 || (c >= 0x2000 && c <= 0x200F) || c == 0x202F || c == 0x205F ||
         (c >= 0x2060 && c <= 0x2064) || c == 0x3164 || c == 0xFEFF;
}

}  // namespace

diagnostic::Diagnostic& WrongSign::report(std::string_view text, source::SourceRange place,
                                          diagnostic::Sink& sink) const {
  using diagnostic::Kind;
  if (wanted.empty()) {
    return sink.report(Kind::yaml_hidden_sign, place, {source::format("{:04X}", static_cast<std::uint32_t>(value))});
  }
  return sink.report(Kind::yaml_wide_sign, place, {std::string(text.substr(offset, size)), std::string(wanted)});
}

std::optional<WrongSign> find_hidden_sign(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const source::CodePoint c = source::code_point_at(text, i);
    if (is_hidden(c.value)) return at(text, i, "");
    i += std::max<std::size_t>(c.size, 1);
  }
  return std::nullopt;
}

std::optional<WrongSign> find_wrong_start(std::string_view text) {
  if (auto found = sign_at(text, 0, hashes)) return found;
  auto dash = sign_at(text, 0, dashes);
  if (!dash || dash->size == text.size() || !blank_at(text, dash->size)) return std::nullopt;
  std::size_t next = dash->size;
  while (next < text.size() && blank_at(text, next)) next += source::code_point_at(text, next).size;
  const source::CodePoint c = source::code_point_at(text, next);
  const bool number = (c.value >= '0' && c.value <= '9') || (c.value >= 0xFF10 && c.value <= 0xFF19);
  return number ? std::nullopt : dash;  // − 5 is a number
}

std::optional<WrongSign> find_wrong_quotes(std::string_view text) {
  for (const auto& [open, close] : quotes) {
    if (text.size() >= open.size() + close.size() && text.starts_with(open) && text.ends_with(close)) {
      return sign_at(text, 0, opening_quotes);
    }
  }
  return std::nullopt;
}

std::optional<WrongSign> find_wrong_brackets(std::string_view text) {
  return sign_at(text, 0, brackets);
}

std::optional<WrongSign> find_wrong_comma(std::string_view item) {
  return find_sign(item, commas);
}

std::optional<WrongSign> find_wrong_in_brackets(std::string_view line) {
  return find_sign(line, in_brackets);
}

std::optional<WrongSign> find_wrong_sign(std::string_view line) {
  const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
  const auto shifted = [](std::optional<WrongSign> found, std::size_t by) {
    if (found) found->offset += by;
    return found;
  };
  if (auto found = shifted(find_wrong_start(line.substr(indent)), indent)) return found;
  if (auto found = find_hidden_sign(line)) return found;
  // The value of a key, an item of a list, and the line itself.
  for (std::size_t begin = indent; begin < line.size();) {
    if (auto found = sign_at(line, begin, brackets)) return found;
    if (auto found = sign_at(line, begin, opening_quotes)) return found;
    const std::size_t blank = line.find(' ', begin);
    begin = blank == std::string_view::npos ? line.size() : line.find_first_not_of(' ', blank);
    if (begin == std::string_view::npos) break;
  }
  if (line.find_first_of("[{") == std::string_view::npos) return std::nullopt;
  return find_wrong_comma(line);
}

}  // namespace shirube::parse
