#include "parse/passages.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace shirube::parse {

namespace {

using model::Passage;

// What is there names words in order to refuse them, or is no text at all.
constexpr std::array silent_keys = {std::string_view("wording"), std::string_view("coverage"),
                                    std::string_view("approvals"), std::string_view("avoid")};

}  // namespace

void add_passages(const YamlNode& yaml, const source::SourceFile& file, std::vector<Passage>& passages) {
  std::vector<const YamlNode*> open = {&yaml};
  while (!open.empty()) {
    const YamlNode& node = *open.back();
    open.pop_back();
    if (node.kind == YamlNode::Kind::scalar) {
      const std::size_t begin = std::min<std::size_t>(node.range.begin, file.text().size());
      const std::size_t end = std::clamp<std::size_t>(node.range.end, begin, file.text().size());
      passages.push_back({node.range, file.text().substr(begin, end - begin), false});
    }
    for (auto item = node.items.rbegin(); item != node.items.rend(); ++item) open.push_back(&*item);
    for (auto entry = node.entries.rbegin(); entry != node.entries.rend(); ++entry) {
      if (std::find(silent_keys.begin(), silent_keys.end(), entry->key) == silent_keys.end()) {
        open.push_back(&entry->value);
      }
    }
  }
}

}  // namespace shirube::parse
