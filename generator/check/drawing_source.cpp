#include "check/drawing_source.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

#include "source/unicode.h"

namespace shirube::check {

namespace {

using diagnostic::Kind;

constexpr std::size_t most_findings = 20;
constexpr std::string_view blanks = " \t\r\n";
constexpr std::string_view bytes_of_mark = "\xEF\xBB\xBF";

constexpr std::array refused_elements = {"script", "foreignobject", "iframe", "frame",   "object", "embed", "handler",
                                         "listener", "audio",       "video",  "link",    "base",   "meta",  "form",
                                         "input",  "button",        "portal", "template"};
// Attributes whose value is an address.
constexpr std::array addresses = {"href", "src", "data", "action", "formaction", "poster", "srcset", "base"};
constexpr std::array inner_pictures = {"data:image/png", "data:image/jpeg", "data:image/jpg", "data:image/gif",
                                       "data:image/webp", "data:image/avif"};

template <class List>
bool is_one_of(std::string_view name, const List& list) {
  return std::any_of(list.begin(), list.end(), [&](std::string_view one) { return one == name; });
}

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return result;
}

std::string local_name(std::string_view name) {
  return lower(name.substr(name.rfind(':') + 1));
}

// Lower case, with entities replaced, without spaces and control characters: as whoever looks for a scheme reads it.
std::string squeezed(std::string_view value) {
  constexpr std::array<std::pair<std::string_view, char>, 5> entities = {
      {{"lt;", '<'}, {"gt;", '>'}, {"amp;", '&'}, {"quot;", '"'}, {"apos;", '\''}}};
  std::string result;
  for (std::size_t i = 0; i < value.size(); ++i) {
    char32_t c = static_cast<unsigned char>(value[i]);
    if (value[i] == '&') {
      const std::string_view rest = value.substr(i + 1);
      const std::size_t end = rest.substr(0, 12).find(';');
      if (rest.starts_with('#') && end != std::string_view::npos) {
        const bool hex = rest.size() > 1 && (rest[1] == 'x' || rest[1] == 'X');
        const std::string_view digits = rest.substr(hex ? 2 : 1, end - (hex ? 2 : 1));
        std::uint32_t number = 0;
        std::from_chars(digits.data(), digits.data() + digits.size(), number, hex ? 16 : 10);
        c = number;
        i += end + 1;
      } else {
        for (const auto& [name, sign] : entities) {
          if (!rest.starts_with(name)) continue;
          c = static_cast<unsigned char>(sign);
          i += name.size();
          break;
        }
      }
    }
    if (c <= 0x20) continue;
    if (c < 0x80) {
      result += lower(std::string(1, static_cast<char>(c)));
    } else if (value[i] == ';') {
      source::append_utf8(result, c);
    } else {
      result += value[i];
    }
  }
  return result;
}

bool is_inside_drawing(std::string_view address) {
  return address.empty() || address[0] == '#' ||
         std::any_of(inner_pictures.begin(), inner_pictures.end(), [&](std::string_view type) {
           return address.starts_with(type) && address.size() > type.size() &&
                  (address[type.size()] == ';' || address[type.size()] == ',');
         });
}

bool runs(std::string_view squeezed_value) {
  return squeezed_value.find("javascript:") != std::string_view::npos ||
         squeezed_value.find("vbscript:") != std::string_view::npos ||
         squeezed_value.find("data:text") != std::string_view::npos ||
         squeezed_value.find("data:image/svg") != std::string_view::npos;
}

// What a style fetches; empty: nothing.
std::string_view outer_style(std::string_view style) {
  for (const std::string_view rule : {"@import", "image-set(", "src("}) {
    if (style.find(rule) != std::string_view::npos) return rule;
  }
  for (std::size_t at = style.find("url("); at != std::string_view::npos; at = style.find("url(", at + 1)) {
    std::string_view address = style.substr(at + 4);
    if (!address.empty() && (address[0] == '"' || address[0] == '\'')) address.remove_prefix(1);
    if (!is_inside_drawing(address.substr(0, 40)) && !address.starts_with("data:font/") &&
        !address.starts_with("data:application/font")) {
      return "url(";
    }
  }
  return {};
}

class DrawingScan {
 public:
  DrawingScan(std::string_view text, source::FileId file, diagnostic::Sink& sink)
      : text_(text), file_(file), sink_(sink) {}

  void run() {
    if (source::find_invalid_utf8(text_) || text_.find('\0') != std::string_view::npos) {
      report(0, 0, "a text that is not UTF-8");
      return;
    }
    at_ = text_.starts_with(bytes_of_mark) ? bytes_of_mark.size() : 0;
    while (at_ < text_.size() && found_ < most_findings) {
      const std::size_t begin = std::min(text_.find('<', at_), text_.size());
      if (in_style_) check_style(at_, text_.substr(at_, begin - at_));
      at_ = begin;
      if (at_ < text_.size()) read_markup();
    }
  }

 private:
  void report(std::size_t begin, std::size_t end, std::string_view what) {
    ++found_;
    sink_.report(Kind::drawing_active,
                 {file_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(std::min(end, begin + 80))},
                 {"`" + std::string(what) + "`"});
  }

  // Moves past `sign`; past the end if it never comes.
  std::string_view take_until(std::size_t from, std::string_view sign) {
    const std::size_t end = text_.find(sign, from);
    at_ = end == std::string_view::npos ? text_.size() : end + sign.size();
    return text_.substr(from, std::min(end, text_.size()) - from);
  }

