#include "parse/expansion/expansion.h"

#include <deque>
#include <utility>

#include "parse/expansion/condition.h"
#include "parse/expansion/parameters.h"
#include "source/unicode.h"

namespace shirube::parse {

namespace {

using diagnostic::Kind;

bool has_key(const YamlNode& node, std::string_view key) {
  return node.kind == YamlNode::Kind::mapping && node.find(key) != nullptr;
}

// A row of a table may have a column `when`, or `for`, alone.
bool is_condition(const YamlNode& node) {
  return has_key(node, "when") && (has_key(node, "do") || has_key(node, "else"));
}
bool is_loop(const YamlNode& node) {
  return has_key(node, "for") && (has_key(node, "in") || has_key(node, "do"));
}

class Expander {
 public:
  explicit Expander(ExpansionRun& run) : run_(run) {}

  YamlNode node(const YamlNode& source, bool formula = false) {
    if (!run_.spend_step(first_line(source))) return broken(source);
    switch (source.kind) {
      case YamlNode::Kind::scalar:
        return scalar(source, formula);
      case YamlNode::Kind::sequence: {
        YamlNode made = head(source);
        for (const YamlNode& item : source.items) add_items(item, made.items);
        return made;
      }
      case YamlNode::Kind::mapping: {
        YamlNode made = head(source);
        for (const YamlEntry& entry : source.entries) add_entry(entry, made);
        return made;
      }
      case YamlNode::Kind::null:
      case YamlNode::Kind::broken:
        break;
    }
    return source;
  }

  // Of a mapping's value, of a default: nothing where a condition leaves nothing.
  std::optional<YamlNode> value(const YamlNode& source, bool formula = false) {
    if (is_loop(source)) {
      refuse(Kind::template_loop_place, source, "for");
      return std::nullopt;
    }
    if (!is_condition(source)) return node(source, formula);
    const YamlNode* branch = chosen(source);
    return branch != nullptr && run_.spend_step(first_line(source)) ? value(*branch, formula) : std::nullopt;
  }

 private:
  static source::SourceRange first_line(const YamlNode& node) { return {node.range.file, node.range.begin, node.range.begin}; }

  static YamlNode broken(const YamlNode& source) {
    YamlNode made;
    made.kind = YamlNode::Kind::broken;
    made.range = source.range;
    return made;
  }

  void refuse(Kind kind, const YamlNode& place, const std::string& subject) {
    run_.report(kind, place.kind == YamlNode::Kind::scalar ? place.range : first_line(place), {subject});
  }

  // Without what it holds.
  static YamlNode head(const YamlNode& source) {
    YamlNode made;
    made.kind = source.kind;
    made.range = source.range;
    made.in_brackets = source.in_brackets;
    made.comment_has_blank = source.comment_has_blank;
    made.incomplete = source.incomplete;
    made.comment = source.comment;
    return made;
  }

  YamlNode scalar(const YamlNode& source, bool formula) {
    YamlNode made = source;
    if (source.text.find('$') == std::string::npos) {
      return run_.spend_bytes(source.text.size(), source.range) ? made : broken(source);
    }
    auto text = expand_text(TemplateText::of(source, formula || source.text.starts_with('=')), run_);
    if (!text) return broken(source);
    made.text = std::move(*text);
    made.made = true;
    return made;
  }

  // A loop or a condition gives any number of items.
  void add_items(const YamlNode& source, std::vector<YamlNode>& items) {
    if (is_loop(source)) return repeat(source, items);
    if (!is_condition(source)) return items.push_back(node(source));
    const YamlNode* branch = chosen(source);
    if (branch != nullptr && run_.spend_step(first_line(source))) add_all(*branch, items);
  }

  void add_all(const YamlNode& source, std::vector<YamlNode>& items) {
    if (source.kind != YamlNode::Kind::sequence) return add_items(source, items);
    for (const YamlNode& item : source.items) add_items(item, items);
  }

