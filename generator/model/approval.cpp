#include "model/approval.h"

#include <map>

#include "diagnostic/suggestion.h"
#include "source/fingerprint.h"
#include "source/unicode.h"

namespace shirube::model {

namespace {

using diagnostic::Kind;
using diagnostic::Sink;

struct Guarded {
  bool is_page = true;
  std::string name;
  std::string title;  // of a page
  SourceRange place;  // of its title or id
  std::string_view text;
};

std::string_view part(const source::SourceFile& file, const SourceRange& range) {
  return std::string_view(file.text()).substr(range.begin, range.end - range.begin);
}

std::vector<Guarded> guarded_by(const Parts& parts, const source::SourceSet& sources) {
  std::vector<Guarded> guarded;
  for (const ParsedPage& page : parts.pages) {
    if (!page.front_matter.needs_approval) continue;
    const SourceRange title = page.front_matter.title.range;
    guarded.push_back({true, page.source_path, page.front_matter.title.value,
                       title ? title : SourceRange{page.file, 0, 0}, sources.file(page.file).text()});
  }
  for (const std::string& name : parts.records.guarded) {
    const SourceRange whole = parts.records.names.at(name);
    guarded.push_back({false, name, {}, {whole.file, whole.begin, whole.begin}, part(sources.file(whole.file), whole)});
  }
  return guarded;
}

}  // namespace

std::string wording_hash(std::string_view text) {
  std::string kept;
  std::size_t blanks = 0;
  for (const char c : text) {
    if (c == ' ' || c == '\t' || c == '\r') {
      ++blanks;
    } else if (c == '\n') {
      blanks = 0;
      if (!kept.empty() && kept.back() != '\n') kept += c;
    } else {
      if (blanks > 0) kept += ' ';
      blanks = 0;
      kept += c;
    }
  }
  while (kept.ends_with('\n')) kept.pop_back();
  return source::fingerprint_text(source::to_nfc(kept));
}

Withheld settle_approvals(const Parts& parts, const source::SourceSet& sources, Sink& sink) {
  std::map<std::pair<bool, std::string>, const Approval*> approvals;
  for (const Approval& approval : parts.records.approvals) {
    const auto [first, is_new] = approvals.emplace(std::pair(approval.is_page, approval.what.value), &approval);
    if (!is_new) {
      sink.report(Kind::approval_twice, approval.what.range, {approval.what.value})
          .label(first->second->what.range, Kind::first_here);
    }
  }
  Withheld withheld;
  for (const Guarded& one : guarded_by(parts, sources)) {
    const auto found = approvals.find({one.is_page, one.name});
    const std::string hash = wording_hash(one.text);
    const Approval* approval = found == approvals.end() ? nullptr : found->second;
    if (found != approvals.end()) approvals.erase(found);
    if (approval != nullptr && approval->hash.value == hash) continue;
    if (approval != nullptr) {
      sink.report(Kind::approval_void, approval->hash.range, {one.name, approval->role, approval->date, hash})
          .label(one.place, Kind::defined_here);
    } else {
      sink.report(Kind::approval_missing, one.place,
                  {one.name, (one.is_page ? "page: " : "record: ") + one.name, hash});
    }
    if (one.is_page) {
      withheld.pages.emplace(one.name, one.title);
    } else {
      withheld.records.insert(parts.records.names.at(one.name));
    }
  }
  // Of those that are left, each approves what nobody marked, or what is not there.
  std::vector<std::string> known;
  for (const Guarded& one : guarded_by(parts, sources)) known.push_back(one.name);
  for (const auto& [key, approval] : approvals) {
    sink.report(Kind::approval_unknown, approval->what.range, {key.first ? "page" : "record", key.second})
        .suggest([&, &key = key] { return diagnostic::near_miss(key.second, known); });
  }
  return withheld;
}

}  // namespace shirube::model
