// Text that vanishes, changes or stays as plain characters without its author wanting it.
#include "support/catch.h"
#include "support/markdown.h"

using shirube::test::ReadPage;

namespace {

struct Row {
  std::string markdown;
  const char* findings;
};

void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    INFO(row.markdown);
    CHECK(ReadPage(row.markdown).findings() == row.findings);
  }
}

const std::string head = "| 項目 | 値 |\n| --- | --- |\n";

}  // namespace

TEST_CASE("cells that no column shows, and rows and rules that make no table, are reported") {
  check({
      {head + "| 上限 | 45時間 | 協定による |", "table-extra-cells(協定による)"},
      {head + "| `a|b` | どちらか |", "table-extra-cells(どちらか)"},
      {head + "上限 | 45時間 | 協定 | 別紙", "table-extra-cells(協定 | 別紙)"},
      {head + "> 引用 | a | b | c", ""},
      {"> " + std::string("| 項目 | 値 |\n> | --- | --- |\n> | a | b | c |"), "table-extra-cells(c)"},
      {head + "| a | b |  |", ""},
      {head + "| a | b\\|c |", ""},
      {head + "| a |", ""},
      {"| 項目 | 値 |\n| --- |\n| a | b |", "table-broken(| --- |)"},
      {"| 項目 |\n| --- | --- |\n| a | b |", "table-broken(| --- | --- |)"},
      {"- 表の見出し\n" + head + "| a | b |", "table-broken(| --- | --- |)"},
      {head + "\n| 空行の後の行 | b |", "table-row-alone(| 空行の後の行 | b |)"},
      {"| 見出しだけ | 値 |\n| a | b |", "table-row-alone(| 見出しだけ | 値 |)"},
      {"｜項目｜値｜\n｜a｜b｜", "mark-wide(｜)"},
      {"絶対値は |x| と書く", ""},
      {"a | b の形で書く", ""},
      {"見出し\n---", ""},
  });
}

TEST_CASE("notes, targets and labels without a partner are reported") {
  check({
      {"本文\n\n[^a]: だれも参照しない", "unused-footnote([^a]: だれも参照しない)"},
      {"本文[^a]\n\n[^a]: 一つ目\n\n[^a]: 二つ目", "unused-footnote([^a]: 二つ目)"},
      {"本文[^a]\n\n[^a]: 注\n\n    続き", ""},
      {"```\n[^a]: 例\n```", ""},
      {"[注意]: この規程は", "unused-definition([注意]: この規程は)"},
      {"[a][Label]\n\n[label]: b.md", ""},
      {"[label]\n\n[label]: b.md", ""},
      {"[書き方][how]を読む", "unknown-link-label([how])"},
      {"[**太字**][how]を読む", "unknown-link-label([how])"},
      {"[書き方][]を読む", "unknown-link-label([])"},
      {"\\[書き方][how]を読む", ""},
      {"行列の[1][2]と`[a][bc]`と[x][y]", ""},
      {"[page][care]", "unknown-link-label([care])"},
      {"[就業規則][規則]", "unknown-link-label([規則])"},
      {"array[page][care]とf(x)[page][care]", ""},
      {"配列[i][j]と[注][1]", ""},
      {"[ファイル][新規][保存]の順に選ぶ", ""},
  });
}

