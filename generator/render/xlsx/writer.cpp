#include "render/xlsx/writer.h"

#include <xlsxwriter.h>

#include <cerrno>
#include <memory>
#include <vector>

#include "render/xlsx/chart_writer.h"
#include "render/xlsx/styles.h"
#include "source/format.h"

namespace shirube::render::xlsx {

using source::Failure;
using source::Result;

namespace {

Failure refused(std::string detail) {
  return {Failure::Kind::damaged, "", std::move(detail)};
}

void set_format(lxw_format* format, const CellFormat& cell) {
  format_set_font_name(format, styles::font);
  format_set_font_size(format, cell.size);
  format_set_font_color(format, cell.colour);
  if (cell.bold) format_set_bold(format);
  if (cell.fill != 0) {
    format_set_pattern(format, LXW_PATTERN_SOLID);
    format_set_bg_color(format, cell.fill);
  }
  if (cell.border != 0) {
    format_set_border(format, LXW_BORDER_THIN);
    format_set_border_color(format, cell.border);
  }
  if (cell.thick_bottom) {
    format_set_bottom(format, LXW_BORDER_MEDIUM);
    format_set_bottom_color(format, cell.colour);
  }
  constexpr std::uint8_t horizontals[] = {LXW_ALIGN_NONE, LXW_ALIGN_LEFT, LXW_ALIGN_CENTER, LXW_ALIGN_RIGHT};
  format_set_align(format, horizontals[static_cast<std::size_t>(cell.horizontal)]);
  format_set_align(format, cell.vertical == Vertical::top ? LXW_ALIGN_VERTICAL_TOP : LXW_ALIGN_VERTICAL_CENTER);
  if (cell.wrap) format_set_text_wrap(format);
  if (cell.shrink) format_set_shrink(format);
  if (cell.indent > 0) format_set_indent(format, static_cast<std::uint8_t>(cell.indent));
  if (!cell.number_format.empty()) format_set_num_format(format, cell.number_format.c_str());
  if (!cell.locked) format_set_unlocked(format);
}

// `workbook` owns every sheet and format; workbook_close frees it, whether it succeeds or not.
struct WorkbookFree {
  void operator()(lxw_workbook* workbook) const { lxw_workbook_free(workbook); }
};
using WorkbookHandle = std::unique_ptr<lxw_workbook, WorkbookFree>;

class Writer {
 public:
  Writer(const WorkbookPlan& plan, lxw_workbook* workbook) : plan_(plan), workbook_(workbook) {}

  // The first refusal of the library, in its words; empty if there was none.
  std::string write(std::int64_t created) {
    properties(created);
    // The default format gives the row and column captions and every untouched cell their font.
    set_default_font();
    for (const CellFormat& format : plan_.formats) {
      lxw_format* made = workbook_add_format(workbook_);
      if (made == nullptr) return "out of memory";
      set_format(made, format);
      formats_.push_back(made);
    }
    std::vector<lxw_worksheet*> worksheets;
    for (const SheetPlan& sheet : plan_.sheets) {
      lxw_worksheet* worksheet = workbook_add_worksheet(workbook_, sheet.name.c_str());
      if (worksheet == nullptr) return "sheet `" + sheet.name + "` was refused";
      write_sheet(worksheet, sheet);
      worksheets.push_back(worksheet);
    }
    for (std::size_t i = 0; i < plan_.sheets.size(); ++i) {
      for (const ChartPlan& chart : plan_.sheets[i].charts) {
        std::string fault = write_chart(workbook_, worksheets[i], chart);
        if (fault_.empty()) fault_ = std::move(fault);
      }
    }
    for (const DefinedName& name : plan_.names) {
      check(workbook_define_name(workbook_, name.name.c_str(), ("=" + name.refers).c_str()), name.name);
    }
    return fault_;
  }

 private:
  void check(lxw_error error, const std::string& what) {
    if (error != LXW_NO_ERROR && fault_.empty()) fault_ = what + ": " + lxw_strerror(error);
  }

  void properties(std::int64_t created) {
    lxw_doc_properties properties{};
    std::string title = plan_.title;
    std::string subject = plan_.description;
    properties.title = title.data();
    properties.subject = subject.data();
    properties.created = static_cast<time_t>(created);
    check(workbook_set_properties(workbook_, &properties), "properties");
    check(workbook_set_custom_property_string(workbook_, "shirube_template", plan_.id.c_str()), "properties");
    check(workbook_set_custom_property_string(workbook_, "shirube_version", plan_.version.c_str()), "properties");
  }

