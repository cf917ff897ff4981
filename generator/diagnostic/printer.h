// Turns findings into text or JSON. Sorts by file and place, so that no thread's timing shows.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "source/source_set.h"

namespace shirube::diagnostic {

struct PrintOptions {
  Language language = Language::english;
  bool strict = false;  // warnings count as errors
  bool colour = false;
  std::size_t most_per_file = 100;
  std::size_t most = 1000;
};

// The message of one finding or label, without place and rule id.
std::string message(const Diagnostic& diagnostic, Language language);
std::string label_text(const Label& label, Language language);
// The help line without its prefix; empty if there is none.
std::string help(const Diagnostic& diagnostic, Language language);

//   path:line:column: error: message [rule-id]
//      12 | the line
//         |     ^~~~
//   help: how to fix it
std::string print_text(const std::vector<Diagnostic>& diagnostics, const source::SourceSet& sources,
                       const PrintOptions& options);

// An array of objects: rule, severity, message, help, path, line, column, end_line, end_column, labels.
std::string print_json(const std::vector<Diagnostic>& diagnostics, const source::SourceSet& sources,
                       const PrintOptions& options);

// 0, or the worst Exit among them.
int exit_code(const std::vector<Diagnostic>& diagnostics, bool strict);

}  // namespace shirube::diagnostic