TEST_CASE("marks typed with an input method are reported, each once") {
  check({
      {"##　全角空白の見出し", "mark-blank(##　)"},
      {"##\u00A0NBSPの見出し", "mark-blank(##\u00A0)"},
      {"##空白なしの見出し", "mark-no-blank(##)"},
      {"＃＃ 全角シャープ", "mark-wide(＃＃)"},
      {"＃見出し", "mark-wide(＃)"},
      {"-　全角空白の項目", "mark-blank(-　)"},
      {"-\u00A0NBSPの項目", "mark-blank(-\u00A0)"},
      {"1.　番号の後が全角", "mark-blank(1.　)"},
      {"- 親\n　- 子", "mark-indent(　-)"},
      {"－ 全角の項目", "mark-wide(－)"},
      {"＞ 引用", "mark-wide(＞)"},
      {"[書き方]（how.md）を読む", "mark-wide(]（)"},
      {"［書き方］（how.md）を読む", "mark-wide(］（)"},
      {"![図]（図.png）", "mark-wide(]（)"},
      {"［書き方］(how.md)", "mark-wide(］()"},
      {"［社内サイト］（https://example.co.jp/a）", "mark-wide(］（)"},
      {"＊＊太字＊＊である", "mark-wide(＊＊)"},
      {"これは**太字　**である", "mark-stars(**)"},
      {"**閉じ忘れ", "mark-stars(**)"},
      {"a**(b)**c", "mark-stars(**)"},
      {"これは｀コード｀である", "mark-wide(｀)"},
      {"{value}｀company.sales｀", "mark-wide(｀)"},
      {"> ［!NOTE］\n> 本文", "mark-wide(［!NOTE］)"},
      {":::message\n本文\n:::", "mark-unknown(:::)"},
      {"```　{cards}\n```", "mark-blank(```　{cards})"},
      {"- [　] やること", "mark-wide([　])"},
      {"- ［ ］やること", "mark-wide(［ ］)"},
  });
}

TEST_CASE("brackets, fences, tags and remarks typed with an input method are reported, each once") {
  check({
      {"[名](url）と", "mark-wide(）)"},
      {"詳しくは[名](a.md）と続く", "mark-wide(）)"},
      {"｛漢字｜かんじ｝と{漢字｜かな}", "mark-wide(｛漢字｜かんじ｝) mark-wide({漢字｜かな})"},
      {"{漢字|かんじ｝", "mark-wide({漢字|かんじ｝)"},
      {"## 甲 ｛#h｝", "mark-wide(｛#h｝)"},
      {"## 甲 {＃h}", "mark-wide({＃h})"},
      {"本文[＾1]", "mark-wide([＾1])"},
      {"本文［^1］", "mark-wide(［^1］)"},
      {"[^1]：注", "mark-wide(：)"},
      {"｀｀｀\nコード\n｀｀｀", "mark-wide(｀｀｀) mark-wide(｀｀｀)"},
      {"｀｀｀python", "mark-wide(｀｀｀)"},
      {"～～～\nコード", "mark-wide(～～～)"},
      {"```｛cards｝\na: 1\n```", "mark-wide(```｛cards｝)"},
      {"これは〜〜取消〜〜である", "mark-wide(〜〜)"},
      {"期首＜br＞期末", "mark-wide(＜br＞)"},
      {"＜details＞", "mark-wide(＜details＞)"},
      {"本文<br＞続き", "mark-wide(<br＞)"},
      {"＜!-- 秘密 --＞", "comment-unclosed(＜)"},
      {"本文<！-- 秘密 -->", "comment-unclosed(<)"},
      {"<!— 秘密 —>", "comment-unclosed(<)"},
      {"ー 項目\nー 項目", "mark-wide(ー) mark-wide(ー)"},
      {"– 項目", "mark-wide(–)"},
      {"#見出し", "mark-no-blank(#)"},
      {"-一つ目\n-二つ目", "item-no-blank(-)"},
      {"1.一つ目\n2.二つ目", "item-no-blank(1.)"},
      {"-[ ] やること", "item-no-blank(-)"},
      {"本文[](index.md)の続き", "link-empty([](index.md))"},
      {"[名]()", "link-empty([名]())"},
      {"```\n閉じない\n\n# 見出し", "fence-unclosed(```)"},
      {"> [!NOTE] 同じ行の文", "alert-text([!NOTE])"},
      {"> [!warning] 同じ行の文\n> 続き", "alert-text([!warning])"},
  });
}

