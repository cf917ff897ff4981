// Why a chart is not drawn, in words; empty sentences stand for no objection.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>

#include "render/html/svg/chart.h"
#include "render/html/words.h"

namespace shirube::render::html {

class Refusal {
 public:
  explicit Refusal(const Words& words) : words_(words) {}

  // The first objection stays.
  Refusal& needs_some(std::size_t count);
  Refusal& allows(std::size_t count, std::size_t most);
  Refusal& fits(bool complete);  // false: lists of different lengths, places outside them
  Refusal& drawable(double value);
  Refusal& drawable(const Quantity& quantity) { return drawable(quantity.value); }

  std::string take() && { return std::move(sentence_); }

 private:
  const Words& words_;
  std::string sentence_;
};

}  // namespace shirube::render::html
