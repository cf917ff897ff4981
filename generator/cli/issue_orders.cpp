#include "cli/issue_orders.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "source/fingerprint.h"
#include "source/typed_text.h"
#include "source/unicode.h"

namespace shirube::cli {

namespace {

using model::Person;
using Lines = std::vector<const IssuedLine*>;

// The lines of one version, each given to the recipient whose workbook it is.
class Claims {
 public:
  Claims(const Recipients& recipients, const IssuedFiles& folder, const IssueRound& round, const std::string& version)
      : recipients_(recipients), folder_(folder), round_(round), claimed_(recipients.all().size()) {
    std::map<std::string, Lines> issued;
    for (const IssuedLine& line : folder.lines()) {
      if (round.has(line) && line.version == version) issued[source::fold_case(line.id)].push_back(&line);
    }
    std::map<std::string, std::vector<std::size_t>> people;
    for (std::size_t i = 0; i < recipients.all().size(); ++i) {
      people[source::fold_case(person(i).id)].push_back(i);
    }
    for (const auto& [id, theirs] : people) {
      if (const auto found = issued.find(id); found != issued.end()) claim(theirs, std::move(found->second));
    }
  }

  // Empty: none; else the first one is theirs, and the others are there besides.
  const Lines& of(std::size_t recipient) const { return claimed_[recipient]; }
  const Lines& dropped() const { return dropped_; }

 private:
  const Person& person(std::size_t recipient) const { return recipients_.all()[recipient].person; }
  static std::string post_of(const IssuedLine& line) { return source::matching_key(line.post); }
  static std::string organisation_of(const IssuedLine& line) { return source::matching_key(line.organisation); }

  void claim(const std::vector<std::size_t>& theirs, Lines lines) {
    std::vector<std::size_t> without;
    for (const std::size_t i : theirs) {
      const std::string post = source::matching_key(person(i).post);
      const auto others = std::stable_partition(lines.begin(), lines.end(),
                                                [&](const IssuedLine* line) { return post_of(*line) == post; });
      claimed_[i].assign(lines.begin(), others);
      lines.erase(lines.begin(), others);
      if (claimed_[i].empty()) without.push_back(i);
      put_theirs_first(claimed_[i]);
    }
    std::erase_if(lines, [&](const IssuedLine* line) { return recipients_.has_post(line->id, line->post); });
    claim_renamed(std::move(without), lines);
    if (recipients_.is_settled(person(theirs.front()).id)) dropped_.insert(dropped_.end(), lines.begin(), lines.end());
  }

  // What somebody has worked on, else what ZIPs have so far, else what has this period's name.
  void put_theirs_first(Lines& lines) const {
    if (lines.size() < 2) return;
    const auto rank = [&](const IssuedLine* line) {
      const BookState state = folder_.state_of(line->file, line->fingerprint);
      const int untouched = state == BookState::kept || state == BookState::open ? 0 : state == BookState::same ? 1 : 2;
      return std::tuple(untouched, !line->left_out.empty(), line->period != round_.period);
    };
    const auto best =
        std::min_element(lines.begin(), lines.end(),
                         [&](const IssuedLine* left, const IssuedLine* right) { return rank(left) < rank(right); });
    std::iter_swap(lines.begin(), best);
  }

