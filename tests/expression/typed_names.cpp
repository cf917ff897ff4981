#include "expression/typed_names.h"

#include <stdexcept>

namespace shirube::tests {

using expression::Type;

namespace {

constexpr std::pair<const char*, const char*> all_names[] = {
    {"sales", "千円"},
    {"price", "円"},
    {"once", "円"},
    {"monthly", "円/月"},
    {"profit", "円/月"},
    {"yearly", "円/年"},
    {"wage", "円/時間"},
    {"gain", "円/人/月"},
    {"people", "人"},
    {"cases", "件"},
    {"months", "ヶ月"},
    {"hours", "時間"},
    {"minutes", "分"},
    {"share", "%"},
    {"target", "%"},
    {"lift", "pt"},
    {"growth", "倍"},
    {"factor", "比"},
    {"score", "点"},
    {"label", "文字"},
    {"done", "真偽"},
    {"start", "日付"},
    {"end", "日付"},
    {"days", "日"},
    {"weeks", "週"},
    {"scores", "[点]"},
    {"shares", "[%]"},
    {"costs", "[円]"},
    {"hours_by_week", "[時間]"},
    {"labels", "[文字]"},
    {"flags", "[真偽]"},
    {"dates", "[日付]"},
    {"counts", "[回]"},
    {"Δ粗利", "円/月"},
    {"回収期間", "ヶ月"},
};

}  // namespace

Type type_of(const std::string& text) {
  if (text.starts_with('[')) {
    Type type = type_of(text.substr(1, text.size() - 2));
    type.list = true;
    return type;
  }
  if (text == "文字") return {Type::Kind::text, {}, false, false};
  if (text == "真偽") return {Type::Kind::boolean, {}, false, false};
  if (text == "日付") return {Type::Kind::date, {}, false, false};
  if (text == "比") return {};
  const auto unit = expression::parse_unit(text);
  if (!unit) throw std::runtime_error("no unit: " + text);
  return expression::number_type(*unit);
}

std::string print_type(const Type& type) {
  std::string text;
  switch (type.kind) {
    case Type::Kind::text:
      text = "文字";
      break;
    case Type::Kind::boolean:
      text = "真偽";
      break;
    case Type::Kind::date:
      text = "日付";
      break;
    case Type::Kind::number:
      text = expression::spelling(type.unit);
      if (text.empty()) text = type.zero ? "0" : type.unit.ratio == expression::Ratio::count ? "数" : "比";
  }
  return type.list ? '[' + text + ']' : text;
}

TypedNames::TypedNames(source::SourceSet& sources) {
  for (const auto& [name, unit] : all_names) {
    const std::string text = std::string(name) + ": " + unit + "\n";
    const auto begin = static_cast<std::uint32_t>(std::string(name).size() + 2);
    const auto end = static_cast<std::uint32_t>(text.size() - 1);
    names_[name] = {type_of(unit), {sources.add(std::string(name) + ".yaml", text), begin, end}};
  }
}

expression::TypesOfNames TypedNames::lookup() const {
  return [this](const std::string& name) -> const expression::TypeOfName* {
    const auto found = names_.find(name);
    return found == names_.end() ? nullptr : &found->second;
  };
}

}  // namespace shirube::tests
