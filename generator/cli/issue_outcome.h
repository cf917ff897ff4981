// What became of a run of `shirube issue`: which files were made or kept, and what the folder's list says now.
#pragma once

#include <string>
#include <vector>

#include "cli/issue_people.h"
#include "cli/issued_files.h"
#include "cli/options.h"
#include "diagnostic/diagnostic.h"

namespace shirube::cli {

// One workbook: whose, under which name, and what a list says about it so far.
struct Order {
  const Recipient* recipient = nullptr;
  IssuedLine line;
  const IssuedLine* before = nullptr;
  bool replace = false;
  BookState state = BookState::fresh;
  bool done = false;
};

// The lines of the folder after this run, and which of them are about people who are not in the list any more.
struct Ledger {
  std::vector<IssuedLine> lines;
  std::vector<IssuedLine> not_listed;
};
Ledger make_ledger(const std::vector<Order>& orders, const Recipients& recipients, const IssuedFiles& folder,
                   const std::string& workbook, const std::string& period);
// With --withdraw: untouched files of those people go to replaced/, and their lines go, too. Reports them all.
source::Result<void> withdraw(Ledger& ledger, const IssuedFiles& folder, const Options& options,
                              diagnostic::Sink& sink);

// What was kept and why, what was rewritten, whose assessor changed, who has two versions of the sheet.
void report_orders(const std::vector<Order>& orders, const IssuedFiles& folder, diagnostic::Sink& sink);
// For --dry-run, one line each on standard output: state, number, file.
void list_plan(const std::vector<Order>& orders, const Ledger& ledger, const Options& options);
// The last line of a run, on standard error.
void summarise(const std::vector<Order>& orders, std::size_t refused, std::size_t not_listed, const Options& options);

// As it is in the names of files: 0.1.0 listed no other form of it.
bool is_same_period(const std::string& left, const std::string& right);

}  // namespace shirube::cli
