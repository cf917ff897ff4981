#include "model/template_change.h"

#include <algorithm>
#include <array>
#include <set>

#include "model/template_json.h"
#include "source/format.h"

namespace shirube::model {

using source::Json;
using What = TemplateChange::What;

namespace {

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
    std::set<std::string> named;
    for (const char* key : {"title", "description"}) {
      keys(before, after, named, {key}, [&] { note_text({}, before, after, key); });
    }
    keys(before, after, named, {"lists"}, [&] { lists(at(before, "lists"), at(after, "lists")); });
    keys(before, after, named, {"sheets"}, [&] { sheets(at(before, "sheets"), at(after, "sheets")); });
    rest({}, before, after, named, What::other);
  }

 private:
  void add(What what, ChangeLevel level, const std::string& place, std::string before = {}, std::string after = {}) {
    changes.push_back({what, level, place, std::move(before), std::move(after)});
  }

  static std::string below(const std::string& place, const std::string& label) {
    return place.empty() ? label : place + " › " + label;
  }

  // Compares some keys by a function of their own. What differs there without its saying so is left to `rest`: every key
  // that a version stands for is named.
  template <class Compare>
  void keys(const Json& before, const Json& after, std::set<std::string>& named, std::initializer_list<const char*> own,
            const Compare& compare) {
    const std::size_t count = changes.size();
    compare();
    const bool silent = changes.size() == count;
    for (const char* key : own) {
      if (!silent || at(before, key) == at(after, key)) named.insert(key);
    }
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
      if (old == nullptr) {
        add(What::block_added, ChangeLevel::minor, place);
        continue;
      }
      std::set<std::string> named{"id"};
      for (const char* key : {"from", "level", "calculation"}) {
        named.insert(key);
        if (at(*old, key) != at(list, key)) {
          add(What::list_source, ChangeLevel::major, place, text_at(*old, key), text_at(list, key));
        }
      }
      keys(*old, list, named, {"items"}, [&] { choices(place, at(*old, "items"), at(list, "items")); });
      rest(place, *old, list, named, What::looks);
    }
    for (const Json& list : before) {
      if (find_id(after, text_at(list, "id")) == nullptr) add(What::block_removed, ChangeLevel::minor, label_of(list));
    }
    moved({}, before, after, "lists");
  }

  // Things that are there before and after, in another order.
  void moved(const std::string& place, const Json& before, const Json& after, const char* what) {
    const auto order = [](const Json& items, const Json& others) {
      std::vector<std::string> ids;
      for (const Json& item : items) {
        std::string id = text_at(item, "id");
        if (find_id(others, id) != nullptr) ids.push_back(std::move(id));
      }
      return ids;
    };
    if (order(before, after) != order(after, before)) add(place.empty() ? What::other : What::looks, ChangeLevel::patch, place, {}, what);
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
        std::set<std::string> named{"id", "name", "blocks"};
        repeat(place, at(*old, "repeat"), at(sheet, "repeat"));
        named.insert("repeat");
        rest(place, *old, sheet, named, What::looks);
      }
      blocks(place, before, after, sheet, old);
    }
    moved({}, before, after, "sheets");
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

  // A sheet for each of a number, or of the weeks of a plan.
  void repeat(const std::string& place, const Json& before, const Json& after) {
    if (before == after) return;
    const std::size_t count = changes.size();
    rows(place, at(before, "count"), at(after, "count"));
    if (changes.size() == count) {
      add(What::other_rows, ChangeLevel::major, place, text_of(before), text_of(after));
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
    std::set<std::string> named{"id", "block"};
    const auto compare = [&](std::initializer_list<const char*> own, const auto& function) {
      keys(before, after, named, own, function);
    };
    compare({"title"}, [&] { note_text(place, before, after, "title"); });
    for (const char* list : field_lists) {
      // `columns` of a form is a number, of a table a list.
      compare({list}, [&] {
        if (at(after, list).is_array() || at(before, list).is_array()) fields(place, at(before, list), at(after, list));
      });
    }
    compare({"checks"}, [&] { checks(place, at(before, "checks"), at(after, "checks")); });
    compare({"roles"}, [&] { roles(place, at(before, "roles"), at(after, "roles")); });
    compare({"rows"}, [&] { rows(place, at(before, "rows"), at(after, "rows")); });
    compare({"least_rows"}, [&] {
      const double least = number(text_at(before, "least_rows")).value_or(0);
      const double wanted = number(text_at(after, "least_rows")).value_or(0);
      if (least == wanted) return;
      const bool more = wanted > least;
      add(more ? What::now_required : What::no_longer_required, more ? ChangeLevel::major : ChangeLevel::minor, place,
          source::format("{}", least), source::format("{}", wanted));
    });
    compare({"optional"}, [&] {
      if (is_true(before, "optional") == is_true(after, "optional")) return;
      const bool now = is_true(before, "optional");
      add(now ? What::now_required : What::no_longer_required, now ? ChangeLevel::major : ChangeLevel::minor, place);
    });
    const ChangeLevel record_level = is_silent(after) ? ChangeLevel::minor : ChangeLevel::major;
    for (const char* key : {"record", "part", "indicator"}) {
      named.insert(key);
      if (at(before, key) != at(after, key)) {
        add(What::record, record_level, place, text_at(before, key), text_at(after, key));
      }
    }
    for (const char* key : {"stage", "exists"}) {
      named.insert(key);
      if (at(before, key) != at(after, key)) {
        add(What::formula, ChangeLevel::minor, place, text_at(before, key), text_at(after, key));
      }
    }
    named.insert("total");
    if (at(before, "total") != at(after, "total")) add(What::formula, ChangeLevel::minor, place);
    rest(place, before, after, named, What::looks);
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
    std::set<std::string> named{"id"};
    const auto compare = [&](std::initializer_list<const char*> own, const auto& function) {
      keys(before, after, named, own, function);
    };
    compare({"label"}, [&] {
      if (label_of(before) == label_of(after)) return;
      add(What::relabelled, ChangeLevel::patch, place, label_of(before), label_of(after));
    });
    compare({"type"}, [&] { field_type(place, before, after); });
    compare({"formula"}, [&] {
      const bool was = is_computed(before);
      const bool is = is_computed(after);
      if (was != is) {
        add(is ? What::now_computed : What::now_filled_in, is ? ChangeLevel::major : ChangeLevel::minor, place);
      } else if (at(before, "formula") != at(after, "formula")) {
        add(What::formula, ChangeLevel::minor, place, text_at(before, "formula"), text_at(after, "formula"));
      }
    });
    compare({"required"}, [&] {
      if (is_true(before, "required") == is_true(after, "required")) return;
      const bool now = is_true(after, "required");
      add(now ? What::now_required : What::no_longer_required, now ? ChangeLevel::major : ChangeLevel::minor, place);
    });
    for (const auto& limit : limits) {
      compare({limit.key}, [&] { field_limit(place, limit, before, after); });
    }
    compare({"unit", "indicator_unit"}, [&] {
      if (at(before, "unit") == at(after, "unit") && at(before, "indicator_unit") == at(after, "indicator_unit")) return;
      add(What::unit, ChangeLevel::major, place, text_at(before, "unit"), text_at(after, "unit"));
    });
    compare({"decimals"}, [&] {
      if (at(before, "decimals") == at(after, "decimals")) return;
      const bool narrower = is_narrower(text_at(before, "decimals"), text_at(after, "decimals"), true);
      add(What::decimals, narrower ? ChangeLevel::major : ChangeLevel::minor, place, text_at(before, "decimals"),
          text_at(after, "decimals"));
    });
    compare({"choices"}, [&] {
      if (at(before, "choices") == at(after, "choices")) return;
      add(What::other_list, ChangeLevel::major, place, text_at(before, "choices"), text_at(after, "choices"));
    });
    for (const char* key : {"initial", "from", "property"}) {
      named.insert(key);
      if (at(before, key) != at(after, key)) {
        add(What::prefilled, ChangeLevel::minor, place, text_at(before, key), text_at(after, key));
      }
    }
    for (const char* key : {"prompt", "note"}) {
      named.insert(key);
      if (at(before, key) != at(after, key)) {
        add(What::help, ChangeLevel::patch, place, text_at(before, key), text_at(after, key));
      }
    }
    rest(place, before, after, named, What::looks);
  }

  void field_limit(const std::string& place, const LimitKey& limit, const Json& before, const Json& after) {
    const std::string left = text_at(before, limit.key);
    const std::string right = text_at(after, limit.key);
    if (left == right) return;
    const bool narrower = is_narrower(left, right, limit.upper);
    const std::string key = limit.key;
    add(narrower ? What::narrower : What::wider, narrower ? ChangeLevel::major : ChangeLevel::minor, place,
        key + " " + (left.empty() ? "—" : left), key + " " + (right.empty() ? "—" : right));
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
    moved(place, before, after, "checks");
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

}  // namespace shirube::model
