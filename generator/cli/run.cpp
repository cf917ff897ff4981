#include "cli/run.h"

#include <malloc.h>

#include <CLI/CLI.hpp>
#include <csignal>
#include <cstdlib>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "cli/commands.h"
#include "cli/epoch.h"
#include "cli/options.h"
#include "cli/streams.h"
#include "source/format.h"
#include "source/typed_text.h"
#include "source/unicode.h"

namespace shirube::cli {

namespace {

using diagnostic::Language;

struct Words {
  const char* english;
  const char* japanese;
  std::string in(Language language) const { return language == Language::japanese ? japanese : english; }
};

struct Command {
  const char* name;
  int (*run)(const Options&);
  Words description;
};

constexpr Command commands[] = {
    {"build",
     build,
     {"check the site and publish the handbook and its workbooks", "検査し、ハンドブックとワークブックを公開する"}},
    {"check", check, {"report everything that is wrong; write nothing", "誤りをすべて報告する。何も書き込まない"}},
    {"render",
     render,
     {"print the HTML of one Markdown file alone, without a site's records (- for standard input)",
      "Markdown 1ファイルだけの HTML を、サイトの記録なしで表示する（- は標準入力）"}},
    {"evaluate",
     evaluate,
     {"compute a calculation of the site, or a single formula", "サイトの計算、または1つの式を計算する"}},
    {"issue", issue, {"make a workbook for each person of a file", "社員ファイルの一人ひとりにワークブックを作る"}},
    {"diff",
     diff,
     {"say what changed between two versions of templates, or record those of this site",
      "ひな形の2つの版の違いを説明する。または、このサイトの版を記録する"}},
    {"pdf",
     pdf,
     {"print the published handbook to a PDF file with the installed Chromium",
      "公開済みのハンドブックを、入っている Chromium で PDF にする"}},
    {"clean",
     clean,
     {"remove what the last build published; other files stay",
      "前回のビルドが公開したものを消す。ほかのファイルは残す"}},
    {"explain",
     explain,
     {"explain a rule, a record, a file, a directive, a block or a field; without one, list them",
      "規則・記録・ファイル・部品・欄を説明する。省くと一覧を表示する"}},
    {"init",
     init,
     {"make a site to begin with, in an empty folder", "空のフォルダに、サイトの始まりを作る"}},
    {"new",
     new_file,
     {"add a page, a record or a template to fill in", "書き込むためのページ・記録・ひな形を加える"}},
    {"schema",
     schema,
     {"print the JSON Schema of a kind of file, for editors; without a name, list them",
      "ファイルの種類ごとの JSON Schema を、エディタのために表示する。省くと名前の一覧"}},
    {"inspect",
     inspect,
     {"print what the site contains: --coverage says where each fact of its sources is",
      "サイトの中身を表示する。--coverage は出典の各項目の掲載先"}},
};

constexpr Words about = {
    "shirube compiles a company's Markdown and YAML into an HTML handbook and Excel workbooks.",
    "shirube は、会社の Markdown と YAML から HTML のハンドブックと Excel のワークブックを作ります。"};
constexpr Words examples = {
    "Examples:\n"
    "  shirube build                    publish the site in this folder to public/\n"
    "  shirube check --lang ja          report what is wrong, in Japanese\n"
    "  shirube -r handbook build -o out publish another folder's site to out/\n"
    "  shirube check --json | jq .      findings as data\n"
    "  echo '**値**です' | shirube render -\n"
    "  shirube evaluate roi --scenario stretch --set n=6\n"
    "  shirube issue --people people.csv --template mbo-sheet --period 2026H2 -o ../sheets\n"
    "  shirube diff --templates mbo-sheet@1.1.0 mbo-sheet\n"
    "\n"
    "Exit codes: 0 clean, 1 findings, 2 usage, 3 configuration or data cannot be read, 4 disk or permission.",
    "例:\n"
    "  shirube build                    このフォルダのサイトを public/ に公開する\n"
    "  shirube check --lang ja          誤りを日本語で報告する\n"
    "  shirube -r handbook build -o out 別のフォルダのサイトを out/ に公開する\n"
    "  shirube check --json | jq .      誤りをデータとして出す\n"
    "  echo '**値**です' | shirube render -\n"
    "  shirube evaluate roi --scenario stretch --set n=6\n"
    "  shirube issue --people people.csv --template mbo-sheet --period 2026H2 -o ../sheets\n"
    "  shirube diff --templates mbo-sheet@1.1.0 mbo-sheet\n"
    "\n"
    "終了コード: 0 問題なし、1 誤りあり、2 使い方の誤り、3 設定やデータが読めない、4 ディスクや権限"};

Language language_from_environment() {
  for (const char* name : {"SHIRUBE_LANG", "LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value == nullptr || *value == '\0') continue;
    return std::string_view(value).starts_with("ja") ? Language::japanese : Language::english;
  }
  return Language::english;
}

// By default the allocator returns memory to the system after each workbook and page, and requests it for the next.
void keep_freed_memory() {
#ifdef __GLIBC__
  mallopt(M_TRIM_THRESHOLD, 256 << 20);
  mallopt(M_TOP_PAD, 16 << 20);
  mallopt(M_MMAP_THRESHOLD, 64 << 20);
#endif
}

void add_options(CLI::App& app, Options& options, std::string& language) {
  const Language l = options.language;
  app.add_option("-r,--root", options.root, Words{"the site's folder", "サイトのフォルダ"}.in(l))->option_text("DIR");
  app.add_option("-c,--config", options.config,
                 Words{"its configuration file, relative to the root", "設定ファイル（サイトのフォルダから）"}.in(l))
      ->option_text("FILE");
  app.add_option("-o,--output-dir", options.output, Words{"where to publish", "公開先のフォルダ"}.in(l))
      ->option_text("DIR");
  app.add_option("-j,--jobs", options.jobs, Words{"threads; 0 is one per core", "スレッドの数。0 はコアの数"}.in(l))
      ->check(CLI::Range(0, 1024))
      ->option_text("N");
  app.add_flag("--strict", options.strict, Words{"warnings count as errors", "警告も誤りとして数える"}.in(l));
  app.add_flag("--json", options.json,
               Words{"findings as JSON on standard output", "誤りを JSON で標準出力に出す"}.in(l));
  app.add_option("--lang", language, Words{"language of messages: ja or en", "メッセージの言語: ja または en"}.in(l))
      ->check(CLI::IsMember({"ja", "en"}))
      ->option_text("ja|en");
  app.add_flag("-q,--quiet", options.quiet, Words{"findings only", "誤りだけを表示する"}.in(l));
  app.add_flag("-v,--verbose", options.verbose,
               Words{"say what is read and written", "読み書きしたものを表示する"}.in(l));
}

void add_evaluate_options(CLI::App& parser, Options& options) {
  const Language l = options.language;
  auto* calculation =
      parser.add_option("CALCULATION", options.calculation, Words{"the calculation's id", "計算の id"}.in(l));
  parser
      .add_option("--scenario", options.scenario,
                  Words{"start from the inputs of this scenario", "このシナリオの入力から始める"}.in(l))
      ->option_text("ID")
      ->needs(calculation);
  parser
      .add_option("--set", options.settings,
                  Words{"give an input another value: --set u=8%", "入力の値を変える（例: --set u=8%）"}.in(l))
      ->option_text("NAME=VALUE")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
      ->delimiter('\0');
  parser
      .add_option("--expression", options.expression,
                  Words{"compute this formula instead", "計算の代わりに、この式を計算する"}.in(l))
      ->option_text("TEXT")
      ->excludes(calculation);
  parser.require_option(1, 0);
}

void add_init_options(CLI::App& parser, Options& options) {
  const Language l = options.language;
  parser.add_option("DIR", options.file, Words{"an empty folder, or one to be made (default: this folder)", "空のフォルダ、または新しく作るフォルダ（省くと、いまのフォルダ）"}.in(l));
  parser.add_flag("--yes", options.yes, Words{"ask nothing", "何も尋ねない"}.in(l));
  parser
      .add_option("--starter", options.starter,
                  Words{"minimal: one page; handbook: goals and their sheets; kpi: indicators and a pilot",
                        "minimal はページ1枚、handbook は目標とシート、kpi は指標と試行"}
                      .in(l))
      ->check(CLI::IsMember({"minimal", "handbook", "kpi"}))
      ->option_text("NAME");
  parser.add_option("--company", options.company, Words{"the company's name", "会社の名前"}.in(l))->option_text("TEXT");
  parser.add_option("--first-month", options.first_month, Words{"the first month of the fiscal year", "年度の最初の月"}.in(l))
      ->check(CLI::Range(1, 12))
      ->option_text("1-12");
  parser.add_option("--unit", options.unit, Words{"the unit of money", "金額の単位"}.in(l))->option_text("UNIT");
}

void add_new_options(CLI::App& parser, Options& options) {
  const Language l = options.language;
  parser
      .add_option("KIND", options.family,
                  Words{"page, template, or a kind of record: indicator, objective, calculation …", "page、template、または記録の種類（indicator、objective、calculation など）"}.in(l))
      ->required();
  parser.add_option("ID", options.file, Words{"its id; a page's place, as in mbo/goals", "名前。ページは mbo/goals のような場所"}.in(l))->required();
}

// 1/8 … 8/8
bool is_shard(const std::string& text) {
  const std::size_t slash = text.find('/');
  if (slash == 0 || slash == std::string::npos || slash > 4 || text.size() - slash - 1 > 4) return false;
  if (text.find_first_not_of("0123456789/") != std::string::npos || text.find('/', slash + 1) != std::string::npos) {
    return false;
  }
  const int part = std::atoi(text.c_str());
  return part >= 1 && part <= std::atoi(text.c_str() + slash + 1);
}

void add_issue_options(CLI::App& parser, Options& options) {
  const Language l = options.language;
  parser
      .add_option("--people", options.people,
                  Words{"CSV of the people (UTF-8 or CP932)", "社員の CSV（UTF-8 か CP932）"}.in(l))
      ->option_text("FILE")
      ->required();
  parser.add_option("--template", options.workbook, Words{"the workbook's id", "ワークブックの id"}.in(l))
      ->option_text("ID")
      ->required();
  parser
      .add_option("--period", options.period,
                  Words{"the period: the id or title of a term, or a text such as 2026H2",
                        "期。terms: の期の id か題名、または 2026H2 のような文字"}
                      .in(l))
      ->option_text("TEXT")
      ->required();
  parser.add_flag("--zip", options.zip,
                  Words{"also one ZIP for each first assessor", "一次評価者ごとに ZIP も1つ作る"}.in(l));
  parser
      .add_option("--replace", options.reissued,
                  Words{"reissue to these people even if their files were changed; the old files go to replaced/",
                        "変更されたファイルがあっても、この社員番号の人に配り直す。もとのファイルは replaced/ に移す"}
                      .in(l))
      ->option_text("ID…");
  parser.add_flag("--withdraw", options.withdraw,
                  Words{"move unchanged workbooks of people who are no longer in the file to replaced/",
                        "名簿からいなくなった人の、変更されていないワークブックを replaced/ に移す"}
                      .in(l));
  parser.add_flag("--dry-run", options.dry_run,
                  Words{"list what would be new, unchanged, changed, kept, no longer listed; write nothing",
                        "新規・変更なし・作り直し・そのまま・名簿にない、を一覧にする。何も書き込まない"}
                      .in(l));
  parser
      .add_option("--shard", options.shard,
                  Words{"the I-th of N parts, each for its own machine; copy their folders together",
                        "N 個に分けた I 番目だけを作る。複数の機械で作り、フォルダを1つにまとめる"}
                      .in(l))
      ->option_text("I/N")
      ->check([](const std::string& text) { return is_shard(text) ? std::string() : "write it as in 2/8: " + text; });
  parser.add_flag("--ascii-names", options.ascii_names,
                  Words{"file names in ASCII, for systems that garble others",
                        "ファイル名を半角の英数字だけにする。日本語の名前が化ける環境向け"}
                      .in(l));
  parser.callback([&options, l] {
    const bool is_text = !source::find_invalid_utf8(options.period);
    if (is_text && !source::trim_blanks(options.period).empty()) return;
    throw CLI::ValidationError("--period", Words{"a period is needed, such as 2026H2", "期を書いてください（例: 2026H2）"}.in(l));
  });
}

void add_diff_options(CLI::App& parser, Options& options) {
  const Language l = options.language;
  parser
      .add_flag("--templates", options.templates,
                Words{"compare templates of workbooks", "ワークブックのひな形を比べる"}.in(l))
      ->required();
  auto* record = parser.add_flag("--record", options.record,
                                 Words{"record the versions of this site's templates in templates/versions/",
                                       "このサイトのひな形の版を templates/versions/ に記録する"}
                                     .in(l));
  parser
      .add_flag("--replace", options.replace,
                Words{"record them again even if the version has a record: only if it was never distributed",
                      "記録済みの版も記録し直す。まだ配っていないときだけ使う"}
                    .in(l))
      ->needs(record);
  parser
      .add_option("VERSIONS", options.compared,
                  Words{"two of: a file, a folder, `mbo-sheet`, `mbo-sheet@1.1.0`",
                        "ファイル、フォルダ、mbo-sheet、mbo-sheet@1.1.0 のうち2つ"}
                      .in(l))
      ->expected(2)
      ->excludes(record);
  parser.callback([&options] {
    if (!options.record && options.compared.size() != 2) throw CLI::RequiredError("OLD NEW");
  });
}

// Every date of an edition may depend on it: what cannot be read must not be taken for another one.
bool refuse_epoch(Language language) {
  const char* written = std::getenv("SOURCE_DATE_EPOCH");
  if (written == nullptr || read_epoch(written)) return false;
  const Words refusal = {
      "shirube: SOURCE_DATE_EPOCH is `{0}`; it takes whole seconds since 1970-01-01 UTC, from 0 to {1} (the end of the year 9999)\n",
      "shirube: SOURCE_DATE_EPOCH が「{0}」です。1970年1月1日（UTC）からの秒数を、0 から {1}（9999年の終わり）までの整数で指定してください\n"};
  write_error(source::format_texts(refusal.in(language),
                                   {source::escape_invalid_utf8(written), std::to_string(latest_epoch)}));
  return true;
}

constexpr int usage = 2;

int run_command(int count, const char* const* arguments) {
  Options options;
  options.language = language_of(count, arguments);
  std::string language;

  CLI::App app(about.in(options.language), "shirube");
  app.footer(examples.in(options.language));
  app.set_version_flag("--version", std::string("shirube ") + SHIRUBE_VERSION);
  app.set_help_flag("-h,--help", Words{"print this help", "この説明を表示する"}.in(options.language));
  app.require_subcommand(1);
  app.fallthrough();
  add_options(app, options, language);

  std::vector<std::pair<CLI::App*, const Command*>> parsers;
  for (const Command& command : commands) {
    CLI::App* parser = app.add_subcommand(command.name, command.description.in(options.language));
    parsers.emplace_back(parser, &command);
    if (std::string_view(command.name) == "evaluate") add_evaluate_options(*parser, options);
    if (std::string_view(command.name) == "issue") add_issue_options(*parser, options);
    if (std::string_view(command.name) == "diff") add_diff_options(*parser, options);
    if (std::string_view(command.name) == "build") {
      parser->add_flag("--single-file", options.single_file,
                       Words{"also make handbook.html, the whole handbook in one file",
                             "ハンドブックの全体を1ファイルにした handbook.html も作る"}
                           .in(options.language));
    }
    if (std::string_view(command.name) == "pdf") {
      parser->add_option(
          "FILE", options.file,
          Words{"what to write (default: handbook.pdf)", "書き出すファイル（指定がなければ handbook.pdf）"}.in(
              options.language));
    }
    if (std::string_view(command.name) == "render") {
      parser
          ->add_option(
              "FILE", options.file,
              Words{"the page, or - for standard input", "ページ、または標準入力を表す -"}.in(options.language))
          ->required();
      parser->add_flag("--raw-html", options.raw_html,
                       Words{"let raw HTML through", "生の HTML を通す"}.in(options.language));
    }
    if (std::string_view(command.name) == "explain") {
      parser->add_option(
          "TOPIC", options.file,
          Words{"a rule (the brackets of a finding), or what is written: `indicators`, `indicators.target`, `site.yaml`, "
                "`{phase-table}`, `block:table`",
                "規則の id（指摘の [ ] の中）か、書くもの（indicators、indicators.target、site.yaml、{phase-table}、block:table）"}
              .in(options.language));
    }
    if (std::string_view(command.name) == "init") add_init_options(*parser, options);
    if (std::string_view(command.name) == "new") add_new_options(*parser, options);
    if (std::string_view(command.name) == "schema") {
      parser->add_option("NAME", options.file,
                         Words{"site, records, front-matter or template", "site・records・front-matter・template のどれか"}.in(
                             options.language));
    }
    if (std::string_view(command.name) == "explain") {
      parser->add_flag("--markdown", options.markdown,
                       Words{"the reference of all families and fields, as Markdown",
                             "すべての記録の種類と欄の説明を Markdown で出す"}
                           .in(options.language));
    }
    if (std::string_view(command.name) == "inspect") {
      parser
          ->add_flag("--coverage", options.coverage,
                     Words{"where each fact is, or why nowhere", "各項目の掲載先、または載せない理由"}.in(
                         options.language))
          ->required();
    }
  }
  try {
    app.parse(count, arguments);
  } catch (const CLI::ParseError& error) {
    std::ostringstream output;
    std::ostringstream errors;
    const int code = app.exit(error, output, errors);
    write_output(output.str());
    write_error(errors.str());
    return code == 0 ? 0 : usage;
  }
  for (const auto& [parser, command] : parsers) {
    if (!*parser) continue;
    return refuse_epoch(options.language) ? usage : command->run(options);
  }
  return usage;
}

}  // namespace

Language language_of(int count, const char* const* arguments) {
  for (int i = 1; i < count; ++i) {
    const std::string_view argument = arguments[i];
    if (argument == "--lang=ja" ||
        (argument == "--lang" && i + 1 < count && std::string_view(arguments[i + 1]) == "ja")) {
      return Language::japanese;
    }
    if (argument.starts_with("--lang")) return Language::english;
  }
  return language_from_environment();
}

int run(int count, const char* const* arguments) {
  keep_freed_memory();
  occupy_closed_streams();
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe or a full disk is an error to report, not a death
  std::signal(SIGXFSZ, SIG_IGN);
  const int code = run_command(count, arguments);
  return close_streams(code, language_of(count, arguments));
}

}  // namespace shirube::cli