TEST_CASE("roles and readings that were begun and are none are reported") {
  check({
      {"{value}`sales は", "role-unfinished({value})"},
      {"{value}`` を見る", "role-unfinished({value})"},
      {"{value} `sales` を見る", "role-unfinished({value})"},
      {"{value}　`sales` を見る", "role-unfinished({value})"},
      {"{ value }`sales` を見る", "role-unfinished({ value })"},
      {"{value}sales を見る", "role-unfinished({value})"},
      {"{download}'mbo-sheet'", "role-unfinished({download})"},
      {"{ref}“goals” を見る", "role-unfinished({ref})"},
      {"{term}粗利を見る", "role-unfinished({term})"},
      {"{value}｀sales を見る", "role-unfinished({value})"},
      {"{value}｀sales｀ を見る", "mark-wide(｀)"},
      {"｛value｝`sales` を見る", "mark-wide(｛value｝)"},
      {"{value｝`sales` を見る", "mark-wide({value｝)"},
      {"｛ref}sales を見る", "mark-wide(｛ref})"},
      {"{valeu}`x`", "unknown-role(valeu)"},
      {"# 題 {value}sales", "role-unfinished({value})"},
      {head + "| a | {value}sales |", "role-unfinished({value})"},
      {"- 項目\n  > {value}sales", "role-unfinished({value})"},
      {"{漢字|} と", "ruby-unfinished({漢字|})"},
      {"{漢字| }と", "ruby-unfinished({漢字| })"},
      {"{漢字|かんじ、と", "ruby-unfinished({漢字|かんじ)"},
      {"{漢字|カンジ", "ruby-unfinished({漢字|カンジ)"},
  });
}

TEST_CASE("links and emphasis that were begun and are none, and those of other tools, are reported") {
  check({
      {"[a](index.md と続く", "link-unclosed((index.md)"},
      {"[a](index.mdと続く", "link-unclosed((index.md)"},
      {"[a](../図/頁.md#h", "link-unclosed((../図/頁.md)"},
      {"![図](x.png", "link-unclosed((x.png)"},
      {"[`a`](index.md", "link-unclosed((index.md)"},
      {"[甲](a.md と[乙](b.md)", "link-unclosed((a.md)"},
      {"[名] (a.md)を読む", "link-apart(] (a.md))"},
      {"[名]　(#h)を読む", "link-apart(]　(#h))"},
      {"![図] (図.png)", "link-apart(] (図.png))"},
      {"これは__強調__である", "mark-underscores(__強調__)"},
      {"__強調__である", "mark-underscores(__強調__)"},
      {"これは＊強調＊である", "mark-wide(＊)"},
      {"＊強調＊", "mark-wide(＊)"},
      {"＞引用文", "mark-wide(＞)"},
      {"＞「引用」である。", "mark-wide(＞)"},
      {"！[図](x.png)", "mark-wide(！)"},
      {"次の図。！[図](x.PNG)", "mark-wide(！)"},
      {"[[page]]", "mark-unknown([[page]])"},
      {"詳しくは[[就業規則|規則]]を読む", "mark-unknown([[就業規則|規則]])"},
      {"[toc]", "mark-unknown([toc])"},
      {"[TOC]", "mark-unknown([TOC])"},
      {"これは==強調==である", "mark-unknown(==強調==)"},
      {"本文[^1]と[^1]\n\n[^1]：注", "mark-wide(：)"},
      {"[^1]：注\n\n本文[^1]と[^2]", "mark-wide(：) unknown-footnote([^2])"},
  });
}

TEST_CASE("ordinary text is not taken for something unfinished") {
  check({
      {"`{value}sales` と `[a](b.md` と `{漢字|}` と `[[a]]`", ""},
      {"```\n{value}sales\n[a](b.md\n＞引用\n[toc]\n```", ""},
      {"    {value}sales\n    ==強調==", ""},
      {"<!-- {value}sales [[page]] [名] (a.md) -->", ""},
      {"\\{value}sales と \\[a](b.md と \\[\\[page]]", ""},
      {"{a} と {value} を置き換える", ""},
      {"料金は{value}円である", ""},
      {"{a}b と {x} `y` と ｛甲｝`乙`", ""},
      {"集合 {x|x>0} と {男|女} と {a|}", ""},
      {"[1] (a.md) と [注] (別紙を参照) と [注] (3.2)", ""},
      {"- [x] (a.md)", ""},
      {"f[i](x と g[j](3.5", ""},
      {"注意[a](別紙", ""},
      {"関数 __init__ は__init__を呼ぶ", ""},
      {"氏名____ 印____", ""},
      {"価格＊と数量＊は税込である", ""},
      {"3＊4＊5 と ＊1、＊2", ""},
      {"＞設定＞詳細", ""},
      {"＞５％ なら", ""},
      {"完成した！[写真](a.png)", ""},
      {"すごい！[詳細](a.md)", ""},
      {"[[1, 2], [3, 4]] と a[[i]] と [[1]] と [[ -f x ]]", ""},
      {"[toc] と書く", ""},
      {"a == b と a==b==c と ====", ""},
  });
}

