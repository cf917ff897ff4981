#include "expression/number_format.h"

#include <algorithm>
#include <cmath>

#include "expression/decimal.h"
#include "source/unicode.h"

namespace shirube::expression {

namespace {

using diagnostic::Kind;
using Section = NumberFormat::Section;

constexpr std::size_t longest_format = 255;  // Excel's limit, in UTF-16 units
constexpr int most_digits = 15;              // of either part; no number has more that mean anything

// Full-width forms of characters that mean something here: they would be taken as text, which nobody intends.
bool is_full_width_sign(char32_t c) {
  return (c >= U'０' && c <= U'９') || c == U'＃' || c == U'，' || c == U'．' || c == U'％' || c == U'；' ||
         c == U'”' || c == U'“' || c == U'＂' || c == U'　';
}

class Parser {
 public:
  Parser(std::string_view text, source::FileId file, std::uint32_t offset, diagnostic::Sink& sink)
      : text_(text), file_(file), offset_(offset), sink_(sink) {}

  std::optional<NumberFormat> run() {
    if (text_.empty()) {
      fault(Kind::number_format_empty, 0, 0);
    } else if (const std::size_t length = source::utf16_length(text_); length > longest_format) {
      fault(Kind::number_format_long, 0, text_.size(), {std::to_string(length), std::to_string(longest_format)});
    } else {
      while (!wrong_ && section()) {
      }
    }
    if (wrong_) return std::nullopt;
    format_.notation = std::string(text_);
    return std::move(format_);
  }

 private:
  enum class Part { before, whole, decimals, after };

  void fault(Kind kind, std::size_t begin, std::size_t length, std::vector<std::string> arguments = {}) {
    wrong_ = true;
    const std::uint32_t at = offset_ + static_cast<std::uint32_t>(begin);
    sink_.report(kind, {file_, at, at + static_cast<std::uint32_t>(length)}, std::move(arguments));
  }

  // Whether another one follows.
  bool section() {
    if (format_.sections.size() == 3) {
      fault(Kind::number_format_sections, at_ - 1, 1);
      return false;
    }
    format_.sections.emplace_back();
    part_ = Part::before;
    percent_ = false;
    commas_ = 0;
    const std::size_t begin = at_;
    while (!wrong_ && at_ < text_.size() && text_[at_] != ';') step(format_.sections.back());
    if (wrong_) return false;
    finish(format_.sections.back(), begin);
    if (at_ == text_.size()) return false;
    ++at_;
    return true;
  }

  void step(Section& section) {
    const char c = text_[at_];
    if (c == '0' || c == '#') {
      placeholder(section, c);
    } else if (c == ',') {
      if (part_ != Part::whole && part_ != Part::decimals) return fault(Kind::number_format_order, at_, 1, {","});
      ++commas_;
      ++at_;
    } else if (c == '.') {
      if (part_ != Part::whole) return fault(Kind::number_format_order, at_, 1, {"."});
      settle_commas(section, true);
      part_ = Part::decimals;
      point_at_ = at_;
      ++at_;
    } else if (c == '"') {
      const std::size_t close = text_.find('"', at_ + 1);
      if (close == std::string_view::npos) return fault(Kind::number_format_unclosed, at_, text_.size() - at_);
      literal(section, at_ + 1, close);
      at_ = close + 1;
    } else if (c == '\\') {
      const std::size_t begin = ++at_;
      if (at_ == text_.size()) return fault(Kind::number_format_unclosed, at_ - 1, 1);
      next_character();
      literal(section, begin, at_);
    } else {
      plain(section, c);
    }
  }

  void plain(Section& section, char c) {
    const std::size_t begin = at_;
    const char32_t code = next_character();
    const std::string written(text_.substr(begin, at_ - begin));
    if (is_full_width_sign(code)) return fault(Kind::number_format_width, begin, at_ - begin, {written});
    const bool stands_for_itself = code >= 0x80 || std::string_view("+-(): ").find(c) != std::string_view::npos;
    if (c == '%') {
      if (percent_) return fault(Kind::number_format_order, begin, 1, {written});
      percent_ = true;
      section.shift += 2;
    } else if (!stands_for_itself) {
      return fault(Kind::number_format_character, begin, at_ - begin, {written});
    }
    literal(section, begin, at_);
  }

