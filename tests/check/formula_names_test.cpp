// Two ids that formulas would call by one name are refused; every face shows the figure that is computed.
#include "support/catch.h"
#include "support/memory_site.h"

using namespace shirube;

namespace {

std::string findings(const std::string& records) {
  return tests::MemorySite({{"content/f.yaml", records}}).findings();
}

std::string indicator(const std::string& id) {
  return "  - {id: " + id +
         ", label: " + id + ", definition: d, layer: outcome, unit: 件, direction: up, frequency: 月, data_source: x}\n";
}

}  // namespace

TEST_CASE("ids that become one name in formulas are refused, naming both", "[check]") {
  CHECK(findings("figures:\n  - {id: sales.plan, label: 点, unit: 円, value: 100}\n"
                 "  - {id: sales-plan, label: 横棒, unit: 円, value: 7}\n"
                 "  - {id: twice, label: 二倍, unit: 円, formula: sales_plan * 2}\n") ==
        "content/f.yaml:3:10 formula-name-twice\n");
  CHECK(findings("figures:\n  - {id: a-b.c, label: 甲, value: 1}\n  - {id: a.b-c, label: 乙, value: 2}\n") ==
        "content/f.yaml:3:10 formula-name-twice\n");
  CHECK(findings("rules: 1\nindicators:\n" + indicator("a-b") + indicator("a.b")).find("formula-name-twice") !=
        std::string::npos);
  CHECK(findings("figures:\n  - {id: a-b, label: 甲, value: 1}\n  - {id: ab, label: 乙, value: 2}\n").empty());
}
