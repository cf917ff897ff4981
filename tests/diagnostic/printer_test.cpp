#include "diagnostic/printer.h"

#include "diagnostic/suggestion.h"
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

TEST_CASE_METHOD(Fixture, "the caret stands below wide characters and after tabs") {
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
        "help: rename it: no CON, NUL, COM1 …, no trailing dot or blank, none of < > : \" | ? * \\\n");
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
