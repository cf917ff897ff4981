// shirube inspect --coverage: where each fact of the source material is carried, or why it is not.
#include <algorithm>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/load.h"
#include "cli/report.h"
#include "cli/streams.h"
#include "graph/parallel.h"
#include "source/json.h"

namespace shirube::cli {

namespace {

using Places = std::vector<source::Located<std::string>>;

struct Named {
  const char* what;
  const Places model::CoverageEntry::*places;
};
constexpr Named named[] = {{"page", &model::CoverageEntry::pages},
                           {"record", &model::CoverageEntry::records},
                           {"sheet", &model::CoverageEntry::sheets},
                           {"rule", &model::CoverageEntry::rules},
                           {"view", &model::CoverageEntry::views}};

struct Row {
  std::string id;
  const model::CoverageEntry* entry = nullptr;
};

void print(const std::vector<Row>& rows, bool as_json) {
  std::string text;
  source::Json list = source::Json::array();
  for (const Row& row : rows) {
    source::Json object = {{"id", row.id}};
    text += row.id;
    for (const Named& one : named) {
      for (const auto& place : row.entry->*one.places) {
        text += "\t" + std::string(one.what) + " " + place.value;
        object[one.what].push_back(place.value);
      }
    }
    if (!row.entry->reason.empty()) {
      text += "\t(" + row.entry->reason + ")";
      object["reason"] = row.entry->reason;
    }
    text += "\n";
    list.push_back(std::move(object));
  }
  if (as_json) text = list.dump(2) + "\n";
  write_output(text);
}

}  // namespace

int inspect(const Options& options) {
  const graph::Jobs jobs(options.jobs);
  Session session;
  const auto folders = open_folders(options, session.sink);
  if (const auto loaded = folders ? load_site(*folders, options, session) : std::nullopt) {
    std::vector<Row> rows;
    for (const model::CoverageEntry& entry : loaded->site.site().records.coverage) {
      for (const auto& id : entry.ids) rows.push_back({id.value, &entry});
    }
    std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.id < b.id; });
    print(rows, options.json);
    return 0;
  }
  return report_findings(session.sink, session.sources, options);
}

}  // namespace shirube::cli
