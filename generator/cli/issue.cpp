// shirube issue: a workbook for each person of a file, and lists of what was made.
#include <algorithm>
#include <atomic>
#include <filesystem>
#include <map>
#include <mutex>

#include "cli/commands.h"
#include "cli/edition.h"
#include "cli/issue_orders.h"
#include "cli/issue_outcome.h"
#include "cli/issue_people.h"
#include "cli/issued_archives.h"
#include "cli/issued_files.h"
#include "cli/issued_names.h"
#include "cli/issued_period.h"
#include "cli/load.h"
#include "cli/output_folder.h"
#include "cli/report.h"
#include "diagnostic/row_findings.h"
#include "diagnostic/suggestion.h"
#include "graph/parallel.h"
#include "parse/issue_settings.h"
#include "parse/yaml/yaml.h"
#include "render/xlsx/personal.h"
#include "render/xlsx/press.h"
#include "source/discovery.h"
#include "source/fingerprint.h"
#include "source/format.h"
#include "source/unicode.h"

namespace shirube::cli {

namespace {

using diagnostic::Kind;
using model::Person;
namespace fs = std::filesystem;

constexpr std::size_t most_names = 20;

const model::WorkbookDefinition* find_workbook(const model::Site& site, const std::string& id, diagnostic::Sink& sink) {
  std::vector<std::string_view> known;
  for (const auto& workbook : site.workbooks) {
    if (workbook.id.value == id) return &workbook;
    known.push_back(workbook.id.value);
  }
  sink.report_at(Kind::unknown_workbook, "", {id}).suggest([&] { return diagnostic::near_miss(id, known); });
  return nullptr;
}

// Personal workbooks are neither in what is published nor in what is read.
bool is_inside(const fs::path& folder, const fs::path& other) {
  std::error_code ignored;
  const auto plain = [&](const fs::path& path) {
    fs::path real = fs::weakly_canonical(path, ignored);
    return ((real.empty() ? fs::absolute(path).lexically_normal() : real) / "").string();
  };
  return plain(folder).starts_with(plain(other));
}

// Checked with the site, and of use here alone.
std::vector<model::Period> read_periods(source::FileSystem& site, const model::SiteConfig& config) {
  std::vector<model::Period> periods;
  diagnostic::Sink silent;
  source::SourceSet sources;
  parse::YamlLimits limits;
  limits.bytes = static_cast<std::size_t>(config.limits.yaml_bytes);
  for (const std::string& path : source::discover(site, config.content, {".yaml", ".yml"}).files) {
    auto text = site.read(path);
    if (!text) continue;
    const auto file = sources.add(path, std::move(text).value());
    const auto yaml = parse::parse_yaml(parse::YamlInput::whole_file(sources.file(file), file), limits, silent);
    if (yaml) parse::read_periods(*yaml, periods, silent);
  }
  return periods;
}

bool is_same_text(const std::string& left, const std::string& right) {
  return source::fold_case(left) == source::fold_case(right);
}

// False: a template that takes days from a term needs one.
bool check_period(const Periods& periods, const std::string& period, bool needs_term, diagnostic::Sink& sink) {
  if (periods.find(period) != nullptr || (periods.terms().empty() && !needs_term)) return true;
  std::vector<std::string> shown;
  std::vector<std::string_view> known;
  for (const model::Period& term : periods.terms()) {
    shown.push_back(needs_term ? term.title : source::format("{} ({})", term.head.id.value, term.title));
    known.push_back(term.head.id.value);
    known.push_back(term.title);
  }
  sink.report_at(needs_term ? Kind::issue_no_term : Kind::issue_period_unknown, "",
                 {period, diagnostic::first_few(shown, most_names)})
      .suggest([&] { return diagnostic::near_miss(period, known); });
  return !needs_term;
}

// Makes the workbooks of all orders; a template is planned and written once for those who get the same but for their
// own fields, and memory holds those that are being worked on.
class Printing {
 public:
  Printing(const Options& options, const LoadedSite& loaded, const model::WorkbookDefinition& workbook,
           const std::vector<render::xlsx::PersonalField>& fields, const render::xlsx::IssuedPeriod& period,
           const IssuedFiles& folder, std::vector<Order>& orders)
      : options_(options),
        site_(loaded.site.site()),
        workbook_(workbook),
        fields_(fields),
        period_(period),
        folder_(folder),
        orders_(orders),
        progress_(options) {
    for (std::size_t i = 0; i < site_.records.figures.size(); ++i) figures_.push_back(loaded.site.figure_value(i));
  }

