#include "render/xlsx/drafting.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "expression/to_excel.h"
#include "render/xlsx/styles.h"
#include "source/format.h"

namespace shirube::render::xlsx {

using expression::Value;
using model::FieldType;

std::string filled_text(std::string text, std::int64_t repetition, const std::string& phase) {
  const auto replace = [&text](std::string_view mark, const std::string& with) {
    for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at + with.size())) {
      text.replace(at, mark.size(), with);
    }
  };
  if (repetition != 0) replace("{n}", source::format("{}", repetition));
  replace("{phase}", phase);
  return text;
}

std::string Drafting::filled(std::string text) const {
  return filled_text(std::move(text), repetition, phase);
}

Scope Drafting::scope(const std::string& block) const {
  return {NameTable::block_key(block, repetition), repetition, {}};
}

Line& Drafting::add_line(double least_points, bool soft) {
  Line line;
  line.least_points = least_points;
  line.soft = soft;
  current().lines.push_back(std::move(line));
  return current().lines.back();
}

void Drafting::gap(double points) {
  add_line(points, true).pieces.push_back({0, 1, CellFormat{}, {}});
}

void Drafting::heading(const std::string& text) {
  if (text.empty()) return gap(5);
  gap();
  add_line(24, true).pieces.push_back({0, 1, styles::heading(), "■ " + filled(text)});
}

void Drafting::note(const std::string& text) {
  add_line(18, true).pieces.push_back({0, 1, styles::paragraph(), filled(text)});
}

void Drafting::instructions(const std::vector<std::string>& items) {
  for (std::size_t i = 0; i < items.size(); ++i) {
    CellFormat format = styles::paragraph();
    format.colour = styles::ink;
    add_line(19, true).pieces.push_back({0, 1, format, source::format("{}. {}", i + 1, filled(items[i]))});
  }
}

void Drafting::legend() {
  heading("色と印の意味");
  const auto line = [this](const CellFormat& format, const char* sample, const char* meaning) {
    Line& drawn = add_line(21);
    drawn.pieces.push_back({0, 0.18, format, std::string(sample)});
    drawn.pieces.push_back({0.18, 1, styles::fixed(), std::string(meaning)});
  };
  CellFormat input = styles::input(FieldType::choice, 1, "");
  input.horizontal = Horizontal::centre;
  input.locked = true;
  line(input, "◆ 必須 ／ ◇ 任意",
       "薄い黄色は記入する欄です。項目名の◆は必ず記入する欄、◇は必要なときだけ記入する欄です。");
  CellFormat missing = input;
  missing.fill = styles::missing_fill;
  line(missing, "未記入", "濃い黄色は、まだ記入されていない必須の欄です。記入すると薄い黄色に戻ります。");
  CellFormat fault = input;
  fault.fill = styles::bad_fill;
  fault.colour = styles::bad;
  fault.bold = true;
  line(fault, "要確認", "赤い欄には、その欄に入らない値があります（数の欄の「4件」、範囲の外の数、選択肢にない言葉など）。入れ直してください。");
  CellFormat computed = styles::computed(true, "");
  computed.horizontal = Horizontal::centre;
  line(computed, "自動計算",
       "灰色は自動で計算・表示される欄です。保護されているため、書き換えられません（パスワードはありません）。");
  CellFormat hidden = styles::fixed(true);
  hidden.colour = styles::quiet;
  line(hidden, "隠れたシート",
       "▼に出る言葉の「選択肢」と、集計に使う「データ」は、ふだんは表示せず、印刷もしません。「校閲」の「ブックの保護」"
       "を外すと（パスワードはありません）、見出しの右クリックで再表示できます。");
}

void Drafting::changes(const model::ChangesBlock& changes) {
  heading(changes.title.empty() ? "版と変わったこと" : changes.title);
  for (const auto& entry : changes.entries) {
    Line& line = add_line(21);
    CellFormat version = styles::label();
    version.horizontal = Horizontal::centre;
    line.pieces.push_back({0, 0.18, version, "版 " + entry.version.value});
    line.pieces.push_back({0.18, 1, styles::fixed(), filled(entry.text)});
  }
}

