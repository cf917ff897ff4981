#include "expression/parse.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

#include "diagnostic/suggestion.h"
#include "expression/functions.h"
#include "expression/token.h"
#include "source/unicode.h"

namespace shirube::expression {

namespace {

using diagnostic::Kind;

constexpr std::size_t longest_formula = 8192;  // characters, as in Excel
constexpr int deepest_nesting = 64;            // brackets and calls, as in Excel
constexpr int highest_tree = 256;              // bounds every recursion over a tree, also along a + b + c + …

struct Operator {
  std::string_view sign;
  BinaryOperator op;
  int level;
};
constexpr int tightest_level = 5;
constexpr Operator operators[] = {
    {"=", BinaryOperator::equal, 1},       {"<>", BinaryOperator::not_equal, 1},
    {"<", BinaryOperator::less, 1},        {"<=", BinaryOperator::less_equal, 1},
    {">", BinaryOperator::greater, 1},     {">=", BinaryOperator::greater_equal, 1},
    {"&", BinaryOperator::concatenate, 2}, {"+", BinaryOperator::add, 3},
    {"-", BinaryOperator::subtract, 3},    {"*", BinaryOperator::multiply, 4},
    {"/", BinaryOperator::divide, 4},      {"^", BinaryOperator::power, 5},
};

std::string upper_case(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return result;
}

struct Parsed {
  std::unique_ptr<Node> node;  // null: an error that has been reported
  int height = 0;

  explicit operator bool() const { return node != nullptr; }
};

class Parser {
 public:
  Parser(std::vector<Token> tokens, diagnostic::Sink& sink) : tokens_(std::move(tokens)), sink_(sink) {}

  std::unique_ptr<Node> run() {
    if (is_sign("=")) {
      fault(Kind::formula_equals_sign, current().range);
      advance();
    }
    if (current().kind == TokenKind::end) {
      fault(Kind::formula_empty, current().range);
      return nullptr;
    }
    Parsed whole = binary(1);
    if (!whole) return nullptr;
    if (current().kind == TokenKind::end) return std::move(whole.node);
    if (current().kind == TokenKind::sign) {
      const Kind kind = is_sign(")") ? Kind::formula_unopened_parenthesis : Kind::formula_unexpected_sign;
      fault(kind, current().range, {current().value});
    } else if (current().kind != TokenKind::wrong) {
      fault(Kind::formula_missing_operator, current().range);
    }
    return nullptr;
  }

 private:
  const Token& current() const { return tokens_[at_]; }
  void advance() {
    if (current().kind != TokenKind::end) ++at_;
  }
  bool is_sign(std::string_view sign) const { return current().kind == TokenKind::sign && current().value == sign; }

  diagnostic::Diagnostic& fault(Kind kind, SourceRange range, std::vector<std::string> arguments = {}) {
    return sink_.report(kind, range, std::move(arguments));
  }

  template <class T>
  Parsed make(SourceRange range, int height, T value) {
    if (height > highest_tree) {
      fault(Kind::formula_long_chain, range, {std::to_string(highest_tree)});
      return {};
    }
    auto node = std::make_unique<Node>();
    node->range = range;
    node->value = std::move(value);
    return {std::move(node), height};
  }

  static SourceRange joined(SourceRange first, SourceRange last) { return {first.file, first.begin, last.end}; }

  Parsed binary(int level) {
    if (level > tightest_level) return percent();
    Parsed left = binary(level + 1);
    while (left) {
      const auto* found = std::find_if(std::begin(operators), std::end(operators), [&](const Operator& candidate) {
        return candidate.level == level && is_sign(candidate.sign);
      });
      if (found == std::end(operators)) break;
      advance();
      Parsed right = binary(level + 1);
      if (!right) return {};
      const SourceRange range = joined(left.node->range, right.node->range);
      const int height = std::max(left.height, right.height) + 1;
      left = make(range, height, Binary{found->op, std::move(left.node), std::move(right.node)});
    }
    return left;
  }

  Parsed percent() {
    Parsed operand = prefix();
    while (operand && is_sign("%")) {
      const SourceRange range = joined(operand.node->range, current().range);
      advance();
      operand = make(range, operand.height + 1, Unary{UnaryOperator::percent, std::move(operand.node)});
    }
    return operand;
  }

  // A loop, not a recursion: any number of signs may be written.
  Parsed prefix() {
    std::vector<std::pair<UnaryOperator, SourceRange>> signs;
    while (is_sign("-") || is_sign("+")) {
      signs.emplace_back(is_sign("-") ? UnaryOperator::minus : UnaryOperator::plus, current().range);
      advance();
    }
    Parsed operand = primary();
    for (auto sign = signs.rbegin(); operand && sign != signs.rend(); ++sign) {
      const SourceRange range = joined(sign->second, operand.node->range);
      operand = make(range, operand.height + 1, Unary{sign->first, std::move(operand.node)});
    }
    return operand;
  }

  Parsed primary() {
    const Token& token = current();
    switch (token.kind) {
      case TokenKind::number:
        advance();
        return make(token.range, 1, Number{token.number, token.value});
      case TokenKind::text:
        advance();
        return make(token.range, 1, Text{token.value});
      case TokenKind::name:
        return name();
      case TokenKind::sign:
        if (token.value == "(") return bracketed();
        fault(Kind::formula_unexpected_sign, token.range, {token.value});
        return {};
      case TokenKind::wrong:
        return {};
      case TokenKind::end:
        fault(Kind::formula_unexpected_end, token.range);
        return {};
    }
    return {};
  }

