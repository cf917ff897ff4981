// What changed between two versions of a template, and whether sheets that were handed out still fit.
#include "model/template_change.h"

#include "parse/template_tree.h"
#include "parse/yaml/yaml.h"
#include "source/source_set.h"
#include "support/catch.h"

using namespace shirube;
using model::ChangeLevel;
using What = model::TemplateChange::What;

namespace {

const std::string original = R"(id: sheet
version: 1.0.0
title: 様式
description: 説明
lists:
  - {id: rank, label: 評価, items: [S, A, B]}
sheets:
  - id: one
    name: 目標
    title: 目標
    blocks:
      - {block: note, text: 書き方}
      - block: form
        id: header
        fields:
          - {id: name, label: 氏名, required: true, longest: 60}
          - {id: date, label: 面談日, type: date, earliest: 2026-04-01}
          - {id: rank, label: 評価, type: choice, choices: rank}
      - block: table
        id: goals
        title: 目標の表
        columns:
          - {id: goal, label: 目標, type: text}
          - {id: weight, label: ウェイト, type: number, least: 5, most: 60, decimals: 0, unit: '%'}
          - {id: points, label: 点, type: number, formula: weight * 2}
        rows: {from: categories, spare: 2}
        total: {label: 合計, columns: [weight]}
      - {block: checks, id: checks, checks: [{id: sum, label: 合計, formula: SUM(goals.weight) = 100, advice: 直す}]}
  - {id: two, name: 承認, title: 承認, blocks: [{block: sign-off, id: ok, roles: [本人, 上司]}]}
)";

source::Json tree(const std::string& text) {
  source::SourceSet sources;
  diagnostic::Sink sink;
  const auto file = sources.add("sheet.yaml", text);
  const auto yaml = parse::parse_yaml(parse::YamlInput::whole_file(sources.file(file), file), {}, sink);
  REQUIRE(yaml);
  REQUIRE(sink.empty());
  return source::Json::parse(parse::template_tree(*yaml));
}

