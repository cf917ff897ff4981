// A gate of the records as a sheet: measured values are filled in, conditions, criteria and the verdict follow. What is
// missing is not a failure: as long as it could change the verdict, there is none.
#include <algorithm>

#include "expression/excel_text.h"
#include "expression/to_excel.h"
#include "model/gate_result.h"
#include "model/judgement.h"
#include "model/workbook_source.h"
#include "render/xlsx/cell_table.h"
#include "render/xlsx/gate_measures.h"
#include "render/xlsx/styles.h"
#include "source/format.h"

namespace shirube::render::xlsx {

using expression::NumberFormat;
using expression::Value;
using model::Direction;
using model::FieldType;
using model::Gate;

namespace {

constexpr const char* met = "満たす";
constexpr const char* not_met = "満たさない";
constexpr const char* undecidable = "判定できない";
constexpr const char* no_verdict = "まだ判断できない";

const char* verdict_label(model::Verdict verdict) {
  switch (verdict) {
    case model::Verdict::expand:
      return "拡張";
    case model::Verdict::proceed:
      return "続行";
    case model::Verdict::pivot:
      return "ピボット";
    case model::Verdict::stop:
      break;
  }
  return "中止";
}

class GateDraft {
 public:
  GateDraft(Drafting& drafting, const model::GateBlock& block, const Gate& gate)
      : drafting_(drafting), block_(block), gate_(gate), measures_(drafting, block.id.value, gate) {}

  void draw() {
    measures_.draw();
    conditions();
    verdict();
  }

 private:
  Direction direction_of(const model::Condition& condition) const {
    if (condition.direction) return *condition.direction;
    return model::find_record(drafting_.records.indicators, condition.indicator->value)->direction;
  }

  void conditions() {
    drafting_.heading("基準と判定");
    CellTable table(drafting_, block_.id.value + "-conditions");
    table.column("label", "条件", FieldType::fixed, 3.4);
    table.column("actual", "実績", FieldType::number, 1.3);
    table.column("threshold", "基準の値", FieldType::number, 1.3);
    table.column("direction", "向き", FieldType::fixed, 0.8);
    table.column("standing", "判定", FieldType::text, 1.5);
    table.column("evidence", "根拠", FieldType::fixed, 2.2);
    table.header();
    for (const auto& criterion : gate_.criteria) {
      std::vector<SlotId> standings;
      for (const auto& condition : criterion.conditions)
        standings.push_back(draw_condition(table, criterion, condition));
      draw_criterion(table, criterion, standings);
    }
  }

  SlotId draw_condition(CellTable& table, const model::Criterion& criterion, const model::Condition& condition) {
    const model::Unit& unit = condition.threshold.value.unit;
    const int decimals = decimals_of(condition.threshold.value);
    const NumberFormat format = measure_format(unit, decimals);
    const NumberFormat actual_format = measure_format(unit, std::max(1, decimals));
    const Direction way = direction_of(condition);
    const bool up = way == Direction::up;
    std::string label = condition.label.empty() ? criterion.label : condition.label;
    if (!condition.baseline.empty()) label += "（" + condition.baseline + "と比べる）";
    table.row();
    table.text(0, label);
    const SlotId actual_id = table.computed(1, measures_.actual(condition), actual_format);
    const SlotId threshold = draw_threshold(table, criterion, condition, label, format);
    table.text(3, up ? "以上" : "以下");
    show_what_decides(drafting_, actual_id, threshold, actual_format.notation);
    const auto cells = measures_.before_after(condition);
    std::optional<SlotId> people;
    std::int64_t least = 0;
    if (condition.least_people && condition.indicator) {
      people = measures_.people(condition.indicator->value);
      least = condition.least_people->value;
    }
    const SlotId standing = table.computed(
        4,
        [=, kind = condition.threshold.kind, at = drafting_.sheet](Formulas& formulas) {
          const double* measured = formulas.value(actual_id).get<double>();
          const double* line = formulas.value(threshold).get<double>();
          const std::string a = formulas.address(actual_id, at);
          const std::string t = formulas.address(threshold, at);
          // As model::judge: the value afterwards against its goal, not their difference against the threshold.
          std::string observed = a;
          std::string goal = t;
          if (cells && kind != model::TargetKind::absolute) {
            observed = formulas.address(cells->second, at);
            goal = GateMeasures::goal_text(kind, formulas.address(cells->first, at), t);
          }
          std::string text =
              source::format("IF(OR({}=\"\",{}=\"\"),\"{}\",IFERROR(IF({},\"{}\",\"{}\"),\"{}\"))", a, t, undecidable,
                             expression::excel_call("REACHES", up ? std::vector<std::string>{observed, goal}
                                                                  : std::vector<std::string>{goal, observed}),
                             met, not_met, undecidable);
          const char* word = undecidable;
          if (measured != nullptr && line != nullptr) {
            const auto number = [&](SlotId id) {
              const double* found = formulas.value(id).get<double>();
              return found == nullptr ? std::optional<double>() : *found;
            };
            const model::Target target{cells ? kind : model::TargetKind::absolute, {*line, {}, {}}, std::nullopt};
            const auto judged = cells ? model::judge(target, way, number(cells->first), number(cells->second))
                                      : model::judge(target, way, std::nullopt, *measured);
            word = judged.standing == model::Standing::met ? met : not_met;
          }
          if (people) {
            const double* count = formulas.value(*people).get<double>();
            text = source::format("IF(N({})<{},\"{}\",{})", formulas.address(*people, at), least, undecidable, text);
            if ((count == nullptr ? 0 : *count) < static_cast<double>(least)) word = undecidable;
          }
          return Computed{text, Value(word)};
        },
        {});
    table.text(5, condition.evidence);
    highlight(standing);
    return standing;
  }

