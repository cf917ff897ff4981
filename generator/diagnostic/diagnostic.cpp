#include "diagnostic/diagnostic.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace shirube::diagnostic {

const std::vector<KindInfo>& all_kinds() {
  static const std::vector<KindInfo> kinds = {
#define KIND(name, rule, severity, exit, en, ja, help_en, help_ja) \
  {Kind::name, #name, rule, Severity::severity, Exit::exit, en, ja, help_en, help_ja},
#include "diagnostic/kinds.def"
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

Diagnostic& Sink::report(Kind kind, SourceRange range, std::vector<std::string> arguments) {
  diagnostics_.push_back({kind, range, std::move(arguments), {}, {}, {}});
  return diagnostics_.back();
}

Diagnostic& Sink::report_at(Kind kind, std::string subject, std::vector<std::string> arguments) {
  diagnostics_.push_back({kind, {}, std::move(arguments), {}, {}, std::move(subject)});
  return diagnostics_.back();
}

void Sink::merge(Sink&& other) {
  diagnostics_.insert(diagnostics_.end(), std::make_move_iterator(other.diagnostics_.begin()),
                      std::make_move_iterator(other.diagnostics_.end()));
  other.diagnostics_.clear();
}

bool Sink::has_errors() const {
  return std::any_of(diagnostics_.begin(), diagnostics_.end(),
                     [](const Diagnostic& found) { return info(found.kind).severity == Severity::error; });
}

}  // namespace shirube::diagnostic
