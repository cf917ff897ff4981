#include "render/xlsx/grid.h"

#include <algorithm>
#include <cmath>

namespace shirube::render::xlsx {

namespace {

constexpr double near_pixels = 34;    // so far a boundary moves without harm
constexpr double least_pixels = 18;   // no column is narrower
constexpr double number_share = 0.6;  // of its width that a number at a soft line's end keeps: it has no second line

// The edge nearest to `x` that lies right of edge `after` and leaves room for `to_come` more; edges.size() if none.
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
  for (const Line& line : lines) grid.places.push_back(place(grid.edges, line, pixels));
  return grid;
}

}  // namespace shirube::render::xlsx
