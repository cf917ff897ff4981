// Every kind of finding is provoked by a case, alone and together with all others, and nothing else is reported.
#include <set>
#include <sstream>

#include "diagnostic/diagnostic.h"
#include "source/discovery.h"
#include "source/unicode.h"
#include "support/catch.h"
#include "support/memory_site.h"
#include "support/txtar.h"

using namespace shirube;

namespace {

const std::string folder = "tests/cases/kinds";

// Kinds that a text alone cannot provoke, and the test that does.
const std::map<std::string, std::string>& provoked_elsewhere() {
  static const std::map<std::string, std::string> list = {
      {"unreadable-file", "tests/cli/environment_test.cpp"},
      {"symbolic-link", "tests/cli/environment_test.cpp"},
      {"name-encoding", "tests/cli/faults_test.cpp"},
      {"limit-asset", "tests/cli/faults_test.cpp"},
      {"no-site", "tests/cli/environment_test.cpp"},
      {"disk-full", "tests/cli/environment_test.cpp"},
      {"output-busy", "tests/cli/environment_test.cpp"},
      {"output-not-ours", "tests/cli/environment_test.cpp"},
      {"damaged-output", "tests/cli/environment_test.cpp"},
      {"workbook-fault", "tests/cli/environment_test.cpp"},
      {"limit-text", "tests/parse/yaml/broken_yaml_test.cpp"},
      {"limit-formula-chain", "tests/parse/workbook_definition_test.cpp"},
      {"limit-markdown", "tests/parse/markdown_limits_test.cpp"},
      {"limit-block", "tests/parse/markdown_limits_test.cpp"},
      {"limit-table", "tests/parse/markdown_limits_test.cpp"},
      {"limit-time", "tests/parse/markdown_limits_test.cpp"},
      {"limit-memory", "tests/parse/markdown_limits_test.cpp"},
      {"limit-html", "tests/parse/markdown_limits_test.cpp"},
      {"limit-table-columns", "tests/parse/markdown_limits_test.cpp"},
      {"output-among-sources", "tests/cli/environment_test.cpp"},
      {"output-no-folder", "tests/cli/environment_test.cpp"},
      {"output-nameless", "tests/cli/environment_test.cpp"},
      {"output-mount-point", "tests/cli/environment_test.cpp"},
      {"output-taken", "tests/cli/environment_test.cpp"},
      {"output-reserved", "tests/cli/environment_test.cpp"},
      {"formula-unit", "tests/expression/bad_formulas.txt"},
      {"formula-unit-scale", "tests/expression/bad_formulas.txt"},
      {"formula-unit-number", "tests/expression/bad_formulas.txt"},
      {"formula-unit-point", "tests/expression/bad_formulas.txt"},
      {"formula-types", "tests/expression/bad_formulas.txt"},
      {"formula-needs-number", "tests/expression/bad_formulas.txt"},
      {"formula-needs-plain", "tests/expression/bad_formulas.txt"},
      {"formula-needs-text", "tests/expression/bad_formulas.txt"},
      {"formula-needs-truth", "tests/expression/bad_formulas.txt"},
      {"formula-needs-one-value", "tests/expression/bad_formulas.txt"},
      {"formula-column-result", "tests/expression/bad_formulas.txt"},
      {"formula-no-else", "tests/expression/bad_formulas.txt"},
      {"formula-date-sum", "tests/expression/bad_formulas.txt"},
      {"formula-date-unit", "tests/expression/bad_formulas.txt"},
      {"formula-exponent", "tests/expression/bad_formulas.txt"},
      {"formula-power", "tests/expression/bad_formulas.txt"},
      {"formula-root", "tests/expression/bad_formulas.txt"},
      {"formula-declared-unit", "tests/expression/bad_formulas.txt"},
      {"formula-declared-scale", "tests/expression/bad_formulas.txt"},
      {"formula-declared-plain", "tests/expression/bad_formulas.txt"},
      {"formula-declared-none", "tests/expression/bad_formulas.txt"},
      {"formula-declared-kind", "tests/expression/bad_formulas.txt"},
      {"formula-times-hundred", "tests/expression/bad_formulas.txt"},
      {"number-format-empty", "tests/expression/number_format_test.cpp"},
      {"limit-number-format", "tests/expression/number_format_test.cpp"},
      {"number-format-sections", "tests/expression/number_format_test.cpp"},
      {"number-format-unclosed", "tests/expression/number_format_test.cpp"},
      {"number-format-character", "tests/expression/number_format_test.cpp"},
      {"number-format-width", "tests/expression/number_format_test.cpp"},
      {"number-format-order", "tests/expression/number_format_test.cpp"},
      {"number-format-digits", "tests/expression/number_format_test.cpp"},
      {"number-format-no-digits", "tests/expression/number_format_test.cpp"},
      {"people-unknown-column", "tests/parse/people_test.cpp"},
      {"people-column-twice", "tests/parse/people_test.cpp"},
      {"people-columns-same", "tests/parse/people_test.cpp"},
      {"people-empty", "tests/parse/people_test.cpp"},
      {"people-no-column", "tests/parse/people_test.cpp"},
      {"people-encoding", "tests/parse/people_test.cpp"},
      {"people-blank", "tests/parse/people_test.cpp"},
      {"people-id", "tests/parse/people_test.cpp"},
      {"people-twice", "tests/parse/people_test.cpp"},
      {"issue-no-person", "tests/cli/issue_test.cpp"},
      {"people-two-names", "tests/parse/people_test.cpp"},
      {"people-zeros", "tests/parse/people_test.cpp"},
      {"people-sign", "tests/parse/people_test.cpp"},
      {"people-long", "tests/parse/people_test.cpp"},
      {"people-date", "tests/parse/people_test.cpp"},
      {"people-assessor-spelt", "tests/cli/issue_people_test.cpp"},
      {"people-assessor-self", "tests/cli/issue_people_test.cpp"},
      {"people-assessor-unknown", "tests/cli/issue_people_test.cpp"},
      {"people-assessor-which", "tests/cli/issue_people_test.cpp"},
      {"people-organisation", "tests/cli/issue_people_test.cpp"},
      {"issue-not-due", "tests/cli/issue_people_test.cpp"},
      {"issue-no-term", "tests/cli/issue_people_test.cpp"},
      {"issue-too-long", "tests/cli/issue_people_test.cpp"},
      {"issue-kept", "tests/cli/issue_again_test.cpp"},
      {"issue-foreign", "tests/cli/issue_again_test.cpp"},
      {"issue-open", "tests/cli/issue_again_test.cpp"},
      {"issue-zip-kept", "tests/cli/issue_again_test.cpp"},
      {"issue-rewritten", "tests/cli/issue_again_test.cpp"},
      {"issue-assessor-changed", "tests/cli/issue_again_test.cpp"},
      {"issue-not-listed", "tests/cli/issue_again_test.cpp"},
      {"issue-post-changed", "tests/cli/issue_posts_test.cpp"},
      {"issue-post-not-listed", "tests/cli/issue_posts_test.cpp"},
      {"issue-second-book", "tests/cli/issue_period_test.cpp"},
      {"issue-period-unknown", "tests/cli/issue_period_test.cpp"},
      {"issue-withdrawn", "tests/cli/issue_again_test.cpp"},
      {"issue-other-version", "tests/cli/issue_again_test.cpp"},
      {"issue-manifest", "tests/cli/issue_again_test.cpp"},
      {"issue-replace", "tests/cli/issue_again_test.cpp"},
      {"issue-choice", "tests/cli/issue_test.cpp"},
      {"issue-output", "tests/cli/issue_test.cpp"},
      {"issue-career-path", "tests/cli/issue_test.cpp"},
      {"issue-no-choices", "tests/cli/issue_test.cpp"},
      {"issue-no-assessor", "tests/cli/issue_test.cpp"},
      {"name-reserved", "tests/cli/verdict_test.cpp"},
      {"personal-file", "tests/cli/issue_test.cpp"},
      {"diff-no-template", "tests/cli/template_diff_test.cpp"},
      {"unknown-calculation", "tests/cli/evaluate_test.cpp"},
      {"setting-form", "tests/cli/evaluate_test.cpp"},
      {"formula-no-value", "tests/cli/evaluate_test.cpp"},
      {"output-failed", "tests/cli/environment_test.cpp"},
      {"pdf-no-edition", "tests/cli/pdf_test.cpp"},
      {"pdf-no-browser", "tests/cli/pdf_test.cpp"},
      {"pdf-failed", "tests/cli/pdf_test.cpp"},
  };
  return list;
}

// Whether a test's text names the rule, as a whole word.
bool names_rule(const std::string& text, std::string_view rule) {
  for (std::size_t at = text.find(rule); at != std::string::npos; at = text.find(rule, at + 1)) {
    const char after = at + rule.size() < text.size() ? text[at + rule.size()] : ' ';
    if (after != '-' && (after < 'a' || after > 'z')) return true;
  }
  return false;
}

struct Case {
  std::string name;
  bool alone = false;
  std::set<std::string> expected;
  tests::Files files;
};

// \uXXXX and \xXX, so that a case file itself is clean UTF-8.
std::string unescaped(const std::string& text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 5 < text.size() && text[i + 1] == 'u') {
      source::append_utf8(result, static_cast<char32_t>(std::stoul(text.substr(i + 2, 4), nullptr, 16)));
      i += 5;
    } else if (text[i] == '\\' && i + 3 < text.size() && text[i + 1] == 'x') {
      result += static_cast<char>(std::stoul(text.substr(i + 2, 2), nullptr, 16));
      i += 3;
    } else {
      result += text[i];
    }
  }
  return result;
}