  void set_default_font() {
    lxw_format* first = STAILQ_FIRST(workbook_->formats);
    if (first == nullptr) return;
    format_set_font_name(first, styles::font);
    format_set_font_size(first, 11);
  }

  void write_sheet(lxw_worksheet* worksheet, const SheetPlan& sheet) {
    for (std::size_t i = 0; i < sheet.column_pixels.size(); ++i) {
      const auto column = static_cast<lxw_col_t>(i);
      check(worksheet_set_column_pixels(worksheet, column, column, static_cast<std::uint32_t>(sheet.column_pixels[i]),
                                        nullptr),
            "column");
    }
    for (std::size_t i = 0; i < sheet.row_points.size(); ++i) {
      check(worksheet_set_row(worksheet, static_cast<lxw_row_t>(i), sheet.row_points[i], nullptr), "row");
    }
    // The library writes a merged area with blank cells; ours come after and take their place, format and all.
    for (const Area& area : sheet.merges) {
      check(worksheet_merge_range(worksheet, area.first_row, area.first_column, area.last_row, area.last_column, "",
                                  nullptr),
            "merged cells");
    }
    for (const Cell& cell : sheet.cells) write_cell(worksheet, cell);
    for (const Validation& rule : sheet.validations) write_validation(worksheet, rule);
    for (const Highlight& highlight : sheet.highlights) write_highlight(worksheet, highlight);
    set_up_page(worksheet, sheet);
  }

  void write_cell(lxw_worksheet* worksheet, const Cell& cell) {
    lxw_format* format = formats_[cell.format];
    lxw_error error = LXW_NO_ERROR;
    if (const double* number = std::get_if<double>(&cell.content)) {
      error = worksheet_write_number(worksheet, cell.row, cell.column, *number, format);
    } else if (const auto* text = std::get_if<std::string>(&cell.content)) {
      error = worksheet_write_string(worksheet, cell.row, cell.column, escape_text(*text).c_str(), format);
    } else if (const auto* formula = std::get_if<FormulaCell>(&cell.content)) {
      const std::string spelled = "=" + formula->text;
      if (const double* number_value = std::get_if<double>(&formula->value)) {
        error = worksheet_write_formula_num(worksheet, cell.row, cell.column, spelled.c_str(), format, *number_value);
      } else {
        error = worksheet_write_formula_str(worksheet, cell.row, cell.column, spelled.c_str(), format,
                                            escape_text(std::get<std::string>(formula->value)).c_str());
      }
    } else {
      error = worksheet_write_blank(worksheet, cell.row, cell.column, format);
    }
    if (error != LXW_NO_ERROR) check(error, cell_name(cell.row, cell.column));
  }

  void write_validation(lxw_worksheet* worksheet, const Validation& rule) {
    Validation texts = rule;  // the library wants them writable
    std::string list = "=" + rule.list;
    lxw_data_validation validation{};
    switch (rule.kind) {
      case Validation::Kind::any:
        validation.validate = LXW_VALIDATION_TYPE_ANY;
        break;
      case Validation::Kind::list:
        validation.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
        validation.value_formula = list.data();
        break;
      case Validation::Kind::whole:
        validation.validate = LXW_VALIDATION_TYPE_INTEGER;
        break;
      case Validation::Kind::decimal:
        validation.validate = LXW_VALIDATION_TYPE_DECIMAL;
        break;
      case Validation::Kind::date:
        validation.validate = LXW_VALIDATION_TYPE_DATE_NUMBER;
        break;
      case Validation::Kind::length:
        validation.validate = LXW_VALIDATION_TYPE_LENGTH;
        break;
    }
    if (rule.kind != Validation::Kind::any && rule.kind != Validation::Kind::list) {
      validation.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
      validation.minimum_number = rule.least;
      validation.maximum_number = rule.most;
    }
    if (!rule.prompt.empty()) {
      validation.input_title = texts.prompt_title.data();
      validation.input_message = texts.prompt.data();
    }
    if (!rule.error.empty()) {
      validation.error_title = texts.error_title.data();
      validation.error_message = texts.error.data();
    }
    check(worksheet_data_validation_range(worksheet, rule.area.first_row, rule.area.first_column, rule.area.last_row,
                                          rule.area.last_column, &validation),
          "validation");
  }