void Drafting::title(const std::string& text) {
  Line& line = add_line(33, true);
  line.pieces.push_back({0, 0.68, styles::title(), filled(text)});
  line.pieces.push_back({0.68, 0.82, styles::title_counter(), {}});
  line.pieces.push_back({0.82, 1, styles::title_counter(), {}});
}

SlotId Drafting::add_field(const model::FieldDefinition& field, const std::string& block_id, const std::string& row_key,
                           const std::string& label, const model::Indicator* indicator) {
  const model::CellKind kind = model::cell_kind(field, indicator);
  Slot slot;
  slot.sheet = sheet;
  slot.label = label;
  slot.type = kind.type;
  slot.unit = kind.unit.symbol;
  slot.field = &field;
  slot.kind = field.type == FieldType::fixed ? Slot::Kind::fixed : Slot::Kind::input;
  slot.required = field.required;
  slot.recorded = field.type != FieldType::fixed;
  slot.key = block_id;
  if (repetition != 0) slot.key += source::format(".{}", repetition);
  if (!row_key.empty()) slot.key += "." + row_key;
  slot.key += "." + field.id.value;
  if (field.initial) {
    slot.value = initial_value(kind, filled(field.initial->value));
    slot.decimals = typed_decimals(kind, field.initial->value);
  }
  if (field.from) {
    const auto property = model::record_value(*field.from, records, figures);
    if (property) {
      slot.value = property_value(kind, *property);
      slot.decimals = typed_decimals(kind, *property);
    }
    // A number without a unit of its own is counted as the record counts.
    const auto* quantity = property ? std::get_if<model::Quantity>(&*property) : nullptr;
    if (quantity != nullptr && kind.type == FieldType::number && slot.unit.empty()) slot.unit = quantity->unit.symbol;
  }
  if (field.type == FieldType::check && slot.value == Value()) slot.value = "☐";
  if (field.formula) {
    slot.kind = Slot::Kind::formula;
    slot.make = [expression = &*field.formula, own = scope(block_id), at = sheet](Formulas& formulas) {
      return formulas.authored(*expression, own, at);
    };
    slot.signs = [expression = &*field.formula, own = scope(block_id)](const Formulas& formulas) {
      return formulas.signs(*expression, own);
    };
  }
  return draft.add(std::move(slot));
}

bool is_own_entry(const Slot& slot) {
  const bool of_person =
      slot.field != nullptr && slot.field->from && slot.field->from->family == model::RecordValue::Family::person;
  return !of_person && (slot.value == Value() || slot.type == FieldType::check);
}

double day_number(const std::string& date) {
  const auto part = [&date](std::size_t at, std::size_t size) {
    int number = 0;
    std::from_chars(date.data() + at, date.data() + at + size, number);
    return number;
  };
  int year = part(0, 4);
  const int month = part(5, 2);
  const int day = part(8, 2);
  // Days of the proleptic Gregorian calendar, years starting in March.
  year -= month <= 2 ? 1 : 0;
  const int era = year / 400;
  const int year_of_era = year - era * 400;
  const int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097.0 + day_of_era - 719468 + 25569;
}

Value initial_value(const model::CellKind& kind, const std::string& text) {
  if (kind.type == FieldType::number || kind.type == FieldType::percent) {
    if (const auto number = model::typed_number(kind, text)) return *number;
  }
  if (kind.type == FieldType::date && text.size() == 10) return day_number(text);
  return text;
}

Value property_value(const model::CellKind& kind, const model::Property& property) {
  if (const auto* quantity = std::get_if<model::Quantity>(&property)) {
    if (kind.type == FieldType::number || kind.type == FieldType::percent) {
      const auto number = model::cell_number(kind, *quantity);
      return number ? Value(*number) : Value();
    }
    if (kind.type == FieldType::fixed && quantity->unit.symbol.empty()) return quantity->value;
    return model::show(*quantity);
  }
  const std::string& text = std::get<std::string>(property);
  if (text.empty()) return {};
  return kind.type == FieldType::date ? initial_value(kind, text) : Value(text);
}

