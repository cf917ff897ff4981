// The block of the first sheet that tells what is missing on each sheet and whether every check is met.
#include <algorithm>
#include <iterator>

#include "render/xlsx/drafting.h"
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

}  // namespace

void draft_summary(Drafting& drafting, std::uint32_t sheet, std::size_t at) {
  Draft& draft = drafting.draft;
  std::vector<Line> lines;
  std::vector<SlotId> counts;
  lines.push_back(header("シート", "未記入", "状態"));
  for (std::uint32_t other = 0; other < draft.sheets.size(); ++other) {
    if (other == sheet || draft.sheets[other].counter.empty()) continue;
    const SlotId counter = draft.sheets[other].counter.front();
    Line line =
        three_pieces(21, styles::label(), centred(styles::computed(false, "0\" 件\"")), styles::computed(true, ""));
    line.pieces[0].content = draft.sheets[other].name;
    const SlotId count = add_formula(draft, sheet, [counter, sheet](Formulas& formulas) {
      return Computed{formulas.address(counter, sheet), formulas.value(counter)};
    });
    line.pieces[1].content = count;
    line.pieces[2].content = add_formula(draft, sheet, [count, sheet](Formulas& formulas) {
      const bool missing = formulas.value(count) != Value(0.0);
      return Computed{source::format("IF({}=0,\"必須の欄はすべて記入されています\",\"未記入の必須欄があります\")",
                                     formulas.address(count, sheet)),
                      Value(missing ? "未記入の必須欄があります" : "必須の欄はすべて記入されています")};
    });
    counts.push_back(count);
    lines.push_back(std::move(line));
  }
  auto& highlights = draft.sheets[sheet].highlights;
  if (!counts.empty()) {
    highlights.push_back({counts.front(), counts.back(), "{}>0", {}, styles::missing_fill, styles::ink, true});
    highlights.push_back({counts.front(), counts.back(), "{}=0", {}, styles::good_fill, styles::good, false});
    Line line = three_pieces(24, styles::label(), centred(styles::computed(false, "0\" 件\"")), styles::label());
    line.pieces[0].content = std::string("合計");
    line.pieces[1].format.bold = true;
    const SlotId total = add_formula(draft, sheet, [counts, sheet](Formulas& formulas) {
      double sum = 0;
      for (const SlotId id : counts) {
        if (const double* number = formulas.value(id).get<double>()) sum += *number;
      }
      return Computed{"SUM(" + formulas.range(counts, sheet) + ")", Value(sum)};
    });
    line.pieces[1].content = total;
    draft.sheets[sheet].counter = {total};
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
      line.pieces[2].content = check.advice;
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
