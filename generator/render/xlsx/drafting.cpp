#include "render/xlsx/drafting.h"

#include <charconv>

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
  line.pieces.push_back({0, 0.78, styles::title(), filled(text)});
  line.pieces.push_back({0.78, 1, styles::title_counter(), {}});
}

SlotId Drafting::add_field(const model::FieldDefinition& field, const std::string& block_id, const std::string& row_key,
                           const std::string& label) {
  Slot slot;
  slot.sheet = sheet;
  slot.label = label;
  slot.type = field.type;
  slot.unit = field.unit.symbol;
  slot.field = &field;
  slot.kind = field.type == FieldType::fixed ? Slot::Kind::fixed : Slot::Kind::input;
  slot.required = field.required;
  slot.recorded = field.type != FieldType::fixed;
  slot.key = block_id;
  if (repetition != 0) slot.key += source::format(".{}", repetition);
  if (!row_key.empty()) slot.key += "." + row_key;
  slot.key += "." + field.id.value;
  if (field.initial) slot.value = initial_value(field.type, filled(field.initial->value));
  if (field.from) {
    const auto property = model::record_value(*field.from, records, figures);
    if (property) slot.value = property_value(field.type, *property);
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

Value initial_value(FieldType type, const std::string& text) {
  if (type == FieldType::number || type == FieldType::percent) {
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error == std::errc() && end == text.data() + text.size()) return number;
  }
  if (type == FieldType::date && text.size() == 10) return day_number(text);
  return text;
}

Value property_value(FieldType type, const model::Property& property) {
  if (const double* number = std::get_if<double>(&property)) {
    return type == FieldType::percent ? *number / 100 : *number;
  }
  const std::string& text = std::get<std::string>(property);
  if (text.empty()) return {};
  return type == FieldType::date ? initial_value(type, text) : Value(text);
}

SlotHighlight attention_highlight(SlotId first, SlotId last, double least) {
  return {first,       last, source::format("AND(ISNUMBER({{}}),{{}}>={:.15g})", least), {}, styles::bad_fill,
          styles::bad, true};
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
    const std::string pattern = number || date ? styles::number_format(slot.type, decimals, slot.unit) : std::string();
    CellFormat format = styles::computed(!number, pattern);
    if (date) format.horizontal = Horizontal::centre;
    if (slot.type == FieldType::long_text) format.vertical = Vertical::top;
    return format;
  }
  return styles::input(slot.type, lines, styles::number_format(slot.type, decimals, ""));
}

}  // namespace shirube::render::xlsx
