#include "render/xlsx/fitting.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "render/xlsx/room.h"
#include "render/xlsx/styles.h"
#include "source/unicode.h"

namespace shirube::render::xlsx {

namespace {

using model::FieldDefinition;
using model::FieldType;

constexpr std::int64_t most_lines_of_a_short_text = 3;  // in a form

bool is_text(const Slot& slot) {
  return slot.type == FieldType::text || slot.type == FieldType::long_text;
}
bool is_number(const Slot& slot) {
  return slot.type == FieldType::number || slot.type == FieldType::percent;
}

class Fitting {
 public:
  Fitting(Draft& draft, const std::vector<Grid>& grids, const Formulas& formulas)
      : draft_(draft), grids_(grids), formulas_(formulas) {}

  std::vector<Misfit> run() {
    for_each_slot([this](Line&, Piece& piece, Slot& slot, double) { set_number(piece.format, slot); });
    for_each_slot([this](Line& line, Piece& piece, Slot& slot, double pixels) { measure(line, piece, slot, pixels); });
    for (Slot& slot : draft_.slots) limit(slot);
    for_each_slot([this](Line& line, Piece& piece, Slot& slot, double pixels) { grow(line, piece, slot, pixels); });
    for_each_slot([this](Line& line, Piece& piece, Slot& slot, double pixels) { check(line, piece, slot, pixels); });
    std::vector<Misfit> misfits;
    for (const auto& [field, misfit] : misfits_) misfits.push_back(misfit);
    std::sort(misfits.begin(), misfits.end(),
              [](const Misfit& left, const Misfit& right) { return left.field->range.begin < right.field->range.begin; });
    return misfits;
  }

 private:
  template <class Visit>
  void for_each_slot(const Visit& visit) {
    for (std::size_t sheet = 0; sheet < grids_.size(); ++sheet) {
      auto& lines = draft_.sheets[sheet].lines;
      for (std::size_t row = 0; row < lines.size(); ++row) {
        auto& pieces = lines[row].pieces;
        for (std::size_t i = 0; i < pieces.size(); ++i) {
          const auto* id = std::get_if<SlotId>(&pieces[i].content);
          if (id == nullptr) continue;
          const auto [first, last] = grids_[sheet].places[row][i];
          const auto& edges = grids_[sheet].edges;
          visit(lines[row], pieces[i], draft_.slot(*id), edges[last + 1U] - edges[first]);
        }
      }
    }
  }

  // A number that does not fit turns into E notation or #### unless it has a format of its own and shrinks.
  static void set_number(CellFormat& format, const Slot& slot) {
    const bool given = slot.kind == Slot::Kind::fixed && slot.value.get<double>() != nullptr;
    const bool date = slot.type == FieldType::date;
    if (!given && (slot.kind == Slot::Kind::fixed || !(is_number(slot) || date))) return;
    format.wrap = false;
    format.shrink = true;
    format.indent = 0;
    if (format.number_format.empty() && !date) format.number_format = std::string(styles::any_number);
  }

  // The least room of the cells that stand for a field.
  void measure(Line& line, Piece& piece, const Slot& slot, double pixels) {
    if (slot.kind != Slot::Kind::input || !is_text(slot)) return;
    if (slot.field->longest && piece.format.shrink) wrap_if_needed(line, piece.format, slot, pixels);
    const std::int64_t room = text_room(piece.format, pixels, line.least_points);
    const auto [found, added] = rooms_.emplace(slot.field, room);
    if (!added) found->second = std::min(found->second, room);
  }

  // A short text of a form is on one line as long as it may shrink, else on a few.
  static void wrap_if_needed(Line& line, CellFormat& format, const Slot& slot, double pixels) {
    const std::int64_t longest = slot.field->longest->value;
    if (longest <= text_room(format, pixels, line.least_points)) return;
    CellFormat wrapped = format;
    wrapped.wrap = true;
    wrapped.shrink = false;
    const std::int64_t in_line = std::max<std::int64_t>(1, sign_room(wrapped, pixels) / 2);
    if (longest > in_line * most_lines_of_a_short_text) return;
    format = wrapped;
    line.least_points = std::max(line.least_points, room_points(longest, format, pixels));
  }

