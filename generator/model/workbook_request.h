// What a site says about a workbook: which template, and what the template's parameters are here. And what a template
// says about its parameters.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "source/range.h"

namespace shirube::model {

// What a site adds to a record that it gives to a template: `{record: reuse, key: again}`.
struct GivenProperty {
  source::Located<std::string> name;
  std::string text;
};

// A text, a number or the id of a record.
struct GivenItem {
  source::Located<std::string> text;
  std::vector<GivenProperty> own;
};

// A line of `with:`.
struct GivenValue {
  source::Located<std::string> parameter;
  source::SourceRange range;
  bool list = false;
  bool refused = false;  // a part of it, which has been reported
  std::vector<GivenItem> items;
};

// An item of `workbooks:` in site.yaml.
struct WorkbookRequest {
  source::Located<std::string> template_id;
  source::Located<std::string> id;  // of the workbook
  source::SourceRange range;
  std::vector<GivenValue> with;
};

// An item of `parameters:` in a template.
struct TemplateParameter {
  source::Located<std::string> id;
  std::string text;
  std::string family;  // of records; empty: a text or a number
  bool list = false;
  std::optional<std::int64_t> least;  // a whole number, if there is one of the two
  std::optional<std::int64_t> most;
  std::vector<std::string> adds;
  std::string where;      // which records of the site are taken
  bool optional = false;  // it may be without a value
  bool has_default = false;
  source::SourceRange range;

  bool is_number() const { return least || most; }
};

}  // namespace shirube::model
