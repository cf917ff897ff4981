// Which records of a family a directive shows.
#pragma once

#include <string>
#include <vector>

#include "source/range.h"

namespace shirube::render::html {

// The records named, in that order; all if none is named.
template <class Record, class Show>
void for_each_chosen(const std::vector<Record>& family, const std::vector<source::Located<std::string>>& ids,
                     Show show) {
  if (ids.empty()) {
    for (const Record& record : family) show(record);
  }
  for (const auto& id : ids) {
    for (const Record& record : family) {
      if (record.head.id.value == id.value) show(record);
    }
  }
}

}  // namespace shirube::render::html
