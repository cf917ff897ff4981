#include "render/xlsx/picture.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <vector>

#include "expression/number_format.h"
#include "model/calendar.h"
#include "render/xlsx/styles.h"
#include "source/format.h"
#include "source/unicode.h"

namespace shirube::render::xlsx {

namespace {

constexpr double longest_side = 1.45;  // of the width: A4 and a little
constexpr double margin = 8;

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else {
      out += c;
    }
  }
  return out;
}

std::string colour(std::uint32_t value) {
  return source::format("#{:06x}", value);
}

// Short: a tenth of a pixel is not seen.
std::string length(double value) {
  return source::format("{}", std::round(value * 10) / 10);
}

std::string number_text(double number, const CellFormat& format) {
  if (format.number_format.find("yy") != std::string::npos) {
    constexpr std::int64_t day_of_1970 = 25'569;  // counted from 1899-12-30
    const model::Day day{std::chrono::days(static_cast<std::int64_t>(number) - day_of_1970)};
    return model::iso_day(day);
  }
  // A section that shows nothing, of numbers that do not occur.
  std::string text = format.number_format;
  const double counted = text.ends_with('%') ? number * 100 : number;
  if (const auto whole = styles::whole_format(text); !whole.empty() && std::abs(counted - std::round(counted)) < 1e-9) {
    text = whole;
  }
  if (const auto empty = text.find(";;"); empty != std::string::npos) text.insert(empty + 1, 1, '0');
  const auto notation = expression::parse_number_format(text);
  return notation ? expression::format_number(*notation, number) : source::format("{}", number);
}

std::string text_of(const CellContent& content, const CellFormat& format) {
  const double* number = std::get_if<double>(&content);
  const auto* text = std::get_if<std::string>(&content);
  if (const auto* formula = std::get_if<FormulaCell>(&content)) {
    number = std::get_if<double>(&formula->value);
    text = std::get_if<std::string>(&formula->value);
  }
  if (number != nullptr) return number_text(*number, format);
  return text == nullptr ? std::string() : *text;
}

// Characters that no line begins with hang over its end.
bool hangs(char32_t sign) {
  return std::u32string_view(U"、。，．）」』】").find(sign) != std::u32string_view::npos;
}

// Breaks where the room ends, as a spreadsheet does between Japanese characters.
std::vector<std::string> lines_of(std::string_view text, int room, bool wrap) {
  std::vector<std::string> lines(1);
  int used = 0;
  for (std::size_t at = 0; at < text.size();) {
    const source::CodePoint sign = source::code_point_at(text, at);
    const int width = source::display_width(sign.value);
    if (sign.value == U'\n' || (wrap && used + width > room && !hangs(sign.value))) {
      lines.emplace_back();
      used = 0;
    }
    if (sign.value != U'\n') {
      lines.back() += text.substr(at, sign.size);
      used += width;
    }
    at += sign.size;
  }
  return lines;
}

class Picture {
 public:
  Picture(const WorkbookPlan& plan, const SheetPlan& sheet) : plan_(plan), sheet_(sheet) {
    edges(sheet.column_pixels, 1, left_);
    edges(sheet.row_points, 96.0 / 72, top_);
    for (const Area& area : sheet.merges) merged_[{area.first_row, area.first_column}] = area;
  }