  void run() {
    std::map<model::Share, std::vector<std::size_t>> by_share;
    for (std::size_t i = 0; i < orders_.size(); ++i) by_share[orders_[i].recipient->share].push_back(i);
    std::vector<std::pair<const model::Share*, const std::vector<std::size_t>*>> groups;
    for (const auto& [share, theirs] : by_share) groups.emplace_back(&share, &theirs);
    graph::for_each_index(groups.size(), [&](std::size_t i) { print(*groups[i].first, *groups[i].second); });
  }

  const std::optional<source::Failure>& failure() const { return failure_; }
  // Of single people: what no file can hold.
  const std::vector<source::Failure>& refusals() const { return refusals_; }

 private:
  void print(const model::Share& share, const std::vector<std::size_t>& theirs) {
    const render::xlsx::WorkbookTemplate planned(workbook_, site_.records, figures_, share);
    const auto time = edition_time(options_.root);
    if (!time) return fail(time.failure());
    const auto press = render::xlsx::Press::prepare(planned.plan(), {time.value(), folder_.temporary_folder()});
    if (!press) return fail(press.failure());
    graph::for_each_index(theirs.size(), [&](std::size_t i) {
      Order& order = orders_[theirs[i]];
      const Person& person = order.recipient->person;
      const auto bytes = press.value().print(planned.fill(personal_values(fields_, person, period_)));
      if (!bytes) return fail(bytes.failure(), &person);
      order.line.fingerprint = source::fingerprint_text(bytes.value());
      const auto state = folder_.put(order.line.file, bytes.value(),
                                     order.before == nullptr ? "" : order.before->fingerprint, order.replace);
      if (!state) return fail(state.failure());
      order.state = state.value();
      order.done = true;
      progress_.step(++done_, orders_.size());
    });
  }

  void fail(const source::Failure& failure, const Person* person = nullptr) {
    const std::scoped_lock lock(mutex_);
    if (person != nullptr && failure.kind == source::Failure::Kind::unwritable) {
      refusals_.push_back({failure.kind, person->id, failure.detail});
    } else if (!failure_) {
      failure_ = failure;
    }
  }

