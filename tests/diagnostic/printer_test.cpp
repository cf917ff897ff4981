#include "diagnostic/printer.h"

#include <cerrno>
#include <cstring>

#include "diagnostic/reason.h"
#include "diagnostic/suggestion.h"
#include "diagnostic/unreadable.h"
#include "source/json.h"
#include "support/catch.h"

using namespace shirube;
using diagnostic::Kind;

namespace {

struct Fixture {
  source::SourceSet sources;
  diagnostic::Sink sink;
  source::FileId file = sources.add("content/a.md", "# 見出し\n\t規程\tCON を見る\n");

  source::SourceRange range_of(std::string_view text) const {
    const auto begin = static_cast<std::uint32_t>(sources.file(file).text().find(text));
    return {file, begin, begin + static_cast<std::uint32_t>(text.size())};
  }
};

}  // namespace

TEST_CASE_METHOD(Fixture, "the caret is below wide characters and after tabs") {
  sink.report(Kind::control_character, range_of("見出し"), {"0007"});
  sink.report(Kind::name_windows, range_of("CON"), {"CON"}).label(range_of("見出し"), Kind::first_here);
  CHECK(diagnostic::print_text(sink.diagnostics(), sources, {}) ==
        "content/a.md:1:3: error: control character U+0007 [control-character]\n"
        "    1 | # 見出し\n"
        "      |   ^~~~~~\n"
        "help: remove it\n"
        "content/a.md:2:5: error: `CON` cannot be a file name on Windows [name-windows]\n"
        "    2 | \t規程\tCON を見る\n"
        "      | \t    \t^~~\n"
        "content/a.md:1:3: note: first here\n"
        "    1 | # 見出し\n"
        "      |   ^~~~~~\n"
        "help: rename it: no CON, NUL, COM1 …, no trailing dot or space, none of < > : \" | ? * \\\n");
}

TEST_CASE_METHOD(Fixture, "findings are sorted, spoken in Japanese, and a near miss takes the place of the help") {
  sink.report(Kind::control_character, range_of("CON"), {"0007"}).suggest("COM");
  sink.report_at(Kind::no_site, "", {"site.yaml"});
  diagnostic::PrintOptions options;
  options.language = diagnostic::Language::japanese;
  const std::string text = diagnostic::print_text(sink.diagnostics(), sources, options);
  CHECK(text.starts_with("shirube: エラー: 「site.yaml」がありません"));
  CHECK(text.find("対処: 「COM」ではありませんか\n") != std::string::npos);
  CHECK(diagnostic::exit_code(sink.diagnostics(), false) == 3);
}

TEST_CASE_METHOD(Fixture, "the system's reasons are Japanese in Japanese, in findings of the environment alone") {
  const auto said = [this](diagnostic::Language language) {
    diagnostic::PrintOptions options;
    options.language = language;
    return diagnostic::print_text(sink.diagnostics(), sources, options);
  };
  for (const int error : {ENOENT, EACCES, EISDIR, ENOSPC, ELOOP, EMLINK, ENOTDIR, EROFS, ENAMETOOLONG, EMFILE}) {
    INFO(std::strerror(error));
    sink = {};
    sink.report_at(Kind::unreadable_file, "", {"../pp/nai.csv", std::strerror(error)});
    sink.report_at(Kind::output_failed, "", {"out", std::strerror(error)});
    CHECK(said(diagnostic::Language::english).find("`../pp/nai.csv`: " + std::string(std::strerror(error))) != std::string::npos);
    const std::string japanese = said(diagnostic::Language::japanese);
    CHECK(japanese.find("「../pp/nai.csv」") != std::string::npos);
    CHECK(japanese.find(std::strerror(error)) == std::string::npos);
  }
  sink = {};
  diagnostic::report_unreadable({source::Failure::Kind::not_a_file, "pipe", ""}, sink);
  CHECK(said(diagnostic::Language::english).find("`pipe`: Not a regular file") != std::string::npos);
  CHECK(said(diagnostic::Language::japanese).find("通常のファイルではありません") != std::string::npos);
  sink = {};
  sink.report_at(Kind::unreadable_file, "", {"a", "a reason of a library"});
  CHECK(said(diagnostic::Language::japanese).find("a reason of a library") != std::string::npos);
  sink = {};  // what an author wrote
  sink.report_at(Kind::people_two_names, "", {"1", "Is a directory", "No such file or directory"});
  CHECK(said(diagnostic::Language::japanese).find("「Is a directory」と「No such file or directory」") != std::string::npos);
}

