#include "render/html/theme.h"

#include <thread>

#include "render/html/page_values.h"
#include "support/catch.h"
#include "support/memory_site.h"
#include "support/theme_words.h"

using namespace shirube;
using render::html::LayoutValue;
using render::html::Theme;

namespace {

// The layouts that these tests are not about, and an asset, without which no theme is whole.
tests::Files with_the_rest(tests::Files files) {
  files.emplace("t/assets/site.css", "body{}");
  for (const std::string_view name : render::html::layout_names()) {
    if (name != "page" && name != "home") files.emplace("t/layouts/" + std::string(name) + ".html", "");
  }
  return files;
}

struct Loaded {
  explicit Loaded(tests::Files theme_files, tests::Files override_files = {})
      : files(with_the_rest(std::move(theme_files))), overrides(std::move(override_files)) {
    theme = Theme::load({&files, "t", &overrides, "mine"}, tests::theme_words().all(), "ja", sources, sink);
  }
  std::string rules() const {
    std::string text;
    for (const auto& found : sink.diagnostics()) text += std::string(diagnostic::info(found.kind).rule) + " ";
    return text;
  }

  source::MemoryFileSystem files;
  source::MemoryFileSystem overrides;
  source::SourceSet sources;
  diagnostic::Sink sink;
  std::unique_ptr<Theme> theme;
};

tests::Files small(const std::string& page) {
  return {{"t/layouts/page.html", page}, {"t/layouts/home.html", "home"}, {"t/assets/site.css", "body{}"}};
}

LayoutValue value() {
  LayoutValue value;
  value.texts = {{"title", "<売上> & \"利益\""}, {"body", "<p>本文</p>"}, {"owner", ""}};
  value.flags = {{"shows-title", true}, {"has-contents", false}};
  LayoutValue item;
  item.texts = {{"text", "A"}};
  value.lists["contents"] = {item, item};
  return value;
}

}  // namespace

TEST_CASE("texts are escaped, html is not") {
  const Loaded loaded(small("{{title}}|{{{body}}}|{{words.menu}}"));
  REQUIRE(loaded.theme);
  CHECK(loaded.theme->render("page", value()) == "&lt;売上&gt; &amp; &quot;利益&quot;|<p>本文</p>|メニュー");
}

TEST_CASE("sections follow flags, lists and whether a text is there") {
  const Loaded loaded(
      small("{{#shows-title}}T{{/shows-title}}{{#has-contents}}C{{/has-contents}}"
            "{{#contents}}{{text}}{{/contents}}{{^owner}}none{{/owner}}"));
  REQUIRE(loaded.theme);
  CHECK(loaded.theme->render("page", value()) == "TAAnone");
}

TEST_CASE("parts are put in their places, and an override takes the place of one file alone") {
  const tests::Files files = {{"t/layouts/page.html", "[{{> a}}{{> b}}]"},
                              {"t/layouts/home.html", "home"},
                              {"t/layouts/a.html", "a{{title}}"},
                              {"t/layouts/b.html", "b"},
                              {"t/assets/site.css", "theirs"}};
  const Loaded loaded(
      files, {{"mine/layouts/b.html", "mine"}, {"mine/assets/logo.svg", "<svg/>"}, {"mine/assets/site.css", "ours"}});
  REQUIRE(loaded.theme);
  LayoutValue plain;
  plain.texts = {{"title", "x"}};
  CHECK(loaded.theme->render("page", plain) == "[axmine]");
  CHECK(loaded.theme->assets() == std::map<std::string, std::string>{{"logo.svg", "<svg/>"}, {"site.css", "ours"}});
}

TEST_CASE("a changed asset changes the version of all") {
  const Loaded before(small(""));
  const Loaded same(small(""));
  const Loaded after(small(""), {{"mine/assets/site.css", "body{color:red}"}});
  CHECK(before.theme->asset_folder() == same.theme->asset_folder());
  CHECK(before.theme->asset_folder() != after.theme->asset_folder());
}

TEST_CASE("each mistake in a layout is a finding, and all are reported at once") {
  const Loaded loaded(small("{{titel}}{{words.menue}}{{#next}}{{/previous}}{{> nowhere}}{{title"));
  CHECK(!loaded.theme);
  CHECK(loaded.rules() ==
        "theme-unknown-name theme-unknown-name theme-close-section theme-missing-file theme-open-tag ");
  CHECK(loaded.sink.diagnostics()[0].suggestion == "title");
  CHECK(loaded.sink.diagnostics()[1].suggestion == "words.menu");
}

TEST_CASE("parts that contain each other are a finding, not an endless text") {
  const Loaded loaded({{"t/layouts/page.html", "{{> a}}"},
                       {"t/layouts/home.html", ""},
                       {"t/layouts/a.html", "{{> b}}"},
                       {"t/layouts/b.html", "{{> a}}"}});
  CHECK(!loaded.theme);
  CHECK(loaded.rules() == "theme-part-loop ");
}

TEST_CASE("a theme without a layout names the file") {
  const tests::Files home = {{"t/layouts/home.html", ""}};
  const Loaded loaded(home);
  CHECK(!loaded.theme);
  CHECK(loaded.rules() == "theme-missing-file ");
}

TEST_CASE("threads render the same page") {
  const Loaded loaded(small("{{#contents}}{{title}}{{text}}\n{{/contents}}{{{body}}}"));
  REQUIRE(loaded.theme);
  const std::string expected = loaded.theme->render("page", value());
  std::vector<std::string> found(4);
  std::vector<std::thread> threads;
  for (std::string& html : found) {
    threads.emplace_back([&] {
      for (int i = 0; i < 100; ++i) html = loaded.theme->render("page", value());
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& html : found) CHECK(html == expected);
}
