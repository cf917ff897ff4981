// What is read of a site's repository, and that nothing of it is ever run.
#include "source/git_history.h"

#include <filesystem>
#include <string>
#include <vector>

#include "support/catch.h"
#include "support/program.h"

namespace {

using shirube::source::GitHistory;
using shirube::source::newest_commit_time;
using shirube::source::read_git_history;
using shirube::tests::Outcome;
using shirube::tests::run_program;
using shirube::tests::run_shirube;
using shirube::tests::TemporaryFolder;
namespace fs = std::filesystem;

// A repository in a new folder; commits have the requested time.
class Repository : public TemporaryFolder {
 public:
  Repository() { start(path()); }

  static void start(const std::string& folder, const std::vector<std::string>& options = {}) {
    std::vector<std::string> arguments = {"git", "init", "-q"};
    arguments.insert(arguments.end(), options.begin(), options.end());
    arguments.push_back(folder);
    REQUIRE(run_program(arguments).code == 0);
  }
  void git(std::vector<std::string> arguments, const std::string& time = "2026-01-01T00:00:00Z") const {
    arguments.insert(arguments.begin(), {"env", "GIT_AUTHOR_DATE=" + time, "GIT_COMMITTER_DATE=" + time, "git", "-C",
                                         path(), "-c", "user.name=a", "-c", "user.email=a@example.com"});
    const Outcome outcome = run_program(arguments);
    INFO(outcome.err);
    REQUIRE(outcome.code == 0);
  }
  void commit(const std::string& time) const {
    git({"add", "-A"});
    git({"commit", "-q", "--allow-empty", "-m", "x"}, time);
  }
  std::string day(const std::string& name) const {
    const auto history = read_git_history(path(), "content");
    REQUIRE(history);
    const auto found = history.value().days.find(name);
    return found == history.value().days.end() ? "" : found->second;
  }
};

const std::string smallest_site = "title: 試験\n";

}  // namespace

TEST_CASE_METHOD(Repository, "a commit's day is the committer's own, and a file that only moved keeps it") {
  write("content/a.md", "# 甲\n");
  write("content/b.md", "# 乙\n\n本文\n");
  write("content/日本 語\n.md", "# 名前\n");
  commit("2026-04-01T00:30:00+09:00");
  fs::create_directories(*this / "content/new");
  fs::rename(*this / "content/b.md", *this / "content/c.md");
  commit("2026-06-10T12:00:00+09:00");
  fs::rename(*this / "content/c.md", *this / "content/new/c.md");
  commit("2026-06-11T12:00:00Z");
  write("content/c.md", "# 別のページ\n");
  write("content/b.md", "# また別のページ\n");
  commit("2026-06-12T23:59:00-08:00");
  CHECK(day("a.md") == "2026-04-01");
  CHECK(day("new/c.md") == "2026-04-01");
  CHECK(day("c.md") == "2026-06-12");
  CHECK(day("b.md") == "2026-06-12");
  CHECK(day("日本 語\n.md") == "2026-04-01");
  write("content/new/c.md", "# 乙\n\n本文を直した\n");
  commit("2026-07-01T00:00:00Z");
  CHECK(day("new/c.md") == "2026-07-01");
  CHECK(newest_commit_time(path()).value() == 1782864000);
}

TEST_CASE_METHOD(Repository,
                 "history is read from a packed repository, a linked work tree, a detached head, and a sub-folder") {
  write("site/content/a.md", "# 甲\n");
  commit("2026-04-01T12:00:00Z");
  git({"gc", "-q"});
  const auto day_below = [](const std::string& root) {
    const auto history = read_git_history(root, "content");
    REQUIRE(history);
    CHECK(history.value().gap == GitHistory::Gap::none);
    return history.value().days.contains("a.md") ? history.value().days.at("a.md") : std::string();
  };
  CHECK(day_below(*this / "site") == "2026-04-01");
  git({"worktree", "add", "-q", *this / "linked", "-b", "other"});
  CHECK(day_below(*this / "linked/site") == "2026-04-01");
  git({"checkout", "-q", "--detach"});
  CHECK(day_below(*this / "site") == "2026-04-01");
  const TemporaryFolder outside;
  outside.write("content/a.md", "# 甲\n");
  CHECK(day_below(outside.path()).empty());
}

