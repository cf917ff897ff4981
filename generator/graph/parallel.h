// Loops over all cores. Results land at their index, never in the order of completion. The only user of oneTBB.
#pragma once

#include <cstddef>
#include <functional>

namespace shirube::graph {

// While it lives, loops use `jobs` threads (0: one a core) with stacks of 8 MiB.
class Jobs {
 public:
  explicit Jobs(int jobs);
  ~Jobs();
  Jobs(const Jobs&) = delete;
  Jobs& operator=(const Jobs&) = delete;

 private:
  struct Control;
  Control* control_;
};

// Calls work(0) … work(count - 1), each once, in any order and from several threads; returns when all are done.
void for_each_index(std::size_t count, const std::function<void(std::size_t)>& work);

}  // namespace shirube::graph
