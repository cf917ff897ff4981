#include "diagnostic/printer.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "diagnostic/reason.h"
#include "source/format.h"
#include "source/json.h"
#include "source/terminal_text.h"
#include "source/unicode.h"

namespace shirube::diagnostic {

namespace {

// A range may touch a huge line (a page without line ends): print a window of it.
constexpr std::size_t longest_line = 160;

std::string_view word(Severity severity, Language language) {
  const bool japanese = language == Language::japanese;
  switch (severity) {
    case Severity::error:
      return japanese ? "エラー" : "error";
    case Severity::warning:
      return japanese ? "警告" : "warning";
    case Severity::note:
      return japanese ? "補足" : "note";
  }
  return "";
}

Severity effective(const Diagnostic& found, bool strict) {
  const Severity severity = found.severity;
  return strict && severity == Severity::warning ? Severity::error : severity;
}

std::vector<const Diagnostic*> sorted(const std::vector<Diagnostic>& diagnostics, const source::SourceSet& sources) {
  std::vector<const Diagnostic*> order;
  order.reserve(diagnostics.size());
  for (const Diagnostic& found : diagnostics) order.push_back(&found);
  const auto path = [&](const Diagnostic& found) -> std::string_view {
    return found.range ? std::string_view(sources.file(found.range.file).path()) : std::string_view(found.subject);
  };
  std::stable_sort(order.begin(), order.end(), [&](const Diagnostic* a, const Diagnostic* b) {
    if (const int files = path(*a).compare(path(*b)); files != 0) return files < 0;
    if (a->range.begin != b->range.begin) return a->range.begin < b->range.begin;
    if (a->range.end != b->range.end) return a->range.end < b->range.end;
    return info(a->kind).rule < info(b->kind).rule;
  });
  return order;
}

// What is printed: so many of a file, so many in all, in order of their places.
std::vector<const Diagnostic*> chosen(const std::vector<Diagnostic>& diagnostics, const source::SourceSet& sources,
                                      const PrintOptions& options, std::size_t& left_out) {
  std::vector<const Diagnostic*> result;
  std::map<std::uint32_t, std::size_t> of_file;
  for (const Diagnostic* found : sorted(diagnostics, sources)) {
    if (result.size() == options.most || (found->range && of_file[found->range.file.value] == options.most_per_file)) {
      ++left_out;
      continue;
    }
    result.push_back(found);
    if (found->range) ++of_file[found->range.file.value];
  }
  return result;
}

// Characters that drive a terminal, as \uXXXX: in JSON they are inside strings only.
std::string escape_hidden(const std::string& json) {
  std::string result;
  result.reserve(json.size());
  for (std::size_t i = 0; i < json.size();) {
    const source::CodePoint c = source::code_point_at(json, i);
    if (c.value != '\n' && source::drives_terminal(c.value)) {
      result += source::format("\\u{:04x}", static_cast<std::uint32_t>(c.value));
    } else {
      result += std::string_view(json).substr(i, c.size);
    }
    i += c.size;
  }
  return result;
}

// The line with a caret below the range's part of it. Tabs are copied, wide characters take two columns.
void print_excerpt(std::string& out, const source::SourceFile& file, const SourceRange& range, std::string_view note) {
  const source::LineColumn place = file.locate(range.begin);
  const std::string_view whole = file.line(place.line);
  const std::size_t line_begin = file.line_start(place.line);
  std::size_t begin = std::min<std::size_t>(range.begin - line_begin, whole.size());
  std::size_t end = std::min<std::size_t>(std::max<std::size_t>(range.end, range.begin) - line_begin, whole.size());
  std::size_t window = 0;
  if (whole.size() > longest_line && begin > longest_line / 2) {
    window = begin - longest_line / 2;
    while (window < whole.size() && (static_cast<unsigned char>(whole[window]) & 0xC0U) == 0x80U) ++window;
  }
  std::size_t window_end = std::min(whole.size(), window + longest_line);
  while (window_end < whole.size() && (static_cast<unsigned char>(whole[window_end]) & 0xC0U) == 0x80U) ++window_end;
  end = std::min(end, window_end);
  const std::string_view shown = whole.substr(window, window_end - window);

  // Never let a file drive the terminal. Counted as it is shown, so that the caret is in the right place.
  const std::string before = source::terminal_text(whole.substr(window, begin - std::min(begin, window)));
  const std::string marked = source::terminal_text(whole.substr(begin, end > begin ? end - begin : 0));
  std::string padding;
  for (std::size_t i = 0; i < before.size();) {
    const source::CodePoint c = source::code_point_at(before, i);
    padding += c.value == '\t' ? std::string("\t")
                               : std::string(static_cast<std::size_t>(source::display_width(c.value)), ' ');
    i += c.size;
  }
  const int width = source::display_width(marked);
  out += source::format("{:>5} | {}\n", place.line, source::terminal_text(shown));
  out += source::format("      | {}^{}", padding, std::string(static_cast<std::size_t>(std::max(0, width - 1)), '~'));
  if (!note.empty()) out += source::format(" {}", note);
  out += '\n';
}

std::string_view colour_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "\x1b[1;31m";
    case Severity::warning:
      return "\x1b[1;33m";
    case Severity::note:
      return "\x1b[1;36m";
  }
  return "";
}

std::string filled(std::string_view english, std::string_view japanese, const std::vector<std::string>& arguments,
                   Language language) {
  return source::format_texts(language == Language::japanese ? japanese : english, arguments);
}

