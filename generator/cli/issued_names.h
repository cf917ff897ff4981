// Names of issued files: what they are made of, and in ASCII what their parts stand for.
#pragma once

#include <map>
#include <string>

#include "cli/issued_list.h"
#include "model/site.h"

namespace shirube::cli {

class IssuedNames {
 public:
  // `ascii`: names hold nothing else, for systems and mail that cannot do more.
  IssuedNames(const model::Site& site, bool ascii);

  // 目標管理シート_1.0.0_0012_2026H2.xlsx; `middle` says whose it is.
  std::string book(const IssuedLine& line, const std::string& middle) const;
  std::string archive(const IssuedLine& line, const std::string& middle) const;
  // What the parts of these names stand for that are sums of other words.
  std::vector<NameLine> explain(const std::vector<IssuedLine>& lines, const std::vector<HandoutLine>& handouts) const;

 private:
  std::string name(const IssuedLine& line, const std::string& middle, const std::string& extension) const;

  std::map<std::string, std::string> titles_;  // of the site's workbooks, by id
  bool ascii_ = false;
};

// What Windows and web addresses refuse in names becomes a `-`.
std::string file_part(const std::string& text);

}  // namespace shirube::cli
