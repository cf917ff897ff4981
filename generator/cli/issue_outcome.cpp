#include "cli/issue_outcome.h"

#include <algorithm>
#include <map>
#include <set>

#include "cli/issued_names.h"
#include "cli/streams.h"
#include "diagnostic/row_findings.h"
#include "source/format.h"
#include "source/unicode.h"

namespace shirube::cli {

using diagnostic::Kind;
using model::Person;

namespace {

constexpr std::size_t most_names = 20;

// What the list says of a person now and did not when the workbook was issued: `佐藤 → 田中`.
std::string changes_of(const IssuedLine& before, const IssuedLine& now) {
  std::string text;
  for (std::string IssuedLine::*const value :
       {&IssuedLine::name, &IssuedLine::organisation, &IssuedLine::post, &IssuedLine::assessor}) {
    if (before.*value == now.*value) continue;
    text += source::format("{}{} → {}", text.empty() ? "" : ", ", (before.*value).empty() ? "—" : before.*value,
                           (now.*value).empty() ? "—" : now.*value);
  }
  return text;
}

bool has_other_assessor(const Order& order) {
  return order.before != nullptr && assessor_key(*order.before) != assessor_key(order.line);
}

// With the number, if there is one: two of the same name differ in nothing else.
std::string assessor_text(const IssuedLine& line) {
  if (line.assessor.empty()) return "—";
  return line.assessor_id.empty() ? line.assessor : source::format("{} {}", line.assessor_id, line.assessor);
}

// What became of the orders, kept as lists of files and people.
class Outcome {
 public:
  explicit Outcome(const std::vector<Order>& orders) {
    for (const Order& order : orders) {
      if (order.done) add(order);
    }
  }

  void report(const IssuedFiles& folder, diagnostic::Sink& sink) const {
    const auto few = [](const std::vector<std::string>& texts) { return diagnostic::first_few(texts, most_names); };
    const std::string where = folder.folder();
    if (!kept_.empty()) {
      constexpr std::size_t most_ids = 5;
      std::string ids;
      for (std::size_t i = 0; i < kept_ids_.size() && i < most_ids; ++i) ids += (i > 0 ? " " : "") + kept_ids_[i];
      sink.report_at(Kind::issue_kept, where, {few(kept_), ids, pending_.empty() ? "" : " (" + few(pending_) + ")"});
    }
    if (!foreign_.empty()) {
      sink.report_at(Kind::issue_foreign, where, {few(foreign_), foreign_ids_.front(), "manifest.csv"});
    }
    if (!open_.empty()) sink.report_at(Kind::issue_open, where, {few(open_)});
    if (!rewritten_.empty()) {
      sink.report_at(Kind::issue_rewritten, where, {source::format("{}", rewritten_.size()), few(rewritten_)});
    }
    if (!moved_.empty()) sink.report(Kind::issue_assessor_changed, first_moved_, {few(moved_)});
  }

  std::size_t count(BookState state) const {
    const auto found = counts_.find(state);
    return found == counts_.end() ? 0 : found->second;
  }

 private:
  void add(const Order& order) {
    ++counts_[order.state];
    const IssuedLine& line = order.line;
    const std::string changes = order.before == nullptr ? "" : changes_of(*order.before, line);
    const std::string entry = line.id + (changes.empty() ? "" : ": " + changes);
    switch (order.state) {
      case BookState::kept:
        kept_.push_back(line.file);
        kept_ids_.push_back(line.id);
        if (!changes.empty()) pending_.push_back(entry);
        break;
      case BookState::foreign:
        foreign_.push_back(line.file);
        foreign_ids_.push_back(line.id);
        break;
      case BookState::open:
        open_.push_back(line.file);
        break;
      case BookState::rewritten:
        rewritten_.push_back(entry);
        break;
      case BookState::fresh:
      case BookState::same:
        break;
    }
    const bool stays = order.state == BookState::kept || order.state == BookState::open;
    if (stays || !has_other_assessor(order)) return;
    if (moved_.empty()) first_moved_ = model::place_of(order.recipient->person, &Person::first_assessor);
    moved_.push_back(
        source::format("{} {} ({} → {})", line.id, line.name, assessor_text(*order.before), assessor_text(line)));
  }

