// Definitions of workbooks with the records of this checkout, without a site around them.
#pragma once

#include <string>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "model/records.h"
#include "model/workbook.h"
#include "parse/expansion/records.h"
#include "render/xlsx/plan.h"
#include "render/xlsx/workbooks.h"
#include "source/source_set.h"
#include "support/program.h"

namespace shirube::tests {

struct WorkbookSite {
  source::SourceSet sources;
  diagnostic::Sink sink;
  model::Records records;
  std::vector<double> figures;

  parse::RecordTrees trees = all_trees();

  // Room for the records of every family.
  static parse::RecordTrees all_trees();
  // The records of content/records.
  void read_records();
  void add_records(const std::string& yaml);
  // Reads and checks, with the values that the site.yaml of this checkout gives it; nothing if there is none.
  std::optional<model::WorkbookDefinition> read(const std::string& name, const std::string& yaml);
  // templates/<name>.yaml
  std::optional<model::WorkbookDefinition> read_template(const std::string& name);
  // The same for another site, whose site.yaml says no more of it than its name.
  std::optional<model::WorkbookDefinition> read_template_elsewhere(const std::string& name);
  std::optional<parse::YamlNode> read_yaml(const std::string& name, const std::string& yaml);
  std::optional<model::WorkbookDefinition> make(const parse::YamlNode& file, const model::WorkbookRequest& request);
  // `path:line:column rule` of each finding, one per line.
  std::string findings() const;
};

// Where workbooks are written before they are read back.
struct WorkbookFolder : TemporaryFolder {
  render::xlsx::WriteOptions options() const { return {1'700'000'000, path()}; }
};

inline const std::vector<std::string>& template_names() {
  static const std::vector<std::string> names{"ai-learning-plan", "career-portfolio", "interview-record",  "kpi-weekly",
                                              "mbo-sheet",        "mindset-survey",   "objective-cascade", "pilot-gate",
                                              "proposal-story",   "roadmap-kit",      "roi-model"};
  return names;
}

}  // namespace shirube::tests
