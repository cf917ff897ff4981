// What follows a `$` in a template's texts.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "parse/expansion/run.h"

namespace shirube::parse {

// A text of a template, or a part of one, and where it is. In a formula, ids are written as formulas write them.
struct TemplateText {
  std::string_view text;
  source::SourceRange place;            // of the scalar
  std::optional<std::uint32_t> begin;   // of `text` in the file, if it is written there as it is
  bool formula = false;

  static TemplateText of(const YamlNode& scalar, bool formula = false);
  TemplateText part(std::size_t offset, std::size_t size = std::string_view::npos) const;
  TemplateText trimmed() const;
  source::SourceRange at(std::size_t offset, std::size_t size) const;
};

// `$name`, `$name.property`, `$(people * weeks / 2)`, `$(for n in weeks: w$n)`; `$$` is `$`. Nothing if one of them has no
// text, which has been reported.
std::optional<std::string> expand_text(const TemplateText& text, ExpansionRun& run);

struct FoundPath {
  TemplateValue value;
  std::size_t end = 0;  // of the path in the text
};
enum class IfMissing { report, accept };
// The name, and the properties after it, with which `text` begins. Nothing if the name is unknown, or, where that is
// reported, no such property.
std::optional<FoundPath> find_path(const TemplateText& text, IfMissing missing, ExpansionRun& run);

// What a loop goes through: the elements of a list, or 1 to a number.
class Turns {
 public:
  // `gate.criteria`, `$weeks`, `4`, `people - 1`. Nothing if that is neither a list nor a number, which has been reported.
  static std::optional<Turns> read(const TemplateText& text, ExpansionRun& run);
  explicit Turns(TemplateValue list) : list_(std::move(list)), size_(list_.size()) {}

  std::size_t size() const { return size_; }
  TemplateValue turn(std::size_t index) const;

 private:
  explicit Turns(std::size_t count) : size_(count) {}

  TemplateValue list_;
  std::size_t size_ = 0;
};

bool is_template_name(std::string_view text);

}  // namespace shirube::parse
