// The families of records: the one list of them. What needs all of them goes through for_each_family.
#pragma once

#include <string_view>
#include <tuple>
#include <vector>

#include "model/bilingual.h"
#include "model/records.h"
#include "model/workbook.h"

namespace shirube::model {

template <class Struct>
struct Family {
  using Record = Struct;
  const char* key;  // below which its records are in YAML, and its name in findings
  std::vector<Record> Records::*records;
  Bilingual text;
  std::string_view example_id = {};  // of the record that the reference shows; empty: its records have no id
  bool alone = false;                // the key holds one record, not a list
};

inline constexpr auto families = std::tuple{
    Family<Figure>{"figures", &Records::figures, {"戦略の数字", "numbers of the strategy"}, "sales"},
    Family<Objective>{"objectives", &Records::objectives, {"目標。会社から個人まで", "objectives, from the company's to a person's"}, "company-growth"},
    Family<Indicator>{"indicators", &Records::indicators, {"指標の辞書", "the dictionary of indicators"}, "reuse"},
    Family<Plan>{"plan", &Records::plans, {"日数で区切った計画", "a plan in days"}, "first-month", true},
    Family<Checklist>{"checklists", &Records::checklists, {"点検表", "checklists"}, "handover"},
    Family<Form>{"forms", &Records::forms, {"紙の様式", "sheets of paper as data"}, "application"},
    Family<Risk>{"risks", &Records::risks, {"計画のリスク", "risks of a plan"}, "no-time"},
    Family<Term>{"terms", &Records::terms, {"用語集", "the glossary"}, "handover"},
    Family<Pilot>{"pilots", &Records::pilots, {"試行", "pilots"}, "first-pilot"},
    Family<Story>{"stories", &Records::stories, {"事例", "successes that others can repeat"}, "fewer-questions"},
    Family<Gate>{"gates", &Records::gates, {"結果を見る前に決めた条件による判定", "decisions by criteria fixed in advance"}, "first-gate"},
    Family<Chain>{"chains", &Records::chains, {"考えから成果までの筋道", "how an idea is thought to lead to a result"}, "writing-saves-time"},
    Family<Bridge>{"bridges", &Records::bridges, {"価値観から売上への橋渡し", "from values to sales"}, "values"},
    Family<KpiTree>{"kpi_trees", &Records::kpi_trees, {"指標の木", "trees of indicators"}, "tree"},
    Family<Calculation>{"calculations", &Records::calculations, {"試算", "calculations to try out"}, "hours"},
    Family<ExitModel>{"exit_models", &Records::exit_models, {"出口モデル", "exit models"}, "advisor"},
    Family<CareerPath>{"career_paths", &Records::career_paths, {"キャリアの道", "career paths"}, "engineer"},
    Family<CrosswalkRow>{"crosswalk", &Records::crosswalk, {"道と出口の対応", "which path leads to which exit model"}},
    Family<Asset>{"assets", &Records::assets, {"道の途中でたまるもの", "what accumulates along a path"}, "template"},
    Family<Funnel>{"funnels", &Records::funnels, {"段階ごとに減っていく数", "stages, each a part of the one before"}, "writing"},
    Family<WorkRole>{"roles", &Records::roles, {"生成AIのそばで価値が残る役割", "work that keeps its value beside generative AI"}, "designer"},
    Family<Proposal>{"proposals", &Records::proposals, {"提案", "proposals"}, "review"},
    Family<Cycle>{"cycles", &Records::cycles, {"まわり続ける流れ", "steps that begin again after the last"}, "improvement"},
    Family<Review>{"reviews", &Records::reviews, {"一年の見直し", "when goals are reviewed"}, "mid-term"},
    Family<Interview>{"interviews", &Records::interviews, {"面談の時間の使い方", "how the minutes of a talk are used"}, "year-end"},
    Family<BusinessForm>{"business_forms", &Records::business_forms, {"事業の形", "forms of business"}, "maintenance"},
    Family<Contrast>{"contrasts", &Records::contrasts, {"これまでとこれから", "what it was and what it becomes"}, "telling"},
    Family<WordingRule>{"wording", &Records::wording, {"言葉の決まり", "words that are not used"}},
    Family<CoverageEntry>{"coverage", &Records::coverage, {"資料の事実をどこに載せたか", "where facts of the source material are"}},
    Family<Approval>{"approvals", &Records::approvals, {"承認の記録", "approved wordings"}},
};

// `visit(family)` for each Family above, in this order.
template <class Visit>
constexpr void for_each_family(const Visit& visit) {
  std::apply([&](const auto&... family) { (visit(family), ...); }, families);
}

template <class Record>
constexpr const Family<Record>& family_of() {
  return std::get<Family<Record>>(families);
}

// family_word<Plan> is "plan". Workbooks are a family to findings, and files of their own.
template <class Record>
inline constexpr const char* family_word = family_of<Record>().key;
template <>
inline constexpr const char* family_word<WorkbookDefinition> = "workbooks";

}  // namespace shirube::model
