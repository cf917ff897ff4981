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
#include <utility>
#include <vector>

#include "cli/commands.h"
#include "cli/load.h"
#include "cli/output_folder.h"
#include "cli/report.h"
#include "cli/streams.h"
#include "source/descriptor.h"
#include "source/format.h"
#include "source/replacement.h"
#include "source/terminal_text.h"

namespace shirube::cli {

namespace {

using diagnostic::Kind;
namespace fs = std::filesystem;

// What CHROMIUM names, else the first of the usual names that the absolute folders of PATH hold.
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
      // An empty or relative folder is one of where we are: the site's. Nothing of a site is run.
      if (folders[begin] == '/' && ::access(program.c_str(), X_OK) == 0) return program;
      begin = end + 1;
    }
  }
  return {};
}

// What the browser gets of our environment: how to find programs, language and fonts. Everything else of the user's
// browser, a site's variables and preloaded libraries stay out; its home is the empty profile.
std::vector<std::string> environment_for(const std::string& profile) {
  std::vector<std::string> variables = {"HOME=" + profile, "XDG_CONFIG_HOME=" + profile, "XDG_CACHE_HOME=" + profile,
                                        "XDG_DATA_HOME=" + profile, "XDG_RUNTIME_DIR=" + profile};
  for (const char* name : {"PATH", "LANG", "LC_ALL", "LC_CTYPE", "TMPDIR", "FONTCONFIG_FILE", "FONTCONFIG_PATH"}) {
    if (const char* value = std::getenv(name)) variables.push_back(std::string(name) + "=" + value);
  }
  return variables;
}

// The words, and a null at the end; they have to outlive them.
std::vector<char*> pointers_to(std::vector<std::string>& words) {
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  return pointers;
}

// Exit status of a program whose output nobody reads, run in `folder`; -1 if it could not be started.
int run_quietly(std::vector<std::string> arguments, const std::string& folder) {
  std::vector<std::string> variables = environment_for(folder);
  posix_spawn_file_actions_t actions;
  if (posix_spawn_file_actions_init(&actions) != 0) return -1;
  bool ready = posix_spawn_file_actions_addchdir_np(&actions, folder.c_str()) == 0;
  ready = ready && posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0) == 0;
  for (const int stream : {STDOUT_FILENO, STDERR_FILENO}) {
    ready = ready && posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_WRONLY, 0) == 0;
  }
  pid_t child = 0;
  const bool spawned = ready && ::posix_spawn(&child, arguments[0].c_str(), &actions, nullptr,
                                              pointers_to(arguments).data(), pointers_to(variables).data()) == 0;
  posix_spawn_file_actions_destroy(&actions);
  if (!spawned) return -1;
  int status = 0;
  pid_t ended = 0;
  while ((ended = ::waitpid(child, &status, 0)) < 0 && errno == EINTR) {
  }
  return ended == child && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

// A browser that meets a full disk ends with 0 all the same: a PDF begins and ends with its own marks.
bool is_whole_pdf(const std::string& path) {
  constexpr std::size_t end_size = 1024;
  const source::Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  std::string begin;
  std::string end;
  const auto read = source::read_in_pieces(file, path, [&](std::string_view piece) -> source::Result<void> {
    if (begin.empty()) begin = piece.substr(0, 5);
    end.append(piece);
    if (end.size() > end_size) end.erase(0, end.size() - end_size);
    return {};
  });
  return read && begin == "%PDF-" && end.find("%%EOF") != std::string::npos;
}

// A folder with a name of its own, removed with all that is in it.
class OwnFolder {
 public:
  explicit OwnFolder(std::string pattern) : path_(std::move(pattern)) {
    if (::mkdtemp(path_.data()) == nullptr) path_.clear();
  }
  ~OwnFolder() {
    std::error_code ignored;
    if (!path_.empty()) fs::remove_all(path_, ignored);
  }
  OwnFolder(const OwnFolder&) = delete;
  OwnFolder& operator=(const OwnFolder&) = delete;

  explicit operator bool() const { return !path_.empty(); }
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

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

// Beside `target` first, so that a browser that fails costs no earlier PDF.
source::Result<void> print_to(const fs::path& target, const fs::path& page, const std::string& browser) {
  std::error_code error;
  const fs::path temporary = fs::temp_directory_path(error);
  if (error) return source::failure_from_errno(error.value(), temporary.string());
  const OwnFolder profile((temporary / "shirube-pdf-XXXXXX").string());
  if (!profile) return source::failure_from_errno(errno, temporary.string());
  const OwnFolder beside((target.parent_path() / ".shirube-pdf-XXXXXX").string());
  if (!beside) return source::failure_from_errno(errno, target.string());
  const std::string made = beside.path() + "/made.pdf";
  std::vector<std::string> arguments = {browser,
                                        "--headless",
                                        "--disable-gpu",
                                        "--no-first-run",
                                        "--disable-background-networking",
                                        "--disable-extensions",
                                        "--user-data-dir=" + profile.path(),
                                        "--no-pdf-header-footer",
                                        "--print-to-pdf=" + made,
                                        file_url(page)};
  // Chromium refuses its sandbox to root, as in most containers; the only page it opens is our own.
  if (::geteuid() == 0) arguments.insert(arguments.begin() + 1, "--no-sandbox");
  if (run_quietly(std::move(arguments), profile.path()) != 0 || !is_whole_pdf(made)) {
    return source::Failure{source::Failure::Kind::other, target.string(), ""};
  }
  return source::rename_into_place(made, target.string());
}

void print(const std::string& folder, const Options& options, Session& session) {
  std::error_code error;
  const fs::path source = fs::absolute(folder) / "print.html";
  const std::string target = options.file.empty() ? "handbook.pdf" : options.file;
  if (!fs::exists(source, error)) {
    session.sink.report_at(Kind::pdf_no_edition, "", {source.string()});
    return;
  }
  const std::string browser = find_browser();
  if (browser.empty()) {
    session.sink.report_at(Kind::pdf_no_browser, "", {});
    return;
  }
  if (!print_to(fs::absolute(target), source, fs::absolute(browser).string())) {
    session.sink.report_at(Kind::pdf_failed, "", {target, browser});
  } else if (!options.quiet) {
    write_error(source::terminal_text(target) + "\n");
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
