#include "expression/to_javascript.h"

#include "expression/functions.h"
#include "source/format.h"

namespace shirube::expression {

namespace {

// Whether columns are calculated row by row, as below SUMPRODUCT.
enum class Columns { refused, by_row };

// JavaScript has no notion of a blank, of an error that travels or of Excel's equality: every operator is a method, so
// there is no precedence to get wrong.
std::string_view method(BinaryOperator op) {
  switch (op) {
    case BinaryOperator::add:
      return "add";
    case BinaryOperator::subtract:
      return "subtract";
    case BinaryOperator::multiply:
      return "multiply";
    case BinaryOperator::divide:
      return "divide";
    case BinaryOperator::power:
      return "power";
    case BinaryOperator::concatenate:
      return "concatenate";
    case BinaryOperator::equal:
      return "equal";
    case BinaryOperator::not_equal:
      return "notEqual";
    case BinaryOperator::less:
      return "less";
    case BinaryOperator::less_equal:
      return "lessEqual";
    case BinaryOperator::greater:
      return "greater";
    case BinaryOperator::greater_equal:
      return "greaterEqual";
  }
  return "";
}

std::string_view method(UnaryOperator op) {
  switch (op) {
    case UnaryOperator::plus:
      return "plus";
    case UnaryOperator::minus:
      return "minus";
    case UnaryOperator::percent:
      return "percent";
  }
  return "";
}

class Writer {
 public:
  explicit Writer(const VariableNames& variables) : variables_(variables) {}

  std::string finish() && { return std::move(out_); }
  void add(std::string_view text) { out_ += text; }
  void write(const Node& node, Columns columns) {
    std::visit([&](const auto& value) { put(value, columns); }, node.value);
  }

 private:
  // The shortest digits that give the same number; the author's `007` would be octal.
  void put(const Number& number, Columns) { out_ += source::format("{}", number.value); }
  void put(const Text& text, Columns) { out_ += javascript_text(text.value); }
  void put(const Boolean& boolean, Columns) { out_ += boolean.value ? "true" : "false"; }
  void put(const Name& name, Columns) { out_ += variables_(name.name); }
  void put(const Unary& unary, Columns columns) {
    open(method(unary.op), columns);
    write(*unary.operand, columns);
    out_ += ')';
  }
  void put(const Binary& binary, Columns columns) {
    open(method(binary.op), columns);
    write(*binary.left, columns);
    out_ += ", ";
    write(*binary.right, columns);
    out_ += ')';
  }
  void put(const Call& call, Columns columns) {
    const Function* row = find_function(call.function);
    if (row == nullptr) {
      out_ += "F.errors.name";
      return;
    }
    open(row->javascript, row->by_row() ? columns : Columns::refused);
    for (std::size_t i = 0; i < call.arguments.size(); ++i) {
      if (i > 0) out_ += ", ";
      argument(*call.arguments[i], row->parameter(i), row->by_row(), columns);
    }
    out_ += ')';
  }

  void argument(const Node& node, Parameter kind, bool single, Columns columns) {
    if (kind == Parameter::branch) out_ += "() => ";
    const bool cells = !single && std::holds_alternative<Name>(node.value);
    if (cells) out_ += "F.cells(";
    write(node, kind == Parameter::array ? Columns::by_row : columns);
    if (cells) out_ += ')';
  }

  void open(std::string_view name, Columns columns) {
    if (columns == Columns::by_row) {
      out_ += source::format("F.rows(F.{}, ", name);
    } else {
      out_ += source::format("F.{}(", name);
    }
  }

  const VariableNames& variables_;
  std::string out_;
};

}  // namespace

std::string to_javascript(const Expression& expression, const VariableNames& variables) {
  Writer writer(variables);
  writer.add("F.result(");
  writer.write(expression.root(), Columns::refused);
  writer.add(")");
  return std::move(writer).finish();
}

std::string javascript_text(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    const auto code = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (code < 0x20 || c == '<' || c == '>' || c == '&' || code == 0x7F) {
      out += source::format("\\u{:04x}", code);
    } else {
      out += c;
    }
  }
  return out + '"';
}

}  // namespace shirube::expression
