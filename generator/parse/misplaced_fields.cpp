#include "parse/misplaced_fields.h"

#include <algorithm>
#include <array>

#include "source/unicode.h"

namespace shirube::parse {

namespace {

constexpr std::size_t most_lines = 24;   // of fields that are looked through
constexpr std::size_t longest_key = 60;  // bytes; a longer text before a colon is a sentence

// What decides who sees the page: one of these alone is enough.
constexpr std::array guarding_keys = {std::string_view("draft"), std::string_view("audience"),
                                      std::string_view("needs_approval")};

bool is_blank(char32_t c) {
  return source::is_white_space(c) || c == 0xAD || (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF;
}

std::string_view trimmed(std::string_view line) {
  while (!line.empty()) {
    const auto c = source::code_point_at(line, 0);
    if (!is_blank(c.value)) break;
    line.remove_prefix(c.size);
  }
  while (!line.empty()) {
    const auto c = source::code_point_before(line, line.size());
    if (!is_blank(c.value)) break;
    line.remove_suffix(c.size);
  }
  return line;
}

// All that is drawn as a level stroke, and the + of TOML.
bool is_dash(char32_t c) {
  return c == '-' || c == '+' || c == '=' || c == '_' || c == '*' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 ||
         c == 0x2500 || c == 0x2501 || c == 0x30FC || c == 0xFE58 || c == 0xFE63 || c == 0xFF0D || c == 0xFF1D ||
         c == 0xFF3F || c == 0xFF70;
}

// Two strokes or more and nothing else but spaces and a comment.
bool is_fence(std::string_view line) {
  line = trimmed(line.substr(0, line.find(" #")));
  int strokes = 0;
  for (std::size_t i = 0; i < line.size();) {
    const auto c = source::code_point_at(line, i);
    i += c.size;
    if (is_dash(c.value)) {
      ++strokes;
    } else if (!is_blank(c.value)) {
      return false;
    }
  }
  return strokes >= 2;
}

bool is_code_fence(std::string_view line) {
  return line.starts_with("```") || line.starts_with("~~~");
}

// The key of `key: value`, without quotes, width and case; empty if this is none.
std::string key_of(std::string_view line) {
  std::size_t end = line.find_first_of(":=");
  for (const std::string_view wide : {"：", "＝"}) end = std::min(end, line.find(wide));
  if (end == std::string_view::npos || end > longest_key) return {};
  std::string folded = source::fold_case(source::to_nfkc(line.substr(0, end)));
  std::erase_if(folded, [](char c) { return c == '"' || c == '\'' || c == ' ' || c == '\t'; });
  return folded;
}

struct Fields {
  std::size_t known = 0;  // keys of front matter in the lines
  bool guards = false;    // one of those that decide who sees the page
  bool closed = false;    // a fence ends them
  bool alone = true;      // and nothing is among them that could be prose
};

class Search {
 public:
  Search(const std::vector<std::string_view>& lines, const std::vector<std::string>& keys)
      : lines_(lines), keys_(keys) {}

  bool is_known(std::string_view key) const { return std::find(keys_.begin(), keys_.end(), key) != keys_.end(); }

  Fields read_fields(std::size_t first) const {
    Fields fields;
    for (std::size_t i = first; i < lines_.size() && i < first + most_lines; ++i) {
      const std::string_view line = trimmed(lines_[i]);
      if (line.empty()) continue;
      if (is_fence(line) || is_code_fence(line)) {
        fields.closed = true;
        return fields;
      }
      const std::string key = key_of(line);
      if (is_known(key)) {
        ++fields.known;
        fields.guards |= std::find(guarding_keys.begin(), guarding_keys.end(), key) != guarding_keys.end();
      } else if (line != lines_[i] || line[0] == '-' || line[0] == '#') {
        // a list, a continued value, a comment
      } else if (key.empty()) {
        fields.alone = false;
        return fields;
      }
    }
    return fields;
  }

 private:
  const std::vector<std::string_view>& lines_;
  const std::vector<std::string>& keys_;
};

}  // namespace

std::optional<std::size_t> find_misplaced_fields(const std::vector<std::string_view>& lines,
                                                 const std::vector<std::string>& keys, bool after_own) {
  const Search search(lines, keys);
  bool at_top = true;
  bool in_code = false;
  bool in_comment = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string_view line = trimmed(lines[i]);
    if (line.empty()) continue;
    if (in_comment || (!in_code && line.starts_with("<!--"))) {
      in_comment = line.find("-->") == std::string_view::npos;
      continue;
    }
    if (is_code_fence(line)) {
      const Fields fields = search.read_fields(i + 1);
      // A whole page that somebody has put into a fence.
      if (at_top && !after_own && fields.guards) return i;
      if (at_top && !after_own && i + 1 < lines.size() && is_fence(lines[i + 1]) &&
          search.read_fields(i + 2).known > 0) {
        return i;
      }
      in_code = !in_code;
    } else if (in_code) {
      continue;
    } else if (is_fence(line)) {
      const Fields fields = search.read_fields(i + 1);
      if (fields.known > 0 && (at_top || (fields.closed && fields.alone))) return i;
    } else if (at_top && !after_own && search.is_known(key_of(line))) {
      const Fields fields = search.read_fields(i);
      if (fields.known > 1 || fields.guards || fields.closed) return i;
    }
    at_top = false;
  }
  return std::nullopt;
}

}  // namespace shirube::parse
