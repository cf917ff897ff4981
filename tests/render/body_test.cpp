#include "render/html/body.h"

#include "render/html/markup.h"
#include "support/catch.h"
#include "support/markdown.h"

using namespace shirube;
using test::ReadPage;

namespace {

std::string in_site(const char* markdown) {
  render::html::BodyContext context;
  context.in_site = true;
  return ReadPage(markdown).html(context);
}

}  // namespace

TEST_CASE("in a site, headings have permalinks, tables frames, links and images their attributes") {
  CHECK(in_site("## 目標\n") ==
        "<h2 id=\"目標\">目標 <a class=\"permalink\" href=\"#%E7%9B%AE%E6%A8%99\" aria-label=\"Link to this "
        "heading\">#</a></h2>\n");
  CHECK(in_site("|a|\n|:-:|\n") ==
        "<div class=\"table-frame\" tabindex=\"0\" role=\"group\" aria-label=\"Table\">\n<table>\n<thead>\n<tr>\n"
        "<th scope=\"col\" class=\"to-center\">a</th>\n</tr>\n</thead>\n</table>\n</div>\n");
  CHECK(in_site("[a](https://b.jp) [c](d.md) ![e](f.png)") ==
        "<p><a href=\"https://b.jp\" rel=\"noopener\">a</a> <a href=\"d.md\">c</a> "
        "<img src=\"f.png\" alt=\"e\" loading=\"lazy\" /></p>\n");
  CHECK(in_site("- [x] a") ==
        "<ul>\n<li class=\"task\"><input checked=\"\" disabled=\"\" type=\"checkbox\"> a</li>\n</ul>\n");
}

TEST_CASE("what the page knows decides where links lead and how roles and directives look") {
  render::html::BodyContext context;
  context.href = [](model::ReferenceId id) { return "to-" + std::to_string(id.value) + "?a=1&b=2"; };
  context.role = [](const model::Role& role) { return "<dfn>" + render::html::escape(role.argument) + "</dfn>"; };
  context.directive = [](const model::Directive& directive) { return "<hr class=\"" + directive.name + "\">"; };
  const ReadPage page("[a](x.md)![b](y.png){term}`c<`\n\n```{glossary}\n```\n");
  CHECK(page.html(context) ==
        "<p><a href=\"to-0?a=1&amp;b=2\">a</a><img src=\"to-1?a=1&amp;b=2\" alt=\"b\" /><dfn>c&lt;</dfn></p>\n"
        "<hr class=\"glossary\">\n");
}

TEST_CASE("nothing that an author writes leaves an attribute") {
  CHECK(ReadPage("[a](<x\"y> \"t\\\"><b\")").html() == "<p><a href=\"x%22y\" title=\"t&quot;&gt;&lt;b\">a</a></p>\n");
  CHECK(ReadPage("```a\"onclick=\n<x>\n```").html() ==
        "<pre><code class=\"language-a&quot;onclick=\">&lt;x&gt;\n</code></pre>\n");
  CHECK(ReadPage("![\"><x](a)").html() == "<p><img src=\"a\" alt=\"&quot;&gt;&lt;x\" /></p>\n");
  CHECK(render::html::escape("<&\">'") == "&lt;&amp;&quot;&gt;'");
  CHECK(render::html::encode_url("日 [a]%41") == "%E6%97%A5%20%5Ba%5D%41");
}
