#include "render/html/svg/text_lines.h"

#include "source/unicode.h"
#include "support/catch.h"

using shirube::render::html::text_lines;
using Lines = std::vector<std::string>;

TEST_CASE("a short text is one line") {
  CHECK(text_lines("売上", 24, 3) == Lines{"売上"});
  CHECK(text_lines("", 24, 3).empty());
}

TEST_CASE("lines of one text are of nearly equal length") {
  CHECK(text_lines("既存顧客への提案を毎月行う", 24, 3) == Lines{"既存顧客への", "提案を毎月行う"});
}

TEST_CASE("lines break before words, where the script changes") {
  CHECK(text_lines("意思決定リードタイム", 16, 3) == Lines{"意思決定", "リードタイム"});
  CHECK(text_lines("改善提案回数の増加", 16, 3) == Lines{"改善提案回数の", "増加"});
  CHECK(text_lines("業務KPIの改善：意思決定", 18, 3) == Lines{"業務KPIの", "改善：意思決定"});
  CHECK(text_lines("行動変容（先行KPI）", 16, 3) == Lines{"行動変容", "（先行KPI）"});
  // Not at the price of a line more.
  CHECK(text_lines("あのリードタイムズ", 10, 2).size() == 2);
}

TEST_CASE("no line begins with a full stop or a small kana, none ends with an opening bracket") {
  const Lines lines = text_lines("あいうえ。かきくけ（さしすせ）ちょっとまって", 8, 9);
  for (const std::string& line : lines) {
    INFO(line);
    CHECK(!line.starts_with("。"));
    CHECK(!line.starts_with("）"));
    CHECK(!line.starts_with("ょ"));
    CHECK(!line.starts_with("っ"));
    CHECK(!line.ends_with("（"));
  }
}

TEST_CASE("a sign stays with its number") {
  CHECK(text_lines("基準値から＋30pt", 12, 3) == Lines{"基準値から", "＋30pt"});
  for (int columns = 8; columns < 18; ++columns) {
    for (const std::string& line : text_lines("売上は￥500、費用は−20％である", columns, 9)) {
      INFO(columns << " " << line);
      CHECK(!line.ends_with("￥"));
      CHECK(!line.ends_with("−"));
    }
  }
}

TEST_CASE("Latin words stay whole where a line has room for them") {
  CHECK(text_lines("daily sales awareness", 12, 3) == Lines{"daily sales", "awareness"});
}

TEST_CASE("what does not fit is cut, and says so within the width") {
  const Lines lines = text_lines("一二三四五六七八九十一二三四五六七八九十", 10, 2);
  REQUIRE(lines.size() == 2);
  CHECK(lines[1].ends_with("…"));
  CHECK(shirube::source::display_width(lines[1]) <= 10);
}

TEST_CASE("a character wider than the line still ends") {
  CHECK(text_lines("永", 1, 2) == Lines{"永"});
}
