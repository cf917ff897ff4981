// A workbook template: the workbook, its lists, its sheets, and the fields of its blocks (model/fields/blocks.h).
#pragma once

#include <array>

#include "model/fields/field.h"
#include "model/workbook.h"

namespace shirube::model {

// A workbook's title is part of the names of its files; the others have to stay on their paper.
inline constexpr std::int64_t longest_file_title = 60;
inline constexpr std::int64_t longest_label = 100;
inline constexpr std::int64_t longest_description = 255;
inline constexpr std::int64_t longest_advice = 300;
inline constexpr std::int64_t longest_paragraph = 1'000;
inline constexpr std::int64_t longest_cell_text = 32'767;  // Excel's own limit
inline constexpr std::int64_t most_field_lines = 20;
inline constexpr std::int64_t most_decimals_shown = 6;
inline constexpr std::int64_t most_repetitions = 60;
inline constexpr std::size_t most_sheets = 100;

// ---- a field of a form, a column of a table, a line of a calculation ----

template <>
struct ChoicesOf<FieldType> {
  static constexpr auto all = std::to_array<Choice<FieldType>>({
      {"fixed", FieldType::fixed, {"はじめから入っている文。記入しない", "text that is there already and is not filled in"}},
      {"text", FieldType::text, {"一行の文", "a line of text"}},
      {"long-text", FieldType::long_text, {"何行かの文", "text of several lines"}},
      {"number", FieldType::number, {"数", "a number"}},
      {"percent", FieldType::percent, {"百分率（5％は 5％ か 0.05 と入れる）", "a percentage"}},
      {"date", FieldType::date, {"日付", "a date"}},
      {"choice", FieldType::choice, {"一覧から一つを選ぶ", "one item of a list"}},
      {"check", FieldType::check, {"☐ か ☑", "a box to tick"}},
  });
};

template <>
struct FieldsOf<RecordValue> {
  static constexpr std::string_view hook = "exactly one of `figure`, `indicator` and `plan`, each with its property; or `person` or `term` alone";
  static constexpr auto all = std::tuple{
      own("figure", &RecordValue::id, {.spelling = Spelling::id, .family = "figures", .text = {"戦略の数字から", "from a figure"}, .example = "sales"}),
      own("indicator", &RecordValue::id, {.spelling = Spelling::id, .family = "indicators", .instead_of = "figure", .text = {"指標から", "from an indicator"}, .example = "reuse"}),
      own("plan", &RecordValue::id, {.spelling = Spelling::id, .family = "plan", .instead_of = "figure", .text = {"計画から", "from a plan"}, .example = "first-month"}),
      own("person", &RecordValue::property, {.spelling = Spelling::word, .instead_of = "figure", .text = {"配る相手の項目（name、organisation など）。配るときに入る", "of the person whom the workbook is issued to (name, organisation, …); filled in when it is issued"}, .example = "name"}),
      own("term", &RecordValue::property, {.spelling = Spelling::word, .instead_of = "figure", .text = {"配る期の項目（title・first・last）", "of the term for which it is issued: title, first or last"}, .example = "first"}),
      own("property", &RecordValue::property, {.spelling = Spelling::word, .with = "indicator", .text = {"記録のどの項目か。書かなければ value", "which property of the record; `value` if left out"}, .example = "target"}),
  };
};

template <>
struct FieldsOf<FieldDefinition> {
  static constexpr std::string_view hook = "limits in the unit of the field, keys that its type has a use for, and at most one of `initial`, `from` and `formula`";
  static constexpr bool own_in_order = true;
  static constexpr bool ids_elsewhere = true;
  static constexpr auto all = std::tuple{
      field("id", &FieldDefinition::id, {.need = Need::required, .spelling = Spelling::id, .text = {"欄の名前。同じブロックの中で重ならないこと。式では「-」を「_」と書く", "the id of the field, unique in its block; formulas write `_` for `-`"}, .example = "hours"}),
      field("label", &FieldDefinition::label, {.longest = longest_label, .text = {"欄の見出し", "its heading"}, .example = "時間"}),
      field("type", &FieldDefinition::type, {.text = {"欄の種類。書かなければ text", "what it holds; `text` if left out"}, .example = "number"}),
      field("unit", &FieldDefinition::unit, {.text = {"単位（number と percent の欄）", "its unit, of `number` and `percent`"}, .example = "時間"}),
      field("required", &FieldDefinition::required, {.text = {"true なら、空いているあいだ「未記入」と数える", "`true`: counted as missing while it is empty"}, .example = "true"}),
      own("least", &FieldDefinition::least, {.text = {"入れられる最小の値（number と percent の欄）。percent の 5 は5％", "the least value that may be entered, of `number` and `percent`; 5 is 5 % in `percent`"}, .example = "0"}, Shape::own),
      own("most", &FieldDefinition::most, {.text = {"入れられる最大の値", "the greatest value that may be entered"}, .example = "200"}, Shape::own),
      field("earliest", &FieldDefinition::earliest, {.spelling = Spelling::date, .text = {"入れられる最初の日（date の欄）", "the first day that may be entered, of `date`"}, .example = "2026-04-01"}),
      field("latest", &FieldDefinition::latest, {.spelling = Spelling::date, .text = {"入れられる最後の日", "the last day that may be entered"}, .example = "2027-03-31"}),
      field("longest", &FieldDefinition::longest, {.least = 1, .most = longest_cell_text, .text = {"文字数の上限（text と long-text の欄）。書かなければ、見える広さに合わせる", "the most characters, of `text` and `long-text`; as many as can be seen if left out"}, .example = "30"}),
      field("decimals", &FieldDefinition::decimals, {.least = 0, .most = most_decimals_shown, .text = {"小数の桁数。0 なら整数だけ", "how many decimals; 0: whole numbers only"}, .example = "1"}),
      field("choices", &FieldDefinition::choices, {.spelling = Spelling::id, .text = {"選択肢の一覧（lists の id）。choice の欄には要る", "a list of `lists`; `choice` needs one"}, .example = "state"}),
      field("prompt", &FieldDefinition::prompt, {.text = {"欄を選ぶと出る、記入の説明", "what to write; shown when the cell is selected"}, .example = "30分は0.5と入れます。"}),
      field("initial", &FieldDefinition::initial, {.text = {"はじめから入れておく値", "a value that is there at first"}, .example = "8"}),
      own("from", &FieldDefinition::from, {.instead_of = "initial", .text = {"記録か、配る相手から取ってはじめに入れる値", "a first value from the records, or of the person whom the workbook is issued to"}, .example = "{person: name}"}),
      field("property", &FieldDefinition::property, {.spelling = Spelling::word, .text = {"行が記録のとき（rows の from）、その記録のどの項目を出す列か", "of a column, where rows are records (`rows: {from: …}`): the property that it shows"}, .example = "title"}),
      own("formula", &FieldDefinition::formula, {.spelling = Spelling::word, .instead_of = "initial", .text = {"計算式。この欄は記入しない。ほかのブロックの欄は「ブロック.欄」", "a formula; such a field is not filled in. Fields of other blocks are `block.field`"}, .example = "hours * 60"}),
      field("lines", &FieldDefinition::lines, {.least = 1, .most = most_field_lines, .text = {"高さ（何行分か）", "its height, in lines of text"}, .example = "3"}),
      field("width", &FieldDefinition::width, {.text = {"幅。隣の欄の何倍か（0.2〜50）", "its width, relative to its neighbours (0.2 to 50)"}, .example = "2"}),
      field("indicator_unit", &FieldDefinition::indicator_unit, {.text = {"true なら、表の indicator と同じ単位で数える", "`true`: its unit is that of the table's `indicator`"}, .example = "true"}),
      own("attention", &FieldDefinition::attention, {.text = {"この値から上を目立たせる（number と percent の欄）", "from this value on the cell is marked, of `number` and `percent`"}, .example = "150"}, Shape::own),
      field("note", &FieldDefinition::note, {.text = {"計算の行の右に出す補足", "a remark beside a line of a calculation"}, .example = "月の合計"}),
      field("against", &FieldDefinition::against, {.spelling = Spelling::id, .text = {"比べる相手の行（calculation だけ）。違いがわかる桁まで出る", "the line with which it is compared, of `calculation`; shown with the decimals that decide"}, .example = "limit"}),
  };
};

inline constexpr std::string_view field_example = R"(id: hours
label: かかった時間
type: number
unit: 時間
least: 0
most: 200
decimals: 1
required: true
prompt: 30分は0.5と入れます。
)";

