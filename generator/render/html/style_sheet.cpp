#include "render/html/style_sheet.h"

#include <algorithm>

namespace shirube::render::html {
namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

// Characters beside which a space means nothing. A space before a colon does: `a :hover` is not `a:hover`; and so does
// one beside `+` and `-`: calc() requires it.
bool needs_no_blank_before(char c) {
  return std::string_view("{};,>)!").find(c) != std::string_view::npos;
}
bool needs_no_blank_after(char c) {
  return std::string_view("{};,>(:").find(c) != std::string_view::npos;
}

// Where the text in quotes, the address or the escape that begins at `at` ends; `at` if none does.
std::size_t end_of_literal(std::string_view css, std::size_t at) {
  const char c = css[at];
  if (c == '\\') return std::min(at + 2, css.size());
  if (css.substr(at, 4) == "url(") {
    const std::size_t inner = css.find_first_not_of(" \n\t\r\f", at + 4);
    const bool quoted = inner != std::string_view::npos && (css[inner] == '"' || css[inner] == '\'');
    const std::size_t close = css.find(')', at);
    return quoted ? at : (close == std::string_view::npos ? css.size() : close + 1);
  }
  if (c != '"' && c != '\'') return at;
  for (std::size_t i = at + 1; i < css.size(); ++i) {
    if (css[i] == '\\') {
      ++i;
    } else if (css[i] == c) {
      return i + 1;
    }
  }
  return css.size();
}

// What shows that a sheet is needed: for each thing that it draws the class of a part that the thing always has.
const std::map<std::string_view, std::string_view>& sheet_of_class() {
  static const std::map<std::string_view, std::string_view> sheets = {
      {"hero", "lists"},
      {"cards", "lists"},
      {"children", "lists"},
      {"downloads", "lists"},
      {"fold", "lists"},
      {"phase-detail", "records"},
      {"figures", "records"},
      {"week-mark", "records"},
      {"workbook-facts", "records"},
      {"phase-table", "tables"},
      {"risk-table", "tables"},
      {"path-table", "tables"},
      {"objective-table", "tables"},
      {"indicator-table", "tables"},
      {"direction", "tables"},
      {"grade", "tables"},
      {"checklist", "papers"},
      {"form-sheet", "papers"},
      {"glossary", "glossary"},
      {"drawing-frame", "drawings"},
      {"calendar-file", "drawings"},
      {"chart", "charts"},
      {"series", "plots"},
      {"point", "plots"},
      {"tornado-bar", "plots"},
      {"cell", "plots"},
      {"threshold", "plots"},
      {"facts", "diagrams"},
      {"slope-line", "diagrams"},
      {"box", "diagrams"},
      {"arrow", "diagrams"},
      {"crosswalk-ring", "diagrams"},
      {"crosswalk-dot", "diagrams"},
      {"heat", "diagrams"},
      {"gate-icon", "diagrams"},
      {"verdict", "diagrams"},
  };
  return sheets;
}

}  // namespace

std::map<std::string_view, bool> needed_sheets(std::string_view body) {
  static constexpr std::string_view attribute = " class=\"";
  std::map<std::string_view, bool> needed;
  for (const std::string_view name : part_sheets) needed[name] = false;
  for (std::size_t at = body.find(attribute); at != std::string_view::npos; at = body.find(attribute, at)) {
    at += attribute.size();
    std::string_view words = body.substr(at, body.find('"', at) - at);
    while (!words.empty()) {
      const std::size_t end = std::min(words.find(' '), words.size());
      const auto found = sheet_of_class().find(words.substr(0, end));
      if (found != sheet_of_class().end()) needed[found->second] = true;
      words.remove_prefix(std::min(end + 1, words.size()));
    }
  }
  // A picture can be looked at in the size of the window.
  if (body.find("<img ") != std::string_view::npos) needed["drawings"] = true;
  return needed;
}

std::string compact_style(std::string_view css) {
  std::string out;
  bool blank = false;
  std::size_t at = 0;
  while (at < css.size()) {
    const char c = css[at];
    if (is_blank(c)) {
      blank = true;
      ++at;
      continue;
    }
    if (css.substr(at, 2) == "/*") {
      const std::size_t end = css.find("*/", at + 2);
      if (end == std::string_view::npos) return out.append(blank ? " " : "").append(css.substr(at));
      at = end + 2;
      // What a comment alone keeps apart must not grow together.
      if (!blank && at < css.size() && !is_blank(css[at])) out += "/**/";
      continue;
    }
    if (blank && !out.empty() && !needs_no_blank_before(c) && !needs_no_blank_after(out.back())) out += ' ';
    blank = false;
    if (c == '}' && !out.empty() && out.back() == ';') out.pop_back();
    const std::size_t end = std::max(end_of_literal(css, at), at + 1);
    out += css.substr(at, end - at);
    at = end;
  }
  return out;
}

}  // namespace shirube::render::html
