// Blocks that a calculation of the records fills: its values with a choice of the scenario, its checks, and what it
// says about its own sensitivity, all by plain formulas, with the charts of the page.
#include <algorithm>
#include <memory>

#include "expression/excel_text.h"
#include "render/xlsx/cell_table.h"
#include "render/xlsx/drafting.h"
#include "render/xlsx/model_cells.h"
#include "render/xlsx/styles.h"
#include "source/format.h"

namespace shirube::render::xlsx {

using expression::Value;
using model::Calculation;
using model::CalculationLine;
using model::FieldDefinition;
using model::FieldType;
using model::ModelBlock;

namespace {

constexpr const char* chosen_column = "使う値";

FieldType type_of(const model::Unit& unit) {
  return unit.symbol == "%" ? FieldType::percent : FieldType::number;
}

constexpr const char* preset_chosen =
    "入れた数は使われていない。シナリオで「自分で入れる値」を選ぶと、使われる。";

// A cell for a number of one's own, and its initial value.
struct OwnCell {
  SlotId id;
  double given;
};

class ModelDraft {
 public:
  ModelDraft(Drafting& drafting, const ModelBlock& block, const Calculation& calculation)
      : drafting_(drafting), block_(block), calculation_(calculation) {
    auto found = drafting.models.find(calculation.head.id.value);
    if (found == drafting.models.end()) {
      found = drafting.models.emplace(calculation.head.id.value, ModelCells(calculation)).first;
    }
    cells_ = &found->second;
  }

  void values() {
    drafting_.heading(block_.title);
    const SlotId choice = scenario_choice();
    CellTable table(drafting_, block_.id.value);
    table.column("line", "前提", FieldType::fixed, 2.1);
    table.column("chosen", chosen_column, FieldType::number, 1.5);
    table.column("own", "自分で入れる値", FieldType::number, 1.5);
    for (const auto& scenario : calculation_.scenarios) {
      table.column("scenario-" + scenario.id.value, scenario.label, FieldType::number, 1.3);
    }
    table.column("note", "備考", FieldType::fixed, 2.4);
    table.header();
    cells_->columns.resize(calculation_.scenarios.size() + 1);
    for (std::size_t i = 0; i < calculation_.inputs.size(); ++i) input(table, i, choice);
    results(table);
  }

  void checks() {
    drafting_.heading(block_.title.empty() ? "自動チェック" : block_.title);
    for (const model::CalculationCheck& check : calculation_.checks) {
      Slot slot;
      slot.kind = Slot::Kind::formula;
      slot.sheet = drafting_.sheet;
      slot.label = check.label;
      slot.key = block_.id.value + "." + check.id.value;
      slot.recorded = true;
      slot.make = [cells = cells_, &check, at = drafting_.sheet](Formulas& formulas) {
        return cells->check(check, formulas, at);
      };
      drafting_.check_line(check.label, check.advice, drafting_.draft.add(std::move(slot)));
    }
  }

  void series() {
    const model::Series& series = *calculation_.series;
    const model::SeriesColumn& shown = series.columns.back();
    CellTable table = begin(series.label, series.index_label, FieldType::number, shown.unit.value);
    for (std::int64_t number = series.first; number <= series.last; ++number) {
      table.row();
      const Value index(static_cast<double>(number));
      table.number(0, static_cast<double>(number), expression::NumberFormat{"0", {}});
      for (std::size_t column = 0; column < cells_->columns.size(); ++column) {
        const auto make = [cells = cells_, column, index, number](Formulas& formulas, std::uint32_t at) {
          const model::Series& own = *cells->calculation().series;
          Replacements known;
          known[model::name_in_formulas(own.index.value)] = {source::format("{}", number), index};
          Computed result;
          for (const auto& each : own.columns) {
            result = cells->expanded(each.formula, column, known, formulas, at);
            known[model::name_in_formulas(each.name.id.value)] = {"(" + result.text + ")", result.value};
          }
          return result;
        };
        table.computed(column + 1, maker(make), shown.format);
      }
    }
    chart(table, model::ChartBlock::Kind::line, series.label, all_columns());
  }

