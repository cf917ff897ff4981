// The fields that all records share, and those that several families do.
#pragma once

#include <array>

#include "model/fields/field.h"
#include "model/records.h"

namespace shirube::model {

template <>
struct ChoicesOf<Origin> {
  static constexpr auto all = std::to_array<Choice<Origin>>({
      {"company", Origin::company, {"会社が決めたこと", "decided by the company"}},
      {"proposal", Origin::proposal, {"提案。まだ決まっていない", "a proposal, not decided"}},
  });
};

template <>
struct FieldsOf<RecordHead> {
  static constexpr auto all = std::tuple{
      field("id", &RecordHead::id,
            {.need = Need::essential, .spelling = Spelling::id,
             .text = {"半角小文字・数字・「-」の名前。同じ種類の中で重ならないこと。ほかの記録やページから、この名前で参照する",
                      "lower-case letters, digits and `-`, unique in its family; pages and other records refer to it"},
             .example = "example"}),
      field("source", &RecordHead::origin,
            {.text = {"決まったことか、提案か。書かなければ提案", "whether it is decided; a proposal if left out"}, .example = "proposal"}),
      field("audience", &RecordHead::audience,
            {.spelling = Spelling::id, .text = {"この版を読む人だけに見せる。書かなければ全員", "shown in the edition of this audience only; everybody if left out"},
             .example = "managers"}),
      field("needs_approval", &RecordHead::needs_approval,
            {.text = {"true なら、承認（approvals）が記録されるまで公開しない", "`true`: not published before it is approved (approvals)"},
             .example = "false"}),
  };
};

template <>
struct FieldsOf<AiUse> {
  static constexpr auto all = std::tuple{
      field("hypothesis", &AiUse::hypothesis, {.text = {"生成AIに出させる案や仮説", "what generative AI suggests"}, .example = "AIに改善案を三つ出させる"}),
      field("trial", &AiUse::trial, {.text = {"人が試すこと", "what people try"}, .example = "一つを選び、二週間試す"}),
      field("verification", &AiUse::verification, {.text = {"確かめ方", "how the result is verified"}, .example = "手戻りの件数を前月と比べる"}),
      field("feedback", &AiUse::feedback, {.text = {"わかったことの戻し先", "where the lesson goes"}, .example = "手順書に書き足す"}),
  };
};

template <>
struct FieldsOf<MboExample> {
  static constexpr auto all = std::tuple{
      field("id", &MboExample::id, {.need = Need::essential, .spelling = Spelling::id, .text = {"目標例の名前", "the id of the example"}, .example = "handover-goal"}),
      field("title", &MboExample::title, {.need = Need::required, .text = {"目標", "the goal"}, .example = "引き継ぎ資料を二人が使える形にする"}),
      field("measures", &MboExample::measures, {.need = Need::required, .text = {"測り方", "how it is measured, in words"}, .example = "資料だけで作業を終えた人 2名"}),
      field("quality", &MboExample::quality, {.text = {"数字に表れない質", "what the numbers do not say"}, .example = "質問が減っている"}),
      field("clearance", &MboExample::clearance, {.text = {"社外に出す前に了承する人", "who agrees before something leaves the company"}, .example = "部長"}),
      field("ai", &MboExample::ai, {.text = {"生成AIの使い方。四つの段を書く", "how generative AI is used, in four steps"}, .example = "{hypothesis: 案を出させる, trial: 試す, verification: 確かめる, feedback: 手順書に残す}"}),
  };
};

template <>
struct FieldsOf<PlanItem> {
  static constexpr auto all = std::tuple{
      field("id", &PlanItem::id, {.need = Need::essential, .spelling = Spelling::id, .text = {"項目の名前", "the id of the item"}, .example = "manual"}),
      field("title", &PlanItem::title, {.need = Need::required, .text = {"項目", "the item"}, .example = "手順書がある"}),
      field("note", &PlanItem::note, {.text = {"補足", "a remark"}, .example = "版は問わない"}),
  };
};

}  // namespace shirube::model
