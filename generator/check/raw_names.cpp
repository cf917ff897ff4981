#include "check/raw_names.h"

#include <string_view>
#include <type_traits>
#include <variant>

#include "source/unicode.h"

namespace shirube::check {

namespace {

class RawNames {
 public:
  // Recursion is bounded: parse/markdown refuses deeper nesting than its limits.
  void visit(const model::Blocks& blocks) {
    for (const model::Block& block : blocks) std::visit([&](const auto& value) { visit_one(value); }, block.value);
  }
  std::unordered_set<std::string> take() { return std::move(names_); }

 private:
  void visit_inlines(const model::Inlines& inlines) {
    for (const model::Inline& each : inlines) std::visit([&](const auto& value) { visit_one(value); }, each.value);
  }
  template <class Value>
  void visit_one(const Value& value) {
    if constexpr (requires { value.html; }) {
      add(value.html);
    } else if constexpr (std::is_same_v<Value, model::List>) {
      for (const model::ListItem& item : value.items) visit(item.children);
    } else if constexpr (std::is_same_v<Value, model::Table>) {
      for (const model::TableCell& cell : value.header) visit_inlines(cell.children);
      for (const auto& row : value.rows) {
        for (const model::TableCell& cell : row) visit_inlines(cell.children);
      }
    } else if constexpr (requires { visit_inlines(value.children); }) {
      visit_inlines(value.children);
    } else if constexpr (requires { visit(value.children); }) {
      visit(value.children);
    }
  }

  void add(std::string_view html) {
    constexpr std::string_view around = " \t\r\n\"'<>=()?#&;,/\\";
    while (!html.empty()) {
      const std::size_t end = std::min(html.find_first_of(around), html.size());
      if (end > 0) names_.insert(source::to_nfc(decoded(html.substr(0, end))));
      html.remove_prefix(std::min(end + 1, html.size()));
    }
  }

  static std::string decoded(std::string_view text) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
      const auto digit = [&](std::size_t at) {
        constexpr std::string_view digits = "0123456789abcdef0123456789ABCDEF";
        const std::size_t found = at < text.size() ? digits.find(text[at]) : std::string_view::npos;
        return found == std::string_view::npos ? -1 : static_cast<int>(found % 16);
      };
      if (text[i] == '%' && digit(i + 1) >= 0 && digit(i + 2) >= 0) {
        result += static_cast<char>(digit(i + 1) * 16 + digit(i + 2));
        i += 2;
      } else {
        result += text[i];
      }
    }
    return source::find_invalid_utf8(result) ? std::string(text) : result;
  }

  std::unordered_set<std::string> names_;
};

}  // namespace

std::unordered_set<std::string> names_in_raw_html(const model::Site& site) {
  RawNames names;
  for (const model::Page& page : site.pages) {
    names.visit(page.parsed.document.blocks);
    for (const model::Footnote& note : page.parsed.document.footnotes) names.visit(note.children);
  }
  return names.take();
}

}  // namespace shirube::check
