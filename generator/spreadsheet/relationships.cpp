#include "spreadsheet/relationships.h"

#include <vector>

#include "spreadsheet/xml.h"

namespace shirube::spreadsheet {

namespace {

std::string resolve(std::string_view base, std::string_view target) {
  std::vector<std::string_view> parts;
  const auto add = [&parts](std::string_view path) {
    while (!path.empty()) {
      const auto slash = path.find('/');
      const std::string_view piece = path.substr(0, slash);
      if (piece == "..") {
        if (!parts.empty()) parts.pop_back();
      } else if (!piece.empty() && piece != ".") {
        parts.push_back(piece);
      }
      if (slash == std::string_view::npos) break;
      path.remove_prefix(slash + 1);
    }
  };
  if (!target.starts_with("/")) {
    const auto slash = base.rfind('/');
    if (slash != std::string_view::npos) add(base.substr(0, slash));
  }
  add(target);
  std::string path;
  for (const std::string_view piece : parts) {
    if (!path.empty()) path += '/';
    path += piece;
  }
  return path;
}

}  // namespace

source::Result<std::map<std::string, Relationship>> read_relationships(Container& container, std::string_view part,
                                                                       const ReadLimits& limits) {
  std::map<std::string, Relationship> relationships;
  const auto slash = part.rfind('/');
  const std::string folder = slash == std::string_view::npos ? "" : std::string(part.substr(0, slash + 1));
  const std::string name(slash == std::string_view::npos ? part : part.substr(slash + 1));
  const std::string file = folder + "_rels/" + name + ".rels";
  if (!container.has(file)) return relationships;
  auto text = container.read(file);
  if (!text) return text.failure();
  XmlHandlers handlers;
  handlers.start = [&](std::string_view element, const XmlAttributes& attributes) {
    if (element != "Relationship") return;
    const std::string_view type = attributes.find("Type");
    Relationship relationship;
    relationship.type = std::string(type.substr(type.rfind('/') + 1));
    if (attributes.find("TargetMode") != "External") relationship.part = resolve(part, attributes.find("Target"));
    relationships.emplace(std::string(attributes.find("Id")), std::move(relationship));
  };
  handlers.end = [](std::string_view) {};
  handlers.text = [](std::string_view) {};
  if (auto read = read_xml(text.value(), handlers, limits); !read) return read.failure();
  return relationships;
}

std::string find_part(const std::map<std::string, Relationship>& relationships, std::string_view type) {
  for (const auto& [id, relationship] : relationships) {
    if (relationship.type == type && !relationship.part.empty()) return relationship.part;
  }
  return {};
}

}  // namespace shirube::spreadsheet