TEST_CASE_METHOD(Repository, "dates are left out, with a reason, where git cannot give them") {
  write("site.yaml", smallest_site);
  write("content/index.md", "# 甲\n");
  commit("2026-04-01T12:00:00Z");
  commit("2026-04-02T12:00:00Z");
  const TemporaryFolder other;
  const std::string clone = other / "clone";
  REQUIRE(run_program({"git", "clone", "-q", "--depth", "1", "file://" + path(), clone}).code == 0);
  CHECK(read_git_history(clone, "content").value().gap == GitHistory::Gap::shallow);
  CHECK(newest_commit_time(clone).value() == 1775131200);
  const Outcome shallow = run_shirube({"-r", clone, "build", "--lang", "en"});
  CHECK(shallow.code == 0);
  CHECK(shallow.err.find("this is a shallow clone") != std::string::npos);
  CHECK(shallow.err.find("this is a shallow clone") == shallow.err.rfind("this is a shallow clone"));
  fs::remove_all(*this / ".git/objects");
  fs::create_directories(*this / ".git/objects");
  CHECK(read_git_history(path(), "content").value().gap == GitHistory::Gap::refused);
  CHECK(run_shirube({"-r", path(), "build", "--lang", "ja"}).err.find("git が履歴を読めない") != std::string::npos);
}

TEST_CASE_METHOD(Repository,
                 "nothing that a site brings with it is run when it is built, checked, issued or rendered") {
  const std::string script = *this / "hostile.sh";
  const std::string seen = *this / "it-ran";
  write("hostile.sh", "#!/bin/sh\ntouch '" + seen + "'\nexit 0\n");
  fs::permissions(script, fs::perms::owner_all);
  const std::string hostile_config =
      "[core]\n  repositoryformatversion = 0\n  bare = false\n  fsmonitor = " + script + "\n  sshCommand = " + script +
      "\n  pager = " + script + "\n  hooksPath = " + path() + "\n  askPass = " + script + "\n  gitProxy = " + script +
      "\n[log]\n  showSignature = true\n[gpg]\n  program = " + script + "\n[gpg \"ssh\"]\n  program = " + script +
      "\n[diff]\n  external = " + script +
      "\n[protocol \"ext\"]\n  allow = always\n[extensions]\n  partialClone = origin\n"
      "[remote \"origin\"]\n  promisor = true\n  url = ext::" +
      script + "\n  uploadpack = " + script + "\n";
  write("site.yaml", smallest_site);
  write("content/index.md", "# 試験\n");
  SECTION("the site's own repository, with a signed commit and a missing object") {
    commit("2026-04-01T12:00:00Z");
    const Outcome commit_text = run_program({"git", "-C", path(), "cat-file", "commit", "HEAD"});
    std::string text = commit_text.out;
    text.insert(text.find("\n\n"), "\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n iQ==\n -----END PGP SIGNATURE-----");
    const Outcome signed_commit =
        run_program({"git", "-C", path(), "hash-object", "-t", "commit", "-w", "--stdin"}, text);
    REQUIRE(signed_commit.code == 0);
    git({"update-ref", "HEAD", signed_commit.out.substr(0, 40)});
    write(".git/config", hostile_config);
    // The configuration does what it is feared for: git itself runs the program.
    run_program({"git", "-C", path(), "log", "-1"});
    REQUIRE(fs::exists(seen));
    fs::remove(seen);
    SECTION("whole") {}
    SECTION("with missing objects") {
      const Outcome tree = run_program({"git", "--git-dir", *this / ".git", "rev-parse", "HEAD^{tree}"});
      fs::remove(seen);
      fs::remove(*this / (".git/objects/" + tree.out.substr(0, 2) + "/" + tree.out.substr(2, 38)));
    }
  }
  SECTION("a content folder laid out like a bare repository") {
    const std::string content = *this / "content";
    fs::create_directories(content + "/refs/heads");
    fs::create_directories(content + "/objects/info");
    write("content/HEAD", "ref: refs/heads/main\n");
    write("content/config", hostile_config);
  }
  SECTION("a `.git` below the content, and one that is a file") {
    Repository::start(*this / "content");
    write("content/.git/config", hostile_config);
    write("content/sub/.git", "gitdir: ../.git\n");
  }
  SECTION("a program `git` in the folder that the command is run in") {
    fs::copy_file(script, *this / "git");
  }
  for (const char* command : {"build", "check", "render content/index.md", "issue --template none --people none.csv"}) {
    run_program({"sh", "-c", "cd '" + path() + "' && PATH=.:$PATH '" SHIRUBE_PROGRAM "' -r . " + command});
    INFO(command);
    CHECK_FALSE(fs::exists(seen));
  }
}
