// Somebody that workbooks are issued to. People come from a file of their own and are never part of a site.
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace shirube::model {

struct Person {
  std::string id;  // with its leading zeros
  std::string name;
  std::string kana;
  std::string organisation;
  std::string grade;
  std::string job;
  std::string first_assessor;
  std::string second_assessor;
  std::string career_path;
};

// A column of the people file: its name in English and in Japanese.
struct PersonField {
  std::string_view key;
  std::string_view japanese;
  std::string Person::*value;
  bool required = false;
};
inline constexpr std::array person_fields = {
    PersonField{"id", "社員番号", &Person::id, true},
    PersonField{"name", "氏名", &Person::name, true},
    PersonField{"kana", "カナ", &Person::kana},
    PersonField{"organisation", "所属", &Person::organisation},
    PersonField{"grade", "等級", &Person::grade},
    PersonField{"job", "職種", &Person::job},
    PersonField{"first_assessor", "一次評価者", &Person::first_assessor},
    PersonField{"second_assessor", "二次評価者", &Person::second_assessor},
    PersonField{"career_path", "キャリアの行き先", &Person::career_path},
};
// The period that workbooks are issued for stands in a template as if it belonged to the person.
inline constexpr std::string_view period_field = "period";

}  // namespace shirube::model