// ---- lists, sheets, the workbook ----

template <>
struct ChoicesOf<ChoiceList::Source> {
  using Source = ChoiceList::Source;
  static constexpr auto all = std::to_array<Choice<Source>>({
      {"categories", Source::categories, {"目標の分類", "the categories"}},
      {"objectives", Source::objectives, {"目標（level に書いた段）", "objectives of the levels in `level`"}},
      {"indicators", Source::indicators, {"指標", "the indicators"}},
      {"scenarios", Source::scenarios, {"試算（calculation）の場合", "the scenarios of a `calculation`"}},
      {"assets", Source::assets, {"道の途中でたまるもの", "the assets"}},
      {"career-paths", Source::career_paths, {"キャリアの道", "the career paths"}},
  });
};
template <>
struct FieldsOf<ChoiceList> {
  static constexpr std::string_view hook = "`items`, or what `from` asks for";
  static constexpr bool ids_elsewhere = true;
  static constexpr auto all = std::tuple{
      field("id", &ChoiceList::id, {.need = Need::required, .spelling = Spelling::id, .text = {"一覧の名前。欄の choices から参照する", "the id of the list; `choices` of a field refers to it"}, .example = "state"}),
      field("label", &ChoiceList::label, {.need = Need::required, .longest = longest_label, .text = {"一覧の見出し", "its heading"}, .example = "状態"}),
      field("from", &ChoiceList::source, {.text = {"選択肢を記録から取る。書かなければ items に並べる", "takes the items from the records; without it they are in `items`"}, .example = "categories"}),
      own("calculation", &ChoiceList::calculation, {.spelling = Spelling::id, .family = "calculations", .text = {"どの試算の場合か（from: scenarios には要る）", "whose scenarios; needed with `from: scenarios`"}, .example = "hours"}),
      own("level", &ChoiceList::levels, {.spelling = Spelling::word, .text = {"目標の段（from: objectives には要る）。書いた順に並ぶ", "levels of objectives, in their order; needed with `from: objectives`"}, .example = "[company, section]"}),
      own("items", &ChoiceList::items, {.text = {"選択肢。書いた順に並ぶ", "the items, in their order"}, .example = "[まだ, 途中, 済み]"}),
  };
};