  void break_even() {
    const model::BreakEven& part = *calculation_.break_even;
    const CalculationLine input = line(part.input.input);
    const CalculationLine output = line(part.output);
    const CalculationLine reach = line(part.reach);
    const std::string title = model::line_label(calculation_, output) + "と" + model::line_label(calculation_, reach);
    CellTable table =
        begin(title, model::line_label(calculation_, input), type_of(model::line_unit(calculation_, input)),
              model::line_unit(calculation_, output), model::line_label(calculation_, reach));
    const auto& format = model::line_format(calculation_, output);
    for (const auto& at : part.input.values) {
      table.row();
      table.number(0, at.value, model::line_format(calculation_, input));
      const Replacements replaced = {replacement(input, at.value)};
      for (std::size_t column = 0; column < cells_->columns.size(); ++column) {
        table.computed(column + 1, expanded(output, column, replaced), format);
      }
      table.computed(cells_->columns.size() + 1, expanded(reach, 0, replaced), format);
    }
    auto columns = all_columns();
    columns.push_back("reach");
    chart(table, model::ChartBlock::Kind::scatter, title, columns);
  }

  void tornado() {
    const model::Tornado& part = *calculation_.tornado;
    const CalculationLine output = line(part.output);
    const auto& format = model::line_format(calculation_, output);
    const std::string& label = model::line_label(calculation_, output);
    drafting_.heading(block_.title.empty() ? "前提を一つだけ動かしたときの" + label : block_.title);
    CellTable table(drafting_, own_id());
    table.column("variation", "動かす前提と値", FieldType::fixed, 3);
    table.column("result", label, FieldType::number, 2);
    table.column("difference", "使う値との差", FieldType::number, 2);
    table.header();
    for (const auto& [name, value] : part.variations) {
      const CalculationLine input = line(name);
      const Replacements replaced = {replacement(input, value.value)};
      table.row();
      table.text(0,
                 source::format("{} {}", model::line_label(calculation_, input),
                                expression::format_number(model::line_format(calculation_, input), value.value)),
                 true);
      const SlotId result = table.computed(1, expanded(output, 0, replaced), format);
      const SlotId base = cells_->columns[0].formulas[output.index];
      table.computed(2, maker([result, base](Formulas& formulas, std::uint32_t at) {
                       const double* changed = formulas.value(result).get<double>();
                       const double* own = formulas.value(base).get<double>();
                       const Value difference = changed != nullptr && own != nullptr ? Value(*changed - *own) : "—";
                       return Computed{source::format("IFERROR({}-{},\"—\")", formulas.address(result, at),
                                                      formulas.address(base, at)),
                                       difference};
                     }),
                     format);
    }
    chart(table, model::ChartBlock::Kind::bar, label + "の差", {"difference"}, "variation");
  }

  void grid() {
    const model::Grid& part = *calculation_.grid;
    const CalculationLine output = line(part.output);
    const CalculationLine reach = line(part.reach);
    const CalculationLine rows = line(part.rows.input);
    const CalculationLine columns = line(part.columns.input);
    const std::string& label = model::line_label(calculation_, output);
    drafting_.heading(block_.title.empty() ? label + "：" + model::line_label(calculation_, rows) + "（縦）と" +
                                                 model::line_label(calculation_, columns) + "（横）"
                                           : block_.title);
    drafting_.note(source::format("緑は「{}」に届く組み合わせです。", model::line_label(calculation_, reach)));
    CellTable table(drafting_, own_id());
    table.column("row", model::line_label(calculation_, rows), FieldType::fixed, 1.6);
    for (std::size_t i = 0; i < part.columns.values.size(); ++i) {
      table.column(source::format("c{}", i + 1),
                   expression::format_number(model::line_format(calculation_, columns), part.columns.values[i].value),
                   FieldType::number, 1.4);
    }
    table.column("reach", model::line_label(calculation_, reach), FieldType::number, 1.4);
    table.header();
    std::vector<SlotId> first;
    std::vector<SlotId> last;
    for (const auto& row : part.rows.values) {
      table.row();
      table.number(0, row.value, model::line_format(calculation_, rows));
      last.clear();
      for (std::size_t i = 0; i < part.columns.values.size(); ++i) {
        const Replacements replaced = {replacement(rows, row.value),
                                       replacement(columns, part.columns.values[i].value)};
        last.push_back(table.computed(i + 1, expanded(output, 0, replaced), model::line_format(calculation_, output)));
      }
      last.push_back(table.computed(part.columns.values.size() + 1, expanded(reach, 0, {}),
                                    model::line_format(calculation_, output)));
      if (first.empty()) first = last;
    }
    for (std::size_t i = 0; i + 1 < first.size(); ++i) {
      drafting_.current().highlights.push_back(
          {first[i], last[i], "AND(ISNUMBER({}),{}>={1})", {first.back()}, styles::good_fill, styles::good, true});
    }
  }

