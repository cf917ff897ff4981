#include "expression/to_excel.h"

#include "expression/decimal.h"
#include "expression/excel_text.h"
#include "expression/functions.h"

namespace shirube::expression {

namespace {

// How tightly Excel binds, from loose to tight. Its sign before a number binds tighter than `%` and `^`.
enum Level { comparison = 1, concatenation, addition, multiplication, power, percent, sign, primary };

struct Spelling {
  std::string_view text;
  Level level;
};

Spelling spelling_of(BinaryOperator op) {
  switch (op) {
    case BinaryOperator::add:
      return {"+", addition};
    case BinaryOperator::subtract:
      return {"-", addition};
    case BinaryOperator::multiply:
      return {"*", multiplication};
    case BinaryOperator::divide:
      return {"/", multiplication};
    case BinaryOperator::power:
      return {"^", power};
    case BinaryOperator::concatenate:
      return {"&", concatenation};
    case BinaryOperator::equal:
      return {"=", comparison};
    case BinaryOperator::not_equal:
      return {"<>", comparison};
    case BinaryOperator::less:
      return {"<", comparison};
    case BinaryOperator::less_equal:
      return {"<=", comparison};
    case BinaryOperator::greater:
      return {">", comparison};
    case BinaryOperator::greater_equal:
      return {">=", comparison};
  }
  return {"", primary};
}

class Writer {
 public:
  explicit Writer(const CellNames& cells) : cells_(cells) {}

  std::string finish() && { return std::move(out_); }

  // Brackets what binds more loosely than `least`.
  void write(const Node& node, Level least) {
    std::visit([&](const auto& value) { put(value, least); }, node.value);
  }

 private:
  void put(const Number& number, Level) {
    out_ += number.spelling.empty() ? number_to_text(number.value) : number.spelling;
  }
  void put(const Text& text, Level) { out_ += text_literal(text.value); }
  void put(const Boolean& boolean, Level) { out_ += boolean.value ? "TRUE" : "FALSE"; }
  void put(const Name& name, Level) { out_ += cells_(name.name); }
  void put(const Unary& unary, Level least) {
    if (unary.op == UnaryOperator::percent) {
      open(percent, least);
      write(*unary.operand, percent);
      out_ += '%';
      close(percent, least);
    } else {
      open(sign, least);
      out_ += unary.op == UnaryOperator::minus ? '-' : '+';
      write(*unary.operand, sign);
      close(sign, least);
    }
  }
  // Every operator groups to the left, `^` too.
  void put(const Binary& binary, Level least) {
    const Spelling spelling = spelling_of(binary.op);
    open(spelling.level, least);
    write(*binary.left, spelling.level);
    out_ += spelling.text;
    write(*binary.right, static_cast<Level>(spelling.level + 1));
    close(spelling.level, least);
  }
  void put(const Call& call, Level) {
    const Function* row = find_function(call.function);
    if (row != nullptr && row->excel.find('{') != std::string_view::npos) return put_in_full(*row, call);
    out_ += row == nullptr ? std::string_view(call.function) : row->excel;
    out_ += '(';
    for (std::size_t i = 0; i < call.arguments.size(); ++i) {
      if (i > 0) out_ += ',';
      write(*call.arguments[i], comparison);
    }
    out_ += ')';
  }

  void put_in_full(const Function& row, const Call& call) {
    std::vector<std::string> arguments;
    for (const auto& argument : call.arguments) {
      Writer writer(cells_);
      writer.write(*argument, primary);
      arguments.push_back(std::move(writer).finish());
    }
    out_ += excel_call(row.name, arguments);
  }

  void open(Level own, Level least) {
    if (own < least) out_ += '(';
  }
  void close(Level own, Level least) {
    if (own < least) out_ += ')';
  }

  const CellNames& cells_;
  std::string out_;
};

}  // namespace

std::string excel_call(std::string_view function, const std::vector<std::string>& arguments) {
  const std::string_view pattern = find_function(function)->excel;
  std::string text;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] != '{') {
      text += pattern[i];
      continue;
    }
    text += arguments[static_cast<std::size_t>(pattern[i + 1] - '0')];
    i += 2;  // the digit and the bracket
  }
  return text;
}

std::string to_excel(const Expression& expression, const CellNames& cells) {
  Writer writer(cells);
  writer.write(expression.root(), comparison);
  return std::move(writer).finish();
}

}  // namespace shirube::expression