template <>
struct ChoicesOf<SheetDefinition::Paper> {
  using Paper = SheetDefinition::Paper;
  static constexpr auto all = std::to_array<Choice<Paper>>({
      {"portrait", Paper::portrait, {"縦", "upright"}},
      {"landscape", Paper::landscape, {"横", "on its side"}},
  });
};
template <>
struct ChoicesOf<SheetDefinition::Pages> {
  using Pages = SheetDefinition::Pages;
  static constexpr auto all = std::to_array<Choice<Pages>>({
      {"one", Pages::one, {"一枚に収める", "shrinks to one page"}},
      {"many", Pages::many, {"何枚でも。幅は一枚に収める", "as many as needed, each one page wide"}},
  });
};
template <>
struct ChoicesOf<SheetDefinition::Colour> {
  using Colour = SheetDefinition::Colour;
  static constexpr auto all = std::to_array<Choice<Colour>>({
      {"navy", Colour::navy, {"紺", "navy"}},
      {"blue", Colour::blue, {"青", "blue"}},
      {"green", Colour::green, {"緑", "green"}},
      {"yellow", Colour::yellow, {"黄", "yellow"}},
      {"grey", Colour::grey, {"灰色", "grey"}},
  });
};
template <>
struct FieldsOf<SheetDefinition::Repeat> {
  static constexpr auto all = std::tuple{
      field("count", &SheetDefinition::Repeat::count, {.need = Need::required, .least = 1, .most = most_repetitions, .text = {"何枚作るか", "how many sheets"}, .example = "4"}),
      field("plan", &SheetDefinition::Repeat::plan, {.spelling = Spelling::id, .family = "plan", .text = {"計画の名前。一枚を一週とみて、題の `{phase}` にフェーズを入れる", "a plan; each sheet is a week of it, and `{phase}` in the title is that week's phase"}, .example = "first-month"}),
  };
};
template <>
struct FieldsOf<SheetDefinition> {
  static constexpr std::string_view hook = "the blocks, and how often the sheet is made";
  static constexpr bool own_in_order = true;
  static constexpr bool ids_elsewhere = true;
  static constexpr auto all = std::tuple{
      field("id", &SheetDefinition::id, {.need = Need::required, .spelling = Spelling::id, .text = {"シートの名前（版を比べるとき同じシートとみる）", "the id of the sheet, by which versions are compared"}, .example = "month"}),
      field("name", &SheetDefinition::name, {.need = Need::required, .text = {"見出し（タブ）に出る名前。繰り返すシートでは `{n}` が番号になる", "the name on the tab; `{n}` is the number of a repeated sheet"}, .example = "今月"}),
      field("title", &SheetDefinition::title, {.need = Need::required, .longest = longest_label, .text = {"シートの上に出る題。`{n}` は番号、`{phase}` は計画のフェーズ", "the title above the blocks; `{n}` is the number, `{phase}` the plan's phase"}, .example = "今月の記録"}),
      field("paper", &SheetDefinition::paper, {.text = {"用紙の向き。書かなければ縦", "how the paper lies; upright if left out"}, .example = "landscape"}),
      field("pages", &SheetDefinition::pages, {.text = {"印刷の枚数。書かなければ many", "how many pages are printed; `many` if left out"}, .example = "one"}),
      field("colour", &SheetDefinition::colour, {.text = {"見出し（タブ）の色", "the colour of the tab"}, .example = "yellow"}),
      own("repeat", &SheetDefinition::repeat, {.text = {"同じシートを何枚も作る", "makes the sheet several times"}, .example = "{count: 4}"}),
      own("blocks", &SheetDefinition::blocks, {.need = Need::required, .text = {"シートに上から並べるブロック。書き方は種類ごとに違う（block:table など）", "the blocks from top to bottom; each kind has keys of its own (`block:table` and so on)"}, .example = "[{block: note, text: 月末に記入します。}]"}),
  };
};