  // An input as long as the record is not frozen.
  SlotId draw_threshold(CellTable& table, const model::Criterion& criterion, const model::Condition& condition,
                        const std::string& label, const NumberFormat& format) {
    const model::Unit& unit = condition.threshold.value.unit;
    const std::string id = model::threshold_id(criterion, condition);
    if (gate_.frozen_at) {
      const SlotId fixed = table.number(2, expression::number_in_formulas(condition.threshold.value.value, unit), format);
      drafting_.names.add(NameTable::normal(block_.id.value), id, fixed);
      return fixed;
    }
    const SlotId slot = measures_.threshold(table, 2, id, label + "（基準の値）", condition.threshold);
    drafting_.current().missing.push_back(slot);
    drafting_.current().highlights.push_back({slot, slot, "LEN({})=0", {}, styles::missing_fill, 0, false});
    return slot;
  }

  void draw_criterion(CellTable& table, const model::Criterion& criterion, const std::vector<SlotId>& standings) {
    table.row();
    table.text(0, "▶ " + criterion.label + (criterion.counts ? "" : "（数に入れない）"), true);
    table.text(1, "", true);
    table.text(2, "", true);
    const bool all = criterion.combination == model::Combination::all;
    table.text(3, standings.size() == 1 ? "" : all ? "すべて" : "どれか", true);
    const SlotId id = table.computed(
        4,
        [standings, all, at = drafting_.sheet](Formulas& formulas) {
          const std::string range = formulas.range(standings, at);
          const char* settling = all ? not_met : met;
          const char* otherwise = all ? met : not_met;
          const auto any = [&](const char* word) {
            return std::any_of(standings.begin(), standings.end(),
                               [&](SlotId one) { return formulas.value(one) == Value(word); });
          };
          const char* word = any(settling) ? settling : any(undecidable) ? undecidable : otherwise;
          return Computed{
              source::format("IF(COUNTIF({0},\"{1}\")>0,\"{1}\",IF(COUNTIF({0},\"{2}\")>0,\"{2}\",\"{3}\"))", range,
                             settling, undecidable, otherwise),
              Value(word)};
        },
        {}, true);
    table.text(5, criterion.note, true);
    highlight(id);
    record(id, criterion.label, criterion.id.value);
    criteria_.push_back(id);
  }

  void highlight(SlotId id) {
    auto& highlights = drafting_.current().highlights;
    highlights.push_back({id, id, source::format("{{}}=\"{}\"", met), {}, styles::good_fill, styles::good, true});
    highlights.push_back({id, id, source::format("{{}}=\"{}\"", not_met), {}, styles::bad_fill, styles::bad, true});
  }

  void record(SlotId id, const std::string& label, const std::string& key) {
    Slot& slot = drafting_.draft.slot(id);
    slot.label = label;
    slot.key = block_.id.value + "." + key;
    slot.type = FieldType::text;
    slot.recorded = true;
    drafting_.names.add(NameTable::normal(block_.id.value), key, id);
  }

  // The number of the first rule that holds when what is undecidable is taken as met, or as not met. More criteria met
  // never lead to a later rule, so the two ends enclose every other outcome.
  struct Rule {
    std::string text;
    std::size_t number = 0;
  };
  Rule first_rule(bool hopeful, Formulas& formulas, std::uint32_t at) const {
    const auto holds_text = [&](SlotId id) {
      return source::format("{}{}\"{}\"", formulas.address(id, at), hopeful ? "<>" : "=", hopeful ? not_met : met);
    };
    const auto holds = [&](SlotId id) {
      return hopeful ? !(formulas.value(id) == Value(not_met)) : formulas.value(id) == Value(met);
    };
    std::string count_text;
    std::int64_t count = 0;
    for (std::size_t i = 0; i < criteria_.size(); ++i) {
      if (!gate_.criteria[i].counts) continue;
      count_text += (count_text.empty() ? "" : "+") + source::format("IF({},1,0)", holds_text(criteria_[i]));
      count += holds(criteria_[i]) ? 1 : 0;
    }
    Rule found{"0", 0};
    for (std::size_t rule = gate_.verdicts.size(); rule-- > 0;) {
      const model::VerdictRule& own = gate_.verdicts[rule];
      std::string test = source::format("{}>={}", count_text, own.least_met);
      bool all = count >= own.least_met;
      for (const auto& id : own.also) {
        for (std::size_t i = 0; i < gate_.criteria.size(); ++i) {
          if (gate_.criteria[i].id.value != id.value) continue;
          test += "," + holds_text(criteria_[i]);
          all = all && holds(criteria_[i]);
        }
      }
      found.text = source::format("IF(AND({}),{},{})", test, rule + 1, found.text);
      if (all) found.number = rule + 1;
    }
    return found;
  }

