#include "cli/template_words.h"

#include <array>

#include "source/format.h"
#include "source/json.h"

namespace shirube::cli {

using diagnostic::Language;
using model::ChangeLevel;
using model::TemplateChange;
using model::Version;
using source::Json;
using What = TemplateChange::What;

namespace {

// {0}: place, {1}: before, {2}: after.
struct Wording {
  What what;
  const char* word;  // in JSON
  const char* english;
  const char* japanese;
};
constexpr Wording wordings[] = {
    {What::sheet_added, "sheet-added", "sheet `{0}` is new", "シート「{0}」が加わりました"},
    {What::sheet_removed, "sheet-removed", "sheet `{0}` is gone", "シート「{0}」がなくなりました"},
    {What::sheet_renamed, "sheet-renamed", "sheet `{1}` is now `{2}`", "シート「{1}」の名前が「{2}」になりました"},
    {What::block_added, "block-added", "{0} is new", "「{0}」が加わりました"},
    {What::block_removed, "block-removed", "{0} is gone", "「{0}」がなくなりました"},
    {What::block_moved, "block-moved", "{0} has moved from `{1}`", "「{0}」がシート「{1}」から移りました"},
    {What::field_added, "field-added", "{0}: the field is new", "「{0}」の欄が加わりました"},
    {What::required_field_added, "required-field-added", "{0}: the field is new and has to be filled in",
     "「{0}」の欄が加わりました。記入が必須です"},
    {What::field_removed, "field-removed", "{0}: the field is gone", "「{0}」の欄がなくなりました"},
    {What::computed_field_added, "computed-field-added", "{0}: is new, computed or fixed",
     "「{0}」（計算か固定の欄）が加わりました"},
    {What::computed_field_removed, "computed-field-removed", "{0}: is gone; it was computed or fixed",
     "「{0}」（計算か固定の欄）がなくなりました"},
    {What::field_moved, "field-moved", "{0}: fields are in another order", "「{0}」の欄の順番が変わりました"},
    {What::relabelled, "relabelled", "{0}: was called `{1}`", "「{0}」は、前は「{1}」という名前でした"},
    {What::retyped, "retyped", "{0}: type {1} has become {2}", "「{0}」の型が {1} から {2} に変わりました"},
    {What::widened, "retyped-wider", "{0}: type {1} has become {2}, which includes it",
     "「{0}」の型が {1} から {2} に広がりました"},
    {What::now_required, "now-required", "{0}: has to be filled in now", "「{0}」の記入が必須になりました"},
    {What::no_longer_required, "no-longer-required", "{0}: may stay empty now", "「{0}」の記入が必須でなくなりました"},
    {What::narrower, "range-narrower", "{0}: allows less ({1} → {2})",
     "「{0}」に入れられる範囲が狭くなりました（{1} → {2}）"},
    {What::wider, "range-wider", "{0}: allows more ({1} → {2})",
     "「{0}」に入れられる範囲が広くなりました（{1} → {2}）"},
    {What::unit, "unit", "{0}: unit `{1}` has become `{2}`", "「{0}」の単位が「{1}」から「{2}」に変わりました"},
    {What::decimals, "decimals", "{0}: decimals {1} → {2}", "「{0}」の小数の桁数が変わりました（{1} → {2}）"},
    {What::other_list, "other-list", "{0}: chooses from `{2}`, not from `{1}`",
     "「{0}」の選択肢が「{1}」から「{2}」に変わりました"},
    {What::formula, "formula", "{0}: computed in another way ({1} → {2})", "「{0}」の計算が変わりました（{1} → {2}）"},
    {What::now_computed, "now-computed", "{0}: is computed, no longer filled in",
     "「{0}」は記入する欄から計算の欄になりました"},
    {What::now_filled_in, "now-filled-in", "{0}: is filled in, no longer computed",
     "「{0}」は計算の欄から記入する欄になりました"},
    {What::prefilled, "prefilled", "{0}: initial value changed ({1} → {2})",
     "「{0}」にはじめから入っている値が変わりました（{1} → {2}）"},
    {What::help, "help", "{0}: help has changed", "「{0}」の説明が変わりました"},
    {What::looks, "looks", "{0}: looks different ({2})", "「{0}」の見た目が変わりました（{2}）"},
    {What::text, "text", "{0}: words have changed", "「{0}」の文言が変わりました"},
    {What::fewer_rows, "fewer-rows", "{0}: fewer rows ({1} → {2})", "「{0}」の行が減りました（{1} → {2}）"},
    {What::more_rows, "more-rows", "{0}: more rows ({1} → {2})", "「{0}」の行が増えました（{1} → {2}）"},
    {What::other_rows, "other-rows", "{0}: its rows mean something else ({1} → {2})",
     "「{0}」の行が表すものが変わりました（{1} → {2}）"},
    {What::list_source, "list-source", "list {0}: comes from elsewhere ({1} → {2})",
     "選択肢「{0}」のもとが変わりました（{1} → {2}）"},
    {What::choice_added, "choice-added", "list {0}: `{2}` can be chosen", "選択肢「{0}」に「{2}」が加わりました"},
    {What::choice_removed, "choice-removed", "list {0}: `{1}` can no longer be chosen",
     "選択肢「{0}」から「{1}」がなくなりました"},
    {What::choice_order, "choice-order", "list {0}: another order", "選択肢「{0}」の順番が変わりました"},
    {What::check_added, "check-added", "{0}: the check is new", "「{0}」の点検が加わりました"},
    {What::check_removed, "check-removed", "{0}: the check is gone", "「{0}」の点検がなくなりました"},
    {What::check_changed, "check-changed", "{0}: checks something else ({1} → {2})",
     "「{0}」の点検の式が変わりました（{1} → {2}）"},
    {What::record, "record", "{0}: shows another record ({1} → {2})", "「{0}」のもとの記録が変わりました（{1} → {2}）"},
    {What::other, "other", "the workbook: {2}", "ワークブック全体: {2}"},
};

const Wording& wording(What what) {
  for (const Wording& each : wordings) {
    if (each.what == what) return each;
  }
  return wordings[std::size(wordings) - 1];
}

struct Verdict {
  const char* english;
  const char* japanese;
};
// By level: whether sheets that were handed out still fit.
constexpr std::array<Verdict, 4> verdicts = {{
    {"Nothing has changed.", "変わったところはありません。"},
    {"Sheets already distributed fit as they are: only words and looks have changed.",
     "配布済みのシートはそのまま使えます。変わったのは言葉と見た目だけです。"},
    {"Sheets already distributed still fit: new fields stay empty in them.",
     "配布済みのシートも集められます。新しい欄は空のままになります。"},
    {"Sheets already distributed do NOT fit the new version: read them using the record of their own, or distribute the new "
     "one "
     "out.",
     "配布済みのシートは新しい版に合いません。その版の記録で読むか、新しい様式を配り直します。"},
}};

// Long rows and formulas would hide the sentence.
std::string shortened(const std::string& text) {
  constexpr std::size_t longest = 90;
  if (text.empty()) return "—";
  if (text.size() <= longest) return text;
  std::size_t end = longest;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end) + "…";
}

std::vector<TemplateChange> changes_of(const TemplateVersion& before, const TemplateVersion& after) {
  return model::compare_templates(Json::parse(before.tree), Json::parse(after.tree));
}

// The version that the newer one needs at least; nothing if it has it.
std::optional<Version> wanted_version(const TemplateVersion& before, const TemplateVersion& after, ChangeLevel level) {
  const auto left = model::parse_version(before.version);
  const auto right = model::parse_version(after.version);
  if (!left || !right) return std::nullopt;
  const Version least = next_version(*left, level);
  return *right < least ? std::optional(least) : std::nullopt;
}

}  // namespace

