#include "check/figures.h"

#include <algorithm>
#include <optional>
#include <string>

#include "diagnostic/suggestion.h"
#include "expression/evaluate.h"
#include "expression/formula_name.h"
#include "expression/type.h"

namespace shirube::check {

namespace {

using diagnostic::Kind;

// One figure on its way to a value.
struct State {
  expression::TypeOfName type;
  std::vector<std::size_t> needs;
  std::vector<std::size_t> users;
  std::size_t waits_for = 0;    // needs that are not done
  std::optional<double> value;  // in its unit
  bool faulty = false;          // and that was reported
};

class Computation {
 public:
  Computation(const model::Records& records, const Index& index, diagnostic::Sink& sink)
      : figures_(records.figures), states_(figures_.size()), sink_(sink) {
    for (const auto& [id, position] : index.known<model::Figure>()) by_name_.emplace(expression::name_in_formulas(id), position);
  }

  std::vector<double> run() {
    for (std::size_t i = 0; i < figures_.size(); ++i) prepare(i);
    for (std::size_t i = 0; i < figures_.size(); ++i) check_units(i);
    // Each figure is done once, after all that it needs; a circle never gets that far.
    std::vector<std::size_t> ready;
    for (std::size_t i = 0; i < figures_.size(); ++i) {
      if (states_[i].waits_for == 0) ready.push_back(i);
    }
    for (std::size_t next = 0; next < ready.size(); ++next) {
      finish(ready[next]);
      for (const std::size_t user : states_[ready[next]].users) {
        if (--states_[user].waits_for == 0) ready.push_back(user);
      }
    }
    std::vector<double> values;
    for (std::size_t i = 0; i < figures_.size(); ++i) {
      if (states_[i].waits_for > 0 && !states_[i].faulty)
        sink_.report(Kind::figure_circle, figures_[i].formula->range(), {figures_[i].head.id.value});
      values.push_back(states_[i].value.value_or(0));
    }
    return values;
  }

 private:
  void prepare(std::size_t i) {
    const model::Figure& figure = figures_[i];
    State& state = states_[i];
    state.type = {expression::number_type(figure.unit), figure.unit_range ? figure.unit_range : figure.head.id.range};
    if (figure.value) state.value = figure.value->value;
    if (!figure.formula) return;
    for (const auto& name : expression::names(*figure.formula)) {
      const auto found = by_name_.find(name.value);
      if (found == by_name_.end()) {
        state.faulty = true;
        sink_.report(Kind::unknown_figure, name.range, {name.value})
            .suggest([&] { return diagnostic::near_miss(name.value, ids(by_name_)); });
        continue;
      }
      state.needs.push_back(found->second);
      states_[found->second].users.push_back(i);
    }
    state.waits_for = state.needs.size();
  }

  void check_units(std::size_t i) {
    const model::Figure& figure = figures_[i];
    if (!figure.formula || states_[i].faulty) return;
    const expression::TypesOfNames types = [this](const std::string& name) -> const expression::TypeOfName* {
      const auto found = by_name_.find(name);
      return found == by_name_.end() ? nullptr : &states_[found->second].type;
    };
    const auto type = expression::infer(*figure.formula, types, sink_);
    states_[i].faulty = !type || !expression::check_declared_unit(*figure.formula, *type,
                                                                  {figure.unit, figure.unit_range}, types, sink_);
  }

  void finish(std::size_t i) {
    const model::Figure& figure = figures_[i];
    State& state = states_[i];
    const auto& needs = state.needs;
    state.faulty |= std::any_of(needs.begin(), needs.end(), [this](std::size_t n) { return states_[n].faulty; });
    if (state.faulty || !figure.formula) return;
    const expression::Value result = expression::evaluate(*figure.formula, [this](const std::string& name) {
      const std::size_t need = by_name_.at(name);
      return expression::Value(expression::number_in_formulas(*states_[need].value, figures_[need].unit));
    });
    if (const double* number = result.get<double>()) {
      state.value = expression::number_in_unit(*number, figure.unit);
      return;
    }
    state.faulty = true;
    const expression::Error* error = result.get<expression::Error>();
    sink_.report(Kind::figure_not_a_number, figure.formula->range(),
                 {figure.head.id.value, error != nullptr ? expression::spelling(*error) : "text"});
  }

  const std::vector<model::Figure>& figures_;
  std::vector<State> states_;
  IdIndex by_name_;
  diagnostic::Sink& sink_;
};

}  // namespace

std::vector<double> compute_figures(const model::Records& records, const Index& index, diagnostic::Sink& sink) {
  return Computation(records, index, sink).run();
}

}  // namespace shirube::check
