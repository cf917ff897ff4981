#include "cli/json_schema.h"

#include <algorithm>
#include <map>
#include <string>

#include "cli/explain_fields.h"
#include "model/description.h"
#include "model/number_text.h"
#include "parse/yaml/yaml.h"
#include "source/format.h"

namespace shirube::cli {

namespace {

using diagnostic::Language;
using model::FieldDescription;
using model::Need;
using model::StructDescription;
using model::ValueType;
using source::Json;

// What YAML may make of a text that is written without quotes.
Json any_scalar() {
  return {{"type", {"string", "number", "boolean"}}};
}

Json scalar_json(const parse::YamlNode& node) {
  if (!node.quoted && (node.text == "true" || node.text == "false")) return node.text == "true";
  if (!node.quoted && model::parse_number(node.text)) return Json::parse(node.text, nullptr, false);
  return node.text;
}

Json json_of(const parse::YamlNode& node) {
  using Kind = parse::YamlNode::Kind;
  if (node.kind == Kind::scalar) return scalar_json(node);
  Json json = node.kind == Kind::mapping ? Json::object() : node.kind == Kind::sequence ? Json::array() : Json();
  for (const auto& entry : node.entries) json[entry.key] = json_of(entry.value);
  for (const auto& item : node.items) json.push_back(json_of(item));
  return json;
}

// An example is a value of YAML on one line; as JSON, what a parser would make of it.
std::optional<Json> example_of(std::string_view text) {
  source::SourceSet sources;
  diagnostic::Sink sink;
  const auto file = sources.add("example", "example: " + std::string(text) + "\n");
  const auto node = parse::parse_yaml(parse::YamlInput::whole_file(sources.file(file), file), {}, sink);
  if (!node || node->find("example") == nullptr) return std::nullopt;
  return json_of(*node->find("example"));
}

class SchemaMaker {
 public:
  // `of_template`: what parameters and repetitions of the template language may take the place of is allowed everywhere.
  explicit SchemaMaker(Language language, bool of_template = false) : language_(language), of_template_(of_template) {}

  std::string_view in(const model::Bilingual& text) const { return language_ == Language::japanese ? text.ja : text.en; }

  // A reference to the struct, which is defined once.
  Json reference(const StructDescription& fields) {
    const auto [known, is_new] = names_.emplace(&fields, source::format("s{}", names_.size() + 1));
    const std::string name = known->second;
    if (is_new) definitions_[name] = struct_schema(fields);
    return {{"$ref", "#/$defs/" + name}};
  }

  Json struct_schema(const StructDescription& fields) {
    Json schema = {{"type", "object"}, {"additionalProperties", false}, {"properties", Json::object()}};
    for (const FieldDescription& field : fields.fields) {
      schema["properties"][std::string(field.facts.key)] = field_schema(field);
    }
    add_needs(fields, schema);
    return schema;
  }

  // The whole file.
  Json finish(std::string_view title, Json schema) {
    Json file = {{"$schema", "https://json-schema.org/draft/2020-12/schema"}, {"title", title}};
    file.update(schema);
    if (!definitions_.empty()) file["$defs"] = std::move(definitions_);
    return file;
  }

  // Or what the template language makes it of: `$name`, {for: …, do: …}, {when: …, do: …}.
  Json or_expanded(Json value) const {
    if (!of_template_) return value;
    const Json step = {{"type", "object"}, {"anyOf", {{{"required", {"do"}}}, {{"required", {"when", "else"}}}}}};
    return {{"anyOf", {std::move(value), {{"type", "string"}, {"pattern", "[$]"}}, step}}};
  }

 private:
  // One value, or a list of them.
  Json listed_schema(const FieldDescription& field) {
    if (field.facts.key == "blocks") return blocks();
    if (field.facts.key == "rows") return Json::object();  // a count, a list, or where they come from
    Json value = value_schema(field);
    if (!field.list || field.type == ValueType::own) return value;
    Json list = {{"type", "array"}, {"items", or_expanded(value)}};
    const bool no_text = field.type == ValueType::mapping && field.facts.alone.empty();
    if (no_text) return list;
    return {{"anyOf", {std::move(list), std::move(value)}}};  // a text alone is a list of one
  }

  Json field_schema(const FieldDescription& field) {
    Json value = listed_schema(field);
    if (field.facts.need == Need::optional && field.type != ValueType::own) {
      value = {{"anyOf", {std::move(value), {{"type", "null"}}}}};
    }
    if (field.type != ValueType::own) value = or_expanded(std::move(value));
    Json schema = {{"title", in(field.facts.text)}, {"description", field_type(field, language_)}};
    schema.update(value);
    if (const auto example = example_of(field.facts.example)) schema["examples"] = Json::array({*example});
    return schema;
  }

  // Each kind has fields of its own.
  Json blocks() {
    Json kinds = Json::array();
    for (const auto& topic : model::described_topics()) {
      if (topic.kind != model::TopicKind::block) continue;
      kinds.push_back(reference(*topic.fields));
      const std::string word = topic.name.substr(topic.name.find(':') + 1);
      definitions_[names_.at(topic.fields)]["properties"]["block"] = {{"const", word}};
    }
    return {{"type", "array"}, {"items", or_expanded({{"anyOf", std::move(kinds)}})}};
  }

