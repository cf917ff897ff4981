// The difference between two versions of a template, in words.
#pragma once

#include <string>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "model/template_change.h"

namespace shirube::cli {

struct TemplateVersion {
  std::string id;
  std::string version;
  std::string title;
  std::string tree;  // as WorkbookDefinition::tree
};

// A line a change, then what it means for sheets that were handed out and for the version.
std::string difference_text(const TemplateVersion& before, const TemplateVersion& after, diagnostic::Language language);
// The same as data.
std::string difference_json(const TemplateVersion& before, const TemplateVersion& after);
// A template that only one side has; `is_new`: the newer one.
std::string lonely_text(const TemplateVersion& version, bool is_new, diagnostic::Language language);

}  // namespace shirube::cli
