// shirube pdf, with a browser that is only a shell script: what matters here is what we ask of it and what we say.
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>

#include "support/catch.h"
#include "support/program.h"

using namespace shirube::tests;

namespace {

struct PrintableSite : TemporaryFolder {
  PrintableSite() {
    write("site.yaml", "title: 試験\n");
    write("content/index.md", "# 試験\n");
  }
  // A program that stands in for Chromium.
  std::string browser(const std::string& script) const {
    write("browser", "#!/bin/sh\n" + script);
    ::chmod((*this / "browser").c_str(), 0755);
    return *this / "browser";
  }
  Outcome pdf(const std::string& chromium) const {
    return run_program({"env", "CHROMIUM=" + chromium, SHIRUBE_PROGRAM, "-r", path(), "pdf", *this / "book.pdf"});
  }
};

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE_METHOD(PrintableSite, "a site that was not built has nothing to print") {
  const Outcome outcome = pdf("/bin/true");
  CHECK(outcome.code == 4);
  CHECK(holds(outcome.err, "pdf-no-edition"));
}

TEST_CASE_METHOD(PrintableSite, "without a browser the message says what to install") {
  REQUIRE(run_shirube({"-r", path(), "build"}).code == 0);
  const Outcome outcome = pdf(*this / "nowhere");
  CHECK(outcome.code == 4);
  CHECK(holds(outcome.err, "pdf-no-browser"));
  CHECK(holds(outcome.err, "chromium"));
}

TEST_CASE_METHOD(PrintableSite, "a browser that writes nothing, or fails, is reported") {
  REQUIRE(run_shirube({"-r", path(), "build"}).code == 0);
  CHECK(holds(pdf(browser("exit 0\n")).err, "pdf-failed"));
  CHECK(holds(pdf(browser("exit 3\n")).err, "pdf-failed"));
}

TEST_CASE_METHOD(PrintableSite, "the browser is asked to print the print edition") {
  REQUIRE(run_shirube({"-r", path(), "build"}).code == 0);
  const Outcome outcome = pdf(browser(
      "for argument; do\n"
      "  case $argument in --print-to-pdf=*) target=${argument#--print-to-pdf=} ;; file://*) page=$argument ;; esac\n"
      "done\n"
      "printf '%%PDF-1.4\\n%s\\n%%%%EOF\\n' \"$page\" >\"$target\"\n"));
  CHECK(outcome.code == 0);
  CHECK(holds(read("book.pdf"), "file://"));
  CHECK(holds(read("book.pdf"), "/public/print.html"));
}

TEST_CASE_METHOD(PrintableSite, "a browser that fails, or stops in the middle, costs no earlier PDF") {
  REQUIRE(run_shirube({"-r", path(), "build"}).code == 0);
  write("book.pdf", "an earlier book");
  for (const char* script : {"exit 3\n", "exit 0\n", "for a; do case $a in --print-to-pdf=*) echo %PDF-1.4 >${a#*=} ;; esac; done\n"}) {
    const Outcome outcome = pdf(browser(script));
    INFO(script);
    CHECK(outcome.code == 4);
    CHECK(read("book.pdf") == "an earlier book");
  }
}

TEST_CASE_METHOD(PrintableSite, "the browser gets nothing of the site: no variables, no folder, no program of it") {
  REQUIRE(run_shirube({"-r", path(), "build"}).code == 0);
  const std::string stub = browser("{ env; pwd; } >'" + path() + "/seen'\nexit 1\n");
  run_program({"env", "-C", path(), "CHROMIUM=" + stub, "LD_LIBRARY_PATH=" + path(), "CHROME_CONFIG=site", "HOME=" + path(),
               SHIRUBE_PROGRAM, "pdf", "book.pdf"});
  const std::string seen = read("seen");
  CHECK(holds(seen, "HOME="));
  CHECK(!holds(seen, "LD_LIBRARY_PATH"));
  CHECK(!holds(seen, "CHROME_CONFIG"));
  CHECK(!holds(seen, "=" + path()));
  CHECK(!holds(seen, "\n" + path()));
  write("chromium", "#!/bin/sh\ntouch '" + path() + "/ran'\n");
  ::chmod((*this / "chromium").c_str(), 0755);
  run_program({"env", "-C", path(), "-u", "CHROMIUM", "PATH=.::relative", SHIRUBE_PROGRAM, "pdf", "book.pdf"});
  CHECK(read("ran").empty());
  CHECK(::access((*this / "ran").c_str(), F_OK) != 0);
}
