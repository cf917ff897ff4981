#include "parse/site_config.h"

#include "support/catch.h"
#include "support/parsed_text.h"

using namespace shirube;
using tests::ParsedText;

TEST_CASE("the smallest site.yaml is a title") {
  ParsedText parsed("title: 手引き\n");
  const auto site = parse::read_site_config(*parsed.yaml(), parsed.sink);
  CHECK(parsed.findings().empty());
  CHECK(site.title == "手引き");
  CHECK(site.output == "public");
  CHECK(site.limits.nesting == 32);
}

TEST_CASE("site.yaml sets folders, workbooks and limits") {
  ParsedText parsed(
      "title: 手引き\nlanguage: en\nbase_url: https://example.com/a/\ncontent: pages/\noutput: out\n"
      "workbooks: [mbo-sheet, kpi-weekly]\nraw_html: true\nlimits: {nesting: 40}\n");
  const auto site = parse::read_site_config(*parsed.yaml(), parsed.sink);
  CHECK(parsed.findings().empty());
  CHECK(site.language == "en");
  CHECK(site.content == "pages");
  CHECK(site.workbooks.size() == 2);
  CHECK(site.raw_html);
  CHECK(site.limits.nesting == 40);
}

TEST_CASE("a site of more workbooks than anybody keeps is refused at the first beyond") {
  std::string text = "title: a\nworkbooks:\n";
  for (int i = 0; i < 101; ++i) text += "  - w" + std::to_string(i) + "\n";
  ParsedText parsed(text);
  CHECK(parse::read_site_config(*parsed.yaml(), parsed.sink).workbooks.size() == 100);
  CHECK(parsed.findings() == "103:5 field-limits");
}

TEST_CASE("what a site cannot be is reported") {
  const std::pair<std::string, std::string> rows[] = {
      {"description: x\n", "1:1 missing-key"},
      {"title:\n", "1:7 empty-value"},
      {"title: a\nlanguage: jp\n", "2:11 field-choice"},
      {"title: a\nbase_url: example.com\n", "2:11 site-base-url"},
      {"title: a\ncontent: ../x\n", "2:10 site-folder"},
      {"title: a\noutput: /srv\n", "2:9 site-folder"},
      {"title: a\ntheme_overrides: a\\b\n", "2:18 site-folder"},
      {"title: a\noutput: content/public\n", "2:9 site-folders-overlap"},
      {"title: a\nraw_html: yes\n", "2:11 yaml-boolean"},
      {"title: a\nlimits: {nesting: 1000}\n", "2:19 field-limits"},
      {"title: a\nlimits: {depth: 3}\n", "2:10 unknown-key"},
      {"title: a\ntitel: b\n", "2:1 unknown-key"},
      {"title: a\nstart: 9999-12-31\n", "2:8 day-limits"},
      {"title: a\nstart: 2201-01-01\n", "2:8 day-limits"},
      {"title: a\nstart: 1899-12-31\n", "2:8 day-limits"},
      {"title: a\nstart: 0001-01-01\n", "2:8 day-limits"},
      {"title: a\nstart: 2026-02-30\n", "2:8 no-such-day"},
      {"title: a\nstart: 1900-01-01\n", ""},
      {"title: a\nstart: '2200-12-31'\n", ""},
      {"title: a\nworkbooks: [a, b, a, a]\n", "2:19 workbook-listed-twice\n2:22 workbook-listed-twice"},
      {"", "1:1 field-mapping"},
  };
  for (const auto& [text, findings] : rows) {
    INFO(text);
    ParsedText parsed(text);
    parse::read_site_config(*parsed.yaml(), parsed.sink);
    CHECK(parsed.findings() == findings);
  }
}