  Json value_schema(const FieldDescription& field) {
    switch (field.type) {
      case ValueType::text:
      case ValueType::word:
      case ValueType::unit:
      case ValueType::formula:
        return any_scalar();
      case ValueType::id:
        return {{"type", {"string", "number"}}, {"pattern", "^[a-z0-9]+([-.][a-z0-9]+)*$"}};
      case ValueType::date:
        return {{"type", "string"}, {"pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}};
      case ValueType::number:
        return {{"type", "number"}};
      case ValueType::whole_number:
        return whole_number(field);
      case ValueType::yes_no:
        return {{"type", "boolean"}};
      case ValueType::quantity:
        return quantity();
      case ValueType::choice:
        return choice(field);
      case ValueType::mapping:
        return or_alone(field, reference(*field.inner));
      case ValueType::own:
        return Json::object();
    }
    return Json::object();
  }

  // The value of one of its fields stands for the whole.
  Json or_alone(const FieldDescription& field, Json whole) {
    if (field.facts.alone.empty()) return whole;
    return {{"anyOf", {value_schema(*field.inner->find(field.facts.alone)), std::move(whole)}}};
  }

  static Json whole_number(const FieldDescription& field) {
    Json schema = {{"type", "integer"}};
    if (field.facts.most <= field.facts.least) return schema;
    schema["minimum"] = field.facts.least;
    schema["maximum"] = field.facts.most;
    return schema;
  }

  static Json quantity() {
    const Json pair = {{"type", "object"},
                       {"required", {"value"}},
                       {"properties", {{"value", {{"type", "number"}}}, {"unit", {{"type", "string"}}}}},
                       {"additionalProperties", false}};
    return {{"anyOf", {{{"type", "number"}}, {{"type", "string"}, {"pattern", "^[-+]?[0-9]"}}, pair}}};
  }

  Json choice(const FieldDescription& field) const {
    Json schema = {{"enum", Json::array()}};
    for (const auto& each : field.choices) schema["enum"].push_back(scalar_word(each.word));
    return schema;
  }
  static Json scalar_word(std::string_view word) { return word == "true" || word == "false" ? Json(word == "true") : Json(word); }

  // Which fields have to be there: of two that exclude each other, one.
  static void add_needs(const StructDescription& fields, Json& schema) {
    const auto other_of = [&](std::string_view key) -> const FieldDescription* {
      const auto found = std::find_if(fields.fields.begin(), fields.fields.end(),
                                      [&](const FieldDescription& field) { return field.facts.instead_of == key; });
      return found == fields.fields.end() ? nullptr : &*found;
    };
    for (const FieldDescription& field : fields.fields) {
      const std::string key(field.facts.key);
      if (field.facts.need == Need::optional) continue;
      if (const FieldDescription* other = other_of(key)) {
        schema["allOf"].push_back({{"anyOf", {{{"required", {key}}}, {{"required", {other->facts.key}}}}}});
      } else {
        schema["required"].push_back(key);
      }
    }
  }

  Language language_;
  bool of_template_;
  std::map<const StructDescription*, std::string> names_;
  Json definitions_ = Json::object();
};

// ---- the files ----

const model::TopicDescription* find_topic(std::string_view name) {
  for (const auto& topic : model::described_topics()) {
    if (topic.name == name) return &topic;
  }
  return nullptr;
}

// `site.yaml` of a topic of that name.
Json schema_of_topic(std::string_view topic, Language language) {
  SchemaMaker maker(language);
  const auto* found = find_topic(topic);
  return maker.finish(maker.in(found->text), maker.struct_schema(*found->fields));
}

Json schema_of_site(Language language) {
  return schema_of_topic("site.yaml", language);
}
Json schema_of_front_matter(Language language) {
  return schema_of_topic("front-matter", language);
}

Json schema_of_records(Language language) {
  SchemaMaker maker(language);
  Json schema = {{"type", {"object", "null"}}, {"additionalProperties", false}};
  schema["properties"]["categories"] = {{"type", {"array", "null"}}, {"items", any_scalar()}};
  for (const auto& family : model::described_families()) {
    Json record = maker.reference(*family.record);
    if (family.key == "terms") record = {{"anyOf", {record, maker.reference(*find_topic("terms:period")->fields)}}};
    Json value = family.alone ? record : Json{{"type", {"array", "null"}}, {"items", record}};
    value["title"] = maker.in(family.text);
    schema["properties"][std::string(family.key)] = std::move(value);
  }
  return maker.finish(language == Language::japanese ? "記録" : "Records", schema);
}

Json schema_of_template(Language language) {
  SchemaMaker maker(language, true);
  const auto* found = find_topic("template");
  Json schema = maker.struct_schema(*found->fields);
  // They are gone before the rest is read.
  schema["properties"]["parameters"] = {{"type", "array"}, {"items", maker.reference(*find_topic("template:parameter")->fields)}};
  return maker.finish(maker.in(found->text), std::move(schema));
}

struct SchemaRow {
  std::string_view name;
  Json (*make)(Language language);
};
constexpr SchemaRow schemas[] = {
    {"site", schema_of_site},
    {"records", schema_of_records},
    {"front-matter", schema_of_front_matter},
    {"template", schema_of_template},
};

}  // namespace

std::vector<std::string_view> schema_names() {
  std::vector<std::string_view> names;
  for (const SchemaRow& row : schemas) names.push_back(row.name);
  return names;
}

std::optional<Json> json_schema(std::string_view name, Language language) {
  for (const SchemaRow& row : schemas) {
    if (row.name == name) return row.make(language);
  }
  return std::nullopt;
}

}  // namespace shirube::cli
