// Who of a list gets a workbook, and what it offers them.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "cli/issued_files.h"
#include "cli/load.h"
#include "cli/options.h"
#include "diagnostic/row_findings.h"
#include "model/period.h"
#include "model/share.h"
#include "parse/people.h"
#include "render/xlsx/personal.h"

namespace shirube::cli {

struct Recipient {
  model::Person person;
  model::Share share;
  bool has_several_posts = false;
};

class Recipients {
 public:
  // All outlive this.
  Recipients(const model::Site& site, const model::WorkbookDefinition& workbook,
             const std::vector<render::xlsx::PersonalField>& fields, const render::xlsx::IssuedPeriod& period,
             Session& session)
      : site_(site), workbook_(workbook), fields_(fields), period_(period), session_(session) {}

  // False: there is no such table.
  bool read(const std::string& path, const model::IssueConfig& settings);
  // Takes out those whose number differs in leading zeros only from one that workbooks were issued to, and gives
  // assessors without a number the one that they had then.
  void compare_with(const IssuedFiles& folder);

  const std::vector<Recipient>& all() const { return recipients_; }
  // Whether that number is in the list, be it in a row that was refused.
  bool is_listed(const std::string& id) const;
  // Whether a row that was not refused has that number and post.
  bool has_post(const std::string& id, const std::string& post) const;
  // Whether every row of that number is a recipient: nothing is known about the posts of others.
  bool is_settled(const std::string& id) const;
  std::size_t refused() const { return refused_; }

 private:
  std::optional<model::Share> share_of(model::Person& person);
  bool fits(const model::Person& person, const model::Share& share);
  bool is_due(const model::Person& person, std::vector<std::string>& absent) const;
  void refuse(const std::string& id);

  const model::Site& site_;
  const model::WorkbookDefinition& workbook_;
  const std::vector<render::xlsx::PersonalField>& fields_;
  const render::xlsx::IssuedPeriod& period_;
  Session& session_;
  diagnostic::RowFindings findings_;
  std::vector<Recipient> recipients_;
  std::set<std::string> listed_;  // without leading zeros, as the next two
  std::set<std::string> unsettled_;
  std::set<std::pair<std::string, std::string>> posts_;
  std::size_t refused_ = 0;
};

// On whom it hangs which part of `--shard` makes a workbook.
std::string shard_key(const std::string& assessor, const std::string& id);

}  // namespace shirube::cli
