// A chart on a page: the drawing for the page's column, the one for a phone, and the same in words below them.
#pragma once

#include <string>
#include <string_view>

#include "render/html/svg/chart.h"
#include "render/html/words.h"

namespace shirube::render::html {

struct FigureParts {
  std::string_view id;
  std::string_view title;
  std::string refusal;  // a sentence in the place of the drawings; empty if there is nothing against them
  std::string page;
  std::string phone;
  std::string sentence;
  std::string table;
};

std::string assemble_figure(const FigureParts& parts, const Words& words);
// Whether HTML has a figure of ours in it: then its page loads the charts' stylesheet.
bool shows_chart(std::string_view html);

// HTML for any of the charts. What cannot be drawn becomes a sentence, and its table stays.
template <typename Chart>
std::string chart_figure(const Chart& chart, std::string_view id, const Words& words) {
  FigureParts parts{id, chart.title, refusal(chart, words), {}, {}, sentence(chart, words), table(chart, words)};
  if (parts.refusal.empty()) {
    parts.page = draw(chart, {std::string(id) + "-page", DrawnFor::page}, words);
    parts.phone = draw(chart, {std::string(id) + "-phone", DrawnFor::phone}, words);
  }
  return assemble_figure(parts, words);
}

}  // namespace shirube::render::html
