#include "expression/case_file.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "expression/decimal.h"

namespace shirube::tests {

using expression::Blank;
using expression::Error;
using expression::List;
using expression::Value;

namespace {

constexpr Error all_errors[] = {Error::divide_by_zero, Error::value,   Error::name,
                                Error::number,         Error::missing, Error::reference};

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

// At `separator` outside of texts and columns.
std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  bool quoted = false;
  int depth = 0;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '"') quoted = !quoted;
    if (quoted) continue;
    if (text[i] == '{') ++depth;
    if (text[i] == '}') --depth;
    if (text[i] != separator || depth > 0) continue;
    parts.push_back(trimmed(text.substr(begin, i - begin)));
    begin = i + 1;
  }
  parts.push_back(trimmed(text.substr(begin)));
  return parts;
}

FormulaCase read_line(std::string_view line) {
  FormulaCase result;
  const std::size_t arrow = line.find(" => ");
  if (arrow == std::string_view::npos) throw std::runtime_error("no ` => `");
  result.formula = std::string(trimmed(line.substr(0, arrow)));
  std::string_view rest = line.substr(arrow + 4);
  if (const std::size_t where = rest.find(" where "); where != std::string_view::npos) {
    for (const std::string_view binding : split(rest.substr(where + 7), ';')) {
      const std::size_t equals = binding.find('=');
      if (equals == std::string_view::npos) throw std::runtime_error("no `=` in an input");
      result.inputs[std::string(trimmed(binding.substr(0, equals)))] = read_case_value(binding.substr(equals + 1));
    }
    rest = rest.substr(0, where);
  }
  constexpr std::string_view mark = " (LibreOffice: ";
  if (const std::size_t other = rest.find(mark); other != std::string_view::npos) {
    std::string_view value = trimmed(rest.substr(other + mark.size()));
    value.remove_suffix(1);
    result.in_libreoffice = read_case_value(value);
    rest = rest.substr(0, other);
  }
  result.expected = read_case_value(rest);
  return result;
}

}  // namespace

Value read_case_value(std::string_view text) {
  text = trimmed(text);
  if (text == "blank") return {};
  if (text == "TRUE" || text == "FALSE") return text == "TRUE";
  for (const Error error : all_errors) {
    if (text == spelling(error)) return error;
  }
  if (text.starts_with('{') && text.ends_with('}')) {
    List list;
    for (const std::string_view part : split(text.substr(1, text.size() - 2), ','))
      list.push_back(read_case_value(part));
    return list;
  }
  if (text.size() >= 2 && text.starts_with('"') && text.ends_with('"')) {
    std::string content;
    for (std::size_t i = 1; i + 1 < text.size(); ++i) {
      content += text[i];
      if (text[i] == '"') ++i;
    }
    return content;
  }
  if (const auto number = expression::text_to_number(text)) return *number;
  throw std::runtime_error("not a value: " + std::string(text));
}

std::string print_case_value(const Value& value) {
  struct Visitor {
    std::string operator()(Blank) const { return "blank"; }
    std::string operator()(double number) const { return expression::number_to_text(number); }
    std::string operator()(bool truth) const { return truth ? "TRUE" : "FALSE"; }
    std::string operator()(const std::string& text) const { return '"' + text + '"'; }
    std::string operator()(Error error) const { return spelling(error); }
    std::string operator()(const List& list) const {
      std::string out;
      for (const Value& cell : list) out += (out.empty() ? "" : ", ") + print_case_value(cell);
      return '{' + out + '}';
    }
  };
  return std::visit(Visitor{}, value.state());
}

std::vector<FormulaCase> read_formula_cases(const std::string& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".txt") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::vector<FormulaCase> cases;
  for (const auto& file : files) {
    std::ifstream in(file);
    std::string line;
    for (int number = 1; std::getline(in, line); ++number) {
      if (trimmed(line).empty() || line.starts_with("#!")) continue;
      const std::string place = file.filename().string() + ':' + std::to_string(number);
      try {
        cases.push_back(read_line(line));
      } catch (const std::runtime_error& error) {
        throw std::runtime_error(place + ": " + error.what());
      }
      cases.back().place = place;
    }
  }
  return cases;
}

expression::Names bind(const std::map<std::string, Value>& inputs) {
  return [&inputs](const std::string& name) -> Value {
    const auto found = inputs.find(name);
    return found == inputs.end() ? Value(Error::name) : found->second;
  };
}

bool same_value(const Value& a, const Value& b) {
  const double* x = a.get<double>();
  const double* y = b.get<double>();
  if (x == nullptr || y == nullptr) return a == b;
  return *x == *y || std::fabs(*x - *y) <= 1e-14 * std::max(std::fabs(*x), std::fabs(*y));
}

}  // namespace shirube::tests
