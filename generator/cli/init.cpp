// shirube init [DIR]: a site to begin with, in an empty folder. Nothing that is there is ever overwritten.
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/epoch.h"
#include "cli/json_schema.h"
#include "cli/report.h"
#include "cli/site_folders.h"
#include "cli/starter.h"
#include "cli/streams.h"
#include "model/bilingual.h"
#include "model/number_text.h"
#include "model/unit.h"
#include "source/format.h"
#include "source/terminal_text.h"
#include "source/typed_text.h"
#include "source/unicode.h"

namespace shirube::cli {

namespace {

namespace fs = std::filesystem;
using diagnostic::Language;
using model::Bilingual;
constexpr int usage = 2;

std::string in(const Bilingual& text, Language language) {
  return std::string(language == Language::japanese ? text.ja : text.en);
}

int refuse(const Options& options, const Bilingual& text, const std::vector<std::string>& arguments) {
  write_error(source::format_texts(in(text, options.language), arguments) + "\n");
  return usage;
}

// What is there already, but for what a repository brings with it; empty if there is nothing.
std::string first_entry(const fs::path& folder) {
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    const std::string name = entry.path().filename().string();
    if (name != ".git") return name;
  }
  return error && fs::exists(folder) ? folder.string() : std::string();
}

// A line from standard input; what is offered if there is none.
std::string ask(const Options& options, const Bilingual& question, const std::string& offered) {
  if (options.yes) return offered;
  write_output(source::format_texts(in(question, options.language), {offered}));
  std::string line;
  if (!std::getline(std::cin, line)) return offered;
  const std::string_view answer = source::trim_blanks(line);
  return answer.empty() ? offered : std::string(answer);
}

bool is_plain_line(const std::string& text) {
  return !source::find_invalid_utf8(text) && source::terminal_text(text) == text;
}

// The fiscal year that today belongs to.
int fiscal_year(int first_month) {
  std::time_t seconds = std::time(nullptr);
  if (const char* written = std::getenv("SOURCE_DATE_EPOCH")) seconds = static_cast<std::time_t>(read_epoch(written).value_or(seconds));
  const auto day = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::from_time_t(seconds));
  const std::chrono::year_month_day today(day);
  return static_cast<int>(today.year()) - (static_cast<int>(static_cast<unsigned>(today.month())) < first_month ? 1 : 0);
}

bool is_money(const std::string& unit) {
  const auto parsed = model::parse_unit(unit);
  const auto yen = model::parse_unit("円");
  return parsed && expression::conversion(expression::dimension(*parsed), expression::dimension(*yen)).has_value();
}

// 0, and the answers; else the exit code.
int read_answers(const Options& options, StarterAnswers& answers) {
  answers.company = options.company.empty() ? ask(options, {"会社の名前 [{0}]: ", "Name of the company [{0}]: "}, "当社") : options.company;
  if (!is_plain_line(answers.company)) {
    return refuse(options, {"会社の名前に使えない文字があります: {0}", "the company's name has characters that cannot be used: {0}"},
                  {source::terminal_text(answers.company)});
  }
  const std::string month = options.first_month > 0 ? std::to_string(options.first_month)
                                                    : ask(options, {"年度の最初の月 [{0}]: ", "First month of the fiscal year [{0}]: "}, "4");
  const auto number = model::parse_integer(source::to_nfkc(month));
  if (!number || *number < 1 || *number > 12) {
    return refuse(options, {"年度の最初の月は 1 から 12 の数で書いてください: {0}", "the first month is a number from 1 to 12: {0}"},
                  {source::terminal_text(month)});
  }
  answers.first_month = static_cast<int>(*number);
  answers.year = fiscal_year(answers.first_month);
  answers.unit = options.unit.empty() ? ask(options, {"金額の単位 [{0}]: ", "Unit of money [{0}]: "}, "百万円") : options.unit;
  if (!is_money(answers.unit)) {
    return refuse(options, {"金額の単位ではありません: {0}（円・千円・万円・百万円・億円）", "not a unit of money: {0} (円, 千円, 万円, 百万円, 億円)"},
                  {source::terminal_text(answers.unit)});
  }
  return 0;
}

// Where the editor's settings of starters/common look for them.
void add_schemas(std::map<std::string, std::string>& files, Language language) {
  for (const std::string_view name : {"site", "records", "template"}) {
    if (const auto schema = json_schema(name, language)) {
      files[source::format(".vscode/{}.schema.json", name)] = schema->dump(2) + "\n";
    }
  }
}

// All of them or none.
source::Result<void> write_all(const fs::path& folder, const std::map<std::string, std::string>& files) {
  auto opened = source::RealFileSystem::open(folder.string());
  if (!opened) return opened.failure();
  std::vector<std::string> written;
  for (const auto& [path, text] : files) {
    const auto done = opened.value()->write(path, text);
    if (done) {
      written.push_back(path);
      continue;
    }
    std::error_code ignored;
    for (const std::string& each : written) {
      fs::remove(folder / each, ignored);
      for (fs::path parent = fs::path(each).parent_path(); !parent.empty(); parent = parent.parent_path()) fs::remove(folder / parent, ignored);
    }
    return done.failure();
  }
  return opened.value()->sync();
}

int report(const source::Failure& failure, const Options& options) {
  diagnostic::Sink sink;
  source::SourceSet sources;
  report_failure(failure, false, sink);
  return report_findings(sink, sources, options);
}

}  // namespace

int init(const Options& options) {
  const fs::path folder = options.file.empty() ? fs::path(options.root) : fs::path(options.file);
  if (const std::string there = first_entry(folder); !there.empty()) {
    return refuse(options, {"フォルダが空ではありません（{0}）。何も書き込んでいません。空のフォルダを指定してください",
                            "the folder is not empty ({0}); nothing was written. Name an empty folder"},
                  {source::terminal_text(there)});
  }
  StarterAnswers answers;
  if (const int code = read_answers(options, answers); code != 0) return code;
  auto installation = open_installation();
  if (!installation) return report(installation.failure(), options);
  auto files = starter_files(*installation.value(), options.starter, answers);
  if (!files) return report(files.failure(), options);
  add_schemas(files.value(), options.language);
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) return report(source::failure_from_errno(error.value(), folder.string()), options);
  if (const auto done = write_all(folder, files.value()); !done) return report(done.failure(), options);
  if (options.quiet) return 0;
  const Bilingual text = {"{0} にサイトの始まりを作りました（{1}ファイル）。次に、そのフォルダで shirube build を実行してください。\n",
                          "made the beginning of a site in {0} ({1} files). Next, run `shirube build` in that folder.\n"};
  write_output(source::format_texts(in(text, options.language), {source::terminal_text(folder.string()), std::to_string(files.value().size())}));
  return 0;
}

}  // namespace shirube::cli
