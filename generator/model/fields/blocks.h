// The blocks of a workbook template's sheets. Their words and whole examples: model/block.h.
#pragma once

#include "model/fields/workbook.h"

namespace shirube::model {

inline constexpr std::int64_t most_rows = 500;
inline constexpr std::int64_t most_form_columns = 3;
inline constexpr std::int64_t least_chart_height = 8;
inline constexpr std::int64_t most_chart_height = 22;

inline constexpr FieldFacts block_id{.need = Need::required, .spelling = Spelling::id, .text = {"ブロックの名前。様式の中で重ならないこと。式では「ブロック.欄」と書く", "the id of the block, unique in the workbook; formulas write `block.field`"}, .example = "tasks"};
inline constexpr FieldFacts block_title{.longest = longest_label, .text = {"ブロックの題", "its title"}, .example = "今月の仕事"};

// What all blocks have; the rest is read once the word is known.
template <>
struct FieldsOf<BlockDefinition> {
  static constexpr auto all = std::tuple{
      own("block", &BlockDefinition::value, {.need = Need::required, .spelling = Spelling::word, .text = {"ブロックの種類", "the kind of block"}, .example = "note"}),
      field("page_break", &BlockDefinition::page_break, {.text = {"true なら、印刷でここから次のページにする", "`true`: starts a new page when it is printed"}, .example = "true"}),
  };
};

template <>
struct FieldsOf<HeadingBlock> {
  static constexpr auto all = std::tuple{
      field("text", &HeadingBlock::text, {.need = Need::required, .longest = longest_label, .text = {"見出し", "the heading"}, .example = "今月の予定"}),
  };
};
template <>
struct FieldsOf<NoteBlock> {
  static constexpr auto all = std::tuple{
      field("text", &NoteBlock::text, {.need = Need::required, .longest = longest_paragraph, .text = {"文", "the text"}, .example = "月末に記入し、上司と確かめます。"}),
  };
};
template <>
struct FieldsOf<InstructionsBlock> {
  static constexpr auto all = std::tuple{
      field("items", &InstructionsBlock::items, {.longest = longest_paragraph, .text = {"手順。番号が付く", "the steps; they are numbered"}, .example = "[黄色の欄に記入する, 保存して上司に送る]"}),
  };
};

template <>
struct FieldsOf<Due> {
  static constexpr auto all = std::tuple{
      field("stage", &Due::stage, {.text = {"様式の stage がこの段階になってから、未記入を数える", "what is required counts as missing from this stage of the workbook on"}, .example = "期末"}),
      field("exists", &Due::exists, {.text = {"この欄に記入があってから、未記入を数える（同じ表の列か「ブロック.欄」）", "what is required counts as missing once this is filled in: a column of its own table, or `block.field`"}, .example = "task"}),
  };
};
template <>
struct FieldsOf<FormBlock> {
  static constexpr std::string_view hook = "fields of its own or of a record; `optional` goes with neither `stage` nor `exists`";
  static constexpr auto all = std::tuple{
      field("id", &FormBlock::id, block_id),
      field("title", &FormBlock::title, block_title),
      field("record", &FormBlock::record, {.spelling = Spelling::id, .family = "forms", .text = {"紙の様式の記録から欄を取る。同じ id の欄は fields に書いたものになる", "takes the fields of a form of the records; `fields` replaces those with the same id"}, .example = "application"}),
      field("columns", &FormBlock::columns, {.least = 1, .most = most_form_columns, .text = {"一行に並べる欄の数。書かなければ2", "how many fields are in a line; 2 if left out"}, .example = "2"}),
      field("optional", &FormBlock::optional, {.text = {"true なら、どれかに記入があってから未記入を数える", "`true`: what is required counts as missing only when something has been filled in"}, .example = "true"}),
      part(&FormBlock::due),
      field("fields", &FormBlock::fields, {.item = "field", .shown = true, .text = {"欄。record を書けば省ける", "the fields, unless there is a `record`"}, .example = "[{id: name, label: 氏名, required: true}]"}),
  };
};

template <>
struct ChoicesOf<RowSource::Kind> {
  using Kind = RowSource::Kind;
  static constexpr auto all = std::to_array<Choice<Kind>>({
      {"written", Kind::written, {"written に書いた行", "the rows in `written`"}},
      {"categories", Kind::categories, {"目標の分類", "the categories"}},
      {"objectives", Kind::objectives, {"目標（level の段）", "objectives of one `level`"}},
      {"objective-tree", Kind::tree, {"すべての目標。上位の目標の下に並べる", "all objectives, each below the one above it"}},
      {"indicators", Kind::indicators, {"指標（ids に書いたもの）", "the indicators in `ids`"}},
      {"risks", Kind::risks, {"計画（plan）のリスク", "the risks of a `plan`"}},
      {"phases", Kind::phases, {"計画（plan）のフェーズ", "the phases of a `plan`"}},
      {"survey", Kind::survey, {"試行（pilot）のアンケートの設問", "the questions of the survey of a `pilot`"}},
      {"assets", Kind::assets, {"道の途中でたまるもの", "the assets"}},
      {"examples", Kind::examples, {"道と出口モデルにある目標の例", "the goals that career paths and exit models give as examples"}},
  });
};
template <>
struct FieldsOf<RowSource> {
  static constexpr std::string_view hook = "a number of empty rows, a list of rows, or where they come from";
  static constexpr auto all = std::tuple{
      field("from", &RowSource::kind, {.need = Need::required, .text = {"行を何から作るか", "what the rows are made of"}, .example = "categories"}),
      own("written", &RowSource::rows, {.text = {"行。列ごとの値を書く。「=」で始めると式（from: written）", "the rows, a value for each column; one that starts with `=` is a formula (`from: written`)"}, .example = "[{task: 会議}]"}),
      own("level", &RowSource::filter, {.spelling = Spelling::word, .text = {"目標の段（from: objectives には要る）", "the level; needed with `from: objectives`"}, .example = "company"}),
      own("plan", &RowSource::filter, {.spelling = Spelling::id, .family = "plan", .text = {"計画（from: risks と phases には要る）", "the plan; needed with `from: risks` and `phases`"}, .example = "first-month"}),
      own("pilot", &RowSource::filter, {.spelling = Spelling::id, .family = "pilots", .text = {"試行（from: survey には要る）", "the pilot; needed with `from: survey`"}, .example = "first-pilot"}),
      own("ids", &RowSource::ids, {.spelling = Spelling::id, .family = "indicators", .text = {"指標（from: indicators）", "the indicators, with `from: indicators`"}, .example = "[reuse]"}),
      own("spare", &RowSource::count, {.least = 0, .most = most_rows, .text = {"あとに足す空の行の数", "how many empty rows come after them"}, .example = "2"}),
  };
};
template <>
struct ChoicesOf<TotalRow::Function> {
  using Function = TotalRow::Function;
  static constexpr auto all = std::to_array<Choice<Function>>({
      {"sum", Function::sum, {"合計", "the sum"}},
      {"average", Function::average, {"平均", "the mean"}},
  });
};
template <>
struct FieldsOf<TotalRow> {
  static constexpr auto all = std::tuple{
      field("label", &TotalRow::label, {.need = Need::required, .text = {"見出し", "its heading"}, .example = "合計"}),
      field("function", &TotalRow::function, {.text = {"合計か平均か。書かなければ sum", "what is computed; `sum` if left out"}, .example = "sum"}),
      field("columns", &TotalRow::columns, {.spelling = Spelling::id, .text = {"どの列について出すか", "of which columns"}, .example = "[hours]"}),
  };
};
template <>
struct FieldsOf<TableBlock> {
  static constexpr std::string_view hook = "what is written in a row fits its column";
  static constexpr bool own_in_order = true;
  static constexpr auto all = std::tuple{
      field("id", &TableBlock::id, block_id),
      field("title", &TableBlock::title, block_title),
      field("indicator", &TableBlock::indicator, {.spelling = Spelling::id, .family = "indicators", .text = {"表の数が測っている指標", "what the numbers of the table measure"}, .example = "reuse"}),
      field("columns", &TableBlock::columns, {.need = Need::required, .filled = true, .item = "column", .text = {"列", "the columns"}, .example = "[{id: task, label: 仕事, required: true}]"}),
      own("rows", &TableBlock::rows, {.need = Need::required, .least = 1, .most = most_rows, .text = {"行。空の行の数（`5`）、行の一覧（`[{task: 会議}]`）、または記録から作る（`{from: categories}`）", "the rows: how many empty ones (`5`), a list of them (`[{task: 会議}]`), or what they are made of (`{from: categories}`)"}, .example = "5"}),
      field("least_rows", &TableBlock::least_rows, {.least = 0, .most = most_rows, .text = {"少なくとも何行の記入が要るか", "how many rows have to be filled in"}, .example = "1"}),
      part(&TableBlock::due),
      field("numbered", &TableBlock::numbered, {.text = {"false なら、行に番号を付けない", "`false`: the rows have no numbers"}, .example = "false"}),
      own("total", &TableBlock::total, {.text = {"下に付ける合計か平均の行", "a row of sums or means below"}, .example = "{label: 合計, function: sum, columns: [hours]}"}),
  };
};

template <>
struct FieldsOf<ChecklistBlock> {
  static constexpr auto all = std::tuple{
      field("id", &ChecklistBlock::id, block_id),
      field("title", &ChecklistBlock::title, block_title),
      field("record", &ChecklistBlock::record, {.need = Need::required, .spelling = Spelling::id, .family = "checklists", .text = {"点検表", "a checklist of the records"}, .example = "handover"}),
  };
};
template <>
struct FieldsOf<CalculationBlock> {
  static constexpr std::string_view hook = "each line has a formula or takes its value from the records";
  static constexpr auto all = std::tuple{
      field("id", &CalculationBlock::id, block_id),
      field("title", &CalculationBlock::title, block_title),
      field("lines", &CalculationBlock::fields, {.item = "line", .shown = true, .text = {"行。どれも formula か from を持つ", "the lines; each has a `formula` or a `from`"}, .example = "[{id: sum, label: 合計, type: number, unit: 時間, formula: SUM(tasks.hours)}]"}),
  };
};
template <>
struct FieldsOf<Check> {
  static constexpr bool ids_elsewhere = true;
  static constexpr auto all = std::tuple{
      field("id", &Check::id, {.need = Need::required, .spelling = Spelling::id, .text = {"確認の名前", "the id of the check"}, .example = "hours"}),
      field("label", &Check::label, {.need = Need::required, .longest = longest_label, .text = {"確認すること", "what is checked"}, .example = "合計が200時間以内"}),
      field("formula", &Check::formula, {.need = Need::required, .spelling = Spelling::word, .text = {"よければ TRUE になる式", "TRUE when all is well"}, .example = "SUM(tasks.hours) <= 200"}),
      field("advice", &Check::advice, {.need = Need::required, .longest = longest_advice, .text = {"満たさないときにすること", "what to do when it fails"}, .example = "仕事を減らすか、翌月に回す。"}),
  };
};
template <>
struct FieldsOf<ChecksBlock> {
  static constexpr auto all = std::tuple{
      field("id", &ChecksBlock::id, block_id),
      field("title", &ChecksBlock::title, block_title),
      field("checks", &ChecksBlock::checks, {.item = "check", .shown = true, .text = {"確認", "the checks"}, .example = "[{id: hours, label: 合計が200時間以内, formula: SUM(tasks.hours) <= 200, advice: 仕事を減らす。}]"}),
  };
};
template <>
struct FieldsOf<SignOffBlock> {
  static constexpr auto all = std::tuple{
      field("id", &SignOffBlock::id, block_id),
      field("title", &SignOffBlock::title, block_title),
      field("roles", &SignOffBlock::roles, {.need = Need::required, .filled = true, .text = {"確かめる人の役割。一人に一行", "the roles that sign, a line for each"}, .example = "[本人, 上司]"}),
  };
};

template <>
struct ChoicesOf<ChartBlock::Kind> {
  using Kind = ChartBlock::Kind;
  static constexpr auto all = std::to_array<Choice<Kind>>({
      {"line", Kind::line, {"折れ線", "lines"}},
      {"column", Kind::column, {"縦の棒", "upright bars"}},
      {"bar", Kind::bar, {"横の棒", "bars on their side"}},
      {"scatter", Kind::scatter, {"散布図", "a scatter plot"}},
      {"tornado", Kind::tornado, {"左右に伸びる棒（感度）", "bars to both sides, as of a sensitivity"}},
      {"radar", Kind::radar, {"レーダー（3〜12項目）", "a radar of 3 to 12 rows"}},
  });
};
template <>
struct ChoicesOf<ChartBlock::Marks> {
  using Marks = ChartBlock::Marks;
  static constexpr auto all = std::to_array<Choice<Marks>>({
      {"line", Marks::line, {"線でつなぐ", "joined by a line"}},
      {"points", Marks::points, {"点だけ", "points alone"}},
  });
};
template <>
struct FieldsOf<ChartBlock::Series> {
  static constexpr auto all = std::tuple{
      field("column", &ChartBlock::Series::column, {.need = Need::required, .spelling = Spelling::id, .text = {"列", "the column"}, .example = "hours"}),
      field("label", &ChartBlock::Series::label, {.text = {"凡例の名前。書かなければ列の見出し", "its name in the legend; the column's heading if left out"}, .example = "時間"}),
      own("table", &ChartBlock::Series::table, {.spelling = Spelling::id, .text = {"ほかの表の列のとき、その表（scatter だけ）", "the table of the column, if it is another one; of `scatter`"}, .example = "tasks"}),
      own("x", &ChartBlock::Series::x, {.spelling = Spelling::id, .text = {"その表の、横の値の列（scatter だけ）", "the column of its x values; of `scatter`"}, .example = "people"}),
      own("as", &ChartBlock::Series::marks, {.text = {"線でつなぐか（scatter だけ）", "how it is drawn; of `scatter`"}, .example = "points"}),
  };
};
template <>
struct FieldsOf<ChartBlock> {
  static constexpr std::string_view hook = "a series is a column alone, or a mapping; only of a scatter it has a table and an x of its own";
  static constexpr bool own_in_order = true;
  static constexpr auto all = std::tuple{
      field("kind", &ChartBlock::kind, {.need = Need::required, .text = {"図の種類", "the kind of chart"}, .example = "column"}),
      field("title", &ChartBlock::title, {.need = Need::required, .text = {"図の題", "its title"}, .example = "仕事ごとの時間"}),
      field("table", &ChartBlock::table, {.need = Need::required, .spelling = Spelling::id, .text = {"どの表の数か（table の id）", "the table with the numbers"}, .example = "tasks"}),
      field("x", &ChartBlock::x, {.need = Need::required, .spelling = Spelling::id, .text = {"行の名前の列。scatter では横の値の列", "the column with the names of the rows; of `scatter`, with the x values"}, .example = "task"}),
      own("series", &ChartBlock::series, {.need = Need::required, .text = {"描く列", "the columns that are drawn"}, .example = "[{column: hours, label: 時間}]"}),
      field("x_title", &ChartBlock::x_title, {.text = {"横軸の題。書かなければ列の見出し", "the title of the x axis; the column's heading if left out"}, .example = "仕事"}),
      field("y_title", &ChartBlock::y_title, {.text = {"縦軸の題", "the title of the y axis"}, .example = "時間"}),
      field("description", &ChartBlock::description, {.text = {"図が見えない人のための説明。書かなければ題から作る", "for those who do not see it; made of the titles if left out"}, .example = "仕事ごとのかかった時間を比べた図"}),
      field("height", &ChartBlock::height, {.least = least_chart_height, .most = most_chart_height, .text = {"高さ（何行分か）。書かなければ15", "its height, in lines of text; 15 if left out"}, .example = "12"}),
  };
};

template <>
struct ChoicesOf<ModelBlock::Part> {
  using Part = ModelBlock::Part;
  static constexpr auto all = std::to_array<Choice<Part>>({
      {"values", Part::values, {"前提と結果。ほかの部分より先に置く", "inputs and results; comes before the other parts"}},
      {"checks", Part::checks, {"確認", "the checks"}},
      {"break-even", Part::break_even, {"どこで届くか", "where the result reaches what it has to"}},
      {"tornado", Part::tornado, {"どの前提が効くか", "which input moves the result"}},
      {"grid", Part::grid, {"前提を二つ動かした表", "two inputs changed together"}},
      {"series", Part::series, {"動く数についての表", "columns over a running number"}},
  });
};
template <>
struct FieldsOf<ModelBlock> {
  static constexpr std::string_view hook = "the values are chosen from a list of scenarios";
  static constexpr auto all = std::tuple{
      field("id", &ModelBlock::id, block_id),
      field("record", &ModelBlock::record, {.need = Need::required, .spelling = Spelling::id, .family = "calculations", .text = {"試算", "a calculation of the records"}, .example = "hours"}),
      field("title", &ModelBlock::title, block_title),
      field("part", &ModelBlock::part, {.need = Need::required, .text = {"試算のどの部分か", "which part of it"}, .example = "values"}),
      own("choices", &ModelBlock::choices, {.spelling = Spelling::id, .shown = true, .text = {"その試算の場合の一覧（lists の id、from: scenarios）。part: values には要る", "a list `from: scenarios` of the same calculation; needed with `part: values`"}, .example = "scenarios"}),
  };
};
template <>
struct FieldsOf<GateBlock> {
  static constexpr auto all = std::tuple{
      field("id", &GateBlock::id, block_id),
      field("record", &GateBlock::record, {.need = Need::required, .spelling = Spelling::id, .family = "gates", .text = {"判定", "a gate of the records"}, .example = "first-gate"}),
  };
};
template <>
struct FieldsOf<SummaryBlock> {
  static constexpr auto all = std::tuple{
      field("title", &SummaryBlock::title, {.longest = longest_label, .text = {"題。書かなければ「記入の状況」", "its title; 記入の状況 if left out"}, .example = "記入の状況"}),
  };
};
template <>
struct FieldsOf<LegendBlock> {
  static constexpr std::tuple<> all{};
};
template <>
struct FieldsOf<ChangesBlock::Entry> {
  static constexpr std::string_view hook = "the version is three numbers";
  static constexpr auto all = std::tuple{
      field("version", &ChangesBlock::Entry::version, {.need = Need::required, .spelling = Spelling::word, .text = {"版", "the version"}, .example = "1.0.0"}),
      field("text", &ChangesBlock::Entry::text, {.need = Need::required, .longest = longest_paragraph, .text = {"変わったこと", "what it brought"}, .example = "初版。"}),
  };
};
template <>
struct FieldsOf<ChangesBlock> {
  static constexpr auto all = std::tuple{
      field("title", &ChangesBlock::title, block_title),
      field("versions", &ChangesBlock::entries, {.need = Need::required, .filled = true, .item = "version", .text = {"版。新しい順に書く。はじめの版は様式の version と同じ", "the versions, the newest first; it is the workbook's own"}, .example = "[{version: 1.0.0, text: 初版。}]"}),
  };
};

}  // namespace shirube::model