std::string difference_text(const TemplateVersion& before, const TemplateVersion& after, Language language) {
  const bool japanese = language == Language::japanese;
  const std::vector<TemplateChange> changes = changes_of(before, after);
  const ChangeLevel level = level_of(changes);
  std::string text = source::format("{} {} → {}  {}\n", after.id, before.version, after.version, after.title);
  for (const TemplateChange& change : changes) {
    const Wording& words = wording(change.what);
    const std::string place = change.place.empty() ? (japanese ? "題名・説明" : "title, description") : change.place;
    text += source::format("  {:<5}  ", model::level_word(change.level)) +
            source::format_texts(japanese ? words.japanese : words.english,
                                 {place, shortened(change.before), shortened(change.after)}) +
            "\n";
  }
  const Verdict& verdict = verdicts[static_cast<std::size_t>(level)];
  text += std::string(japanese ? verdict.japanese : verdict.english) + "\n";
  if (const auto wanted = wanted_version(before, after, level)) {
    text += source::format_texts(japanese ? "この変更は {0} です。version: {1} と書いてください。\n"
                                          : "This is a {0} change: write `version: {1}`.\n",
                                 {std::string(model::level_word(level)), to_text(*wanted)});
  }
  return text;
}

std::string difference_json(const TemplateVersion& before, const TemplateVersion& after) {
  const std::vector<TemplateChange> changes = changes_of(before, after);
  const ChangeLevel level = level_of(changes);
  Json json = {{"template", after.id},
               {"before", before.version},
               {"after", after.version},
               {"level", model::level_word(level)},
               {"fits", level != ChangeLevel::major}};
  const auto wanted = wanted_version(before, after, level);
  json["version"] = wanted ? to_text(*wanted) : after.version;
  json["changes"] = Json::array();
  for (const TemplateChange& change : changes) {
    json["changes"].push_back({{"what", wording(change.what).word},
                               {"level", model::level_word(change.level)},
                               {"place", change.place},
                               {"before", change.before},
                               {"after", change.after}});
  }
  return json.dump(1) + "\n";
}

std::string lonely_text(const TemplateVersion& version, bool is_new, Language language) {
  const bool japanese = language == Language::japanese;
  const char* message = is_new ? (japanese ? "新しいひな形です" : "the template is new")
                            : (japanese ? "ひな形がなくなりました。配布済みのシートは記録で読みます"
                                        : "the template is gone; read distributed sheets using its record");
  return source::format("{} {}  {}: {}\n", version.id, version.version, version.title, message);
}

}  // namespace shirube::cli