  bool enter(SourceRange range) {
    if (nesting_ == deepest_nesting) {
      fault(Kind::formula_too_deep, range, {std::to_string(deepest_nesting)});
      return false;
    }
    ++nesting_;
    return true;
  }

  bool close(SourceRange opened) {
    --nesting_;
    if (is_sign(")")) return true;
    if (current().kind == TokenKind::wrong) return false;
    if (current().kind == TokenKind::end) {
      fault(Kind::formula_unclosed_parenthesis, opened);
    } else if (current().kind == TokenKind::sign) {
      fault(Kind::formula_unexpected_sign, current().range, {current().value});
    } else {
      fault(Kind::formula_missing_operator, current().range);
    }
    return false;
  }

  Parsed bracketed() {
    const SourceRange open = current().range;
    if (!enter(open)) return {};
    advance();
    if (is_sign(")")) {
      fault(Kind::formula_unexpected_sign, current().range, {")"});
      return {};
    }
    if (current().kind == TokenKind::end) {
      fault(Kind::formula_unclosed_parenthesis, open);
      return {};
    }
    Parsed inner = binary(1);
    if (!inner || !close(open)) return {};
    inner.node->range = joined(open, current().range);
    advance();
    return inner;
  }

  Parsed name() {
    const Token& token = current();
    advance();
    const std::string upper = upper_case(token.value);
    if (is_sign("(")) return call(token, upper);
    if (upper == "TRUE" || upper == "FALSE") return make(token.range, 1, Boolean{upper == "TRUE"});
    return make(token.range, 1, Name{token.value});
  }

  Parsed call(const Token& function, const std::string& upper) {
    const SourceRange open = current().range;
    if (!enter(function.range)) return {};
    advance();
    Call call{upper, function.range, {}};
    int height = 0;
    if (current().kind == TokenKind::end) {
      fault(Kind::formula_unclosed_parenthesis, open);
      return {};
    }
    if (!is_sign(")")) {
      while (true) {
        Parsed argument = binary(1);
        if (!argument) return {};
        height = std::max(height, argument.height);
        call.arguments.push_back(std::move(argument.node));
        if (!is_sign(",")) break;
        advance();
      }
    }
    if (!close(open)) return {};
    const SourceRange range = joined(function.range, current().range);
    advance();
    check(call, range, function.value);
    return make(range, height + 1, std::move(call));
  }

  void check(const Call& call, SourceRange range, const std::string& written) {
    const Function* row = find_function(call.function);
    if (row == nullptr) {
      fault(Kind::formula_unknown_function, call.function_range, {written})
          .suggest([&] { return diagnostic::near_miss(call.function, function_names()); });
      return;
    }
    const std::size_t count = call.arguments.size();
    if (count < row->fewest || count > row->most) {
      const std::string expected = row->fewest == row->most
                                       ? std::to_string(row->fewest)
                                       : std::to_string(row->fewest) + "–" + std::to_string(row->most);
      fault(Kind::formula_arguments, range, {std::string(row->name), std::to_string(count), expected});
      return;
    }
    for (std::size_t i = 0; i < count; ++i) {
      if (row->parameter(i) != Parameter::column || std::holds_alternative<Name>(call.arguments[i]->value)) continue;
      fault(Kind::formula_needs_column, call.arguments[i]->range, {std::string(row->name), std::to_string(i + 1)});
    }
  }

  std::vector<Token> tokens_;
  diagnostic::Sink& sink_;
  std::size_t at_ = 0;
  int nesting_ = 0;
};

bool is_too_long(std::string_view text, SourceRange whole, diagnostic::Sink& sink) {
  const std::size_t length = source::utf16_length(text);
  if (length <= longest_formula) return false;
  sink.report(Kind::formula_too_long, whole, {std::to_string(length), std::to_string(longest_formula)});
  return true;
}

}  // namespace

std::optional<Expression> parse(std::string_view text, source::FileId file, std::uint32_t offset,
                                diagnostic::Sink& sink) {
  if (is_too_long(text, {file, offset, offset + static_cast<std::uint32_t>(text.size())}, sink)) return std::nullopt;
  const std::size_t found_before = sink.diagnostics().size();
  std::unique_ptr<Node> root = Parser(tokenize(text, file, offset, sink), sink).run();
  if (root == nullptr || sink.diagnostics().size() != found_before) return std::nullopt;
  return Expression(std::move(root));
}

std::optional<Expression> parse_made(std::string_view text, source::SourceRange whole, diagnostic::Sink& sink) {
  if (is_too_long(text, whole, sink)) return std::nullopt;
  diagnostic::Sink faults;
  std::vector<Token> tokens = tokenize(text, whole.file, 0, faults);
  for (Token& token : tokens) token.range = whole;
  std::unique_ptr<Node> root = Parser(std::move(tokens), faults).run();
  for (const diagnostic::Diagnostic& fault : faults.diagnostics()) {
    sink.report(fault.kind, whole, fault.arguments).suggest(fault.suggestion);
  }
  if (root == nullptr || !faults.empty()) return std::nullopt;
  return Expression(std::move(root));
}

}  // namespace shirube::expression
