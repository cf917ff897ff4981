// Somebody that workbooks are issued to. People come from a file of their own and are never part of a site.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

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
  std::string leave;  // empty: at work
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
};
inline constexpr std::array person_fields = {
    PersonField{"id", "社員番号", &Person::id, "", true},
    PersonField{"name", "氏名", &Person::name, "", true},
    PersonField{"kana", "カナ", &Person::kana},
    PersonField{"organisation", "所属", &Person::organisation},
    PersonField{"post", "役職", &Person::post, "兼務"},
    PersonField{"grade", "等級", &Person::grade},
    PersonField{"job", "職種", &Person::job},
    PersonField{"mail", "メール", &Person::mail, "メールアドレス"},
    PersonField{"first_assessor", "一次評価者", &Person::first_assessor},
    PersonField{"first_assessor_id", "一次評価者番号", &Person::first_assessor_id, "一次評価者社員番号"},
    PersonField{"first_assessor_mail", "一次評価者メール", &Person::first_assessor_mail, "一次評価者メールアドレス"},
    PersonField{"second_assessor", "二次評価者", &Person::second_assessor},
    PersonField{"second_assessor_id", "二次評価者番号", &Person::second_assessor_id, "二次評価者社員番号"},
    PersonField{"career_path", "キャリアの行き先", &Person::career_path},
    PersonField{"joined", "入社日", &Person::joined, "入社年月日", false, true},
    PersonField{"left", "退職日", &Person::left, "退職年月日", false, true},
    PersonField{"leave", "休職", &Person::leave, "休職中"},
};
// The field of that name, in either language; null if there is none.
const PersonField* find_person_field(std::string_view name);
// The cell that holds it, else the row.
source::SourceRange place_of(const Person& person, std::string Person::*value);

// 12 of 0012: numbers that differ in leading zeros only are one, as Excel sees them.
std::string number_without_zeros(std::string_view id);

// The period that workbooks are issued for is in a template as if it belonged to the person.
inline constexpr std::string_view period_field = "period";

}  // namespace shirube::model