 private:
  CalculationLine line(const source::Located<std::string>& name) const {
    return *model::find_line(calculation_, name.value);
  }
  std::string own_id() const { return block_.id.value; }

  // A maker that knows its sheet.
  template <class Make>
  FormulaMaker maker(Make make) const {
    return [make, at = drafting_.sheet](Formulas& formulas) { return make(formulas, at); };
  }
  FormulaMaker expanded(CalculationLine wanted, std::size_t column, Replacements replaced) const {
    return [cells = cells_, wanted, column, replaced = std::move(replaced), at = drafting_.sheet](Formulas& formulas) {
      const Calculation& calculation = cells->calculation();
      if (wanted.kind == CalculationLine::Kind::input) {
        const SlotId own = cells->columns[column].inputs[wanted.index];
        return Computed{formulas.address(own, at), formulas.value(own)};
      }
      return cells->expanded(calculation.formulas[wanted.index].formula, column, replaced, formulas, at);
    };
  }
  Replacements::value_type replacement(CalculationLine input, double value) const {
    return {model::name_in_formulas(model::line_name(calculation_, input).id.value),
            {source::format("{}", value), Value(value)}};
  }

  SlotId scenario_choice() {
    FieldDefinition& field = drafting_.own_fields.emplace_back();
    field.id.value = "scenario";
    field.label = "シナリオ";
    field.type = FieldType::choice;
    field.choices = block_.choices;
    field.prompt.value = "シナリオを選ぶと「使う値」が変わります。自分の数で試すときは「自分で入れる値」を選びます。";
    const SlotId id = drafting_.add_field(field, block_.id.value, "", field.label);
    drafting_.draft.slot(id).value =
        calculation_.scenarios.empty() ? model::own_values_choice : calculation_.scenarios.front().label;
    drafting_.names.add(NameTable::normal(block_.id.value), field.id.value, id);
    Line& line = drafting_.add_line(25);
    line.pieces.push_back({0, 0.2, styles::label(), "◆" + field.label});
    line.pieces.push_back({0.2, 0.45, slot_format(drafting_.draft.slot(id), 1, std::nullopt), id});
    Slot hint;
    hint.kind = Slot::Kind::formula;
    hint.sheet = drafting_.sheet;
    hint.make = [this_id = id, own = own_cells_, at = drafting_.sheet](Formulas& formulas) {
      return preset_hint(formulas, this_id, *own, at);
    };
    const SlotId shown = drafting_.draft.add(std::move(hint));
    line.pieces.push_back({0.45, 1, styles::fixed(), shown, preset_chosen});
    drafting_.current().highlights.push_back(
        {shown, shown, source::format("{{}}=\"{}\"", preset_chosen), {}, styles::bad_fill, styles::bad, true});
    return id;
  }

