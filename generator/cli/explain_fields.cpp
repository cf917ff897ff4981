#include "cli/explain_fields.h"

#include "model/description.h"
#include "model/example_record.h"
#include "model/unit.h"
#include "source/format.h"
#include "source/unicode.h"

namespace shirube::cli {

namespace {

using diagnostic::Language;
using model::Bilingual;
using model::FamilyDescription;
using model::FieldDescription;
using model::Need;
using model::StructDescription;
using model::TopicDescription;
using model::TopicKind;
using model::ValueType;

std::string_view in(const Bilingual& text, Language language) {
  return language == Language::japanese ? text.ja : text.en;
}

Bilingual type_name(ValueType type) {
  switch (type) {
    case ValueType::text:
      return {"文", "text"};
    case ValueType::word:
      return {"語", "word"};
    case ValueType::id:
      return {"名前（半角小文字）", "id"};
    case ValueType::date:
      return {"日付（YYYY-MM-DD）", "date (YYYY-MM-DD)"};
    case ValueType::number:
      return {"数", "number"};
    case ValueType::whole_number:
      return {"整数", "whole number"};
    case ValueType::yes_no:
      return {"true か false", "true or false"};
    case ValueType::unit:
      return {"単位", "unit"};
    case ValueType::quantity:
      return {"数と単位", "number with its unit"};
    case ValueType::formula:
      return {"計算式", "formula"};
    case ValueType::choice:
      return {"次のどれか", "one of these words"};
    case ValueType::mapping:
      return {"下の欄", "fields of its own"};
    case ValueType::own:
      return {"例のとおり", "as in the example"};
  }
  return {};
}

std::string need_text(Need need, Language language) {
  if (need == Need::optional) return {};
  return language == Language::japanese ? "必須" : "required";
}

// What has a name of its own: a family of records, or what is not a record.
struct Root {
  std::string name;
  Bilingual text;
  Bilingual place;                            // where an author writes it; {0} is the name
  const StructDescription* fields = nullptr;  // null: it has none
  std::string example;
};

Bilingual place_of(const FamilyDescription& family) {
  if (family.alone) return {"content の下の YAML ファイルに、「{0}:」に続けて書きます。", "Written below `{0}:` in a YAML file of the content folder."};
  return {"content の下の YAML ファイルに、「{0}:」に続けて一件ずつ「- 」で始めて書きます。",
          "Written below `{0}:` in a YAML file of the content folder, each record after `- `."};
}

Bilingual place_of(TopicKind kind) {
  switch (kind) {
    case TopicKind::directive:
      return {"ページの中に、``` の行ではさんで書きます。", "Written in a page, between two lines of ```."};
    case TopicKind::role:
      return {"ページの文の中に書きます。", "Written in a line of a page."};
    case TopicKind::block:
      return {"ひな形のシートの blocks に、一項目として書きます。", "An item of the `blocks` of a template's sheet."};
    case TopicKind::file:
    case TopicKind::page:
    case TopicKind::workbook:
    case TopicKind::part:
      return {};
  }
  return {};
}

const std::vector<Root>& roots() {
  static const std::vector<Root> all = [] {
    std::vector<Root> made;
    for (const FamilyDescription& family : model::described_families()) {
      made.push_back({std::string(family.key), family.text, place_of(family), family.record, model::example_record(family)});
    }
    for (const TopicDescription& topic : model::described_topics()) {
      made.push_back({topic.name, topic.text, place_of(topic.kind), topic.fields, topic.example});
    }
    return made;
  }();
  return all;
}

struct Topic {
  const Root* root = nullptr;
  const FieldDescription* field = nullptr;    // the last of the dotted name; null: the root itself
  const StructDescription* fields = nullptr;  // of the root or the field; null: it has none
};

// `name` is the root's, or begins with it and a point.
const Root* find_root(std::string_view name) {
  for (const Root& root : roots()) {
    if (name.starts_with(root.name) && (name.size() == root.name.size() || name[root.name.size()] == '.')) return &root;
  }
  return nullptr;
}

std::optional<Topic> find_topic(std::string_view name) {
  Topic topic;
  topic.root = find_root(name);
  if (topic.root == nullptr) return std::nullopt;
  topic.fields = topic.root->fields;
  name.remove_prefix(topic.root->name.size());
  while (!name.empty()) {
    name.remove_prefix(1);
    const std::string_view key = name.substr(0, name.find('.'));
    topic.field = topic.fields == nullptr ? nullptr : topic.fields->find(key);
    if (topic.field == nullptr) return std::nullopt;
    topic.fields = topic.field->inner;
    name.remove_prefix(key.size());
  }
  return topic;
}

std::string padded(std::string_view text, std::size_t width) {
  std::string out(text);
  const auto taken = static_cast<std::size_t>(source::display_width(text));
  out.append(taken < width ? width - taken : 1, ' ');
  return out;
}

constexpr std::size_t key_width = 20;

void append_fields(std::string& text, const StructDescription& fields, Language language) {
  const bool japanese = language == Language::japanese;
  for (const FieldDescription& field : fields.fields) {
    text += "  " + padded(field.facts.key, key_width) + std::string(in(field.facts.text, language));
    const std::string need = need_text(field.facts.need, language);
    text += source::format_texts(japanese ? "〔{0}{1}〕" : " [{0}{1}]",
                                 {need.empty() ? need : need + (japanese ? "・" : ", "), field_type(field, language)});
    text += "\n";
  }
}

std::string quoted(const std::string& yaml) {
  std::string text = "\n";
  for (std::size_t at = 0; at < yaml.size();) {
    const std::size_t end = yaml.find('\n', at);
    text += "    " + yaml.substr(at, end - at) + "\n";
    at = end + 1;
  }
  return text;
}

std::string explain_root(const Root& root, Language language) {
  const bool japanese = language == Language::japanese;
  std::string text = source::format("{}: {}\n\n", root.name, in(root.text, language));
  const std::string place = source::format_texts(in(root.place, language), {root.name});
  text += place;
  if (root.fields != nullptr && !root.fields->fields.empty()) {
    append_fields(text += japanese ? "欄:\n" : place.empty() ? "Fields:\n" : " Fields:\n", *root.fields, language);
  } else if (!place.empty()) {
    text += "\n";
  }
  text += japanese ? "\n例:\n" : "\nExample:\n";
  return text + quoted(root.example);
}

std::string explain_field(std::string_view name, const Topic& topic, Language language) {
  const bool japanese = language == Language::japanese;
  const FieldDescription& field = *topic.field;
  std::string text = source::format("{}: {}\n\n", name, in(field.facts.text, language));
  const std::string need = need_text(field.facts.need, language);
  text += source::format_texts(japanese ? "種類: {0}\n" : "Type: {0}\n", {field_type(field, language)});
  text += source::format_texts(japanese ? "書くかどうか: {0}\n" : "Needed: {0}\n",
                               {need.empty() ? std::string(japanese ? "任意" : "optional") : need});
  for (const auto& choice : field.choices) {
    text += "  " + padded(choice.word, key_width) + std::string(in(choice.text, language)) + "\n";
  }
  if (topic.fields != nullptr) append_fields(text += japanese ? "欄:\n" : "Fields:\n", *topic.fields, language);
  if (field.type == ValueType::unit || field.type == ValueType::quantity) {
    std::string units;
    for (const std::string_view symbol : model::unit_symbols()) units += (units.empty() ? "" : " ") + std::string(symbol);
    text += source::format_texts(japanese ? "使える単位: {0}\n" : "Units: {0}\n", {units});
  }
  text += japanese ? "\n例:\n" : "\nExample:\n";
  return text + quoted(source::format("{}: {}\n", field.facts.key, field.facts.example));
}

source::Json field_json(const FieldDescription& field, Language language) {
  source::Json json = {{"key", field.facts.key},
                       {"text", in(field.facts.text, language)},
                       {"type", field_type(field, language)},
                       {"required", field.facts.need != Need::optional},
                       {"example", field.facts.example}};
  for (const auto& choice : field.choices) {
    json["choices"].push_back({{"word", choice.word}, {"text", in(choice.text, language)}});
  }
  return json;
}

void append_topics(const std::string& name, const StructDescription& fields, std::vector<std::string>& topics) {
  for (const FieldDescription& field : fields.fields) {
    topics.push_back(name + "." + std::string(field.facts.key));
    if (field.inner != nullptr) append_topics(topics.back(), *field.inner, topics);
  }
}

}  // namespace

std::string field_type(const FieldDescription& field, Language language) {
  const bool japanese = language == Language::japanese;
  std::string text(in(type_name(field.type), language));
  if (field.list) text += japanese ? "の一覧" : ", as a list";
  const model::FieldFacts& facts = field.facts;
  if (field.type == ValueType::whole_number && facts.most > facts.least) {
    text += source::format_texts(japanese ? "（{0}〜{1}）" : " ({0} to {1})",
                                 {std::to_string(facts.least), std::to_string(facts.most)});
  }
  if (!facts.family.empty()) text += source::format_texts(japanese ? "、{0} のどれか" : " of {0}", {std::string(facts.family)});
  return text;
}

std::optional<std::string> explain_fields(std::string_view name, Language language) {
  const auto topic = find_topic(name);
  if (!topic) return std::nullopt;
  return topic->field == nullptr ? explain_root(*topic->root, language) : explain_field(name, *topic, language);
}

std::optional<source::Json> fields_as_json(std::string_view name, Language language) {
  const auto topic = find_topic(name);
  if (!topic) return std::nullopt;
  source::Json json = topic->field == nullptr ? source::Json{{"key", topic->root->name},
                                                             {"text", in(topic->root->text, language)},
                                                             {"example", topic->root->example}}
                                              : field_json(*topic->field, language);
  if (topic->fields == nullptr) return json;
  for (const FieldDescription& field : topic->fields->fields) json["fields"].push_back(field_json(field, language));
  return json;
}

std::vector<std::string> field_topics() {
  std::vector<std::string> topics;
  for (const Root& root : roots()) {
    topics.push_back(root.name);
    if (root.fields != nullptr) append_topics(root.name, *root.fields, topics);
  }
  return topics;
}

std::string list_topics(Language language) {
  std::string text;
  for (const Root& root : roots()) text += padded(root.name, key_width) + std::string(in(root.text, language)) + "\n";
  return text;
}

}  // namespace shirube::cli
