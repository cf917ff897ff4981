#include "render/html/href.h"

#include "support/catch.h"

using namespace shirube::render::html;

TEST_CASE("addresses are relative to the page that writes them") {
  CHECK(relative_href("index.html", "mbo/index.html") == "mbo/index.html");
  CHECK(relative_href("mbo/index.html", "mbo/writing.html") == "writing.html");
  CHECK(relative_href("mbo/writing.html", "index.html") == "../index.html");
  CHECK(relative_href("mbo/a/b.html", "mbo/c/d.html") == "../c/d.html");
  CHECK(relative_href("mbo.html", "mbo/index.html") == "mbo/index.html");
  CHECK(relative_href("mbo/x.html", "mbo-2/x.html") == "../mbo-2/x.html");
  CHECK(relative_href("mbo/x.html", "mbo/x.html") == "x.html");
}

TEST_CASE("Japanese names, spaces, percent and number signs are percent-encoded") {
  CHECK(relative_href("index.html", "図/売上 100%.png") == "%E5%9B%B3/%E5%A3%B2%E4%B8%8A%20100%25.png");
  CHECK(relative_href("index.html", "a#b?c.html") == "a%23b%3Fc.html");
  CHECK(relative_href("index.html", "a\"b.html") == "a%22b.html");
  CHECK(fragment_href("目標") == "#%E7%9B%AE%E6%A8%99");
  CHECK(fragment_href("").empty());
}

TEST_CASE("a first part with a colon is not taken for a scheme") {
  CHECK(relative_href("index.html", "javascript:alert(1).html") == "javascript%3Aalert(1).html");
}

TEST_CASE("the way up is as long as the path is deep") {
  CHECK(root_prefix("index.html").empty());
  CHECK(root_prefix("a/b/c.html") == "../../");
}
