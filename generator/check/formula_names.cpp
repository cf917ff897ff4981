#include <algorithm>
#include <map>

#include "check/rules.h"
#include "expression/formula_name.h"

namespace shirube::check {

namespace {

// sales.plan and sales-plan are two ids, and in a formula it is unclear which of them `sales_plan` is.
std::string without_joints(std::string_view id) {
  std::string name = expression::name_in_formulas(id);
  std::replace(name.begin(), name.end(), '.', '_');
  return name;
}

template <class Record>
void refuse_alike(const std::vector<Record>& records, diagnostic::Sink& sink) {
  std::map<std::string, const Record*> seen;
  for (const Record& record : records) {
    const auto& id = record.head.id;
    const auto [first, is_new] = seen.emplace(without_joints(id.value), &record);
    const auto& other = first->second->head.id;
    if (is_new || other.value == id.value) continue;  // a duplicate id: the index reports it
    sink.report(diagnostic::Kind::formula_name_twice, id.range, {other.value, id.value, first->first})
        .label(other.range, diagnostic::Kind::first_here);
  }
}

}  // namespace

void check_formula_names(const model::Site& site, const Index&, diagnostic::Sink& sink) {
  refuse_alike(site.records.figures, sink);
  refuse_alike(site.records.indicators, sink);
}

}  // namespace shirube::check
