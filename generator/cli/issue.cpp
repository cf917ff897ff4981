// shirube issue: a workbook for each person of a file, and a list of what was made.
#include <algorithm>
#include <atomic>
#include <cstdio>
#include <filesystem>
#include <map>
#include <mutex>

#include "cli/commands.h"
#include "cli/edition.h"
#include "cli/issued_files.h"
#include "cli/load.h"
#include "cli/output_folder.h"
#include "cli/report.h"
#include "diagnostic/suggestion.h"
#include "graph/parallel.h"
#include "model/share.h"
#include "model/workbook_source.h"
#include "parse/people.h"
#include "render/xlsx/personal.h"
#include "render/xlsx/press.h"
#include "source/format.h"

namespace shirube::cli {

namespace {

using diagnostic::Kind;
using model::Person;
namespace fs = std::filesystem;

const model::WorkbookDefinition* find_workbook(const model::Site& site, const std::string& id, diagnostic::Sink& sink) {
  std::vector<std::string_view> known;
  for (const auto& workbook : site.workbooks) {
    if (workbook.id.value == id) return &workbook;
    known.push_back(workbook.id.value);
  }
  sink.report_at(Kind::unknown_workbook, "", {id}).suggest([&] { return diagnostic::near_miss(id, known); });
  return nullptr;
}

// Personal workbooks lie neither in what is published nor in what is read.
bool is_inside(const fs::path& folder, const fs::path& other) {
  const std::string inner = (fs::absolute(folder).lexically_normal() / "").string();
  return inner.starts_with((fs::absolute(other).lexically_normal() / "").string());
}

std::optional<std::vector<Person>> read_people_file(const std::string& path, Session& session) {
  const fs::path file(path);
  auto folder = source::RealFileSystem::open(file.has_parent_path() ? file.parent_path().string() : ".");
  auto bytes = folder ? folder.value()->read(file.filename().string()) : source::Result<std::string>(folder.failure());
  if (!bytes) {
    report_failure(bytes.failure(), true, session.sink);
    return std::nullopt;
  }
  return parse::read_people(path, std::move(bytes).value(), session.sources, session.sink);
}

// What is meant for the person; nothing if their career path is none.
std::optional<model::Share> share_of(Person& person, const model::Records& records, diagnostic::Sink& sink) {
  model::Share share;
  auto objectives = model::cascading_objectives(person, records);
  if (objectives.size() < records.objectives.size()) share.objectives = std::move(objectives);
  if (person.career_path.empty()) return share;
  const auto destination = model::find_destination(person.career_path, records);
  if (!destination) {
    sink.report_at(Kind::issue_career_path, "", {person.career_path, person.id});
    return std::nullopt;
  }
  share.destination = destination->id;
  person.career_path = destination->name;
  return share;
}

std::string describe(const Person& person) {
  std::string text;
  for (const std::string* part : {&person.organisation, &person.job, &person.grade}) {
    if (!part->empty()) text += (text.empty() ? "" : ", ") + *part;
  }
  return text.empty() ? "—" : text;
}

// Whether the person's lists offer something, and hold what the person would bring into them.
bool fits(const Person& person, const model::Share& share, const std::vector<render::xlsx::PersonalField>& fields,
          const model::WorkbookDefinition& workbook, const model::Records& records, const std::string& period,
          diagnostic::Sink& sink) {
  bool good = true;
  for (const auto& list : workbook.lists) {
    if (list.source != model::ChoiceList::Source::objectives) continue;
    if (!model::choices(list, records, share).empty() || model::choices(list, records).empty()) continue;
    sink.report_at(Kind::issue_no_choices, "", {list.label, person.id, describe(person)});
    good = false;
  }
  for (const auto& field : fields) {
    const std::string text = render::xlsx::personal_text(person, field.property, period);
    if (text.empty() || field.field->type != model::FieldType::choice) continue;
    for (const auto& list : workbook.lists) {
      if (list.id.value != field.field->choices.value) continue;
      const auto items = model::choices(list, records, share);
      if (std::find(items.begin(), items.end(), text) != items.end()) continue;
      sink.report_at(Kind::issue_choice, "", {text, person.id, list.label});
      good = false;
    }
  }
  return good;
}

// People whose workbooks differ in their own fields alone.
struct Group {
  model::Share share;
  std::vector<std::size_t> people;
};

class Issue {
 public:
  Issue(const Options& options, const LoadedSite& loaded, const model::WorkbookDefinition& workbook,
        const std::vector<render::xlsx::PersonalField>& fields, const std::vector<Person>& people,
        const IssuedFiles& folder)
      : options_(options),
        site_(loaded.site.site()),
        workbook_(workbook),
        fields_(fields),
        people_(people),
        folder_(folder),
        entries_(people.size()),
        progress_(options) {
    for (std::size_t i = 0; i < site_.records.figures.size(); ++i) figures_.push_back(loaded.site.figure_value(i));
  }