  const Options& options_;
  const model::Site& site_;
  const model::WorkbookDefinition& workbook_;
  const std::vector<render::xlsx::PersonalField>& fields_;
  const render::xlsx::IssuedPeriod& period_;
  const IssuedFiles& folder_;
  std::vector<Order>& orders_;
  std::vector<double> figures_;
  Progress progress_;
  std::mutex mutex_;
  std::optional<source::Failure> failure_;
  std::vector<source::Failure> refusals_;
  std::atomic<std::size_t> done_{0};
};

void report_no_assessor(const Recipients& recipients, const source::SourceSet& sources, diagnostic::Sink& sink) {
  std::size_t count = 0;
  for (const Recipient& each : recipients.all()) count += each.person.assessor_key.empty() ? 1 : 0;
  diagnostic::RowFindings findings;
  for (const Recipient& each : recipients.all()) {
    if (!each.person.assessor_key.empty()) continue;
    findings.add(Kind::issue_no_assessor, {source::format("{}", count), std::string(diagnostic::RowFindings::lines)},
                 each.person.row);
  }
  findings.report(sources, sink);
}

void report_unknown_reissues(const Options& options, const std::vector<Order>& orders, const IssuedFiles& folder,
                             diagnostic::Sink& sink) {
  if (!folder.shard().is_whole()) return;
  for (const std::string& id : options.reissued) {
    const bool known =
        std::any_of(orders.begin(), orders.end(), [&](const Order& order) { return is_same_text(order.line.id, id); });
    if (!known) sink.report_at(Kind::issue_replace, "", {id});
  }
}

source::Result<void> write_lists(IssuedFiles& folder, Ledger& ledger, const IssuedNames& names, const Options& options,
                                 const IssueRound& round, diagnostic::Sink& sink) {
  sort_lines(ledger.lines);
  const auto written = folder.write_list(folder.shard().list_name("manifest"), print_list(ledger.lines));
  if (!written) return written.failure();
  IssuedLine wanted;  // whose ZIPs are requested, in addition to those that are there
  if (options.zip) {
    wanted.workbook = round.workbook;
    wanted.version = round.version;
    wanted.period = round.period;
  }
  if (const auto done = write_archives(folder, ledger.lines, names, wanted, sink); !done) return done.failure();
  folder.finish();
  return {};
}

// All is read and checked: into the folder, or only looked at.
void issue_to(const Options& options, Session& session, const LoadedSite& loaded,
              const model::WorkbookDefinition& workbook, const std::vector<render::xlsx::PersonalField>& fields,
              const Periods& periods, render::xlsx::IssuedPeriod& period, Recipients& recipients) {
  auto folder = IssuedFiles::open(options.output, shard_of(options.shard),
                                  options.dry_run ? IssuedFiles::Mode::look : IssuedFiles::Mode::write);
  if (!folder) return report_failure(folder.failure(), false, session.sink);
  if (!folder.value().read_lists(session.sources, session.sink)) return;
  recipients.compare_with(folder.value());
  if (options.strict && session.sink.has_errors()) return;
  const IssuedNames names(loaded.site.site(), options.ascii_names);
  const IssueRound round =
      issue_round(workbook.id.value, workbook.version.value, options.period, periods, folder.value().lines());
  if (period.term == nullptr) period.text = round.period;
  Orders orders = place_orders(recipients, folder.value(), names, round, options);
  report_unknown_reissues(options, orders.all, folder.value(), session.sink);
  Printing printing(options, loaded, workbook, fields, period, folder.value(), orders.all);
  printing.run();
  if (printing.failure()) return report_failure(*printing.failure(), false, session.sink);
  for (const source::Failure& refusal : printing.refusals()) report_failure(refusal, false, session.sink);
  report_orders(orders.all, folder.value(), round, session.sink);
  if (options.zip) report_no_assessor(recipients, session.sources, session.sink);
  Ledger ledger = make_ledger(orders, recipients, folder.value(), round);
  auto done = withdraw(ledger, folder.value(), options, session.sink);
  if (done && options.dry_run && !options.json) list_plan(orders.all, ledger, options);
  if (done && !options.dry_run) done = write_lists(folder.value(), ledger, names, options, round, session.sink);
  if (!done) return report_failure(done.failure(), false, session.sink);
  summarise(orders.all, ledger, recipients.refused() + printing.refusals().size(), options);
}

void issue_workbooks(const Options& options, Session& session) {
  const auto folders = open_folders(options, session.sink);
  if (!folders) return;
  const auto loaded = load_site(*folders, options, session);
  if (!loaded) return;
  const model::Site& site = loaded->site.site();
  Options published = options;
  published.output.clear();
  for (const fs::path& taboo :
       {fs::path(output_folder(published, site.config)), fs::path(options.root) / site.config.content}) {
    if (is_inside(options.output, taboo)) return (void)session.sink.report_at(Kind::issue_output, "", {options.output});
  }
  const model::WorkbookDefinition* workbook = find_workbook(site, options.workbook, session.sink);
  if (workbook == nullptr) return;
  std::vector<double> figures;
  for (std::size_t i = 0; i < site.records.figures.size(); ++i) figures.push_back(loaded->site.figure_value(i));
  const render::xlsx::WorkbookTemplate planned(*workbook, site.records, figures);
  const auto fields = render::xlsx::personal_fields(*workbook, planned.fields());
  if (fields.empty()) return (void)session.sink.report_at(Kind::issue_no_person, "", {options.workbook});
  const Periods periods(read_periods(*folders->site, site.config));
  const bool needs_term = std::any_of(fields.begin(), fields.end(), [](const auto& field) { return field.of_term; });
  if (!check_period(periods, options.period, needs_term, session.sink)) return;
  const model::Period* term = periods.find(options.period);
  render::xlsx::IssuedPeriod period{term != nullptr ? term->title : options.period, term};
  Recipients recipients(site, *workbook, fields, period, session);
  if (!recipients.read(options.people, site.config.issue)) return;
  if (options.strict && session.sink.has_errors()) return;
  issue_to(options, session, *loaded, *workbook, fields, periods, period, recipients);
}

}  // namespace

int issue(const Options& options) {
  const graph::Jobs jobs(options.jobs);
  Session session;
  Options own = options;
  if (own.output.empty()) own.output = "issued";
  issue_workbooks(own, session);
  return report_findings(session.sink, session.sources, options);
}

}  // namespace shirube::cli