TEST_CASE_METHOD(Fixture, "JSON holds the same finding as data") {
  sink.report(Kind::control_character, range_of("見出し"), {"0007"});
  const auto json = source::Json::parse(diagnostic::print_json(sink.diagnostics(), sources, {}));
  REQUIRE(json.size() == 1);
  CHECK(json[0]["rule"] == "control-character");
  CHECK(json[0]["line"] == 1);
  CHECK(json[0]["column"] == 3);
  CHECK(json[0]["end_column"] == 6);
}

TEST_CASE_METHOD(Fixture, "a flood of findings is cut and counted") {
  for (int i = 0; i < 120; ++i) sink.report(Kind::control_character, range_of("CON"), {"0007"});
  const std::string text = diagnostic::print_text(sink.diagnostics(), sources, {});
  CHECK(text.ends_with("… and 20 more\n"));
  const auto json = source::Json::parse(diagnostic::print_json(sink.diagnostics(), sources, {}));
  REQUIRE(json.size() == 101);
  CHECK(json.back()["rule"] == "more-findings");
  CHECK(json.back()["left_out"] == 20);
  CHECK(json.back()["message"] == "20 more findings are not listed");
}

TEST_CASE("nothing that drives a terminal is printed, and the caret is below what is shown") {
  source::SourceSet sources;
  diagnostic::Sink sink;
  const std::string name = "content/\x1b[31m\u202Ea\x7F.md";
  const std::string line = "\x1b]0;x\x07 \u009B31m \u202E\x7F規程\n";
  const source::FileId file = sources.add(name, line);
  const auto begin = static_cast<std::uint32_t>(line.find("規程"));
  sink.report(Kind::unknown_page, {file, begin, begin + 6}, {"\x1b[2J\u2066x"}).label({file, 0, 1}, Kind::first_here);
  sink.report_at(Kind::unreadable_file, "\x1b[0m", {"\x9b\xff", "\r"});
  const std::string text = diagnostic::print_text(sink.diagnostics(), sources, {});
  for (const char* sign : {"\x1b", "\x7f", "\x07", "\r", "\u009B", "\u202E", "\u2066", "\xff"}) {
    CHECK(text.find(sign) == std::string::npos);
  }
  CHECK(text.find("    1 | ?]0;x? ?31m ??規程\n      | " + std::string(14, ' ') + "^~~~\n") != std::string::npos);
  const std::string json = diagnostic::print_json(sink.diagnostics(), sources, {});
  for (const char* sign : {"\x1b", "\x7f", "\u009B", "\u202E", "\u2066"}) CHECK(json.find(sign) == std::string::npos);
  CHECK(source::Json::parse(json)[1]["path"] == name);
}

TEST_CASE("a suggestion is looked for as often as somebody reads one") {
  diagnostic::Sink sink;
  int asked = 0;
  for (int i = 0; i < 30000; ++i) {
    sink.report(Kind::unknown_page, {}, {"x"}).suggest([&] {
      ++asked;
      return std::string("y");
    });
  }
  CHECK(asked == 100);
}

TEST_CASE("every kind speaks both languages") {
  for (const auto& kind : diagnostic::all_kinds()) {
    INFO(kind.name);
    CHECK(!kind.english.empty());
    CHECK(!kind.japanese.empty());
    CHECK(kind.help_english.empty() == kind.help_japanese.empty());
  }
}

TEST_CASE("the nearest name is suggested, a distant one is not") {
  const std::vector<std::string> names = {"description", "weight", "draft"};
  CHECK(diagnostic::near_miss("descripton", names) == "description");
  CHECK(diagnostic::near_miss("Ｗｅｉｇｈｔ", names) == "weight");
  CHECK(diagnostic::near_miss("audience", names).empty());
}