  // A template is planned and written once for each group; memory holds those that are being worked on.
  void run(const std::vector<Group>& groups) {
    graph::for_each_index(groups.size(), [&](std::size_t i) { print(groups[i]); });
  }

  const std::optional<source::Failure>& failure() const { return failure_; }
  const std::vector<IssuedFiles::Entry>& entries() const { return entries_; }
  std::size_t written() const { return written_; }

 private:
  void print(const Group& group) {
    const render::xlsx::WorkbookTemplate planned(workbook_, site_.records, figures_, group.share);
    const auto press =
        render::xlsx::Press::prepare(planned.plan(), {edition_time(options_.root), folder_.temporary_folder()});
    if (!press) return fail(press.failure());
    graph::for_each_index(group.people.size(), [&](std::size_t i) {
      const std::size_t index = group.people[i];
      const Person& person = people_[index];
      const auto bytes = press.value().print(planned.fill(personal_values(fields_, person, options_.period)));
      auto entry = bytes ? folder_.put(person, bytes.value()) : source::Result<IssuedFiles::Entry>(bytes.failure());
      if (!entry) return fail(entry.failure());
      written_ += entry.value().is_new ? 1 : 0;
      entries_[index] = std::move(entry).value();
      progress_.step(++done_, people_.size());
    });
  }

  void fail(const source::Failure& failure) {
    const std::scoped_lock lock(mutex_);
    if (!failure_) failure_ = failure;
  }

  const Options& options_;
  const model::Site& site_;
  const model::WorkbookDefinition& workbook_;
  const std::vector<render::xlsx::PersonalField>& fields_;
  const std::vector<Person>& people_;
  const IssuedFiles& folder_;
  std::vector<double> figures_;
  std::vector<IssuedFiles::Entry> entries_;
  Progress progress_;
  std::mutex mutex_;
  std::optional<source::Failure> failure_;
  std::atomic<std::size_t> written_{0};
  std::atomic<std::size_t> done_{0};
};

void report_no_assessor(const std::vector<Person>& people, diagnostic::Sink& sink) {
  constexpr std::size_t most = 5;
  std::size_t count = 0;
  std::string ids;
  for (const Person& person : people) {
    if (!person.first_assessor.empty()) continue;
    if (++count <= most) ids += (count > 1 ? ", " : "") + person.id;
  }
  if (count == 0) return;
  sink.report_at(Kind::issue_no_assessor, "", {std::to_string(count), ids + (count > most ? " …" : "")});
}

// Every file, then the list of them. A run that was stopped goes on where it was: what lies there already stays.
void write_all(const Options& options, Session& session, Issue& issue, const std::vector<Group>& groups,
               const std::vector<Person>& people, const IssuedFiles& folder) {
  issue.run(groups);
  std::optional<source::Failure> failure = issue.failure();
  if (!failure) {
    if (const auto list = folder.write_list(people, issue.entries()); !list) failure = list.failure();
  }
  if (!failure && options.zip) {
    report_no_assessor(people, session.sink);
    if (const auto archives = folder.write_archives(people, issue.entries()); !archives) failure = archives.failure();
  }
  if (failure) return report_failure(*failure, false, session.sink);
  if (options.quiet) return;
  const bool japanese = options.language == diagnostic::Language::japanese;
  const std::string told =
      japanese ? source::format("{}人分（新しく書いたもの {}）: {}\n", people.size(), issue.written(), options.output)
               : source::format("{} workbooks ({} written): {}\n", people.size(), issue.written(), options.output);
  std::fputs(told.c_str(), stderr);
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
  const auto fields = render::xlsx::personal_fields(*workbook);
  if (fields.empty()) return (void)session.sink.report_at(Kind::issue_no_person, "", {options.workbook});
  const auto everybody = read_people_file(options.people, session);
  if (!everybody) return;
  std::vector<Person> people;
  std::vector<Group> groups;
  std::map<model::Share, std::size_t> group_of;
  for (Person person : *everybody) {
    auto share = share_of(person, site.records, session.sink);
    if (!share || !fits(person, *share, fields, *workbook, site.records, options.period, session.sink)) continue;
    const auto [group, is_new] = group_of.emplace(*share, groups.size());
    if (is_new) groups.push_back({std::move(*share), {}});
    groups[group->second].people.push_back(people.size());
    people.push_back(std::move(person));
  }
  if (options.strict && session.sink.has_errors()) return;
  const auto folder = IssuedFiles::open(options.output, *workbook, options.period, options.ascii_names);
  if (!folder) return report_failure(folder.failure(), false, session.sink);
  Issue issue(options, *loaded, *workbook, fields, people, folder.value());
  write_all(options, session, issue, groups, people, folder.value());
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
