#include "cli/out_of_memory.h"

#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <new>

namespace shirube::cli {

namespace {

constexpr const char* sentences[] = {
    "shirube: out of memory; the published edition is unchanged: close other programs, or raise "
    "the limit (ulimit -v, or the container's)\n",
    "shirube: メモリが足りないため中止しました（公開中の版はそのままです）。ほかのプログラムを閉じるか、メモリの上限（ulimit "
    "-v やコンテナの設定）を上げてください。\n"};
std::atomic<const char*> sentence{sentences[0]};

// A C library that was refused memory has left ENOMEM in its thread's errno when it then aborts or uses what it did not
// get. Any other fault takes its usual course.
void on_fault(int signal) {
  if (errno == ENOMEM) end_out_of_memory();
  std::signal(signal, SIG_DFL);
  std::raise(signal);
}

// Graphviz calls exit(1).
void on_exit_of_library() {
  if (errno == ENOMEM) end_out_of_memory();
}

// What no `catch` can see: a library that was interrupted in the middle of its own clean-up.
[[noreturn]] void end_when_terminated() {
  if (const std::exception_ptr thrown = std::current_exception()) {
    try {
      std::rethrow_exception(thrown);
    } catch (const std::bad_alloc&) {
      end_out_of_memory();
    } catch (...) {
      errno = 0;
    }
  }
  std::abort();
}

// Before the initialisers of libraries, which allocate too (CLI11's validators). Nobody has said yet in which language.
[[gnu::constructor(101)]] void end_early() {
  std::set_new_handler(end_out_of_memory);
}

}  // namespace

void end_when_out_of_memory(diagnostic::Language language) {
  sentence = sentences[language == diagnostic::Language::japanese ? 1 : 0];
  std::set_new_handler(end_out_of_memory);
  std::set_terminate(end_when_terminated);
  std::atexit(on_exit_of_library);
#ifndef SHIRUBE_SANITIZED  // whose own handlers say more
  // On a stack of its own: a thread whose stack could not grow has none left.
  static std::array<std::byte, 32768> stack;
  stack_t own{};
  own.ss_sp = stack.data();
  own.ss_size = stack.size();
  ::sigaltstack(&own, nullptr);
  struct sigaction action {};
  action.sa_handler = on_fault;
  action.sa_flags = SA_ONSTACK;
  for (const int signal : {SIGABRT, SIGSEGV, SIGBUS}) ::sigaction(signal, &action, nullptr);
#endif
}

void end_out_of_memory() {
  static std::atomic_flag said;  // threads may come here at once; one speaks
  const char* text = sentence;
  if (said.test_and_set()) ::pause();
  [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, text, std::strlen(text));
  ::_exit(4);
}

}  // namespace shirube::cli
