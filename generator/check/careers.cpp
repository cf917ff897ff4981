#include <set>
#include <utility>

#include "check/rules.h"

namespace shirube::check {

using diagnostic::Kind;
using diagnostic::Sink;
using model::CrosswalkStrength;
using Id = source::Located<std::string>;

namespace {

void check_backing(const Id& id, const model::CareerBacking& backing, Sink& sink) {
  const auto need = [&](bool there, const char* key) {
    if (!there) sink.report(Kind::career_incomplete, id.range, {id.value, key});
  };
  need(!backing.authority.empty(), "authority");
  need(!backing.support.empty(), "support");
  need(!backing.evidence.empty(), "evidence");
  need(!backing.examples.empty(), "mbo_examples");
}

void check_path(const model::CareerPath& path, Sink& sink) {
  check_backing(path.head.id, path.backing, sink);
  for (const model::CareerLevel& level : path.levels) {
    for (const model::Expectation& expectation : level.expectations) {
      if (!expectation.examples.empty()) continue;
      sink.report(Kind::expectation_no_example, expectation.id.range, {expectation.id.value, path.head.id.value});
    }
  }
  for (const model::CareerTransition& transition : path.transitions) {
    if (transition.to.value == path.head.id.value) {
      sink.report(Kind::transition_to_itself, transition.to.range, {path.head.id.value});
    }
  }
}

void check_crosswalk(const model::Records& records, Sink& sink) {
  std::set<std::pair<std::string, std::string>> pairs;
  std::set<std::string> led_from;
  std::set<std::string> led_to;
  for (const model::CrosswalkRow& row : records.crosswalk) {
    if (!pairs.emplace(row.path.value, row.model.value).second) {
      sink.report(Kind::crosswalk_twice, row.path.range, {row.path.value, row.model.value});
    }
    if (row.strength != CrosswalkStrength::main) continue;
    led_from.insert(row.path.value);
    led_to.insert(row.model.value);
  }
  if (records.exit_models.empty() || records.career_paths.empty()) return;
  for (const model::CareerPath& path : records.career_paths) {
    const Id& id = path.head.id;
    if (!led_from.contains(id.value)) sink.report(Kind::crosswalk_gap, id.range, {id.value, path.name});
  }
  for (const model::ExitModel& model : records.exit_models) {
    const Id& id = model.head.id;
    if (!led_to.contains(id.value)) sink.report(Kind::crosswalk_gap, id.range, {id.value, model.name});
  }
}

void check_funnel(const model::Funnel& funnel, Sink& sink) {
  const model::Funnel::Stage* before = nullptr;
  for (const model::Funnel::Stage& stage : funnel.stages) {
    if (!stage.count) continue;
    if (before != nullptr && stage.count->value > before->count->value) {
      sink.report(
          Kind::funnel_grows, stage.count->range,
          {stage.id.value, std::to_string(stage.count->value), std::to_string(before->count->value), before->id.value});
    }
    before = &stage;
  }
}

void check_role(const model::WorkRole& role, Sink& sink) {
  const Id& id = role.head.id;
  if (role.models.empty() && role.paths.empty()) sink.report(Kind::role_leads_nowhere, id.range, {id.value});
}

}  // namespace

void check_careers(const model::Site& site, const Index&, Sink& sink) {
  const model::Records& records = site.records;
  for (const model::ExitModel& model : records.exit_models) check_backing(model.head.id, model.backing, sink);
  for (const model::CareerPath& path : records.career_paths) check_path(path, sink);
  check_crosswalk(records, sink);
  for (const model::Funnel& funnel : records.funnels) check_funnel(funnel, sink);
  for (const model::WorkRole& role : records.roles) check_role(role, sink);
  for (const model::Proposal& proposal : records.proposals) {
    const Id& id = proposal.head.id;
    if (proposal.examples.empty()) sink.report(Kind::proposal_no_example, id.range, {id.value});
  }
}

}  // namespace shirube::check
