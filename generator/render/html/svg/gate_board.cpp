#include "render/html/svg/gate_board.h"

#include <algorithm>

#include "render/html/svg/chart_table.h"
#include "render/html/svg/drawing.h"
#include "render/html/svg/plot.h"
#include "render/html/svg/refusal.h"

namespace shirube::render::html {
namespace {

using Criterion = GateBoard::Criterion;
using State = GateBoard::State;

constexpr double icon_room = 38;
constexpr double row_padding = 14;

std::string_view state_word(State state) {
  switch (state) {
    case State::met:
      return "gate-met";
    case State::not_met:
      return "gate-not-met";
    default:
      return "gate-undecidable";
  }
}

std::string state_class(State state) {
  return std::string(state == State::met ? "is-met" : (state == State::not_met ? "is-not-met" : "is-undecidable"));
}

std::size_t count(const GateBoard& board, State state) {
  return static_cast<std::size_t>(std::count_if(board.criteria.begin(), board.criteria.end(),
                                                [&](const Criterion& each) { return each.state == state; }));
}

// A filled circle with a tick, a square with a cross, a dashed circle with a dash: distinguishable without colour.
void draw_icon(Pen& pen, State state, Point at) {
  const std::string look = " " + state_class(state);
  if (state == State::not_met) {
    pen.rect("gate-icon" + look, {at.x - 11, at.y - 11, at.x + 11, at.y + 11}, 4);
    pen.path("gate-sign" + look, move_to({at.x - 4.5, at.y - 4.5}) + line_to({at.x + 4.5, at.y + 4.5}) +
                                     move_to({at.x + 4.5, at.y - 4.5}) + line_to({at.x - 4.5, at.y + 4.5}));
    return;
  }
  pen.circle("gate-icon" + look, at, 11.5);
  pen.path("gate-sign" + look, state == State::met ? move_to({at.x - 5, at.y + 0.5}) + line_to({at.x - 1.5, at.y + 4}) +
                                                         line_to({at.x + 5.5, at.y - 4})
                                                   : move_to({at.x - 4.5, at.y}) + line_to({at.x + 4.5, at.y}));
}

struct Row {
  std::vector<std::string> label;
  std::vector<std::string> facts;  // measured, threshold
  std::vector<std::string> note;
  double height = 0;
};

// What a page shows side by side is stacked on a phone.
struct Columns {
  double label = 0;  // widths
  double facts = 0;
  double state = 0;
};

Columns columns(const GateBoard& board, const Sheet& sheet, const Words& words) {
  Columns all;
  for (const Criterion& each : board.criteria) {
    all.state = std::max(all.state, text_width(words[state_word(each.state)], sheet.text));
  }
  const double rest = sheet.width - icon_room - all.state - 16;
  all.label = sheet.phone ? rest : rest * 0.48;
  all.facts = sheet.phone ? sheet.width - icon_room : rest * 0.52 - 16;
  return all;
}

Row row_of(const Criterion& criterion, const Columns& widths, const Sheet& sheet, const Words& words) {
  const double size = sheet.text;
  Row row;
  row.label = wrapped(criterion.label, widths.label, size, 3);
  const std::string measured = criterion.measured.empty() ? words["not-measured"] : criterion.measured;
  for (const std::string& fact :
       {words.with("gate-measured", {measured}), words.with("gate-threshold", {criterion.threshold})}) {
    for (std::string& line : wrapped(fact, widths.facts, size, 3)) row.facts.push_back(std::move(line));
  }
  row.note = wrapped(criterion.note, sheet.width - icon_room - 8, size - 1, 3);
  const double label = lines_height(row.label, size);
  const double facts = lines_height(row.facts, size);
  row.height = row_padding * 2 + (sheet.phone ? label + 4 + facts : std::max(label, facts)) +
               (row.note.empty() ? 0 : lines_height(row.note, size - 1) + 4);
  return row;
}

void draw_row(Pen& pen, const Row& row, const Criterion& criterion, double top, const Columns& widths,
              const Sheet& sheet, const Words& words) {
  const double size = sheet.text;
  pen.line("rule", {0, top}, {sheet.width, top});
  const double inner = top + row_padding;
  draw_icon(pen, criterion.state, {13, inner + 8});
  draw_label(pen, "label strong", row.label, {icon_room, inner, sheet.width, inner}, Anchor::start, size);
  pen.text("gate-state " + state_class(criterion.state), {sheet.width, inner + size}, Anchor::end, size,
           words[state_word(criterion.state)]);
  const double label = lines_height(row.label, size);
  const Point facts = sheet.phone ? Point{icon_room, inner + label + 4} : Point{icon_room + widths.label + 16, inner};
  draw_label(pen, "label", row.facts, {facts.x, facts.y, sheet.width, facts.y}, Anchor::start, size);
  const double note = facts.y + lines_height(row.facts, size);
  draw_label(pen, "note-label", row.note, {icon_room, std::max(note, inner + label) + 4, sheet.width, note},
             Anchor::start, size - 1);
}

// The verdicts side by side; the one that holds is filled and ticked.
void draw_verdicts(Pen& pen, const GateBoard& board, double top, const Sheet& sheet) {
  const auto number = static_cast<double>(board.verdicts.size());
  const double gap = 8;
  const double width = std::min(150.0, (sheet.width - gap * (number - 1)) / number);
  for (std::size_t i = 0; i < board.verdicts.size(); ++i) {
    const double left = (width + gap) * static_cast<double>(i);
    const bool holds = board.verdict == i;
    const Area area{left + 1, top, left + width - 1, top + 38};
    pen.rect(holds ? "verdict holds" : "verdict", area, 4);
    const auto lines = wrapped(board.verdicts[i], width - (holds ? 28 : 12), sheet.text, 1);
    const std::string text = lines.empty() ? std::string() : lines.front();
    const double shift = holds ? 9 : 0;
    const Point centre = area.centre();
    pen.text(holds ? "verdict-name holds" : "verdict-name", {centre.x + shift, centre.y + sheet.text * 0.35},
             Anchor::middle, sheet.text, text);
    if (!holds) continue;
    const double x = centre.x + shift - text_width(text, sheet.text) / 2 - 12;
    pen.path("verdict-sign",
             move_to({x - 5, centre.y}) + line_to({x - 1.5, centre.y + 4}) + line_to({x + 5, centre.y - 4.5}));
  }
}

std::string verdict_sentence(const GateBoard& board, const Words& words) {
  return board.verdict && *board.verdict < board.verdicts.size()
             ? words.with("gate-verdict", {board.verdicts[*board.verdict]})
             : words["gate-no-verdict"];
}

}  // namespace

std::string refusal(const GateBoard& board, const Words& words) {
  Refusal objection(words);
  objection.needs_some(board.criteria.size()).allows(board.criteria.size(), most_rows);
  objection.allows(board.verdicts.size(), most_lines).fits(!board.verdict || *board.verdict < board.verdicts.size());
  return std::move(objection).take();
}

std::string draw(const GateBoard& board, const ChartPlace& place, const Words& words) {
  const Sheet sheet = sheet_for(place.drawn_for);
  const double size = sheet.text;
  const Columns widths = columns(board, sheet, words);
  std::vector<Row> rows;
  double height = 4;
  for (const Criterion& each : board.criteria) {
    rows.push_back(row_of(each, widths, sheet, words));
    height += rows.back().height;
  }
  const double foot = height;
  const std::vector<std::string> rule = wrapped(board.rule, sheet.width, size, 3);
  const std::vector<std::string> verdict = wrapped(verdict_sentence(board, words), sheet.width, size + 2, 2);
  const double rule_top = foot + 16;
  const double verdict_top = rule_top + lines_height(rule, size) + 4;
  const double boxes_top = verdict_top + lines_height(verdict, size + 2) + 10;

  Writer writer;
  open_drawing(writer, {place.id, board.title, sentence(board, words), "chart-drawing gate", sheet.width,
                        boxes_top + (board.verdicts.empty() ? 0 : 40)});
  Pen pen(writer);
  double top = 4;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    draw_row(pen, rows[i], board.criteria[i], top, widths, sheet, words);
    top += rows[i].height;
  }
  pen.line("rule strong", {0, foot}, {sheet.width, foot});
  draw_label(pen, "label", rule, {0, rule_top, sheet.width, rule_top}, Anchor::start, size);
  draw_label(pen, "verdict-sentence", verdict, {0, verdict_top, sheet.width, verdict_top}, Anchor::start, size + 2);
  if (!board.verdicts.empty()) draw_verdicts(pen, board, boxes_top, sheet);
  writer.close();
  return std::move(writer).take();
}

std::string sentence(const GateBoard& board, const Words& words) {
  std::string text = words.with(
      "gate-count", {std::to_string(board.criteria.size()), std::to_string(count(board, State::met)),
                     std::to_string(count(board, State::not_met)), std::to_string(count(board, State::undecidable))});
  for (const Criterion& each : board.criteria) {
    text += words.with("gate-criterion", {each.label, each.measured.empty() ? words["not-measured"] : each.measured,
                                          each.threshold, words[state_word(each.state)]});
  }
  if (!board.rule.empty()) text += words.with("chart-sentence", {board.rule});
  return text + verdict_sentence(board, words);
}

std::string table(const GateBoard& board, const Words& words) {
  std::vector<std::vector<std::string>> rows;
  for (const Criterion& each : board.criteria) {
    rows.push_back({each.label, each.measured.empty() ? words["not-measured"] : each.measured, each.threshold,
                    words[state_word(each.state)], each.note});
  }
  return chart_table(board.title,
                     {{words["gate-criteria"]},
                      {words["gate-measured-head"], true},
                      {words["gate-threshold-head"], true},
                      {words["run-judgement"]},
                      {words["note"]}},
                     rows);
}

}  // namespace shirube::render::html
