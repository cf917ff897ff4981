#include "cli/streams.h"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>

namespace shirube::cli {

namespace {

bool has_failed(std::FILE* stream) {
  return std::fflush(stream) != 0 || std::ferror(stream) != 0;
}

bool has_no_reader(int descriptor) {
  pollfd asked{descriptor, POLLOUT, 0};
  return ::poll(&asked, 1, 0) == 1 && (asked.revents & POLLERR) != 0;
}

}  // namespace

void occupy_closed_streams() {
  for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(descriptor, F_GETFD) >= 0 || errno != EBADF) continue;
    // The lowest free number is this one: the ones before it are taken by now.
    const int opened = ::open("/dev/null", descriptor == STDOUT_FILENO ? O_RDONLY : O_WRONLY);
    if (opened >= 0 && opened != descriptor) ::close(opened);
  }
}

void write_output(std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stdout);
}

void write_error(std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stderr);
}

int close_streams(int code, diagnostic::Language language) {
  constexpr int environment = 4;
  if (has_failed(stdout)) {
    if (!has_no_reader(STDOUT_FILENO)) {
      write_error(language == diagnostic::Language::japanese
                      ? "shirube: 標準出力に書き込めません。空きがないか、閉じられています。\n"
                      : "shirube: standard output cannot be written to: no space is left, or it is closed\n");
    }
    code = environment;
  }
  return has_failed(stderr) ? environment : code;
}

}  // namespace shirube::cli
