#include "support/catch.h"
#include "support/markdown.h"

using namespace shirube;
using test::ReadPage;

namespace {

class Walker {
 public:
  explicit Walker(const ReadPage& page) : page_(page) {}

  std::string text;  // each inline's name and the source it covers, a line each

  void walk(const model::Blocks& blocks) {
    for (const model::Block& block : blocks) {
      std::visit([this](const auto& value) { visit(value); }, block.value);
    }
  }
  void walk(const model::Inlines& inlines) {
    for (const model::Inline& each : inlines) {
      static const char* const names[] = {"text",   "soft", "break", "code", "ruby", "em",  "strong",
                                          "strike", "link", "image", "role", "note", "html"};
      text += std::string(names[each.value.index()]) + " " + std::string(page_.at(each.range)) + "\n";
      std::visit(
          [this](const auto& value) {
            if constexpr (requires { value.children; }) walk(value.children);
          },
          each.value);
    }
  }

 private:
  void visit(const model::List& list) {
    for (const auto& item : list.items) walk(item.children);
  }
  void visit(const model::Table& table) {
    for (const auto& cell : table.header) walk(cell.children);
    for (const auto& row : table.rows) {
      for (const auto& cell : row) walk(cell.children);
    }
  }
  template <class T>
  void visit(const T& value) {
    if constexpr (requires { value.children; }) walk(value.children);
  }

  const ReadPage& page_;
};

std::string walked(const ReadPage& page) {
  Walker walker(page);
  walker.walk(page.page.document.blocks);
  return walker.text;
}

}  // namespace

TEST_CASE("every inline knows its place, on indented continuation lines too") {
  const ReadPage page("> - 日本**「語」**の\n>     続き`co\n>   de` と[リンク](<a b.md>\n>   \"題\")*e*\n");
  CHECK(walked(page) ==
        "text 日本\nstrong **「語」**\ntext 「語」\ntext の\nsoft \n\ntext 続き\ncode `co\n>   de`\ntext  と\n"
        "link [リンク](<a b.md>\n>   \"題\")\ntext リンク\nem *e*\ntext e\n");
  REQUIRE(page.page.references.size() == 1);
  CHECK(page.at(page.page.references[0].range) == "a b.md");
}

TEST_CASE("escapes, entities and references do not shift what follows") {
  const ReadPage page("[a]: /u\n[b]: /v\n\\*&copy;&amp;amp;&ngE; [a][] [x][b] ![b] <http://e.jp> *終*\n");
  CHECK(walked(page) ==
        "text \\*&copy;&amp;amp;&ngE; \nlink [a][]\ntext a\ntext  \nlink [x][b]\ntext x\ntext  \nimage ![b]\ntext b\n"
        "text  \nlink <http://e.jp>\ntext http://e.jp\ntext  \nem *終*\ntext 終\n");
}

TEST_CASE("cells of a table know their places, after escaped bars and below a paragraph") {
  const ReadPage page("前の行\n| 見出し | b\\|c **d** |\n|---|---|\n| `x\\|y` | *三* |\n|| 四 |\n");
  CHECK(walked(page) ==
        "text 前の行\ntext 見出し\ntext b\\|c \nstrong **d**\ntext d\ncode `x\\|y`\nem *三*\ntext 三\ntext 四\n");
}

TEST_CASE("roles, addresses, strikethrough and footnotes know their places") {
  const ReadPage page("は{ref}`a.md#日`を~~消~~す。www.example.com/aを[^n]\n\n[^n]: 注*記*\n");
  CHECK(walked(page) ==
        "text は\nrole {ref}`a.md#日`\ntext を\nstrike ~~消~~\ntext 消\ntext す。\nlink www.example.com/a\n"
        "text www.example.com/a\ntext を\nnote [^n]\n");
  CHECK(page.at(page.page.references[0].range) == "a.md#日");
  REQUIRE(page.page.document.footnotes.size() == 1);
  CHECK(page.at(page.page.document.footnotes[0].range) == "[^n]: 注*記*");
}

TEST_CASE("blocks know their places") {
  const ReadPage page(
      "# 一 #\r\n\r\n二\r\n三\r\n===\r\n\r\n> 四\r\n五\r\n\r\n  - 六\r\n\r\n    ~~~ x\r\n    七\r\n    ~~~\r\n\r\n"
      "| a |\r\n|---|\r\n| b |\r\n\r\n***\r\n\r\n    八\r\n");
  std::string text;
  for (const auto& block : page.page.document.blocks) text += "[" + std::string(page.at(block.range)) + "]\n";
  CHECK(text ==
        "[# 一 #]\n[二\r\n三\r\n===]\n[> 四\r\n五]\n[- 六\r\n\r\n    ~~~ x\r\n    七\r\n    ~~~]\n"
        "[| a |\r\n|---|\r\n| b |]\n[***]\n[八]\n");
  CHECK(page.at(page.page.headings[0].range) == "一");
  CHECK(page.at(page.page.headings[1].range) == "二\r\n三");
}

TEST_CASE("a directive's name and options are found in lists and quotes") {
  const ReadPage page("> - ```{checklst}\n>   id: a\n>   ```\n\n1. ~~~{checklist}\n   idd: 日\n   id: x\n   ~~~\n");
  CHECK(page.findings() == "unknown-directive(checklst) unknown-key(idd)");
}

TEST_CASE("front matter does not shift the places of the body") {
  const ReadPage page("---\ntitle: 題\n---\n\n本文[x](javascript:a)\n");
  CHECK(page.page.front_matter.title.value == "題");
  CHECK(page.findings() == "link-scheme(javascript:a)");
}

TEST_CASE("the rest of a tab that a list has used up moves no place") {
  const ReadPage page("1. - a\n\tb **c**");
  Walker walker(page);
  walker.walk(page.page.document.blocks);
  CHECK(walker.text ==
        "text a\n"
        "soft \n\t\n"
        "text b \n"
        "strong **c**\n"
        "text c\n");
  for (const model::Block& block : page.page.document.blocks) CHECK(page.at(block.range) == "1. - a\n\tb **c**");
}
