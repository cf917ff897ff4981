// `shirube diff --templates`: what changed, in words, and the records of released versions.
#include <filesystem>

#include "source/json.h"
#include "support/catch.h"
#include "support/program.h"

using namespace shirube;
using tests::run_shirube;
namespace fs = std::filesystem;

namespace {

constexpr const char* sheet = R"(id: sheet
version: 1.0.0
title: 目標シート
description: 試験。
lists:
  - {id: rank, label: 評価, items: [S, A]}
sheets:
  - id: one
    name: 目標
    title: 目標
    blocks:
      - {block: form, id: header, fields: [{id: name, label: 氏名, required: true}, {id: rank, label: 評価, type: choice, choices: rank}]}
      - {block: table, id: goals, title: 目標, columns: [{id: goal, label: 目標}], rows: 2}
)";

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

struct Site : tests::TemporaryFolder {
  Site() {
    write("site.yaml", "title: 試験\nworkbooks: [sheet]\n");
    write("content/index.md", "# 試験\n");
    write("templates/sheet.yaml", sheet);
  }
  void edit(const std::string& from, const std::string& to) const {
    std::string text = read("templates/sheet.yaml");
    REQUIRE(holds(text, from));
    write("templates/sheet.yaml", text.replace(text.find(from), from.size(), to));
  }
  tests::Outcome run(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"--lang", "en", "-r", path()});
    return run_shirube(std::move(arguments));
  }
  tests::Outcome record(std::vector<std::string> more = {}) const {
    more.insert(more.begin(), {"diff", "--templates", "--record"});
    return run(std::move(more));
  }
};

}  // namespace

TEST_CASE_METHOD(Site, "a record holds every field with its name and place, the lists and the definition") {
  const auto outcome = record();
  INFO(outcome.err);
  CHECK(outcome.code == 0);
  CHECK(outcome.out == "templates/versions/sheet-1.0.0.json\n");
  const auto json = source::Json::parse(read("templates/versions/sheet-1.0.0.json"));
  CHECK(json["template"] == "sheet");
  CHECK(json["version"] == "1.0.0");
  REQUIRE(json["fields"].size() == 4);
  CHECK(json["fields"][0]["key"] == "header.name");
  CHECK(json["fields"][0]["name"] == "in_header_name");
  CHECK(json["fields"][0]["required"] == true);
  CHECK(json["fields"][0]["cell"].get<std::string>().starts_with("'目標'!$"));
  CHECK(json["fields"][1]["choices"] == "rank");
  CHECK(json["fields"][3]["key"] == "goals.2.goal");
  CHECK(json["lists"]["rank"] == source::Json({"S", "A"}));
  CHECK(json["definition"]["title"] == "目標シート");
  CHECK(record().out.empty());  // it is there already
}

TEST_CASE_METHOD(Site, "a changed template needs a version that says so, from a build and from a record") {
  REQUIRE(record().code == 0);
  const std::string released = read("templates/versions/sheet-1.0.0.json");
  CHECK(run({"check"}).code == 0);
  edit("{id: goal, label: 目標}", "{id: goal, label: 目標}, {id: note, label: 備考}");
  for (const char* command : {"check", "build"}) {
    const auto outcome = run({command});
    CHECK(outcome.code == 1);
    CHECK(holds(outcome.err, "[workbook-version-step]"));
    CHECK(holds(outcome.err, "it is a minor change"));
    CHECK(holds(outcome.err, "`version: 1.1.0`"));
    CHECK(holds(outcome.err, "shirube diff --templates sheet@1.0.0 sheet"));
  }
  CHECK(!fs::exists(*this / "public"));
  CHECK(record().code == 1);
  CHECK(read("templates/versions/sheet-1.0.0.json") == released);
  edit("version: 1.0.0", "version: 1.0.1");
  CHECK(holds(run({"check"}).err, "[workbook-version-step]"));  // a patch is not enough
  edit("version: 1.0.1", "version: 1.1.0");
  const auto fits = run({"check"});
  CHECK(fits.code == 0);
  CHECK(holds(fits.err, "[workbook-version-unrecorded]"));
  const auto recorded = record();
  CHECK(recorded.code == 0);
  CHECK(recorded.out == "templates/versions/sheet-1.1.0.json\n");
  CHECK(!holds(run({"check"}).err, "workbook-version"));
  CHECK(read("templates/versions/sheet-1.0.0.json") == released);
}

