// The text of one YAML document as the library may see it, and the way back from its bytes to the file.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "parse/yaml/yaml.h"

namespace shirube::parse {

// UTF-8 without BOM, control characters and CR; one document without directives, cut at its end.
class YamlText {
 public:
  // Nothing if the text cannot be read at all; what is wrong is in `sink`. A second document is reported and left out.
  static std::optional<YamlText> prepare(const YamlInput& input, const YamlLimits& limits, diagnostic::Sink& sink);

  const std::string& text() const { return text_; }
  // Bytes of text() to bytes of the file; `end` may be one past the last byte.
  source::SourceRange range(std::size_t begin, std::size_t end) const;

 private:
  YamlText() = default;
  std::uint32_t place(std::size_t offset) const;
  void normalise(const YamlInput& input);
  bool check_lines(diagnostic::Sink& sink);
  bool check_rest(std::size_t begin, diagnostic::Sink& sink) const;

  std::string text_;
  source::FileId file_;
  std::vector<std::size_t> line_starts_;    // in text_
  std::vector<std::uint32_t> file_starts_;  // of the same lines, in the file
};

// The first character that no field may hold: controls other than tab and line end, bidirectional overrides,
// non-characters, a BOM. `text` is valid UTF-8.
struct ForbiddenCharacter {
  std::size_t offset = 0;
  std::size_t size = 0;
  char32_t value = 0;
  bool turns_direction = false;
};
std::optional<ForbiddenCharacter> find_forbidden_character(std::string_view text);

}  // namespace shirube::parse
