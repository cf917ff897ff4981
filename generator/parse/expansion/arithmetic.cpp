#include "parse/expansion/arithmetic.h"

namespace shirube::parse {

namespace {

using diagnostic::Kind;

constexpr std::int64_t greatest = 1'000'000'000;
constexpr int deepest = 20;

class Calculation {
 public:
  Calculation(const TemplateText& text, ExpansionRun& run) : text_(text), run_(run) {}

  std::optional<std::int64_t> result() {
    const auto number = sum();
    skip_blanks();
    if (number && at_ == text_.text.size()) return number;
    return number || !reported_ ? refuse() : std::nullopt;
  }

 private:
  void skip_blanks() {
    while (at_ < text_.text.size() && text_.text[at_] == ' ') ++at_;
  }
  char take(std::string_view signs) {
    skip_blanks();
    if (at_ == text_.text.size() || signs.find(text_.text[at_]) == std::string_view::npos) return 0;
    return text_.text[at_++];
  }
  std::nullopt_t refuse() {
    run_.report(Kind::template_syntax, text_.at(0, text_.text.size()), {"$(" + std::string(text_.text) + ")"});
    reported_ = true;
    return std::nullopt;
  }
  std::optional<std::int64_t> bounded(std::int64_t number) {
    if (number >= -greatest && number <= greatest) return number;
    return refuse();
  }

  std::optional<std::int64_t> sum() {
    auto left = product();
    for (char sign = 0; left && (sign = take("+-")) != 0;) {
      const auto right = product();
      if (!right) return std::nullopt;
      left = bounded(sign == '+' ? *left + *right : *left - *right);
    }
    return left;
  }

  std::optional<std::int64_t> product() {
    auto left = operand();
    for (char sign = 0; left && (sign = take("*/")) != 0;) {
      const auto right = operand();
      if (!right) return std::nullopt;
      if (sign == '/' && *right <= 0) return refuse();
      left = bounded(sign == '*' ? *left * *right : rounded_up(*left, *right));
    }
    return left;
  }

  static std::int64_t rounded_up(std::int64_t number, std::int64_t divisor) {
    return number / divisor + (number % divisor > 0 ? 1 : 0);
  }

  std::optional<std::int64_t> operand() {
    if (take("(") != 0) {
      if (++depth_ > deepest) return refuse();
      const auto inner = sum();
      --depth_;
      if (inner && take(")") == 0) return refuse();
      return inner;
    }
    skip_blanks();
    const std::size_t begin = at_;
    while (at_ < text_.text.size() && text_.text[at_] >= '0' && text_.text[at_] <= '9') ++at_;
    if (at_ > begin) return at_ - begin > 10 ? refuse() : bounded(std::stoll(std::string(text_.text.substr(begin, at_ - begin))));
    return name();
  }

  std::optional<std::int64_t> name() {
    const TemplateText rest = text_.part(at_);
    if (rest.text.empty() || rest.text.front() < 'a' || rest.text.front() > 'z') return refuse();
    const auto path = find_path(rest, IfMissing::report, run_);
    reported_ |= !path;
    if (!path) return std::nullopt;
    const auto number = whole_number(path->value);
    at_ += path->end;
    if (number) return bounded(*number);
    run_.report(Kind::template_no_number, rest.at(0, path->end), {std::string(rest.text.substr(0, path->end))});
    reported_ = true;
    return std::nullopt;
  }

  const TemplateText& text_;
  ExpansionRun& run_;
  std::size_t at_ = 0;
  int depth_ = 0;
  bool reported_ = false;
};

}  // namespace

std::optional<std::int64_t> calculate(const TemplateText& text, ExpansionRun& run) {
  return Calculation(text, run).result();
}

}  // namespace shirube::parse