std::set<std::string> lines_of(const std::string& text) {
  std::set<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) {
    if (!line.empty()) lines.insert(line);
  }
  return lines;
}

std::vector<Case> all_cases() {
  auto checkout = source::RealFileSystem::open(SHIRUBE_SOURCE_DIR);
  REQUIRE(checkout);
  std::vector<Case> cases;
  for (const std::string& path : source::discover(*checkout.value(), folder, {".case"}).files) {
    const tests::Txtar archive = tests::parse_txtar(tests::read_checkout(path));
    Case one;
    one.name = path.substr(folder.size() + 1, path.size() - folder.size() - 6);
    one.expected = lines_of(archive.comment);
    one.alone = one.expected.erase("alone") > 0;
    for (const auto& [name, text] : archive.files) one.files[name] = unescaped(text);
    cases.push_back(std::move(one));
  }
  return cases;
}

}  // namespace

TEST_CASE("each case reports its finding and nothing else") {
  for (const Case& one : all_cases()) {
    INFO(one.name);
    REQUIRE(!one.expected.empty());
    const tests::MemorySite site(one.files);
    CHECK(lines_of(site.findings()) == one.expected);
  }
}

TEST_CASE("all cases in one site report all their findings at once and no other") {
  tests::Files files;
  std::set<std::string> expected;
  for (const Case& one : all_cases()) {
    if (one.alone) continue;
    INFO(one.name);
    for (const auto& [name, text] : one.files) {
      CHECK(files.emplace(name, text).second);  // cases must not share names
    }
    expected.insert(one.expected.begin(), one.expected.end());
  }
  const tests::MemorySite site(files);
  CHECK(lines_of(site.findings()) == expected);
  CHECK(!site.loaded);
}

TEST_CASE("every kind has a case") {
  std::set<std::string> provoked;
  for (const Case& one : all_cases()) {
    for (const std::string& line : one.expected) provoked.insert(line.substr(line.rfind(' ') + 1));
  }
  for (const auto& kind : diagnostic::all_kinds()) {
    if (kind.severity == diagnostic::Severity::note) continue;
    INFO(kind.rule);
    const auto elsewhere = provoked_elsewhere().find(std::string(kind.rule));
    if (elsewhere != provoked_elsewhere().end()) {
      CHECK(names_rule(tests::read_checkout(elsewhere->second), kind.rule));
    } else {
      CHECK(provoked.contains(std::string(kind.rule)));
    }
  }
}