  // Posts that are new in the list, and those that are not in it any more: one may be the other's new name. Takes the
  // lines that were claimed out of `lines`.
  void claim_renamed(std::vector<std::size_t> without, Lines& lines) {
    std::map<std::string, const IssuedLine*> open;  // by post
    for (const IssuedLine* line : lines) {
      if (line->left_out.empty()) open.emplace(post_of(*line), line);
    }
    const auto take = [&](std::size_t i, const IssuedLine* line) {
      claimed_[i] = {line};
      open.erase(post_of(*line));
      std::erase(lines, line);
    };
    const auto with = [&](const std::string& organisation) {
      Lines found;
      for (const auto& [post, line] : open) {
        if (organisation_of(*line) == organisation) found.push_back(line);
      }
      return found;
    };
    std::map<std::string, int> count;
    for (const std::size_t i : without) ++count[source::matching_key(person(i).organisation)];
    std::erase_if(without, [&](std::size_t i) {
      const std::string organisation = source::matching_key(person(i).organisation);
      const Lines same = organisation.empty() ? Lines() : with(organisation);
      if (same.size() != 1 || count[organisation] != 1) return false;
      take(i, same.front());
      return true;
    });
    if (without.size() != 1 || open.size() != 1) return;
    const Recipient& recipient = recipients_.all()[without.front()];
    const IssuedLine* line = open.begin()->second;
    // Of several posts, another one elsewhere is another post.
    if (recipient.has_several_posts && !recipient.person.organisation.empty() && !line->organisation.empty()) return;
    take(without.front(), line);
  }

  const Recipients& recipients_;
  const IssuedFiles& folder_;
  const IssueRound& round_;
  std::vector<Lines> claimed_;
  Lines dropped_;
};

Order order_for(const Recipient& recipient, const Lines& lines, const IssuedNames& names, const IssueRound& round) {
  const Person& person = recipient.person;
  Order order;
  order.recipient = &recipient;
  order.line.id = person.id;
  order.line.name = person.name;
  order.line.organisation = person.organisation;
  order.line.assessor = person.first_assessor;
  order.line.workbook = round.workbook;
  order.line.version = round.version;
  order.line.period = round.period;
  order.line.post = person.post;
  order.line.assessor_id = person.first_assessor_id;
  order.line.assessor_mail = person.first_assessor_mail;
  if (!lines.empty()) {
    order.before = lines.front();
    order.doubles.assign(lines.begin() + 1, lines.end());
  }
  const bool with_post = recipient.has_several_posts && !person.post.empty();
  const std::string middle = with_post ? person.id + "_" + file_part(person.post) : person.id;
  order.line.file = order.before != nullptr ? order.before->file : names.book(order.line, middle);
  return order;
}

}  // namespace

Orders place_orders(const Recipients& recipients, const IssuedFiles& folder, const IssuedNames& names,
                    const IssueRound& round, const Options& options) {
  Orders orders;
  std::set<std::string> others;
  for (const IssuedLine& line : folder.lines()) {
    if (round.has(line) && line.version != round.version) others.insert(line.version);
  }
  for (const std::string& version : others) {
    const Claims claims(recipients, folder, round, version);
    orders.dropped.insert(orders.dropped.end(), claims.dropped().begin(), claims.dropped().end());
  }
  const Claims claims(recipients, folder, round, round.version);
  orders.dropped.insert(orders.dropped.end(), claims.dropped().begin(), claims.dropped().end());
  for (std::size_t i = 0; i < recipients.all().size(); ++i) {
    const Recipient& recipient = recipients.all()[i];
    if (!folder.shard().holds(shard_key(recipient.person.assessor_key, recipient.person.id))) continue;
    Order& order = orders.all.emplace_back(order_for(recipient, claims.of(i), names, round));
    order.replace = std::any_of(options.reissued.begin(), options.reissued.end(), [&](const std::string& id) {
      return source::fold_case(id) == source::fold_case(recipient.person.id);
    });
  }
  // Names that others have, or that some file systems take for the same.
  std::set<std::string> taken;
  for (const IssuedLine& line : folder.lines()) taken.insert(source::fold_case(line.file));
  for (Order& order : orders.all) {
    if (order.before != nullptr || taken.insert(source::fold_case(order.line.file)).second) continue;
    const Person& person = order.recipient->person;
    const std::string sum = source::fingerprint_text(person.post).substr(0, 8);
    order.line.file = names.book(order.line, person.id + "_" + sum);
  }
  return orders;
}

}  // namespace shirube::cli