template <>
struct FieldsOf<WorkbookDefinition> {
  static constexpr std::string_view hook = "the version is three numbers, and the sheets are not too many";
  static constexpr bool own_in_order = true;
  static constexpr auto all = std::tuple{
      field("id", &WorkbookDefinition::id, {.need = Need::essential, .spelling = Spelling::id, .text = {"様式の名前。配る Excel のファイル名にもなる", "the id of the workbook, and the name of its file"}, .example = "monthly-report"}),
      field("version", &WorkbookDefinition::version, {.need = Need::required, .spelling = Spelling::word, .text = {"版。三つの数を「.」でつなぐ", "its version: three numbers"}, .example = "1.0.0"}),
      field("title", &WorkbookDefinition::title, {.need = Need::required, .longest = longest_file_title, .text = {"様式の題", "its title"}, .example = "月の記録"}),
      field("description", &WorkbookDefinition::description, {.need = Need::required, .longest = longest_description, .text = {"何のための様式か。一文で書く", "what it is for, in one sentence"}, .example = "今月の仕事と時間を記録する様式。"}),
      field("stage", &WorkbookDefinition::stage, {.text = {"いまどの段階かを選ぶ欄（ブロック.欄）。choice の欄に限る", "the `choice` field that says how far the sheet has come, as `block.field`"}, .example = "head.stage"}),
      field("lists", &WorkbookDefinition::lists, {.item = "list", .text = {"選択肢の一覧", "lists to choose from"}, .example = "[{id: state, label: 状態, items: [まだ, 途中, 済み]}]"}),
      own("sheets", &WorkbookDefinition::sheets, {.need = Need::required, .text = {"シート。並べた順に見出しになる", "the sheets, in the order of their tabs"}, .example = "[{id: month, name: 今月, title: 今月の記録, blocks: [{block: note, text: 月末に記入します。}]}]"}),
  };
};

inline constexpr std::string_view template_example = R"(id: monthly-report
version: 1.0.0
title: 月の記録
description: 今月の仕事と時間を記録し、合計を自動で出す様式。

lists:
  - {id: state, label: 状態, items: [まだ, 途中, 済み]}

sheets:
  - id: month
    name: 今月
    title: 今月の記録
    paper: portrait
    pages: one
    colour: yellow
    blocks:
      - {block: note, text: 月末に記入し、上司と確かめます。}
      - block: table
        id: tasks
        title: 今月の仕事
        columns:
          - {id: task, label: 仕事, required: true, width: 4}
          - {id: state, label: 状態, type: choice, choices: state}
          - {id: hours, label: 時間, type: number, unit: 時間, least: 0}
        rows: 5
        total: {label: 合計, function: sum, columns: [hours]}
      - {block: sign-off, id: signed, title: 確かめた人, roles: [本人, 上司]}
)";

}  // namespace shirube::model
