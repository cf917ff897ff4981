#include <algorithm>
#include <iterator>
#include <string_view>

#include "check/rules.h"

namespace shirube::check {

using diagnostic::Kind;
using diagnostic::Sink;
using Id = source::Located<std::string>;

namespace {

// How goals speak of using generative AI, and of taking something out of the company.
constexpr std::string_view ai_words[] = {"生成AI", "生成ＡＩ", "Copilot", "ChatGPT", "AIを使", "AIで", "AIに聞"};
constexpr std::string_view outward_words[] = {"社外",  "外部発信", "外部に発信",  "公開する",     "公開した",
                                              "Qiita", "Zenn",     "SpeakerDeck", "OSSとして公開"};
// Behind these a word says that it stays inside: 社内で公開した.
constexpr std::string_view inside_words[] = {"社内で", "社内に", "社内へ"};
constexpr std::string_view approval_word = "承認";

bool is_inside(std::string_view before) {
  return std::any_of(std::begin(inside_words), std::end(inside_words),
                     [&](std::string_view word) { return before.ends_with(word); });
}

template <std::size_t Count>
std::string_view first_word(std::string_view text, const std::string_view (&words)[Count]) {
  for (const std::string_view word : words) {
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
      if (!is_inside(text.substr(0, at))) return word;
    }
  }
  return {};
}

void check_goal(const Id& id, std::string_view text, std::string_view clearance, const std::optional<model::AiUse>& ai,
                Sink& sink) {
  if (ai || !first_word(text, ai_words).empty()) {
    const model::AiUse use = ai.value_or(model::AiUse{});
    int named = 0;
    std::string missing;
    const auto step = [&](const std::string& said, std::string_view key) {
      if (!said.empty()) {
        ++named;
      } else {
        missing += (missing.empty() ? "" : ", ") + std::string(key);
      }
    };
    step(use.hypothesis, "hypothesis");
    step(use.trial, "trial");
    step(use.verification, "verification");
    step(use.feedback, "feedback");
    if (named < 4) {
      const auto place = ai ? source::SourceRange{ai->range.file, ai->range.begin, ai->range.begin} : id.range;
      sink.report(Kind::ai_use_steps, place, {id.value, std::to_string(named), missing});
    }
  }
  const std::string_view outward = first_word(text, outward_words);
  if (outward.empty() || !clearance.empty() || text.find(approval_word) != std::string_view::npos) return;
  sink.report(Kind::publication_no_clearance, id.range, {id.value, std::string(outward)});
}

void check_examples(const std::vector<model::MboExample>& examples, Sink& sink) {
  for (const model::MboExample& example : examples) {
    const std::string text = example.title + "\n" + example.measures + "\n" + example.quality;
    check_goal(example.id, text, example.clearance, example.ai, sink);
  }
}

}  // namespace

void check_goals(const model::Site& site, const Index&, Sink& sink) {
  const model::Records& records = site.records;
  for (const model::Objective& objective : records.objectives) {
    std::string text = objective.title + "\n" + objective.note;
    for (const model::Measure& measure : objective.measures) text += "\n" + measure.text;
    check_goal(objective.head.id, text, objective.clearance, objective.ai, sink);
  }
  for (const model::ExitModel& model : records.exit_models) check_examples(model.backing.examples, sink);
  for (const model::CareerPath& path : records.career_paths) check_examples(path.backing.examples, sink);
  for (const model::Proposal& proposal : records.proposals) check_examples(proposal.examples, sink);
}

}  // namespace shirube::check