TEST_CASE_METHOD(Site, "what was never distributed may be recorded again on request") {
  REQUIRE(record().code == 0);
  edit("label: 氏名", "label: 名前");
  CHECK(record().code == 1);
  const auto outcome = record({"--replace"});
  CHECK(outcome.code == 0);
  CHECK(outcome.out == "templates/versions/sheet-1.0.0.json\n");
  CHECK(run({"check"}).code == 0);
}

TEST_CASE_METHOD(Site, "recording again excuses no step that is too small for what was distributed before") {
  REQUIRE(record().code == 0);
  edit("items: [S, A]", "items: [S, B]");
  edit("version: 1.0.0", "version: 1.0.1");
  const auto outcome = record({"--replace"});
  CHECK(outcome.code == 1);
  CHECK(holds(outcome.err, "[workbook-version-step]"));
  CHECK(!fs::exists(*this / "templates/versions/sheet-1.0.1.json"));
}

TEST_CASE_METHOD(Site, "the difference is described in words, with what it means for sheets already distributed") {
  REQUIRE(record().code == 0);
  edit("items: [S, A]", "items: [S, B]");
  edit("version: 1.0.0", "version: 1.1.0");
  const auto english = run({"diff", "--templates", "sheet@1.0.0", "sheet"});
  INFO(english.out << english.err);
  CHECK(english.code == 0);
  CHECK(holds(english.out, "sheet 1.0.0 → 1.1.0"));
  CHECK(holds(english.out, "list 評価: `B` can be chosen"));
  CHECK(holds(english.out, "list 評価: `A` can no longer be chosen"));
  CHECK(holds(english.out, "do NOT fit"));
  CHECK(holds(english.out, "This is a major change: write `version: 2.0.0`."));
  CHECK(holds(run_shirube({"--lang", "ja", "diff", "--templates", *this / "templates/versions/sheet-1.0.0.json",
                           *this / "templates/sheet.yaml"})
                  .out,
              "配布済みのシートは新しい版に合いません"));
  const auto data = source::Json::parse(run({"diff", "--templates", "--json", "sheet@1.0.0", "sheet"}).out);
  CHECK(data["level"] == "major");
  CHECK(data["fits"] == false);
  CHECK(data["version"] == "2.0.0");
  CHECK(data["changes"].size() == 2);
}

TEST_CASE_METHOD(Site, "folders of templates are compared one by one") {
  write("old/sheet.yaml", sheet);
  std::string gone = sheet;
  write("old/gone.yaml", gone.replace(0, 9, "id: gone"));
  edit("label: 氏名", "label: 名前");
  write("templates/fresh.yaml", std::string(sheet).replace(0, 9, "id: fresh"));
  const auto outcome = run({"diff", "--templates", *this / "old", *this / "templates"});
  INFO(outcome.out << outcome.err);
  CHECK(holds(outcome.out, "was called `氏名`"));
  CHECK(holds(outcome.out, "fresh 1.0.0"));
  CHECK(holds(outcome.out, "the template is gone"));
  CHECK(holds(outcome.out, "fit as they are"));
}

TEST_CASE_METHOD(Site, "what is not a template is reported, and so is a command without two sides") {
  for (const char* name : {"shet", "sheet@9.0.0", "content", "site.yaml"}) {
    const std::string side = std::string(name).find('.') == 4 || std::string(name) == "content" ? *this / name : name;
    const auto outcome = run({"diff", "--templates", side, "sheet"});
    INFO(name << "\n" << outcome.err);
    CHECK(outcome.code != 0);
    CHECK(outcome.out.empty());
    if (std::string(name) != "site.yaml") CHECK(holds(outcome.err, "[diff-no-template]"));
  }
  write("broken.json", "{\"template\": 3}");
  CHECK(holds(run({"diff", "--templates", *this / "broken.json", "sheet"}).err, "[diff-no-template]"));
  CHECK(run({"diff", "--templates", "sheet"}).code == 2);
  CHECK(run({"diff", "--templates"}).code == 2);
  CHECK(run({"diff", "sheet", "sheet"}).code == 2);
}
