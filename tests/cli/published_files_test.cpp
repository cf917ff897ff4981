// Which of the author's other files an edition holds, and which are refused.
#include <filesystem>

#include "source/json.h"
#include "support/catch.h"
#include "support/program.h"

using namespace shirube;
using tests::Outcome;
using tests::run_shirube;
using tests::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

std::string all_of(const std::string& folder) {
  std::string all;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    all += entry.path().string() + "\n";
    if (entry.is_regular_file()) all += tests::run_program({"cat", entry.path().string()}).out;
  }
  return all;
}

std::string rules_of(const Outcome& outcome) {
  std::string rules;
  for (const auto& found : source::Json::parse(outcome.out)) {
    rules += (rules.empty() ? "" : " ") + found["rule"].get<std::string>() + "(" + found.value("path", std::string()) +
             ":" + std::to_string(found.value("line", 0)) + ")";
  }
  return rules;
}

}  // namespace

TEST_CASE_METHOD(TemporaryFolder, "files that only hidden pages use are published nowhere") {
  write("site.yaml", "title: t\nbase_url: https://x.example/\nfiles: [downloads/]\n");
  write("content/index.md", "# Home\n\n![図](shown.png) [表](sub/%E8%A1%A8.pdf)\n\n{ref}`sub/role.txt`\n");
  write("content/shown.png", "png");
  write("content/sub/表.pdf", "pdf");
  write("content/sub/role.txt", "txt");
  write("content/downloads/deep/extra.zip", "zip");
  write("content/nobody.png", "CANARY-nobody");
  for (const std::string kind : {"draft: true", "audience: managers", "needs_approval: true"}) {
    const std::string name = "canary-" + kind.substr(0, kind.find(':'));
    write("content/hid/" + name + "-page.md", "---\n" + kind + "\n---\n\n# CANARY\n\n![a](" + name + "-img.png) [x](" +
                                                  name + "-file.pdf)\n\n```{cards}\ncards:\n  - {title: t, text: x, link: " +
                                                  name + "-card.pdf}\n```\n");
    for (const std::string file : {"-img.png", "-file.pdf", "-card.pdf"}) {
      write("content/hid/" + name + file, "CANARY-bytes");
    }
  }
  const Outcome built = run_shirube({"-r", path(), "build"});
  INFO(built.err);
  REQUIRE(built.code == 0);
  const std::string edition = all_of(*this / "public");
  CHECK(edition.find("CANARY") == std::string::npos);
  CHECK(edition.find("canary") == std::string::npos);
  CHECK(edition.find("nobody") == std::string::npos);
  for (const char* name : {"shown.png", "sub/表.pdf", "sub/role.txt", "downloads/deep/extra.zip"}) {
    INFO(name);
    CHECK(fs::exists(*this / ("public/" + std::string(name))));
  }
  CHECK(built.err.find("content/nobody.png: note: no published page uses `content/nobody.png`") != std::string::npos);
  // A page that waits for approval is a warning; the notes on its files and those of others are none.
  CHECK(run_shirube({"-r", path(), "--strict", "check"}).code == 1);
  fs::remove(*this / "content/hid/canary-needs_approval-page.md");
  const Outcome strict = run_shirube({"-r", path(), "--strict", "check"});
  INFO(strict.err);
  CHECK(strict.code == 0);
  CHECK(strict.err.find("[file-unused]") != std::string::npos);
}

TEST_CASE_METHOD(TemporaryFolder, "raw HTML uses the files that it names") {
  write("site.yaml", "title: t\nraw_html: true\n");
  write("content/index.md",
        "# H\n\n<video src=\"film/a%20b.mp4\"></video>\n\n文<img src='x.png'>文\n\n- <img src=y.png>\n");
  for (const char* name : {"film/a b.mp4", "x.png", "y.png", "z.png"}) write("content/" + std::string(name), "x");
  REQUIRE(run_shirube({"-r", path(), "build"}).code == 0);
  CHECK(fs::exists(*this / "public/film/a b.mp4"));
  CHECK(fs::exists(*this / "public/x.png"));
  CHECK(fs::exists(*this / "public/y.png"));
  CHECK(!fs::exists(*this / "public/z.png"));
}

TEST_CASE_METHOD(TemporaryFolder, "an audience that is not known is reported, in pages and records") {
  write("site.yaml", "title: t\naudiences: [board]\n");
  write("content/index.md", "# H\n");
  write("content/a.md", "---\naudience: manger\n---\n# A\n");
  write("content/b.md", "---\naudience: board\n---\n# B\n");
  write("content/r.yaml", "terms:\n- {id: ca, name: 甲, reading: こう, definition: 乙, audience: everyon}\n");
  const Outcome checked = run_shirube({"-r", path(), "check", "--json"});
  CHECK(checked.code == 1);
  CHECK(rules_of(checked) == "audience-unknown(content/a.md:2) audience-unknown(content/r.yaml:2)");
  CHECK(checked.out.find("did you mean `managers`?") != std::string::npos);
}

