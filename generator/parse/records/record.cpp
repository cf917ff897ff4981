#include "parse/records/record.h"

#include <unordered_map>

#include "expression/parse.h"
#include "parse/yaml/wrong_signs.h"

namespace shirube::parse {

using diagnostic::Kind;
using model::Located;

std::vector<const YamlNode*> family_items(const YamlNode& value, std::string_view family, diagnostic::Sink& sink) {
  std::vector<const YamlNode*> items;
  if (value.kind == YamlNode::Kind::sequence) {
    for (const YamlNode& item : value.items) {
      if (item.kind != YamlNode::Kind::broken) items.push_back(&item);
    }
  } else if (const auto sign = value.kind == YamlNode::Kind::scalar && !value.quoted ? find_wrong_list(value.text)
                                                                                    : std::nullopt) {
    sign->report(value.text, value.range, sink);
  } else if (value.kind != YamlNode::Kind::null && value.kind != YamlNode::Kind::broken && !value.incomplete) {
    // The caret belongs to the first line of what is there.
    sink.report(Kind::field_list, {value.range.file, value.range.begin, value.range.begin},
                {std::string(family), value.kind == YamlNode::Kind::mapping ? "{…}" : value.text.substr(0, 40)});
  }
  return items;
}

void refuse_same_ids(const std::vector<Located<std::string>>& ids, std::string_view key, diagnostic::Sink& sink) {
  std::unordered_map<std::string, source::SourceRange> seen;
  for (const Located<std::string>& id : ids) {
    const auto [first, fresh] = seen.emplace(id.value, id.range);
    if (!fresh) {
      sink.report(Kind::duplicate_id, id.range, {id.value, std::string(key)}).label(first->second, Kind::first_here);
    }
  }
}

std::optional<expression::Expression> read_formula(const YamlNode& node, diagnostic::Sink& sink) {
  if (node.kind != YamlNode::Kind::scalar) return std::nullopt;
  if (node.made) return expression::parse_made(node.text, node.range, sink);
  // In quotes the text starts one byte later.
  const std::uint32_t begin = node.range.begin + (node.quoted ? 1 : 0);
  return expression::parse(node.text, node.range.file, begin, sink);
}

}  // namespace shirube::parse
