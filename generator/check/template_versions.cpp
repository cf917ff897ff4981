// A version says what has been handed out under it: what changes gets a new one.
#include <algorithm>

#include "check/rules.h"
#include "model/template_change.h"
#include "source/json.h"

namespace shirube::check {

using diagnostic::Kind;
using model::Version;
using source::Json;

namespace {

void check_version(const model::WorkbookDefinition& workbook, const model::RecordedTemplate& last,
                   const Version& recorded, diagnostic::Sink& sink) {
  const auto version = model::parse_version(workbook.version.value);
  if (!version) return;  // reported already
  const auto report = [&](Kind kind, std::vector<std::string> arguments) {
    sink.report(kind, workbook.version.range, std::move(arguments));
  };
  model::ChangeLevel level = model::ChangeLevel::none;
  if (workbook.tree != last.tree) {
    level = model::level_of(model::compare_templates(Json::parse(last.tree), Json::parse(workbook.tree)));
    level = std::max(level, model::ChangeLevel::patch);
  }
  const Version least = next_version(recorded, level);
  if (*version < recorded) {
    return report(Kind::workbook_version_older, {workbook.version.value, last.version, to_text(least)});
  }
  if (*version < least) {
    return report(Kind::workbook_version_step, {last.version, workbook.version.value, std::string(level_word(level)),
                                                to_text(least), workbook.id.value});
  }
  if (*version != recorded) {
    report(Kind::workbook_version_unrecorded, {workbook.version.value, last.version});
  }
}

}  // namespace

void check_template_versions(const model::Site& site, const Index&, diagnostic::Sink& sink) {
  for (const model::WorkbookDefinition& workbook : site.workbooks) {
    const model::RecordedTemplate* last = nullptr;
    Version newest;
    for (const model::RecordedTemplate& record : site.recorded_templates) {
      const auto version = model::parse_version(record.version);
      if (record.id != workbook.id.value || !version || (last != nullptr && *version < newest)) continue;
      last = &record;
      newest = *version;
    }
    if (last != nullptr) check_version(workbook, *last, newest, sink);
  }
}

}  // namespace shirube::check
