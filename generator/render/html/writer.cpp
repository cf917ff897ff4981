#include "render/html/writer.h"

#include <cassert>
#include <utility>

#include "render/html/markup.h"

namespace shirube::render::html {

void Writer::start(std::string_view tag, Attributes attributes) {
  out_ += '<';
  out_ += tag;
  for (const Attribute& attribute : attributes) {
    if (attribute.value.data() == nullptr) {
      out_ += ' ';
      out_ += attribute.name;
    } else {
      append_attribute(out_, attribute.name, attribute.value);
    }
  }
}

Writer& Writer::open(std::string_view tag, Attributes attributes) {
  start(tag, attributes);
  out_ += '>';
  open_.push_back(tag);
  return *this;
}

Writer& Writer::close() {
  assert(!open_.empty());
  out_ += "</";
  out_ += open_.back();
  out_ += '>';
  open_.pop_back();
  return *this;
}

Writer& Writer::text(std::string_view text) {
  append_escaped(out_, text);
  return *this;
}

Writer& Writer::html(std::string_view html) {
  out_ += html;
  return *this;
}

Writer& Writer::element(std::string_view tag, Attributes attributes, std::string_view content) {
  return open(tag, attributes).text(content).close();
}

Writer& Writer::leaf(std::string_view tag, Attributes attributes) {
  start(tag, attributes);
  out_ += '>';
  return *this;
}

Writer& Writer::shape(std::string_view tag, Attributes attributes) {
  start(tag, attributes);
  out_ += "/>";
  return *this;
}

std::string Writer::take() && {
  assert(open_.empty());
  return std::move(out_);
}

}  // namespace shirube::render::html
