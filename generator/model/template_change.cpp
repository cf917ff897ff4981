#include "model/template_change.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

#include "source/format.h"

namespace shirube::model {

using source::Json;
using What = TemplateChange::What;

namespace {

std::string text_of(const Json& node) {
  if (node.is_string()) return node.get<std::string>();
  return node.is_null() ? std::string() : node.dump();
}
std::string text_at(const Json& node, const char* key) {
  return node.is_object() && node.contains(key) ? text_of(node.at(key)) : std::string();
}
const Json& at(const Json& node, const char* key) {
  static const Json nothing;
  return node.is_object() && node.contains(key) ? node.at(key) : nothing;
}
bool is_true(const Json& node, const char* key) {
  return text_at(node, key) == "true";
}
std::string label_of(const Json& node) {
  for (const char* key : {"label", "title", "name", "id"}) {
    if (std::string text = text_at(node, key); !text.empty()) return text;
  }
  return text_at(node, "block");
}

const Json* find_id(const Json& items, const std::string& id) {
  for (const Json& item : items) {
    if (text_at(item, "id") == id) return &item;
  }
  return nullptr;
}

std::optional<double> number(const std::string& text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// Whether a limit moved so that less is allowed. `upper`: it is the larger end; no limit allows everything.
bool is_narrower(const std::string& before, const std::string& after, bool upper) {
  if (after.empty()) return false;
  if (before.empty()) return true;
  const auto left = number(before);
  const auto right = number(after);
  const bool less = left && right ? *right < *left : after < before;  // dates sort as texts
  return less == upper;
}

bool is_computed(const Json& field) {
  return !at(field, "formula").is_null();
}
bool is_fixed(const Json& field) {
  return text_at(field, "type") == "fixed";
}

// Blocks that nobody fills in.
constexpr std::array<std::string_view, 9> silent_blocks = {"heading", "note",   "instructions", "legend", "summary",
                                                           "chart",   "checks", "calculation",  "image"};
// Lists of things with an id that are filled in.
constexpr std::array<const char*, 3> field_lists = {"fields", "columns", "lines"};

struct LimitKey {
  const char* key;
  bool upper;
};
constexpr LimitKey limits[] = {
    {"least", false}, {"most", true}, {"earliest", false}, {"latest", true}, {"longest", true}};

class Comparison {
 public:
  std::vector<TemplateChange> changes;

  void workbook(const Json& before, const Json& after) {
    for (const char* key : {"title", "description"}) note_text({}, before, after, key);
    lists(at(before, "lists"), at(after, "lists"));
    sheets(at(before, "sheets"), at(after, "sheets"));
    rest({}, before, after, {"id", "title", "description", "lists", "sheets"}, What::other);
  }

 private:
  void add(What what, ChangeLevel level, const std::string& place, std::string before = {}, std::string after = {}) {
    changes.push_back({what, level, place, std::move(before), std::move(after)});
  }

  static std::string below(const std::string& place, const std::string& label) {
    return place.empty() ? label : place + " › " + label;
  }

  void note_text(const std::string& place, const Json& before, const Json& after, const char* key) {
    if (text_at(before, key) == text_at(after, key)) return;
    add(What::text, ChangeLevel::patch, place, text_at(before, key), text_at(after, key));
  }

  // Keys that nobody has compared: one finding for all of them.
  void rest(const std::string& place, const Json& before, const Json& after, const std::set<std::string>& seen,
            What what, ChangeLevel level = ChangeLevel::patch) {
    std::set<std::string> keys;
    for (const Json* node : {&before, &after}) {
      for (const auto& [key, value] : node->items()) keys.insert(key);
    }
    std::string names;
    for (const std::string& key : keys) {
      if (seen.contains(key) || at(before, key.c_str()) == at(after, key.c_str())) continue;
      names += (names.empty() ? "" : ", ") + key;
    }
    if (!names.empty()) add(what, level, place, {}, names);
  }

  void lists(const Json& before, const Json& after) {
    for (const Json& list : after) {
      const Json* old = find_id(before, text_at(list, "id"));
      const std::string place = label_of(list);
      if (old == nullptr) continue;  // the field that uses it tells
      for (const char* key : {"from", "level", "calculation"}) {
        if (at(*old, key) != at(list, key)) {
          add(What::list_source, ChangeLevel::major, place, text_at(*old, key), text_at(list, key));
        }
      }
      choices(place, at(*old, "items"), at(list, "items"));
      rest(place, *old, list, {"id", "from", "level", "calculation", "items"}, What::text);
    }
  }

  void choices(const std::string& place, const Json& before, const Json& after) {
    const auto missing = [](const Json& items, const Json& wanted) {
      return std::find(items.begin(), items.end(), wanted) == items.end();
    };
    bool same = true;
    for (const Json& item : after) {
      if (!missing(before, item)) continue;
      add(What::choice_added, ChangeLevel::minor, place, {}, text_of(item));
      same = false;
    }
    for (const Json& item : before) {
      if (!missing(after, item)) continue;
      add(What::choice_removed, ChangeLevel::major, place, text_of(item));
      same = false;
    }
    if (same && before != after) add(What::choice_order, ChangeLevel::patch, place);
  }

  void sheets(const Json& before, const Json& after) {
    for (const Json& sheet : after) {
      const Json* old = find_id(before, text_at(sheet, "id"));
      const std::string place = label_of_sheet(sheet);
      if (old == nullptr) {
        add(What::sheet_added, ChangeLevel::minor, place);
      } else {
        if (text_at(*old, "name") != text_at(sheet, "name")) {
          add(What::sheet_renamed, ChangeLevel::patch, place, text_at(*old, "name"), text_at(sheet, "name"));
        }
        rows(place, at(at(*old, "repeat"), "count"), at(at(sheet, "repeat"), "count"));
        rest(place, *old, sheet, {"id", "name", "repeat", "blocks"}, What::looks);
      }
      blocks(place, before, after, sheet, old);
    }
    for (const Json& sheet : before) {
      const bool gone = find_id(after, text_at(sheet, "id")) == nullptr;
      if (gone) add(What::sheet_removed, ChangeLevel::patch, label_of_sheet(sheet));
      for (const Json& block : at(sheet, "blocks")) {
        if (!text_at(block, "id").empty() && find_block(after, block).first == nullptr) {
          removed_block(label_of_sheet(sheet), block);
        }
      }
    }
  }

  static std::string label_of_sheet(const Json& sheet) { return text_at(sheet, "name"); }

  // A block of the same kind and id, and its sheet.
  static std::pair<const Json*, const Json*> find_block(const Json& sheets, const Json& wanted) {
    for (const Json& sheet : sheets) {
      for (const Json& block : at(sheet, "blocks")) {
        if (text_at(block, "id") == text_at(wanted, "id") && text_at(block, "block") == text_at(wanted, "block")) {
          return {&block, &sheet};
        }
      }
    }
    return {nullptr, nullptr};
  }

  void blocks(const std::string& place, const Json& before, const Json& after, const Json& sheet, const Json* old) {
    (void)after;
    std::vector<Json> texts;  // blocks without an id are words alone
    std::vector<Json> old_texts;
    std::vector<std::string> order;
    std::vector<std::string> old_order;
    for (const Json& block : at(sheet, "blocks")) {
      const std::string id = text_at(block, "id");
      if (id.empty()) {
        texts.push_back(block);
        continue;
      }
      const auto [known, known_sheet] = find_block(before, block);
      if (known == nullptr) {
        added_block(place, block);
        continue;
      }
      order.push_back(id);
      if (text_at(*known_sheet, "id") != text_at(sheet, "id")) {
        add(What::block_moved, ChangeLevel::patch, below(place, label_of(block)), label_of_sheet(*known_sheet), place);
      }
      block_content(below(place, label_of(block)), *known, block);
    }
    if (old == nullptr) return;
    for (const Json& block : at(*old, "blocks")) {
      if (text_at(block, "id").empty()) {
        old_texts.push_back(block);
      } else {
        old_order.push_back(text_at(block, "id"));
      }
    }
    if (texts != old_texts) add(What::text, ChangeLevel::patch, place);
    std::erase_if(old_order, [&](const auto& id) { return std::find(order.begin(), order.end(), id) == order.end(); });
    std::erase_if(order,
                  [&](const auto& id) { return std::find(old_order.begin(), old_order.end(), id) == old_order.end(); });
    if (order != old_order) add(What::looks, ChangeLevel::patch, place, {}, "blocks");
  }

  static bool is_silent(const Json& block) {
    return std::find(silent_blocks.begin(), silent_blocks.end(), text_at(block, "block")) != silent_blocks.end();
  }

  void added_block(const std::string& place, const Json& block) {
    bool required = false;
    for (const char* list : field_lists) {
      for (const Json& field : at(block, list)) required = required || is_true(field, "required");
    }
    required = required && !is_true(block, "optional") && !is_silent(block);
    add(What::block_added, required ? ChangeLevel::major : ChangeLevel::minor, below(place, label_of(block)));
  }

  void removed_block(const std::string& place, const Json& block) {
    add(What::block_removed, is_silent(block) ? ChangeLevel::minor : ChangeLevel::major, below(place, label_of(block)));
  }

  void block_content(const std::string& place, const Json& before, const Json& after) {
    if (text_at(before, "title") != text_at(after, "title")) note_text(place, before, after, "title");
    for (const char* list : field_lists) fields(place, at(before, list), at(after, list));
    checks(place, at(before, "checks"), at(after, "checks"));
    roles(place, at(before, "roles"), at(after, "roles"));
    rows(place, at(before, "rows"), at(after, "rows"));
    const double least = number(text_at(before, "least_rows")).value_or(0);
    const double wanted = number(text_at(after, "least_rows")).value_or(0);
    if (least != wanted) {
      const bool more = wanted > least;
      add(more ? What::now_required : What::no_longer_required, more ? ChangeLevel::major : ChangeLevel::minor, place,
          source::format("{}", least), source::format("{}", wanted));
    }
    if (is_true(before, "optional") != is_true(after, "optional")) {
      const bool now = is_true(before, "optional");
      add(now ? What::now_required : What::no_longer_required, now ? ChangeLevel::major : ChangeLevel::minor, place);
    }
    const ChangeLevel record_level = is_silent(after) ? ChangeLevel::minor : ChangeLevel::major;
    for (const char* key : {"record", "part", "indicator"}) {
      if (at(before, key) != at(after, key)) {
        add(What::record, record_level, place, text_at(before, key), text_at(after, key));
      }
    }
    for (const char* key : {"stage", "exists"}) {
      if (at(before, key) != at(after, key)) {
        add(What::formula, ChangeLevel::minor, place, text_at(before, key), text_at(after, key));
      }
    }
    if (at(before, "total") != at(after, "total")) add(What::formula, ChangeLevel::minor, place);
    rest(place, before, after,
         {"id", "block", "title", "fields", "columns", "lines", "checks", "roles", "rows", "least_rows", "optional",
          "record", "part", "indicator", "total", "stage", "exists"},
         What::looks);
  }

  void fields(const std::string& place, const Json& before, const Json& after) {
    std::vector<std::string> order;
    std::vector<std::string> old_order;
    for (const Json& field : after) {
      const Json* old = find_id(before, text_at(field, "id"));
      const std::string own = below(place, label_of(field));
      if (old != nullptr) {
        order.push_back(text_at(field, "id"));
        field_content(own, *old, field);
      } else if (is_computed(field) || is_fixed(field)) {
        add(What::computed_field_added, ChangeLevel::minor, own);
      } else if (is_true(field, "required")) {
        add(What::required_field_added, ChangeLevel::major, own);
      } else {
        add(What::field_added, ChangeLevel::minor, own);
      }
    }
    for (const Json& field : before) {
      if (find_id(after, text_at(field, "id")) != nullptr) {
        old_order.push_back(text_at(field, "id"));
      } else if (is_computed(field) || is_fixed(field)) {
        add(What::computed_field_removed, ChangeLevel::minor, below(place, label_of(field)));
      } else {
        add(What::field_removed, ChangeLevel::major, below(place, label_of(field)));
      }
    }
    if (order != old_order) add(What::field_moved, ChangeLevel::patch, place);
  }

  void field_content(const std::string& place, const Json& before, const Json& after) {
    if (label_of(before) != label_of(after)) {
      add(What::relabelled, ChangeLevel::patch, place, label_of(before), label_of(after));
    }
    field_type(place, before, after);
    const bool was = is_computed(before);
    const bool is = is_computed(after);
    if (was != is) {
      add(is ? What::now_computed : What::now_filled_in, is ? ChangeLevel::major : ChangeLevel::minor, place);
    } else if (at(before, "formula") != at(after, "formula")) {
      add(What::formula, ChangeLevel::minor, place, text_at(before, "formula"), text_at(after, "formula"));
    }
    if (is_true(before, "required") != is_true(after, "required")) {
      const bool now = is_true(after, "required");
      add(now ? What::now_required : What::no_longer_required, now ? ChangeLevel::major : ChangeLevel::minor, place);
    }
    for (const auto& [key, upper] : limits) {
      const std::string left = text_at(before, key);
      const std::string right = text_at(after, key);
      if (left == right) continue;
      const bool narrower = is_narrower(left, right, upper);
      add(narrower ? What::narrower : What::wider, narrower ? ChangeLevel::major : ChangeLevel::minor, place,
          std::string(key) + " " + (left.empty() ? "—" : left), std::string(key) + " " + (right.empty() ? "—" : right));
    }
    if (at(before, "unit") != at(after, "unit") || at(before, "indicator_unit") != at(after, "indicator_unit")) {
      add(What::unit, ChangeLevel::major, place, text_at(before, "unit"), text_at(after, "unit"));
    }
    if (at(before, "decimals") != at(after, "decimals")) {
      const bool narrower = is_narrower(text_at(before, "decimals"), text_at(after, "decimals"), true);
      add(What::decimals, narrower ? ChangeLevel::major : ChangeLevel::minor, place, text_at(before, "decimals"),
          text_at(after, "decimals"));
    }
    if (at(before, "choices") != at(after, "choices")) {
      add(What::other_list, ChangeLevel::major, place, text_at(before, "choices"), text_at(after, "choices"));
    }
    for (const char* key : {"initial", "from", "property"}) {
      if (at(before, key) != at(after, key)) {
        add(What::prefilled, ChangeLevel::minor, place, text_at(before, key), text_at(after, key));
      }
    }
    for (const char* key : {"prompt", "note"}) {
      if (at(before, key) != at(after, key)) {
        add(What::help, ChangeLevel::patch, place, text_at(before, key), text_at(after, key));
      }
    }
    rest(place, before, after,
         {"id", "label", "type", "formula", "required", "least", "most", "earliest", "latest", "longest", "unit",
          "indicator_unit", "decimals", "choices", "initial", "from", "property", "prompt", "note"},
         What::looks);
  }

  void field_type(const std::string& place, const Json& before, const Json& after) {
    const auto type = [](const Json& field) {
      const std::string text = text_at(field, "type");
      return text.empty() ? std::string("text") : text;
    };
    const std::string left = type(before);
    const std::string right = type(after);
    if (left == right) return;
    const bool any_text = right == "long-text" || right == "text";
    const bool wider = (left == "text" && right == "long-text") || (left == "choice" && any_text);
    add(wider ? What::widened : What::retyped, wider ? ChangeLevel::minor : ChangeLevel::major, place, left, right);
  }

  void checks(const std::string& place, const Json& before, const Json& after) {
    for (const Json& check : after) {
      const Json* old = find_id(before, text_at(check, "id"));
      const std::string own = below(place, label_of(check));
      if (old == nullptr) {
        add(What::check_added, ChangeLevel::minor, own);
        continue;
      }
      if (at(*old, "formula") != at(check, "formula")) {
        add(What::check_changed, ChangeLevel::minor, own, text_at(*old, "formula"), text_at(check, "formula"));
      }
      rest(own, *old, check, {"id", "formula"}, What::text);
    }
    for (const Json& check : before) {
      if (find_id(after, text_at(check, "id")) != nullptr) continue;
      add(What::check_removed, ChangeLevel::minor, below(place, label_of(check)));
    }
  }

  // Each is a line to sign, by its place.
  void roles(const std::string& place, const Json& before, const Json& after) {
    if (before == after) return;
    if (after.size() < before.size()) {
      add(What::fewer_rows, ChangeLevel::major, place, before.dump(), after.dump());
    } else if (after.size() > before.size()) {
      add(What::more_rows, ChangeLevel::minor, place, before.dump(), after.dump());
    } else {
      add(What::other_rows, ChangeLevel::major, place, before.dump(), after.dump());
    }
  }

  // A number of rows, rows that the author wrote out, or what they are taken from.
  void rows(const std::string& place, const Json& before, const Json& after) {
    if (before == after) return;
    const auto count = [](const Json& node) -> std::optional<double> {
      if (node.is_array()) return static_cast<double>(node.size());
      if (node.is_object()) return std::nullopt;
      return node.is_null() ? 1 : number(text_of(node));
    };
    std::optional<double> left = count(before);
    std::optional<double> right = count(after);
    if (before.is_object() && after.is_object()) {
      Json old_source = before;
      Json new_source = after;
      for (Json* source : {&old_source, &new_source}) {
        source->erase("spare");
        source->erase("written");
      }
      if (old_source != new_source)
        return add(What::other_rows, ChangeLevel::major, place, text_of(before), text_of(after));
      const auto all = [](const Json& node) {
        return static_cast<double>(at(node, "written").size()) + number(text_at(node, "spare")).value_or(0);
      };
      left = all(before);
      right = all(after);
    }
    if (!left || !right) return add(What::other_rows, ChangeLevel::major, place, text_of(before), text_of(after));
    if (*left == *right) return add(What::text, ChangeLevel::patch, place);
    add(*right < *left ? What::fewer_rows : What::more_rows, *right < *left ? ChangeLevel::major : ChangeLevel::minor,
        place, source::format("{}", *left), source::format("{}", *right));
  }
};

}  // namespace

std::vector<TemplateChange> compare_templates(const Json& before, const Json& after) {
  Comparison comparison;
  comparison.workbook(before, after);
  return std::move(comparison.changes);
}

ChangeLevel level_of(const std::vector<TemplateChange>& changes) {
  ChangeLevel level = ChangeLevel::none;
  for (const TemplateChange& change : changes) level = std::max(level, change.level);
  return level;
}

std::string_view level_word(ChangeLevel level) {
  constexpr std::array<std::string_view, 4> words = {"none", "patch", "minor", "major"};
  return words[static_cast<std::size_t>(level)];
}

std::optional<Version> parse_version(std::string_view text) {
  Version version;
  int* const parts[] = {&version.major, &version.minor, &version.patch};
  const char* at = text.data();
  const char* const end = text.data() + text.size();
  for (int* part : parts) {
    if (part != parts[0] && (at == end || *at++ != '.')) return std::nullopt;
    const auto [next, error] = std::from_chars(at, end, *part);
    if (error != std::errc() || *part < 0 || *at == '-') return std::nullopt;
    at = next;
  }
  if (at != end) return std::nullopt;
  return version;
}

std::string to_text(const Version& version) {
  return source::format("{}.{}.{}", version.major, version.minor, version.patch);
}

Version next_version(const Version& version, ChangeLevel level) {
  switch (level) {
    case ChangeLevel::none:
      return version;
    case ChangeLevel::patch:
      return {version.major, version.minor, version.patch + 1};
    case ChangeLevel::minor:
      return {version.major, version.minor + 1, 0};
    case ChangeLevel::major:
      break;
  }
  return {version.major + 1, 0, 0};
}

}  // namespace shirube::model
