// What a page shows of a workbook: pictures of its sheets, its fields, the download.
#include "render/xlsx/previews.h"

#include "render/html/pages.h"
#include "render/xlsx/picture.h"
#include "spreadsheet/xml.h"
#include "support/catch.h"
#include "support/memory_site.h"
#include "support/workbook_site.h"

using namespace shirube;
using tests::MemorySite;

namespace {

constexpr const char* sheet = R"(id: sheet
version: 1.2.0
title: 目標シート
description: 試験のための様式。
lists:
  - {id: rank, label: 評価, items: [S, A, B]}
sheets:
  - id: one
    name: 目標
    title: 目標 <設定> & 合意
    blocks:
      - block: form
        id: header
        title: 基本
        fields:
          - {id: name, label: 氏名, required: true, longest: 40, prompt: 姓名を書く}
          - {id: rate, label: 割合, type: percent, least: 0, most: 100%}
          - {id: rank, label: 評価, type: choice, choices: rank}
      - block: table
        id: goals
        title: 目標の表
        columns: [{id: goal, label: 目標, type: long-text}, {id: due, label: 期限, type: date, earliest: 2026-04-01}]
        rows: 3
  - {id: week, name: '第{n}週', title: 週, repeat: {count: 3}, blocks: [{block: form, id: w, fields: [{id: a, label: 一言}]}]}
)";

tests::Files files(const std::string& extra_path = "", const std::string& extra = "") {
  tests::Files all = {{"site.yaml", "title: 試験\nworkbooks: [sheet]\nedit_url: 'https://example.jp/edit/{path}'\n"},
                      {"content/index.md", "# 試験\n"},
                      {"content/workbooks.md", "# 様式\n"},
                      {"templates/sheet.yaml", sheet}};
  if (!extra_path.empty()) all[extra_path] = extra;
  return all;
}

std::string page_of(const MemorySite& site, const std::string& path, render::WorkbookPreviews previews) {
  for (const auto& file :
       render::html::render_pages(site.loaded->site, *site.loaded->theme, {}, std::move(previews)).files) {
    if (file.path == path) return file.make().value();
  }
  return {};
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::string fault_of(const std::string& svg) {
  spreadsheet::XmlHandlers handlers;
  handlers.start = [](std::string_view, const spreadsheet::XmlAttributes&) {};
  handlers.end = [](std::string_view) {};
  handlers.text = [](std::string_view) {};
  const auto read = spreadsheet::read_xml(svg, handlers, {});
  return read ? std::string() : read.failure().detail;
}

}  // namespace

TEST_CASE("a preview holds each sheet once, with a picture and with the fields that are filled in there") {
  const MemorySite site(files());
  INFO(site.findings());
  REQUIRE(site.loaded);
  const auto previews = render::xlsx::preview_workbooks(site.loaded->site);
  const render::WorkbookPreview& preview = previews.workbooks.at("sheet");
  REQUIRE(preview.sheets.size() == 2);  // the repeated one once, those at the back not at all
  const render::SheetPreview& goals = preview.sheets[0];
  CHECK(goals.name == "目標");
  REQUIRE(goals.fields.size() == 5);  // a column once, not once a row
  CHECK(goals.fields[0].label == "氏名");
  CHECK(goals.fields[0].block == "基本");
  CHECK(goals.fields[0].required);
  CHECK(goals.fields[0].longest == 40);
  CHECK(goals.fields[0].help == "姓名を書く");
  CHECK(goals.fields[2].choices == std::vector<std::string>{"S", "A", "B"});
  CHECK(goals.fields[4].earliest == "2026-04-01");
  REQUIRE(previews.pictures.files.size() == 2);
  CHECK(previews.pictures.files[0].path == goals.picture);
  const std::string svg = previews.pictures.files[0].make().value();
  CHECK(fault_of(svg) == "");
  CHECK(holds(svg, "目標 &lt;設定&gt; &amp; 合意"));
  CHECK(holds(svg, "氏名"));
  CHECK(goals.width > 400);
  CHECK(goals.height > 100);
}

TEST_CASE("pictures of our own templates are well-formed and cut about where a sheet of paper ends") {
  tests::WorkbookSite own;
  own.read_records();
  for (const std::string& name : tests::template_names()) {
    INFO(name);
    const auto definition = own.read_template(name);
    REQUIRE(definition);
    const auto plan = render::xlsx::plan_workbook(*definition, own.records, own.figures);
    for (const auto& each : plan.sheets) {
      const auto picture = render::xlsx::draw_sheet(plan, each);
      INFO(each.name);
      CHECK(fault_of(picture.svg) == "");
      CHECK(picture.height <= 1.5 * picture.width + 20);
    }
  }
}

TEST_CASE("each workbook has a page below the page of workbooks, with its sheets, fields, version, size and download") {
  const MemorySite site(files());
  REQUIRE(site.loaded);
  auto previews = render::xlsx::preview_workbooks(site.loaded->site).workbooks;
  previews.at("sheet").bytes = 20'480;
  const std::string page = page_of(site, "workbooks/sheet.html", previews);
  for (const char* part :
       {"目標シート", "試験のための様式。", "sheet.xlsx", "1.2.0", "20 KB", "href=\"sheet.xlsx\" download",
        "src=\"sheet-1.svg\"", "loading=\"lazy\"", "氏名", "40字まで", "0%〜100%", "姓名を書く", "S、A、B",
        "2026-04-01", "https://example.jp/edit/templates/sheet.yaml"}) {
    INFO(part);
    CHECK(holds(page, part));
  }
  CHECK(holds(page, "href=\"../workbooks.html\""));  // where the reader came from
  CHECK(holds(page_of(site, "workbooks.html", {}), "workbooks/sheet.html"));
}

TEST_CASE("an author's own page of a workbook takes the place of the one that is made") {
  const MemorySite site(files("content/workbooks/sheet.md", "# わたしの説明\n\n```{workbook}\nid: sheet\n```\n"));
  INFO(site.findings());
  REQUIRE(site.loaded);
  const std::string page =
      page_of(site, "workbooks/sheet.html", render::xlsx::preview_workbooks(site.loaded->site).workbooks);
  CHECK(holds(page, "わたしの説明"));
  CHECK(holds(page, "src=\"sheet-1.svg\""));
  CHECK(holds(page, "https://example.jp/edit/content/workbooks/sheet.md"));
}
