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

constexpr Sign dashes[] = {{"－", "-"}, {"−", "-"}, {"―", "-"}, {"—", "-"}, {"–", "-"}, {"‐", "-"}, {"ー", "-"}, {"・", "-"}};
constexpr std::string_view middle_dot = "・";
constexpr Sign blocks[] = {{"｜", "|"}, {"＞", ">"}};
constexpr char32_t wide_blank = 0x3000;
constexpr char32_t wide_colon = 0xFF1A;
constexpr Sign wide_blanks[] = {{"\u3000", " "}};
constexpr Sign wide_colons[] = {{"：", ":"}};
constexpr Sign hashes[] = {{"＃", "#"}};
constexpr Sign brackets[] = {{"［", "["}, {"｛", "{"}};
constexpr Sign in_brackets[] = {{"，", ","}, {"］", "]"}, {"｝", "}"}};
constexpr Sign commas[] = {{"，", ","}, {"、", ","}};
constexpr std::pair<std::string_view, std::string_view> quotes[] = {
    {"“", "”"}, {"”", "”"}, {"‘", "’"}, {"’", "’"}, {"＂", "＂"}, {"＇", "＇"}, {"〝", "〟"}, {"「", "」"},
    {"“", "\""}, {"”", "\""}, {"＂", "\""}, {"‘", "'"}, {"’", "'"}, {"＇", "'"}};
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

// After `key: `, `- `, `[`, `{` or `,`, or at the beginning of the line.
bool starts_value(std::string_view line, std::size_t offset) {
  std::size_t before = offset;
  while (before > 0 && line[before - 1] == ' ') --before;
  if (before == 0) return true;
  const char c = line[before - 1];
  if (c == '[' || c == '{' || c == ',') return true;
  if (before == offset) return false;
  return c == ':' || (c == '-' && line.find_first_not_of(" -") >= before);
}

std::optional<WrongSign> sign_at_value(std::string_view line, std::size_t offset) {
  auto found = sign_at(line, offset, brackets);
  if (!found) found = sign_at(line, offset, opening_quotes);
  return found && starts_value(line, offset) ? found : std::nullopt;
}

// ` name:`
bool key_follows(std::string_view line, std::size_t offset) {
  while (offset < line.size() && blank_at(line, offset)) offset += source::code_point_at(line, offset).size;
  const std::size_t end = line.find_first_not_of("abcdefghijklmnopqrstuvwxyz_", offset);
  return end != std::string_view::npos && end > offset && (line[end] == ':' || sign_at(line, end, wide_colons));
}

}  // namespace

diagnostic::Diagnostic& WrongSign::report(std::string_view text, source::SourceRange place,
                                          diagnostic::Sink& sink) const {
  using diagnostic::Kind;
  if (value == wide_blank) return sink.report(Kind::yaml_wide_blank, place);
  if (value == wide_colon) return sink.report(Kind::yaml_wide_colon, place);
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
  if (!dash || dash->size == text.size()) return std::nullopt;
  if (text.starts_with(middle_dot)) return dash;
  if (!blank_at(text, dash->size)) return std::nullopt;
  std::size_t next = dash->size;
  while (next < text.size() && blank_at(text, next)) next += source::code_point_at(text, next).size;
  const source::CodePoint c = source::code_point_at(text, next);
  const bool number = (c.value >= '0' && c.value <= '9') || (c.value >= 0xFF10 && c.value <= 0xFF19);
  return number ? std::nullopt : dash;  // − 5 is a number
}

std::optional<WrongSign> find_wide_blank(std::string_view key) {
  return find_sign(key, wide_blanks);
}

std::optional<WrongSign> find_wrong_comment(std::string_view text) {
  const Sign& hash = hashes[0];
  for (std::size_t i = text.find(hash.sign); i != std::string_view::npos; i = text.find(hash.sign, i + 1)) {
    if (i > 0 && (text[i - 1] == ' ' || text.substr(0, i).ends_with("\u3000"))) return at(text, i, hash.wanted);
  }
  return std::nullopt;
}

