#include "cli/report.h"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <string>

#include "cli/streams.h"
#include "diagnostic/printer.h"
#include "diagnostic/unreadable.h"
#include "publish/refusal.h"
#include "source/format.h"
#include "source/terminal_text.h"

namespace shirube::cli {

namespace {

using diagnostic::Kind;
using diagnostic::Language;
using diagnostic::Severity;
using source::Failure;

bool colour_wanted() {
  const char* refused = std::getenv("NO_COLOR");
  return ::isatty(STDERR_FILENO) == 1 && (refused == nullptr || *refused == '\0');
}

std::string seconds(std::chrono::steady_clock::duration time) {
  return source::format("{:.2f}", std::chrono::duration<double>(time).count());
}

// 1 page, 2 pages
std::string counted(std::size_t number, std::string_view noun) {
  return source::format("{} {}{}", number, noun, number == 1 ? "" : "s");
}

std::string findings(const diagnostic::Sink& sink, const Options& options) {
  std::size_t errors = 0;
  std::size_t warnings = 0;
  for (const auto& found : sink.diagnostics()) {
    const Severity severity = found.severity;
    if (severity == Severity::note) continue;
    (severity == Severity::error || options.strict ? errors : warnings) += 1;
  }
  return options.language == Language::japanese ? source::format("誤り{}件、警告{}件", errors, warnings)
                                                : source::format("{}, {}", counted(errors, "error"), counted(warnings, "warning"));
}

}  // namespace

void report_failure(const Failure& failure, bool reading, diagnostic::Sink& sink) {
  if (reading) return diagnostic::report_unreadable(failure, sink);
  const std::string detail = failure.detail.empty() ? "-" : failure.detail;
  if (failure.kind == Failure::Kind::damaged) {
    sink.report_at(Kind::damaged_output, "", {failure.path, detail});
  } else if (failure.kind == Failure::Kind::unwritable) {
    sink.report_at(Kind::workbook_fault, "", {failure.path, detail});
  } else {
    publish::report(failure, sink);
  }
}

int report_findings(const diagnostic::Sink& sink, const source::SourceSet& sources, const Options& options) {
  diagnostic::PrintOptions print;
  print.language = options.language;
  print.strict = options.strict;
  print.colour = colour_wanted();
  if (options.json) {
    write_output(diagnostic::print_json(sink.diagnostics(), sources, print));
  } else {
    write_error(diagnostic::print_text(sink.diagnostics(), sources, print));
  }
  return diagnostic::exit_code(sink.diagnostics(), options.strict);
}

namespace {

// Why pages show no day of their last change.
std::string history_note(source::GitHistory::Gap gap, bool japanese) {
  switch (gap) {
    case source::GitHistory::Gap::none:
      return "";
    case source::GitHistory::Gap::shallow:
      return japanese ? "履歴が途中までしかない複製（shallow clone）なので、ページの最終更新日は入れていません。git "
                        "fetch --unshallow で"
                        "全履歴を取得すると入ります。ワークブックの日付は "
                        "SOURCE_DATE_EPOCH（秒）か最新のコミットの時刻です。\n"
                      : "this is a shallow clone, so pages show no date of their last change: `git fetch --unshallow` "
                        "loads the "
                        "history. Workbooks are dated by SOURCE_DATE_EPOCH (seconds), else by the newest commit.\n";
    case source::GitHistory::Gap::refused:
      return japanese ? "git "
                        "が履歴を読めないので、ページの最終更新日は入れていません（壊れているか、一部だけの複製です。gi"
                        "t fsck "
                        "で確かめられます）。ワークブックの日付は SOURCE_DATE_EPOCH（秒）で指定できます。\n"
                      : "git cannot read the history, so pages show no date of their last change: the repository is "
                        "damaged or a partial "
                        "clone (check with `git fsck`). SOURCE_DATE_EPOCH (seconds) sets the date of workbooks.\n";
  }
  return "";
}

}  // namespace

void report_summary(const BuildSummary& summary, const diagnostic::Sink& sink, const Options& options) {
  if (options.quiet) return;
  const publish::Summary& published = summary.published;
  const bool japanese = options.language == Language::japanese;
  std::string text;
  if (japanese) {
    text = source::format("{}ページ、ワークブック{}件、全{}ファイル（書き込み{}、変更なし{}、削除{}）、{}秒。{}\n",
                          summary.pages, summary.workbooks, published.files, published.written, published.unchanged,
                          published.removed, seconds(summary.time), findings(sink, options));
  } else {
    text = source::format("{}, {}, {} ({} written, {} unchanged, {} removed) in {} s; {}\n", counted(summary.pages, "page"),
                          counted(summary.workbooks, "workbook"), counted(published.files, "file"), published.written,
                          published.unchanged, published.removed, seconds(summary.time), findings(sink, options));
  }
  if (!published.foreign.empty()) {
    const std::size_t shown =
        options.verbose ? published.foreign.size() : std::min<std::size_t>(3, published.foreign.size());
    text +=
        japanese
            ? source::format("shirube が作っていないファイルが{}件あり、そのまま残しました:", published.foreign.size())
            : source::format("left in place, {} that shirube did not make:", counted(published.foreign.size(), "file"));
    for (std::size_t i = 0; i < shown; ++i) text += " " + source::terminal_text(published.foreign[i]);
    text += shown < published.foreign.size() ? " …\n" : "\n";
  }
  if (published.swapped_by_renames) {
    text += japanese ? "この場所のファイルシステムはフォルダを一瞬で入れ替えられないため、2回の改名で入れ替えました。\n"
                     : "this file system cannot exchange folders: the edition was swapped in by two renames.\n";
  }
  text += history_note(summary.history_gap, japanese);
  text += source::format("{}/index.html\n", source::terminal_text(summary.folder));
  write_error(text);
}

void report_check(std::size_t pages, std::size_t workbooks, std::chrono::steady_clock::duration time,
                  const diagnostic::Sink& sink, const Options& options) {
  if (options.quiet) return;
  write_error(options.language == Language::japanese
                    ? source::format("{}ページ、ワークブック{}件を検査しました（{}秒）。{}\n", pages, workbooks,
                                     seconds(time), findings(sink, options))
                    : source::format("{} and {} checked in {} s; {}\n", counted(pages, "page"), counted(workbooks, "workbook"),
                                     seconds(time), findings(sink, options)));
}

Progress::Progress(const Options& options)
    : shown_(!options.quiet && ::isatty(STDERR_FILENO) == 1),
      language_(options.language),
      start_(std::chrono::steady_clock::now()) {}

Progress::~Progress() {
  if (shown_ && last_.load() > 0) write_error("\r\x1b[K");
}

void Progress::step(std::size_t done, std::size_t all) {
  if (!shown_) return;
  // Short builds stay silent; long ones move ten times a second.
  const auto now =
      std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start_).count();
  std::int64_t last = last_.load();
  if (now < 500 || now - last < 100 || !last_.compare_exchange_strong(last, now)) return;
  write_error(language_ == Language::japanese ? source::format("\r\x1b[K{} / {} ファイル", done, all)
                                                : source::format("\r\x1b[K{} of {} files", done, all));
}

}  // namespace shirube::cli
