#include "parse/records/record.h"
#include "parse/records/records.h"

namespace shirube::parse {

void read_categories(const YamlNode& value, model::Records& records, diagnostic::Sink& sink) {
  std::vector<model::Located<std::string>> found;
  for (const YamlNode* item : family_items(value, "categories", sink)) {
    if (item->kind == YamlNode::Kind::scalar && !item->text.empty()) {
      found.push_back({item->text, item->range});
    } else {
      sink.report(diagnostic::Kind::field_texts, item->range,
                  {"categories", item->kind == YamlNode::Kind::mapping    ? "{…}"
                                 : item->kind == YamlNode::Kind::sequence ? "[…]"
                                                                          : "null"});
    }
  }
  refuse_same_ids(found, "categories", sink);
  records.categories.insert(records.categories.end(), found.begin(), found.end());
}

}  // namespace shirube::parse