  SheetPicture draw() {
    const double most = left_.back() * longest_side;
    last_row_ = sheet_.row_points.size();
    while (last_row_ > 1 && top_[last_row_] > most) --last_row_;
    for (const Cell& cell : sheet_.cells) {
      if (cell.row < last_row_) draw(cell);
    }
    for (const ChartPlan& chart : sheet_.charts) {
      if (chart.row < last_row_) draw(chart);
    }
    SheetPicture picture;
    picture.width = static_cast<int>(std::ceil(left_.back() + 2 * margin));
    picture.height = static_cast<int>(std::ceil(top_[last_row_] + 2 * margin));
    picture.cut = last_row_ < sheet_.row_points.size();
    picture.svg = source::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {1}\" width=\"{0}\" height=\"{1}\" "
        "font-family=\"'Yu Gothic','Hiragino Sans','Noto Sans CJK JP','Noto Sans JP',sans-serif\">"
        "<rect width=\"{0}\" height=\"{1}\" fill=\"#ffffff\"/><g transform=\"translate({2} {2})\">",
        picture.width, picture.height, margin);
    // Fills first: a border is shared by two cells.
    picture.svg += fills_ + borders_ + texts_ + "</g></svg>\n";
    return picture;
  }

 private:
  static void edges(const std::vector<double>& sizes, double scale, std::vector<double>& out) {
    out.push_back(0);
    for (const double size : sizes) out.push_back(out.back() + size * scale);
  }

  void draw(const Cell& cell) {
    Area area{cell.row, cell.column, cell.row, cell.column};
    if (const auto merge = merged_.find({cell.row, cell.column}); merge != merged_.end()) {
      area = merge->second;
    } else if (std::any_of(sheet_.merges.begin(), sheet_.merges.end(), [&](const Area& each) {
                 return each.first_row <= cell.row && cell.row <= each.last_row && each.first_column < cell.column &&
                        cell.column <= each.last_column;
               })) {
      return;  // below another
    }
    const CellFormat& format = plan_.formats[cell.format];
    const double x = left_[area.first_column];
    const double y = top_[area.first_row];
    const double width = left_[area.last_column + 1U] - x;
    const double height = top_[std::min<std::size_t>(area.last_row + 1U, last_row_)] - y;
    const std::string place = source::format("x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"", length(x), length(y),
                                             length(width), length(height));
    if (format.fill != 0) fills_ += source::format("<rect {} fill=\"{}\"/>", place, colour(format.fill));
    if (format.border != 0) {
      borders_ += source::format("<rect {} fill=\"none\" stroke=\"{}\"/>", place, colour(format.border));
    }
    if (format.thick_bottom) {
      borders_ += source::format("<path d=\"M{} {}h{}\" stroke=\"{}\" stroke-width=\"2\"/>", length(x),
                                 length(y + height), length(width), colour(format.colour));
    }
    write(text_of(cell.content, format), format, x, y, width, height);
  }

  void write(const std::string& text, const CellFormat& format, double x, double y, double width, double height) {
    if (text.empty()) return;
    const double size = format.size * 96 / 72;
    const double indent = 4 + format.indent * 9;
    const int room = std::max(2, static_cast<int>((width - indent - 4) / (size / 2)));
    std::vector<std::string> lines = lines_of(text, room, format.wrap);
    const double pitch = size * 1.35;
    const auto most = std::max<std::size_t>(1, static_cast<std::size_t>((height + 2) / pitch));
    if (lines.size() > most) lines.resize(most);
    const double block = pitch * static_cast<double>(lines.size());
    double base = format.vertical == Vertical::centre ? y + (height - block) / 2 : y + 3;
    base += size * 1.05;
    double at = x + indent;
    const char* anchor = "";
    if (format.horizontal == Horizontal::centre) {
      at = x + width / 2;
      anchor = " text-anchor=\"middle\"";
    } else if (format.horizontal == Horizontal::right) {
      at = x + width - 4;
      anchor = " text-anchor=\"end\"";
    }
    for (const std::string& line : lines) {
      texts_ += source::format("<text x=\"{}\" y=\"{}\" font-size=\"{}\" fill=\"{}\"{}{}>{}</text>", length(at),
                               length(base), length(size), colour(format.colour), anchor,
                               format.bold ? " font-weight=\"700\"" : "", escaped(line));
      base += pitch;
    }
  }

  // Its numbers come when the form is filled in: a frame with its title says where it will be.
  void draw(const ChartPlan& chart) {
    const double y = top_[chart.row] + 6;
    borders_ +=
        source::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"#ffffff\" stroke=\"#9aa5b1\"/>",
                       length(left_[chart.column]), length(y), length(chart.width), length(chart.height));
    CellFormat format;
    format.horizontal = Horizontal::centre;
    format.bold = true;
    write(chart.title, format, left_[chart.column], y, chart.width, 30);
    const double base = y + chart.height - 28;
    const double step = (chart.width - 80) / 6;
    std::string bars;
    for (int i = 0; i < 6; ++i) {
      const double tall = (chart.height - 80) * (0.35 + 0.1 * ((i * 3) % 6));
      bars += source::format("M{} {}v-{}h{}v{}z", length(left_[chart.column] + 50 + step * i), length(base),
                             length(tall), length(step * 0.6), length(tall));
    }
    borders_ += source::format("<path d=\"{}\" fill=\"#e6ecf3\"/><path d=\"M{} {}h{}\" stroke=\"#9aa5b1\"/>", bars,
                               length(left_[chart.column] + 36), length(base), length(chart.width - 72));
  }

  const WorkbookPlan& plan_;
  const SheetPlan& sheet_;
  std::vector<double> left_;
  std::vector<double> top_;
  std::map<std::pair<std::uint32_t, std::uint16_t>, Area> merged_;
  std::size_t last_row_ = 0;
  std::string fills_;
  std::string borders_;
  std::string texts_;
};

}  // namespace

SheetPicture draw_sheet(const WorkbookPlan& plan, const SheetPlan& sheet) {
  return Picture(plan, sheet).draw();
}

}  // namespace shirube::render::xlsx
