#include "graph/parallel.h"

#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/info.h>
#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/task_arena.h>

#include <algorithm>
#include <exception>
#include <mutex>

namespace shirube::graph {

namespace {

constexpr std::size_t stack_size = std::size_t{8} << 20;

std::size_t threads_for(int jobs) {
  const int wanted = jobs > 0 ? jobs : oneapi::tbb::info::default_concurrency();
  return static_cast<std::size_t>(std::max(1, wanted));
}

// Keeps the exception of the lowest index.
class FirstFailure {
 public:
  void offer(std::size_t index, std::exception_ptr exception) {
    const std::lock_guard<std::mutex> lock(mutex_);
    if (exception_ && index_ < index) return;
    index_ = index;
    exception_ = std::move(exception);
  }
  void rethrow() const {
    if (exception_) std::rethrow_exception(exception_);
  }

 private:
  std::mutex mutex_;
  std::size_t index_ = 0;
  std::exception_ptr exception_;
};

}  // namespace

struct Jobs::Control {
  std::size_t count;
  oneapi::tbb::global_control threads;
  oneapi::tbb::global_control stacks;

  explicit Control(std::size_t jobs)
      : count(jobs),
        threads(oneapi::tbb::global_control::max_allowed_parallelism, jobs),
        stacks(oneapi::tbb::global_control::thread_stack_size, stack_size) {}
};

Jobs::Jobs(int jobs) : control_(std::make_unique<Control>(threads_for(jobs))) {}
Jobs::~Jobs() = default;
int Jobs::count() const {
  return static_cast<int>(control_->count);
}

void for_each_index(std::size_t count, const std::function<void(std::size_t)>& work) {
  FirstFailure failure;
  const auto guarded = [&](std::size_t index) {
    try {
      work(index);
    } catch (...) {
      failure.offer(index, std::current_exception());
    }
  };
  // The default arena never has more threads than the machine has cores; --jobs 8 on two cores means 8.
  const auto threads = oneapi::tbb::global_control::active_value(oneapi::tbb::global_control::max_allowed_parallelism);
  oneapi::tbb::task_arena arena(static_cast<int>(threads));
  arena.execute([&] { oneapi::tbb::parallel_for(std::size_t{0}, count, guarded); });
  failure.rethrow();
}

}  // namespace shirube::graph
