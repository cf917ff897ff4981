// People files as Excel, personnel systems and people by hand write them.
#include "parse/people.h"

#include "source/json.h"
#include "support/catch.h"

using namespace shirube;

namespace {

struct Read {
  source::SourceSet sources;
  diagnostic::Sink sink;
  std::optional<std::vector<model::Person>> people;
  explicit Read(const std::string& bytes) { people = parse::read_people("people.csv", bytes, sources, sink); }
  bool tells(std::string_view rule) const {
    for (const auto& one : sink.diagnostics()) {
      if (diagnostic::info(one.kind).rule == rule) return true;
    }
    return false;
  }
};

}  // namespace

TEST_CASE("people are read by English and by Japanese columns, in any order, with and without a BOM") {
  const Read english(
      "id,name,kana,organisation,grade,job,first_assessor,second_assessor,career_path\n"
      "0012,山田 花子,ヤマダ ハナコ,営業一課,3等級,営業,佐藤,鈴木,管理職\n");
  REQUIRE(english.people);
  REQUIRE(english.people->size() == 1);
  const model::Person& person = english.people->front();
  CHECK(person.id == "0012");
  CHECK(person.name == "山田 花子");
  CHECK(person.second_assessor == "鈴木");
  CHECK(person.career_path == "管理職");
  CHECK(english.sink.diagnostics().empty());

  const Read japanese("\xEF\xBB\xBF氏名,社員番号,所属\r\n山田,A-7,\"営業, 一課\"\r\n");
  REQUIRE(japanese.people);
  CHECK(japanese.people->front().id == "A-7");
  CHECK(japanese.people->front().organisation == "営業, 一課");
  CHECK(japanese.sink.diagnostics().empty());
}

TEST_CASE("a file in CP932 is read, one in neither is refused") {
  // 社員番号,氏名 / 1,髙橋① in CP932
  const Read excel("\x8E\xD0\x88\xF5\x94\xD4\x8D\x86,\x8E\x81\x96\xBC\r\n1,\xFB\xFC\x8B\xB4\x87\x40\r\n");
  REQUIRE(excel.people);
  CHECK(excel.people->front().name == "髙橋①");
  const Read broken("id,name\n1,\xFF\xFE\xFD\n");
  CHECK(!broken.people);
  CHECK(broken.tells("people-encoding"));
}

TEST_CASE("bad rows are told all at once, and good rows stay") {
  const Read read("id,name\n1,一\n,二\n3,\n../4,四\n1,五\n6,六\n７,七\n");
  REQUIRE(read.people);
  std::string ids;
  for (const auto& person : *read.people) ids += person.id + " ";
  CHECK(ids == "1 6 ");
  CHECK(read.sink.diagnostics().size() == 5);
  CHECK(read.tells("people-blank"));
  CHECK(read.tells("people-id"));
  CHECK(read.tells("people-twice"));
}

TEST_CASE("columns that are missing, unknown or there twice are told") {
  const Read missing("name,grade\n一,3\n");
  CHECK(!missing.people);
  CHECK(missing.tells("people-no-column"));
  const Read odd("id,name,salary,氏名\n1,一,9,二\n");
  CHECK(odd.tells("people-unknown-column"));
  CHECK(odd.tells("people-column-twice"));
}
