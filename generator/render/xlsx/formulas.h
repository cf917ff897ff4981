// Formulas of a drafted workbook: what their names mean, their text for the file, and the value that the cell carries.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "expression/ast.h"
#include "render/xlsx/draft.h"

namespace shirube::render::xlsx {

// From where a formula looks at names.
struct Scope {
  std::string block;                               // its own block, as in NameTable
  std::int64_t repetition = 0;                     // `n` of a repeated sheet, or 0
  std::map<std::string, SlotId, std::less<>> row;  // the columns of its own row
  double row_number = 0;                           // `row` of a table, or 0
};

// Names as formulas write them: `_` for `-`. A block of a repeated sheet is registered as `block#n`.
class NameTable {
 public:
  using Meaning = std::variant<std::monostate, SlotId, const std::vector<SlotId>*, double>;

  void add(const std::string& block, std::string_view field, SlotId slot);
  void add_to_column(const std::string& block, std::string_view field, SlotId slot);
  Meaning find(std::string_view name, const Scope& scope) const;

  static std::string normal(std::string_view id);
  static std::string block_key(std::string_view id, std::int64_t repetition);

 private:
  std::map<std::string, SlotId, std::less<>> slots_;
  std::map<std::string, std::vector<SlotId>, std::less<>> columns_;
};

// What inputs hold in place of what the draft says.
using Entries = std::map<SlotId, expression::Value>;

class Formulas {
 public:
  Formulas(const Draft& draft, const NameTable& names) : draft_(draft), names_(names) {}
  // As `before`, but with other entries: only `affected` formulas are recalculated. `before` and `entries` outlive
  // it.
  Formulas(const Formulas& before, const Entries& entries, const std::set<SlotId>& affected)
      : draft_(before.draft_), names_(before.names_), before_(&before), entries_(&entries), affected_(&affected) {}

  // The formulas that change when `slot` does, directly; complete once every formula has been computed.
  const std::set<SlotId>& dependents(SlotId slot) const;

  // The address of a slot's cell for a formula on `sheet`.
  std::string address(SlotId slot, std::uint32_t sheet) const;
  // The cell at the slot's place, whatever has been moved there or away: it is counted on a range that ends in locked
  // cells, so that no cutting and pasting moves the range's ends.
  std::string position(SlotId slot) const;
  // How wide the value of the author's formula may be, in characters of half width, by the limits of what it names.
  std::int64_t signs(const expression::Expression& expression, const Scope& scope) const;
  // Of what is in a slot.
  std::int64_t signs(SlotId slot) const;
  // Of slots that are below each other in one column, or of a single one.
  std::string range(const std::vector<SlotId>& column, std::uint32_t sheet) const;
  // Those that are directly below each other as ranges, joined by commas.
  std::string ranges(const std::vector<SlotId>& slots, std::uint32_t sheet) const;
  // Calculates what it depends on first.
  const expression::Value& value(SlotId slot);
  const Computed& computed(SlotId slot);
  bool is_blank(SlotId slot);

  // The author's formula: "" as long as an input that it needs is blank, and 要確認 in place of an error, so that an
  // empty form shows neither an error nor a 0 that nobody entered. It does not need what it compares with "" itself; of
  // what SUM or AVERAGE takes together it needs any one.
  Computed authored(const expression::Expression& expression, const Scope& scope, std::uint32_t sheet);
  // The same, in the words of a check: OK, 要確認, or 未記入.
  Computed check(const expression::Expression& expression, const Scope& scope, std::uint32_t sheet);
  // COUNTBLANK over each.
  Computed count_blank(const std::vector<SlotId>& slots, std::uint32_t sheet);
  // How many of these inputs hold something: a tick in those that are ticked.
  Computed count_filled(const std::vector<SlotId>& slots, std::uint32_t sheet);
  // What a name means for this scope: a slot, a column, or nothing.
  NameTable::Meaning meaning(const std::string& name, const Scope& scope) const { return names_.find(name, scope); }

 private:
  // What a formula says in place of TRUE, FALSE, and nothing to work with.
  struct Words {
    const char* yes;
    const char* no;
    const char* blank;
  };
  Computed answer(const expression::Expression& expression, const Scope& scope, std::uint32_t sheet,
                  const Words& words);
  // The condition under which the formula has nothing to work with, and whether it holds now. Empty: none.
  std::pair<std::string, bool> blank_test(const expression::Expression& expression, const Scope& scope,
                                          std::uint32_t sheet);
  // Those that are directly below each other as one range each.
  std::vector<std::string> runs(std::vector<SlotId> slots, std::uint32_t sheet) const;
  std::vector<std::string> areas(const std::vector<SlotId>& slots, std::uint32_t sheet) const;
  std::int64_t count_signs(SlotId slot) const;

  const Draft& draft_;
  const NameTable& names_;
  const Formulas* before_ = nullptr;
  const Entries* entries_ = nullptr;
  const std::set<SlotId>* affected_ = nullptr;
  std::map<SlotId, Computed> done_;
  std::map<SlotId, std::set<SlotId>> dependents_;
  mutable std::map<SlotId, std::int64_t> signs_;  // what was computed: formulas name each other many times over
  std::vector<SlotId> running_;
};

}  // namespace shirube::render::xlsx
