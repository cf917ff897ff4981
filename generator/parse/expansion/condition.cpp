#include "parse/expansion/condition.h"

namespace shirube::parse {

namespace {

using diagnostic::Kind;

bool refuse(const TemplateText& condition, ExpansionRun& run) {
  run.report(Kind::template_condition, condition.at(0, condition.text.size()), {std::string(condition.text)});
  return false;
}

bool equals(const std::optional<std::string>& text, const TemplateText& wanted, ExpansionRun& run) {
  const auto expected = expand_text(wanted.trimmed(), run);
  return text && expected && *text == *expected;
}

// `[a, b]`
bool is_among(const std::optional<std::string>& text, const TemplateText& list, ExpansionRun& run) {
  for (std::size_t begin = 0; begin <= list.text.size();) {
    const std::size_t comma = std::min(list.text.find(',', begin), list.text.size());
    if (equals(text, list.part(begin, comma - begin), run)) return true;
    begin = comma + 1;
  }
  return false;
}

}  // namespace

bool holds(const TemplateText& condition, ExpansionRun& run) {
  constexpr std::string_view in = "in [";
  TemplateText text = condition.trimmed();
  if (text.text.starts_with('$')) text = text.part(1);
  if (text.text.empty() || text.text.front() < 'a' || text.text.front() > 'z') return refuse(condition, run);
  const auto path = find_path(text, IfMissing::accept, run);
  if (!path) return false;
  const TemplateText rest = text.part(path->end).trimmed();
  if (rest.text.empty()) return path->value.is_there();
  const bool separated = text.text[path->end] == ' ' || text.text[path->end] == '=';
  if (separated && rest.text.starts_with('=')) return equals(shown(path->value), rest.part(1), run);
  if (separated && rest.text.starts_with(in) && rest.text.ends_with(']')) {
    return is_among(shown(path->value), rest.part(in.size(), rest.text.size() - in.size() - 1), run);
  }
  return refuse(condition, run);
}

}  // namespace shirube::parse
