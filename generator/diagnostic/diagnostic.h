// A finding: what was seen, where, and with which words it is reported. Texts are in kinds.def, never here.
#pragma once

#include <concepts>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "source/range.h"
#include "source/result.h"

namespace shirube::diagnostic {

using source::Failure;
using source::FileId;
using source::Located;
using source::Result;
using source::SourceRange;

enum class Language { english, japanese };
enum class Severity { error, warning, note };
// What a run ends with when this is the worst that it found.
enum class Exit { content = 1, unreadable = 3, environment = 4 };

enum class Kind : std::uint16_t {
#define KIND(name, rule, severity, exit, en, ja, help_en, help_ja) name,
#include "diagnostic/kinds.def"
#undef KIND
};

struct KindInfo {
  Kind kind;
  std::string_view name;  // as in kinds.def
  std::string_view rule;  // what the user sees in brackets
  Severity severity;
  Exit exit;
  std::string_view english;
  std::string_view japanese;
  std::string_view help_english;
  std::string_view help_japanese;
  bool practice = false;  // a rule of practice.def: a site may change its severity or switch it off
  std::string_view why_english;
  std::string_view why_japanese;
};

const KindInfo& info(Kind kind);
const std::vector<KindInfo>& all_kinds();

// A second place that belongs to a finding; its text is a kind of severity note.
struct Label {
  SourceRange range;
  Kind text;
  std::vector<std::string> arguments;
};

struct Diagnostic {
  Kind kind;
  Severity severity;                   // of the kind, or as the site wants it
  SourceRange range;                   // where; nowhere if it is about no text of the site
  std::vector<std::string> arguments;  // for the message and the help
  std::vector<Label> labels;
  std::string suggestion;  // a near miss; takes the place of the help
  std::string subject;     // a path, when there is no range
  bool wants_suggestion = true;  // false: so many of this kind were reported that nobody will read another one

  Diagnostic& label(SourceRange place, Kind text, std::vector<std::string> text_arguments = {});
  // Empty: no suggestion.
  Diagnostic& suggest(std::string near_miss);
  // Looked for only where it will be read: looking takes time for each name that is known.
  template <std::invocable Find>
  Diagnostic& suggest(Find&& find) {
    return wants_suggestion ? suggest(std::string(find())) : *this;
  }
};

// Severities that differ from those of the kinds; nothing: the kind is not reported at all.
using Severities = std::map<Kind, std::optional<Severity>>;

// Collects; sorting and printing are the printer's. One sink a task; tasks' sinks are merged in the order of the tasks.
class Sink {
 public:
  // The reference is good until the next report.
  Diagnostic& report(Kind kind, SourceRange range, std::vector<std::string> arguments = {});
  Diagnostic& report_at(Kind kind, std::string subject, std::vector<std::string> arguments = {});
  void merge(Sink&& other);
  // Takes back what turned out to follow from another finding.
  template <typename Predicate>
  void drop(Predicate follows) {
    std::erase_if(diagnostics_, follows);
  }
  // All findings go through `change`, which gives back those that are kept.
  template <typename Change>
  void change(Change change) {
    diagnostics_ = change(std::move(diagnostics_));
  }
  // Holds for what is reported and merged from now on.
  void set_severities(Severities severities) { severities_ = std::move(severities); }

  const std::vector<Diagnostic>& diagnostics() const { return diagnostics_; }
  bool has_errors() const;
  bool empty() const { return diagnostics_.empty(); }

 private:
  Diagnostic& add(Diagnostic found);

  std::map<Kind, std::size_t> counts_;

  std::vector<Diagnostic> diagnostics_;
  Severities severities_;
  std::optional<Diagnostic> dropped_;  // what the site has switched off; its reporter may still add to it
};

}  // namespace shirube::diagnostic