// What the environment refused comes with the system's reason; in the other kinds a text is the author's.
std::vector<std::string> spoken(const Diagnostic& found, Language language) {
  std::vector<std::string> arguments = found.arguments;
  if (info(found.kind).exit == Exit::content) return arguments;
  for (std::string& argument : arguments) argument = reason_text(argument, language);
  return arguments;
}

void print_one(std::string& out, const Diagnostic& found, const source::SourceSet& sources,
               const PrintOptions& options) {
  const Severity severity = effective(found, options.strict);
  std::string place = found.subject.empty() ? "shirube" : found.subject;
  if (found.range) {
    const source::SourceFile& file = sources.file(found.range.file);
    const source::LineColumn at = file.locate(found.range.begin);
    place = source::format("{}:{}:{}", file.path(), at.line, at.column);
  }
  out += source::format("{}: {}{}:{} {} [{}]\n", source::terminal_text(place), options.colour ? colour_of(severity) : "",
                        word(severity, options.language), options.colour ? "\x1b[0m" : "",
                        source::terminal_text(message(found, options.language)), info(found.kind).rule);
  if (found.range) print_excerpt(out, sources.file(found.range.file), found.range, "");
  for (const Label& label : found.labels) {
    if (!label.range) continue;
    const source::SourceFile& file = sources.file(label.range.file);
    const source::LineColumn at = file.locate(label.range.begin);
    out += source::format("{}:{}:{}: {}: {}\n", source::terminal_text(file.path()), at.line, at.column,
                          word(Severity::note, options.language),
                          source::terminal_text(label_text(label, options.language)));
    print_excerpt(out, file, label.range, "");
  }
  if (const std::string text = help(found, options.language); !text.empty()) {
    out += source::format("{}: {}\n", options.language == Language::japanese ? "対処" : "help",
                          source::terminal_text(text));
  }
}

}  // namespace

std::string message(const Diagnostic& diagnostic, Language language) {
  const KindInfo& kind = info(diagnostic.kind);
  return filled(kind.english, kind.japanese, spoken(diagnostic, language), language);
}

std::string label_text(const Label& label, Language language) {
  const KindInfo& kind = info(label.text);
  return filled(kind.english, kind.japanese, label.arguments, language);
}

std::string help(const Diagnostic& diagnostic, Language language) {
  if (!diagnostic.suggestion.empty()) {
    return language == Language::japanese ? source::format("「{}」ではありませんか", diagnostic.suggestion)
                                          : source::format("did you mean `{}`?", diagnostic.suggestion);
  }
  const KindInfo& kind = info(diagnostic.kind);
  return filled(kind.help_english, kind.help_japanese, diagnostic.arguments, language);
}

std::string print_text(const std::vector<Diagnostic>& diagnostics, const source::SourceSet& sources,
                       const PrintOptions& options) {
  std::string out;
  std::size_t left_out = 0;
  for (const Diagnostic* found : chosen(diagnostics, sources, options, left_out)) {
    print_one(out, *found, sources, options);
  }
  if (left_out > 0) {
    out += options.language == Language::japanese ? source::format("… ほか{}件\n", left_out)
                                                  : source::format("… and {} more\n", left_out);
  }
  return out;
}

std::string print_json(const std::vector<Diagnostic>& diagnostics, const source::SourceSet& sources,
                       const PrintOptions& options) {
  source::Json list = source::Json::array();
  const auto put_place = [&](source::Json& object, const SourceRange& range) {
    const source::SourceFile& file = sources.file(range.file);
    const source::LineColumn begin = file.locate(range.begin);
    const source::LineColumn end = file.locate(range.end);
    object["path"] = file.path();
    object["line"] = begin.line;
    object["column"] = begin.column;
    object["end_line"] = end.line;
    object["end_column"] = end.column;
  };
  std::size_t left_out = 0;
  for (const Diagnostic* found : chosen(diagnostics, sources, options, left_out)) {
    source::Json object;
    object["rule"] = info(found->kind).rule;
    object["severity"] = word(effective(*found, options.strict), Language::english);
    object["message"] = message(*found, options.language);
    if (const std::string text = help(*found, options.language); !text.empty()) object["help"] = text;
    if (found->range) {
      put_place(object, found->range);
    } else if (!found->subject.empty()) {
      object["path"] = found->subject;
    }
    for (const Label& label : found->labels) {
      source::Json entry;
      entry["message"] = label_text(label, options.language);
      if (label.range) put_place(entry, label.range);
      object["labels"].push_back(entry);
    }
    list.push_back(object);
  }
  if (left_out > 0) {
    const KindInfo& more = info(Kind::more_findings);
    source::Json object;
    object["rule"] = more.rule;
    object["severity"] = word(Severity::note, Language::english);
    object["message"] = filled(more.english, more.japanese, {std::to_string(left_out)}, options.language);
    object["left_out"] = left_out;
    list.push_back(object);
  }
  // Messages may quote bytes of a damaged file.
  return escape_hidden(list.dump(2, ' ', false, source::Json::error_handler_t::replace)) + "\n";
}

int exit_code(const std::vector<Diagnostic>& diagnostics, bool strict) {
  int worst = 0;
  for (const Diagnostic& found : diagnostics) {
    if (effective(found, strict) == Severity::error) worst = std::max(worst, static_cast<int>(info(found.kind).exit));
  }
  return worst;
}

}  // namespace shirube::diagnostic
