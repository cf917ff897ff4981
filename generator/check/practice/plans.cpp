#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "check/practice/practice.h"
#include "source/unicode.h"

namespace shirube::check {

namespace {

using diagnostic::Kind;
using diagnostic::Sink;

// The whole number that ends just before `end`.
std::optional<std::int64_t> number_before(std::string_view text, std::size_t end) {
  std::size_t begin = end;
  while (begin > 0 && text[begin - 1] >= '0' && text[begin - 1] <= '9' && end - begin < 9) --begin;
  if (begin == end) return std::nullopt;
  return std::stoll(std::string(text.substr(begin, end - begin)));
}

// The number before the first `word`: 63 of `63日目`.
std::optional<std::int64_t> number_of(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    if (const auto number = number_before(text, at)) return number;
  }
  return std::nullopt;
}

std::string text_of(std::int64_t number) {
  return std::to_string(number);
}

void check_sprints(const model::Phase& phase, Sink& sink) {
  const std::int64_t days = phase.last_day.value - phase.first_day.value + 1;
  const std::int64_t room = std::max<std::int64_t>(1, days / 7);
  const auto sprints = std::count_if(phase.tasks.begin(), phase.tasks.end(), [](const model::PlanTask& task) {
    return task.title.find("週次スプリント") != std::string::npos;
  });
  if (sprints > room) {
    sink.report(Kind::plan_sprints, phase.id.range, {phase.title, text_of(days), text_of(sprints), text_of(room)});
  }
}

// `4週間連続`, `28日連続`; the observation begins with the phase, or as the text says (`63日目までに`).
void check_window(const model::Phase& phase, const model::PlanIndicator& indicator, Sink& sink) {
  const std::string text = indicator.label + " " + indicator.target;
  if (text.find("連続") == std::string::npos) return;
  std::optional<std::int64_t> needed;
  for (const std::string_view weeks : {"週間連続", "週連続"}) {
    if (const auto number = number_of(text, weeks); number && !needed) needed = *number * 7;
  }
  if (const auto number = number_of(text, "日連続"); number && !needed) needed = number;
  if (!needed) return;
  const std::int64_t first = number_of(text, "日目").value_or(phase.first_day.value);
  const std::int64_t left = phase.last_day.value - first + 1;
  if (*needed > left) {
    sink.report(Kind::plan_window, indicator.id.range,
                {indicator.label, text_of(*needed), text_of(first), text_of(left)});
  }
}

bool is_letter_of_words(char32_t c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= 0x0391 && c <= 0x03C9);
}

// The letters that people take for a number to come; A and B name things.
bool stands_for_numbers(char32_t c) {
  return std::u32string_view(U"NMXYZTnmxyz").find(c) != std::u32string_view::npos || (c >= 0x0391 && c <= 0x03C9);
}

// Lone letters that stand for numbers; what is in angle brackets has a name.
void check_placeholders(const model::PlanIndicator& indicator, std::map<std::string, source::SourceRange>& named,
                        Sink& sink) {
  const std::vector<char32_t> signs = source::code_points(indicator.target);
  std::map<std::string, int> here;
  std::string letters;
  for (std::size_t i = 0; i < signs.size(); ++i) {
    if (signs[i] == '<') {
      std::string name;
      std::size_t end = i + 1;
      for (; end < signs.size() && signs[end] != '>'; ++end) source::append_utf8(name, signs[end]);
      if (end == signs.size()) break;
      i = end;
      if (here[name]++ > 0) continue;  // one number may be named twice in one target
      const auto [first, is_new] = named.emplace(name, indicator.id.range);
      if (!is_new) {
        sink.report(Kind::plan_placeholder_twice, indicator.id.range, {name}).label(first->second, Kind::first_here);
      }
      continue;
    }
    const bool alone =
        (i == 0 || !is_letter_of_words(signs[i - 1])) && (i + 1 == signs.size() || !is_letter_of_words(signs[i + 1]));
    if (!alone || !stands_for_numbers(signs[i])) continue;
    std::string letter;
    source::append_utf8(letter, signs[i]);
    if (letters.find(letter) == std::string::npos) letters += (letters.empty() ? "" : ", ") + letter;
  }
  if (!letters.empty()) sink.report(Kind::plan_placeholder, indicator.id.range, {letters, indicator.target});
}

void check_candidates(const model::Phase& phase, Sink& sink) {
  const auto expect_two = [&](const source::Located<std::string>& id, const std::string& text,
                              const std::string& title) {
    if (text.find("拡張候補") == std::string::npos) return;
    const auto count = number_of(text, "件");
    if (count && *count != 2) sink.report(Kind::plan_candidates, id.range, {title, text_of(*count)});
  };
  for (const auto& item : phase.deliverables) expect_two(item.id, item.title + " " + item.note, item.title);
  for (const auto& task : phase.tasks) expect_two(task.id, task.title, task.title);
}

void check_approvers(const model::Site& site, Sink& sink) {
  for (const model::Form& form : site.records.forms) {
    const auto approvers = std::count_if(form.fields.begin(), form.fields.end(), [](const model::Form::Field& field) {
      return field.label.find("承認者") != std::string::npos;
    });
    if (approvers > 2) {
      sink.report(Kind::plan_approvers, form.head.id.range, {form.title, text_of(approvers)});
    }
  }
}

void check_risks(const model::Site& site, Sink& sink) {
  for (const model::Risk& risk : site.records.risks) {
    std::string missing;
    const auto expect = [&](bool present, const char* key) {
      if (!present) missing += (missing.empty() ? "" : ", ") + std::string(key);
    };
    expect(risk.probability.has_value(), "probability");
    expect(risk.impact.has_value(), "impact");
    expect(!risk.owner.empty(), "owner");
    if (!missing.empty()) sink.report(Kind::risk_incomplete, risk.head.id.range, {risk.title, missing});
  }
}

}  // namespace

void check_plan_practice(const model::Site& site, const Index&, Sink& sink) {
  for (const model::Plan& plan : site.records.plans) {
    for (const std::string& scope : plan.scope) {
      const std::size_t digits = std::min(scope.find_first_not_of("0123456789"), scope.size());
      if (number_before(scope, digits).value_or(1) > 1) sink.report(Kind::plan_scope, plan.head.id.range, {scope});
    }
    std::map<std::string, source::SourceRange> named;
    for (const model::Phase& phase : plan.phases) {
      check_sprints(phase, sink);
      check_candidates(phase, sink);
      for (const model::PlanIndicator& indicator : phase.indicators) {
        check_window(phase, indicator, sink);
        check_placeholders(indicator, named, sink);
        const auto approvers =
            indicator.label.find("承認者") == std::string::npos ? std::nullopt : number_of(indicator.target, "名");
        if (approvers && *approvers > 2) {
          sink.report(Kind::plan_approvers, indicator.id.range, {phase.title, text_of(*approvers)});
        }
      }
    }
  }
  check_approvers(site, sink);
  check_risks(site, sink);
}

}  // namespace shirube::check
