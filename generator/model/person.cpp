#include "model/person.h"

#include <algorithm>
#include <array>

#include "source/typed_text.h"

namespace shirube::model {

namespace {

// What personnel systems write into the column 休職, as matching keys.
constexpr std::array<std::string_view, 56> words_at_work = {
    "0",        "-",          "‐",          "–",        "—",        "―",          "−",        "ー",
    "─",        "×",          "✕",          "✗",        "x",        "n",          "no",       "none",
    "false",    "off",        "null",       "n/a",      "active",   "working",    "atwork",   "returned",
    "なし",     "無し",       "無",         "ない",     "無い",     "いいえ",     "否",       "非該当",
    "該当なし", "該当無し",   "該当しない", "在職",     "在職中",   "在籍",       "在籍中",   "勤務",
    "勤務中",   "就業",       "就業中",     "就労中",   "出勤",     "現職",       "稼働中",   "復職",
    "復職済",   "復職済み",   "復帰",       "復帰済",   "復帰済み", "休職なし",   "休職無し", "休職していない",
};
constexpr std::array<std::string_view, 48> words_on_leave = {
    "1",            "○",        "〇",       "◯",        "●",            "◎",        "✓",        "✔",
    "☑",            "レ",       "y",        "yes",      "true",         "on",       "leave",    "onleave",
    "はい",         "有",       "有り",     "あり",     "該当",         "休",       "休職",     "休職中",
    "休業",         "休業中",   "休暇中",   "育休",     "育休中",       "育児休業", "育児休職", "育児休業中",
    "産休",         "産休中",   "産前休業", "産後休業", "産前産後休業", "介護休業", "介護休職", "介護休業中",
    "病休",         "病気休職", "傷病休職", "長期休職", "私傷病休職",   "休務",     "欠勤",     "長期欠勤",
};

}  // namespace

Leave leave_of(std::string_view text) {
  const std::string key = source::matching_key(text);
  const auto is_one_of = [&](const auto& words) { return std::find(words.begin(), words.end(), key) != words.end(); };
  if (key.empty() || is_one_of(words_at_work)) return Leave::at_work;
  return is_one_of(words_on_leave) ? Leave::on_leave : Leave::unclear;
}

const PersonField* find_person_field(std::string_view name) {
  const std::string wanted = source::matching_key(name);
  for (const PersonField& field : person_fields) {
    for (const std::string_view each : {field.key, field.japanese, field.also}) {
      if (!each.empty() && source::matching_key(each) == wanted) return &field;
    }
  }
  return nullptr;
}

std::string number_without_zeros(std::string_view id) {
  std::string number = source::matching_key(id);
  if (!number.empty()) number.erase(0, std::min(number.find_first_not_of('0'), number.size() - 1));
  return number;
}

source::SourceRange place_of(const Person& person, std::string Person::*value) {
  for (std::size_t i = 0; i < person_fields.size() && i < person.places.size(); ++i) {
    if (person_fields[i].value == value && person.places[i]) return person.places[i];
  }
  return person.row;
}

}  // namespace shirube::model
