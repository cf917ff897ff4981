#include "render/html/style_sheet.h"

#include "support/catch.h"

using shirube::render::html::compact_style;

TEST_CASE("a style sheet loses its comments, its line ends and the spaces beside its punctuation") {
  CHECK(compact_style("/* one */\na,\n b > c {\n  color: red !important;\n  margin: 0  1px;\n}\n\n"
                      "@media (min-width: 2px) { d { top: 0; } }\n") ==
        "a,b>c{color:red!important;margin:0 1px}@media (min-width:2px){d{top:0}}");
  CHECK(compact_style("a { background: url( \"b  c\" ) }") == "a{background:url(\"b  c\")}");
  CHECK(compact_style("").empty());
  CHECK(compact_style("/* only this */").empty());
}

TEST_CASE("spaces that mean something stay in a style sheet") {
  const auto style = GENERATE(as<std::string>{}, "a :hover{top:0}", "a .b{top:calc(1px + 2px - 3px)}",
                              "a + b ~ c{top:0}", R"(a{font:1px/2 "A  ; /* B */ }",'c\' ; d'})", "a{grid:'a b' 'c d'}",
                              "a{top:1px -2px}", "@media screen and (a){b{top:0}}", "a{background:url(data:x;y,  /*z)}",
                              "a:is(.b,.c) .d{top:0}", R"(a{content:"\" ; "})", R"(.a\;b{top:0})", "a/**/b{}");
  CHECK(compact_style(style) == style);
}

TEST_CASE("a comment between two names keeps them apart in a style sheet") {
  CHECK(compact_style("a/* x */b{}") == "a/**/b{}");
  CHECK(compact_style("a /* x */ b{}") == "a b{}");
}

TEST_CASE("a broken style sheet is published as far as it goes and as it is from there") {
  CHECK(compact_style("a { top: 0; } /* open  ; }") == "a{top:0} /* open  ; }");
  CHECK(compact_style("a { content: \"open  ; }") == "a{content:\"open  ; }");
  CHECK(compact_style("a{b:url(open  ;") == "a{b:url(open  ;");
  CHECK(compact_style("a\\") == "a\\");
}

TEST_CASE("a body asks for the sheets of what it shows, by whole names of classes") {
  const auto names = [](std::string_view body) {
    std::string text;
    for (const auto& [name, needed] : shirube::render::html::needed_sheets(body)) {
      if (needed) text += std::string(name) + " ";
    }
    return text;
  };
  CHECK(names("<p>cards</p>").empty());
  CHECK(names(R"(<ul class="cards wide"></ul>)") == "lists ");
  CHECK(names(R"(<table class="records risk-table"><tr class=""></tr></table><i class="box is-target">)") ==
        "diagrams tables ");
  CHECK(names(R"(<i class="boxes"></i><i class="not-a-cell"></i>)").empty());
  CHECK(names(R"(<img src="a.png" alt="">)") == "drawings ");
  CHECK(names(R"(<i class="card)").empty());
}
