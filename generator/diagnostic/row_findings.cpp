#include "diagnostic/row_findings.h"

#include <algorithm>

#include "source/format.h"

namespace shirube::diagnostic {

void RowFindings::add(Kind kind, std::vector<std::string> arguments, SourceRange range) {
  found_[{kind, std::move(arguments)}].push_back(range);
}

void RowFindings::add_to_kind(Kind kind, std::vector<std::string> arguments, SourceRange range) {
  const auto known =
      std::find_if(found_.begin(), found_.end(), [&](const auto& one) { return one.first.first == kind; });
  if (known == found_.end()) return add(kind, std::move(arguments), range);
  known->second.push_back(range);
}

void RowFindings::report(const source::SourceSet& sources, Sink& sink) {
  constexpr std::size_t most_lines = 5;
  for (auto& [fault, places] : found_) {
    std::sort(places.begin(), places.end(), [](const auto& a, const auto& b) { return a.begin < b.begin; });
    std::vector<std::string> numbers;
    for (const SourceRange& place : places) {
      const std::string number = source::format("{}", sources.file(place.file).locate(place.begin).line);
      if (numbers.empty() || numbers.back() != number) numbers.push_back(number);
    }
    std::vector<std::string> arguments = fault.second;
    std::replace(arguments.begin(), arguments.end(), std::string(lines), first_few(numbers, most_lines));
    sink.report(fault.first, places.front(), std::move(arguments));
  }
  found_.clear();
}

std::string first_few(const std::vector<std::string>& texts, std::size_t most) {
  std::string list;
  for (std::size_t i = 0; i < texts.size() && i < most; ++i) list += (i > 0 ? ", " : "") + texts[i];
  return texts.size() <= most ? list : list + source::format(" … ({})", texts.size());
}

}  // namespace shirube::diagnostic
