#include "parse/passages.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace shirube::parse {

namespace {

using model::Passage;

// What stands there names words in order to refuse them, or is no text at all.
constexpr std::array silent_keys = {std::string_view("wording"), std::string_view("coverage"),
                                    std::string_view("approvals"), std::string_view("avoid")};

std::string_view trimmed(std::string_view line) {
  const std::size_t begin = line.find_first_not_of(" \t\r>");
  return begin == std::string_view::npos ? std::string_view() : line.substr(begin);
}

// The number of marks of a fence that opens or closes here, and which mark it is.
std::size_t fence_length(std::string_view line) {
  if (line.empty() || (line[0] != '`' && line[0] != '~' && line[0] != ':')) return 0;
  const std::size_t end = std::min(line.find_first_not_of(line[0]), line.size());
  return end >= 3 ? end : 0;
}

}  // namespace

void add_passages(const YamlNode& yaml, const source::SourceFile& file, std::vector<Passage>& passages) {
  std::vector<const YamlNode*> open = {&yaml};
  while (!open.empty()) {
    const YamlNode& node = *open.back();
    open.pop_back();
    if (node.kind == YamlNode::Kind::scalar) {
      const std::size_t begin = std::min<std::size_t>(node.range.begin, file.text().size());
      const std::size_t end = std::clamp<std::size_t>(node.range.end, begin, file.text().size());
      passages.push_back({node.range, std::string_view(file.text()).substr(begin, end - begin), false});
    }
    for (auto item = node.items.rbegin(); item != node.items.rend(); ++item) open.push_back(&*item);
    for (auto entry = node.entries.rbegin(); entry != node.entries.rend(); ++entry) {
      if (std::find(silent_keys.begin(), silent_keys.end(), entry->key) == silent_keys.end()) {
        open.push_back(&entry->value);
      }
    }
  }
}

void add_page_passages(const source::SourceFile& file, source::FileId id, std::vector<Passage>& passages) {
  const std::string_view text = file.text();
  std::size_t paragraph = std::string_view::npos;  // where the open one begins
  const auto close = [&](std::size_t end) {
    if (paragraph == std::string_view::npos) return;
    passages.push_back({{id, static_cast<std::uint32_t>(paragraph), static_cast<std::uint32_t>(end)},
                        text.substr(paragraph, end - paragraph),
                        false});
    paragraph = std::string_view::npos;
  };
  std::size_t fence = 0;
  bool is_code = false;
  for (std::uint32_t number = 1; number <= file.line_count(); ++number) {
    const std::string_view line = trimmed(file.line(number));
    const std::size_t begin = file.line_start(number);
    const std::size_t marks = fence_length(line);
    if (fence == 0 && marks > 0) {
      close(begin);
      fence = marks;
      is_code = line.substr(marks).find('{') == std::string_view::npos;
      continue;
    }
    if (fence > 0 && marks >= fence && trimmed(line.substr(marks)).empty()) {
      close(begin);
      fence = 0;
      is_code = false;
      continue;
    }
    if (is_code) continue;
    // Each row of a table and each item of a list is a text of its own.
    const bool alone = line.empty() || line[0] == '|' || line[0] == '#' || line[0] == '-' || line[0] == '*' ||
                       (line[0] >= '0' && line[0] <= '9') || line[0] == ':' || fence > 0;
    if (alone) close(begin);
    if (!line.empty() && paragraph == std::string_view::npos) paragraph = begin;
  }
  close(text.size());
}

}  // namespace shirube::parse
