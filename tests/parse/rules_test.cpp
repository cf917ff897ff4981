// `rules:` of site.yaml: what a site takes more or less seriously.
#include "diagnostic/printer.h"
#include "diagnostic/severities.h"
#include "support/catch.h"
#include "support/memory_site.h"

using namespace shirube;

namespace {

tests::MemorySite site_with(const std::string& rules) {
  return tests::MemorySite({{"site.yaml", "title: 試験\n" + rules}, {"content/page.md", "# 題\n\n本文を書きます。\n"}});
}

}  // namespace

TEST_CASE("a rule of practice is a warning, and a site publishes with it") {
  const auto site = site_with("");
  CHECK(site.findings() == "content/page.md:3:6 style-polite\n");
  CHECK(site.loaded);
  CHECK(diagnostic::exit_code(site.session.sink.diagnostics(), false) == 0);
  CHECK(diagnostic::exit_code(site.session.sink.diagnostics(), true) == 1);
}

TEST_CASE("a rule may be an error, or off") {
  const auto strict = site_with("rules: {style-polite: error}\n");
  CHECK(strict.findings() == "content/page.md:3:6 style-polite\n");
  CHECK_FALSE(strict.loaded);
  const auto off = site_with("rules: {style-polite: off}\n");
  CHECK(off.findings().empty());
  CHECK(off.loaded);
}

TEST_CASE("practice stands for all its rules, and one of them may differ") {
  CHECK(site_with("rules: {practice: off}\n").findings().empty());
  for (const char* rules :
       {"rules: {practice: off, style-polite: error}\n", "rules: {style-polite: error, practice: off}\n"}) {
    INFO(rules);
    CHECK_FALSE(site_with(rules).loaded);
  }
}

TEST_CASE("what pages rely on cannot be switched, and a wrong name finds the right one") {
  CHECK(site_with("rules: {style-polite: off, unknown-key: off}\n").findings() == "site.yaml:2:28 rule-fixed\n");
  CHECK(site_with("rules: {style-polite: off, stile-unit: off}\n").findings() == "site.yaml:2:28 rule-unknown\n");
  CHECK(site_with("rules: {style-polite: loud}\n").findings().find("site.yaml:2:23 field-choice") != std::string::npos);
  CHECK(site_with("rules: [style-polite]\n").findings().find("site.yaml:2:8 field-mapping") != std::string::npos);
}

TEST_CASE("every rule of practice says why in both languages, and may be switched") {
  std::size_t practice = 0;
  for (const auto& kind : diagnostic::all_kinds()) {
    INFO(kind.rule);
    if (!kind.practice) continue;
    ++practice;
    CHECK(kind.why_english.size() > 40);
    CHECK(kind.why_japanese.size() > 40);
    CHECK_FALSE(kind.help_english.empty());
    CHECK(diagnostic::may_change(kind.kind));
    CHECK(diagnostic::find_rule(kind.rule) == kind.kind);
  }
  CHECK(practice >= 24);
}
