// How long do formulas take, against reading the file they are in?
//
//   formulas make COUNT FILE    COUNT formulas over a tenth as many inputs; the same bytes for the same number
//   formulas run RUNS FILE      medians in milliseconds: read, compile, types, evaluate; then all / read
//
// A line is `name unit = value` or `name unit := formula`.
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "expression/decimal.h"
#include "expression/evaluate.h"
#include "expression/parse.h"
#include "expression/type.h"
#include "source/source_set.h"

using namespace shirube;

namespace {

// Formulas of the kinds that a model has, over two inputs `a`, `b` in 円/月 and the formula before, `p`.
constexpr std::string_view shapes[] = {
    "a + b - p",
    "MAX(0, a - b) * 12%",
    "IF(a > b, a - b, b - a)",
    "ROUND(a * (1 + 5%) ^ 3 - p / 2, 0)",
    "IFERROR(SUM(a, b, p) / 3, 0)",
    "IF(AND(a > 0, b > 0), MIN(a, b), ABS(p))",
};

std::string replaced(std::string_view shape, const std::string& a, const std::string& b, const std::string& p) {
  std::string text;
  for (std::size_t i = 0; i < shape.size(); ++i) {
    const bool alone = (i == 0 || shape[i - 1] == ' ' || shape[i - 1] == '(') &&
                       (i + 1 == shape.size() || std::string_view(" ,)").find(shape[i + 1]) != std::string_view::npos);
    if (alone && shape[i] == 'a') {
      text += a;
    } else if (alone && shape[i] == 'b') {
      text += b;
    } else if (alone && shape[i] == 'p') {
      text += p;
    } else {
      text += shape[i];
    }
  }
  return text;
}

int make(std::size_t count, const char* path) {
  std::ofstream out(path, std::ios::binary);
  const std::size_t inputs = std::max<std::size_t>(count / 10, 1);
  for (std::size_t i = 0; i < inputs; ++i) out << "費目_" << i << " 円/月 = " << (i * 7919) % 100000 << "\n";
  for (std::size_t i = 0; i < count; ++i) {
    const std::string a = "費目_" + std::to_string((i * 31) % inputs);
    const std::string b = "費目_" + std::to_string((i * 17 + 5) % inputs);
    const std::string p = i == 0 ? a : "結果_" + std::to_string(i - 1);
    out << "結果_" << i << " 円/月 := " << replaced(shapes[i % std::size(shapes)], a, b, p) << "\n";
  }
  return out ? 0 : 1;
}

std::string read(const char* path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

struct Line {
  std::string name;
  expression::Unit unit;
  std::optional<expression::Expression> formula;
  double value = 0;
};

class Clock {
 public:
  double milliseconds() {
    const auto now = std::chrono::steady_clock::now();
    const double passed = std::chrono::duration<double, std::milli>(now - last_).count();
    last_ = now;
    return passed;
  }

 private:
  std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
};

std::vector<Line> compile(const std::string& text, source::FileId file, diagnostic::Sink& sink) {
  std::vector<Line> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = text.find('\n', begin);
    const std::size_t unit = text.find(' ', begin) + 1;
    const std::size_t sign = text.find(' ', unit) + 1;
    const std::size_t value = text.find(' ', sign) + 1;
    Line line{text.substr(begin, unit - 1 - begin), {text.substr(unit, sign - 1 - unit)}, {}, 0};
    const std::string_view written = std::string_view(text).substr(value, end - value);
    if (text[sign] == ':') {
      line.formula = expression::parse(written, file, static_cast<std::uint32_t>(value), sink);
    } else {
      line.value = expression::text_to_number(written).value_or(0);
    }
    lines.push_back(std::move(line));
    begin = end + 1;
  }
  return lines;
}

bool check_types(const std::vector<Line>& lines, diagnostic::Sink& sink) {
  std::unordered_map<std::string, expression::TypeOfName> types;
  for (const Line& line : lines) types[line.name] = {expression::number_type(line.unit), {}};
  const expression::TypesOfNames lookup = [&](const std::string& name) {
    const auto found = types.find(name);
    return found == types.end() ? nullptr : &found->second;
  };
  for (const Line& line : lines) {
    if (!line.formula) continue;
    const auto type = expression::infer(*line.formula, lookup, sink);
    if (!type || !expression::check_declared_unit(*line.formula, *type, {line.unit, {}}, lookup, sink)) return false;
  }
  return true;
}

double evaluate(const std::vector<Line>& lines) {
  std::unordered_map<std::string, double> values;
  double sum = 0;
  for (const Line& line : lines) {
    double value = line.value;
    if (line.formula) {
      const expression::Value result = expression::evaluate(*line.formula, [&](const std::string& name) {
        const auto found = values.find(name);
        return found == values.end() ? expression::Value(expression::Error::name) : expression::Value(found->second);
      });
      const double* number = result.get<double>();
      if (number == nullptr) return -1;
      value = *number;
    }
    sum += values[line.name] = value;
  }
  return sum;
}

double median(std::vector<double> times) {
  std::sort(times.begin(), times.end());
  return times[times.size() / 2];
}

int run(std::size_t runs, const char* path) {
  std::vector<double> reading, compiling, typing, evaluating;
  double sum = 0;
  for (std::size_t i = 0; i < runs; ++i) {
    source::SourceSet sources;
    diagnostic::Sink sink;
    Clock clock;
    const std::string text = read(path);
    reading.push_back(clock.milliseconds());
    const source::FileId file = sources.add("formulas", text);
    clock.milliseconds();
    const std::vector<Line> lines = compile(text, file, sink);
    compiling.push_back(clock.milliseconds());
    if (!check_types(lines, sink) || !sink.empty()) return 1;
    typing.push_back(clock.milliseconds());
    sum = evaluate(lines);
    evaluating.push_back(clock.milliseconds());
    if (sum < 0) return 1;
  }
  const double all = median(compiling) + median(typing) + median(evaluating);
  std::printf("%.2f %.2f %.2f %.2f %.1f\n", median(reading), median(compiling), median(typing), median(evaluating),
              all / std::max(median(reading), 0.001));
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) return 2;
  const auto count = static_cast<std::size_t>(std::max(1.0, expression::text_to_number(argv[2]).value_or(1)));
  if (std::string_view(argv[1]) == "make") return make(count, argv[3]);
  return run(count, argv[3]);
}
