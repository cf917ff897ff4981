// Templates with parameters, loops and conditions: what they become, and every finding of the language.
#include "parse/expansion/expansion.h"

#include "parse/records/record.h"
#include "parse/template_tree.h"
#include "parse/workbook_request.h"
#include "support/catch.h"
#include "support/parsed_text.h"

using namespace shirube;
using tests::ParsedText;

namespace {

const std::string records = R"(indicators:
  - {id: calls, label: 訪問件数, unit: 件, target: {kind: ratio, value: 1.5 倍}, layer: behaviour}
  - {id: on-time, label: 期日を守った割合, unit: '%', layer: behaviour}
  - {id: ease, label: 気楽さ, unit: 点, layer: mindset}
gates:
  - {id: g, title: 判定, criteria: [{id: more-calls, label: 増えた}, {id: also, label: 別に, counts: false}]}
)";

struct Made {
  std::string tree;
  std::string findings;
  std::optional<parse::YamlNode> node;
};

// `text` is a template, `with` a mapping of site.yaml; both are in one file, the template first.
Made make(const std::string& text, const std::string& with = "{}", parse::ExpansionLimits limits = {}) {
  ParsedText parsed("template:\n" + text + "site:\n  workbooks: [{template: t, id: t, with: " + with + "}]\n");
  const auto both = parsed.yaml();
  REQUIRE(both);
  parse::FieldReader site(*both->find("site"), "site.yaml", parsed.sink);
  const auto requests = parse::read_workbook_requests(site);
  REQUIRE(requests.size() == 1);
  const parse::YamlNode& file = *both->find("template");
  parse::RecordTrees trees(parse::families_of_parameters(file));
  ParsedText known(records);
  trees.keep(*known.yaml());
  Made made;
  made.node = parse::expand_template(file, requests[0], trees, parsed.sink, limits);
  made.tree = made.node ? parse::template_tree(*made.node) : "nothing";
  made.findings = parsed.findings();
  return made;
}

std::string tree(const std::string& text, const std::string& with = "{}") {
  const Made made = make(text, with);
  INFO(text);
  CHECK(made.findings == "");
  return made.tree;
}

const std::string people = "  parameters: [{id: people, least: 2, most: 30, default: 3}]\n";
const std::string indicators =
    "  parameters: [{id: indicators, family: indicators, list: true, where: layer = behaviour, adds: [key, remark]}]\n";
const std::string gate = "  parameters: [{id: gate, family: gates}]\n";

}  // namespace

TEST_CASE("a template without parameters stays as it is") {
  CHECK(tree("  a: [1, {b: c}]\n  d: ~\n") == R"({"a":["1",{"b":"c"}],"d":null})");
  CHECK(tree("  rows: [{when: 月末, who: 本人}]\n") == R"({"rows":[{"when":"月末","who":"本人"}]})");
  CHECK(tree("  price: 5$, $5 and $$people\n") == R"({"price":"5$, $5 and $people"})");
}

TEST_CASE("names are replaced by values, in texts, keys and flow mappings without quotes") {
  CHECK(tree(people + "  a: {id: w$people, label: 第$people週}\n") == R"({"a":{"id":"w3","label":"第3週"}})");
  CHECK(tree(people + "  a: {w$people: A〜$people.letterの記号, b: $people.small_letter}\n", "{people: 28}") ==
        R"({"a":{"b":"ab","w28":"A〜ABの記号"}})");
  CHECK(tree("  parameters: [{id: title, default: 題}]\n  title: $title（案）\n", "{title: 名前}") == R"({"title":"名前（案）"})");
  CHECK(tree(gate + "  a: $gate, $gate.title。$gate.criteria.count項目\n") == R"({"a":"g, 判定。2項目"})");
}

TEST_CASE("whole numbers are calculated, and division rounds up") {
  CHECK(tree(people + "  a: $(people * 4 / 8)\n  b: $(1 + 2 * (people - 1))\n  c: $(people)x\n") ==
        R"({"a":"2","b":"5","c":"3x"})");
}

TEST_CASE("a loop gives items of the list that it is in") {
  CHECK(tree(people + "  a: [x, {for: n, in: people, do: w$n}, y]\n") == R"({"a":["x","w1","w2","w3","y"]})");
  CHECK(tree("  a: [{for: c, in: [甲, 乙], do: [$c, $c.number]}]\n") == R"({"a":["甲","1","乙","2"]})");
  CHECK(tree(people + "  a: [{for: n, in: people - 1, do: {for: k, in: n, do: $n.$k}}]\n") ==
        R"({"a":["1.1","2.1","2.2"]})");
  CHECK(tree(gate + "  a:\n    - for: c\n      in: $gate.criteria\n      do: {when: $c.counts = false, else: $c.label}\n") ==
        R"({"a":["増えた"]})");
}

TEST_CASE("records come from the site, or from what it names, with what it adds") {
  const std::string body = "  a: [{for: i, in: indicators, do: '$i/$i.key/$i.unit'}]\n";
  CHECK(tree(indicators + body) == R"({"a":["calls/calls/件","on-time/on-time/%"]})");
  CHECK(tree(indicators + body, "{indicators: [ease, {record: calls, key: visits}]}") ==
        R"({"a":["ease/ease/点","calls/visits/件"]})");
  CHECK(tree(indicators + body, "{indicators: ease}") == R"({"a":["ease/ease/点"]})");
}

