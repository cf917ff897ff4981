// An entry of the dictionary of indicators, and the targets that it may have.
#pragma once

#include <optional>
#include <string>

#include "model/record.h"
#include "model/unit.h"

namespace shirube::model {

enum class Layer { outcome, operation, behaviour, mindset };
enum class Direction { up, down };
// ratio: value × baseline; difference: baseline + value; absolute: value itself.
enum class TargetKind { ratio, difference, absolute };
struct Target {
  TargetKind kind = TargetKind::absolute;
  Quantity value;
  std::optional<Quantity> from;  // a stated start (週1→週2), for absolute targets
};
// `indicators:` an entry of the dictionary.
struct Indicator {
  RecordHead head;
  std::string label;
  std::string definition;
  Layer layer = Layer::outcome;
  Unit unit;
  Direction direction = Direction::up;
  std::string frequency;
  std::string data_source;
  std::optional<Quantity> baseline;
  std::optional<Target> target;
  std::string owner;
  std::string note;
};

}  // namespace shirube::model
