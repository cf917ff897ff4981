// What a name of a template means while the template is expanded.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/workbook_request.h"
#include "parse/yaml/yaml.h"

namespace shirube::parse {

struct TemplateValue {
  enum class Kind { absent, text, number, fields, list };
  Kind kind = Kind::absent;
  std::string text;                // of a text or a number
  const YamlNode* node = nullptr;  // of fields, a record or a part of one; of a list that is a part of a record
  const std::vector<model::GivenProperty>* own = nullptr;      // of a record: what the site adds
  std::shared_ptr<const std::vector<TemplateValue>> elements;  // of a list that is not a part of a record
  std::size_t position = 0;                                    // in the list that a loop goes through, from 1 on

  // A list without elements and an empty text are nothing.
  bool is_there() const;
  std::size_t size() const;
  TemplateValue element(std::size_t index) const;
};

TemplateValue text_value(std::string text);
TemplateValue number_value(std::int64_t number);
TemplateValue list_value(std::vector<TemplateValue> elements);
// Of YAML that outlives the value.
TemplateValue yaml_value(const YamlNode& node);

// Whether `.name` after the value is a property of it, there or not, rather than text that follows.
bool may_have(const TemplateValue& value, std::string_view name);
TemplateValue property(const TemplateValue& value, std::string_view name);
std::vector<std::string_view> property_names(const TemplateValue& value);

// What is put into a text: of a record its id. Nothing if the value is not a text.
std::optional<std::string> shown(const TemplateValue& value);
std::optional<std::int64_t> whole_number(const TemplateValue& value);

}  // namespace shirube::parse
