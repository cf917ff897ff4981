// shirube issue: a workbook for each person of a file, and a list of what was made.
#include <algorithm>
#include <atomic>
#include <cstdio>
#include <filesystem>
#include <mutex>

#include "cli/commands.h"
#include "cli/edition.h"
#include "cli/installation.h"
#include "cli/issued_files.h"
#include "cli/load.h"
#include "cli/output_folder.h"
#include "cli/report.h"
#include "diagnostic/suggestion.h"
#include "graph/parallel.h"
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
  sink.report_at(Kind::unknown_workbook, "", {id}).suggest(diagnostic::near_miss(id, known));
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

// Whether the template's lists hold what the person would bring into them; what they do not is reported.
bool fits(const Person& person, const std::vector<render::xlsx::PersonalField>& fields,
          const model::WorkbookDefinition& workbook, const model::Records& records, const std::string& period,
          diagnostic::Sink& sink) {
  bool good = true;
  for (const auto& field : fields) {
    const std::string text = render::xlsx::personal_text(person, field.property, period);
    if (text.empty() || field.field->type != model::FieldType::choice) continue;
    for (const auto& list : workbook.lists) {
      if (list.id.value != field.field->choices.value) continue;
      const auto items = model::choices(list, records);
      if (std::find(items.begin(), items.end(), text) != items.end()) continue;
      sink.report_at(Kind::issue_choice, "", {text, person.id, list.label});
      good = false;
    }
  }
  return good;
}

struct Issue {
  const Options& options;
  Session& session;
  const model::WorkbookDefinition& workbook;
  const render::xlsx::WorkbookTemplate& planned;
  const render::xlsx::Press& press;
  const std::vector<render::xlsx::PersonalField>& fields;
};

// Every file, then the list of them. A run that was stopped goes on where it was: what lies there already stays.
void write_all(const Issue& issue, const std::vector<Person>& people, IssuedFiles& folder) {
  std::vector<IssuedFiles::Entry> entries(people.size());
  std::mutex mutex;
  std::optional<source::Failure> failure;
  std::atomic<std::size_t> written{0};
  std::atomic<std::size_t> done{0};
  {
    Progress progress(issue.options);
    graph::for_each_index(people.size(), [&](std::size_t i) {
      const Person& person = people[i];
      const auto bytes =
          issue.press.print(issue.planned.fill(personal_values(issue.fields, person, issue.options.period)));
      auto entry = bytes ? folder.put(person, bytes.value()) : source::Result<IssuedFiles::Entry>(bytes.failure());
      if (!entry) {
        const std::scoped_lock lock(mutex);
        if (!failure) failure = entry.failure();
        return;
      }
      written += entry.value().is_new ? 1 : 0;
      entries[i] = std::move(entry).value();
      progress.step(++done, people.size());
    });
  }
  if (!failure) {
    if (const auto list = folder.write_list(people, entries); !list) failure = list.failure();
  }
  if (failure) {
    report_failure(*failure, false, issue.session.sink);
    return;
  }
  if (issue.options.quiet) return;
  const bool japanese = issue.options.language == diagnostic::Language::japanese;
  const std::string told =
      japanese
          ? source::format("{}人分（新しく書いたもの {}）: {}\n", people.size(), written.load(), issue.options.output)
          : source::format("{} workbooks ({} written): {}\n", people.size(), written.load(), issue.options.output);
  std::fputs(told.c_str(), stderr);
}

void issue_workbooks(const Options& options, Session& session) {
  auto files = source::RealFileSystem::open(options.root);
  auto installation = open_installation();
  if (!files || !installation) {
    return report_failure(!files ? files.failure() : installation.failure(), true, session.sink);
  }
  const auto loaded = load_site(*files.value(), options.config, *installation.value(), session);
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
  for (const Person& person : *everybody) {
    if (fits(person, fields, *workbook, site.records, options.period, session.sink)) people.push_back(person);
  }
  if (options.strict && session.sink.has_errors()) return;

  std::vector<double> figures;
  for (std::size_t i = 0; i < site.records.figures.size(); ++i) figures.push_back(loaded->site.figure_value(i));
  auto folder = IssuedFiles::open(options.output, *workbook, options.period);
  if (!folder) return report_failure(folder.failure(), false, session.sink);
  const render::xlsx::WorkbookTemplate planned(*workbook, site.records, figures);
  const auto press =
      render::xlsx::Press::prepare(planned.plan(), {edition_time(options.root), folder.value().temporary_folder()});
  if (!press) return report_failure(press.failure(), false, session.sink);
  write_all({options, session, *workbook, planned, press.value(), fields}, people, folder.value());
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
