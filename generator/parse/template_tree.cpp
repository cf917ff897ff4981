#include "parse/template_tree.h"

#include <map>

#include "source/json.h"

namespace shirube::parse {

namespace {

source::Json to_json(const YamlNode& node) {
  switch (node.kind) {
    case YamlNode::Kind::scalar:
      return node.text;
    case YamlNode::Kind::sequence: {
      source::Json items = source::Json::array();
      for (const YamlNode& item : node.items) items.push_back(to_json(item));
      return items;
    }
    case YamlNode::Kind::mapping: {
      std::map<std::string_view, const YamlNode*> sorted;
      for (const YamlEntry& entry : node.entries) sorted.emplace(entry.key, &entry.value);
      source::Json members = source::Json::object();
      for (const auto& [key, value] : sorted) members[std::string(key)] = to_json(*value);
      return members;
    }
    case YamlNode::Kind::null:
    case YamlNode::Kind::broken:
      break;
  }
  return nullptr;
}

}  // namespace

std::string template_tree(const YamlNode& file) {
  source::Json tree = to_json(file);
  if (tree.is_object()) tree.erase("version");
  return tree.dump();
}

}  // namespace shirube::parse