std::string replaced(const std::string& from, const std::string& to) {
  std::string text = original;
  const auto at = text.find(from);
  INFO(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

struct Edit {
  std::string from;
  std::string to;
  What what;
  ChangeLevel level;
};

}  // namespace

TEST_CASE("each edit of a template is described, with what it means for sheets already distributed") {
  const std::vector<Edit> edits = {
      {"title: 様式", "title: 別の様式", What::text, ChangeLevel::patch},
      {"text: 書き方", "text: 別の書き方", What::text, ChangeLevel::patch},
      {"label: 氏名", "label: 名前", What::relabelled, ChangeLevel::patch},
      {"name: 目標\n", "name: 個人目標\n", What::sheet_renamed, ChangeLevel::patch},
      {"label: 氏名,", "label: 氏名, prompt: 姓名を書く,", What::help, ChangeLevel::patch},
      {"label: 目標, type: text}", "label: 目標, type: text, width: 3}", What::looks, ChangeLevel::patch},
      {"label: 目標, type: text}", "label: 目標, type: long-text}", What::widened, ChangeLevel::minor},
      {"label: 目標, type: text}", "label: 目標, type: number}", What::retyped, ChangeLevel::major},
      {"label: 目標, type: text}", "label: 目標, type: text, required: true}", What::now_required, ChangeLevel::major},
      {"required: true, longest", "longest", What::no_longer_required, ChangeLevel::minor},
      {"longest: 60", "longest: 40", What::narrower, ChangeLevel::major},
      {"longest: 60", "longest: 100", What::wider, ChangeLevel::minor},
      {"least: 5", "least: 10", What::narrower, ChangeLevel::major},
      {"least: 5, ", "", What::wider, ChangeLevel::minor},
      {"most: 60", "most: 100", What::wider, ChangeLevel::minor},
      {"earliest: 2026-04-01", "earliest: 2026-10-01", What::narrower, ChangeLevel::major},
      {"unit: '%'", "unit: 点", What::unit, ChangeLevel::major},
      {"decimals: 0", "decimals: 1", What::decimals, ChangeLevel::minor},
      {"decimals: 0, ", "", What::decimals, ChangeLevel::minor},
      {"formula: weight * 2", "formula: weight * 3", What::formula, ChangeLevel::minor},
      {", formula: weight * 2", "", What::now_filled_in, ChangeLevel::minor},
      {"label: 目標, type: text}", "label: 目標, type: text, formula: '\"a\"'}", What::now_computed,
       ChangeLevel::major},
      {"items: [S, A, B]", "items: [S, A, B, C]", What::choice_added, ChangeLevel::minor},
      {"items: [S, A, B]", "items: [S, A]", What::choice_removed, ChangeLevel::major},
      {"items: [S, A, B]", "items: [A, S, B]", What::choice_order, ChangeLevel::patch},
      {"items: [S, A, B]", "from: categories", What::list_source, ChangeLevel::major},
      {"choices: rank", "choices: other", What::other_list, ChangeLevel::major},
      {"          - {id: date, label: 面談日, type: date, earliest: 2026-04-01}\n", "", What::field_removed,
       ChangeLevel::major},
      {"{id: date,", "{id: day,", What::field_removed, ChangeLevel::major},
      {"          - {id: points, label: 点, type: number, formula: weight * 2}\n", "", What::computed_field_removed,
       ChangeLevel::minor},
      {"        rows:", "          - {id: note, label: 備考}\n        rows:", What::field_added, ChangeLevel::minor},
      {"        rows:", "          - {id: note, label: 備考, required: true}\n        rows:",
       What::required_field_added, ChangeLevel::major},
      {"spare: 2", "spare: 1", What::fewer_rows, ChangeLevel::major},
      {"spare: 2", "spare: 3", What::more_rows, ChangeLevel::minor},
      {"{from: categories, spare: 2}", "8", What::other_rows, ChangeLevel::major},
      {"[本人, 上司]", "[本人, 上司, 人事]", What::more_rows, ChangeLevel::minor},
      {"[本人, 上司]", "[本人]", What::fewer_rows, ChangeLevel::major},
      {"SUM(goals.weight) = 100", "SUM(goals.weight) = 10", What::check_changed, ChangeLevel::minor},
      {"id: checks, checks: [{id: sum", "id: checks, checks: [{id: sun", What::check_added, ChangeLevel::minor},
      {"  - {id: two, name: 承認, title: 承認, blocks: [{block: sign-off, id: ok, roles: [本人, 上司]}]}\n", "",
       What::sheet_removed, ChangeLevel::major},
      {"id: header", "id: head", What::block_removed, ChangeLevel::major},
  };
  for (const Edit& edit : edits) {
    INFO(edit.from << " -> " << edit.to);
    const auto changes = model::compare_templates(tree(original), tree(replaced(edit.from, edit.to)));
    CHECK(std::any_of(changes.begin(), changes.end(), [&](const auto& change) { return change.what == edit.what; }));
    CHECK(model::level_of(changes) == edit.level);
  }
}

namespace {

// Every place of the tree with a value of its own, as a pointer.
void collect_leaves(const source::Json& node, const source::Json::json_pointer& at,
                    std::vector<source::Json::json_pointer>& leaves) {
  if (!node.is_structured()) return leaves.push_back(at);
  if (node.is_object()) {
    for (const auto& [key, value] : node.items()) collect_leaves(value, at / key, leaves);
  } else {
    for (std::size_t i = 0; i < node.size(); ++i) collect_leaves(node[i], at / i, leaves);
  }
}

}  // namespace

TEST_CASE("whatever differs between two templates is reported: a version stands for every key") {
  const std::string all = replaced("id: header\n", "id: header\n        columns: 2\n        optional: false\n");
  const source::Json before = tree(all);
  std::vector<source::Json::json_pointer> leaves;
  collect_leaves(before, source::Json::json_pointer(), leaves);
  REQUIRE(leaves.size() > 60);
  for (const auto& leaf : leaves) {
    INFO(leaf.to_string());
    source::Json after = before;
    after[leaf] = "7";
    CHECK(!model::compare_templates(before, after).empty());
    CHECK(!model::compare_templates(after, before).empty());
    if (leaf.back().find_first_not_of("0123456789") == std::string::npos) continue;
    after = before;
    after[leaf.parent_pointer()].erase(leaf.back());
    CHECK(!model::compare_templates(before, after).empty());
  }
}

TEST_CASE("what differs in the spelling of a default, in order or in what is new is reported by its key") {
  const auto named = [](const std::string& from, const std::string& to) {
    std::string all;
    for (const auto& change : model::compare_templates(tree(original), tree(replaced(from, to)))) {
      all += change.after + ";";
    }
    return all;
  };
  CHECK(named("id: header\n", "id: header\n        columns: 1\n") == "columns;");
  CHECK(named("id: header\n", "id: header\n        optional: false\n") == "optional;");
  CHECK(named("label: 氏名, required: true", "label: 氏名, type: text, required: true") == "type;");
  CHECK(named("rows: {from: categories, spare: 2}", "least_rows: 0\n        rows: {from: categories, spare: 2}") ==
        "least_rows;");
  CHECK(named("lists:\n", "lists:\n  - {id: unused, label: 未使用, items: [a]}\n") == ";");
  CHECK(named("name: 承認, title: 承認,", "name: 承認, title: 承認, repeat: {plan: roadmap},").find("roadmap") !=
        std::string::npos);
}

TEST_CASE("spelling is not a change: comments, the order of keys, quotes, the version itself") {
  std::string other = replaced("version: 1.0.0", "version: 3.0.0 # new");
  const auto at = other.find("{id: name, label: 氏名, required: true, longest: 60}");
  other.replace(at, std::string("{id: name, label: 氏名, required: true, longest: 60}").size(),
                "{longest: 60, required: true, label: '氏名', id: name}");
  CHECK(tree(original) == tree(other));
  CHECK(model::compare_templates(tree(original), tree(other)).empty());
}

TEST_CASE("a block that moves to another sheet keeps its fields") {
  std::string other = original;
  const std::string block = "{block: sign-off, id: ok, roles: [本人, 上司]}";
  other.replace(other.find(block), block.size(), "{block: note, text: 承認は目標のシートへ}");
  other.replace(other.find("      - {block: note, text: 書き方}"), 0, "      - " + block + "\n");
  const auto changes = model::compare_templates(tree(original), tree(other));
  CHECK(model::level_of(changes) == ChangeLevel::patch);
  CHECK(std::any_of(changes.begin(), changes.end(), [](const auto& each) { return each.what == What::block_moved; }));
}

TEST_CASE("versions are three numbers, and each kind of change has its next one") {
  CHECK(model::parse_version("1.10.2") == model::Version{1, 10, 2});
  for (const char* bad : {"", "1", "1.0", "1.0.", "1.0.0.0", "1.0.x", "-1.0.0", "1.-1.0", "1.0.-0", " 1.0.0", "1.0.0 ",
                          "99999999999.0.0"}) {
    INFO(bad);
    CHECK(!model::parse_version(bad));
  }
  const model::Version version{1, 2, 3};
  CHECK(to_text(next_version(version, ChangeLevel::none)) == "1.2.3");
  CHECK(to_text(next_version(version, ChangeLevel::patch)) == "1.2.4");
  CHECK(to_text(next_version(version, ChangeLevel::minor)) == "1.3.0");
  CHECK(to_text(next_version(version, ChangeLevel::major)) == "2.0.0");
  CHECK(model::Version{1, 9, 0} < model::Version{1, 10, 0});
}
