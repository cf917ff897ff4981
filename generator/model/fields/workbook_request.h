// An item of `workbooks:` in site.yaml, and one of `parameters:` in a template.
#pragma once

#include <array>
#include <tuple>

#include "model/family.h"
#include "model/fields/field.h"
#include "model/workbook_request.h"

namespace shirube::model {

template <>
struct FieldsOf<WorkbookRequest> {
  static constexpr std::string_view hook = "each key of `with` is a parameter of the template";
  static constexpr auto all = std::tuple{
      field("template", &WorkbookRequest::template_id, {.need = Need::essential, .spelling = Spelling::id, .text = {"ひな形の名前", "the template"}, .example = "kpi-weekly"}),
      field("id", &WorkbookRequest::id, {.spelling = Spelling::id, .shown = true, .text = {"ブックの名前。書かなければひな形の名前", "the workbook's id; the template's if left out"}, .example = "sales-weekly"}),
      own("with", &WorkbookRequest::with, {.shown = true, .text = {"ひな形のパラメーター（parameters）の値。記録は id か {record: id, …} で書く", "values of the template's parameters; a record is its id, or {record: id, …}"}, .example = "{people: 8, weeks: 13}"}, Shape::own),
  };
};

// The keys of all families, as words that `family:` may be.
inline constexpr auto family_words = std::apply(
    [](const auto&... family) { return std::array{Word{family.key, family.text}...}; }, families);

template <>
struct FieldsOf<TemplateParameter> {
  static constexpr std::string_view hook = "the name is a plain word, and the default may be anything";
  static constexpr auto all = std::tuple{
      field("id", &TemplateParameter::id, {.need = Need::essential, .spelling = Spelling::word, .text = {"名前。半角の英小文字で始め、英小文字・数字・_ で書く。ひな形の中では「$名前」", "the name: lower-case letters, digits and `_`; the template writes `$name`"}, .example = "people"}),
      field("text", &TemplateParameter::text, {.shown = true, .text = {"何の値か", "what it is for"}, .example = "対象者の人数"}),
      field("family", &TemplateParameter::family, {.spelling = Spelling::word, .words = family_words, .text = {"記録の種類。サイトが何も書かなければ、サイトにある記録（一つなら最初のもの）", "a family of records; what the site has, unless it says otherwise (the first, unless it is a list)"}, .example = "indicators"}),
      field("list", &TemplateParameter::list, {.text = {"true なら、いくつでも", "`true`: any number of them"}, .example = "false"}),
      field("least", &TemplateParameter::least, {.least = 0, .most = 1'000'000'000, .shown = true, .text = {"数の下限。least か most を書くと整数", "the least number; with `least` or `most` it is a whole number"}, .example = "1"}),
      field("most", &TemplateParameter::most, {.least = 0, .most = 1'000'000'000, .shown = true, .text = {"数の上限", "the greatest number"}, .example = "30"}),
      field("adds", &TemplateParameter::adds, {.spelling = Spelling::word, .text = {"サイトが記録に書き足せる項目", "what the site may add to a record"}, .example = "[key, remark]"}),
      field("where", &TemplateParameter::where, {.spelling = Spelling::word, .text = {"サイトの記録から選ぶ条件", "which of the site's records are taken"}, .example = "layer = behaviour"}),
      field("optional", &TemplateParameter::optional, {.text = {"true なら、値がなくてもよい", "`true`: it may be without a value"}, .example = "false"}),
      own("default", &TemplateParameter::has_default, {.shown = true, .text = {"サイトが書かないときの値。none なら、値のないまま", "the value unless the site gives one; `none`: it has none"}, .example = "5"}, Shape::own),
  };
};

}  // namespace shirube::model
