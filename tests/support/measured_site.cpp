#include "support/measured_site.h"

namespace shirube::tests {

const char* const measured_indicators = R"(indicators:
  - {id: awareness, label: 把握率, definition: 定義, layer: behaviour, unit: '%', direction: up, frequency: 週次, data_source: ログ, target: {kind: difference, value: 30 pt}}
  - {id: proposals, label: 提案, definition: 定義, layer: behaviour, unit: 回/人/週, direction: up, frequency: 週次, data_source: ログ, target: {kind: ratio, value: 1.5 倍}}
  - {id: cycle, label: サイクル, definition: 定義, layer: behaviour, unit: 回/週, direction: up, frequency: 週次, data_source: ログ, target: {kind: absolute, value: 2 回/週, from: 1 回/週}}
  - {id: lead-time, label: リードタイム, definition: 定義, layer: operation, unit: 日, direction: down, frequency: 週次, data_source: 会計, target: {kind: ratio, value: 0.85 倍}}
  - {id: efficacy, label: 効力感, definition: 定義, layer: mindset, unit: 点, direction: up, frequency: 前後, data_source: 調査}
  - {id: avoidance, label: 回避, definition: 定義, layer: mindset, unit: 点, direction: down, frequency: 前後, data_source: 調査}
)";

Files measured_files(const std::string& weekly, const std::string& answers, const std::string& pilot_fields) {
  Files files;
  files["content/indicators.yaml"] = measured_indicators;
  files["content/pilot.yaml"] = R"(pilots:
  - id: trial
    title: 試行
    people: [A, B, C, D, E]
    weeks: {before: 1, during: 2}
    indicators: [{id: awareness}, {id: proposals}, {id: cycle}]
    data: weekly.csv
    survey:
      scale: {least: 1, most: 5, least_label: 思わない, most_label: 思う}
      items:
        - {id: q1, indicator: efficacy, text: 届くと思う, reversed: false}
        - {id: q2, indicator: efficacy, text: 届かないと思う, reversed: true}
        - {id: q3, indicator: avoidance, text: 後回しにする, reversed: false}
      data: answers.csv
)" + (pilot_fields.empty() ? std::string("    comparison: none\n") : pilot_fields);
  files["content/weekly.csv"] = "person,week,awareness,proposals,cycle\n" + weekly;
  files["content/answers.csv"] = "person,time,q1,q2,q3\n" + answers;
  return files;
}

}  // namespace shirube::tests
