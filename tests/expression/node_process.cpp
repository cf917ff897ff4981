#include "expression/node_process.h"

#include <cstdlib>

#include "expression/case_file.h"
#include "expression/to_javascript.h"
#include "source/file_system.h"
#include "source/format.h"
#include "source/json.h"
#include "support/catch.h"

namespace shirube::tests {

using expression::Blank;
using expression::Error;
using expression::List;
using expression::Value;

namespace {

const char* javascript_name(Error error) {
  switch (error) {
    case Error::divide_by_zero:
      return "F.errors.divideByZero";
    case Error::value:
      return "F.errors.value";
    case Error::name:
      return "F.errors.name";
    case Error::number:
      return "F.errors.number";
    case Error::missing:
      return "F.errors.missing";
    case Error::reference:
      return "F.errors.reference";
  }
  return "";
}

Value read_json(const std::string& line) {
  const source::Json json = source::Json::parse(line, nullptr, false);
  if (json.is_number()) return json.get<double>();
  if (json.is_boolean()) return json.get<bool>();
  if (json.is_string()) return json.get<std::string>();
  if (json.is_object() && json.contains("error")) return read_case_value(json["error"].get<std::string>());
  return "JavaScript: " + line;
}

}  // namespace

std::string javascript_literal(const Value& value) {
  struct Visitor {
    std::string operator()(Blank) const { return "null"; }
    std::string operator()(double number) const { return source::format("{}", number); }
    std::string operator()(bool truth) const { return truth ? "true" : "false"; }
    std::string operator()(const std::string& text) const { return expression::javascript_text(text); }
    std::string operator()(Error error) const { return javascript_name(error); }
    std::string operator()(const List& list) const {
      std::string out;
      for (const Value& cell : list) out += (out.empty() ? "" : ", ") + javascript_literal(cell);
      return '[' + out + ']';
    }
  };
  return std::visit(Visitor{}, value.state());
}

std::string javascript_line(const expression::Expression& expression, const expression::Names& names) {
  return expression::to_javascript(expression,
                                   [&](const std::string& name) { return javascript_literal(names(name)); });
}

std::vector<Value> run_in_node(const std::vector<std::string>& lines) {
  std::string work = "/tmp/shirube-node-XXXXXX";
  REQUIRE(::mkdtemp(work.data()) != nullptr);
  const auto files = std::move(source::RealFileSystem::open(work)).value();
  std::string text;
  for (const std::string& line : lines) text += line + '\n';
  REQUIRE(files->write("lines", text));
  const std::string command =
      "node '" SHIRUBE_SOURCE_DIR "/tests/javascript/evaluate_lines.js' <'" + work + "/lines' >'" + work + "/values'";
  const int status = std::system(command.c_str());
  const auto values = files->read("values");
  (void)std::system(("rm -rf '" + work + "'").c_str());
  REQUIRE(status == 0);
  REQUIRE(values);
  std::vector<Value> results;
  std::size_t begin = 0;
  for (std::size_t end; (end = values.value().find('\n', begin)) != std::string::npos; begin = end + 1) {
    results.push_back(read_json(values.value().substr(begin, end - begin)));
  }
  REQUIRE(results.size() == lines.size());
  return results;
}

}  // namespace shirube::tests
