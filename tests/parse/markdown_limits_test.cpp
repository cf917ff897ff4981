#include <functional>

#include "support/catch.h"
#include "support/markdown.h"

using namespace shirube;
using test::ReadPage;

namespace {

std::string repeat(std::string_view piece, std::size_t bytes) {
  std::string text;
  text.reserve(bytes + piece.size());
  while (text.size() < bytes) text += piece;
  return text;
}

std::string rules(const ReadPage& page) {
  std::string text;
  for (const auto& each : page.sink.diagnostics()) {
    text += (text.empty() ? "" : " ") + std::string(diagnostic::info(each.kind).rule);
  }
  return text;
}

// The rule that stopped the page, and the number seen.
std::string first(const ReadPage& page) {
  if (page.sink.empty()) return "";
  const auto& found = page.sink.diagnostics().front();
  std::string text(diagnostic::info(found.kind).rule);
  for (const auto& argument : found.arguments) text += " " + argument;
  return text;
}

}  // namespace

TEST_CASE("every limit of a page is reported with the number seen and the limit") {
  CHECK(first(ReadPage(std::string(50 << 20, 'a'))) == "limit-markdown 52428800 1048576");
  CHECK(first(ReadPage(repeat("あ", 40000))) == "limit-block 40003 32768");
  CHECK(first(ReadPage(std::string(33, '>') + " a")) == "limit-nesting 33 32");
  CHECK(first(ReadPage(repeat("- ", 80) + "a")) == "limit-nesting 40 32");
  CHECK(first(ReadPage(repeat("1. ", 120) + "a")) == "limit-nesting 40 32");
  CHECK(first(ReadPage(repeat("*a **b ", 7 * 50) + "c" + std::string(150, '*'))) == "limit-inline-nesting 65 64");
  CHECK(first(ReadPage(repeat("|a", 400) + "\n" + repeat("|-", 400) + "\n")) == "limit-table-columns 200 128");
  CHECK(first(ReadPage("|a|b|\n|-|-|\n" + repeat("|c|d|\n", 6 * 60000))) == "limit-table 2 60001 120002 100000");
  CHECK(rules(ReadPage("> " + repeat("- ", 66) + "a\n>\n> a")) == "limit-nesting");
}

TEST_CASE("lists that grow deeper line by line are stopped") {
  std::string text;
  for (std::size_t i = 0; i < 60; ++i) text.append(i * 2, ' ').append("- a\n");
  CHECK(rules(ReadPage(text)) == "limit-nesting");
}

TEST_CASE("a long list and a long fence are not long blocks") {
  CHECK(rules(ReadPage(repeat("- 項目の文\n", 100000))).empty());
  CHECK(rules(ReadPage(repeat("3. 項目の文\n", 100000))).empty());
  CHECK(rules(ReadPage("```\n" + repeat("code\n", 100000) + "```\n")).empty());
}

TEST_CASE("a definition that is expanded very often is stopped") {
  parse::MarkdownOptions options;
  // Below 100,000 bytes of expansions: there the newer cmark-gfm stops expanding by itself.
  options.limits.page_html_bytes = 1 << 16;
  CHECK(rules(ReadPage("[a]: /" + std::string(20000, 'u') + "\n\n" + repeat("[a]\n\n", 20), options)) == "limit-html");
  options.limits.page_memory_bytes = 4 << 20;
  CHECK(rules(ReadPage("[a]: /" + std::string(20000, 'u') + "\n\n" + repeat("[a]\n\n", 40000), options)) ==
        "limit-memory");
}

TEST_CASE("a page that takes too long is given up") {
  parse::MarkdownOptions options;
  options.limits.page_milliseconds = 0;
  CHECK(rules(ReadPage(repeat("*a* `b` [c](d)\n\n", 100000), options)) == "limit-time");
}

TEST_CASE("shapes that are known to hurt end, with a finding or without") {
  struct Shape {
    const char* piece;
    std::size_t bytes;
  };
  const Shape shapes[] = {
      {"[", 100000},          {"![[]()", 32000},
      {"</<!--<!--", 100000}, {"<?x", 32000},
      {"<![CDATA[", 32000},   {"\n|-\nt>|-", 100000},
      {"_t*_ ", 32000},       {"z_www.", 32000},
      {"www.)))", 32000},     {"<http://s", 32000},
      {":-\n:\n:\n", 100000}, {"~e,z~~", 32000},
      {">", 100000},          {" - - - x\n\n\n", 100000},
      {"____.", 32000},       {" 2.\n", 100000},
      {" -\n", 100000},       {"![", 100000},
      {"a@b.", 32000},        {"*a_ ", 32000},
      {"`a``", 32000},        {"(www.x_", 32000},
      {"**「a」", 32000},     {"~a ~~b ", 32000},
      {"[^a]", 32000},        {"](a b.c", 32000},
      {"{a}`b`", 32000},      {"&amp;", 32000},
      {"\\", 32000},          {"[a](<b", 32000},
      {"|", 100000},          {"| a |\n|---|\n", 100000},
      {"\t- a\n", 100000},    {"[a]: b\n", 32000},
      {"# a\n", 100000},
  };
  for (const Shape& shape : shapes) {
    INFO(shape.piece);
    const std::string text = repeat(shape.piece, shape.bytes);
    const ReadPage page("x\n\n" + text + "\n\n終");
    CHECK((!page.sink.empty() || page.html().ends_with("終</p>\n")));
  }
}
