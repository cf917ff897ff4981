// A page or record that needs approval is published in the approved wording only, and takes its links with it.
#include "model/approval.h"

#include <filesystem>
#include <map>
#include <string>

#include "render/html/pages.h"
#include "support/catch.h"
#include "support/memory_site.h"
#include "support/program.h"

using namespace shirube;

namespace {

const std::string page = "---\ntitle: 配置の考え方\nneeds_approval: true\n---\n\n希望を聞いて決める。\n";

std::string approval(const std::string& hash) {
  return "approvals:\n  - {page: policy/placement.md, role: 人事責任者, date: 2026-04-01, hash: " + hash + "}\n";
}

tests::Files site_with(const std::string& text, const std::string& approvals) {
  return {{"content/index.md",
           "# 家\n\n[配置](policy/placement.md)と{ref}`policy/placement.md`を見る。\n\n```{cards}\ncards:\n  - {title: "
           "配置へ, text: 読む, link: policy/placement.md}\n```\n"},
          {"content/policy/index.md", "# 方針\n\n```{children}\n```\n"},
          {"content/policy/placement.md", text},
          {"content/approvals.yaml", approvals}};
}

std::map<std::string, std::string> rendered(const tests::MemorySite& site) {
  std::map<std::string, std::string> files;
  REQUIRE(site.loaded);
  for (const auto& file : render::html::render_pages(site.loaded->site, *site.loaded->theme, {}).files) {
    auto text = file.make();
    REQUIRE(text);
    if (file.path.ends_with(".html")) files[file.path] = std::move(text).value();
  }
  return files;
}

bool mentions(const std::map<std::string, std::string>& files, const std::string& what) {
  for (const auto& [path, text] : files) {
    if (text.find(what) != std::string::npos) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("an approved page is published, with its links") {
  const tests::MemorySite site(site_with(page, approval(model::wording_hash(page))));
  CHECK(site.findings().empty());
  const auto files = rendered(site);
  CHECK(files.contains("policy/placement.html"));
  CHECK(mentions(files, "href=\"policy/placement.html\""));
}

TEST_CASE("without an approval the page, its links, its card and its place in the navigation are gone") {
  const tests::MemorySite site(site_with(page, "approvals: []\n"));
  CHECK(site.findings() == "content/policy/placement.md:2:8 approval-missing\n");
  const auto files = rendered(site);
  CHECK_FALSE(files.contains("policy/placement.html"));
  CHECK_FALSE(mentions(files, "placement.html"));
  CHECK_FALSE(mentions(files, "placement.md"));
  CHECK_FALSE(mentions(files, "配置へ"));
  CHECK(mentions(files, "配置と配置の考え方を見る。"));  // the words stay
}

TEST_CASE("a later edit voids the approval, and the finding names the new hash") {
  const std::string edited = "---\ntitle: 配置の考え方\nneeds_approval: true\n---\n\n希望は聞かない。\n";
  const tests::MemorySite site(site_with(edited, approval(model::wording_hash(page))));
  CHECK(site.findings() == "content/approvals.yaml:2:70 approval-void\n");
  REQUIRE(site.session.sink.diagnostics().size() == 1);
  const auto& arguments = site.session.sink.diagnostics()[0].arguments;
  CHECK(std::find(arguments.begin(), arguments.end(), model::wording_hash(edited)) != arguments.end());
  CHECK_FALSE(mentions(rendered(site), "placement.html"));
}

TEST_CASE("line ends and trailing spaces do not void an approval, words and the order of lines do") {
  CHECK(model::wording_hash("甲\n乙\n") == model::wording_hash("甲  \r\n乙\r\n\r\n"));
  CHECK(model::wording_hash("a b") == model::wording_hash("a  b"));
  CHECK(model::wording_hash("甲\n乙\n") != model::wording_hash("乙\n甲\n"));
  CHECK(model::wording_hash("甲乙") != model::wording_hash("甲 乙"));
}

TEST_CASE("a record that waits is left out of its table") {
  const std::string risks =
      "risks:\n  - {id: open, plan: roadmap, title: 知らせてよい, response: 話す}\n"
      "  - id: closed\n    plan: roadmap\n    title: まだ知らせない\n    response: 待つ\n    needs_approval: true\n";
  const std::string plan =
      "plan:\n  id: roadmap\n  title: 計画\n  days: 7\n  phases: [{id: all, title: 全体, days: [1, 7]}]\n";
  const tests::MemorySite site({{"content/index.md", "# 家\n\n```{risk-table}\nplan: roadmap\n```\n"},
                                {"content/plan.yaml", plan},
                                {"content/risks.yaml", risks}});
  CHECK(site.findings() == "content/risks.yaml:3:5 approval-missing\n");
  const auto files = rendered(site);
  CHECK(mentions(files, "知らせてよい"));
  CHECK_FALSE(mentions(files, "まだ知らせない"));
}

TEST_CASE("a directive shows nothing of a record that waits, and the page stays") {
  const std::string lists =
      "checklists:\n  - {id: closed, title: まだ見せない一覧, items: [{id: a, title: 一つめ}], needs_approval: true}\n"
      "assets:\n  - {id: open, name: 雛形, use: 次の案件に使う, shown: [設計書]}\n"
      "  - {id: secret, name: まだ見せない資産, use: 後で使う, shown: [記録], needs_approval: true}\n";
  const tests::MemorySite site(
      {{"content/index.md",
        "# 家\n\n前。\n\n```{checklist}\nid: closed\n```\n\n> 後。\n>\n> ```{assets}\n> ids: [open, secret]\n> ```\n"},
       {"content/lists.yaml", lists}});
  CHECK(site.findings() ==
        "content/index.md:6:5 view-withheld\ncontent/index.md:12:15 view-withheld\n"
        "content/lists.yaml:2:5 approval-missing\ncontent/lists.yaml:5:5 approval-missing\n");
  const auto files = rendered(site);
  CHECK_FALSE(mentions(files, "まだ見せない"));
  CHECK(mentions(files, "前。"));
  CHECK(mentions(files, "後。"));
  CHECK(mentions(files, "雛形"));
}

TEST_CASE("voiding an approval takes the page out of all that a build writes: pages, site map, feed, search, print") {
  const tests::TemporaryFolder folder;
  for (const auto& [name, text] : site_with(page, approval(model::wording_hash(page)))) folder.write(name, text);
  folder.write("site.yaml", "title: 試験\nbase_url: https://handbook.example/\n");
  const auto files_with = [&](const std::string& what) {
    std::string found;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder / "public")) {
      if (!entry.is_regular_file()) continue;
      const std::string path = entry.path().lexically_relative(folder.path()).string();
      if (folder.read(path).find(what) != std::string::npos) found += entry.path().filename().string() + " ";
    }
    return found;
  };
  REQUIRE(tests::run_shirube({"-r", folder.path(), "build"}).code == 0);
  CHECK(files_with("placement.html").find("sitemap.xml") != std::string::npos);
  CHECK(files_with("希望を聞いて決める").find("print.html") != std::string::npos);
  CHECK(std::filesystem::exists(folder / "public/policy/placement.html"));

  folder.write("content/policy/placement.md", page + "\n希望は聞かない。\n");
  const auto outcome = tests::run_shirube({"-r", folder.path(), "build"});
  CHECK(outcome.code == 0);
  CHECK(outcome.err.find("approval-void") != std::string::npos);
  CHECK_FALSE(std::filesystem::exists(folder / "public/policy/placement.html"));
  CHECK(files_with("placement") == "");
  CHECK(files_with("希望を聞いて決める") == "");
  CHECK(files_with("希望は聞かない") == "");
}
