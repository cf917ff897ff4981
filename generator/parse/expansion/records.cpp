#include "parse/expansion/records.h"

#include <utility>

namespace shirube::parse {

RecordTrees::RecordTrees(std::set<std::string> families) {
  for (const std::string& family : families) families_.try_emplace(family);
}

void RecordTrees::add(Family& family, YamlNode record) {
  const YamlNode* id = record.find("id");
  if (id == nullptr || id->kind != YamlNode::Kind::scalar) return;
  if (family.index.emplace(id->text, family.records.size()).second) family.records.push_back(std::move(record));
}

void RecordTrees::keep(YamlNode file) {
  for (YamlEntry& entry : file.entries) {
    const auto family = families_.find(entry.key);
    if (family == families_.end()) continue;
    if (entry.value.kind == YamlNode::Kind::mapping) add(family->second, std::move(entry.value));
    for (YamlNode& item : entry.value.items) add(family->second, std::move(item));
  }
}

void RecordTrees::leave_out(const std::function<bool(const YamlNode&)>& hidden) {
  for (auto& [name, family] : families_) {
    Family shown;
    for (YamlNode& record : family.records) {
      if (!hidden(record)) add(shown, std::move(record));
    }
    family = std::move(shown);
  }
}

const std::vector<YamlNode>& RecordTrees::of(std::string_view family) const {
  static const std::vector<YamlNode> none;
  const auto found = families_.find(family);
  return found == families_.end() ? none : found->second.records;
}

const YamlNode* RecordTrees::find(std::string_view family, const std::string& id) const {
  const auto found = families_.find(family);
  if (found == families_.end()) return nullptr;
  const auto record = found->second.index.find(id);
  return record == found->second.index.end() ? nullptr : &found->second.records[record->second];
}

std::vector<std::string_view> RecordTrees::ids(std::string_view family) const {
  std::vector<std::string_view> all;
  for (const YamlNode& record : of(family)) all.push_back(record.find("id")->text);
  return all;
}

}  // namespace shirube::parse
