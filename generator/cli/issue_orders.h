// Which workbook of a folder is whose: by number, then by post, however the list has changed since.
#pragma once

#include <vector>

#include "cli/issue_people.h"
#include "cli/issued_files.h"
#include "cli/issued_names.h"
#include "cli/issued_period.h"
#include "cli/options.h"

namespace shirube::cli {

// One workbook: whose, under which name, and what a list says about it so far.
struct Order {
  const Recipient* recipient = nullptr;
  IssuedLine line;
  const IssuedLine* before = nullptr;
  std::vector<const IssuedLine*> doubles;  // of the same person, post, version and period as `before`
  bool replace = false;
  BookState state = BookState::fresh;
  bool done = false;
};

struct Orders {
  std::vector<Order> all;                  // of this part
  std::vector<const IssuedLine*> dropped;  // of this round: the person is in the list, without this post
};
// Points into `recipients` and the lines of `folder`.
Orders place_orders(const Recipients& recipients, const IssuedFiles& folder, const IssuedNames& names,
                    const IssueRound& round, const Options& options);

}  // namespace shirube::cli
