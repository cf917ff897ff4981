// shirube pdf: has the installed Chromium print the published print.html.
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <system_error>
#include <vector>

#include "cli/commands.h"
#include "cli/load.h"
#include "cli/output_folder.h"
#include "cli/report.h"
#include "source/format.h"
#include "source/terminal_text.h"

extern char** environ;  // NOLINT(readability-redundant-declaration): POSIX leaves the declaration to the program

namespace shirube::cli {

namespace {

using diagnostic::Kind;
namespace fs = std::filesystem;

// What CHROMIUM names, else the first of the usual names that PATH leads to.
std::string find_browser() {
  if (const char* named = std::getenv("CHROMIUM"); named != nullptr && *named != '\0') {
    return ::access(named, X_OK) == 0 ? named : std::string();
  }
  const char* path = std::getenv("PATH");
  const std::string folders = path == nullptr ? "/usr/bin:/bin" : path;
  for (const char* name : {"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"}) {
    for (std::size_t begin = 0; begin <= folders.size();) {
      const std::size_t end = std::min(folders.find(':', begin), folders.size());
      const std::string program = folders.substr(begin, end - begin) + "/" + name;
      if (::access(program.c_str(), X_OK) == 0) return program;
      begin = end + 1;
    }
  }
  return {};
}

// Exit status of a program whose output nobody reads; -1 if it could not be started.
int run_quietly(std::vector<std::string> arguments) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  std::vector<char*> pointers;
  for (std::string& argument : arguments) pointers.push_back(argument.data());
  pointers.push_back(nullptr);
  pid_t child = 0;
  const int spawned = ::posix_spawn(&child, pointers[0], &actions, nullptr, pointers.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (spawned != 0) return -1;
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

// file:// with every byte that a URL may not hold as it is written as %XX.
std::string file_url(const fs::path& path) {
  std::string url = "file://";
  for (const char c : path.string()) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       std::string_view("/-._~").find(c) != std::string_view::npos;
    url += plain ? std::string(1, c) : source::format("%{:02X}", byte);
  }
  return url;
}

void print(const std::string& folder, const Options& options, Session& session) {
  const fs::path source = fs::absolute(folder) / "print.html";
  const std::string target = options.file.empty() ? "handbook.pdf" : options.file;
  std::error_code ignored;
  if (!fs::exists(source, ignored)) {
    session.sink.report_at(Kind::pdf_no_edition, "", {source.string()});
    return;
  }
  const std::string browser = find_browser();
  if (browser.empty()) {
    session.sink.report_at(Kind::pdf_no_browser, "", {});
    return;
  }
  std::string profile = (fs::temp_directory_path(ignored) / "shirube-pdf-XXXXXX").string();
  if (::mkdtemp(profile.data()) == nullptr) {
    session.sink.report_at(Kind::pdf_failed, "", {target, browser});
    return;
  }
  fs::remove(target, ignored);
  std::vector<std::string> arguments = {browser,
                                        "--headless",
                                        "--disable-gpu",
                                        "--no-first-run",
                                        "--disable-background-networking",
                                        "--user-data-dir=" + profile,
                                        "--no-pdf-header-footer",
                                        "--print-to-pdf=" + fs::absolute(target).string(),
                                        file_url(source)};
  // Chromium refuses its sandbox to root, as in most containers; the only page it opens is our own.
  if (::geteuid() == 0) arguments.insert(arguments.begin() + 1, "--no-sandbox");
  const int status = run_quietly(std::move(arguments));
  fs::remove_all(profile, ignored);
  const auto size = fs::file_size(target, ignored);
  if (status != 0 || ignored || size == 0) {
    session.sink.report_at(Kind::pdf_failed, "", {target, browser});
  } else if (!options.quiet) {
    std::fprintf(stderr, "%s\n", source::terminal_text(target).c_str());
  }
}

}  // namespace

int pdf(const Options& options) {
  Session session;
  if (auto site = source::RealFileSystem::open(options.root); !site) {
    report_failure(site.failure(), true, session.sink);
  } else if (const auto config = load_config(*site.value(), options.config, session)) {
    print(output_folder(options, *config), options, session);
  }
  return report_findings(session.sink, session.sources, options);
}

}  // namespace shirube::cli
