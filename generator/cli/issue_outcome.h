// What became of a run of `shirube issue`: which files were made or kept, and what the folder's list says now.
#pragma once

#include <string>
#include <vector>

#include "cli/issue_orders.h"
#include "cli/issue_people.h"
#include "cli/issued_files.h"
#include "cli/issued_period.h"
#include "cli/options.h"
#include "diagnostic/diagnostic.h"

namespace shirube::cli {

// The lines of the folder after this run, and those of them that nobody in the list needs any more.
struct Ledger {
  std::vector<IssuedLine> lines;
  std::vector<IssuedLine> not_listed;       // the person is not in the list
  std::vector<IssuedLine> post_not_listed;  // the person is, without this post
  std::vector<IssuedLine> doubles;          // the person has another one for the same post
};
Ledger make_ledger(const Orders& orders, const Recipients& recipients, const IssuedFiles& folder,
                   const IssueRound& round);
// With --withdraw: untouched files of those lines go to replaced/, and the lines go, too. What stays of a post or is
// a double is left out of the ZIPs. Reports them all.
source::Result<void> withdraw(Ledger& ledger, const IssuedFiles& folder, const Options& options,
                              diagnostic::Sink& sink);

// What was kept and why, what was made anew, whose assessor or post changed, who has two versions of the sheet.
void report_orders(const std::vector<Order>& orders, const IssuedFiles& folder, const IssueRound& round,
                   diagnostic::Sink& sink);
// For --dry-run, one line each on standard output: state, number, file.
void list_plan(const std::vector<Order>& orders, const Ledger& ledger, const Options& options);
// The last line of a run, on standard error.
void summarise(const std::vector<Order>& orders, const Ledger& ledger, std::size_t refused, const Options& options);

}  // namespace shirube::cli
