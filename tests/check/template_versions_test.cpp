// The version that a template needs, as the help of a finding names it.
#include <string>

#include "support/catch.h"
#include "support/memory_site.h"

using namespace shirube;
using tests::MemorySite;

namespace {

const std::string recorded =
    R"({"template": "w", "version": "1.0.0", "definition": {"description": "説明", "id": "w", "sheets": [{"blocks": [{"block": "form", "fields": [{"id": "a", "label": "欄"}], "id": "f"}], "id": "s", "name": "表", "title": "題"}], "title": "題"}})";

MemorySite site_of(const std::string& version, const std::string& fields) {
  return MemorySite(tests::Files{
      {"site.yaml", "title: 例\nworkbooks: [w]\nrules: {practice: off}\n"},
      {"templates/w.yaml", "id: w\nversion: " + version +
                               "\ntitle: 題\ndescription: 説明\nsheets:\n  - {id: s, name: 表, title: 題, blocks: [{block: form, "
                               "id: f, fields: [" + fields + "]}]}\n"},
      {"templates/versions/w-1.0.0.json", recorded}});
}

}  // namespace

TEST_CASE("a version that went back is told the one that the change asks for, which is then accepted") {
  struct Row {
    const char* fields;
    const char* version;
  };
  for (const Row& row : {Row{"{id: a, label: 欄}", "1.0.0"}, Row{"{id: a, label: 記入欄}", "1.0.1"},
                         Row{"{id: a, label: 欄}, {id: b, label: 新しい欄}", "1.1.0"}, Row{"{id: c, label: 別の欄}", "2.0.0"}}) {
    INFO(row.fields);
    const MemorySite older = site_of("0.9.0", row.fields);
    REQUIRE(older.session.sink.diagnostics().size() == 1);
    const auto& finding = older.session.sink.diagnostics()[0];
    CHECK(finding.kind == diagnostic::Kind::workbook_version_older);
    CHECK(finding.arguments.back() == row.version);
    const MemorySite next = site_of(row.version, row.fields);
    CHECK(!next.session.sink.has_errors());
  }
}