TEST_CASE_METHOD(TemporaryFolder, "types that run where they are opened are refused at the link") {
  write("site.yaml", "title: t\nfiles: [f]\nfile_types: [.drawio]\n");
  write("content/index.md", "# H\n\n[a](evil.html)\n[b](evil.HTM) [c](evil.xhtml)\n[d](evil.js) [e](evil.exe) [f](evil.url)\n"
                            "[g](LICENSE) [h](x.pdf.html)\n\n[i](plan.drawio) [j](ok.PDF)\n");
  for (const char* name : {"evil.html", "evil.HTM", "evil.xhtml", "evil.js", "evil.exe", "evil.url", "LICENSE", "x.pdf.html",
                           "plan.drawio", "ok.PDF", "f/lost.hta", "unlinked.html"}) {
    write("content/" + std::string(name), "x");
  }
  const Outcome checked = run_shirube({"-r", path(), "check", "--json"});
  CHECK(rules_of(checked) ==
        "file-type(content/f/lost.hta:0) file-type(content/index.md:3) file-type(content/index.md:4) "
        "file-type(content/index.md:4) file-type(content/index.md:5) file-type(content/index.md:5) "
        "file-type(content/index.md:5) file-type(content/index.md:6) file-type(content/index.md:6) "
        "file-unused(content/unlinked.html:0)");
}

TEST_CASE_METHOD(TemporaryFolder, "a drawing with scripts, events, embedded pages or outer references is refused in its place") {
  const std::string begin = "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">\n";
  const char* refused[] = {
      "<script>x()</script>",
      "<x:script xmlns:x=\"http://www.w3.org/2000/svg\">x()</x:script>",
      "<SCRIPT/>",
      "<g ONCLICK='x()'/>",
      "<g\nonload\n=\n\"x()\"/>",
      "<foreignObject/>",
      "<image xlink:href=\"https://e.example/a.png\"/>",
      "<use href=\"other.svg#a\"/>",
      "<a href=\"javascript:x()\"/>",
      "<a href=\"  JAVA&#x0A;SCRIPT:x()\"/>",
      "<a href=\"&#106;avascript:x()\"/>",
      "<set attributeName=\"xlink:href\" to=\"#b\"/>",
      "<animate attributeName=\"onclick\" values=\"x()\"/>",
      "<animate attributeName=\"fill\" values=\"javascript:x()\"/>",
      "<style>@import 'x.css';</style>",
      "<style><![CDATA[ a { fill: url(https://e.example/x) } ]]></style>",
      "<rect style=\"fill: url( 'http://e.example' )\"/>",
      "<rect style=\"fill: u\\72l(//e.example)\"/>",
      "<rect fill=\"url(//e.example#a)\"/>",
      "<feImage href=\"data:image/svg+xml;base64,PHN2Zy8+\"/>",
      "<image href=\"data:text/html,x\"/>",
      "<b:body xmlns:b=\"http://www.w3.org/1999/xhtml\"/>",
      "<iframe src=\"#\"/>",
      "<?xml-stylesheet href=\"x.xsl\" type=\"text/xsl\"?>",
      "<!DOCTYPE svg [<!ENTITY a 'x'>]>",
      "<g xml:base=\"http://e.example/\"/>",
      "<g a=b/>",
      "<g onclick=\"x()",
  };
  const char* kept[] = {
      "<!-- <script> -->",
      "<text>script onload=\"x\" javascript:</text>",
      "<use xlink:href=\"#a\"/>",
      "<image href=\"data:image/png;base64,AAAA\"/>",
      "<rect fill=\"url(#a)\" style=\"fill:url('#a');stroke:#000\"/>",
      "<style>.a{fill:url(#b)} @media print{.a{fill:#000}}</style>",
      "<metadata><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" rdf:about=\"\"/></metadata>",
      "<animate attributeName=\"cx\" from=\"1\" to=\"2\"/>",
      "<g inkscape:label=\"a > b\"/>",
      "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">",
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
  };
  write("site.yaml", "title: t\n");
  write("content/index.md", "# H\n\n![x](evil.svg)\n");
  for (const char* text : refused) {
    INFO(text);
    write("content/evil.svg", begin + text + "\n</svg>\n");
    const Outcome checked = run_shirube({"-r", path(), "check", "--json"});
    CHECK(rules_of(checked).starts_with("drawing-active(content/evil.svg:"));
    CHECK(checked.code == 1);
  }
  for (const char* text : kept) {
    INFO(text);
    write("content/evil.svg", begin + text + "\n</svg>\n");
    CHECK(rules_of(run_shirube({"-r", path(), "check", "--json"})).empty());
  }
  write("content/evil.svg", std::string("\xFF\xFE<\0s\0", 6));
  CHECK(rules_of(run_shirube({"-r", path(), "check", "--json"})).starts_with("drawing-active"));
}
