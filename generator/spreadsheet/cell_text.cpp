#include "spreadsheet/cell_text.h"

#include <charconv>

#include "source/unicode.h"
#include "spreadsheet/xml.h"

namespace shirube::spreadsheet {

std::string decode_escapes(std::string_view text) {
  if (text.find("_x") == std::string_view::npos) return std::string(text);
  std::string decoded;
  for (std::size_t i = 0; i < text.size();) {
    unsigned code = 0;
    if (text.substr(i, 2) == "_x" && i + 7 <= text.size() && text[i + 6] == '_') {
      const char* begin = text.data() + i + 2;
      const auto [end, error] = std::from_chars(begin, begin + 4, code, 16);
      if (error == std::errc() && end == begin + 4 && (code < 0xD800 || code > 0xDFFF)) {
        source::append_utf8(decoded, code);
        i += 7;
        continue;
      }
    }
    decoded += text[i++];
  }
  return decoded;
}

void StringItem::start(std::string_view element) {
  if (element == "rPh") ++phonetic_;
  in_text_ = element == "t" && phonetic_ == 0;
}

void StringItem::end(std::string_view element) {
  if (element == "rPh") --phonetic_;
  in_text_ = false;
}

void StringItem::text(std::string_view piece) {
  if (in_text_) text_ += piece;
}

std::string StringItem::take() {
  std::string text = decode_escapes(text_);
  text_.clear();
  return text;
}

source::Result<std::vector<std::string>> read_shared_strings(std::string_view part, const ReadLimits& limits) {
  std::vector<std::string> strings;
  StringItem item;
  XmlHandlers handlers;
  handlers.start = [&](std::string_view element, const XmlAttributes&) { item.start(element); };
  handlers.text = [&](std::string_view piece) { item.text(piece); };
  handlers.end = [&](std::string_view element) {
    item.end(element);
    if (element == "si") strings.push_back(item.take());
  };
  if (auto read = read_xml(part, handlers, limits); !read) return read.failure();
  return strings;
}

}  // namespace shirube::spreadsheet
