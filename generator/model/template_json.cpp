#include "model/template_json.h"

#include <charconv>

namespace shirube::model {

using source::Json;

std::string text_of(const Json& node) {
  if (node.is_string()) return node.get<std::string>();
  return node.is_null() ? std::string() : node.dump();
}
std::string text_at(const Json& node, const char* key) {
  return node.is_object() && node.contains(key) ? text_of(node.at(key)) : std::string();
}
const Json& at(const Json& node, const char* key) {
  static const Json nothing;
  return node.is_object() && node.contains(key) ? node.at(key) : nothing;
}
bool is_true(const Json& node, const char* key) {
  return text_at(node, key) == "true";
}
std::string label_of(const Json& node) {
  for (const char* key : {"label", "title", "name", "id"}) {
    if (std::string text = text_at(node, key); !text.empty()) return text;
  }
  return text_at(node, "block");
}

const Json* find_id(const Json& items, const std::string& id) {
  for (const Json& item : items) {
    if (text_at(item, "id") == id) return &item;
  }
  return nullptr;
}

std::optional<double> number(const std::string& text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

bool is_narrower(const std::string& before, const std::string& after, bool upper) {
  if (after.empty()) return false;
  if (before.empty()) return true;
  const auto left = number(before);
  const auto right = number(after);
  const bool less = left && right ? *right < *left : after < before;  // dates sort as texts
  return less == upper;
}

}  // namespace shirube::model