  void repeat(const YamlNode& loop, std::vector<YamlNode>& items) {
    const YamlNode* name = loop.find("for");
    const YamlNode* list = loop.find("in");
    const YamlNode* body = loop.find("do");
    if (list == nullptr || body == nullptr || loop.entries.size() > 3) return refuse(Kind::template_loop, loop, "for");
    if (!is_template_name(name->text)) return refuse(Kind::template_parameter_name, *name, name->text);
    const auto turns = turns_of(*list);
    for (std::size_t i = 0; turns && i < turns->size() && run_.spend_step(first_line(loop)); ++i) {
      const NameInLoop turn(run_, name->text, turns->turn(i));
      add_all(*body, items);
    }
  }

  // `in: weeks`, `in: [a, b]`
  std::optional<Turns> turns_of(const YamlNode& list) {
    if (list.kind == YamlNode::Kind::scalar) return Turns::read(TemplateText::of(list), run_);
    if (list.kind != YamlNode::Kind::sequence) {
      refuse(Kind::template_no_list, list, "in");
      return std::nullopt;
    }
    lists_.push_back(node(list));
    return Turns(yaml_value(lists_.back()));
  }

  void add_entry(const YamlEntry& entry, YamlNode& mapping) {
    std::string key = entry.key;
    if (key.find('$') != std::string::npos) {
      const auto made = expand_text({entry.key, entry.key_range, std::nullopt, false}, run_);
      if (!made) return;
      key = source::to_nfc(*made);
    }
    auto content = value(entry.value, key == "formula");
    if (!content) return;
    const auto [first, fresh] = mapping.index.emplace(key, mapping.entries.size());
    if (fresh) {
      mapping.entries.push_back({std::move(key), entry.key_range, std::move(*content)});
    } else {
      run_.report(Kind::yaml_duplicate_key, entry.key_range, {key});
    }
  }

  // `do:` or `else:`, whichever holds.
  const YamlNode* chosen(const YamlNode& condition) {
    const YamlNode* when = condition.find("when");
    const YamlNode* branches[] = {condition.find("do"), condition.find("else")};
    const std::size_t known = 1 + (branches[0] != nullptr ? 1 : 0) + (branches[1] != nullptr ? 1 : 0);
    if (when->kind != YamlNode::Kind::scalar || condition.entries.size() > known) {
      refuse(Kind::template_condition, condition, "when");
      return nullptr;
    }
    const YamlNode* branch = branches[holds(TemplateText::of(*when), run_) ? 0 : 1];
    return branch == nullptr || branch->kind == YamlNode::Kind::null ? nullptr : branch;
  }

  ExpansionRun& run_;
  std::deque<YamlNode> lists_;  // of loops: they stay where they are
};

void replace_id(YamlNode& file, const std::string& id) {
  for (YamlEntry& entry : file.entries) {
    if (entry.key != "id" || entry.value.kind != YamlNode::Kind::scalar || entry.value.text == id) continue;
    entry.value.text = id;
    entry.value.made = true;
  }
}

YamlNode without_parameters(const YamlNode& file) {
  YamlNode rest = file;
  rest.entries.clear();
  rest.index.clear();
  for (const YamlEntry& entry : file.entries) {
    if (entry.key == "parameters") continue;
    rest.index.emplace(entry.key, rest.entries.size());
    rest.entries.push_back(entry);
  }
  return rest;
}

}  // namespace

std::set<std::string> families_of_parameters(const YamlNode& file) {
  std::set<std::string> families;
  const YamlNode* parameters = file.find("parameters");
  if (parameters == nullptr) return families;
  for (const YamlNode& parameter : parameters->items) {
    if (const YamlNode* family = parameter.find("family")) families.insert(family->text);
  }
  return families;
}

std::optional<YamlNode> expand_template(const YamlNode& file, const model::WorkbookRequest& request,
                                        const RecordTrees& records, diagnostic::Sink& sink, ExpansionLimits limits) {
  const std::size_t found_before = sink.diagnostics().size();
  ExpansionRun run(sink, limits);
  Expander expander(run);
  const std::vector<ReadParameter> parameters = read_parameters(file, sink);
  if (sink.diagnostics().size() != found_before) return std::nullopt;
  const auto make = [&](const YamlNode& source) { return expander.value(source); };
  if (!bind_parameters(parameters, request, records, make, run)) return std::nullopt;
  YamlNode definition = expander.node(without_parameters(file));
  if (sink.diagnostics().size() != found_before) return std::nullopt;
  replace_id(definition, request.id.value);
  return definition;
}

}  // namespace shirube::parse