  void limit(Slot& slot) const {
    if (slot.kind != Slot::Kind::input || !is_text(slot)) return;
    const auto room = rooms_.find(slot.field);
    if (slot.field->longest) {
      slot.longest = slot.field->longest->value;
    } else if (room != rooms_.end()) {
      slot.longest = room->second;
    }
  }

  // What nobody types here, and so cannot be kept short.
  void grow(Line& line, const Piece& piece, const Slot& slot, double pixels) const {
    const bool repeated = slot.kind == Slot::Kind::formula && slot.signs && is_text(slot);
    const bool chosen = slot.kind == Slot::Kind::input && slot.type == FieldType::choice;
    if (!piece.format.wrap || !(repeated || chosen)) return;
    line.least_points = std::max(line.least_points, room_points(characters(slot), piece.format, pixels));
  }

  std::int64_t characters(const Slot& slot) const {
    const auto id = static_cast<std::uint32_t>(&slot - draft_.slots.data());
    return (formulas_.signs(SlotId{id}) + 1) / 2;
  }

  void check(const Line& line, const Piece& piece, const Slot& slot, double pixels) {
    const FieldDefinition* field = slot.field;
    if (field == nullptr || field->range.begin == field->range.end) return;  // a column of ours
    Misfit misfit;
    misfit.field = field;
    misfit.pixels = pixels;
    if (slot.kind == Slot::Kind::input && is_text(slot)) {
      misfit.needed = slot.longest;
      misfit.room = text_room(piece.format, pixels, line.least_points);
      if (misfit.needed <= misfit.room) return;
      const std::int64_t in_line = std::max<std::int64_t>(1, sign_room(piece.format, pixels) / 2);
      const std::int64_t lines = std::max<std::int64_t>(1, misfit.room / in_line);
      misfit.lines = (misfit.needed + in_line - 1) / in_line;
      misfit.needed_pixels = sign_pixels((misfit.needed + lines - 1) / lines * 2, piece.format);
    } else if (slot.kind != Slot::Kind::fixed && is_number(slot)) {
      misfit.number = true;
      misfit.needed = number_signs(slot, piece.format);
      misfit.room = sign_room(piece.format, pixels);
      if (misfit.needed <= misfit.room) return;
      misfit.needed_pixels = sign_pixels(misfit.needed, piece.format);
    } else {
      return;
    }
    const auto [found, added] = misfits_.emplace(field, misfit);
    if (!added && misfit.room < found->second.room) found->second = misfit;
  }

  std::int64_t number_signs(const Slot& slot, const CellFormat& format) const {
    constexpr std::int64_t most = 11;  // without a limit: 554,250,000
    const auto id = static_cast<std::uint32_t>(&slot - draft_.slots.data());
    std::int64_t signs = std::min(most, formulas_.signs(SlotId{id}));
    if (const std::int64_t decimals = slot.field->decimals.value_or(0); decimals > 0) signs += 1 + decimals;
    const auto unit = format.number_format.find('"');
    if (unit != std::string::npos) signs += source::display_width(format.number_format.substr(unit)) - 2;
    return signs;
  }

  Draft& draft_;
  const std::vector<Grid>& grids_;
  const Formulas& formulas_;
  std::map<const FieldDefinition*, std::int64_t> rooms_;
  std::map<const FieldDefinition*, Misfit> misfits_;
};

}  // namespace

std::vector<Misfit> fit(Draft& draft, const std::vector<Grid>& grids, const Formulas& formulas) {
  return Fitting(draft, grids, formulas).run();
}

}  // namespace shirube::render::xlsx
