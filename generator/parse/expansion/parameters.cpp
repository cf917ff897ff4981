#include "parse/expansion/parameters.h"

#include <algorithm>

#include "model/family.h"
#include "model/fields/workbook_request.h"
#include "model/number_text.h"
#include "parse/expansion/condition.h"
#include "parse/hooks.h"
#include "parse/read_fields.h"

namespace shirube::parse {

using diagnostic::Kind;
using model::GivenItem;
using model::GivenValue;
using model::TemplateParameter;

namespace {

constexpr std::int64_t greatest_number = 1'000'000'000;

std::string joined(const std::vector<std::string_view>& names) {
  std::string text;
  for (const std::string_view name : names) text += (text.empty() ? "" : ", ") + std::string(name);
  return text.empty() ? "—" : text;
}

class Binding {
 public:
  Binding(const std::vector<ReadParameter>& parameters, const model::WorkbookRequest& request, const RecordTrees& records,
          const MakeDefault& make, ExpansionRun& run)
      : parameters_(parameters), request_(request), records_(records), make_(make), run_(run) {}

  bool all() {
    refuse_unknown();
    for (const ReadParameter& parameter : parameters_) {
      auto value = value_of(parameter);
      complete_ &= value.has_value();
      run_.push(parameter.facts.id.value, value ? std::move(*value) : TemplateValue());
    }
    return complete_;
  }

 private:
  using Value = std::optional<TemplateValue>;  // nothing: it has been reported

  std::nullopt_t refuse(Kind kind, source::SourceRange place, std::vector<std::string> arguments,
                        const std::vector<std::string_view>& meant = {}) {
    run_.report(kind, place, std::move(arguments), meant);
    return std::nullopt;
  }

  void refuse_unknown() {
    std::vector<std::string_view> known;
    for (const ReadParameter& parameter : parameters_) known.push_back(parameter.facts.id.value);
    for (const GivenValue& given : request_.with) {
      if (std::find(known.begin(), known.end(), given.parameter.value) != known.end()) continue;
      refuse(Kind::template_parameter_unknown, given.parameter.range,
             {given.parameter.value, request_.template_id.value, joined(known)}, known);
      complete_ = false;
    }
  }

  Value value_of(const ReadParameter& parameter) {
    for (const GivenValue& given : request_.with) {
      if (given.parameter.value == parameter.facts.id.value) return value_given(parameter.facts, given);
    }
    // What is made of a value that is missing would be a finding that follows from it.
    const bool follows = parameter.fallback != nullptr || parameter.facts.where.find('$') != std::string::npos;
    if (follows && !complete_) return TemplateValue();
    if (parameter.fallback != nullptr) return default_value(parameter);
    if (!parameter.facts.family.empty()) return records_of_site(parameter.facts);
    return absent(parameter.facts);
  }

  Value absent(const TemplateParameter& parameter) {
    if (parameter.optional) return TemplateValue();
    const source::SourceRange entry = request_.range;
    return refuse(Kind::template_parameter_missing, {entry.file, entry.begin, std::min(entry.end, entry.begin + 1)},
                  {parameter.id.value, request_.template_id.value, parameter.text.empty() ? parameter.id.value : parameter.text,
                   parameter.family.empty() ? "with" : parameter.family});
  }

  Value value_given(const TemplateParameter& parameter, const GivenValue& given) {
    if (given.refused) return std::nullopt;
    if (given.list && !parameter.list) return refuse(Kind::template_one_value, given.range, {parameter.id.value});
    if (given.items.empty() && parameter.optional) return TemplateValue();
    if (given.items.empty()) return refuse(Kind::template_empty_list, given.range, {parameter.id.value});
    std::vector<TemplateValue> elements;
    for (const GivenItem& item : given.items) {
      if (auto value = element(parameter, item)) elements.push_back(std::move(*value));
    }
    if (elements.size() < given.items.size()) return std::nullopt;
    return parameter.list ? list_value(std::move(elements)) : std::move(elements.front());
  }

  Value element(const TemplateParameter& parameter, const GivenItem& item) {
    if (parameter.is_number()) return number(parameter, item.text);
    if (parameter.family.empty() && item.own.empty()) return text_value(item.text.value);
    for (const model::GivenProperty& each : item.own) {
      if (std::find(parameter.adds.begin(), parameter.adds.end(), each.name.value) != parameter.adds.end()) continue;
      const std::vector<std::string_view> known(parameter.adds.begin(), parameter.adds.end());
      return refuse(Kind::template_parameter_unknown, each.name.range,
                    {each.name.value, request_.template_id.value, joined(known)}, known);
    }
    auto value = record(parameter, item.text);
    if (value && !item.own.empty()) value->own = &item.own;
    return value;
  }

