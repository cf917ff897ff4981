// The records that templates may take texts from, as their authors wrote them.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "parse/yaml/yaml.h"

namespace shirube::parse {

class RecordTrees {
 public:
  RecordTrees() = default;
  // Of other families nothing is kept.
  explicit RecordTrees(std::set<std::string> families);

  // Takes the records out of a file's tree.
  void keep(YamlNode file);
  // Records that readers may not see.
  void leave_out(const std::function<bool(const YamlNode&)>& hidden);

  const std::vector<YamlNode>& of(std::string_view family) const;
  const YamlNode* find(std::string_view family, const std::string& id) const;
  std::vector<std::string_view> ids(std::string_view family) const;

 private:
  struct Family {
    std::vector<YamlNode> records;
    std::unordered_map<std::string, std::size_t> index;
  };
  static void add(Family& family, YamlNode record);

  std::map<std::string, Family, std::less<>> families_;
};

}  // namespace shirube::parse