  // Somebody typed a number of his own, and a scenario is chosen: it would silently change nothing.
  static Computed preset_hint(Formulas& formulas, SlotId choice, const std::vector<OwnCell>& own, std::uint32_t at) {
    std::string changed;
    bool any = false;
    for (const auto& [id, given] : own) {
      changed += source::format("{}{}<>{:.17g}", changed.empty() ? "" : ",", formulas.address(id, at), given);
      any = any || !(formulas.value(id) == Value(given));
    }
    const bool preset = !(formulas.value(choice) == Value(model::own_values_choice));
    const char* quiet = "「自分で入れる値」を選ぶと、その列の数が使われる。";
    return {source::format("IF(AND({}<>\"{}\",OR({})),\"{}\",\"{}\")", formulas.address(choice, at),
                           model::own_values_choice, changed.empty() ? "FALSE" : changed, preset_chosen, quiet),
            Value(preset && any ? preset_chosen : quiet)};
  }

  void input(CellTable& table, std::size_t index, SlotId choice) {
    const model::CalculationInput& input = calculation_.inputs[index];
    table.row();
    std::string label = unit_label(input.label, input.unit.symbol);
    if (!input.name.symbol.value.empty()) label += "　" + input.name.symbol.value;
    table.text(0, label, true);
    auto& pieces = drafting_.current().lines.back().pieces;
    const std::size_t chosen_piece = pieces.size();
    const SlotId own = own_value(table, input);
    std::vector<SlotId> fixed;
    for (std::size_t i = 0; i < calculation_.scenarios.size(); ++i) {
      const auto values = model::scenario_inputs(calculation_, calculation_.scenarios[i]);
      const auto found = values.find(index);
      fixed.push_back(table.number(3 + i, found != values.end() ? found->second : input.value.value, input.format));
      cells_->columns[i + 1].inputs.push_back(fixed.back());
    }
    table.text(3 + calculation_.scenarios.size(), input.note);
    const auto make = [&calculation = calculation_, choice, own, fixed](Formulas& formulas, std::uint32_t at) {
      const std::string address = formulas.address(own, at);
      std::string text = source::format("IF(ISNUMBER({0}),{0},\"未入力\")", address);
      Value value = formulas.value(own);
      if (value.get<double>() == nullptr) value = "未入力";
      const Value& chosen = formulas.value(choice);
      for (std::size_t i = fixed.size(); i-- > 0;) {
        const std::string& scenario = calculation.scenarios[i].label;
        text = source::format("IF({}={},{},{})", formulas.address(choice, at), expression::text_literal(scenario),
                              formulas.address(fixed[i], at), text);
        if (chosen == Value(scenario)) value = formulas.value(fixed[i]);
      }
      return Computed{text, value};
    };
    const SlotId used = table.computed(1, maker(make), input.format, true);
    name(used, input.name, input.label, "input");
    cells_->columns[0].inputs.push_back(used);
    // Drawn last, placed second.
    auto& drawn = drafting_.current().lines.back().pieces;
    std::rotate(drawn.begin() + static_cast<std::ptrdiff_t>(chosen_piece), drawn.end() - 1, drawn.end());
  }

  SlotId own_value(CellTable& table, const model::CalculationInput& input) {
    FieldDefinition& field = drafting_.own_fields.emplace_back();
    field.id = input.name.id;
    field.label = input.label;
    field.type = type_of(input.unit);
    field.unit = input.unit;
    field.least = input.least;
    field.most = input.most;
    field.prompt.value = input.note;
    const SlotId id = drafting_.add_field(field, block_.id.value + ".own", "", input.label);
    Slot& slot = drafting_.draft.slot(id);
    slot.value = input.value.value;
    own_cells_->push_back({id, input.value.value});
    CellFormat look = slot_format(slot, 1, std::nullopt);
    look.number_format = input.format.notation;
    table.put(2, id, look);
    return id;
  }