std::optional<WrongSign> find_wrong_quotes(std::string_view text) {
  for (const auto& [open, close] : quotes) {
    // 「甲」 is a text in its own right.
    if (open == "「" || text.size() < open.size() + close.size()) continue;
    if (!text.starts_with(open) || !text.ends_with(close)) continue;
    const std::string_view inside = text.substr(open.size(), text.size() - open.size() - close.size());
    if (inside.find(close) == std::string_view::npos) return sign_at(text, 0, opening_quotes);
  }
  return std::nullopt;
}

std::optional<WrongSign> find_wrong_close(std::string_view line, std::size_t quote) {
  constexpr Sign closing[] = {{"”", "\""}, {"“", "\""}, {"＂", "\""}, {"’", "'"}, {"‘", "'"}, {"＇", "'"}};
  for (std::size_t i = quote + 1; i < line.size(); i += std::max<std::size_t>(source::code_point_at(line, i).size, 1)) {
    if (auto found = sign_at(line, i, closing); found && found->wanted.front() == line[quote]) return found;
  }
  return std::nullopt;
}

std::optional<OpenQuote> find_open_quote(std::string_view text) {
  auto sign = sign_at(text, 0, opening_quotes);
  if (!sign) return std::nullopt;
  std::string_view own;
  for (const auto& [open, close] : quotes) {
    if (!text.starts_with(open)) continue;
    if (text.find(close, open.size()) != std::string_view::npos) return std::nullopt;
    if (own.empty()) own = close;
  }
  return OpenQuote{*sign, own};
}

std::optional<WrongSign> find_wrong_block(std::string_view first_line) {
  auto found = sign_at(first_line, 0, blocks);
  if (!found) return std::nullopt;
  return first_line.find_first_not_of(" +-", found->size) == std::string_view::npos ? found : std::nullopt;
}

std::optional<WrongSign> find_wrong_brackets(std::string_view text) {
  return sign_at(text, 0, brackets);
}

std::optional<WrongSign> find_wrong_list(std::string_view text) {
  auto found = find_wrong_brackets(text);
  return found ? found : find_wrong_start(text);
}

std::optional<WrongSign> find_wrong_comma(std::string_view item) {
  return find_sign(item, commas);
}

std::optional<WrongSign> find_wrong_separator(std::string_view item) {
  return find_sign(item, in_brackets);
}

std::optional<WrongSign> find_wrong_in_brackets(std::string_view line) {
  for (std::size_t i = 0; i < line.size(); i += std::max<std::size_t>(source::code_point_at(line, i).size, 1)) {
    if (auto found = sign_at(line, i, in_brackets)) return found;
    if (auto found = sign_at(line, i, commas); found && key_follows(line, i + found->size)) return found;
    if (auto found = sign_at_value(line, i)) return found;
  }
  return std::nullopt;
}

std::optional<WrongSign> find_wrong_sign(std::string_view line) {
  const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
  if (auto found = sign_at(line, indent, wide_blanks)) return found;
  const std::size_t colon = line.find(':');
  if (auto found = find_sign(line, wide_colons); found && found->offset < colon) return found;
  if (auto found = find_wrong_start(line.substr(indent))) {
    found->offset += indent;
    return found;
  }
  if (colon != std::string_view::npos) {
    if (auto found = sign_at(line, colon + 1, wide_blanks)) return found;
  }
  if (auto found = find_hidden_sign(line)) return found;
  for (std::size_t i = indent; i < line.size(); i += std::max<std::size_t>(source::code_point_at(line, i).size, 1)) {
    if (auto found = sign_at_value(line, i)) return found;
  }
  if (line.find_first_of("[{") == std::string_view::npos) return std::nullopt;
  return find_wrong_comma(line);
}

}  // namespace shirube::parse
