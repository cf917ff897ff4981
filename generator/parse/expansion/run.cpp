#include "parse/expansion/run.h"

#include "diagnostic/suggestion.h"

namespace shirube::parse {

using diagnostic::Kind;

const TemplateValue* ExpansionRun::find(std::string_view name) const {
  for (auto known = names_.rbegin(); known != names_.rend(); ++known) {
    if (known->first == name) return &known->second;
  }
  return nullptr;
}

std::vector<std::string_view> ExpansionRun::names() const {
  std::vector<std::string_view> all;
  for (const auto& [name, value] : names_) all.push_back(name);
  return all;
}

bool ExpansionRun::spend_step(source::SourceRange place) {
  if (over_) return false;
  if (names_.size() > limits_.names) return stop(Kind::yaml_depth, place, limits_.names);
  return ++steps_ <= limits_.steps || stop(Kind::template_size, place, limits_.steps);
}

bool ExpansionRun::spend_bytes(std::size_t bytes, source::SourceRange place) {
  if (over_) return false;
  bytes_ += bytes;
  return bytes_ <= limits_.bytes || stop(Kind::template_text_size, place, limits_.bytes);
}

bool ExpansionRun::fits(std::size_t bytes, source::SourceRange place) {
  if (over_) return false;
  return bytes <= limits_.text_bytes || stop(Kind::template_text_size, place, limits_.text_bytes);
}

bool ExpansionRun::stop(Kind kind, source::SourceRange place, std::size_t limit) {
  over_ = true;
  report(kind, place, {std::to_string(limit)});
  return false;
}

void ExpansionRun::report(Kind kind, source::SourceRange place, std::vector<std::string> arguments,
                          const std::vector<std::string_view>& meant) {
  const std::string subject = arguments.empty() ? std::string() : arguments.front();
  if (!reported_.emplace(kind, place, subject).second) return;
  sink_.report(kind, place, std::move(arguments)).suggest([&] { return diagnostic::near_miss(subject, meant); });
}

}  // namespace shirube::parse
