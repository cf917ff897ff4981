// Publishes two editions in turn until it is killed, and says so after each: the victim of kill_test.cpp.
//
// alternating_publisher FOLDER exchange|renames|die-between-renames
#include <signal.h>
#include <unistd.h>

#include <string_view>

#include "publish/editions.h"
#include "publish/publish.h"

using namespace shirube;

int main(int count, char** arguments) {
  if (count != 3) return 2;
  const std::string_view method = arguments[2];
  const render::OutputSet editions[] = {tests::outputs_of(tests::large_edition('A')),
                                        tests::outputs_of(tests::large_edition('B'))};
  for (int i = 0;; ++i) {
    publish::Options options;
    options.folder = arguments[1];
    options.swap.exchange = method == "exchange";
    if (method == "die-between-renames" && i > 0) options.swap.between_renames = [] { ::raise(SIGKILL); };
    auto publication = publish::Publication::open(options);
    if (!publication || !std::move(publication).value().publish(editions[i % 2])) return 4;
    if (::write(STDOUT_FILENO, ".", 1) != 1) return 4;
  }
}
