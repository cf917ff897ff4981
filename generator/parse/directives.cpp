#include "parse/directives.h"

#include <algorithm>
#include <type_traits>
#include <utility>

#include "diagnostic/suggestion.h"
#include "model/directive.h"
#include "model/fields/view.h"
#include "parse/read_fields.h"
#include "parse/hooks.h"

namespace shirube::parse {

using diagnostic::Kind;
using model::View;

bool settle(FieldReader&, model::CardsView& view, bool usable) {
  return usable && !view.cards.empty();
}

bool settle(FieldReader&, model::CalculationView& view, bool usable) {
  using Part = model::CalculationView::Part;
  std::vector<Part> parts;
  for (const auto& choice : model::ChoicesOf<Part>::all) {
    const bool is_named = std::find(view.parts.begin(), view.parts.end(), choice.value) != view.parts.end();
    if (is_named || view.parts.empty()) parts.push_back(choice.value);
  }
  view.parts = std::move(parts);
  return usable;
}

namespace {

// Nothing if a required option is missing or wrong; the reader has said so.
template <class OneView>
std::optional<View> read_view(FieldReader& options) {
  OneView view{};
  if (!read_struct(options, view)) return std::nullopt;
  return view;
}

using ReadView = std::optional<View> (*)(FieldReader& options);

// Null: there is no such directive.
ReadView reader_of(std::string_view name) {
  ReadView found = nullptr;
  model::for_each_known_directive([&](const auto& directive) {
    if (directive.name == name) found = read_view<typename std::decay_t<decltype(directive)>::View>;
  });
  return found;
}

void report_unknown(const std::string& name, source::SourceRange place, diagnostic::Sink& sink) {
  std::vector<std::string_view> names;
  std::string known;
  model::for_each_known_directive([&](const auto& directive) {
    known += (names.empty() ? "" : ", ") + std::string(directive.name);
    names.push_back(directive.name);
  });
  sink.report(Kind::unknown_directive, place, {name, known}).suggest([&] { return diagnostic::near_miss(name, names); });
}

}  // namespace

std::optional<View> read_directive(const std::string& name, source::SourceRange name_range, const YamlInput& body,
                                   diagnostic::Sink& sink) {
  const ReadView read = reader_of(name);
  if (read == nullptr) {
    report_unknown(name, name_range, sink);
    return std::nullopt;
  }
  auto node = parse_yaml(body, YamlLimits(), sink);
  if (!node) return std::nullopt;
  if (node->kind == YamlNode::Kind::null) {
    node->kind = YamlNode::Kind::mapping;  // no options at all
    node->range = name_range;
  }
  FieldReader options(*node, name, sink);
  return options.is_mapping() ? read(options) : std::nullopt;
}

const std::vector<std::string_view>& role_names() {
  static const std::vector<std::string_view> names = {"term", "value", "ref", "download"};
  return names;
}

}  // namespace shirube::parse
