#include "parse/expansion/text.h"

#include <algorithm>

#include "expression/formula_name.h"
#include "parse/expansion/arithmetic.h"
#include "parse/yaml/field_reader.h"

namespace shirube::parse {

using diagnostic::Kind;

namespace {

bool is_small(char c) {
  return c >= 'a' && c <= 'z';
}
bool begins_property(char c) {
  return is_small(c) || (c >= 'A' && c <= 'Z') || c == '_';
}
bool is_of_name(char c) {
  return begins_property(c) || (c >= '0' && c <= '9');
}

std::size_t end_of_name(std::string_view text, std::size_t begin) {
  while (begin < text.size() && is_of_name(text[begin])) ++begin;
  return begin;
}

// Where the `)` is that closes what is open before `begin`.
std::size_t find_close(std::string_view text, std::size_t begin) {
  int open = 1;
  for (std::size_t i = begin; i < text.size(); ++i) {
    if (text[i] == '(') ++open;
    if (text[i] == ')' && --open == 0) return i;
  }
  return std::string_view::npos;
}

std::optional<std::string> written(const TemplateText& text, const TemplateValue& value, ExpansionRun& run) {
  auto put = shown(value);
  if (!put) {
    run.report(Kind::template_no_text, text.at(0, text.text.size()), {std::string(text.text)});
    return std::nullopt;
  }
  const bool is_name = text.formula && !put->empty() && is_small(put->front()) && is_id(*put);
  return is_name ? expression::name_in_formulas(*put) : *put;
}

std::nullopt_t refuse(const TemplateText& text, ExpansionRun& run) {
  run.report(Kind::template_syntax, text.at(0, text.text.size()), {"$(" + std::string(text.text) + ")"});
  return std::nullopt;
}

std::size_t counted(std::int64_t number) {
  return static_cast<std::size_t>(std::max<std::int64_t>(number, 0));
}

struct Join {
  std::string name;
  TemplateText list;
  std::string_view separator = ", ";
  TemplateText body;
};

// `for n in weeks by ・: w$n`
std::optional<Join> read_join(const TemplateText& text) {
  constexpr std::string_view in = " in ";
  constexpr std::string_view by = " by ";
  Join join;
  const std::size_t begin = std::string_view("for ").size();
  const std::size_t name_end = end_of_name(text.text, begin);
  join.name = text.text.substr(begin, name_end - begin);
  const std::size_t colon = text.text.find(':', name_end);
  if (!is_template_name(join.name) || text.text.substr(name_end, in.size()) != in || colon == std::string_view::npos) return std::nullopt;
  const TemplateText head = text.part(name_end + in.size(), colon - name_end - in.size());
  const std::size_t separated = head.text.find(by);
  join.list = head.part(0, separated).trimmed();
  if (separated != std::string_view::npos) join.separator = head.text.substr(separated + by.size());
  const bool blank = text.text.substr(colon + 1).starts_with(' ');
  join.body = text.part(colon + (blank ? 2 : 1));
  return join;
}

std::optional<std::string> joined(const TemplateText& text, ExpansionRun& run) {
  const auto join = read_join(text);
  if (!join) return refuse(text, run);
  const auto turns = Turns::read(join->list, run);
  if (!turns) return std::nullopt;
  std::string result;
  for (std::size_t i = 0; i < turns->size() && run.spend_step(text.place); ++i) {
    const NameInLoop name(run, join->name, turns->turn(i));
    const auto each = expand_text(join->body, run);
    if (!each) return std::nullopt;
    if (i > 0) result += join->separator;
    result += *each;
    if (!run.fits(result.size(), text.place)) return std::nullopt;
  }
  return run.is_over() ? std::nullopt : std::optional(result);
}

// What `$(…)` says.
std::optional<std::string> bracketed(const TemplateText& inside, ExpansionRun& run) {
  const TemplateText text = inside.trimmed();
  if (text.text.starts_with("for ")) return joined(text, run);
  if (!text.text.empty() && end_of_name(text.text, 0) > 0 && is_small(text.text.front())) {
    const auto path = find_path(text, IfMissing::report, run);
    if (!path) return std::nullopt;
    if (path->end == text.text.size()) return written(text, path->value, run);
  }
  const auto number = calculate(text, run);
  return number ? std::optional(std::to_string(*number)) : std::nullopt;
}

}  // namespace

TemplateText TemplateText::of(const YamlNode& scalar, bool formula) {
  TemplateText text{scalar.text, scalar.range, std::nullopt, formula};
  // As long as in the file: no line was joined and no sign escaped.
  const std::uint32_t quotes = scalar.quoted ? 1 : 0;
  if (scalar.range.end - scalar.range.begin == scalar.text.size() + 2 * quotes) text.begin = scalar.range.begin + quotes;
  return text;
}

TemplateText TemplateText::part(std::size_t offset, std::size_t size) const {
  TemplateText result = *this;
  result.text = text.substr(offset, size);
  if (begin) result.begin = *begin + static_cast<std::uint32_t>(offset);
  return result;
}

TemplateText TemplateText::trimmed() const {
  const std::size_t first = std::min(text.find_first_not_of(' '), text.size());
  const std::size_t last = text.find_last_not_of(' ');
  return part(first, last == std::string_view::npos ? 0 : last + 1 - first);
}

source::SourceRange TemplateText::at(std::size_t offset, std::size_t size) const {
  if (!begin) return place;
  const auto first = static_cast<std::uint32_t>(*begin + offset);
  return {place.file, first, first + static_cast<std::uint32_t>(size)};
}

bool is_template_name(std::string_view text) {
  return !text.empty() && is_small(text.front()) && end_of_name(text, 0) == text.size() &&
         text.find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string_view::npos;
}

std::optional<FoundPath> find_path(const TemplateText& text, IfMissing missing, ExpansionRun& run) {
  FoundPath path;
  path.end = end_of_name(text.text, 0);
  const std::string_view name = text.text.substr(0, path.end);
  const TemplateValue* known = run.find(name);
  if (known == nullptr) {
    run.report(Kind::template_name_unknown, text.at(0, name.size()), {std::string(name)}, run.names());
    return std::nullopt;
  }
  path.value = *known;
  while (path.end + 1 < text.text.size() && text.text[path.end] == '.' && begins_property(text.text[path.end + 1])) {
    const std::size_t end = end_of_name(text.text, path.end + 1);
    const std::string_view part = text.text.substr(path.end + 1, end - path.end - 1);
    const bool absent = path.value.kind == TemplateValue::Kind::absent;
    if (!absent && !may_have(path.value, part)) break;
    TemplateValue next = property(path.value, part);
    if (next.kind == TemplateValue::Kind::absent && missing == IfMissing::report) {
      run.report(Kind::template_property_unknown, text.at(path.end + 1, part.size()),
                 {std::string(part), std::string(text.text.substr(0, path.end))}, property_names(path.value));
      return std::nullopt;
    }
    path.value = std::move(next);
    path.end = end;
  }
  return path;
}

std::optional<std::string> expand_text(const TemplateText& text, ExpansionRun& run) {
  std::string result;
  bool whole = true;
  const auto put = [&](const std::optional<std::string>& part) {
    if (part) result += *part;
    whole &= part.has_value();
  };
  for (std::size_t at = 0; at < text.text.size();) {
    const std::size_t sign = std::min(text.text.find('$', at), text.text.size());
    result += text.text.substr(at, sign - at);
    const char next = sign + 1 < text.text.size() ? text.text[sign + 1] : ' ';
    if (sign == text.text.size()) break;
    at = sign + 1;
    if (next == '(') {
      const std::size_t close = find_close(text.text, sign + 2);
      if (close == std::string_view::npos) return refuse(text.part(sign + 2), run);
      put(bracketed(text.part(sign + 2, close - sign - 2), run));
      at = close + 1;
    } else if (is_small(next)) {
      const TemplateText rest = text.part(at);
      const auto path = find_path(rest, IfMissing::report, run);
      put(path ? written(rest.part(0, path->end), path->value, run) : std::nullopt);
      at += path ? path->end : end_of_name(rest.text, 0);
    } else {
      result += '$';
      if (next == '$') ++at;
    }
    if (!run.fits(result.size(), text.place)) return std::nullopt;
  }
  return run.spend_bytes(result.size(), text.place) && whole ? std::optional(result) : std::nullopt;
}

std::optional<Turns> Turns::read(const TemplateText& text, ExpansionRun& run) {
  const TemplateText name = text.part(text.text.starts_with('$') ? 1 : 0);
  const bool is_name = !name.text.empty() && is_small(name.text.front());
  auto path = is_name ? find_path(name, IfMissing::report, run) : std::nullopt;
  if (is_name && !path) return std::nullopt;
  const bool complete = path && path->end == name.text.size();
  if (!complete) {
    const auto count = calculate(name, run);
    return count ? std::optional(Turns(counted(*count))) : std::nullopt;
  }
  const auto kind = path->value.kind;
  if (const auto number = whole_number(path->value)) return Turns(counted(*number));
  if (kind == TemplateValue::Kind::list || kind == TemplateValue::Kind::absent) return Turns(std::move(path->value));
  run.report(Kind::template_no_list, text.at(0, text.text.size()), {std::string(text.text)});
  return std::nullopt;
}

TemplateValue Turns::turn(std::size_t index) const {
  if (list_.kind == TemplateValue::Kind::list) return list_.element(index);
  TemplateValue value = number_value(static_cast<std::int64_t>(index) + 1);
  value.position = index + 1;
  return value;
}

}  // namespace shirube::parse
