#include <cerrno>
#include <cstdio>
#include <new>
#include <system_error>

#include "cli/out_of_memory.h"
#include "cli/run.h"

int main(int count, char** arguments) {
  using namespace shirube;
  cli::end_when_out_of_memory(cli::language_of(count, arguments));
  int code = 4;
  try {
    code = cli::run(count, arguments);
  } catch (const std::bad_alloc&) {
    cli::end_out_of_memory();
  } catch (const std::system_error& error) {  // no thread can be started
    std::fprintf(stderr, "shirube: %s\n", error.what());
  }
  errno = 0;  // whatever was refused on the way has been dealt with
  return code;
}
