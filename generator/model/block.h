// The kinds of blocks of a workbook's sheets: the one list of them. What needs all of them goes through for_each_block.
#pragma once

#include <string_view>
#include <tuple>
#include <type_traits>
#include <variant>
#include <vector>

#include "model/bilingual.h"
#include "model/workbook.h"

namespace shirube::model {

template <class Struct>
struct BlockKind {
  using Value = Struct;
  std::string_view word;  // as the value of `block:`
  Bilingual text;
  std::string_view example;  // an item of a sheet's `blocks`; together they are blocks of one workbook
};

inline constexpr auto block_kinds = std::tuple{
    BlockKind<HeadingBlock>{"heading", {"見出し", "a heading"}, R"(- block: heading
  text: 今月の予定
)"},
    BlockKind<NoteBlock>{"note", {"説明の文", "a paragraph"}, R"(- block: note
  text: 月末に記入し、上司と確かめます。
)"},
    BlockKind<InstructionsBlock>{"instructions", {"記入の手順", "how to fill in the sheet, step by step"}, R"(- block: instructions
  items:
    - 黄色の欄に記入する
    - 保存して、上司に送る
)"},
    BlockKind<FormBlock>{"form", {"見出しと欄を並べた記入欄", "labels with their fields"}, R"(- block: form
  id: person
  title: 記入する人
  columns: 2
  fields:
    - {id: name, label: 氏名, from: {person: name}, required: true}
    - {id: date, label: 記入日, type: date, required: true}
    - {id: goal, label: 今月の目標, type: long-text, lines: 3}
)"},
    BlockKind<TableBlock>{"table", {"行を重ねて記入する表", "a table that is filled in row by row"}, R"(- block: table
  id: tasks
  title: 今月の仕事
  columns:
    - {id: task, label: 仕事, required: true, width: 4}
    - {id: state, label: 状態, type: choice, choices: state}
    - {id: hours, label: 時間, type: number, unit: 時間, least: 0, most: 200}
  rows: 5
  total: {label: 合計, function: sum, columns: [hours]}
)"},
    BlockKind<ChecklistBlock>{"checklist", {"点検表の記録から作る、確認と根拠の欄", "the items of a checklist of the records, each to tick, with its evidence"}, R"(- block: checklist
  id: handover
  record: handover
)"},
    BlockKind<CalculationBlock>{"calculation", {"記入から計算する行", "lines that are computed from what is filled in"}, R"(- block: calculation
  id: result
  title: 集計
  lines:
    - {id: hours, label: 時間の合計, type: number, unit: 時間, formula: SUM(tasks.hours)}
    - {id: done, label: 済んだ仕事, type: number, unit: 件, decimals: 0, formula: 'COUNTIF(tasks.state, "済み")', note: 状態が「済み」の仕事}
)"},
    BlockKind<ChecksBlock>{"checks", {"記入が満たすべき条件。はじめのシートにも出る", "conditions that the filled-in sheet has to meet; shown on the first sheet too"}, R"(- block: checks
  id: task-checks
  title: 自動チェック
  checks:
    - {id: hours, label: 時間の合計が200時間以内, formula: result.hours <= 200, advice: 仕事を減らすか、翌月に回す。}
)"},
    BlockKind<SignOffBlock>{"sign-off", {"確かめた人の氏名・日付・所見の欄", "a line of name, date and remark for each role"}, R"(- block: sign-off
  id: signed
  title: 確かめた人
  roles: [本人, 上司]
)"},
    BlockKind<ChartBlock>{"chart", {"表の数の図", "a chart of the numbers of a table"}, R"(- block: chart
  kind: column
  title: 仕事ごとの時間
  table: tasks
  x: task
  series: [hours]
)"},
    BlockKind<ModelBlock>{"model", {"試算の記録を、数を替えられる形で置く", "a calculation of the records as live cells"}, R"(- block: model
  id: trial
  record: hours
  part: values
  choices: scenarios
)"},
    BlockKind<GateBlock>{"gate", {"判定の記録。測った値を入れると判定が出る", "a gate of the records: measured values, and what they lead to"}, R"(- block: gate
  id: gate
  record: first-gate
)"},
    BlockKind<SummaryBlock>{"summary", {"シートごとの未記入の数と、すべての確認", "what is missing on each sheet, and every check"}, R"(- block: summary
  title: 記入の状況
)"},
    BlockKind<LegendBlock>{"legend", {"色と印の意味", "what the colours and marks mean"}, R"(- block: legend
)"},
    BlockKind<ChangesBlock>{"changes", {"版ごとに変わったこと", "what each version brought"}, R"(- block: changes
  versions:
    - {version: 1.0.0, text: 初版。}
)"},
};

// The list and the variant of a block's value are the same.
template <class Kinds>
struct VariantOf;
template <class... Struct>
struct VariantOf<const std::tuple<BlockKind<Struct>...>> {
  using type = std::variant<Struct...>;
};
static_assert(std::is_same_v<decltype(BlockDefinition::value), VariantOf<decltype(block_kinds)>::type>);

// `visit(kind)` for each BlockKind above, in this order.
template <class Visit>
constexpr void for_each_block(const Visit& visit) {
  std::apply([&](const auto&... kind) { (visit(kind), ...); }, block_kinds);
}

inline std::vector<std::string_view> block_words() {
  std::vector<std::string_view> words;
  for_each_block([&](const auto& kind) { words.push_back(kind.word); });
  return words;
}

}  // namespace shirube::model
