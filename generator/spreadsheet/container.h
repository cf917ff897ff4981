// The parts of a zip container. The only user of libzip is container.cpp.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "source/result.h"
#include "spreadsheet/read.h"

namespace shirube::spreadsheet {

class Container {
 public:
  // `bytes` must outlive the container.
  static source::Result<Container> open(std::string_view bytes, const ReadLimits& limits);
  ~Container();
  Container(Container&&) noexcept;
  Container& operator=(Container&&) noexcept;

  // Names are compared without regard to case; a leading `/` is left out.
  bool has(std::string_view part) const;
  // The whole part, checked against its sum.
  source::Result<std::string> read(std::string_view part);

 private:
  Container();
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace shirube::spreadsheet
