#include "cli/reference.h"

#include <set>

#include "cli/explain_fields.h"
#include "model/description.h"
#include "model/example_record.h"
#include "source/format.h"

namespace shirube::cli {

namespace {

using diagnostic::Language;
using model::FamilyDescription;
using model::FieldDescription;
using model::Need;
using model::StructDescription;

struct Reference {
  Language language;
  std::string text = {};
  std::set<const StructDescription*> shown = {};  // in the family at hand

  bool japanese() const { return language == Language::japanese; }
  std::string_view in(const model::Bilingual& words) const { return japanese() ? words.ja : words.en; }

  std::string cell(std::string_view words) const {
    std::string out;
    for (const char c : words) out += c == '|' ? std::string("\\|") : std::string(1, c);
    return out;
  }

  std::string words_of(const FieldDescription& field) const {
    std::string words(in(field.facts.text));
    for (std::size_t i = 0; i < field.choices.size(); ++i) {
      words += i == 0 ? (japanese() ? "（" : " (") : (japanese() ? "、" : ", ");
      words += source::format_texts(japanese() ? "`{0}` {1}" : "`{0}`: {1}",
                                    {std::string(field.choices[i].word), std::string(in(field.choices[i].text))});
    }
    return field.choices.empty() ? words : words + (japanese() ? "）" : ")");
  }

  void add_table(const StructDescription& fields) {
    text += japanese() ? "| 欄 | 必須 | 書くこと | 種類 | 例 |\n" : "| key | required | what to write | type | example |\n";
    text += "| --- | --- | --- | --- | --- |\n";
    for (const FieldDescription& field : fields.fields) {
      const bool required = field.facts.need != Need::optional;
      text += source::format("| `{}` | {} | {} | {} | `{}` |\n", field.facts.key,
                             required ? (japanese() ? "はい" : "yes") : "", cell(words_of(field)),
                             cell(field_type(field, language)), cell(field.facts.example));
    }
    text += "\n";
  }

  // The fields of what is inside a record, after the record's own.
  void add_inner(const std::string& name, const StructDescription& fields) {
    for (const FieldDescription& field : fields.fields) {
      if (field.inner == nullptr || !shown.insert(field.inner).second) continue;
      const std::string inner = name + "." + std::string(field.facts.key);
      text += source::format("### {}\n\n", inner);
      add_table(*field.inner);
      add_inner(inner, *field.inner);
    }
  }

  void add(const FamilyDescription& family) {
    shown.clear();
    text += source::format("## {}\n\n{}{}\n\n", family.key, in(family.text), japanese() ? "。" : ".");
    add_table(*family.record);
    text += "```yaml\n" + model::example_record(family) + "```\n\n";
    add_inner(std::string(family.key), *family.record);
  }
};

}  // namespace

std::string records_reference(Language language) {
  Reference reference{language};
  reference.text = language == Language::japanese
                       ? "# 記録の書き方\n\n`content/` の下の YAML ファイルに書ける記録の種類と欄の一覧です。"
                         "`shirube explain 種類` でも同じ説明が出ます。\n\n"
                       : "# Records\n\nThe families of records that YAML files in `content/` may contain, and their fields. "
                         "`shirube explain FAMILY` prints the same.\n\n";
  for (const FamilyDescription& family : model::described_families()) reference.add(family);
  while (reference.text.ends_with("\n\n")) reference.text.pop_back();
  return reference.text;
}

}  // namespace shirube::cli