int typed_decimals(const model::CellKind& kind, const model::Property& property) {
  const auto* quantity = std::get_if<model::Quantity>(&property);
  if (quantity == nullptr) return 0;
  const auto kept = model::cell_number(kind, *quantity);
  const bool as_typed = kept && (kind.type == FieldType::percent ? quantity->unit.symbol == "%" : *kept == quantity->value);
  return as_typed ? quantity->decimals : 0;
}

int typed_decimals(const model::CellKind& kind, const std::string& text) {
  const auto quantity = model::typed_quantity(kind, text);
  return quantity ? typed_decimals(kind, model::Property(*quantity)) : 0;
}

SlotHighlight attention_highlight(SlotId first, SlotId last, double least) {
  return {first,       last, source::format("AND(ISNUMBER({{}}),{{}}>={:.15g})", least), {}, styles::bad_fill,
          styles::bad, true};
}

void show_what_decides(Drafting& drafting, SlotId value, SlotId goal, const std::string& notation) {
  constexpr std::size_t finest = 9;
  const std::size_t zeros = notation.find('0', notation.rfind('#') == std::string::npos ? 0 : notation.rfind('#'));
  if (zeros == std::string::npos) return;
  std::size_t end = zeros + 1;
  std::size_t decimals = 0;
  if (notation.substr(end, 1) == ".") {
    while (end + 1 + decimals < notation.size() && notation[end + 1 + decimals] == '0') ++decimals;
    if (decimals > 0) end += 1 + decimals;
  }
  const bool percent = notation.find('%', end) != std::string::npos;
  // From above or from below: the same number may be a floor for one and a ceiling for another.
  const auto up = [](const std::string& number) { return expression::excel_call("REACHES", {number, "{1}"}); };
  const auto down = [](const std::string& number) { return expression::excel_call("REACHES", {"{1}", number}); };
  // The finest first: Excel takes the first condition that holds.
  const std::size_t more[] = {finest, decimals + 3, decimals + 2, decimals + 1};
  for (std::size_t i = 0; i < std::size(more); ++i) {
    const std::size_t too_few = i + 1 < std::size(more) ? more[i + 1] : decimals;
    if (more[i] <= too_few) continue;
    const std::string rounded = source::format("ROUND({{}},{})", too_few + (percent ? 2 : 0));
    SlotHighlight highlight{value, value,
                            source::format("IF(ISNUMBER({{}}),OR({}<>{},{}<>{}),FALSE)", up(rounded), up("{}"),
                                           down(rounded), down("{}")),
                            {goal}, 0, 0, false};
    highlight.number_format = notation.substr(0, zeros + 1) + "." + std::string(more[i], '0') + notation.substr(end);
    drafting.current().highlights.push_back(std::move(highlight));
  }
}

std::string unit_label(const std::string& label, const std::string& unit) {
  return unit.empty() ? label : label + "（" + unit + "）";
}

CellFormat slot_format(const Slot& slot, std::int64_t lines, std::optional<std::int64_t> decimals) {
  if (slot.kind == Slot::Kind::fixed) return styles::fixed();
  const bool number = slot.type == FieldType::number || slot.type == FieldType::percent;
  if (slot.kind == Slot::Kind::formula) {
    // A formula in a cell of text format would turn into its own text when somebody edits it.
    const bool date = slot.type == FieldType::date;
    // 12.5 % is not 13 %, and 1 ÷ 3 does not need nine decimals.
    if (slot.type == FieldType::percent) decimals = decimals.value_or(1);
    const std::string pattern = number || date ? styles::number_format(slot.type, decimals, slot.unit) : std::string();
    CellFormat format = styles::computed(!number, pattern);
    if (date) format.horizontal = Horizontal::centre;
    if (slot.type == FieldType::long_text) format.vertical = Vertical::top;
    return format;
  }
  // Whoever types 1.96 sees 1.96; a validation keeps whole numbers whole.
  const auto typed = static_cast<int>(std::max<std::int64_t>(decimals.value_or(0), slot.decimals));
  const bool whole = slot.type == FieldType::number && decimals == 0;
  const bool as_typed = number && !whole;
  return styles::input(
      slot.type, lines,
      as_typed ? styles::typed_format(slot.type, typed) : styles::number_format(slot.type, decimals, ""));
}

}  // namespace shirube::render::xlsx
