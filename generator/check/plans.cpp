#include "check/rules.h"

namespace shirube::check {

using diagnostic::Kind;
using diagnostic::Sink;

namespace {

std::string text(std::int64_t number) {
  return std::to_string(number);
}

void check_phases(const model::Plan& plan, Sink& sink) {
  std::int64_t next = 1;
  for (const model::Phase& phase : plan.phases) {
    if (phase.first_day.value != next) {
      sink.report(Kind::plan_days, phase.first_day.range, {phase.title, text(phase.first_day.value), text(next)});
    }
    next = phase.last_day.value + 1;
    const std::int64_t first_week = (phase.first_day.value + 6) / 7;
    const std::int64_t last_week = (phase.last_day.value + 6) / 7;
    for (const model::PlanTask& task : phase.tasks) {
      if (task.week && (task.week->value < first_week || task.week->value > last_week)) {
        sink.report(Kind::plan_week, task.week->range,
                    {text(task.week->value), phase.title, text(first_week), text(last_week)});
      }
    }
  }
  if (!plan.phases.empty() && next - 1 != plan.days.value) {
    sink.report(Kind::plan_length, plan.days.range, {text(next - 1), text(plan.days.value)});
  }
}

}  // namespace

void check_plans(const model::Site& site, const Index&, Sink& sink) {
  for (const model::Plan& plan : site.records.plans) check_phases(plan, sink);
}

}  // namespace shirube::check
