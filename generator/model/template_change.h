// What changed between two versions of a template, and what that means for sheets that were handed out already.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "source/json.h"

namespace shirube::model {

// As in semantic versions. patch: words and looks; minor: something to fill in, to choose or to read has come; major:
// what was filled in may be missing, refused or without a place now.
enum class ChangeLevel { none, patch, minor, major };

struct TemplateChange {
  enum class What {
    sheet_added,
    sheet_removed,
    sheet_renamed,
    block_added,
    block_removed,
    block_moved,
    field_added,
    required_field_added,
    field_removed,
    computed_field_added,
    computed_field_removed,
    field_moved,
    relabelled,
    retyped,
    widened,
    now_required,
    no_longer_required,
    narrower,
    wider,
    unit,
    decimals,
    other_list,
    formula,
    now_computed,
    now_filled_in,
    prefilled,
    help,
    looks,
    text,
    fewer_rows,
    more_rows,
    other_rows,
    list_source,
    choice_added,
    choice_removed,
    choice_order,
    check_added,
    check_removed,
    check_changed,
    record,
    other
  };
  What what = What::other;
  ChangeLevel level = ChangeLevel::patch;
  std::string place;  // sheet › block › field, by their labels
  std::string before;
  std::string after;
};

// Trees as WorkbookDefinition::tree. In the order of the new one; what has gone comes last in its surroundings.
std::vector<TemplateChange> compare_templates(const source::Json& before, const source::Json& after);
ChangeLevel level_of(const std::vector<TemplateChange>& changes);
std::string_view level_word(ChangeLevel level);  // patch, minor, major

// Three numbers. Nothing if it is not a version.
struct Version {
  int major = 0;
  int minor = 0;
  int patch = 0;
  friend auto operator<=>(const Version&, const Version&) = default;
};
std::optional<Version> parse_version(std::string_view text);
std::string to_text(const Version& version);
// The least version that marks such a change.
Version next_version(const Version& version, ChangeLevel level);

}  // namespace shirube::model