TEST_CASE("conditions ask whether there is something, and whether it is one of some words") {
  const std::string lines[] = {"$i.target", "$i.target.kind = ratio", "'$i.unit in [%, 件]'", "i.unit = 件"};
  for (const std::string& condition : lines) {
    INFO(condition);
    CHECK(tree(indicators + "  a: [{for: i, in: indicators, do: {when: " + condition + ", do: $i, else: no}}]\n",
               "{indicators: [calls, ease]}") == R"({"a":["calls","no"]})");
  }
  CHECK(tree(people + "  a: {b: {when: people = 4, do: 1}, c: {when: people, do: [2], else: 3}}\n") == R"({"a":{"c":["2"]}})");
  const std::string none = "  parameters: [{id: gate, family: gates, default: none}]\n";
  CHECK(tree(none + "  a: [{when: gate, do: $gate.title, else: なし}, {when: $gate.title, do: 1}]\n") == R"({"a":["なし"]})");
  CHECK(tree(none + "  a: [{when: gate, do: $gate.title, else: なし}]\n", "{gate: g}") == R"({"a":["判定"]})");
  CHECK(tree("  parameters: [{id: plan, family: plan, optional: true}]\n  a: [{when: plan, do: 1}]\n") == R"({"a":[]})");
}

TEST_CASE("a list is joined inside a text, and formulas write ids as formulas do") {
  CHECK(tree(people + "  formula: 'AVERAGE($(for n in people: w$n))'\n") == R"-({"formula":"AVERAGE(w1, w2, w3)"})-");
  CHECK(tree(indicators + "  label: '$(for i in indicators by ・: $i)'\n  formula: '$(for i in indicators by +: $i.key.w1)'\n") ==
        R"({"formula":"calls.w1+on_time.w1","label":"calls・on-time"})");
  CHECK(tree("  a: [{for: c, in: [on-time], do: {x: =$c.w1, y: $c.w1}}]\n") == R"({"a":[{"x":"=on_time.w1","y":"on-time.w1"}]})");
}

TEST_CASE("a default may be made of parameters before it") {
  const std::string text = "  parameters:\n    - {id: gate, family: gates}\n    - {id: count, least: 1, most: 9, default: $gate.criteria.count}\n"
                           "    - {id: note, default: {when: $gate.note, do: $gate.note, else: 無題}}\n  a: $count$note\n";
  CHECK(tree(text) == R"({"a":"2無題"})");
}

TEST_CASE("an entry gives the workbook its id, and parameters are gone") {
  CHECK(tree("  id: other\n" + people + "  a: $people\n") == R"({"a":"3","id":"t"})");
}

TEST_CASE("what is made is placed where its text is written, and no finding points into it") {
  const Made made = make(people + "  a: '$people +'\n  b: plain\n");
  REQUIRE(made.node);
  const parse::YamlNode& text = *made.node->find("a");
  CHECK(text.made);
  CHECK(text.quoted);
  CHECK(text.range.end - text.range.begin == std::string_view("'$people +'").size());
  CHECK_FALSE(made.node->find("b")->made);
  diagnostic::Sink sink;
  CHECK_FALSE(parse::read_formula(text, sink));
  REQUIRE(sink.diagnostics().size() == 1);
  CHECK(sink.diagnostics()[0].range == text.range);
}

TEST_CASE("what the site gives wrongly is found in site.yaml") {
  struct Row {
    std::string parameters;
    std::string with;
    std::string findings;
  };
  const Row rows[] = {
      {people, "{peple: 3}", "4:43 template-parameter-unknown"},
      {people, "{people: 31}", "4:51 field-limits"},
      {people, "{people: many}", "4:51 field-integer"},
      {people, "{people: [3]}", "4:51 template-one-value"},
      {indicators, "{indicators: [call]}", "4:56 unknown-record"},
      {indicators, "{indicators: []}", "4:55 template-empty-list"},
      {indicators, "{indicators: [{record: calls, kee: a}]}", "4:72 template-parameter-unknown"},
      {indicators, "{indicators: [{key: a}]}", "4:57 missing-key"},
      {"  parameters: [{id: gate, family: gates}, {id: one, family: indicators}]\n", "{one: g}", "4:48 template-record-family"},
      {"  parameters: [{id: plan, family: plan}]\n", "{}", "4:15 template-parameter-missing"},
      {"  parameters: [{id: name}]\n", "{}", "4:15 template-parameter-missing"},
      {"  parameters: [{id: name, text: 名}, {id: more, default: $name.x}]\n", "{}", "4:15 template-parameter-missing"},
  };
  for (const Row& row : rows) {
    INFO(row.parameters << row.with);
    // Line 1 is `template:`, line 2 its parameters, line 3 `site:`.
    const Made made = make(row.parameters, row.with);
    CHECK(made.findings == row.findings);
    CHECK(made.tree == "nothing");
  }
}