  Value number(const TemplateParameter& parameter, const source::Located<std::string>& text) {
    const std::int64_t least = parameter.least.value_or(0);
    const std::int64_t most = parameter.most.value_or(greatest_number);
    const std::vector<std::string> arguments = {parameter.id.value, text.value, std::to_string(least), std::to_string(most)};
    const auto number = model::parse_integer(text.value);
    if (!number) return refuse(Kind::field_integer, text.range, arguments);
    if (*number < least || *number > most) return refuse(Kind::field_limits, text.range, arguments);
    return number_value(*number);
  }

  Value record(const TemplateParameter& parameter, const source::Located<std::string>& id) {
    if (const YamlNode* found = records_.find(parameter.family, id.value)) return yaml_value(*found);
    const std::string other = family_with(id.value);
    if (!other.empty()) return refuse(Kind::template_record_family, id.range, {id.value, other, parameter.family});
    return refuse(Kind::unknown_record, id.range, {id.value, parameter.family}, records_.ids(parameter.family));
  }

  // Of those that are kept.
  std::string family_with(const std::string& id) const {
    std::string found;
    model::for_each_family([&](const auto& family) {
      if (found.empty() && records_.find(family.key, id) != nullptr) found = family.key;
    });
    return found;
  }

  // `none` means without a value; a text, a number or an id, or several.
  Value default_value(const ReadParameter& parameter) {
    const auto node = make_(*parameter.fallback);
    if (!node) return std::nullopt;
    if (node->kind == YamlNode::Kind::scalar && !node->quoted && node->text == "none") return TemplateValue();
    GivenValue given;
    given.parameter = parameter.facts.id;
    given.range = node->range;
    given.list = node->kind == YamlNode::Kind::sequence;
    if (!given.list) given.items.push_back({{node->text, node->range}, {}});
    for (const YamlNode& item : node->items) given.items.push_back({{item.text, item.range}, {}});
    return value_given(parameter.facts, given);
  }

  bool is_wanted(const TemplateParameter& parameter, const TemplateValue& record) {
    if (parameter.where.empty()) return true;
    // Its names are properties of the record.
    const std::string condition = "record." + parameter.where;
    const NameInLoop name(run_, "record", record);
    return holds({condition, parameter.range, std::nullopt, false}, run_);
  }

  Value records_of_site(const TemplateParameter& parameter) {
    std::vector<TemplateValue> elements;
    for (const YamlNode& node : records_.of(parameter.family)) {
      TemplateValue record = yaml_value(node);
      if (is_wanted(parameter, record)) elements.push_back(std::move(record));
    }
    if (elements.empty()) return absent(parameter);
    return parameter.list ? list_value(std::move(elements)) : std::move(elements.front());
  }

  const std::vector<ReadParameter>& parameters_;
  const model::WorkbookRequest& request_;
  const RecordTrees& records_;
  const MakeDefault& make_;
  ExpansionRun& run_;
  bool complete_ = true;
};

}  // namespace

bool settle(FieldReader& fields, TemplateParameter& parameter, bool usable) {
  parameter.has_default = fields.node("default") != nullptr;
  if (usable && !is_template_name(parameter.id.value)) {
    fields.sink().report(Kind::template_parameter_name, parameter.id.range, {parameter.id.value});
    return false;
  }
  return usable;
}

std::vector<ReadParameter> read_parameters(const YamlNode& file, diagnostic::Sink& sink) {
  constexpr std::string_view key = "parameters";
  std::vector<ReadParameter> parameters;
  if (file.find(key) == nullptr) return parameters;
  FieldReader fields(file, "workbook", sink);
  std::vector<source::Located<std::string>> ids;
  for (const YamlNode* node : fields.items(key)) {
    FieldReader item(*node, std::string(key), sink);
    ReadParameter parameter;
    if (!read_struct(item, parameter.facts)) continue;
    parameter.fallback = node->find("default");
    ids.push_back(parameter.facts.id);
    parameters.push_back(std::move(parameter));
  }
  refuse_same_ids(ids, key, sink);
  return parameters;
}

bool bind_parameters(const std::vector<ReadParameter>& parameters, const model::WorkbookRequest& request,
                     const RecordTrees& records, const MakeDefault& make, ExpansionRun& run) {
  return Binding(parameters, request, records, make, run).all();
}

}  // namespace shirube::parse
