// One expansion of a template: the names that are known where it is, what it has cost so far, and its findings.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "parse/expansion/value.h"

namespace shirube::parse {

// What one template may become. Our largest is a tenth of it.
struct ExpansionLimits {
  std::size_t steps = 100'000;        // nodes that are made and turns of loops
  std::size_t bytes = 8 << 20;        // of all texts
  std::size_t text_bytes = 64 << 10;  // of one
  std::size_t names = 100;            // parameters, and loops inside loops
};

class ExpansionRun {
 public:
  explicit ExpansionRun(diagnostic::Sink& sink, ExpansionLimits limits = {}) : limits_(limits), sink_(sink) {}

  // A name hides an older one until it goes.
  void push(std::string name, TemplateValue value) { names_.emplace_back(std::move(name), std::move(value)); }
  void pop() { names_.pop_back(); }
  const TemplateValue* find(std::string_view name) const;
  std::vector<std::string_view> names() const;

  // False: that is too much, which has been reported; nothing more is made.
  bool spend_step(source::SourceRange place);
  bool spend_bytes(std::size_t bytes, source::SourceRange place);
  // Of one text that is being made.
  bool fits(std::size_t bytes, source::SourceRange place);
  bool is_over() const { return over_; }

  // Once for a place, however often a loop comes by.
  void report(diagnostic::Kind kind, source::SourceRange place, std::vector<std::string> arguments,
              const std::vector<std::string_view>& meant = {});
  diagnostic::Sink& sink() { return sink_; }

 private:
  bool stop(diagnostic::Kind kind, source::SourceRange place, std::size_t limit);

  ExpansionLimits limits_;
  diagnostic::Sink& sink_;
  std::vector<std::pair<std::string, TemplateValue>> names_;
  std::size_t steps_ = 0;
  std::size_t bytes_ = 0;
  bool over_ = false;
  std::set<std::tuple<diagnostic::Kind, source::SourceRange, std::string>> reported_;
};

// A name for as long as a turn of a loop.
class NameInLoop {
 public:
  NameInLoop(ExpansionRun& run, std::string name, TemplateValue value) : run_(run) {
    run_.push(std::move(name), std::move(value));
  }
  ~NameInLoop() { run_.pop(); }
  NameInLoop(const NameInLoop&) = delete;
  NameInLoop& operator=(const NameInLoop&) = delete;

 private:
  ExpansionRun& run_;
};

}  // namespace shirube::parse
