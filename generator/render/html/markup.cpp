#include "render/html/markup.h"

namespace shirube::render::html {

void append_escaped(std::string& out, std::string_view text) {
  std::size_t done = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::string_view entity;
    switch (text[i]) {
      case '&':
        entity = "&amp;";
        break;
      case '<':
        entity = "&lt;";
        break;
      case '>':
        entity = "&gt;";
        break;
      case '"':
        entity = "&quot;";
        break;
      default:
        continue;
    }
    out.append(text, done, i - done).append(entity);
    done = i + 1;
  }
  out.append(text, done);
}

std::string escape(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  append_escaped(out, text);
  return out;
}

void append_attribute(std::string& out, std::string_view name, std::string_view value) {
  out += ' ';
  out += name;
  out += "=\"";
  append_escaped(out, value);
  out += '"';
}

std::string encode_url(std::string_view url) {
  constexpr std::string_view hexadecimal = "0123456789ABCDEF";
  constexpr std::string_view safe = "-_.+!*'(),%#@?=;:/&$~";
  std::string out;
  out.reserve(url.size());
  for (const char c : url) {
    const bool alphanumeric = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (alphanumeric || safe.find(c) != std::string_view::npos) {
      out += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out += '%';
      out += hexadecimal[byte >> 4];
      out += hexadecimal[byte & 15];
    }
  }
  return out;
}

}  // namespace shirube::render::html