  std::map<BookState, std::size_t> counts_;
  std::vector<std::string> kept_, kept_ids_, pending_, foreign_, foreign_ids_, open_, rewritten_, moved_;
  source::SourceRange first_moved_;
};

// People with two versions of one sheet in their hands.
void report_other_versions(const std::vector<Order>& orders, const IssuedFiles& folder, diagnostic::Sink& sink) {
  if (orders.empty()) return;
  std::map<std::string, std::set<std::string>> versions;  // of a version, who has it
  const IssuedLine& one = orders.front().line;
  for (const IssuedLine& line : folder.lines()) {
    if (line.workbook == one.workbook && is_same_period(line.period, one.period) && line.version != one.version) {
      versions[line.version].insert(source::fold_case(line.id));
    }
  }
  for (const auto& [version, theirs] : versions) {
    std::vector<std::string> ids;
    for (const Order& order : orders) {
      if (theirs.contains(source::fold_case(order.line.id))) ids.push_back(order.line.id);
    }
    if (ids.empty()) continue;
    sink.report_at(Kind::issue_other_version, folder.folder(),
                   {source::format("{}", ids.size()), version, one.version, diagnostic::first_few(ids, most_names)});
  }
}

struct StateWord {
  BookState state;
  const char* english;
  const char* japanese;
};
constexpr StateWord state_words[] = {
    {BookState::fresh, "new", "新規"},
    {BookState::same, "unchanged", "変更なし"},
    {BookState::rewritten, "changed", "作り直し"},
    {BookState::kept, "kept", "そのまま"},
    {BookState::foreign, "kept", "そのまま"},
    {BookState::open, "kept", "そのまま"},
};

}  // namespace

bool is_same_period(const std::string& left, const std::string& right) {
  return file_part(left) == file_part(right);
}

Ledger make_ledger(const std::vector<Order>& orders, const Recipients& recipients, const IssuedFiles& folder,
                   const std::string& workbook, const std::string& period) {
  std::map<std::string, const Order*> by_line;
  for (const Order& order : orders) {
    if (order.before != nullptr) by_line[key_of(*order.before)] = &order;
  }
  const auto takes_place = [](const Order& order) {
    return order.done &&
           (order.state == BookState::fresh || order.state == BookState::same || order.state == BookState::rewritten);
  };
  Ledger ledger;
  for (const IssuedLine& line : folder.lines()) {
    const auto order = by_line.find(key_of(line));
    if (order != by_line.end() && takes_place(*order->second)) continue;
    const bool this_round = line.workbook == workbook && is_same_period(line.period, period);
    if (order == by_line.end() && this_round && !recipients.is_listed(line.id) &&
        folder.shard().holds(shard_key(assessor_key(line), line.id))) {
      ledger.not_listed.push_back(line);
    }
    if (order != by_line.end() || folder.shard().holds(shard_key(assessor_key(line), line.id))) {
      ledger.lines.push_back(line);
    }
  }
  for (const Order& order : orders) {
    if (takes_place(order)) ledger.lines.push_back(order.line);
  }
  return ledger;
}

source::Result<void> withdraw(Ledger& ledger, const IssuedFiles& folder, const Options& options,
                              diagnostic::Sink& sink) {
  std::vector<std::string> moved;
  std::vector<std::string> remaining;
  for (const IssuedLine& line : ledger.not_listed) {
    const BookState state = folder.state_of(line.file, line.fingerprint);
    if (options.withdraw && (state == BookState::same || state == BookState::fresh)) {
      if (state == BookState::same && !options.dry_run) {
        if (const auto done = folder.move_to_replaced(line.file); !done) return done.failure();
      }
      moved.push_back(line.file);
      std::erase_if(ledger.lines, [&](const IssuedLine& each) { return each == line; });
      continue;
    }
    remaining.push_back(line.id + " " + line.name + (state == BookState::kept ? " (" + line.file + ")" : ""));
  }
  if (!remaining.empty()) {
    sink.report_at(Kind::issue_not_listed, folder.folder(),
                   {source::format("{}", remaining.size()), diagnostic::first_few(remaining, most_names)});
  }
  if (!moved.empty()) {
    sink.report_at(Kind::issue_withdrawn, folder.folder(), {diagnostic::first_few(moved, most_names)});
  }
  return {};
}

void report_orders(const std::vector<Order>& orders, const IssuedFiles& folder, diagnostic::Sink& sink) {
  Outcome(orders).report(folder, sink);
  report_other_versions(orders, folder, sink);
}

void list_plan(const std::vector<Order>& orders, const Ledger& ledger, const Options& options) {
  const bool japanese = options.language == diagnostic::Language::japanese;
  std::string text;
  for (const Order& order : orders) {
    if (!order.done) continue;
    for (const StateWord& word : state_words) {
      if (word.state != order.state) continue;
      text += source::format("{}\t{}\t{}\n", japanese ? word.japanese : word.english, order.line.id, order.line.file);
    }
  }
  for (const IssuedLine& line : ledger.not_listed) {
    text += source::format("{}\t{}\t{}\n", japanese ? "名簿にない" : "not listed", line.id, line.file);
  }
  write_output(text);
}

void summarise(const std::vector<Order>& orders, std::size_t refused, std::size_t not_listed, const Options& options) {
  if (options.quiet) return;
  const Outcome outcome(orders);
  const std::size_t fresh = outcome.count(BookState::fresh);
  const std::size_t rewritten = outcome.count(BookState::rewritten);
  const std::size_t same = outcome.count(BookState::same);
  const std::size_t kept =
      outcome.count(BookState::kept) + outcome.count(BookState::foreign) + outcome.count(BookState::open);
  const bool japanese = options.language == diagnostic::Language::japanese;
  const std::string summary =
      japanese ? source::format(
                     "{}人分（新しく書いたもの {}、うち作り直し {}、変更なし {}、残したもの {}、作れなかった人 {}、"
                     "名簿にない人 {}）: {}\n",
                     orders.size(), fresh + rewritten, rewritten, same, kept, refused, not_listed, options.output)
               : source::format(
                     "{} workbooks ({} written), {} of them rewritten, {} unchanged, {} kept, {} people refused, "
                     "{} no longer listed: {}\n",
                     orders.size(), fresh + rewritten, rewritten, same, kept, refused, not_listed, options.output);
  write_error(summary);
}

}  // namespace shirube::cli
