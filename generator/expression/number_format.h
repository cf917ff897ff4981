// How a number is shown: one text in Excel's notation drives the page, the cell and the browser.
//
//   #,##0   0.00   0.00%   #,##0.0"ヶ月"   #,##0;△#,##0   #,##0;△#,##0;"—"   #,##0,"千円"   0\x
//
// `0` a digit that is always there, `#` one that is there if needed, `,` between them groups by threes, `,` after them
// divides by 1000, `%` multiplies by 100. "…" and \c stand for themselves, so do + - ( ) : a space, and whatever is not
// ASCII. Up to three sections: from zero on; below zero (no sign of its own is added); zero. Only what Excel and
// LibreOffice show alike is taken; so the first decimal is `0`: with `0.##` they differ about the point.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/diagnostic.h"

namespace shirube::expression {

struct NumberFormat {
  struct Section {
    std::string before;
    std::string after;
    bool digits = false;  // else the texts are alone
    bool grouped = false;
    int shift = 0;  // decimal places to the left: 2 for `%`, -3 for each scaling `,`
    int least_whole = 0;
    int least_decimals = 0;
    int most_decimals = 0;
  };
  std::string notation;  // as written: what a cell takes
  std::vector<Section> sections;
};

// `text` is in `file` from byte `offset` on. Nothing if it was refused; then the reason is in `sink`.
std::optional<NumberFormat> parse_number_format(std::string_view text, source::FileId file, std::uint32_t offset,
                                                diagnostic::Sink& sink);
// The same without the reason.
std::optional<NumberFormat> parse_number_format(std::string_view text);

// 15 significant digits, rounded half away from zero. A negative number that one section rounds to zero has no sign, as
// in LibreOffice. `—` for what is not finite.
std::string format_number(const NumberFormat& format, double number);

}  // namespace shirube::expression
