// The parts of a zip container. libzip is used here and in archive.cpp alone.
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "source/result.h"
#include "spreadsheet/read.h"

namespace shirube::spreadsheet {

// What the container's directory says of a part.
struct PartEntry {
  std::string name;
  std::uint64_t size = 0;
  std::uint32_t sum = 0;  // CRC-32 of its text
  friend auto operator<=>(const PartEntry&, const PartEntry&) = default;
};

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
  // In the order of the container.
  std::vector<PartEntry> parts() const;

 private:
  Container();
  struct State;
  std::unique_ptr<State> state_;
};

// The container with new texts for some of its parts; the others are carried over as they are compressed. Every name in
// `texts` is a part's, spelled as it is there. The same arguments give the same bytes.
source::Result<std::string> replace_parts(std::string_view container, const std::map<std::string, std::string>& texts);

}  // namespace shirube::spreadsheet
