#include "graph/parallel.h"

#include <atomic>
#include <mutex>
#include <set>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "support/catch.h"

using namespace shirube;

TEST_CASE("results land at their index, with any number of jobs") {
  for (const int jobs : {0, 1, 2, 8}) {
    const graph::Jobs limit(jobs);
    std::vector<std::string> results(5000);
    graph::for_each_index(results.size(), [&](std::size_t i) { results[i] = std::to_string(i * i); });
    for (std::size_t i = 0; i < results.size(); ++i) REQUIRE(results[i] == std::to_string(i * i));
  }
}

TEST_CASE("a loop over nothing does nothing") {
  std::atomic<int> calls = 0;
  graph::for_each_index(0, [&](std::size_t) { ++calls; });
  CHECK(calls == 0);
}

TEST_CASE("one job is one thread, and jobs are never more threads than asked for") {
  for (const int jobs : {1, 3}) {
    const graph::Jobs limit(jobs);
    CHECK(limit.count() == jobs);
    std::mutex mutex;
    std::set<std::thread::id> threads;
    std::atomic<int> active = 0;
    std::atomic<int> most = 0;
    graph::for_each_index(2000, [&](std::size_t) {
      const int now = ++active;
      int seen = most;
      while (seen < now && !most.compare_exchange_weak(seen, now)) {
      }
      {
        const std::lock_guard<std::mutex> lock(mutex);
        threads.insert(std::this_thread::get_id());
      }
      --active;
    });
    CHECK(most <= jobs);
    if (jobs == 1) CHECK(threads.size() == 1);
  }
}

TEST_CASE("an exception is not lost, does not stop the others, and is the one of the lowest index") {
  for (const int jobs : {1, 8}) {
    const graph::Jobs limit(jobs);
    std::vector<int> done(1000, 0);
    std::string caught;
    try {
      graph::for_each_index(done.size(), [&](std::size_t i) {
        done[i] = 1;
        if (i % 100 == 37) throw std::runtime_error(std::to_string(i));
      });
    } catch (const std::runtime_error& error) {
      caught = error.what();
    }
    CHECK(caught == "37");
    for (const int one : done) REQUIRE(one == 1);
  }
}

namespace {

// As deep as a page's nesting never gets: some 3 MiB of stack.
std::size_t descend(std::size_t depth) {
  volatile char frame[1024] = {};
  frame[depth % sizeof frame] = 1;
  return depth == 0 ? 0 : descend(depth - 1) + static_cast<std::size_t>(frame[depth % sizeof frame]);
}

}  // namespace

TEST_CASE("each job has a deep stack") {
  const graph::Jobs limit(4);
  std::atomic<std::size_t> sum = 0;
  graph::for_each_index(64, [&](std::size_t) { sum += descend(3000); });
  CHECK(sum == 64 * 3000);
}
