#include "cli/starter.h"

#include <chrono>
#include <utility>
#include <vector>

#include "source/discovery.h"
#include "source/format.h"

namespace shirube::cli {

namespace {

using Values = std::vector<std::pair<std::string, std::string>>;

std::string replace_all(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

std::string show_day(std::chrono::year_month_day day) {
  return source::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                        static_cast<unsigned>(day.day()));
}

Values values_of(const StarterAnswers& answers) {
  using namespace std::chrono;
  const year_month begin = year(answers.year) / month(static_cast<unsigned>(answers.first_month));
  const auto first_day = [&](int months) { return show_day((begin + std::chrono::months(months)) / 1); };
  const auto last_day = [&](int months) { return show_day((begin + std::chrono::months(months)) / last); };
  return {{"unit", answers.unit},
          {"year", std::to_string(answers.year)},
          {"first_half_begin", first_day(0)},
          {"first_half_end", last_day(5)},
          {"second_half_begin", first_day(6)},
          {"second_half_end", last_day(11)},
          {"company", answers.company}};  // the last: nothing in it is replaced
}

// Within double quotes of YAML.
std::string yaml_text(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '"' || c == '\\') escaped += '\\';
    escaped += c;
  }
  return escaped;
}

// Every character that Markdown could take for syntax has a backslash before it.
std::string markdown_text(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (c > ' ' && c < '\x7F' && std::string_view("\\`*_{}[]<>()#+-.!|~&:=").find(c) != std::string_view::npos) escaped += '\\';
    escaped += c;
  }
  return escaped;
}

std::string filled_in(std::string text, std::string_view path, const Values& values) {
  const bool is_yaml = path.ends_with(".yaml");
  const bool is_markdown = path.ends_with(".md");
  for (const auto& [name, value] : values) {
    text = replace_all(std::move(text), "{{" + name + "}}", is_yaml ? yaml_text(value) : is_markdown ? markdown_text(value) : value);
  }
  return text;
}

std::string path_in_site(std::string_view path) {
  return replace_all("/" + std::string(path), "/dot-", "/.").substr(1);
}

}  // namespace

source::Result<std::map<std::string, std::string>> starter_files(source::FileSystem& installation, std::string_view name,
                                                                 const StarterAnswers& answers) {
  const Values values = values_of(answers);
  std::map<std::string, std::string> files;
  for (const std::string& folder : {std::string("starters/common"), "starters/" + std::string(name)}) {
    const source::Discovery found = source::discover(installation, folder, {});
    if (!found.failures.empty()) return found.failures.front();
    for (const std::string& path : found.files) {
      auto text = installation.read(path);
      if (!text) return text.failure();
      files[path_in_site(path.substr(folder.size() + 1))] = filled_in(std::move(text).value(), path, values);
    }
  }
  return files;
}

}  // namespace shirube::cli