  void read_markup() {
    const std::size_t begin = at_;
    const std::string_view rest = text_.substr(begin);
    if (rest.starts_with("<!--")) {
      take_until(begin + 4, "-->");
    } else if (rest.starts_with("<![CDATA[")) {
      const std::string_view inside = take_until(begin + 9, "]]>");
      if (in_style_) check_style(begin + 9, inside);
    } else if (rest.starts_with("<?")) {
      read_instruction(begin);
    } else if (rest.starts_with("<!")) {
      const std::string_view inside = take_until(begin, ">");
      if (inside.find('[') != std::string_view::npos) report(begin, at_, "<!DOCTYPE […]>");
    } else if (rest.starts_with("</")) {
      const std::string_view name = take_until(begin + 2, ">");
      if (local_name(name.substr(0, name.find_first_of(blanks))) == "style") in_style_ = false;
    } else {
      read_element(begin);
    }
  }

  void read_instruction(std::size_t begin) {
    const std::string inside = lower(take_until(begin + 2, "?>"));
    if (!inside.starts_with("xml") || inside.size() < 4 || blanks.find(inside[3]) == std::string::npos) {
      report(begin, at_, "<?" + inside.substr(0, inside.find_first_of(blanks)) + "?>");
    } else if (const std::size_t encoding = inside.find("encoding"); encoding != std::string::npos) {
      const std::string_view rest = std::string_view(inside).substr(encoding);
      if (rest.find("utf-8") == std::string_view::npos && rest.find("us-ascii") == std::string_view::npos) {
        report(begin, at_, "encoding=…");
      }
    }
  }

  void read_element(std::size_t begin) {
    std::size_t at = std::min(text_.find_first_of(" \t\r\n/>", begin + 1), text_.size());
    const std::string_view written = text_.substr(begin + 1, at - begin - 1);
    const std::string name = local_name(written);
    if (is_one_of(name, refused_elements)) report(begin, at, "<" + std::string(written.substr(0, 60)) + ">");
    const bool animates = name == "set" || name.starts_with("animate");
    for (;;) {
      at = std::min(text_.find_first_not_of(" \t\r\n/", at), text_.size());
      if (at == text_.size() || text_[at] == '>') break;
      const std::size_t name_end = std::min(text_.find_first_of(" \t\r\n=/>", at + 1), text_.size());
      const std::string_view attribute = text_.substr(at, name_end - at);
      std::size_t value = std::min(text_.find_first_not_of(blanks, name_end), text_.size());
      if (value == text_.size() || text_[value] != '=') {
        report(at, name_end, attribute.substr(0, 60));  // no XML
        at = name_end;
        if (found_ >= most_findings) break;
        continue;
      }
      value = std::min(text_.find_first_not_of(blanks, value + 1), text_.size());
      const bool quoted = value < text_.size() && (text_[value] == '"' || text_[value] == '\'');
      const std::size_t end = quoted ? text_.find(text_[value], value + 1) : std::string_view::npos;
      if (end == std::string_view::npos) {
        report(at, name_end, attribute.substr(0, 60));
        at = text_.size();
        break;
      }
      check_attribute(at, end + 1, attribute, text_.substr(value + 1, end - value - 1), animates);
      at = end + 1;
      if (found_ >= most_findings) break;
    }
    const bool closes_itself = at > begin && at < text_.size() && text_[at - 1] == '/';
    if (name == "style" && !closes_itself) in_style_ = true;
    at_ = std::min(at + 1, text_.size());
  }

  void check_attribute(std::size_t begin, std::size_t end, std::string_view written, std::string_view value,
                       bool animates) {
    const std::string name = local_name(written);
    const std::string plain = squeezed(value);
    const bool is_page = written.starts_with("xmlns") && plain.find("/xhtml") != std::string::npos;
    const bool aims = animates && name == "attributename" &&
                      (local_name(plain) == "href" || plain.starts_with("on") || local_name(plain) == "src");
    const bool leads_out = is_one_of(name, addresses) && !is_inside_drawing(plain);
    const bool fetches = !outer_style(plain).empty() || (name == "style" && plain.find('\\') != std::string::npos);
    if (name.starts_with("on") || is_page || aims || leads_out || fetches || runs(plain)) {
      report(begin, end, std::string(written.substr(0, 30)) + "=\"" + std::string(utf8_prefix(value, 40)) + "\"");
    }
  }

  void check_style(std::size_t begin, std::string_view style) {
    const std::string plain = squeezed(style);
    const std::string_view rule = outer_style(plain);
    if (!rule.empty()) {
      report(begin, begin + style.size(), rule);
    } else if (plain.find('\\') != std::string::npos) {
      report(begin, begin + style.size(), "\\");
    }
  }

  static std::string_view utf8_prefix(std::string_view text, std::size_t bytes) {
    bytes = std::min(bytes, text.size());
    while (bytes < text.size() && bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80U) --bytes;
    return text.substr(0, bytes);
  }

  std::string_view text_;
  source::FileId file_;
  diagnostic::Sink& sink_;
  std::size_t at_ = 0;
  std::size_t found_ = 0;
  bool in_style_ = false;
};

}  // namespace

void check_drawing_source(std::string_view text, source::FileId file, diagnostic::Sink& sink) {
  DrawingScan(text, file, sink).run();
}

}  // namespace shirube::check
