// Somebody that workbooks are issued to. People come from a file of their own and are never part of a site.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "model/bilingual.h"
#include "source/range.h"

namespace shirube::model {

// Texts as they are in the file but for spaces at their ends.
struct Person {
  std::string id;  // with its leading zeros
  std::string name;
  std::string kana;
  std::string organisation;
  std::string post;  // distinguishes the posts of somebody who holds several
  std::string grade;
  std::string job;
  std::string mail;
  std::string first_assessor;
  std::string first_assessor_id;
  std::string first_assessor_mail;
  std::string second_assessor;
  std::string second_assessor_id;
  std::string career_path;
  std::string joined;  // YYYY-MM-DD, as `left`
  std::string left;
  std::string leave;  // empty: at work; else as it was written
  // One text for each first assessor, however the name is written: `#0003` for somebody with a number, `@佐藤` for a
  // name that fits nobody in the list, `?佐藤` for one that fits several, empty for none.
  std::string assessor_key;
  source::SourceRange row;
  std::vector<source::SourceRange> places;  // one for each of person_fields; nowhere: no such column
};

// A column of the people file: its names in English and in Japanese.
struct PersonField {
  std::string_view key;
  std::string_view japanese;
  std::string Person::*value;
  std::string_view also = "";  // another Japanese name
  bool required = false;
  bool is_date = false;
  Bilingual text = {};  // what it holds
  std::string_view example = "";
};
inline constexpr std::array person_fields = {
    PersonField{.key = "id", .japanese = "社員番号", .value = &Person::id, .required = true, .text = {"社員番号（先頭の 0 も書く）（列名: 社員番号）", "employee number, with its leading zeros (社員番号)"}, .example = "0012"},
    PersonField{.key = "name", .japanese = "氏名", .value = &Person::name, .required = true, .text = {"氏名（列名: 氏名）", "name (氏名)"}, .example = "見本 花子"},
    PersonField{.key = "kana", .japanese = "カナ", .value = &Person::kana, .text = {"氏名の読み（列名: カナ）", "reading of the name (カナ)"}, .example = "ミホン ハナコ"},
    PersonField{.key = "organisation", .japanese = "所属", .value = &Person::organisation, .text = {"所属。記録に書いた組織の名前（列名: 所属）", "organisation, as the records name it (所属)"}, .example = "営業部"},
    PersonField{.key = "post", .japanese = "役職", .value = &Person::post, .also = "兼務", .text = {"役職。兼務の人は、役職ごとに一行ずつ書く（列名: 役職か兼務のどちらか一方）", "post; a person with several posts has a row for each (役職 or 兼務, not both)"}, .example = "課長"},
    PersonField{.key = "grade", .japanese = "等級", .value = &Person::grade, .text = {"等級。ひな形の一覧にあるもの（列名: 等級）", "grade, one of the template's list (等級)"}, .example = "G3"},
    PersonField{.key = "job", .japanese = "職種", .value = &Person::job, .text = {"職種（列名: 職種）", "kind of work (職種)"}, .example = "営業"},
    PersonField{.key = "mail", .japanese = "メール", .value = &Person::mail, .also = "メールアドレス", .text = {"メールアドレス（列名: メール、メールアドレス）", "mail address (メール, メールアドレス)"}, .example = "hanako@example.co.jp"},
    PersonField{.key = "first_assessor", .japanese = "一次評価者", .value = &Person::first_assessor, .text = {"一次評価者の氏名（列名: 一次評価者）", "name of the first assessor (一次評価者)"}, .example = "見本 太郎"},
    PersonField{.key = "first_assessor_id", .japanese = "一次評価者番号", .value = &Person::first_assessor_id, .also = "一次評価者社員番号", .text = {"一次評価者の社員番号。同じ氏名の人がいるときに要る（列名: 一次評価者番号、一次評価者社員番号）", "employee number of the first assessor, where two have the same name (一次評価者番号, 一次評価者社員番号)"}, .example = "0003"},
    PersonField{.key = "first_assessor_mail", .japanese = "一次評価者メール", .value = &Person::first_assessor_mail, .also = "一次評価者メールアドレス", .text = {"一次評価者のメールアドレス（列名: 一次評価者メール、一次評価者メールアドレス）", "mail address of the first assessor (一次評価者メール, 一次評価者メールアドレス)"}, .example = "taro@example.co.jp"},
    PersonField{.key = "second_assessor", .japanese = "二次評価者", .value = &Person::second_assessor, .text = {"二次評価者の氏名（列名: 二次評価者）", "name of the second assessor (二次評価者)"}, .example = "見本 次郎"},
    PersonField{.key = "second_assessor_id", .japanese = "二次評価者番号", .value = &Person::second_assessor_id, .also = "二次評価者社員番号", .text = {"二次評価者の社員番号（列名: 二次評価者番号、二次評価者社員番号）", "employee number of the second assessor (二次評価者番号, 二次評価者社員番号)"}, .example = "0005"},
    PersonField{.key = "career_path", .japanese = "キャリアの行き先", .value = &Person::career_path, .text = {"キャリアの道の名前（列名: キャリアの行き先）", "career path, by its id or title (キャリアの行き先)"}, .example = "engineer"},
    PersonField{.key = "joined", .japanese = "入社日", .value = &Person::joined, .also = "入社年月日", .is_date = true, .text = {"入社した日（列名: 入社日、入社年月日）", "day of joining (入社日, 入社年月日)"}, .example = "2020-04-01"},
    PersonField{.key = "left", .japanese = "退職日", .value = &Person::left, .also = "退職年月日", .is_date = true, .text = {"退職した日（列名: 退職日、退職年月日）", "day of leaving (退職日, 退職年月日)"}, .example = "2026-09-30"},
    PersonField{.key = "leave", .japanese = "休職", .value = &Person::leave, .also = "休職中", .text = {"休職の種類。空か、なし・在籍・復職済みなどは勤務中（列名: 休職、休職中）", "on leave; at work if empty, or なし, 在籍, 復職済み, no, 0 (休職, 休職中)"}, .example = "育休"},
};
// The field of that name, in either language; null if there is none.
const PersonField* find_person_field(std::string_view name);
// The cell that holds it, else the row.
source::SourceRange place_of(const Person& person, std::string Person::*value);

enum class Leave { at_work, on_leave, unclear };
// What a text of the column 休職 means, whatever its width and case.
Leave leave_of(std::string_view text);

// 12 of 0012: numbers that differ in leading zeros only are one, as Excel sees them.
std::string number_without_zeros(std::string_view id);

// The period that workbooks are issued for is in a template as if it belonged to the person.
inline constexpr std::string_view period_field = "period";

}  // namespace shirube::model
