#include "render/html/phrases.h"

#include "support/catch.h"

using shirube::render::html::with_phrase_breaks;

TEST_CASE("a heading may be broken after particles, not within words") {
  CHECK(with_phrase_breaks("目標の書き方") == "目標の<wbr>書き方");
  CHECK(with_phrase_breaks("一年の進め方と面談") == "一年の<wbr>進め方と<wbr>面談");
  CHECK(with_phrase_breaks("行動から売上へ") == "行動から<wbr>売上へ");
  CHECK(with_phrase_breaks("続行の判定（ゲート）、ピボット") == "続行の<wbr>判定<wbr>（ゲート）、<wbr>ピボット");
}

TEST_CASE("a heading without phrases stays whole, and is escaped") {
  CHECK(with_phrase_breaks("").empty());
  CHECK(with_phrase_breaks("目標管理制度") == "目標管理制度");
  CHECK(with_phrase_breaks("A & B <wbr>") == "A &amp; B &lt;wbr&gt;");
  CHECK(with_phrase_breaks("「の」「と」") == "「の」<wbr>「と」");
  CHECK(with_phrase_breaks("、。") == "、。");
}
