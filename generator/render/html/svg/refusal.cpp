#include "render/html/svg/refusal.h"

namespace shirube::render::html {

Refusal& Refusal::needs_some(std::size_t count) {
  if (sentence_.empty() && count == 0) sentence_ = words_["chart-nothing"];
  return *this;
}

Refusal& Refusal::allows(std::size_t count, std::size_t most) {
  if (sentence_.empty() && count > most) {
    sentence_ = words_.with("chart-too-many", {std::to_string(count), std::to_string(most)});
  }
  return *this;
}

Refusal& Refusal::fits(bool complete) {
  if (sentence_.empty() && !complete) sentence_ = words_["chart-incomplete"];
  return *this;
}

Refusal& Refusal::drawable(double value) {
  if (sentence_.empty() && !is_drawable(value)) sentence_ = words_["chart-not-drawable"];
  return *this;
}

}  // namespace shirube::render::html
