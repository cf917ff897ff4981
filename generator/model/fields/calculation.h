// calculations. Its lists are read one after the other, because numbers are converted into the units of the lines before
// them; so their fields are the hook's to read.
#pragma once

#include "model/fields/head.h"

namespace shirube::model {

inline constexpr std::int64_t longest_series = 120;

template <>
struct FieldsOf<CalculationName> {
  static constexpr auto all = std::tuple{
      field("id", &CalculationName::id, {.need = Need::essential, .spelling = Spelling::id, .text = {"行の名前。式では「-」を「_」と書く", "the id of the line; formulas write `_` for `-`"}, .example = "people"}),
      own("symbol", &CalculationName::symbol, {.spelling = Spelling::word, .text = {"式での短い名前", "a short name in formulas"}, .example = "P"}),
  };
};

template <>
struct FieldsOf<CalculationInput> {
  static constexpr auto all = std::tuple{
      part(&CalculationInput::name),
      field("label", &CalculationInput::label, {.need = Need::required, .text = {"前提", "the input"}, .example = "人数"}),
      own("unit", &CalculationInput::unit, {.text = {"単位。書かなければ value の単位", "its unit; that of `value` if left out"}, .example = "人"}),
      own("value", &CalculationInput::value, {.need = Need::essential, .text = {"基準の値と単位", "the base value with its unit"}, .example = "20 人"}),
      own("least", &CalculationInput::least, {.text = {"入力できる最小の値", "the least value that may be entered"}, .example = "1 人"}),
      own("most", &CalculationInput::most, {.text = {"入力できる最大の値", "the greatest value that may be entered"}, .example = "500 人"}),
      own("step", &CalculationInput::step, {.text = {"つまみの刻み", "the step of the slider"}, .example = "1 人"}),
      own("format", &CalculationInput::format, {.spelling = Spelling::word, .text = {"数の書式。書かなければ打ったとおり", "a number format; as typed if left out"}, .example = "'#,##0'"}),
      field("note", &CalculationInput::note, {.text = {"補足", "a remark"}, .example = "部門の全員"}),
  };
};
template <>
struct FieldsOf<CalculationFormula> {
  static constexpr auto all = std::tuple{
      part(&CalculationFormula::name),
      field("label", &CalculationFormula::label, {.need = Need::required, .text = {"計算する項目", "what is computed"}, .example = "年間の時間"}),
      field("text", &CalculationFormula::text, {.text = {"true なら、結果は文字", "`true`: the result is a text"}, .example = "false"}),
      own("unit", &CalculationFormula::unit, {.spelling = Spelling::word, .text = {"単位", "its unit"}, .example = "時間"}),
      own("format", &CalculationFormula::format, {.spelling = Spelling::word, .text = {"数の書式", "a number format"}, .example = "'#,##0'"}),
      field("output", &CalculationFormula::output, {.text = {"true なら、結果としてはじめに示す", "`true`: one of the results that a reader looks for"}, .example = "true"}),
      field("note", &CalculationFormula::note, {.text = {"補足", "a remark"}, .example = "一年分"}),
      own("formula", &CalculationFormula::formula, {.need = Need::essential, .spelling = Spelling::word, .text = {"計算式", "the formula"}, .example = "people * 12"}),
  };
};
template <>
struct FieldsOf<Scenario> {
  static constexpr auto all = std::tuple{
      field("id", &Scenario::id, {.need = Need::essential, .spelling = Spelling::id, .text = {"場合の名前", "the id of the scenario"}, .example = "small"}),
      field("label", &Scenario::label, {.need = Need::required, .text = {"場合", "the scenario"}, .example = "小さく始める"}),
      field("note", &Scenario::note, {.text = {"補足", "a remark"}, .example = "一部門だけ"}),
      own("values", &Scenario::values, {.text = {"前提の値。書かない前提は基準のまま", "values of inputs; the others keep theirs"}, .example = "{people: 5 人}"}, Shape::own),
      own("expected", &Scenario::expected, {.text = {"資料にある結果。計算と合うか確かめる", "results that the source states; `check` recomputes them"}, .example = "{hours: 60 時間}"}, Shape::own),
  };
};
template <>
struct FieldsOf<SeriesColumn> {
  static constexpr auto all = std::tuple{
      part(&SeriesColumn::name),
      field("label", &SeriesColumn::label, {.need = Need::required, .text = {"列", "the column"}, .example = "累計"}),
      own("unit", &SeriesColumn::unit, {.text = {"単位", "its unit"}, .example = "時間"}),
      own("format", &SeriesColumn::format, {.spelling = Spelling::word, .text = {"数の書式", "a number format"}, .example = "'#,##0'"}),
      own("formula", &SeriesColumn::formula, {.need = Need::essential, .spelling = Spelling::word, .text = {"計算式", "the formula"}, .example = "month * people"}),
  };
};
template <>
struct FieldsOf<Series> {
  static constexpr auto all = std::tuple{
      field("id", &Series::id, {.need = Need::essential, .spelling = Spelling::id, .text = {"推移の名前", "the id of the series"}, .example = "by-month"}),
      field("label", &Series::label, {.need = Need::required, .text = {"推移", "the series"}, .example = "月ごとの累計"}),
      field("index", &Series::index, {.need = Need::essential, .spelling = Spelling::id, .text = {"動く数の、式での名前", "what formulas call the running number"}, .example = "month"}),
      field("index_label", &Series::index_label, {.need = Need::required, .text = {"動く数の見出し", "the heading of the running number"}, .example = "月"}),
      own("unit", &Series::index_unit, {.text = {"動く数の単位", "the unit of the running number"}, .example = "ヶ月"}),
      own("first", &Series::first, {.least = 0, .most = longest_series, .text = {"最初の数", "the first number"}, .example = "0"}),
      own("last", &Series::last, {.need = Need::essential, .least = 0, .most = longest_series, .text = {"最後の数", "the last number"}, .example = "12"}),
      field("even", &Series::even, {.spelling = Spelling::word, .text = {"最後の列が0になる数を求める行", "the formula that says where the last column turns to zero"}, .example = "break-even"}),
      own("columns", &Series::columns, {.need = Need::essential, .text = {"列", "the columns"}, .example = "[{id: total, label: 累計, unit: 時間, formula: month * people}]"}),
  };
};
template <>
struct FieldsOf<CalculationCheck> {
  static constexpr auto all = std::tuple{
      field("id", &CalculationCheck::id, {.need = Need::essential, .spelling = Spelling::id, .text = {"確認の名前", "the id of the check"}, .example = "enough-people"}),
      field("label", &CalculationCheck::label, {.need = Need::required, .text = {"確認すること", "what is checked"}, .example = "人数がある"}),
      field("advice", &CalculationCheck::advice, {.text = {"満たさないときの助言", "what to do when it fails"}, .example = "人数を入れてください"}),
      own("formula", &CalculationCheck::formula, {.need = Need::essential, .spelling = Spelling::word, .text = {"よければ TRUE になる式", "TRUE when all is well"}, .example = "people > 0"}),
  };
};
template <>
struct FieldsOf<Tornado::Variation> {
  static constexpr auto all = std::tuple{
      field("input", &Tornado::Variation::input, {.need = Need::essential, .spelling = Spelling::word, .text = {"動かす前提", "the input that is changed"}, .example = "people"}),
      own("value", &Tornado::Variation::value, {.need = Need::essential, .text = {"変えた値", "its other value"}, .example = "5 人"}),
  };
};
template <>
struct FieldsOf<Tornado> {
  static constexpr auto all = std::tuple{
      field("output", &Tornado::output, {.need = Need::essential, .spelling = Spelling::word, .text = {"見る結果", "the result that is looked at"}, .example = "hours"}),
      field("reach", &Tornado::reach, {.spelling = Spelling::word, .text = {"届くべき値の行", "the line that it has to reach"}, .example = "needed"}),
      own("variations", &Tornado::variations, {.need = Need::required, .text = {"一つずつ動かす前提", "inputs that are changed one at a time"}, .example = "[{input: people, value: 5 人}]"}),
  };
};
template <>
struct FieldsOf<Grid::Axis> {
  static constexpr auto all = std::tuple{
      field("input", &Grid::Axis::input, {.need = Need::essential, .spelling = Spelling::word, .text = {"動かす前提", "the input that is changed"}, .example = "people"}),
      own("values", &Grid::Axis::values, {.need = Need::required, .text = {"値", "its values"}, .example = "[5 人, 10 人, 20 人]"}),
  };
};
template <>
struct FieldsOf<Grid> {
  static constexpr auto all = std::tuple{
      field("output", &Grid::output, {.need = Need::essential, .spelling = Spelling::word, .text = {"見る結果", "the result that is looked at"}, .example = "hours"}),
      field("reach", &Grid::reach, {.need = Need::essential, .spelling = Spelling::word, .text = {"届くべき値の行", "the line that it has to reach"}, .example = "needed"}),
      own("rows", &Grid::rows, {.need = Need::essential, .text = {"縦に動かす前提", "the input of the rows"}, .example = "{input: people, values: [5 人, 10 人]}"}),
      own("columns", &Grid::columns, {.need = Need::essential, .text = {"横に動かす前提", "the input of the columns"}, .example = "{input: minutes, values: [10 分, 20 分]}"}),
  };
};
template <>
struct FieldsOf<BreakEven> {
  static constexpr auto all = std::tuple{
      field("output", &BreakEven::output, {.need = Need::essential, .spelling = Spelling::word, .text = {"見る結果", "the result that is looked at"}, .example = "hours"}),
      field("reach", &BreakEven::reach, {.need = Need::essential, .spelling = Spelling::word, .text = {"届くべき値の行", "the line that it has to reach"}, .example = "needed"}),
      field("needed", &BreakEven::needed, {.spelling = Spelling::word, .text = {"ちょうど届く前提の値を求める行", "the formula that says at which value they meet"}, .example = "needed-people"}),
      own("over", &BreakEven::input, {.need = Need::essential, .text = {"動かす前提", "the input that is changed"}, .example = "{input: people, values: [5 人, 10 人]}"}),
  };
};
template <>
struct FieldsOf<Calculation> {
  static constexpr std::string_view hook = "lines first: the rest is about them; their names share one space";
  static constexpr auto all = std::tuple{
      part(&Calculation::head),
      field("title", &Calculation::title, {.need = Need::required, .text = {"題", "its title"}, .example = "空く時間の試算"}),
      field("note", &Calculation::note, {.text = {"補足", "a remark"}, .example = "一年分"}),
      own("inputs", &Calculation::inputs, {.shown = true, .text = {"前提", "the inputs"}, .example = "[{id: people, label: 人数, value: 20 人}]"}),
      own("formulas", &Calculation::formulas, {.need = Need::required, .spelling = Spelling::word, .text = {"計算する項目", "the formulas"}, .example = "[{id: months, label: 人月, unit: 人, output: true, formula: people * 12}]"}),
      own("scenarios", &Calculation::scenarios, {.text = {"場合", "the scenarios"}, .example = "[{id: small, label: 小さく始める, values: {people: 5 人}}]"}),
      own("series", &Calculation::series, {.text = {"動く数についての表", "columns over a running number"}, .example = "{id: by-month, label: 月ごとの累計, index: month, index_label: 月, last: 12, columns: [{id: total, label: 累計, unit: 人, formula: month * people}]}"}),
      own("checks", &Calculation::checks, {.text = {"確認", "the checks"}, .example = "[{id: enough-people, label: 人数がある, formula: people > 0}]"}),
      own("break_even", &Calculation::break_even, {.text = {"前提を動かしたとき、結果がどこで届くか", "one input changed over its range"}, .example = "{output: months, reach: needed, over: {input: people, values: [5 人, 10 人]}}"}),
      own("tornado", &Calculation::tornado, {.text = {"どの前提が結果を大きく動かすか", "one input changed at a time"}, .example = "{output: months, variations: [{input: people, value: 5 人}]}"}),
      own("grid", &Calculation::grid, {.text = {"前提を二つ動かした表", "two inputs changed together"}, .example = "{output: months, reach: needed, rows: {input: people, values: [5 人]}, columns: {input: minutes, values: [10 分]}}"}),
  };
};

}  // namespace shirube::model