TEST_CASE("what the template has wrongly is found in the template") {
  const std::pair<std::string, std::string> rows[] = {
      {"  a: x $peple\n", "3:9 template-name-unknown"},
      {"  a: $gate.titel\n", "3:12 template-property-unknown"},
      {"  a: x $gate.criteria\n", "3:9 template-no-text"},
      {"  a: $(gate.title + 1)\n", "3:8 template-no-number"},
      {"  a: $(1 +\n", "3:8 template-syntax"},
      {"  a: $(1 + )\n", "3:8 template-syntax"},
      {"  a: $(1 / 0)\n", "3:8 template-syntax"},
      {"  a: '$(for n: x)'\n", "3:9 template-syntax"},
      {"  a: [{for: n, in: gate.title, do: x}]\n", "3:20 template-no-list"},
      {"  a: [{for: n, in: gate.title}]\n", "3:7 template-loop"},
      {"  a: [{for: N, in: 3, do: x}]\n", "3:13 template-parameter-name"},
      {"  a: {for: n, in: 3, do: x}\n", "3:6 template-loop-place"},
      {"  a: [{when: gate >, do: x}]\n", "3:14 template-condition"},
      {"  a: [{when: [gate], do: x}]\n", "3:7 template-condition"},
      {"  a: [{when: gat, do: x}]\n", "3:14 template-name-unknown"},
      {"  a: {x: 1, $gate: 2, g: 3}\n", "3:23 yaml-duplicate-key"},
      {"  a: [{for: n, in: 9, do: $gate.titel}]\n", "3:33 template-property-unknown"},
  };
  for (const auto& [text, findings] : rows) {
    INFO(text);
    const Made made = make(gate + text);
    CHECK(made.findings == findings);
    CHECK(made.tree == "nothing");
  }
}

TEST_CASE("a parameter that is described wrongly is found") {
  const std::pair<std::string, std::string> rows[] = {
      {"[{text: x}]", "2:17 missing-key"},
      {"[{id: A-b, default: 1}]", "2:21 template-parameter-name"},
      {"[{id: a, family: gate}]", "2:32 field-choice"},
      {"[{id: a, default: 1}, {id: a, default: 2}]", "2:42 duplicate-id"},
      {"[{id: a, least: 3, default: 2}]", "2:43 field-limits"},
      {"a", "2:15 field-list"},
  };
  for (const auto& [parameters, findings] : rows) {
    INFO(parameters);
    CHECK(make("  parameters: " + parameters + "\n").findings == findings);
  }
}

TEST_CASE("an expansion stops at its limits") {
  const std::string rows = "  a: [{for: p, in: people, do: {for: n, in: 53, do: {id: w$n, label: 第$n週, x: [$p, $n, 3, 4, 5, 6]}}}]\n";
  const std::string many = "  parameters: [{id: people, least: 2, default: 200}]\n";
  CHECK(make(people + rows, "{people: 30}").findings == "");
  CHECK(make(many + rows).findings == "3:32 template-size");
  CHECK(make(many + "  a: [{for: n, in: 1000000000, do: []}]\n").findings == "3:7 template-size");
  CHECK(make(many + "  a: '$(for n in 50000: 0123456789)'\n").findings == "3:6 template-text-size");
  parse::ExpansionLimits small;
  small.names = 3;
  CHECK(make(people + "  a: [{for: a, in: 1, do: {for: b, in: 1, do: {for: c, in: 1, do: x}}}]\n", "{}", small).findings ==
        "3:67 limit-depth");
  small = {};
  small.bytes = 10;
  CHECK(make(people + "  a: 0123456789$people\n", "{}", small).findings == "3:6 template-text-size");
}

TEST_CASE("site.yaml names workbooks by a template's id, or says more of them") {
  ParsedText parsed("workbooks: [a, {template: b}, {template: b, id: c, with: {x: 1, y: [p, {record: q, k: v}]}}]\n");
  const auto yaml = parsed.yaml();
  parse::FieldReader site(*yaml, "site.yaml", parsed.sink);
  const auto requests = parse::read_workbook_requests(site);
  CHECK(parsed.findings() == "");
  REQUIRE(requests.size() == 3);
  CHECK(requests[0].id.value == "a");
  CHECK(requests[1].id.value == "b");
  CHECK(requests[2].id.value == "c");
  CHECK(requests[2].template_id.value == "b");
  REQUIRE(requests[2].with.size() == 2);
  CHECK_FALSE(requests[2].with[0].list);
  REQUIRE(requests[2].with[1].items.size() == 2);
  CHECK(requests[2].with[1].items[1].text.value == "q");
  CHECK(requests[2].with[1].items[1].own[0].text == "v");
}

TEST_CASE("of two workbooks with one id the second is refused") {
  ParsedText parsed("workbooks: [a, {template: b, id: a}, {id: c}, A b]\n");
  const auto yaml = parsed.yaml();
  parse::FieldReader site(*yaml, "site.yaml", parsed.sink);
  CHECK(parse::read_workbook_requests(site).size() == 1);
  CHECK(parsed.findings() == "1:34 workbook-listed-twice\n1:39 missing-key\n1:47 field-id");
}
