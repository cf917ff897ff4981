#include "diagnostic/severities.h"

namespace shirube::diagnostic {

std::optional<Kind> find_rule(std::string_view rule) {
  for (const KindInfo& kind : all_kinds()) {
    if (kind.rule == rule && kind.severity != Severity::note) return kind.kind;
  }
  return std::nullopt;
}

bool may_change(Kind kind) {
  return info(kind).practice || info(kind).severity == Severity::warning;
}

}  // namespace shirube::diagnostic
