#include "parse/front_matter.h"

#include <algorithm>
#include <limits>

#include "parse/misplaced_fields.h"
#include "parse/passages.h"
#include "parse/yaml/field_reader.h"
#include "source/format.h"
#include "source/unicode.h"

namespace shirube::parse {

namespace {

using diagnostic::Kind;

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::size_t most_bytes = 64 << 10;
constexpr std::size_t longest_slug = 80;  // bytes
constexpr std::int64_t heaviest = 1'000'000;

bool is_fence(std::string_view line) {
  if (!line.starts_with("---")) return false;
  return line.find_first_not_of(" \t", 3) == std::string_view::npos;
}

bool is_slug(std::string_view text) {
  if (text.empty() || text.size() > longest_slug) return false;
  for (const char32_t c : source::code_points(text)) {
    if (!source::is_letter_or_digit(c) && c != '-' && c != '_' && c != 0x30FC) return false;
  }
  return true;
}

// 90d, 6m, 1y
bool is_period(std::string_view text) {
  if (text.size() < 2 || text.size() > 5 || text[0] == '0') return false;
  const char unit = text.back();
  return (unit == 'd' || unit == 'w' || unit == 'm' || unit == 'y') &&
         std::all_of(text.begin(), text.end() - 1, [](char c) { return c >= '0' && c <= '9'; });
}

// The path of a page that is gone, from the site's root.
bool is_old_path(std::string_view path) {
  if (path.starts_with('/')) path.remove_prefix(1);
  // A part of a page: mbo/long.html#kpi.
  if (const std::size_t hash = path.find('#'); hash != std::string_view::npos) {
    if (hash == 0 || hash + 1 == path.size() || path.find('#', hash + 1) != std::string_view::npos) return false;
    path = path.substr(0, hash);
  }
  return !path.empty() && path.find_first_of("\\:?") == std::string_view::npos &&
         ("/" + std::string(path) + "/").find("/../") == std::string::npos && path.find("//") == std::string_view::npos;
}

model::FrontMatter read_fields(FieldReader& fields) {
  diagnostic::Sink& sink = fields.sink();
  model::FrontMatter result;
  if (auto title = fields.text("title")) result.title = std::move(*title);
  result.description = fields.plain_text("description");
  if (auto slug = fields.word("slug")) {
    if (is_slug(slug->value)) {
      result.slug = std::move(slug);
    } else {
      sink.report(Kind::page_slug, slug->range, {slug->value, source::format("{}", longest_slug)});
    }
  }
  if (const auto weight = fields.integer("weight", -heaviest, heaviest)) result.weight = weight->value;
  result.draft = fields.boolean("draft", false);
  for (auto& alias : fields.words("aliases")) {
    if (is_old_path(alias.value)) {
      result.aliases.push_back(std::move(alias));
    } else {
      sink.report(Kind::page_alias, alias.range, {alias.value});
    }
  }
  result.tags = fields.plain_texts("tags");
  if (auto audience = fields.id("audience")) result.audience = std::move(*audience);
  result.owner = fields.plain_text("owner");
  result.last_reviewed = fields.day("last_reviewed");
  if (auto period = fields.word("review_in")) {
    if (is_period(period->value)) {
      result.review_in = std::move(period);
    } else {
      sink.report(Kind::page_period, period->range, {period->value});
    }
  }
  result.search = fields.boolean("search", true);
  result.needs_approval = fields.boolean("needs_approval", false);
  fields.finish();
  return result;
}

// Every key that front matter may have.
const std::vector<std::string>& known_keys() {
  static const std::vector<std::string> keys = [] {
    YamlNode nothing;
    nothing.kind = YamlNode::Kind::mapping;
    diagnostic::Sink unused;
    FieldReader fields(nothing, "front matter", unused);
    read_fields(fields);
    return fields.asked();
  }();
  return keys;
}

FrontMatterResult find_misplaced(const source::SourceFile& file, source::FileId id, std::uint32_t first_line,
                                 FrontMatterResult result, diagnostic::Sink& sink) {
  std::vector<std::string_view> lines;
  for (std::uint32_t line = first_line; line <= file.line_count(); ++line) lines.push_back(file.line(line));
  const auto found = find_misplaced_fields(lines, known_keys(), result.present);
  if (!found) return result;
  const auto line = static_cast<std::uint32_t>(first_line + *found);
  const auto begin = static_cast<std::uint32_t>(file.line_start(line));
  sink.report(Kind::front_matter_place,
              {id, begin, begin + static_cast<std::uint32_t>(std::max<std::size_t>(1, file.line(line).size()))});
  result.misplaced = true;
  return result;
}

}  // namespace

FrontMatterResult read_front_matter(const source::SourceFile& file, source::FileId id, diagnostic::Sink& sink) {
  FrontMatterResult result;
  const std::string_view text = file.text();
  const std::size_t start = text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
  std::string_view opening = file.line(1);
  opening.remove_prefix(start);
  result.body_begin = static_cast<std::uint32_t>(start);
  if (!is_fence(opening)) return find_misplaced(file, id, 1, result, sink);
  result.present = true;
  for (std::uint32_t line = 2; line <= file.line_count(); ++line) {
    if (!is_fence(file.line(line))) continue;
    result.body_begin = line < file.line_count() ? file.line_start(line + 1) : static_cast<std::uint32_t>(text.size());
    YamlInput input{std::string(text.substr(file.line_start(2), file.line_start(line) - file.line_start(2))), id, {}};
    for (std::uint32_t i = 2; i <= line; ++i) input.line_offsets.push_back(file.line_start(i));
    YamlLimits limits;
    limits.bytes = most_bytes;
    const auto node = parse_yaml(input, limits, sink);
    if (node && node->kind != YamlNode::Kind::null) {
      FieldReader fields(*node, "front matter", sink);
      result.front_matter = read_fields(fields);
      add_passages(*node, file, result.passages);
    }
    return find_misplaced(file, id, line + 1, result, sink);
  }
  const auto begin = static_cast<std::uint32_t>(start);
  sink.report(Kind::front_matter_unclosed, {id, begin, begin + 3});
  result.body_begin = file.line_count() > 1 ? file.line_start(2) : static_cast<std::uint32_t>(text.size());
  return result;
}

}  // namespace shirube::parse
