#include "source/unicode.h"

#include "support/catch.h"

using namespace shirube::source;

TEST_CASE("the first byte that is not UTF-8 is found") {
  CHECK(!find_invalid_utf8(""));
  CHECK(!find_invalid_utf8("abc 日本語 😀\xF4\x8F\xBF\xBF"));
  const std::pair<std::string, std::size_t> rows[] = {
      {"ab\x93\xFA", 2},              // 日 in Shift_JIS
      {"日\xFF", 3},                  // never in UTF-8
      {"a\xC0\x80", 1},               // overlong NUL
      {"\xE0\x80\xAF", 0},            // overlong slash
      {"a\xED\xA0\x80", 1},           // a surrogate
      {"a\xF4\x90\x80\x80", 1},       // above U+10FFFF
      {"日\xE6\x97", 3},              // cut off
      {"日\xE6\x97 x", 3},            // cut off by another character
      {"\x80", 0},                    // continuation alone
      {std::string("a\0\xFE", 3), 2}  // NUL itself is UTF-8
  };
  for (const auto& [text, offset] : rows) {
    INFO(text);
    CHECK(find_invalid_utf8(text) == offset);
  }
}

TEST_CASE("code points are read forwards, backwards and written again") {
  const std::string text = "aé日😀";
  CHECK(code_points(text) == std::vector<char32_t>{'a', 0xE9, 0x65E5, 0x1F600});
  std::string again;
  for (const char32_t c : code_points(text)) append_utf8(again, c);
  CHECK(again == text);
  CHECK(code_point_at(text, 6).value == 0x1F600);
  CHECK(code_point_at(text, 6).size == 4);
  CHECK(code_point_at(text, text.size()).size == 0);
  CHECK(code_point_before(text, 6).value == 0x65E5);
  CHECK(code_point_before(text, 6).size == 3);
  CHECK(code_point_before(text, 0).size == 0);
}

TEST_CASE("one spelling for what looks the same") {
  CHECK(to_nfc("カ\u3099イト\u3099") == "ガイド");
  CHECK(to_nfc("ｶﾞ") == "ｶﾞ");
  CHECK(to_nfkc("ｶﾞｲﾄﾞ") == "ガイド");
  CHECK(to_nfkc("ＡＢＣ１２３") == "ABC123");
  CHECK(to_nfkc("㈱①㍻") == "(株)1平成");
  CHECK(fold_case("MBO Straße ＡＢ") == "mbo strasse ａｂ");
  CHECK(fold_case("日本") == "日本");
  CHECK(to_nfc("") == "");
}

TEST_CASE("widths on a terminal") {
  CHECK(display_width("abc") == 3);
  CHECK(display_width("日本語") == 6);
  CHECK(display_width("ＡＢ。") == 6);
  CHECK(display_width("ｶﾅ") == 2);
  CHECK(display_width("カ\u3099") == 2);
  CHECK(display_width("e\u0301") == 1);
  CHECK(display_width("a\u200Bb") == 2);
  CHECK(display_width("😀") == 2);
  CHECK(display_width("—…") == 2);
  CHECK(display_width("") == 0);
}

TEST_CASE("lengths as Excel counts them") {
  CHECK(utf16_length("日本語") == 3);
  CHECK(utf16_length("𠮷野家😀") == 6);
  CHECK(utf16_length("") == 0);
}

TEST_CASE("Japanese is Han, kana and the punctuation that is set with them") {
  for (const char32_t c : U"日々〆ヶあいアイーｱｰﾞ。、「」『』【】・〜！？（）：％￥｡｢｣､･゛゜ㄅ𠮷㈱①㍿") {
    if (c == 0 || c == U'①') continue;
    INFO(static_cast<unsigned>(c));
    CHECK(is_japanese(c));
    CHECK(is_cjk(c));
  }
  for (const char32_t c : U"aZ0 .,!?()é—…“”→①😀한글") {
    if (c == 0) continue;
    INFO(static_cast<unsigned>(c));
    CHECK(!is_japanese(c));
  }
  CHECK(is_japanese(0x3099));  // what is left of が when macOS writes a file's name
  CHECK(is_cjk(U'한'));
  CHECK(!is_cjk(U'a'));
}

TEST_CASE("classes of characters") {
  for (const char32_t c : U"!.,$+^`|。、「」（）！・…—%￥¥") {
    if (c == 0) continue;
    INFO(static_cast<unsigned>(c));
    CHECK(is_punctuation(c));
    CHECK(!is_letter_or_digit(c));
  }
  for (const char32_t c : U"aZ09é日あア１一") {
    if (c == 0) continue;
    INFO(static_cast<unsigned>(c));
    CHECK(is_letter_or_digit(c));
    CHECK(!is_punctuation(c));
    CHECK(!is_white_space(c));
  }
  for (const char32_t c : {U' ', U'\t', U'\n', U'\r', U'\f', U'\u00A0', U'\u3000'}) CHECK(is_white_space(c));
  CHECK(!is_white_space(0x200B));
}

TEST_CASE("readings sort as in a Japanese dictionary") {
  const std::vector<std::string> sorted = {"100",    "KPI",    "MBO",    "あい",   "アイス", "カード", "かいき",
                                           "かいぎ", "がいき", "きゃく", "きやく", "しょう", "しよう", "はは",
                                           "はば",   "はぱ",   "ばは",   "ん",     "漢字"};
  for (std::size_t i = 1; i < sorted.size(); ++i) {
    INFO(sorted[i - 1] << " before " << sorted[i]);
    CHECK(collation_key(sorted[i - 1]) < collation_key(sorted[i]));
  }
  // Hiragana, katakana and its half-width form are one reading: whoever sorts needs a second key.
  CHECK(collation_key("あい") == collation_key("アイ"));
  CHECK(collation_key("ガイド") < collation_key("きた"));
  CHECK(collation_key("").size() <= collation_key("あ").size());
}
