#include "parse/yaml/shown_value.h"

#include "source/format.h"
#include "source/unicode.h"

namespace shirube::parse {

using NodeKind = YamlNode::Kind;

std::string spelling_of(const YamlNode& node) {
  if (node.kind == NodeKind::sequence) return "[…]";
  if (node.kind == NodeKind::mapping) return "{…}";
  if (node.kind != NodeKind::scalar) return "null";
  std::string shown;
  std::size_t length = 0;
  for (std::size_t i = 0; i < node.text.size();) {
    const std::size_t size = source::code_point_at(node.text, i).size;
    if (node.text[i] == '\n' || ++length > longest_quote) {
      shown += "…";
      break;
    }
    shown.append(node.text, i, size);
    i += size;
  }
  return node.quoted ? source::format("\"{}\"", shown) : shown;
}

std::string spelling_of(const std::string& text) {
  YamlNode node;
  node.kind = NodeKind::scalar;
  node.text = text;
  return spelling_of(node);
}

std::string joined(const std::vector<std::string_view>& words) {
  std::string result;
  for (const std::string_view word : words) result += (result.empty() ? "" : ", ") + std::string(word);
  return result;
}

}  // namespace shirube::parse
