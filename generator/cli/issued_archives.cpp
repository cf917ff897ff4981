#include "cli/issued_archives.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "diagnostic/row_findings.h"
#include "source/file_system.h"
#include "source/fingerprint.h"
#include "source/format.h"
#include "source/unicode.h"
#include "spreadsheet/archive.h"

namespace shirube::cli {

using diagnostic::Kind;
using source::Result;

namespace {

constexpr std::size_t most_names = 20;

// Template, version and period.
using Round = std::tuple<std::string, std::string, std::string>;
template <class Line>
Round round_of(const Line& line) {
  return {line.workbook, line.version, line.period};
}

struct Bundle {
  std::string key;  // of the assessor
  std::vector<const IssuedLine*> lines;
  std::string file;
};

// Whose people the ZIP holds: a name, with the number where two share it, or may do so in another part.
void name_bundles(std::vector<Bundle>& bundles, const IssuedNames& names, bool is_whole) {
  std::map<std::string, std::size_t> count;
  const auto part = [](const Bundle& bundle) {
    const IssuedLine& line = *bundle.lines.front();
    return file_part(line.assessor.empty() ? line.assessor_id : line.assessor);
  };
  for (const Bundle& bundle : bundles) ++count[source::fold_case(part(bundle))];  // some file systems ignore case
  std::set<std::string> taken;
  for (Bundle& bundle : bundles) {
    std::string middle = part(bundle);
    const IssuedLine& line = *bundle.lines.front();
    if (!is_whole && line.assessor_id.empty() && middle != line.assessor) {
      constexpr std::size_t digits = 4;
      middle += "-" + source::fingerprint_text(bundle.key).substr(0, digits);
    }
    if ((!is_whole || count[source::fold_case(middle)] > 1) && !line.assessor_id.empty())
      middle += "-" + file_part(line.assessor_id);
    const std::string base = middle;
    for (int n = 2; !taken.insert(source::fold_case(middle)).second; ++n) middle = source::format("{}-{}", base, n);
    bundle.file = names.archive(line, middle);
  }
}

std::map<Round, std::vector<Bundle>> bundle(const std::vector<IssuedLine>& lines, const std::set<Round>& rounds) {
  std::map<Round, std::map<std::string, std::vector<const IssuedLine*>>> found;
  for (const Round& round : rounds) found[round];
  for (const IssuedLine& line : lines) {
    const auto round = found.find(round_of(line));
    if (!line.left_out.empty()) continue;
    if (round != found.end() && !assessor_key(line).empty()) round->second[assessor_key(line)].push_back(&line);
  }
  std::map<Round, std::vector<Bundle>> bundles;
  for (auto& [round, by_assessor] : found) {
    for (auto& [key, theirs] : by_assessor) bundles[round].push_back({key, std::move(theirs), {}});
  }
  return bundles;
}

HandoutLine describe(const Bundle& bundle) {
  const IssuedLine& first = *bundle.lines.front();
  HandoutLine line;
  line.assessor = first.assessor;
  line.assessor_id = first.assessor_id;
  line.archive = bundle.file;
  line.count = source::format("{}", bundle.lines.size());
  line.workbook = first.workbook;
  line.version = first.version;
  line.period = first.period;
  for (const IssuedLine* each : bundle.lines) {
    if (line.mail.empty()) line.mail = each->assessor_mail;
    line.people += (line.people.empty() ? "" : "、") + each->id + " " + each->name;
  }
  return line;
}

class Archives {
 public:
  explicit Archives(IssuedFiles& folder) : folder_(folder) {
    for (const HandoutLine& line : folder.handouts()) known_[line.archive] = line.fingerprint;
  }