  void verdict() {
    drafting_.heading("判断");
    const auto line = [this](const std::string& label, FormulaMaker make, const char* key, bool strong) {
      Slot slot;
      slot.kind = Slot::Kind::formula;
      slot.sheet = drafting_.sheet;
      slot.make = std::move(make);
      const SlotId id = drafting_.draft.add(std::move(slot));
      record(id, label, key);
      Line& drawn = drafting_.add_line(28);
      drawn.pieces.push_back({0, 0.25, styles::label(), label});
      CellFormat look = styles::computed(true, "");
      look.bold = strong;
      look.size = strong ? 14 : 10.5;
      drawn.pieces.push_back({0.25, 1, look, id});
      return id;
    };
    const auto chosen = [this](std::vector<std::string> words, const char* otherwise) -> FormulaMaker {
      return [draft = *this, words = std::move(words), otherwise, at = drafting_.sheet](Formulas& formulas) {
        const Rule low = draft.first_rule(false, formulas, at);
        const Rule high = draft.first_rule(true, formulas, at);
        std::string choices;
        for (const std::string& word : words) choices += "," + expression::text_literal(word);
        const bool decided = low.number == high.number && low.number > 0;
        return Computed{source::format("IF({0}={1},CHOOSE({0}{2}),{3})", low.text, high.text, choices,
                                       expression::text_literal(otherwise)),
                        Value(decided ? words[low.number - 1] : std::string(otherwise))};
      };
    };
    std::vector<std::string> verdicts;
    std::vector<std::string> next;
    for (const auto& rule : gate_.verdicts) {
      verdicts.push_back(verdict_label(rule.verdict));
      next.push_back(rule.next);
    }
    const SlotId decided = line("判断", chosen(std::move(verdicts), no_verdict), "verdict", true);
    count_open(decided);
    line("次にすること", chosen(std::move(next), "足りない値をそろえる"), "next", false);
    CellTable table(drafting_, block_.id.value + "-rules");
    table.column("verdict", "判断（上から順に）", FieldType::fixed, 1.4);
    table.column("when", "条件", FieldType::fixed, 4);
    table.column("next", "次にすること", FieldType::fixed, 3);
    drafting_.heading("判断の表");
    table.header();
    for (const auto& rule : gate_.verdicts) {
      table.row();
      table.text(0, verdict_label(rule.verdict), true);
      std::string when =
          rule.least_met > 0 ? source::format("基準を{}つ以上満たす", rule.least_met) : "上のどれでもない";
      for (const auto& id : rule.also) {
        for (const auto& criterion : gate_.criteria) {
          if (criterion.id.value == id.value) when += "。かつ「" + criterion.label + "」を満たす";
        }
      }
      table.text(1, when);
      table.text(2, rule.next);
    }
  }

  // Beside the verdict, as long as there is none: how many criteria lack a value. Until then the sheet is not complete.
  void count_open(SlotId verdict) {
    Slot slot;
    slot.kind = Slot::Kind::formula;
    slot.sheet = drafting_.sheet;
    slot.make = [verdict, criteria = criteria_, at = drafting_.sheet](Formulas& formulas) {
      std::string count;
      double open = 0;
      for (const SlotId id : criteria) {
        count += (count.empty() ? "" : "+") + source::format("IF({}=\"{}\",1,0)", formulas.address(id, at), undecidable);
        open += formulas.value(id) == Value(undecidable) ? 1 : 0;
      }
      return Computed{source::format("IF({}=\"{}\",{},\"\")", formulas.address(verdict, at), no_verdict, count),
                      formulas.value(verdict) == Value(no_verdict) ? Value(open) : Value("")};
    };
    const SlotId id = drafting_.draft.add(std::move(slot));
    auto& pieces = drafting_.current().lines.back().pieces;
    pieces.back().right = 0.85;
    pieces.push_back({0.85, 1, styles::row_state(), id});
    drafting_.current().partial.push_back(id);
  }

  Drafting& drafting_;
  const model::GateBlock& block_;
  const Gate& gate_;
  GateMeasures measures_;
  std::vector<SlotId> criteria_;
};

}  // namespace

void Drafting::gate(const model::GateBlock& block) {
  const Gate* record = model::find_record(records.gates, block.record.value);
  if (record != nullptr) GateDraft(*this, block, *record).draw();
}

}  // namespace shirube::render::xlsx
