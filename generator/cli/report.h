// Tells the user how a run went: findings, what the environment refused, and the summary.
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>

#include "cli/options.h"
#include "diagnostic/diagnostic.h"
#include "publish/publish.h"
#include "source/git_history.h"
#include "source/source_set.h"

namespace shirube::cli {

// The finding that a failure is reported as. `reading`: nothing was to be written.
void report_failure(const source::Failure& failure, bool reading, diagnostic::Sink& sink);

// Prints the findings (text to standard error, JSON to standard output) and gives the exit code that they mean.
int report_findings(const diagnostic::Sink& sink, const source::SourceSet& sources, const Options& options);

struct BuildSummary {
  std::size_t pages = 0;
  std::size_t workbooks = 0;
  publish::Summary published;
  source::GitHistory::Gap history_gap = source::GitHistory::Gap::none;
  std::string folder;
  std::chrono::steady_clock::duration time{};
};
void report_summary(const BuildSummary& summary, const diagnostic::Sink& sink, const Options& options);
void report_check(std::size_t pages, std::size_t workbooks, std::chrono::steady_clock::duration time,
                  const diagnostic::Sink& sink, const Options& options);

// A line that is rewritten while a long build goes on; only on a terminal.
class Progress {
 public:
  explicit Progress(const Options& options);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  // May be called from any thread.
  void step(std::size_t done, std::size_t all);

 private:
  bool shown_;
  diagnostic::Language language_;
  std::chrono::steady_clock::time_point start_;
  std::atomic<std::int64_t> last_{0};
};

}  // namespace shirube::cli
