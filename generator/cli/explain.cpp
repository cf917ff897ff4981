// shirube explain [TOPIC]: a rule (what it requires, why, how a site changes its severity), or what an author writes: a family
// of records, a file, a directive, a role, a block, a field of one; without TOPIC, all of them. --markdown prints the reference
// of docs/reference.
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/explain_fields.h"
#include "cli/explain_template.h"
#include "cli/reference.h"
#include "cli/report.h"
#include "cli/streams.h"
#include "diagnostic/severities.h"
#include "diagnostic/suggestion.h"
#include "source/file_system.h"
#include "source/format.h"
#include "source/json.h"
#include "source/terminal_text.h"

namespace shirube::cli {

namespace {

using diagnostic::KindInfo;
using diagnostic::Language;
using diagnostic::Severity;

const char* name_of(Severity severity) {
  return severity == Severity::error ? "error" : "warning";
}

// A message without the values of a finding.
std::string pattern(std::string_view text) {
  return source::format_texts(text, std::vector<std::string>(8, "…"));
}

struct Texts {
  std::string message, help, why;
};
Texts texts_of(const KindInfo& kind, Language language) {
  const bool japanese = language == Language::japanese;
  return {pattern(japanese ? kind.japanese : kind.english), pattern(japanese ? kind.help_japanese : kind.help_english),
          std::string(japanese ? kind.why_japanese : kind.why_english)};
}

source::Json as_json(const KindInfo& kind, Language language) {
  const Texts texts = texts_of(kind, language);
  return {{"rule", kind.rule},
          {"severity", name_of(kind.severity)},
          {"may_change", diagnostic::may_change(kind.kind)},
          {"message", texts.message},
          {"help", texts.help},
          {"why", texts.why}};
}

std::string explained(const KindInfo& kind, Language language) {
  const Texts texts = texts_of(kind, language);
  const bool japanese = language == Language::japanese;
  std::string text = source::format("{} [{}]\n\n{}\n", kind.rule, name_of(kind.severity), texts.message);
  if (!texts.why.empty()) text += "\n" + texts.why + "\n";
  if (!texts.help.empty()) text += (japanese ? "\n直し方: " : "\nWhat to do: ") + texts.help + "\n";
  if (!diagnostic::may_change(kind.kind)) return text;
  return text +
         source::format_texts(
             japanese
                 ? "\n重さは site.yaml の「rules: {{{0}: error}}」で変えられます（error・warning・off）。\n"
                 : "\nTo change its severity, write `rules: {{{0}: error}}` in site.yaml (error, warning or off).\n",
             {std::string(kind.rule)});
}

std::string list_templates(const Options& options) {
  std::string text = options.language == Language::japanese ? "\nひな形:\n\n" : "\nTemplates:\n\n";
  for (const std::string& name : template_names(options)) text += name + "\n";
  return text;
}

void list_all(const Options& options) {
  const bool japanese = options.language == Language::japanese;
  source::Json rules = source::Json::array();
  std::string text;
  for (const KindInfo& kind : diagnostic::all_kinds()) {
    if (kind.severity == Severity::note) continue;
    rules.push_back(as_json(kind, options.language));
    text += source::format("{:<28} {:<8}{} {}\n", kind.rule, name_of(kind.severity),
                           diagnostic::may_change(kind.kind) ? "*" : " ", texts_of(kind, options.language).message);
  }
  if (options.json) {
    write_output(rules.dump(2) + "\n");
    return;
  }
  write_output((japanese ? "書けるもの（欄は「shirube explain 名前」で示します）:\n\n"
                         : "What can be written (`shirube explain NAME` lists the fields):\n\n") +
               list_topics(options.language) + list_templates(options) + (japanese ? "\n規則:\n\n" : "\nRules:\n\n") + text +
               (japanese ? "\n* は site.yaml の rules: で重さを変えられます。\n"
                         : "\n* rules: of site.yaml may change its severity.\n"));
}

int refuse_topic(const Options& options) {
  std::vector<std::string> fields = field_topics();
  for (std::string& name : template_names(options)) fields.push_back(std::move(name));
  std::vector<std::string_view> known(fields.begin(), fields.end());
  for (const KindInfo& kind : diagnostic::all_kinds()) known.push_back(kind.rule);
  const std::string near = diagnostic::near_miss(options.file, known);
  const bool japanese = options.language == Language::japanese;
  std::string text = source::format_texts(japanese ? "「{0}」という規則・記録・ファイル・部品・欄はありません。"
                                                   : "no rule, record, file, directive, block or field `{0}`.",
                                          {source::terminal_text(options.file)});
  if (!near.empty()) {
    text += source::format_texts(japanese ? "「{0}」のことですか。" : " Did you mean `{0}`?", {near});
  }
  write_error(text + "\n");
  constexpr int usage = 2;
  return usage;
}

// All pages to standard output, or as files in the folder of `-o`.
int print_reference(const Options& options) {
  const std::vector<ReferencePage> pages = reference_pages(options.language);
  if (options.output.empty()) {
    for (const ReferencePage& page : pages) write_output(page.text + (&page == &pages.back() ? "" : "\n"));
    return 0;
  }
  diagnostic::Sink sink;
  auto folder = source::RealFileSystem::open(options.output);
  if (!folder) report_failure(folder.failure(), false, sink);
  for (const ReferencePage& page : pages) {
    const auto written = folder ? folder.value()->write(page.name, page.text) : source::Result<void>();
    if (!written) report_failure(written.failure(), false, sink);
  }
  return report_findings(sink, source::SourceSet(), options);
}

}  // namespace

int explain(const Options& options) {
  if (options.markdown) {
    return print_reference(options);
  } else if (options.file.empty()) {
    list_all(options);
  } else if (const auto kind = diagnostic::find_rule(options.file)) {
    const KindInfo& info = diagnostic::info(*kind);
    write_output(options.json ? as_json(info, options.language).dump(2) + "\n" : explained(info, options.language));
  } else if (const auto text = explain_fields(options.file, options.language)) {
    write_output(options.json ? fields_as_json(options.file, options.language)->dump(2) + "\n" : *text);
  } else if (const auto description = explain_template(options.file, options)) {
    write_output(options.json ? template_as_json(options.file, options)->dump(2) + "\n" : *description);
  } else {
    return refuse_topic(options);
  }
  return 0;
}

}  // namespace shirube::cli
