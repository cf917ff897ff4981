#include "cli/issue_outcome.h"

#include <algorithm>
#include <map>
#include <set>

#include "cli/streams.h"
#include "diagnostic/row_findings.h"
#include "source/format.h"
#include "source/typed_text.h"
#include "source/unicode.h"

namespace shirube::cli {

using diagnostic::Kind;
using model::Person;

namespace {

constexpr std::size_t most_names = 20;
// In the list of the folder, for the people who read it.
constexpr const char* post_reason = "名簿にない役職";
constexpr const char* double_reason = "同じ期に2つ目";

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

// A post that was not known before, or is not any more, is none that changed.
bool has_other_post(const Order& order) {
  return order.before != nullptr && !order.before->post.empty() && !order.line.post.empty() &&
         source::matching_key(order.before->post) != source::matching_key(order.line.post);
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
    if (!posts_.empty()) sink.report(Kind::issue_post_changed, first_post_, {few(posts_)});
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
    if (has_other_post(order)) {
      if (posts_.empty()) first_post_ = model::place_of(order.recipient->person, &Person::post);
      posts_.push_back(
          source::format("{} {} ({} → {}, {})", line.id, line.name, order.before->post, line.post, line.file));
    }
    const bool stays = order.state == BookState::kept || order.state == BookState::open;
    if (stays || !has_other_assessor(order)) return;
    if (moved_.empty()) first_moved_ = model::place_of(order.recipient->person, &Person::first_assessor);
    moved_.push_back(
        source::format("{} {} ({} → {})", line.id, line.name, assessor_text(*order.before), assessor_text(line)));
  }

