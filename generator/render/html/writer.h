// Writes HTML and SVG element by element: values are escaped, and every element that is opened is closed.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace shirube::render::html {

class Writer {
 public:
  // A value without data (`{}`) writes the bare name, as in `hidden`.
  struct Attribute {
    std::string_view name;
    std::string_view value;
  };
  using Attributes = std::initializer_list<Attribute>;

  // Tags are literals: they are kept by reference until they are closed.
  Writer& open(std::string_view tag, Attributes attributes = {});
  // The element opened last.
  Writer& close();
  Writer& text(std::string_view text);
  // Finished HTML.
  Writer& html(std::string_view html);
  Writer& element(std::string_view tag, Attributes attributes, std::string_view text);
  Writer& element(std::string_view tag, std::string_view text) { return element(tag, {}, text); }
  // An HTML element that has no end: <input>, <br>.
  Writer& leaf(std::string_view tag, Attributes attributes = {});
  // An SVG element without content: <rect/>.
  Writer& shape(std::string_view tag, Attributes attributes);

  // Every element must be closed.
  std::string take() &&;

 private:
  void start(std::string_view tag, Attributes attributes);

  std::string out_;
  std::vector<std::string_view> open_;
};

}  // namespace shirube::render::html