  void write_highlight(lxw_worksheet* worksheet, const Highlight& highlight) {
    lxw_format* format = highlight_format(highlight);
    std::string formula = "=" + highlight.formula;
    lxw_conditional_format condition{};
    condition.type = LXW_CONDITIONAL_TYPE_FORMULA;
    condition.value_string = formula.data();
    condition.format = format;
    check(worksheet_conditional_format_range(worksheet, highlight.area.first_row, highlight.area.first_column,
                                             highlight.area.last_row, highlight.area.last_column, &condition),
          "highlight");
  }

  lxw_format* highlight_format(const Highlight& highlight) {
    for (const auto& [known, format] : highlight_formats_) {
      if (known.fill == highlight.fill && known.colour == highlight.colour && known.bold == highlight.bold &&
          known.number_format == highlight.number_format) {
        return format;
      }
    }
    lxw_format* format = workbook_add_format(workbook_);
    if (highlight.fill != 0) format_set_bg_color(format, highlight.fill);
    if (highlight.colour != 0) format_set_font_color(format, highlight.colour);
    if (highlight.bold) format_set_bold(format);
    if (!highlight.number_format.empty()) format_set_num_format(format, highlight.number_format.c_str());
    highlight_formats_.emplace_back(highlight, format);
    return format;
  }

  void set_up_page(lxw_worksheet* worksheet, const SheetPlan& sheet) {
    constexpr std::uint8_t a4 = 9;
    worksheet_set_paper(worksheet, a4);
    if (sheet.landscape) worksheet_set_landscape(worksheet);
    worksheet_set_margins(worksheet, 0.5, 0.5, 0.7, 0.7);
    worksheet_center_horizontally(worksheet);
    worksheet_fit_to_pages(worksheet, 1, sheet.one_page ? 1 : 0);
    if (const auto& area = sheet.print_area) {
      check(worksheet_print_area(worksheet, area->first_row, area->first_column, area->last_row, area->last_column),
            "print area");
    }
    if (sheet.repeat_last_row && !sheet.one_page) {
      check(worksheet_repeat_rows(worksheet, 0, *sheet.repeat_last_row), "repeated rows");
    }
    if (!sheet.page_breaks.empty()) {
      std::vector<lxw_row_t> breaks(sheet.page_breaks.begin(), sheet.page_breaks.end());
      breaks.push_back(0);  // the library reads up to a 0
      check(worksheet_set_h_pagebreaks(worksheet, breaks.data()), "page breaks");
    }
    check(worksheet_set_header(worksheet, sheet.header.c_str()), "header");
    check(worksheet_set_footer(worksheet, sheet.footer.c_str()), "footer");
    if (sheet.frozen_rows > 0 || sheet.frozen_columns > 0) {
      worksheet_freeze_panes(worksheet, sheet.frozen_rows, sheet.frozen_columns);
    }
    if (sheet.hidden) worksheet_hide(worksheet);
    worksheet_gridlines(worksheet, LXW_HIDE_ALL_GRIDLINES);
    worksheet_set_tab_color(worksheet, sheet.tab_colour);
    lxw_protection protection{};
    protection.format_rows = 1;  // a reader may make a row higher to see a long text
    worksheet_protect(worksheet, nullptr, &protection);
  }

  const WorkbookPlan& plan_;
  lxw_workbook* workbook_;
  std::vector<lxw_format*> formats_;
  std::vector<std::pair<Highlight, lxw_format*>> highlight_formats_;
  std::string fault_;
};

}  // namespace

Result<void> write_workbook(const WorkbookPlan& plan, std::int64_t created, const std::string& temporary_folder,
                            const std::string& path) {
  if (created < 1) return refused("the time of creation must be after 1970");  // the library takes 0 for now
  if (std::string fault = find_fault(plan); !fault.empty())
    return Failure{Failure::Kind::unwritable, "", std::move(fault)};
  std::string folder = temporary_folder;
  lxw_workbook_options options{};
  options.tmpdir = folder.data();
  WorkbookHandle workbook(workbook_new_opt(path.c_str(), &options));
  if (!workbook) return refused("out of memory");
  if (std::string fault = Writer(plan, workbook.get()).write(created); !fault.empty()) return refused(std::move(fault));
  errno = 0;
  const lxw_error error = workbook_close(workbook.release());
  if (error != LXW_NO_ERROR) {
    const int system_error = errno;
    if (system_error == ENOSPC || system_error == EDQUOT || system_error == EFBIG) {
      return Failure{Failure::Kind::disk_full, path, ""};
    }
    return Failure{Failure::Kind::other, path,
                   source::format("the file could not be written: {}", lxw_strerror(error))};
  }
  return {};
}

}  // namespace shirube::render::xlsx
