#include "diagnostic/diagnostic.h"

#include <algorithm>
#include <utility>

namespace shirube::diagnostic {

const std::vector<KindInfo>& all_kinds() {
  static const std::vector<KindInfo> kinds = {
#define KIND(name, rule, severity, exit, en, ja, help_en, help_ja) \
  {Kind::name, #name, rule, Severity::severity, Exit::exit, en, ja, help_en, help_ja, false, "", ""},
#define PRACTICE(name, rule, severity, en, ja, help_en, help_ja, why_en, why_ja) \
  {Kind::name, #name, rule, Severity::severity, Exit::content, en, ja, help_en, help_ja, true, why_en, why_ja},
#include "diagnostic/kinds.def"
#undef PRACTICE
#undef KIND
  };
  return kinds;
}

const KindInfo& info(Kind kind) {
  return all_kinds()[static_cast<std::size_t>(kind)];
}

Diagnostic& Diagnostic::label(SourceRange place, Kind text, std::vector<std::string> text_arguments) {
  labels.push_back({place, text, std::move(text_arguments)});
  return *this;
}

Diagnostic& Diagnostic::suggest(std::string near_miss) {
  suggestion = std::move(near_miss);
  return *this;
}

Diagnostic& Sink::add(Diagnostic found) {
  if (const auto changed = severities_.find(found.kind); changed != severities_.end()) {
    if (!changed->second) return dropped_.emplace(std::move(found));
    found.severity = *changed->second;
  }
  constexpr std::size_t most_suggestions = 100;  // of a kind: as many as the printer shows of a file
  found.wants_suggestion = ++counts_[found.kind] <= most_suggestions;
  diagnostics_.push_back(std::move(found));
  return diagnostics_.back();
}

Diagnostic& Sink::report(Kind kind, SourceRange range, std::vector<std::string> arguments) {
  return add({kind, info(kind).severity, range, std::move(arguments), {}, {}, {}});
}

Diagnostic& Sink::report_at(Kind kind, std::string subject, std::vector<std::string> arguments) {
  return add({kind, info(kind).severity, {}, std::move(arguments), {}, {}, std::move(subject)});
}

void Sink::merge(Sink&& other) {
  for (Diagnostic& found : other.diagnostics_) add(std::move(found));
  other.diagnostics_.clear();
}

bool Sink::has_errors() const {
  return std::any_of(diagnostics_.begin(), diagnostics_.end(),
                     [](const Diagnostic& found) { return found.severity == Severity::error; });
}

}  // namespace shirube::diagnostic
