#include "publish/manifest.h"

#include "publish/sha256.h"
#include "support/catch.h"

using namespace shirube::publish;

TEST_CASE("SHA-256 as the standard's examples have it") {
  CHECK(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("a manifest reads back as it was written") {
  const Manifest manifest{{{"a \"quoted\".html", 1, sha256("1")},
                           {"assets/1/a.css", 1, sha256("1"), Life::previous},
                           {"assets/2/a.css", 1, sha256("2"), Life::versioned},
                           {"手引き/index.html", 12345678901, sha256("2")}}};
  const std::string text = manifest_text(manifest);
  const auto parsed = parse_manifest(text);
  REQUIRE(parsed);
  CHECK(parsed->files == manifest.files);
  CHECK(manifest_text(*parsed) == text);
  CHECK(parsed->find("手引き/index.html") != nullptr);
  CHECK(parsed->find("手引き") == nullptr);
  CHECK(parsed->has_below("手引き"));
  CHECK(!parsed->has_below("手引"));
  CHECK(parse_manifest(manifest_text({})));
}

TEST_CASE("what this program cannot have written is not a manifest") {
  const std::string good = manifest_text({{{"a", 1, sha256("a"), Life::versioned}, {"b", 1, sha256("b")}}});
  REQUIRE(parse_manifest(good));
  const auto with = [&](const std::string& from, const std::string& to) {
    std::string text = good;
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
  };
  CHECK(!parse_manifest(""));
  CHECK(!parse_manifest("[]"));
  CHECK(!parse_manifest(good.substr(0, good.size() / 2)));
  CHECK(!parse_manifest(with("\"format\":1", "\"format\":2")));
  CHECK(!parse_manifest(with("\"format\":1", "\"format\":\"1\"")));
  CHECK(!parse_manifest(with("shirube ", "another ")));
  CHECK(!parse_manifest(with("\"files\"", "\"fils\"")));
  CHECK(!parse_manifest(with("\"a\"", "\"c\"")));  // not sorted
  CHECK(!parse_manifest(with("\"a\"", "\"b\"")));  // twice
  CHECK(!parse_manifest(with("\"a\"", "7")));
  CHECK(!parse_manifest(with("\"bytes\":1", "\"bytes\":-1")));
  CHECK(!parse_manifest(with(sha256("a"), "A")));
  CHECK(!parse_manifest(with("\"versioned\"", "\"for ever\"")));
  CHECK(!parse_manifest(with("\"versioned\"", "7")));
  for (const char* path : {"", "/etc/passwd", "../a", "a/../b", "a//b", "a/", ".", "a/.", "manifest.json"}) {
    INFO(path);
    CHECK(!parse_manifest(with("\"a\"", '"' + std::string(path) + '"')));
  }
}