  std::map<BookState, std::size_t> counts_;
  std::vector<std::string> kept_, kept_ids_, pending_, foreign_, foreign_ids_, open_, rewritten_, moved_, posts_;
  source::SourceRange first_moved_, first_post_;
};

// People with two versions of one sheet in their hands.
void report_other_versions(const std::vector<Order>& orders, const IssuedFiles& folder, const IssueRound& round,
                           diagnostic::Sink& sink) {
  std::map<std::string, std::set<std::string>> versions;  // of a version, who has it
  for (const IssuedLine& line : folder.lines()) {
    if (round.has(line) && line.version != round.version) versions[line.version].insert(source::fold_case(line.id));
  }
  for (const auto& [version, theirs] : versions) {
    std::vector<std::string> ids;
    for (const Order& order : orders) {
      if (theirs.contains(source::fold_case(order.line.id))) ids.push_back(order.line.id);
    }
    if (ids.empty()) continue;
    sink.report_at(Kind::issue_other_version, folder.folder(),
                   {source::format("{}", ids.size()), version, round.version, diagnostic::first_few(ids, most_names)});
  }
}

std::string describe_person(const IssuedLine& line, bool edited) {
  return line.id + " " + line.name + (edited ? " (" + line.file + ")" : "");
}

std::string describe_post(const IssuedLine& line, bool edited) {
  return line.id + " " + line.name + (line.post.empty() ? "" : " " + line.post) +
         (edited ? " (" + line.file + ")" : "");
}

std::string describe_file(const IssuedLine& line, bool) {
  return line.id + " " + line.name + " (" + line.file + ")";
}

// The line of a workbook that stays: under this round's name of the period, so that one ZIP has all of it.
IssuedLine kept_line(const Order& order, const std::set<std::string>& keys, const IssueRound& round) {
  IssuedLine line = *order.before;
  line.left_out.clear();
  IssuedLine named = line;
  named.period = round.period;
  // A double gives way.
  const bool is_free = !keys.contains(key_of(named)) ||
                       std::any_of(order.doubles.begin(), order.doubles.end(),
                                   [&](const IssuedLine* each) { return key_of(*each) == key_of(named); });
  return is_free ? named : line;
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

Ledger make_ledger(const Orders& orders, const Recipients& recipients, const IssuedFiles& folder,
                   const IssueRound& round) {
  std::map<const IssuedLine*, const Order*> before;
  std::map<const IssuedLine*, const Order*> doubles;
  for (const Order& order : orders.all) {
    if (order.before != nullptr) before[order.before] = &order;
    for (const IssuedLine* line : order.doubles) doubles[line] = &order;
  }
  const std::set<const IssuedLine*> dropped(orders.dropped.begin(), orders.dropped.end());
  std::set<std::string> keys;
  for (const IssuedLine& line : folder.lines()) keys.insert(key_of(line));
  const auto takes_place = [](const Order& order) {
    return order.done &&
           (order.state == BookState::fresh || order.state == BookState::same || order.state == BookState::rewritten);
  };
  Ledger ledger;
  for (const IssuedLine& line : folder.lines()) {
    const auto order = before.find(&line);
    if (order != before.end()) {
      if (!takes_place(*order->second)) ledger.lines.push_back(kept_line(*order->second, keys, round));
      continue;
    }
    if (!folder.shard().holds(shard_key(assessor_key(line), line.id))) continue;
    IssuedLine now = line;
    if (const auto first = doubles.find(&line); first != doubles.end()) {
      if (now.period == round.period) now.period = first->second->before->period;
      now.left_out = double_reason;
      ledger.doubles.push_back(now);
    } else if (dropped.contains(&line)) {
      now.left_out = post_reason;
      ledger.post_not_listed.push_back(now);
    } else if (round.has(line) && !recipients.is_listed(line.id)) {
      ledger.not_listed.push_back(now);
    }
    ledger.lines.push_back(std::move(now));
  }
  for (const Order& order : orders.all) {
    if (takes_place(order)) ledger.lines.push_back(order.line);
  }
  return ledger;
}

source::Result<void> withdraw(Ledger& ledger, const IssuedFiles& folder, const Options& options,
                              diagnostic::Sink& sink) {
  struct Part {
    const std::vector<IssuedLine>& lines;
    Kind kind;
    std::string (*describe)(const IssuedLine& line, bool edited);
  };
  std::vector<std::string> moved;
  for (const Part& part : {Part{ledger.not_listed, Kind::issue_not_listed, describe_person},
                           Part{ledger.post_not_listed, Kind::issue_post_not_listed, describe_post},
                           Part{ledger.doubles, Kind::issue_second_book, describe_file}}) {
    std::vector<std::string> remaining;
    for (const IssuedLine& line : part.lines) {
      const BookState state = folder.state_of(line.file, line.fingerprint);
      if (!options.withdraw || (state != BookState::same && state != BookState::fresh)) {
        remaining.push_back(part.describe(line, state == BookState::kept));
        continue;
      }
      if (state == BookState::same && !options.dry_run) {
        if (const auto done = folder.move_to_replaced(line.file); !done) return done.failure();
      }
      moved.push_back(line.file);
      std::erase(ledger.lines, line);
    }
    if (remaining.empty()) continue;
    sink.report_at(part.kind, folder.folder(),
                   {source::format("{}", remaining.size()), diagnostic::first_few(remaining, most_names)});
  }
  if (!moved.empty()) {
    sink.report_at(Kind::issue_withdrawn, folder.folder(), {diagnostic::first_few(moved, most_names)});
  }
  return {};
}

void report_orders(const std::vector<Order>& orders, const IssuedFiles& folder, const IssueRound& round,
                   diagnostic::Sink& sink) {
  Outcome(orders).report(folder, sink);
  report_other_versions(orders, folder, round, sink);
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
  const auto list = [&](const std::vector<IssuedLine>& lines, std::string_view word) {
    for (const IssuedLine& line : lines) text += source::format("{}\t{}\t{}\n", word, line.id, line.file);
  };
  list(ledger.not_listed, japanese ? "名簿にない" : "not listed");
  list(ledger.post_not_listed, japanese ? "名簿にない" : "not listed");
  list(ledger.doubles, japanese ? "重複" : "double");
  write_output(text);
}

void summarise(const std::vector<Order>& orders, const Ledger& ledger, std::size_t refused, const Options& options) {
  if (options.quiet) return;
  const Outcome outcome(orders);
  const std::size_t fresh = outcome.count(BookState::fresh);
  const std::size_t rewritten = outcome.count(BookState::rewritten);
  const std::size_t same = outcome.count(BookState::same);
  const std::size_t kept =
      outcome.count(BookState::kept) + outcome.count(BookState::foreign) + outcome.count(BookState::open);
  const std::size_t not_listed = ledger.not_listed.size() + ledger.post_not_listed.size();
  const bool japanese = options.language == diagnostic::Language::japanese;
  const auto say = [&](const char* words) {
    return source::format_texts(
        words, {source::format("{}", orders.size()), source::format("{}", fresh + rewritten),
                source::format("{}", rewritten), source::format("{}", same), source::format("{}", kept),
                source::format("{}", refused), source::format("{}", not_listed), options.output});
  };
  if (options.dry_run) {
    return write_error(say(
        japanese ? "確認だけの実行です。何も書き込んでいません。{0}人分（新しく書く予定 {1}、うち作り直し "
                   "{2}、変更なし {3}、"
                   "残すもの {4}、作れない人 {5}、名簿にないもの {6}）: {7}\n"
                 : "dry run, nothing was written: {0} workbooks ({1} to be written), {2} of them anew, {3} unchanged, "
                   "{4} kept, {5} people refused, {6} no longer listed: {7}\n"));
  }
  write_error(say(
      japanese ? "{0}人分（新しく書いたもの {1}、うち作り直し {2}、変更なし {3}、残したもの {4}、作れなかった人 {5}、"
                 "名簿にないもの {6}）: {7}\n"
               : "{0} workbooks ({1} written), {2} of them anew, {3} unchanged, {4} kept, {5} people refused, "
                 "{6} no longer listed: {7}\n"));
}

}  // namespace shirube::cli