  Result<void> make(const Bundle& bundle) {
    std::vector<spreadsheet::ArchiveFile> files;
    std::vector<IssuedLine> lines;
    for (const IssuedLine* line : bundle.lines) {
      lines.push_back(*line);
      const std::string path = folder_.folder() + "/" + line->file;
      auto opened = source::RealFileSystem::open(folder_.folder());
      if (!opened) return opened.failure();
      // A book that somebody has taken out of the folder is in the list all the same.
      const auto there = opened.value()->read(line->file);
      if (there) files.push_back({line->file, path, {}});
      if (!there && there.failure().kind != source::Failure::Kind::not_found) return there.failure();
    }
    files.push_back({"manifest.csv", {}, print_list(lines)});
    const std::string partial = folder_.temporary_folder() + "/" + bundle.file;
    if (const auto done = spreadsheet::write_archive(partial, files); !done) return done.failure();
    auto made = source::RealFileSystem::open(folder_.temporary_folder());
    const auto bytes = made ? made.value()->read(bundle.file) : Result<std::string>(made.failure());
    if (!bytes) return bytes.failure();
    HandoutLine line = describe(bundle);
    line.fingerprint = source::fingerprint_text(bytes.value());
    const auto state = folder_.put_file(bundle.file, partial, known_of(bundle.file));
    if (!state) return state.failure();
    const bool stays =
        state.value() != BookState::fresh && state.value() != BookState::same && state.value() != BookState::rewritten;
    if (stays) kept_.push_back(bundle.file);
    if (stays && known_.contains(bundle.file)) line.fingerprint = known_of(bundle.file);
    made_.insert(bundle.file);
    if (!stays || known_.contains(bundle.file)) handouts_.push_back(std::move(line));
    return {};
  }

  // ZIPs of `line` are not made any more.
  Result<void> drop(const HandoutLine& line) {
    if (made_.contains(line.archive)) return {};
    const BookState state = folder_.state_of(line.archive, line.fingerprint);
    if (state == BookState::same) return folder_.remove(line.archive);
    if (state != BookState::fresh) kept_.push_back(line.archive);
    return {};
  }

  std::vector<HandoutLine>& handouts() { return handouts_; }
  const std::vector<std::string>& kept() const { return kept_; }

 private:
  std::string known_of(const std::string& file) const {
    const auto known = known_.find(file);
    return known == known_.end() ? std::string() : known->second;
  }

  IssuedFiles& folder_;
  std::map<std::string, std::string> known_;  // fingerprints
  std::set<std::string> made_;
  std::vector<HandoutLine> handouts_;
  std::vector<std::string> kept_;
};

}  // namespace

Result<void> write_archives(IssuedFiles& folder, const std::vector<IssuedLine>& lines, const IssuedNames& names,
                            const IssuedLine& wanted, diagnostic::Sink& sink) {
  std::set<Round> rounds;
  if (!wanted.workbook.empty()) rounds.insert(round_of(wanted));
  for (const HandoutLine& line : folder.handouts()) rounds.insert(round_of(line));
  Archives archives(folder);
  auto bundles = bundle(lines, rounds);
  for (auto& [round, theirs] : bundles) {
    name_bundles(theirs, names, folder.shard().is_whole());
    for (const Bundle& each : theirs) {
      if (!folder.shard().holds(each.key)) continue;
      if (const auto made = archives.make(each); !made) return made.failure();
    }
  }
  for (const HandoutLine& line : folder.handouts()) {
    IssuedLine whose;
    whose.assessor = line.assessor;
    whose.assessor_id = line.assessor_id;
    if (!folder.shard().holds(assessor_key(whose))) continue;
    if (const auto dropped = archives.drop(line); !dropped) return dropped.failure();
  }
  std::sort(archives.handouts().begin(), archives.handouts().end(), [](const HandoutLine& a, const HandoutLine& b) {
    return std::tie(a.period, a.workbook, a.version, a.archive) < std::tie(b.period, b.workbook, b.version, b.archive);
  });
  if (!archives.kept().empty()) {
    sink.report_at(Kind::issue_zip_kept, folder.folder(), {diagnostic::first_few(archives.kept(), most_names)});
  }
  if (!archives.handouts().empty() || !folder.handouts().empty()) {
    const auto written = folder.write_list(folder.shard().list_name("handouts"), print_list(archives.handouts()));
    if (!written) return written.failure();
  }
  const auto explained = names.explain(lines, archives.handouts());
  if (explained.empty()) return {};
  return folder.write_list(folder.shard().list_name("names"), print_list(explained));
}

}  // namespace shirube::cli
