#include "cli/reference.h"

#include <set>
#include <vector>

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
using model::TopicDescription;
using model::TopicKind;

struct Reference {
  Language language;
  std::string text = {};
  std::set<const StructDescription*> shown = {};  // in the family at hand

  bool japanese() const { return language == Language::japanese; }
  std::string_view in(const model::Bilingual& words) const { return japanese() ? words.ja : words.en; }

  // Neither the end of a cell nor, outside code, a tag.
  std::string cell(std::string_view words) const {
    std::string out;
    bool is_code = false;
    for (const char c : words) {
      is_code = is_code != (c == '`');
      if (c == '|' || (c == '<' && !is_code)) out += '\\';
      out += c;
    }
    return out;
  }

  static std::string code_cell(std::string_view words) {
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
                             cell(field_type(field, language)), code_cell(field.facts.example));
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
    add({std::string(family.key), family.text, family.record, model::example_record(family), TopicKind::file});
  }

  void add(const TopicDescription& topic) {
    shown.clear();
    text += source::format("## {}\n\n{}{}\n\n", heading(topic), in(topic.text), japanese() ? "。" : ".");
    const bool has_fields = topic.fields != nullptr && !topic.fields->fields.empty();
    if (has_fields) add_table(*topic.fields);
    add_example(topic);
    if (has_fields) add_inner(topic.name, *topic.fields);
  }

  // A directive's example has a fence of its own: the one round it is longer.
  void add_example(const TopicDescription& topic) {
    const bool is_page = topic.kind == TopicKind::directive || topic.kind == TopicKind::role || topic.kind == TopicKind::page;
    const bool is_table = topic.name.ends_with(".csv");
    text += (is_page ? "````markdown\n" : is_table ? "````text\n" : "````yaml\n") + topic.example + "````\n\n";
  }

  // Braces are syntax in a page.
  static std::string heading(const TopicDescription& topic) {
    return topic.name.starts_with('{') ? "`" + topic.name + "`" : topic.name;
  }
};

struct Page {
  std::string_view name;
  model::Bilingual title;
  model::Bilingual text;
  std::vector<TopicKind> kinds;  // of the topics on it, in this order; none: the families of records
};

const std::vector<Page>& pages() {
  static const std::vector<Page> all = {
      {"records",
       {"記録の書き方", "Records"},
       {"`content/` の下の YAML ファイルに書ける記録の種類と欄の一覧。`shirube explain 種類` でも同じ説明が出る。",
        "The families of records that YAML files in `content/` may contain, and their fields. `shirube explain FAMILY` prints the same."},
       {}},
      {"site",
       {"設定と名簿", "Settings and people"},
       {"`site.yaml`、配布する相手の一覧、評価の期に書けること。", "What `site.yaml`, the people file and the terms of a year may contain."},
       {TopicKind::file, TopicKind::part}},
      {"pages",
       {"ページの書き方", "Pages"},
       {"ページの前付けと、ページの中で使える部品。", "The front matter of a page, and the directives and roles in it."},
       {TopicKind::page, TopicKind::directive, TopicKind::role}},
      {"templates",
       {"ひな形の書き方", "Templates of workbooks"},
       {"ブックのひな形（`templates/`）に書けること。", "What a template of a workbook (`templates/`) may contain."},
       {TopicKind::workbook, TopicKind::block}},
  };
  return all;
}

std::string write_page(const Page& page, Language language) {
  Reference reference{language};
  reference.text = source::format("# {}\n\n{}\n\n", reference.in(page.title), reference.in(page.text));
  if (page.kinds.empty()) {
    for (const FamilyDescription& family : model::described_families()) reference.add(family);
  }
  for (const TopicKind kind : page.kinds) {
    for (const TopicDescription& topic : model::described_topics()) {
      if (topic.kind == kind) reference.add(topic);
    }
  }
  while (reference.text.ends_with("\n\n")) reference.text.pop_back();
  return reference.text;
}

}  // namespace

std::vector<ReferencePage> reference_pages(Language language) {
  std::vector<ReferencePage> made;
  for (const Page& page : pages()) made.push_back({std::string(page.name) + ".md", write_page(page, language)});
  return made;
}

}  // namespace shirube::cli
