// The period that workbooks are issued for: one, however it is spelt.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "cli/issued_list.h"
#include "model/period.h"

namespace shirube::cli {

class Periods {
 public:
  // The terms of the site.
  explicit Periods(std::vector<model::Period> terms) : terms_(std::move(terms)) {}

  // The term that has this id, else the one of this title; null if there is none.
  const model::Period* find(const std::string& period) const;
  // Whether both mean one term, or are one text but for width, case and blanks. 0.1.0 listed a period as it is in the
  // names of files, which is taken for the same.
  bool is_same(const std::string& left, const std::string& right) const;
  // What lists and names of files hold for `period`: the term's id, or the text without blanks at its ends; where a
  // folder has it under other spellings already, one of these.
  std::string name_of(const std::string& period, const std::set<std::string>& spellings) const;

  const std::vector<model::Period>& terms() const { return terms_; }

 private:
  std::vector<model::Period> terms_;
};

// What one run issues: a version of a template for a period.
struct IssueRound {
  std::string workbook;
  std::string version;
  std::string period;               // as Periods::name_of gives it
  std::set<std::string> spellings;  // of that period, in the lists

  // Whatever the version.
  bool has(const IssuedLine& line) const { return line.workbook == workbook && spellings.contains(line.period); }
};
IssueRound issue_round(const std::string& workbook, const std::string& version, const std::string& period,
                       const Periods& periods, const std::vector<IssuedLine>& lines);

}  // namespace shirube::cli
