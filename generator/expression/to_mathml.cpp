#include "expression/to_mathml.h"

#include "expression/functions.h"
#include "expression/to_excel.h"
#include "source/format.h"

namespace shirube::expression {

namespace {

// How tightly readers bind, from loose to tight. Other than Excel's, their minus before a power is loose: Excel's -2^2
// is (−2)² here.
enum Level {
  cases = 1,
  comparison,
  concatenation,
  disjunction,
  conjunction,
  addition,
  multiplication,
  sign,
  fraction,
  power,
  primary
};

struct Sign {
  std::string_view markup;
  Level level;
};

// Divide and power have no symbol: they are a fraction and a superscript.
Sign sign_of(BinaryOperator op) {
  switch (op) {
    case BinaryOperator::add:
      return {"+", addition};
    case BinaryOperator::subtract:
      return {"−", addition};
    case BinaryOperator::multiply:
      return {"×", multiplication};
    case BinaryOperator::divide:
      return {"", fraction};
    case BinaryOperator::power:
      return {"", power};
    case BinaryOperator::concatenate:
      return {"&amp;", concatenation};
    case BinaryOperator::equal:
      return {"=", comparison};
    case BinaryOperator::not_equal:
      return {"≠", comparison};
    case BinaryOperator::less:
      return {"&lt;", comparison};
    case BinaryOperator::less_equal:
      return {"≤", comparison};
    case BinaryOperator::greater:
      return {"&gt;", comparison};
    case BinaryOperator::greater_equal:
      return {"≥", comparison};
  }
  return {"", primary};
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        // XML has no place for the other control characters, not even escaped.
        if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t') out += c;
    }
  }
  return out;
}

// Where a node is: a sign needs brackets after an operator, a × (−b), but not in front.
struct Place {
  Level least;
  bool leading;
};
constexpr Place free_place = {cases, true};

class Writer {
 public:
  Writer(const NameLabels& labels, std::string_view otherwise) : labels_(labels), otherwise_(otherwise) {}

  std::string finish() && { return std::move(out_); }

  // Exactly one element.
  void write(const Node& node, Place place) {
    std::visit([&](const auto& value) { put(value, place); }, node.value);
  }

 private:
  void put(const Number& number, Place) { token("mn", number.spelling); }
  void put(const Text& text, Place) { token("mtext", source::format("“{}”", text.value)); }
  void put(const Boolean& boolean, Place) { token("mi", boolean.value ? "TRUE" : "FALSE"); }
  // Not <mtext>: an operator between texts alone loses its room. A lone letter would be set in italics.
  void put(const Name& name, Place) {
    out_ += source::format("<mi mathvariant=\"normal\">{}</mi>", escaped(labels_(name.name)));
  }

  void put(const Unary& unary, Place place) {
    if (unary.op != UnaryOperator::percent) {
      return signed_value(unary.op, *unary.operand, false, place);
    }
    // (−5)% is −(5%), and that is how it is written.
    const Unary* inner = std::get_if<Unary>(&unary.operand->value);
    if (inner != nullptr && inner->op != UnaryOperator::percent) {
      return signed_value(inner->op, *inner->operand, true, place);
    }
    percent(*unary.operand);
  }

  void signed_value(UnaryOperator op, const Node& operand, bool hundredth, Place place) {
    const bool brackets = sign < place.least || !place.leading;
    open(brackets);
    out_ += source::format("<mrow><mo form=\"prefix\">{}</mo>", op == UnaryOperator::minus ? "−" : "+");
    if (hundredth) {
      percent(operand);
    } else {
      write(operand, {fraction, false});
    }
    out_ += "</mrow>";
    close(brackets);
  }

  void percent(const Node& operand) {
    out_ += "<mrow>";
    write(operand, {primary, false});
    out_ += "<mo form=\"postfix\">%</mo></mrow>";
  }

  void put(const Binary& binary, Place place) {
    const Sign sign = sign_of(binary.op);
    const bool brackets = sign.level < place.least;
    open(brackets);
    if (binary.op == BinaryOperator::divide) {
      pair("mfrac", *binary.left, free_place, *binary.right);
    } else if (binary.op == BinaryOperator::power) {
      pair("msup", *binary.left, {primary, false}, *binary.right);
    } else {
      out_ += "<mrow>";
      chain(binary, place.leading || brackets);
      out_ += "</mrow>";
    }
    close(brackets);
  }

  // What is as tight goes on in the same row: a − b + c.
  void chain(const Binary& binary, bool leading) {
    const Sign sign = sign_of(binary.op);
    const Binary* left = std::get_if<Binary>(&binary.left->value);
    // A chain of comparisons would read as all of them at once.
    const bool compares = sign.level == comparison;
    if (!compares && left != nullptr && sign_of(left->op).level == sign.level) {
      chain(*left, leading);
    } else {
      write(*binary.left, {compares ? concatenation : sign.level, leading});
    }
    out_ += source::format("<mo>{}</mo>", sign.markup);
    write(*binary.right, {static_cast<Level>(sign.level + 1), false});
  }

