#include "render/html/writer.h"

#include "support/catch.h"

using shirube::render::html::Writer;

TEST_CASE("text and attributes cannot break out of their place") {
  Writer writer;
  writer.open("a", {{"title", "\"><script>alert(1)</script>"}}).text("<b>&").close();
  CHECK(std::move(writer).take() == "<a title=\"&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;\">&lt;b&gt;&amp;</a>");
}

TEST_CASE("elements close in the reverse order of their opening") {
  Writer writer;
  writer.open("ul").open("li").element("b", "x").close().leaf("br").close();
  CHECK(std::move(writer).take() == "<ul><li><b>x</b></li><br></ul>");
}

TEST_CASE("an attribute without a value is written bare, an empty one is not") {
  Writer writer;
  writer.leaf("input", {{"hidden", {}}, {"value", ""}}).shape("rect", {{"x", "1"}});
  CHECK(std::move(writer).take() == "<input hidden value=\"\"><rect x=\"1\"/>");
}
