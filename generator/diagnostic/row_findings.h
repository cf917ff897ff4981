// Faults in the rows of a table: one finding for each, with all its lines, however many rows have it.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "source/source_set.h"

namespace shirube::diagnostic {

class RowFindings {
 public:
  // Stands in `arguments` where the numbers of the lines belong.
  static constexpr std::string_view lines = "{lines}";

  void add(Kind kind, std::vector<std::string> arguments, SourceRange range);
  // As add, where the rows differ in what they hold: the finding shows what was added first.
  void add_to_kind(Kind kind, std::vector<std::string> arguments, SourceRange range);
  // Each at the first of its places. Empty afterwards.
  void report(const source::SourceSet& sources, Sink& sink);

 private:
  std::map<std::pair<Kind, std::vector<std::string>>, std::vector<SourceRange>> found_;
};

// `a, b, c … (312)`: the first ones, and how many there are if that is not all.
std::string first_few(const std::vector<std::string>& texts, std::size_t most);

}  // namespace shirube::diagnostic
