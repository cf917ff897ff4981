#include "expression/token.h"

#include <array>
#include <charconv>
#include <utility>

#include "source/format.h"
#include "source/unicode.h"

namespace shirube::expression {

namespace {

using diagnostic::Kind;
using source::CodePoint;

constexpr std::size_t most_digits = 15;    // Excel silently drops the rest
constexpr std::size_t longest_text = 255;  // Excel refuses a file with a longer text in a formula

constexpr std::array<std::string_view, 15> signs = {"<>", "<=", ">=", "+", "-", "*", "/", "^",
                                                    "&",  "%",  "(",  ")", ",", "=", "<"};

struct Foreign {
  std::string_view written;
  std::string_view meant;
};
// Characters of other notations and of Japanese input methods. NFKC finds full-width ASCII; longer ones come first.
constexpr Foreign foreign_signs[] = {
    {"==", "="}, {"!=", "<>"}, {"=<", "<="}, {"=>", ">="}, {"**", "^"}, {";", ","},     {"×", "*"},     {"✕", "*"},
    {"÷", "/"},  {"−", "-"},   {"–", "-"},   {"—", "-"},   {"―", "-"},  {"、", ","},    {"，", ","},    {"；", ","},
    {"≦", "<="}, {"≤", "<="},  {"≧", ">="},  {"≥", ">="},  {"≠", "<>"}, {"＜＝", "<="}, {"＞＝", ">="}, {"＜＞", "<>"},
    {"〈", "<"}, {"〉", ">"},  {"［", "("},  {"］", ")"},  {"〔", "("}, {"〕", ")"},    {"【", "("},    {"】", ")"},
    {"[", "("},  {"]", ")"},   {"{", "("},   {"}", ")"},   {"｛", "("}, {"｝", ")"}};
// What opens a text by mistake, with what closes it.
constexpr std::pair<std::string_view, std::string_view> foreign_quotes[] = {
    {"＂", "＂"}, {"“", "”"}, {"”", "”"}, {"「", "」"}, {"『", "』"}, {"'", "'"}, {"’", "’"}, {"‘", "’"}};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_mark(char32_t c) {
  return (c >= 0x300 && c <= 0x36F) || c == 0x3099 || c == 0x309A;
}

class Tokenizer {
 public:
  Tokenizer(std::string_view text, source::FileId file, std::uint32_t offset, diagnostic::Sink& sink)
      : text_(text), file_(file), offset_(offset), sink_(sink) {}

  std::vector<Token> run() {
    while (next()) {
    }
    tokens_.push_back({TokenKind::end, "", 0, range(text_.size(), text_.size())});
    return std::move(tokens_);
  }

 private:
  source::SourceRange range(std::size_t begin, std::size_t end) const {
    return {file_, offset_ + static_cast<std::uint32_t>(begin), offset_ + static_cast<std::uint32_t>(end)};
  }
  std::string_view rest() const { return text_.substr(at_); }
  std::string_view spelling(std::size_t begin) const { return text_.substr(begin, at_ - begin); }

  void add(TokenKind kind, std::size_t begin, std::string value, double number = 0) {
    tokens_.push_back({kind, std::move(value), number, range(begin, at_)});
  }

  bool starts_name(CodePoint c) const {
    return c.value == '_' || (source::is_letter_or_digit(c.value) && !is_any_digit(c.value));
  }
  static bool is_any_digit(char32_t c) { return (c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19); }
  static bool continues_name(char32_t c) { return c == '_' || source::is_letter_or_digit(c) || is_mark(c); }

