// One build at a time for an output folder: an exclusive flock(2), freed by the kernel however the process ends.
#pragma once

#include "publish/place.h"
#include "source/descriptor.h"
#include "source/result.h"

namespace shirube::publish {

// Held until destroyed; the lock file is then removed. `place` must outlive it.
class Lock {
 public:
  // Does not wait. A lock held by another process is Failure::Kind::busy with its id and its start in the detail.
  static source::Result<Lock> acquire(const Place& place);
  ~Lock();
  Lock(Lock&&) noexcept = default;
  Lock& operator=(Lock&&) = delete;

 private:
  Lock(const Place& place, source::Descriptor file) : place_(&place), file_(std::move(file)) {}

  const Place* place_;
  source::Descriptor file_;
};

}  // namespace shirube::publish