  void placeholder(Section& section, char c) {
    if (part_ == Part::before) part_ = Part::whole;
    // `0#` and digits in two places have a meaning in Excel that nobody wants.
    const bool decimals = part_ == Part::decimals;
    const bool late_zero = decimals && c == '0' && section.most_decimals > section.least_decimals;
    const bool early_hash = c == '#' && (decimals ? section.least_decimals == 0 : section.least_whole > 0);
    if (part_ == Part::after || late_zero || early_hash || (decimals && commas_ > 0))
      return fault(Kind::number_format_order, at_, 1, {std::string(1, c)});
    if (commas_ > 0) section.grouped = true;
    commas_ = 0;
    if (decimals) {
      ++section.most_decimals;
      section.least_decimals += c == '0' ? 1 : 0;
    } else {
      section.least_whole += c == '0' ? 1 : 0;
    }
    section.digits = true;
    if (std::max(section.most_decimals, section.least_whole) > most_digits)
      return fault(Kind::number_format_digits, at_, 1, {std::to_string(most_digits)});
    ++at_;
  }

  void settle_commas(Section& section, bool point_follows) {
    section.shift -= 3 * commas_;
    commas_ = 0;
    // A point without digits after it.
    if (!point_follows && part_ == Part::decimals && section.most_decimals == 0)
      fault(Kind::number_format_order, point_at_, 1, {"."});
  }

  void literal(Section& section, std::size_t begin, std::size_t end) {
    if (part_ != Part::before && part_ != Part::after) {
      settle_commas(section, false);
      part_ = Part::after;
    }
    (part_ == Part::before ? section.before : section.after) += text_.substr(begin, end - begin);
  }

  void finish(Section& section, std::size_t begin) {
    if (part_ != Part::before && part_ != Part::after) settle_commas(section, false);
    const std::size_t number = format_.sections.size();
    // The first section shows the number itself; a negative number is never hidden. Zero may be.
    const bool shows_enough = section.digits || number == 3 || (number == 2 && !section.before.empty());
    if (!wrong_ && !shows_enough) fault(Kind::number_format_no_digits, begin, at_ - begin);
  }

  char32_t next_character() {
    const auto [value, size] = source::code_point_at(text_, at_);
    at_ += size;
    return value;
  }

  std::string_view text_;
  source::FileId file_;
  std::uint32_t offset_;
  diagnostic::Sink& sink_;
  NumberFormat format_;
  std::size_t at_ = 0;
  Part part_ = Part::before;
  std::size_t point_at_ = 0;
  bool percent_ = false;
  int commas_ = 0;  // not yet known to group or to scale
  bool wrong_ = false;
};

// The digits before and after the point, rounded as the section says.
struct Digits {
  std::string whole;
  std::string decimals;
  bool zero = true;
};

Digits digits_of(const Section& section, double magnitude) {
  const Decimal decimal = round_digits(to_decimal(magnitude), section.shift, section.most_decimals);
  Digits result;
  result.zero = decimal.digits.empty();
  const auto digit = [&](int place) {  // 0 is the first one after the point
    const int index = place + decimal.point;
    return index >= 0 && index < static_cast<int>(decimal.digits.size())
               ? decimal.digits[static_cast<std::size_t>(index)]
               : '0';
  };
  for (int place = -std::max(decimal.point, section.least_whole); place < 0; ++place) result.whole += digit(place);
  for (int place = 0; place < section.most_decimals; ++place) result.decimals += digit(place);
  while (static_cast<int>(result.decimals.size()) > section.least_decimals && result.decimals.back() == '0')
    result.decimals.pop_back();
  return result;
}

}  // namespace

std::optional<NumberFormat> parse_number_format(std::string_view text, source::FileId file, std::uint32_t offset,
                                                diagnostic::Sink& sink) {
  return Parser(text, file, offset, sink).run();
}

std::optional<NumberFormat> parse_number_format(std::string_view text) {
  diagnostic::Sink sink;
  return parse_number_format(text, {}, 0, sink);
}

std::string format_number(const NumberFormat& format, double number) {
  if (!std::isfinite(number)) return "—";
  const std::size_t count = format.sections.size();
  const std::size_t chosen = number < 0 && count > 1 ? 1 : number == 0 && count > 2 ? 2 : 0;
  const Section& section = format.sections[chosen];
  std::string text;
  bool zero = false;
  if (section.digits) {
    const Digits digits = digits_of(section, std::fabs(number));
    zero = digits.zero;
    for (std::size_t i = 0; i < digits.whole.size(); ++i) {
      if (section.grouped && i > 0 && (digits.whole.size() - i) % 3 == 0) text += ',';
      text += digits.whole[i];
    }
    if (!digits.decimals.empty()) text += '.' + digits.decimals;
  }
  const std::string sign = number < 0 && count == 1 && !zero ? "-" : "";
  return sign + section.before + text + section.after;
}

}  // namespace shirube::expression
