#include "spreadsheet/sheet.h"

#include <charconv>
#include <cmath>

#include "spreadsheet/cell_text.h"
#include "spreadsheet/xml.h"

namespace shirube::spreadsheet {

namespace {

constexpr std::uint32_t rows_limit = 1'048'576;
constexpr std::uint32_t columns_limit = 16'384;

template <class T>
std::optional<T> whole(std::string_view text) {
  T number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

// AB12, with or without `$`.
bool read_address(std::string_view text, std::uint32_t& row, std::uint32_t& column) {
  std::uint32_t letters = 0;
  std::size_t i = 0;
  for (; i < text.size() && text[i] >= 'A' && text[i] <= 'Z'; ++i) {
    letters = letters * 26 + static_cast<std::uint32_t>(text[i] - 'A' + 1);
    if (letters > columns_limit) return false;
  }
  const auto number = whole<std::uint32_t>(text.substr(i));
  if (letters == 0 || !number || *number == 0 || *number > rows_limit) return false;
  column = letters - 1;
  row = *number - 1;
  return true;
}

class SheetReader {
 public:
  SheetReader(const std::vector<std::string>& strings, Sheet& sheet, const ReadLimits& limits)
      : strings_(strings), sheet_(sheet), limits_(limits) {}

  const std::string& fault() const { return fault_; }

  void start(std::string_view name, const XmlAttributes& attributes) {
    buffer_.clear();
    if (in_inline_) inline_.start(name);
    if (name == "row") {
      if (const auto number = attributes.find("r"); !number.empty()) {
        const auto row = whole<std::uint32_t>(number);
        if (!row || *row == 0 || *row > rows_limit) return fail("a row has no valid number");
        next_row_ = *row - 1;
      }
      next_column_ = 0;
    } else if (name == "c") {
      start_cell(attributes);
    } else if (name == "is") {
      in_inline_ = true;
      inline_.start(name);
    } else if (name == "f") {
      cell_.has_formula = true;
    } else {
      start_setting(name, attributes);
    }
  }

  void text(std::string_view piece) {
    if (in_inline_) inline_.text(piece);
    buffer_ += piece;
  }

  void end(std::string_view name) {
    if (in_inline_) inline_.end(name);
    if (name == "is") {
      in_inline_ = false;
      value_ = inline_.take();
      has_value_ = true;
    } else if (name == "v") {
      value_ = buffer_;
      has_value_ = true;
    } else if (name == "f") {
      cell_.formula = buffer_;
    } else if (name == "c") {
      end_cell();
    } else if (name == "row") {
      ++next_row_;
    } else if (name == "formula1") {
      if (!sheet_.validations.empty()) sheet_.validations.back().first = buffer_;
    } else if (name == "formula2") {
      if (!sheet_.validations.empty()) sheet_.validations.back().second = buffer_;
    } else if (name == "formula") {
      if (!sheet_.highlights.empty()) sheet_.highlights.back().formula = buffer_;
    } else if (name == "oddHeader") {
      sheet_.header = buffer_;
    } else if (name == "oddFooter") {
      sheet_.footer = buffer_;
    } else if (name == "rowBreaks") {
      in_row_breaks_ = false;
    }
    buffer_.clear();
  }

 private:
  void fail(const char* what) {
    if (fault_.empty()) fault_ = what;
  }

  void start_cell(const XmlAttributes& attributes) {
    cell_ = {};
    has_value_ = false;
    value_.clear();
    cell_.row = next_row_;
    cell_.column = next_column_;
    if (const auto address = attributes.find("r"); !address.empty()) {
      if (!read_address(address, cell_.row, cell_.column)) return fail("a cell has no valid address");
    }
    if (cell_.row >= rows_limit || cell_.column >= columns_limit) return fail("a cell is outside the sheet");
    next_column_ = cell_.column + 1;
    cell_.style = whole<std::uint32_t>(attributes.find("s")).value_or(0);
    type_ = std::string(attributes.find("t"));
  }

  void end_cell() {
    if (sheet_.cells.size() >= limits_.cells) return fail("the sheet has too many cells");
    if (has_value_) set_value();
    sheet_.cells.push_back(std::move(cell_));
    cell_ = {};
  }

  void set_value() {
    using Type = Cell::Type;
    if (type_ == "s") {
      const auto index = whole<std::size_t>(value_);
      if (!index || *index >= strings_.size()) return fail("a cell refers to a text that does not exist");
      cell_.type = Type::text;
      cell_.text = strings_[*index];
    } else if (type_ == "inlineStr") {
      cell_.type = Type::text;
      cell_.text = value_;
    } else if (type_ == "str" || type_ == "d") {
      cell_.type = Type::text;
      cell_.text = decode_escapes(value_);
    } else if (type_ == "e") {
      cell_.type = Type::error;
      cell_.text = value_;
    } else {
      double number = 0;
      const auto [end, error] = std::from_chars(value_.data(), value_.data() + value_.size(), number);
      if (error != std::errc() || end != value_.data() + value_.size() || !std::isfinite(number)) {
        return fail("a cell's number is not valid");
      }
      cell_.type = type_ == "b" ? Type::boolean : Type::number;
      cell_.number = number;
    }
  }

  void start_setting(std::string_view name, const XmlAttributes& attributes) {
    if (name == "mergeCell") {
      sheet_.merges.emplace_back(attributes.find("ref"));
    } else if (name == "dataValidation") {
      sheet_.validations.push_back({std::string(attributes.find("type")), std::string(attributes.find("sqref")), "", "",
                                    std::string(attributes.find("promptTitle")), std::string(attributes.find("prompt")),
                                    std::string(attributes.find("errorTitle")), std::string(attributes.find("error"))});
    } else if (name == "conditionalFormatting") {
      highlight_area_ = attributes.find("sqref");
    } else if (name == "cfRule") {
      sheet_.highlights.push_back({highlight_area_, std::string(attributes.find("type")), ""});
    } else if (name == "sheetProtection") {
      sheet_.is_protected = attributes.find("sheet") == "1" || attributes.find("sheet") == "true";
      sheet_.has_password = !attributes.find("password").empty() || !attributes.find("hashValue").empty();
    } else if (name == "pageSetup") {
      sheet_.landscape = attributes.find("orientation") == "landscape";
      sheet_.paper = whole<std::uint32_t>(attributes.find("paperSize")).value_or(0);
      if (fit_) {
        sheet_.fit_width = whole<std::uint32_t>(attributes.find("fitToWidth")).value_or(1);
        sheet_.fit_height = whole<std::uint32_t>(attributes.find("fitToHeight")).value_or(1);
      }
    } else if (name == "pageSetUpPr") {
      fit_ = attributes.find("fitToPage") == "1" || attributes.find("fitToPage") == "true";
    } else if (name == "rowBreaks") {
      in_row_breaks_ = true;
    } else if (name == "brk" && in_row_breaks_) {
      sheet_.page_breaks.push_back(whole<std::uint32_t>(attributes.find("id")).value_or(0));
    }
  }

  const std::vector<std::string>& strings_;
  Sheet& sheet_;
  const ReadLimits& limits_;
  Cell cell_;
  std::string type_, value_, buffer_, highlight_area_, fault_;
  bool has_value_ = false;
  bool in_inline_ = false;
  bool in_row_breaks_ = false;
  bool fit_ = false;
  StringItem inline_;
  std::uint32_t next_row_ = 0;
  std::uint32_t next_column_ = 0;
};

}  // namespace

source::Result<void> read_sheet(std::string_view part, const std::vector<std::string>& shared_strings, Sheet& sheet,
                                const ReadLimits& limits) {
  SheetReader reader(shared_strings, sheet, limits);
  XmlHandlers handlers;
  handlers.start = [&](std::string_view name, const XmlAttributes& attributes) { reader.start(name, attributes); };
  handlers.end = [&](std::string_view name) { reader.end(name); };
  handlers.text = [&](std::string_view text) { reader.text(text); };
  if (auto read = read_xml(part, handlers, limits); !read) return read;
  if (!reader.fault().empty()) return source::Failure{source::Failure::Kind::damaged, "", reader.fault()};
  return {};
}

}  // namespace shirube::spreadsheet
