// What the families of records are called: the key below which each stands in YAML, and in findings. The one list of
// these words; a family without one does not compile where it is named.
#pragma once

#include "model/records.h"
#include "model/workbook.h"

namespace shirube::model {

template <class Record>
struct FamilyWord;

// family_word<Plan> is "plan".
template <class Record>
inline constexpr const char* family_word = FamilyWord<Record>::word;

template <>
struct FamilyWord<Figure> {
  static constexpr const char* word = "figures";
};
template <>
struct FamilyWord<Objective> {
  static constexpr const char* word = "objectives";
};
template <>
struct FamilyWord<Indicator> {
  static constexpr const char* word = "indicators";
};
template <>
struct FamilyWord<Plan> {
  static constexpr const char* word = "plan";
};
template <>
struct FamilyWord<Checklist> {
  static constexpr const char* word = "checklists";
};
template <>
struct FamilyWord<Form> {
  static constexpr const char* word = "forms";
};
template <>
struct FamilyWord<Risk> {
  static constexpr const char* word = "risks";
};
template <>
struct FamilyWord<Term> {
  static constexpr const char* word = "terms";
};
template <>
struct FamilyWord<Pilot> {
  static constexpr const char* word = "pilots";
};
template <>
struct FamilyWord<Story> {
  static constexpr const char* word = "stories";
};
template <>
struct FamilyWord<Gate> {
  static constexpr const char* word = "gates";
};
template <>
struct FamilyWord<Chain> {
  static constexpr const char* word = "chains";
};
template <>
struct FamilyWord<Bridge> {
  static constexpr const char* word = "bridges";
};
template <>
struct FamilyWord<KpiTree> {
  static constexpr const char* word = "kpi_trees";
};
template <>
struct FamilyWord<Calculation> {
  static constexpr const char* word = "calculations";
};
template <>
struct FamilyWord<ExitModel> {
  static constexpr const char* word = "exit_models";
};
template <>
struct FamilyWord<CareerPath> {
  static constexpr const char* word = "career_paths";
};
template <>
struct FamilyWord<CrosswalkRow> {
  static constexpr const char* word = "crosswalk";
};
template <>
struct FamilyWord<Asset> {
  static constexpr const char* word = "assets";
};
template <>
struct FamilyWord<Funnel> {
  static constexpr const char* word = "funnels";
};
template <>
struct FamilyWord<WorkRole> {
  static constexpr const char* word = "roles";
};
template <>
struct FamilyWord<Proposal> {
  static constexpr const char* word = "proposals";
};
template <>
struct FamilyWord<Cycle> {
  static constexpr const char* word = "cycles";
};
template <>
struct FamilyWord<Review> {
  static constexpr const char* word = "reviews";
};
template <>
struct FamilyWord<Interview> {
  static constexpr const char* word = "interviews";
};
template <>
struct FamilyWord<BusinessForm> {
  static constexpr const char* word = "business_forms";
};
template <>
struct FamilyWord<Contrast> {
  static constexpr const char* word = "contrasts";
};
template <>
struct FamilyWord<WordingRule> {
  static constexpr const char* word = "wording";
};
template <>
struct FamilyWord<CoverageEntry> {
  static constexpr const char* word = "coverage";
};
template <>
struct FamilyWord<Approval> {
  static constexpr const char* word = "approvals";
};
template <>
struct FamilyWord<WorkbookDefinition> {
  static constexpr const char* word = "workbooks";
};

}  // namespace shirube::model
