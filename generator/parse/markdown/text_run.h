// Text between two other inlines, with the place of each byte in the content. A part is verbatim when its bytes are
// in the source just so; an escape or an entity is a part of its own.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace shirube::parse {

class TextRun {
 public:
  bool empty() const { return text_.empty(); }
  const std::string& text() const { return text_; }
  void clear();

  // Finds `literal` in `content` from `at` on and appends it; returns where it ends there.
  std::size_t append(std::string_view literal, std::string_view content, std::size_t at);
  void truncate(std::size_t size);

  bool is_verbatim(std::size_t at) const { return part(at).verbatim; }
  std::size_t content_begin(std::size_t at) const;
  std::size_t content_end(std::size_t at) const;

 private:
  struct Part {
    std::size_t at;
    std::size_t content;
    std::size_t content_size;
    bool verbatim;
  };
  const Part& part(std::size_t at) const;
  void add(std::string_view bytes, std::size_t content, std::size_t content_size, bool verbatim);

  std::string text_;
  std::vector<Part> parts_;
};

}  // namespace shirube::parse