  void put(const Call& call, Place place) {
    const Function* row = find_function(call.function);
    const MathShape shape = row == nullptr ? MathShape::call : row->mathml;
    switch (shape) {
      case MathShape::call:
        return named(row == nullptr ? call.function : std::string(row->name), call);
      case MathShape::cases:
        return distinction(call, place);
      case MathShape::root:
        out_ += "<msqrt>";
        write(*call.arguments[0], free_place);
        out_ += "</msqrt>";
        return;
      case MathShape::absolute:
        return enclosed("|", *call.arguments[0], "|");
      case MathShape::floor:
        return enclosed("⌊", *call.arguments[0], "⌋");
      case MathShape::exponential:
        out_ += "<msup><mi>e</mi>";
        write(*call.arguments[0], free_place);
        out_ += "</msup>";
        return;
      case MathShape::negation:
        out_ += "<mrow><mo form=\"prefix\">¬</mo>";
        write(*call.arguments[0], {primary, false});
        out_ += "</mrow>";
        return;
      case MathShape::conjunction:
        return joined("∧", conjunction, call, place);
      case MathShape::disjunction:
        return joined("∨", disjunction, call, place);
    }
  }

  void named(const std::string& name, const Call& call) {
    out_ += "<mrow>";
    token("mi", name);
    out_ += "<mo>&#x2061;</mo><mrow><mo form=\"prefix\" stretchy=\"false\">(</mo>";
    for (std::size_t i = 0; i < call.arguments.size(); ++i) {
      if (i > 0) out_ += "<mo separator=\"true\">,</mo>";
      write(*call.arguments[i], free_place);
    }
    out_ += "<mo form=\"postfix\" stretchy=\"false\">)</mo></mrow></mrow>";
  }

  // IF within the last argument of IF goes on in the same table.
  void distinction(const Call& call, Place place) {
    const bool brackets = cases < place.least;
    open(brackets);
    out_ += "<mrow><mo form=\"prefix\" stretchy=\"true\">{</mo><mtable>";
    const Call* current = &call;
    while (true) {
      case_row(*current->arguments[1], current->arguments[0].get());
      if (current->arguments.size() < 3) {
        out_ += source::format("<mtr><mtd><mi>FALSE</mi></mtd><mtd><mtext>{}</mtext></mtd></mtr>", escaped(otherwise_));
        break;
      }
      const Node& last = *current->arguments[2];
      const Call* next = std::get_if<Call>(&last.value);
      if (next == nullptr || next->function != call.function) {
        case_row(last, nullptr);
        break;
      }
      current = next;
    }
    out_ += "</mtable></mrow>";
    close(brackets);
  }

  void case_row(const Node& value, const Node* condition) {
    out_ += "<mtr><mtd>";
    write(value, {comparison, true});
    out_ += "</mtd><mtd>";
    if (condition == nullptr) {
      token("mtext", otherwise_);
    } else {
      write(*condition, {comparison, true});
    }
    out_ += "</mtd></mtr>";
  }

  void joined(std::string_view sign, Level level, const Call& call, Place place) {
    if (call.arguments.size() == 1) return named(call.function, call);  // a column
    const bool brackets = level < place.least;
    open(brackets);
    out_ += "<mrow>";
    for (std::size_t i = 0; i < call.arguments.size(); ++i) {
      if (i > 0) out_ += source::format("<mo>{}</mo>", sign);
      const bool compared = std::holds_alternative<Binary>(call.arguments[i]->value) &&
                            sign_of(std::get<Binary>(call.arguments[i]->value).op).level == comparison;
      // Readers compare before they join: a > 1 ∧ b > 2 needs no brackets.
      write(*call.arguments[i], {compared ? comparison : static_cast<Level>(level + 1), i == 0 && place.leading});
    }
    out_ += "</mrow>";
    close(brackets);
  }

  void enclosed(std::string_view left, const Node& node, std::string_view right) {
    out_ += source::format("<mrow><mo form=\"prefix\" stretchy=\"true\">{}</mo>", left);
    write(node, free_place);
    out_ += source::format("<mo form=\"postfix\" stretchy=\"true\">{}</mo></mrow>", right);
  }

  void pair(std::string_view element, const Node& first, Place place, const Node& second) {
    out_ += source::format("<{}>", element);
    write(first, place);
    write(second, free_place);
    out_ += source::format("</{}>", element);
  }

  void token(std::string_view element, std::string_view text) {
    out_ += source::format("<{0}>{1}</{0}>", element, escaped(text));
  }

  void open(bool brackets) {
    if (brackets) out_ += "<mrow><mo form=\"prefix\" stretchy=\"true\">(</mo>";
  }
  void close(bool brackets) {
    if (brackets) out_ += "<mo form=\"postfix\" stretchy=\"true\">)</mo></mrow>";
  }

  const NameLabels& labels_;
  std::string_view otherwise_;
  std::string out_;
};

}  // namespace

std::string to_mathml(const Expression& expression, const NameLabels& labels, std::string_view otherwise) {
  Writer writer(labels, otherwise);
  writer.write(expression.root(), free_place);
  return source::format("<math alttext=\"{}\" displaystyle=\"true\">{}</math>", escaped(to_excel(expression, labels)),
                        std::move(writer).finish());
}

}  // namespace shirube::expression
