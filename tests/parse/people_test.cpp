// People files as Excel, personnel systems and people by hand write them.
#include "parse/people.h"

#include "diagnostic/printer.h"
#include "source/json.h"
#include "support/catch.h"

using namespace shirube;

namespace {

struct Read {
  source::SourceSet sources;
  diagnostic::Sink sink;
  std::optional<std::vector<model::Person>> people;
  std::vector<std::string> refused;
  explicit Read(const std::string& bytes, const std::map<std::string, std::string>& headings = {}) {
    auto list = parse::read_people("people.csv", bytes, headings, sources, sink);
    if (!list) return;
    people = std::move(list->people);
    refused = std::move(list->refused);
  }
  // `2:1 people-blank`, sorted by place.
  std::string findings() const {
    std::string lines;
    for (const auto& found : source::Json::parse(diagnostic::print_json(sink.diagnostics(), sources, {}))) {
      lines += (lines.empty() ? "" : "\n") + std::to_string(found["line"].get<int>()) + ":" +
               std::to_string(found["column"].get<int>()) + " " + found["rule"].get<std::string>();
    }
    return lines;
  }
  bool reports(std::string_view rule) const {
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
  CHECK(broken.reports("people-encoding"));
}

TEST_CASE("bad rows are reported all at once, and good rows stay") {
  const Read read("id,name\n1,一\n,二\n3,\n../4,四\n1,五\n6,六\n７,七\n");
  REQUIRE(read.people);
  std::string ids;
  for (const auto& person : *read.people) ids += person.id + " ";
  CHECK(ids == "1 6 ");
  CHECK(read.sink.diagnostics().size() == 4);
  CHECK(read.reports("people-blank"));
  CHECK(read.reports("people-id"));
  CHECK(read.reports("people-twice"));
}

TEST_CASE("columns that are missing, unknown or duplicate are reported") {
  const Read missing("name,grade\n一,3\n");
  CHECK(!missing.people);
  CHECK(missing.reports("people-no-column"));
  const Read odd("id,name,salary,氏名,id\n1,一,9,二,1\n");
  CHECK(!odd.people);
  CHECK(odd.reports("people-unknown-column"));
  CHECK(odd.reports("people-column-twice"));
  CHECK(odd.reports("people-columns-same"));
}

TEST_CASE("two headings of one field are named both, and the list is not read") {
  struct Pair {
    std::string first, second, field;
    std::map<std::string, std::string> headings = {};
  };
  for (const Pair& each : {Pair{"役職", "兼務", "post"}, Pair{"兼務", "post", "post"}, Pair{"メール", "メールアドレス", "mail"},
                           Pair{"入社日", "入社年月日", "joined"}, Pair{"退職年月日", "left", "left"},
                           Pair{"休職", "休職中", "leave"}, Pair{"一次評価者番号", "一次評価者社員番号", "first_assessor_id"},
                           Pair{"等級", "Grade", "grade"}, Pair{"従業員コード", "社員番号", "id", {{"従業員コード", "id"}}}}) {
    INFO(each.first << " " << each.second);
    const std::string own = each.field == "id" ? "氏名," : "id,氏名,";
    const std::string cells = each.field == "id" ? "a," : "1,a,";
    const Read read(own + each.first + "," + each.second + "\n" + cells + "1,1\n", each.headings);
    CHECK(!read.people);
    REQUIRE(read.sink.diagnostics().size() == 1);
    const auto& found = read.sink.diagnostics().front();
    CHECK(diagnostic::info(found.kind).rule == "people-columns-same");
    for (const auto language : {diagnostic::Language::english, diagnostic::Language::japanese}) {
      const std::string text = diagnostic::message(found, language);
      for (const std::string& name : {each.first, each.second, each.field}) CHECK(text.find(name) != std::string::npos);
    }
    CHECK(found.labels.size() == 1);
  }
  const Read same("id,name,役職,役　職\n1,a,b,c\n");
  CHECK(!same.people);
  CHECK(same.findings() == "1:12 people-column-twice");
}

TEST_CASE("an empty list says which columns it needs") {
  for (const char* empty : {"", "\xEF\xBB\xBF", "\n", "\r\n\r\n", " \n\u3000\n"}) {
    const Read read(empty);
    CHECK(!read.people);
    CHECK(read.findings() == "1:1 people-empty");
    const auto& found = read.sink.diagnostics().front();
    CHECK(diagnostic::help(found, diagnostic::Language::japanese).find("社員番号,氏名") != std::string::npos);
    CHECK(diagnostic::help(found, diagnostic::Language::english).find("社員番号,氏名") != std::string::npos);
  }
}

TEST_CASE("signs that are not seen refuse their row wherever they are in a name; selectors of ideographs stay") {
  for (const char* sign :
       {"\u200B", "\u200C", "\u200D", "\u200E", "\u200F", "\u2060", "\u2063", "\uFEFF", "\u00AD", "\u034F", "\u061C",
        "\u115F", "\u180E", "\u2028", "\u202C", "\u2066", "\u206F", "\u2800", "\u3164", "\uFFA0", "\uFE0F", "\uFFF9",
        "\U000E0001", "\U000E0061", "\U0001D173", "\u180B", "\uFDD0"}) {
    const Read inside("id,name,organisation\n1,山田" + std::string(sign) + "花子,営業\n2,林,営業" + sign + "部\n3,森,\n");
    INFO(diagnostic::print_json(inside.sink.diagnostics(), inside.sources, {}));
    REQUIRE(inside.people);
    CHECK(inside.refused == std::vector<std::string>{"1", "2"});
    CHECK(inside.reports("people-sign"));
  }
  // A selector without its ideograph: after kana, after another selector, at the beginning.
  for (const char* name : {"か\U000E0100", "葛\U000E0100\U000E0101", "\U000E0100葛", "山\uFE0F", "a\uFE00"}) {
    CHECK(Read("id,name\n1," + std::string(name) + "\n").refused.size() == 1);
  }
  for (const char* name : {"葛\U000E0100城", "辻\U000E0101", "\u798F\uFE00田", "\uFA1B\U000E0100", "〆\U000E0100", "山\u3000田 花\u00A0子",
                           "\uE000田", "ジョージ・ʻOkina", "\U0002F81A"}) {
    INFO(name);
    CHECK(Read("id,name\n1," + std::string(name) + "\n").findings().empty());
  }
}

TEST_CASE("what a column of leave says in words: at work, on leave, or something else") {
  using model::Leave;
  for (const char* word : {"", "復職済み", "復職済", "在籍", "在職中", "なし", "無", "無し", "-", "－", "ー", "―", "×", "0", "０", "いいえ",
                           "false", "FALSE", "ＦＡＬＳＥ", "No", "Ｎ", "N/A", "該当なし", "\u3000なし\u3000", "な し", "at work", "休職なし", "null"}) {
    INFO(word);
    CHECK(model::leave_of(word) == Leave::at_work);
  }
  for (const char* word : {"○", "〇", "1", "１", "TRUE", "はい", "有", "休職", "休職中", "育休", "産休中", "Yes"}) {
    INFO(word);
    CHECK(model::leave_of(word) == Leave::on_leave);
  }
  for (const char* word : {"復職予定", "2026-10-01から", "なしではない", "00", "時短", "?"}) {
    INFO(word);
    CHECK(model::leave_of(word) == Leave::unclear);
  }
  const Read read("id,name,休職\n1,a,復職済み\n2,b,復職予定\n3,c,\n");
  REQUIRE(read.people);
  CHECK(read.people->at(0).leave.empty());
  CHECK(read.people->at(1).leave == "復職予定");
}

TEST_CASE("blanks of every kind are trimmed, and a name of blanks is none; signs inside stay") {
  const Read read(
      "社員番号,氏名,所属\n1,\u3000,営業\n2,\u3000山田\u3000太郎\u3000,営業部\u3000\n3,\u00A0\u200B林\u200B\u2060,"
      "\uFEFF\n"
      "4,\u3164\u00AD,営業\n5,\t森\u2003,\n");
  REQUIRE(read.people);
  std::string names;
  for (const auto& person : *read.people) names += person.name + "|" + person.organisation + ";";
  CHECK(names == "山田\u3000太郎|営業部;林|;森|;");
  CHECK(read.findings() == "2:3 people-blank");
  CHECK(read.sink.diagnostics().front().arguments.back() == "2, 5");
  CHECK(read.refused == std::vector<std::string>{"1", "4"});
}

TEST_CASE("names stay sign by sign: compatibility ideographs too; kana of two signs become one") {
  const std::string name = "\uFA1B田 \uFA19子\uFA26\uFA10\uFA1A\uFA11\U0002F81A";
  const Read read("id,name,kana\n1," + name + ",\u304B\u3099\n2,\u845B\U000E0100城,\uFF76\uFF9E\n");
  REQUIRE(read.people);
  CHECK(read.people->at(0).name == name);
  CHECK(read.people->at(0).kana == "\u304C");
  CHECK(read.people->at(1).name == "\u845B\U000E0100城");
  CHECK(read.people->at(1).kana == "\uFF76\uFF9E");
}

TEST_CASE("a name that no cell can hold refuses its row alone") {
  std::string text = "社員番号,氏名\ne1,山田\ne2,\"鈴木\n一郎\"\ne3,佐藤\ne4,";
  for (int i = 0; i < 33'000; ++i) text += 'x';
  text += "\ne5,a\u202Eb\ne6,\"木村\n\"\ne7,a\x01\n";
  const Read read(text);
  REQUIRE(read.people);
  std::string ids;
  for (const auto& person : *read.people) ids += person.id + " ";
  CHECK(ids == "e1 e3 e6 ");
  CHECK(read.people->back().name == "木村");
  CHECK(read.findings() == "3:4 people-sign\n6:4 people-long");
}

TEST_CASE("numbers that differ in leading zeros only are an error that names both; two posts are two rows") {
  const Read zeros("id,name\n00123,山田\n123,山田\n7,林\n");
  CHECK(zeros.findings() == "3:1 people-zeros");
  CHECK(zeros.sink.diagnostics().front().arguments == std::vector<std::string>{"123", "00123", "people.csv", "3"});
  CHECK(zeros.people->size() == 1);
  const Read posts(
      "id,name,所属,役職\n1,山田,営業部,課長\n1,山 田,企画部,担当\n1,山田,人事部,課長\n2,林,,a\n2,森,,b\n");
  CHECK(posts.findings() == "4:1 people-twice\n6:1 people-two-names");
  CHECK(posts.people->size() == 2);
}

TEST_CASE("files of personnel systems: columns that are not needed are one note, empty ones on the right are nothing") {
  const Read ghost("社員番号,氏名,所属,一次評価者,,\n00123,山田 太郎,営業部,佐藤 一郎,,\n,,,,,\n\u3000,,,,,\n");
  CHECK(ghost.findings().empty());
  CHECK(ghost.people->size() == 1);
  const Read rows("社員番号,氏名\n1,山田,,\n2,林,\n");
  CHECK(rows.findings().empty());
  CHECK(rows.people->size() == 2);
  const Read more("社員番号,備考,氏名,備考,血液型,\n1,a,山田,b,A,x\n2,,林,,,\n");
  CHECK(more.findings() == "1:6 people-unknown-column");
  CHECK(more.people->size() == 2);
  CHECK(!more.sink.has_errors());
  const Read mapped("従業員コード,姓名\n1,山田\n", {{"従業員コード", "id"}, {"姓名", "name"}});
  CHECK(mapped.findings().empty());
  CHECK(mapped.people->front().name == "山田");
}

TEST_CASE("dates of joining and leaving are read as people write them; what is not a date is reported once with its lines") {
  const Read read(
      "id,name,入社日,退職日,休職\n1,a,2026/4/1,,なし\n2,b,令和8年4月1日,R9.3.31,○\n3,c,20260401,2026-04-01 00:00,\n"
      "4,d,2026年4月1日,9999/12/31,0\n5,e,soon,,\n6,f,soon,,\n7,g,2026-02-30,,\n");
  REQUIRE(read.people);
  REQUIRE(read.people->size() == 4);
  for (const auto& person : *read.people) CHECK(person.joined == "2026-04-01");
  CHECK(read.people->at(1).left == "2027-03-31");
  CHECK(read.people->at(1).leave == "○");
  CHECK(read.people->at(0).leave.empty());
  CHECK(read.people->at(2).left == "2026-04-01");
  CHECK(read.findings() == "6:5 people-date\n8:5 people-date");
}
