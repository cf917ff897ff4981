// Loops over all cores. Results land at their index, never in the order of completion. The only user of oneTBB.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>

namespace shirube::graph {

// While it lives, loops use `jobs` threads (0 or less: one per core) with stacks of 8 MiB. Make it before the first
// loop, at most one at a time. Without it, loops use one thread a core and the system's stacks.
class Jobs {
 public:
  explicit Jobs(int jobs);
  ~Jobs();
  Jobs(const Jobs&) = delete;
  Jobs& operator=(const Jobs&) = delete;

  int count() const;

 private:
  struct Control;
  std::unique_ptr<Control> control_;
};

// Calls work(0) … work(count - 1), each once, in any order and from several threads; returns when all are done. An
// exception does not stop the others; the one of the lowest index is thrown in the end, so that the same one is seen
// with any number of threads.
void for_each_index(std::size_t count, const std::function<void(std::size_t)>& work);

}  // namespace shirube::graph
