#include "model/description.h"

#include <algorithm>
#include <optional>
#include <string>

#include "model/block.h"
#include "model/directive.h"
#include "model/family.h"
#include "model/fields/blocks.h"
#include "model/fields/calculation.h"
#include "model/fields/career.h"
#include "model/fields/guide.h"
#include "model/fields/logic.h"
#include "model/fields/measurement.h"
#include "model/fields/page.h"
#include "model/fields/plan.h"
#include "model/fields/site.h"
#include "model/fields/strategy.h"
#include "model/fields/view.h"
#include "model/fields/wording.h"
#include "model/fields/workbook.h"
#include "model/person.h"

namespace shirube::model {

namespace {

template <Described Struct>
const StructDescription& describe();

template <class Type>
struct Of {};

// ---- what a member's type says of a field ----

ValueType text_type(Spelling spelling) {
  switch (spelling) {
    case Spelling::prose:
      return ValueType::text;
    case Spelling::word:
      return ValueType::word;
    case Spelling::id:
      return ValueType::id;
    case Spelling::date:
      return ValueType::date;
  }
  return ValueType::text;
}

void look(FieldDescription& field, Of<std::string>) {
  field.type = field.facts.words.empty() ? text_type(field.facts.spelling) : ValueType::choice;
  for (const Word& each : field.facts.words) field.choices.push_back({each.word, each.text});
}
void look(FieldDescription& field, Of<std::int64_t>) {
  field.type = ValueType::whole_number;
}
void look(FieldDescription& field, Of<int>) {
  field.type = ValueType::whole_number;
}
void look(FieldDescription& field, Of<double>) {
  field.type = ValueType::number;
}
void look(FieldDescription& field, Of<source::Located<double>>) {
  field.type = ValueType::quantity;
}
void look(FieldDescription& field, Of<bool>) {
  field.type = ValueType::yes_no;
}
void look(FieldDescription& field, Of<Unit>) {
  field.type = ValueType::unit;
}
void look(FieldDescription& field, Of<Quantity>) {
  field.type = ValueType::quantity;
}
void look(FieldDescription& field, Of<expression::Expression>) {
  field.type = ValueType::formula;
}
void look(FieldDescription& field, Of<expression::NumberFormat>) {
  field.type = ValueType::word;
}
void look(FieldDescription& field, Of<StatedValue>) {
  field.type = ValueType::own;
}
void look(FieldDescription& field, Of<Row>) {
  field.type = ValueType::own;
}
void look(FieldDescription& field, Of<decltype(BlockDefinition::value)>) {
  field.type = ValueType::choice;
  for_each_block([&](const auto& kind) { field.choices.push_back({kind.word, kind.text}); });
}
void look(FieldDescription& field, Of<diagnostic::Severities>) {
  field.type = ValueType::own;
}
void look(FieldDescription& field, Of<GivenValue>) {
  field.type = ValueType::own;
}
void look(FieldDescription& field, Of<std::map<std::string, std::string>>) {
  field.type = ValueType::own;
}
template <class Enum>
  requires std::is_enum_v<Enum>
void look(FieldDescription& field, Of<Enum>) {
  field.type = ValueType::choice;
  for (const auto& choice : ChoicesOf<Enum>::all) field.choices.push_back({choice.word, choice.text});
}
template <Described Struct>
void look(FieldDescription& field, Of<Struct>) {
  field.type = ValueType::mapping;
  field.inner = &describe<Struct>();
}
template <class Value>
void look(FieldDescription& field, Of<source::Located<Value>>) {
  look(field, Of<Value>{});
}
template <class Value>
void look(FieldDescription& field, Of<std::optional<Value>>) {
  look(field, Of<Value>{});
}
template <class Value>
void look(FieldDescription& field, Of<std::vector<Value>>) {
  look(field, Of<Value>{});
  field.list = true;
}

// ---- the struct ----

template <class Owner, class Value>
void add(StructDescription& description, const Field<Owner, Value>& field) {
  FieldDescription made;
  made.facts = field;
  look(made, Of<Value>{});
  description.fields.push_back(std::move(made));
}
template <class Owner, class Value>
void add(StructDescription& description, const OwnField<Owner, Value>& field) {
  FieldDescription made;
  made.facts = field;
  look(made, Of<Value>{});
  if (field.shape == Shape::own) {
    made.type = ValueType::own;
    made.list = false;
  }
  description.fields.push_back(std::move(made));
}
template <class Owner, class Value>
void add(StructDescription& description, const Part<Owner, Value>&) {
  const StructDescription& part = describe<Value>();
  description.fields.insert(description.fields.end(), part.fields.begin(), part.fields.end());
}

// The fields of `other` may be written instead of some of these: none of them is needed.
void add_also(StructDescription& description, const StructDescription& other) {
  for (FieldDescription field : other.fields) {
    if (description.find(field.facts.key) != nullptr) continue;
    field.facts.need = Need::optional;
    description.fields.push_back(std::move(field));
  }
}

template <Described Struct>
const StructDescription& describe() {
  static const StructDescription description = [] {
    StructDescription made;
    std::apply([&](const auto&... field) { (add(made, field), ...); }, FieldsOf<Struct>::all);
    if constexpr (requires { typename FieldsOf<Struct>::AlsoOf; }) add_also(made, describe<typename FieldsOf<Struct>::AlsoOf>());
    if constexpr (Hooked<Struct>) made.hook = FieldsOf<Struct>::hook;
    return made;
  }();
  return description;
}

// ---- what is not a record ----

// The required fields and those that examples show, a line each.
std::string example_lines(const StructDescription& fields) {
  std::string text;
  for (const FieldDescription& field : fields.fields) {
    if (field.facts.need == Need::optional && !field.facts.shown) continue;
    text += std::string(field.facts.key) + ": " + std::string(field.facts.example) + "\n";
  }
  return text;
}

// A column for each; its heading is the Japanese or the English name.
const StructDescription& describe_people() {
  static const StructDescription description = [] {
    StructDescription made;
    for (const PersonField& each : person_fields) {
      FieldDescription field;
      field.facts = {.key = each.key, .need = each.required ? Need::required : Need::optional, .text = each.text, .example = each.example};
      field.type = each.is_date ? ValueType::date : ValueType::text;
      made.fields.push_back(std::move(field));
    }
    return made;
  }();
  return description;
}

// What every block has, then what this one has.
template <class Block>
const StructDescription& describe_block(std::string_view word) {
  static const StructDescription description = [&] {
    StructDescription made = describe<BlockDefinition>();
    made.fields.front().facts.example = word;
    const StructDescription& own = describe<Block>();
    made.fields.insert(made.fields.end(), own.fields.begin(), own.fields.end());
    made.hook = own.hook;
    return made;
  }();
  return description;
}

void add_files(std::vector<TopicDescription>& topics) {
  const StructDescription& site = describe<SiteConfig>();
  topics.push_back({"site.yaml", {"サイトの設定。一番上のフォルダに置く", "the settings of a site, in its topmost folder"}, &site, example_lines(site)});
  const StructDescription& page = describe<FrontMatter>();
  topics.push_back({"front-matter",
                    {"ページの前付け。Markdown ファイルの1行目から、--- の行にはさんで書く", "the head of a page, from line 1 of its Markdown file, between two lines `---`"},
                    &page, "---\n" + example_lines(page) + "---\n", TopicKind::page});
  topics.push_back({"people.csv",
                    {"配布する相手の一覧（shirube issue --people）。1行目に列の名前を書く", "who gets workbooks (`shirube issue --people`); line 1 has the headings"},
                    &describe_people(), "社員番号,氏名,所属,等級,一次評価者\n0012,見本 花子,営業部,G3,見本 太郎\n"});
  topics.push_back({"terms:period",
                    {"期（評価の期間）。記録の terms: に、初日と最終日のある項目として書く", "a term of the year: an item of the records `terms:` that has days"},
                    &describe<Period>(), "terms:\n  - id: first-half\n    title: 2026年度上期\n    first: 2026-04-01\n    last: 2026-09-30\n",
                    TopicKind::part});
  const StructDescription& request = describe<WorkbookRequest>();
  topics.push_back({"workbooks:item",
                    {"作るブックの一つ。site.yaml の workbooks: に書く", "one of the workbooks to build, in `workbooks:` of site.yaml"},
                    &request, "workbooks:\n  - template: kpi-weekly\n    id: sales-weekly\n    with: {people: 8, weeks: 13}\n", TopicKind::part});
  const StructDescription& parameter = describe<TemplateParameter>();
  topics.push_back({"template:parameter",
                    {"ひな形のパラメーター。値はサイトが決める", "a parameter of a template, whose value the site gives"},
                    &parameter, "parameters:\n  - {id: people, text: 対象者の人数, least: 1, most: 30, default: 5}\n", TopicKind::workbook});
}

// They have no fields: what they name is between the backquotes.
void add_roles(std::vector<TopicDescription>& topics) {
  const auto add = [&](const char* name, Bilingual text, const char* example) {
    topics.push_back({name, text, nullptr, std::string(example) + "\n", TopicKind::role});
  };
  add("{term}", {"用語集の言葉。説明を添えて示す", "a word of the glossary, shown with its explanation"}, "{term}`引き継ぎ`");
  add("{value}", {"戦略の数字や試算の結果。記録の値がそのまま出る", "a figure of the strategy or a result of a calculation, as the records have it"}, "{value}`sales`");
  add("{ref}", {"ページの題。そのページへのリンクになる。content からの場所を書く", "a page's title, with a link to it; the page is named by its place in the content folder"}, "{ref}`index.md`");
  add("{download}", {"ブックを受け取るリンク", "a link to a workbook"}, "{download}`mbo-sheet`");
}

std::string example_block(const std::string& name, const StructDescription& options) {
  return "```" + name + "\n" + example_lines(options) + "```\n";
}

void add_directives(std::vector<TopicDescription>& topics) {
  for_each_known_directive([&](const auto& directive) {
    const auto& options = describe<typename std::decay_t<decltype(directive)>::View>();
    const std::string name = "{" + std::string(directive.name) + "}";
    topics.push_back({name, directive.text, &options, example_block(name, options), TopicKind::directive});
  });
}

void add_templates(std::vector<TopicDescription>& topics) {
  topics.push_back({"template", {"Excel の様式。templates の下の YAML ファイル", "an Excel workbook: a YAML file of the templates folder"},
                    &describe<WorkbookDefinition>(), std::string(template_example), TopicKind::workbook});
  for_each_block([&](const auto& kind) {
    using Value = typename std::decay_t<decltype(kind)>::Value;
    topics.push_back({"block:" + std::string(kind.word), kind.text, &describe_block<Value>(kind.word), std::string(kind.example), TopicKind::block});
  });
  topics.push_back({"field", {"様式の欄。form の欄、table の列、calculation の行", "a field of a form, a column of a table, a line of a calculation"},
                    &describe<FieldDefinition>(), std::string(field_example), TopicKind::workbook});
}

}  // namespace

const std::vector<TopicDescription>& described_topics() {
  static const std::vector<TopicDescription> all = [] {
    std::vector<TopicDescription> made;
    add_files(made);
    add_directives(made);
    add_roles(made);
    add_templates(made);
    return made;
  }();
  return all;
}

const FieldDescription* StructDescription::find(std::string_view key) const {
  const auto found =
      std::find_if(fields.begin(), fields.end(), [&](const FieldDescription& field) { return field.facts.key == key; });
  return found == fields.end() ? nullptr : &*found;
}

const std::vector<FamilyDescription>& described_families() {
  static const std::vector<FamilyDescription> all = [] {
    std::vector<FamilyDescription> made;
    for_each_family([&](const auto& family) {
      using Record = typename std::decay_t<decltype(family)>::Record;
      made.push_back({family.key, family.text, family.example_id, family.alone, &describe<Record>()});
    });
    return made;
  }();
  return all;
}

const FamilyDescription* find_family(std::string_view key) {
  const auto& all = described_families();
  const auto found = std::find_if(all.begin(), all.end(), [&](const FamilyDescription& each) { return each.key == key; });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace shirube::model
