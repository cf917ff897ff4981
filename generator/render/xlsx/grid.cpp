#include "render/xlsx/grid.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace shirube::render::xlsx {

namespace {

constexpr double near_pixels = 34;    // so far a boundary moves without harm
constexpr double least_pixels = 18;   // no column is narrower
constexpr double room_pixels = 120;   // so far one moves where a piece needs room, before a column is cut in two
constexpr double first_share = 0.25;  // of the sheet's width that the first piece keeps then
constexpr double number_share = 0.6;  // of its width that a number at a soft line's end keeps: it has no second line

// The edge nearest to `x` that is right of edge `after` and leaves room for `to_come` more; edges.size() if none.
std::size_t nearest(const std::vector<double>& edges, double x, std::size_t after, std::size_t to_come) {
  std::size_t best = edges.size();
  for (std::size_t i = after + 1; i + to_come + 1 < edges.size(); ++i) {
    if (best == edges.size() || std::abs(edges[i] - x) < std::abs(edges[best] - x)) best = i;
  }
  return best;
}

// Adds the inner boundaries that have no edge near.
void add_edges(std::vector<double>& edges, const Line& line, double pixels) {
  std::size_t after = 0;
  for (std::size_t i = 0; i + 1 < line.pieces.size(); ++i) {
    const double x = line.pieces[i].right * pixels;
    const std::size_t to_come = line.pieces.size() - 2 - i;
    std::size_t edge = nearest(edges, x, after, to_come);
    double limit = line.soft ? pixels : near_pixels;
    if (to_come == 0 && line.soft && !line.pieces.back().format.number_format.empty() && edge < edges.size() &&
        pixels - edges[edge] < number_share * (pixels - x)) {
      limit = 0;
    }
    if (edge == edges.size() || std::abs(edges[edge] - x) > limit) {
      const auto at = std::upper_bound(edges.begin(), edges.end(), x);
      const bool room = at != edges.begin() && at != edges.end() && *at - x >= least_pixels &&
                        x - *(at - 1) >= least_pixels && static_cast<std::size_t>(at - edges.begin()) > after;
      if (room) {
        edge = static_cast<std::size_t>(at - edges.begin());
        edges.insert(at, x);
      } else if (edge == edges.size()) {
        // Too few columns are left: the next one is cut in two.
        const double middle = (edges[after] + edges[after + 1]) / 2;
        edges.insert(edges.begin() + static_cast<std::ptrdiff_t>(after) + 1, middle);
        edge = after + 1;
      }
    }
    after = edge;
  }
}

std::vector<std::pair<std::uint16_t, std::uint16_t>> place(const std::vector<double>& edges, const Line& line,
                                                           double pixels) {
  std::vector<std::pair<std::uint16_t, std::uint16_t>> places;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < line.pieces.size(); ++i) {
    const bool last = i + 1 == line.pieces.size();
    const double x = line.pieces[i].right * pixels;
    std::size_t end = nearest(edges, x, begin, last ? 0 : line.pieces.size() - 2 - i);
    if (last && x > pixels - near_pixels) end = edges.size() - 1;
    if (end >= edges.size()) end = edges.size() - 1;
    places.emplace_back(static_cast<std::uint16_t>(begin), static_cast<std::uint16_t>(end - 1));
    begin = end;
  }
  return places;
}

bool has_room(const std::vector<double>& edges, const Line& line,
              const std::vector<std::pair<std::uint16_t, std::uint16_t>>& places) {
  for (std::size_t i = 0; i < line.pieces.size(); ++i) {
    const auto [first, last] = places[i];
    if (edges[last + 1U] - edges[first] < line.pieces[i].least_pixels) return false;
  }
  return true;
}

// The boundary at `x` or left of it that leaves the columns beside it wide enough; new where there is none.
double cut(std::vector<double>& edges, double x) {
  const auto above = std::upper_bound(edges.begin(), edges.end(), x);
  const double at = std::min(x, *above - least_pixels);
  const double below = *(above - 1);
  if (at - below < least_pixels) return below;
  edges.insert(above, at);
  return at;
}

// Where the pieces of a line start that need room, the last one first: each gets what it needs from the piece before it.
std::vector<double> make_room(std::vector<double>& edges, const Line& line) {
  const double pixels = edges.back();
  double needed = 0;  // of the pieces between the first one and the present one
  for (std::size_t i = 1; i < line.pieces.size(); ++i) needed += line.pieces[i].least_pixels;
  std::vector<double> starts(line.pieces.size(), 0);
  double end = pixels;
  for (std::size_t i = line.pieces.size() - 1; i > 0; --i) {
    const Piece& piece = line.pieces[i];
    needed -= piece.least_pixels;
    const double x = piece.left * pixels;
    const double most = end - std::max(piece.least_pixels, least_pixels);
    const double least = first_share * pixels + needed;
    double start = -1;
    for (const double edge : edges) {
      if (edge < least || edge > most || std::abs(edge - x) > room_pixels) continue;
      if (start < 0 || std::abs(edge - x) < std::abs(start - x)) start = edge;
    }
    end = starts[i] = start < 0 ? cut(edges, std::min(x, most)) : start;
  }
  return starts;
}

std::vector<std::pair<std::uint16_t, std::uint16_t>> place_from(const std::vector<double>& edges,
                                                                const std::vector<double>& starts) {
  std::vector<std::pair<std::uint16_t, std::uint16_t>> places;
  const auto column = [&edges](double x) {
    return static_cast<std::uint16_t>(std::lower_bound(edges.begin(), edges.end(), x) - edges.begin());
  };
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const double end = i + 1 < starts.size() ? starts[i + 1] : edges.back();
    places.emplace_back(column(starts[i]), static_cast<std::uint16_t>(column(end) - 1));
  }
  return places;
}

}  // namespace

Grid make_grid(const std::vector<Line>& lines, double pixels) {
  Grid grid;
  const auto most = std::max_element(lines.begin(), lines.end(), [](const Line& left, const Line& right) {
    return left.pieces.size() < right.pieces.size();
  });
  grid.edges = {0};
  if (most != lines.end()) {
    for (const Piece& piece : most->pieces) grid.edges.push_back(piece.right * pixels);
  }
  if (grid.edges.back() < pixels - 1) grid.edges.push_back(pixels);
  for (const bool soft : {false, true}) {
    for (const Line& line : lines) {
      if (line.soft == soft) add_edges(grid.edges, line, pixels);
    }
  }
  std::map<const Line*, std::vector<double>> starts;
  for (const Line& line : lines) {
    if (!has_room(grid.edges, line, place(grid.edges, line, pixels))) starts[&line] = make_room(grid.edges, line);
  }
  for (const Line& line : lines) {
    const auto found = starts.find(&line);
    grid.places.push_back(found == starts.end() ? place(grid.edges, line, pixels)
                                                : place_from(grid.edges, found->second));
  }
  return grid;
}

}  // namespace shirube::render::xlsx
