#include "render/html/words.h"

#include "support/catch.h"
#include "support/theme_words.h"

using namespace shirube;
using render::html::Words;

TEST_CASE("the default theme has every word in Japanese and in English, and no other") {
  for (const std::string language : {"ja", "en"}) {
    const Words& words = tests::theme_words(language);
    INFO(language);
    CHECK(render::html::missing_words(words.all()).empty());
    CHECK(words.all().size() == render::html::word_keys().size());
  }
}

TEST_CASE("both languages use the same placeholders") {
  for (const std::string_view key : render::html::word_keys()) {
    INFO(key);
    for (const std::string placeholder : {"{0}", "{1}", "{2}"}) {
      const bool japanese = tests::theme_words("ja")[key].find(placeholder) != std::string::npos;
      const bool english = tests::theme_words("en")[key].find(placeholder) != std::string::npos;
      CHECK(japanese == english);
    }
  }
}

TEST_CASE("placeholders are replaced, other braces stay") {
  Words::Map map;
  map["a"] = "{0} of {1}, {2} {} {x} {";
  const Words words(map);
  CHECK(words.with("a", {"1", "{0}"}) == "1 of {0}, {2} {} {x} {");
}

TEST_CASE("an empty word counts as missing") {
  Words::Map words = tests::theme_words().all();
  words["menu"] = "";
  CHECK(render::html::missing_words(words) == std::vector<std::string_view>{"menu"});
}
