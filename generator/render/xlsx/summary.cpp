// The block of the first sheet that shows what is missing on each sheet and whether every check is met.
#include <algorithm>
#include <iterator>

#include "render/xlsx/drafting.h"
#include "render/xlsx/sheet_state.h"
#include "render/xlsx/styles.h"
#include "source/format.h"

namespace shirube::render::xlsx {

using expression::Value;

namespace {

constexpr double name_right = 0.3;
constexpr double value_right = 0.42;

Line three_pieces(double points, CellFormat left, CellFormat middle, CellFormat right) {
  Line line;
  line.least_points = points;
  line.pieces = {{0, name_right, std::move(left), {}},
                 {name_right, value_right, std::move(middle), {}},
                 {value_right, 1, std::move(right), {}}};
  return line;
}

SlotId add_formula(Draft& draft, std::uint32_t sheet, FormulaMaker make) {
  Slot slot;
  slot.kind = Slot::Kind::formula;
  slot.sheet = sheet;
  slot.make = std::move(make);
  return draft.add(std::move(slot));
}

CellFormat centred(CellFormat format) {
  format.horizontal = Horizontal::centre;
  return format;
}

Line header(const char* left, const char* middle, const char* right) {
  const CellFormat format = styles::column_header();
  Line line = three_pieces(23, format, format, format);
  line.pieces[0].content = std::string(left);
  line.pieces[1].content = std::string(middle);
  line.pieces[2].content = std::string(right);
  return line;
}

SlotId add_copy(Draft& draft, std::uint32_t sheet, SlotId from) {
  return add_formula(draft, sheet, [from, sheet](Formulas& formulas) {
    return Computed{formulas.address(from, sheet), formulas.value(from)};
  });
}

// A sheet of the summary: its state, and the fields that count there.
struct Listed {
  SlotId state;
  std::vector<SlotId> missing;
  std::vector<SlotId> partial;
};

// Sheets on which nothing is due yet do not keep the others from being complete; those that nobody has begun although
// something is missing there do.
Computed state_of_all(Formulas& formulas, const std::vector<Listed>& sheets, std::uint32_t at) {
  std::vector<SlotId> states;
  for (const Listed& sheet : sheets) states.push_back(sheet.state);
  const auto count = [&](const char* word) {
    return std::count_if(states.begin(), states.end(),
                         [&](SlotId id) { return formulas.value(id) == Value(word); });
  };
  const std::string range = formulas.range(states, at);
  std::string open = source::format("COUNTIF({},\"{}\")>0", range, in_progress);
  bool is_open = count(in_progress) > 0;
  for (const Listed& sheet : sheets) {
    const Computed missing = count_missing(formulas, sheet.missing, sheet.partial, at);
    open += source::format(",AND({}=\"{}\",{}>0)", formulas.address(sheet.state, at), not_begun, missing.text);
    is_open = is_open || (formulas.value(sheet.state) == Value(not_begun) && *missing.value.get<double>() > 0);
  }
  const bool none = count(not_begun) == static_cast<std::ptrdiff_t>(states.size());
  return {source::format("IF(COUNTIF({0},\"{1}\")={2},\"{1}\",IF(OR({3}),\"{4}\",\"{5}\"))", range, not_begun,
                         states.size(), open, in_progress, complete),
          Value(none ? not_begun : is_open ? in_progress : complete)};
}

}  // namespace

void draft_summary(Drafting& drafting, std::uint32_t sheet, std::size_t at) {
  Draft& draft = drafting.draft;
  std::vector<Line> lines;
  std::vector<SlotId> counts;
  std::vector<Listed> listed;
  lines.push_back(header("シート", "未記入", "状態"));
  for (std::uint32_t other = 0; other < draft.sheets.size(); ++other) {
    if (other == sheet || draft.sheets[other].counter.empty()) continue;
    Line line = three_pieces(21, styles::label(), centred(styles::computed(false, "0\" 件\"")),
                             centred(styles::computed(true, "")));
    line.pieces[0].content = draft.sheets[other].name;
    counts.push_back(add_copy(draft, sheet, draft.sheets[other].counter.front()));
    listed.push_back({add_copy(draft, sheet, draft.sheets[other].state.front()), draft.sheets[other].missing,
                      draft.sheets[other].partial});
    line.pieces[1].content = counts.back();
    line.pieces[2].content = listed.back().state;
    lines.push_back(std::move(line));
  }
  auto& highlights = draft.sheets[sheet].highlights;
  if (!counts.empty()) {
    Line line = three_pieces(24, styles::label(), centred(styles::computed(false, "0\" 件\"")),
                             centred(styles::computed(true, "")));
    line.pieces[0].content = std::string("合計");
    line.pieces[1].format.bold = line.pieces[2].format.bold = true;
    const SlotId total = add_formula(draft, sheet, [counts, sheet](Formulas& formulas) {
      double sum = 0;
      for (const SlotId id : counts) {
        if (const double* number = formulas.value(id).get<double>()) sum += *number;
      }
      const std::string range = formulas.range(counts, sheet);
      return Computed{source::format("IF(SUM({0})=0,\"\",SUM({0}))", range), sum == 0 ? Value("") : Value(sum)};
    });
    line.pieces[1].content = total;
    const SlotId state = add_formula(
        draft, sheet, [listed, sheet](Formulas& formulas) { return state_of_all(formulas, listed, sheet); });
    line.pieces[2].content = state;
    draft.sheets[sheet].counter = {total};
    draft.sheets[sheet].state = {state};
    highlights.push_back({counts.front(), total, "N({})>0", {}, styles::missing_fill, styles::ink, true});
    highlights.push_back({listed.front().state, state, source::format("{{}}=\"{}\"", complete), {}, styles::good_fill,
                          styles::good, false});
    lines.push_back(std::move(line));
  }
  const bool fillable = std::any_of(draft.slots.begin(), draft.slots.end(),
                                    [](const Slot& slot) { return slot.kind == Slot::Kind::input; });
  if (!draft.checks.empty() || fillable) {
    Line space;
    space.least_points = 8;
    space.soft = true;
    space.pieces.push_back({0, 1, CellFormat{}, {}});
    lines.push_back(std::move(space));
    lines.push_back(header("自動チェック", "結果", "要確認のときにすること"));
    std::vector<SlotId> results;
    if (fillable) {
      results.push_back(add_formula(draft, sheet, [&draft, sheet](Formulas& formulas) {
        std::vector<SlotId> verdicts;
        for (const SheetDraft& each : draft.sheets) {
          verdicts.insert(verdicts.end(), each.verdicts.begin(), each.verdicts.end());
        }
        const Computed count = count_verdicts(formulas, verdicts, sheet);
        return Computed{"IF(" + count.text + "=0,\"OK\",\"要確認\")",
                        Value(count.value == Value(0.0) ? "OK" : "要確認")};
      }));
      Line line = three_pieces(22, styles::label(), centred(styles::computed(true, "")), styles::fixed());
      line.pieces[0].content = std::string("欄に入れた値");
      line.pieces[1].content = results.back();
      line.pieces[2].content = std::string("赤い欄の値を入れ直す。件数は各シートの右上に出る。");
      lines.push_back(std::move(line));
    }
    for (const DraftCheck& check : draft.checks) {
      Line line = three_pieces(22, styles::label(), centred(styles::computed(true, "")), styles::fixed());
      line.pieces[0].content = check.label;
      const SlotId result = add_formula(draft, sheet, [from = check.result, sheet](Formulas& formulas) {
        return Computed{formulas.address(from, sheet), formulas.value(from)};
      });
      line.pieces[1].content = result;
      line.pieces[2].content = add_advice(draft, sheet, result, check.advice);
      line.pieces[2].room = check.advice;
      results.push_back(result);
      lines.push_back(std::move(line));
    }
    highlights.push_back({results.front(), results.back(), "{}=\"要確認\"", {}, styles::bad_fill, styles::bad, true});
    highlights.push_back({results.front(), results.back(), "{}=\"OK\"", {}, styles::good_fill, styles::good, false});
  }
  auto& target = draft.sheets[sheet].lines;
  target.insert(target.begin() + static_cast<std::ptrdiff_t>(at), std::make_move_iterator(lines.begin()),
                std::make_move_iterator(lines.end()));
}

}  // namespace shirube::render::xlsx
