#include "model/sheet_name.h"

#include <string_view>

#include "source/unicode.h"

namespace shirube::model {

namespace {

// Japanese Excel refuses the wide ones too: ＼ ￥ ／ ： ＊ ？ ［ ］, small ﹕ ﹖ ﹡ ﹨, and every apostrophe but the plain one.
bool is_bad(std::string_view sign, char32_t point) {
  if (point < 0x20 || point == 0x7F) return true;
  const std::string plain = source::to_nfkc(std::string(sign));
  for (const char* bad : {"[", "]", ":", "*", "?", "/", "\\", "¥"}) {
    if (plain == bad) return true;
  }
  return (plain == "'" && sign != "'") || sign == "’";
}

}  // namespace

std::string find_bad_sign(const std::string& name) {
  for (std::size_t i = 0; i < name.size();) {
    const auto point = source::code_point_at(name, i);
    const std::string_view sign = std::string_view(name).substr(i, point.size);
    if (is_bad(sign, point.value)) return std::string(sign);
    i += point.size;
  }
  return {};
}

bool is_sheet_name(const std::string& name) {
  if (name.empty() || source::utf16_length(name) > 31 || !find_bad_sign(name).empty()) return false;
  if (name.front() == '\'' || name.back() == '\'') return false;
  const std::string folded = folded_sheet_name(name);
  return folded.find_first_not_of(' ') != std::string::npos && folded != "history" && folded != "履歴";
}

std::string folded_sheet_name(const std::string& name) {
  return source::fold_case(source::to_nfkc(name));
}

}  // namespace shirube::model