TEST_CASE("ordinary text is not taken for a mistyped mark") {
  check({
      {"#営業 #総務", ""},
      {"#1の件である", ""},
      {"#見出しは井桁で始まる。", ""},
      {"-5℃から\n-10℃まで", ""},
      {"1.5倍から\n2.5倍まで", ""},
      {"-（マイナス）を付ける", ""},
      {"＜年間件数＞を書く", ""},
      {"x＜y！である", ""},
      {"｛甲、乙｝の集合", ""},
      {"[注]（別紙）と[別紙](a.md)（後述）", ""},
      {"```\n閉じる\n```", ""},
      {"- ```\n  閉じる\n  ```", ""},
      {"~~~~\n```\n~~~~", ""},
      {"![](a.png)", ""},
      {"[![図](a.png)](b.md)と[`code`](b.md)", ""},
      {"> [!NOTE]\n> 本文", ""},
      {"> [!重要な点] を引く", ""},
      {"― 孔子", ""},
      {"• 一つ目\n• 二つ目", ""},
      {"# 題\n\n#1の件と#タグと-5℃と1.5倍と2024.4.1", ""},
      {"［注］（別紙を参照）", ""},
      {"注意（[別紙]（後述）を参照）", ""},
      {"＊印は必須である。＃は番号の意味である。", ""},
      {"2**10は1024である", ""},
      {"`**` と書くと太字になる", ""},
      {"－（マイナス）は引く。＋（プラス）は足す", ""},
      {"　字下げした段落である。", ""},
      {"時刻は 9：00 である：：", ""},
      {"単価×件数", ""},
      {"A*B の形", ""},
      {"*注：別紙を見る", ""},
      {"これは*大事*なことと**「重要」**である", ""},
      {"売上**10%**増", ""},
      {"10 * 20 * 30", ""},
      {"［!］は注意を表す", ""},
      {"a[i][j]", ""},
  });
}

TEST_CASE("a product whose stars are read as emphasis is reported") {
  check({
      {"単価*件数*0.5を足す", "stars-lost(*件数*)"},
      {"3*4*5", "stars-lost(*4*)"},
      {"x**2**y", "stars-lost(**2**)"},
      {"月額*人数*月数", "stars-lost(*人数*)"},
      {"単価\\*件数\\*0.5", ""},
      {"`単価*件数*0.5`", ""},
  });
}

TEST_CASE("lines that begin with a Japanese list mark stay lines") {
  CHECK(ReadPage("・中黒の項目\n・二つ目").html() == "<p>・中黒の項目<br />\n・二つ目</p>\n");
  CHECK(ReadPage("次のとおり\n１．全角の番号\n２．二つ目\nの続き").html() ==
        "<p>次のとおり<br />\n１．全角の番号<br />\n２．二つ目の続き</p>\n");
  CHECK(ReadPage("①一つ目\n②二つ目\n（３）三つ目").html() == "<p>①一つ目<br />\n②二つ目<br />\n（３）三つ目</p>\n");
  CHECK(ReadPage("本文の途中で\n１００円である").html() == "<p>本文の途中で１００円である</p>\n");
}

TEST_CASE("a line ends in a cell with <br>") {
  CHECK(ReadPage(head + "| 管理職 | 期首の面談<br>期末<br/>の<BR />面談 |").html().find(
            "<td>期首の面談<br />\n期末<br />\nの<br />\n面談</td>") != std::string::npos);
  check({
      {head + "| a | b<br>c |", ""},
      {"a<br>b", "raw-html(<br>)"},
      {head + "| a | b<b>c</b> |", "raw-html(<b>) raw-html(</b>)"},
      {head + "| a | `<br>` |", ""},
  });
}