  void results(CellTable& table) {
    drafting_.add_line(22).pieces.push_back({0, 1, styles::column_header(), std::string("結果")});
    for (std::size_t i = 0; i < calculation_.formulas.size(); ++i) {
      const model::CalculationFormula& formula = calculation_.formulas[i];
      table.row();
      std::string label = unit_label(formula.label, formula.text ? "" : formula.unit.value.symbol);
      if (!formula.name.symbol.value.empty() && formula.name.symbol.value != formula.label) {
        label += "　" + formula.name.symbol.value;
      }
      table.text(0, label, true);
      for (std::size_t column = 0; column < cells_->columns.size(); ++column) {
        const auto make = [cells = cells_, i, column](Formulas& formulas, std::uint32_t at) {
          return cells->line(i, column, formulas, at);
        };
        const std::size_t place = column == 0 ? 1 : column + 2;
        if (column == 1) table.text(2, "");
        const SlotId id = table.computed(place, maker(make), formula.format, formula.output);
        if (column == 0) name(id, formula.name, formula.label, "result");
        cells_->columns[column].formulas.push_back(id);
      }
      if (cells_->columns.size() == 1) table.text(2, "");
      table.text(3 + calculation_.scenarios.size(), formula.note);
    }
  }

  void name(SlotId id, const model::CalculationName& name, const std::string& label, const char* part) {
    Slot& slot = drafting_.draft.slot(id);
    slot.label = label;
    slot.key = source::format("{}.{}.{}", block_.id.value, part, name.id.value);
    slot.recorded = true;
    drafting_.names.add(NameTable::normal(block_.id.value), name.id.value, id);
    if (!name.symbol.value.empty()) drafting_.names.add(NameTable::normal(block_.id.value), name.symbol.value, id);
  }

  // Index, what is chosen, each scenario, and one more.
  CellTable begin(const std::string& title, const std::string& index, FieldType index_type, const model::Unit& unit,
                  const std::string& more = "") {
    drafting_.heading(block_.title.empty() ? unit_label(title, unit.symbol) : block_.title);
    CellTable table(drafting_, own_id());
    table.column("index", index, index_type, 1.2);
    table.column("chosen", chosen_column, type_of(unit), 1.4);
    for (const auto& scenario : calculation_.scenarios) {
      table.column("scenario-" + scenario.id.value, scenario.label, type_of(unit), 1.4);
    }
    if (!more.empty()) table.column("reach", more, type_of(unit), 1.4);
    table.header();
    return table;
  }

  std::vector<std::string> all_columns() const {
    std::vector<std::string> columns = {"chosen"};
    for (const auto& scenario : calculation_.scenarios) columns.push_back("scenario-" + scenario.id.value);
    return columns;
  }

  void chart(const CellTable& table, model::ChartBlock::Kind kind, const std::string& title,
             const std::vector<std::string>& columns, const std::string& x = "index") {
    model::ChartBlock& chart = drafting_.own_charts.emplace_back();
    chart.kind = kind;
    chart.title = title;
    chart.table.value = table.id();
    chart.x.value = x;
    for (const std::string& column : columns) {
      model::ChartBlock::Series series;
      series.column.value = column;
      chart.series.push_back(std::move(series));
    }
    drafting_.chart(chart);
  }

  Drafting& drafting_;
  const ModelBlock& block_;
  const Calculation& calculation_;
  ModelCells* cells_ = nullptr;
  std::shared_ptr<std::vector<OwnCell>> own_cells_ = std::make_shared<std::vector<OwnCell>>();  // for formulas, later
};

}  // namespace

void Drafting::model(const ModelBlock& block) {
  const Calculation* calculation = model::find_record(records.calculations, block.record.value);
  if (calculation == nullptr) return;
  ModelDraft own(*this, block, *calculation);
  switch (block.part.value) {
    case ModelBlock::Part::values:
      return own.values();
    case ModelBlock::Part::checks:
      return own.checks();
    case ModelBlock::Part::series:
      return own.series();
    case ModelBlock::Part::break_even:
      return own.break_even();
    case ModelBlock::Part::tornado:
      return own.tornado();
    case ModelBlock::Part::grid:
      return own.grid();
  }
}

}  // namespace shirube::render::xlsx
