#include "parse/workbook_request.h"

#include <algorithm>
#include <map>

#include "model/fields/workbook_request.h"
#include "parse/hooks.h"
#include "parse/read_fields.h"
#include "source/format.h"

namespace shirube::parse {

namespace {

using diagnostic::Kind;
using model::GivenItem;
using model::GivenValue;
using model::WorkbookRequest;

constexpr std::size_t most_workbooks = 100;
constexpr std::string_view key = "workbooks";

bool is_text(const YamlNode& node, const std::string& name, diagnostic::Sink& sink) {
  if (node.kind == YamlNode::Kind::scalar) return true;
  if (node.kind != YamlNode::Kind::broken) {
    sink.report(Kind::field_text, node.range, {name, node.kind == YamlNode::Kind::null ? "null" : "…"});
  }
  return false;
}

// `reuse`, or `{record: reuse, key: again}`
std::optional<GivenItem> read_item(const YamlNode& node, const std::string& parameter, diagnostic::Sink& sink) {
  GivenItem item;
  if (node.kind != YamlNode::Kind::mapping) {
    if (!is_text(node, parameter, sink)) return std::nullopt;
    item.text = {node.text, node.range};
    return item;
  }
  FieldReader fields(node, parameter, sink);
  const auto record = fields.required_id("record");
  for (const YamlEntry& entry : node.entries) {
    if (entry.key == "record" || !is_text(entry.value, entry.key, sink)) continue;
    (void)fields.node(entry.key);
    item.own.push_back({{entry.key, entry.key_range}, entry.value.text});
  }
  fields.finish();
  if (!record) return std::nullopt;
  item.text = *record;
  return item;
}

GivenValue read_given(const YamlEntry& entry, diagnostic::Sink& sink) {
  GivenValue value;
  value.parameter = {entry.key, entry.key_range};
  value.range = entry.value.range;
  value.list = entry.value.kind == YamlNode::Kind::sequence;
  const auto add = [&](const YamlNode& node) {
    auto item = read_item(node, entry.key, sink);
    value.refused |= !item;
    if (item) value.items.push_back(std::move(*item));
  };
  if (!value.list) {
    add(entry.value);
    return value;
  }
  for (const YamlNode& item : entry.value.items) add(item);
  return value;
}

// The one text `node`, read as the list of templates is.
std::vector<source::Located<std::string>> read_ids(const YamlNode& node, diagnostic::Sink& sink) {
  YamlNode around;
  around.kind = YamlNode::Kind::mapping;
  around.index.emplace(key, 0);
  around.entries.push_back({std::string(key), node.range, node});
  FieldReader fields(around, "site.yaml", sink);
  return fields.ids(key);
}

void read_request(const YamlNode& node, std::vector<WorkbookRequest>& requests, diagnostic::Sink& sink) {
  if (node.kind == YamlNode::Kind::mapping) {
    WorkbookRequest request;
    FieldReader fields(node, std::string(key), sink);
    if (read_struct(fields, request)) requests.push_back(std::move(request));
    return;
  }
  for (auto& id : read_ids(node, sink)) requests.push_back({id, id, id.range, {}});
}

// A workbook is named by its id: of two with one id the first stays.
void refuse_second(std::vector<WorkbookRequest>& requests, diagnostic::Sink& sink) {
  std::map<std::string, source::SourceRange> first;
  std::erase_if(requests, [&](const WorkbookRequest& request) {
    const auto [other, is_new] = first.emplace(request.id.value, request.id.range);
    if (!is_new) {
      sink.report(Kind::workbook_listed_twice, request.id.range, {request.id.value}).label(other->second, Kind::first_here);
    }
    return !is_new;
  });
}

}  // namespace

bool settle(FieldReader& fields, WorkbookRequest& request, bool usable) {
  if (request.id.value.empty()) request.id = request.template_id;
  const YamlNode* with = fields.node("with");
  if (with == nullptr || with->kind == YamlNode::Kind::null) return usable;
  FieldReader values(*with, "with", fields.sink());
  for (const YamlEntry& entry : with->entries) {
    request.with.push_back(read_given(entry, fields.sink()));
  }
  return usable;
}

std::vector<WorkbookRequest> read_workbook_requests(FieldReader& site) {
  std::vector<WorkbookRequest> requests;
  const YamlNode* node = site.node(key);
  if (node == nullptr) return requests;
  const bool says_more = node->kind == YamlNode::Kind::sequence &&
                         std::any_of(node->items.begin(), node->items.end(), [](const YamlNode& item) {
                           return item.kind == YamlNode::Kind::mapping;
                         });
  if (!says_more) {
    for (auto& id : site.ids(key)) requests.push_back({id, id, id.range, {}});
  } else {
    for (const YamlNode& item : node->items) read_request(item, requests, site.sink());
  }
  if (requests.size() > most_workbooks) {
    site.sink().report(Kind::field_limits, requests[most_workbooks].range,
                       {std::string(key), source::format("{}", requests.size()), "1", source::format("{}", most_workbooks)});
    requests.resize(most_workbooks);
  }
  refuse_second(requests, site.sink());
  return requests;
}

}  // namespace shirube::parse
