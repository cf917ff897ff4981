#include "parse/markdown/details.h"

#include <algorithm>
#include <array>
#include <utility>

#include "source/unicode.h"

namespace shirube::parse {

namespace {

using Kind = DetailsBorder::Kind;

class Scan {
 public:
  explicit Scan(std::string_view html) : html_(html) {}

  void skip_blanks() { at_ = std::min(html_.find_first_not_of(" \t\r\n", at_), html_.size()); }
  bool take(std::string_view word) {
    if (source::fold_case(html_.substr(at_, word.size())) != word) return false;
    at_ += word.size();
    return true;
  }
  bool at_end() const { return at_ == html_.size(); }
  std::size_t at() const { return at_; }
  void move_to(std::size_t at) { at_ = at; }

 private:
  std::string_view html_;
  std::size_t at_ = 0;
};

std::string decoded(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, char>, 5> entities = {
      {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}}};
  std::string result;
  while (!text.empty()) {
    const auto found = std::find_if(entities.begin(), entities.end(),
                                    [&](const auto& entity) { return text.starts_with(entity.first); });
    result += found == entities.end() ? text.front() : found->second;
    text.remove_prefix(found == entities.end() ? 1 : found->first.size());
  }
  return result;
}

// `<summary>` is taken: its text and its end.
bool read_summary(std::string_view html, Scan& scan, DetailsBorder& border) {
  const std::size_t close = html.find('<', scan.at());
  if (close == std::string_view::npos) return false;
  scan.skip_blanks();
  border.summary_begin = std::min(scan.at(), close);
  border.summary_end = close;
  while (border.summary_end > border.summary_begin &&
         std::string_view(" \t\r\n").find(html[border.summary_end - 1]) != std::string_view::npos) {
    --border.summary_end;
  }
  border.summary = decoded(html.substr(border.summary_begin, border.summary_end - border.summary_begin));
  std::replace(border.summary.begin(), border.summary.end(), '\n', ' ');
  scan.move_to(close);
  return scan.take("</summary>") && !border.summary.empty();
}

}  // namespace

DetailsBorder read_details_border(std::string_view html) {
  DetailsBorder border;
  Scan scan(html);
  scan.skip_blanks();
  const auto finish = [&](Kind kind) {
    scan.skip_blanks();
    border.kind = scan.at_end() ? kind : Kind::wrong;
    return border;
  };
  if (scan.take("</details>")) return finish(Kind::closes);
  if (scan.take("<summary>")) return finish(read_summary(html, scan, border) ? Kind::summary : Kind::wrong);
  if (!scan.take("<details>") && !scan.take("<details open>")) {
    const bool wrong = scan.take("<details") || scan.take("</details") || scan.take("<summary") || scan.take("</summary");
    border.kind = wrong ? Kind::wrong : Kind::none;
    return border;
  }
  scan.skip_blanks();
  if (scan.at_end()) return finish(Kind::opens);
  const bool good = scan.take("<summary>") && read_summary(html, scan, border);
  return good ? finish(Kind::opens) : (border.kind = Kind::wrong, border);
}

}  // namespace shirube::parse
