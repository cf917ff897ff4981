#include "render/xlsx/validity.h"

#include <algorithm>
#include <cmath>

#include "render/xlsx/styles.h"
#include "render/xlsx/validations.h"
#include "source/format.h"
#include "source/unicode.h"

namespace shirube::render::xlsx {

using expression::Value;

namespace {

// Blanks that people see as nothing; TRIM and CLEAN know those of ASCII.
constexpr const char* wide_blanks[] = {"\u3000", "\u00A0", "\u200B"};

std::string replaced(std::string text, std::string_view mark, std::string_view with) {
  for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at + with.size())) {
    text.replace(at, mark.size(), with);
  }
  return text;
}

std::string only_blanks_condition() {
  std::string text = "{}";
  for (const char* blank : wide_blanks) text = source::format("SUBSTITUTE({},\"{}\",\"\")", text, blank);
  return "LEN(TRIM(CLEAN(" + text + ")))=0";
}

bool only_blanks(std::string text) {
  for (const char* blank : wide_blanks) text = replaced(std::move(text), blank, "");
  return std::all_of(text.begin(), text.end(), [](unsigned char c) { return c <= ' '; });
}

std::string condition(const Validation& rule) {
  const std::string whole = rule.kind == Validation::Kind::whole ? ",{}<>INT({})" : "";
  switch (rule.kind) {
    case Validation::Kind::any:
      return "FALSE";
    case Validation::Kind::list:
      return "AND(LEN({})>0,SUMPRODUCT(--EXACT(" + rule.list + ",{}))=0)";
    case Validation::Kind::length:
      return "AND(LEN({})>0,OR(LEN({})>" + source::format("{:.15g}", rule.most) + "," + only_blanks_condition() + "))";
    case Validation::Kind::whole:
    case Validation::Kind::decimal:
    case Validation::Kind::date:
      break;
  }
  return "IF(ISNUMBER({}),OR({}<" + source::format("{:.15g}", rule.least) + ",{}>" +
         source::format("{:.15g}", rule.most) + whole + "),LEN({})>0)";
}

bool is_text_fault(const Validation& rule, const Draft& draft, const std::string& text) {
  if (rule.kind == Validation::Kind::length) {
    return static_cast<double>(source::utf16_length(text)) > rule.most || only_blanks(text);
  }
  if (rule.kind != Validation::Kind::list) return rule.kind != Validation::Kind::any;
  const auto list = draft.lists.find(rule.list);
  return list == draft.lists.end() || std::find(list->second.begin(), list->second.end(), text) == list->second.end();
}

}  // namespace

std::string fault_condition(const Validation& rule) {
  return "IFERROR(" + condition(rule) + ",TRUE)";
}

bool is_fault(const Validation& rule, const Draft& draft, const Value& value) {
  if (const auto* text = value.get<std::string>()) return !text->empty() && is_text_fault(rule, draft, *text);
  const double* number = value.get<double>();
  if (number == nullptr) return value.get<expression::Blank>() == nullptr;
  if (rule.kind == Validation::Kind::list || rule.kind == Validation::Kind::length) {
    return is_text_fault(rule, draft, source::format("{:.15g}", *number));
  }
  return rule.kind != Validation::Kind::any &&
         (*number < rule.least || *number > rule.most ||
          (rule.kind == Validation::Kind::whole && *number != std::floor(*number)));
}

std::vector<Highlight> plan_fault_highlights(const Draft& draft, std::uint32_t sheet) {
  std::vector<Highlight> highlights;
  std::string before;
  for (const Slot* slot : inputs_by_column(draft, sheet)) {
    std::string text = fault_condition(validation_of(*slot, draft));
    if (!highlights.empty() && text == before && lies_below(*slot, highlights.back().area)) {
      highlights.back().area.last_row = slot->row;
      continue;
    }
    std::string cell = cell_name(slot->row, slot->column);
    std::erase(cell, '$');
    Highlight highlight;
    highlight.area = {slot->row, slot->column, slot->row, slot->last_column};
    highlight.formula = replaced(text, "{}", cell);
    highlight.fill = styles::bad_fill;
    highlight.colour = styles::bad;
    highlight.bold = true;
    highlights.push_back(std::move(highlight));
    before = std::move(text);
  }
  return highlights;
}

}  // namespace shirube::render::xlsx
