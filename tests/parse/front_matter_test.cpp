#include "parse/front_matter.h"

#include "support/catch.h"
#include "support/parsed_text.h"

using namespace shirube;
using tests::ParsedText;

namespace {

parse::FrontMatterResult read(ParsedText& parsed) {
  return parse::read_front_matter(parsed.sources.file(parsed.file), parsed.file, parsed.sink);
}

}  // namespace

TEST_CASE("front matter is read and the body begins after it") {
  ParsedText parsed(
      "---\ntitle: 書き方\nslug: kaki-kata\nweight: 3\ndraft: false\naliases: [old.html]\ntags: [MBO]\n"
      "last_reviewed: 2026-04-01\nreview_in: 6m\nsearch: false\n---\n# 本文\n");
  const auto result = read(parsed);
  CHECK(parsed.findings().empty());
  CHECK(result.present);
  CHECK(result.front_matter.title.value == "書き方");
  CHECK(parsed.text_of(result.front_matter.title.range) == "書き方");
  CHECK(result.front_matter.weight == 3);
  CHECK(!result.front_matter.search);
  CHECK(parsed.sources.file(parsed.file).text().substr(result.body_begin) == "# 本文\n");
}

TEST_CASE("a page without front matter is all body") {
  ParsedText parsed("# 本文\n---\n");
  const auto result = read(parsed);
  CHECK(!result.present);
  CHECK(result.body_begin == 0);
  CHECK(parsed.findings().empty());
}

TEST_CASE("mistakes in front matter have their place in the page") {
  const std::pair<std::string, std::string> rows[] = {
      {"---\ntitle: a\n", "1:1 front-matter-unclosed"},
      {"---\ntitel: a\n---\n", "2:1 unknown-key"},
      {"---\r\n題: a\r\nslug: a/b\r\n---\r\n", "2:1 unknown-key\n3:7 page-slug"},
      {"---\ndraft: いいえ\n---\n", "2:8 yaml-boolean"},
      {"---\nlast_reviewed: 2026-02-30\n---\n", "2:16 no-such-day"},
      {"---\nreview_in: 半年\n---\n", "2:12 page-period"},
      {"---\naliases: [../a.html]\n---\n", "2:11 page-alias"},
      {"---\naudience: 全員\n---\n", "2:11 field-id"},
      {"---\ntitle: \"a\n---\n", "2:8 yaml-unclosed-quote"},
      {"---\n- a\n---\n", "2:1 field-mapping"},
      {"---\nweight: 1.5\n---\n", "2:9 field-integer"},
  };
  for (const auto& [text, findings] : rows) {
    INFO(text);
    ParsedText parsed(text);
    read(parsed);
    CHECK(parsed.findings() == findings);
  }
}