  bool next() {
    while (at_ < text_.size() &&
           (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\n' || text_[at_] == '\r')) {
      ++at_;
    }
    if (at_ == text_.size()) return false;
    const CodePoint c = source::code_point_at(text_, at_);
    if (c.value == '"') return take_text("\"", "\"");
    if (is_digit(text_[at_]) || (text_[at_] == '.' && at_ + 1 < text_.size() && is_digit(text_[at_ + 1]))) {
      return take_number();
    }
    if (starts_name(c)) return take_name();
    for (const auto& [open, close] : foreign_quotes) {
      if (rest().starts_with(open)) return take_text(open, close);
    }
    for (const Foreign& foreign : foreign_signs) {
      if (rest().starts_with(foreign.written)) return take_foreign(foreign.written, foreign.meant);
    }
    for (const std::string_view sign : signs) {
      if (rest().starts_with(sign)) return take_sign(sign);
    }
    if (text_[at_] == '>') return take_sign(">");
    return take_full_width(c);
  }

  bool take_sign(std::string_view sign) {
    const std::size_t begin = at_;
    at_ += sign.size();
    add(TokenKind::sign, begin, std::string(sign));
    return true;
  }

  bool take_foreign(std::string_view written, std::string_view meant) {
    const std::size_t begin = at_;
    at_ += written.size();
    sink_.report(Kind::formula_foreign_sign, range(begin, at_), {std::string(written), std::string(meant)});
    add(TokenKind::sign, begin, std::string(meant));
    return true;
  }

  bool take_full_width(CodePoint c) {
    const std::size_t begin = at_;
    if (c.value == 0x3000 || c.value == 0xA0) {  // spaces that look like one but are not
      at_ += c.size;
      sink_.report(Kind::formula_wide_blank, range(begin, at_));
      return true;
    }
    if (is_any_digit(c.value)) {
      std::string meant;
      while (at_ < text_.size()) {
        const CodePoint digit = source::code_point_at(text_, at_);
        const std::string narrow = source::to_nfkc(text_.substr(at_, digit.size));
        if (narrow.size() != 1 || (!is_digit(narrow[0]) && narrow[0] != '.')) break;
        meant += narrow;
        at_ += digit.size;
      }
      sink_.report(Kind::formula_foreign_sign, range(begin, at_), {std::string(spelling(begin)), meant});
      double number = 0;
      std::from_chars(meant.data(), meant.data() + meant.size(), number);
      add(TokenKind::number, begin, meant, number);
      return true;
    }
    const std::string narrow = source::to_nfkc(text_.substr(at_, c.size));
    for (const std::string_view sign : signs) {
      if (narrow == sign || narrow == ">") return take_foreign(text_.substr(at_, c.size), narrow);
    }
    at_ += c.size;
    sink_.report(Kind::formula_unexpected_sign, range(begin, at_), {std::string(spelling(begin))});
    add(TokenKind::wrong, begin, "");
    return false;
  }

  bool take_name() {
    const std::size_t begin = at_;
    while (at_ < text_.size()) {
      const CodePoint c = source::code_point_at(text_, at_);
      const bool inner_dot = c.value == '.' && continues_name(source::code_point_at(text_, at_ + 1).value);
      if (!inner_dot && !continues_name(c.value)) break;
      at_ += c.size;
    }
    add(TokenKind::name, begin, source::to_nfc(spelling(begin)));
    return true;
  }

  void skip_digits() {
    while (at_ < text_.size() && is_digit(text_[at_])) ++at_;
  }

  bool take_number() {
    const std::size_t begin = at_;
    skip_digits();
    if (at_ < text_.size() && text_[at_] == '.') {
      ++at_;
      skip_digits();
    }
    const std::size_t mantissa_end = at_;
    if (at_ < text_.size() && (text_[at_] == 'e' || text_[at_] == 'E')) {
      ++at_;
      if (at_ < text_.size() && (text_[at_] == '+' || text_[at_] == '-')) ++at_;
      skip_digits();
    }
    const std::string_view digits = spelling(begin);
    double number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    const bool whole = error == std::errc() && end == digits.data() + digits.size();
    bool tail = false;
    while (at_ < text_.size()) {  // 12abc, 90日, 1.2.3, 1_000
      const CodePoint c = source::code_point_at(text_, at_);
      if (c.value != '.' && !continues_name(c.value)) break;
      at_ += c.size;
      tail = true;
    }
    if (!whole || tail) {
      sink_.report(Kind::formula_bad_number, range(begin, at_), {std::string(spelling(begin))});
      number = 0;
    } else if (const std::size_t count = significant_digits(text_.substr(begin, mantissa_end - begin));
               count > most_digits) {
      sink_.report(Kind::formula_digits, range(begin, at_), {std::to_string(count), std::to_string(most_digits)});
    }
    add(TokenKind::number, begin, std::string(digits), number);
    return true;
  }

  static std::size_t significant_digits(std::string_view mantissa) {
    std::size_t count = 0;
    std::size_t zeros = 0;
    for (const char c : mantissa) {
      if (!is_digit(c)) continue;
      if (c == '0') {
        ++zeros;
        continue;
      }
      count += (count > 0 ? zeros : 0) + 1;
      zeros = 0;
    }
    return count;
  }

  bool take_text(std::string_view open, std::string_view close) {
    const std::size_t begin = at_;
    at_ += open.size();
    std::string value;
    while (true) {
      const std::size_t found = text_.find(close, at_);
      if (found == std::string_view::npos) {
        at_ = text_.size();
        sink_.report(Kind::formula_unclosed_text, range(begin, begin + open.size()), {std::string(open)});
        add(TokenKind::wrong, begin, "");
        return false;
      }
      value += text_.substr(at_, found - at_);
      at_ = found + close.size();
      if (open != "\"" || !rest().starts_with('"')) break;
      value += '"';
      ++at_;
    }
    if (open != "\"") {
      sink_.report(Kind::formula_foreign_sign, range(begin, at_),
                   {std::string(spelling(begin)), source::format("\"{}\"", value)});
    }
    if (const std::size_t length = source::utf16_length(value); length > longest_text) {
      sink_.report(Kind::formula_long_text, range(begin, at_), {std::to_string(length), std::to_string(longest_text)});
    }
    add(TokenKind::text, begin, std::move(value));
    return true;
  }

  std::string_view text_;
  source::FileId file_;
  std::uint32_t offset_;
  diagnostic::Sink& sink_;
  std::size_t at_ = 0;
  std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> tokenize(std::string_view text, source::FileId file, std::uint32_t offset, diagnostic::Sink& sink) {
  return Tokenizer(text, file, offset, sink).run();
}

}  // namespace shirube::expression
