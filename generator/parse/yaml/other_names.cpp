#include "parse/yaml/other_names.h"

#include <algorithm>
#include <string>

#include "source/unicode.h"

namespace shirube::parse {

namespace {

// Each line is one thing under its names, those of keys first. A name may be in several lines.
constexpr std::string_view names[] = {
    "title label name text 題 題名 タイトル 名前 名称 見出し 目標 用語 heading subject",
    "description definition note summary 説明 概要 定義 意味 備考 補足 remark comment meaning",
    "organisation organization department company 所属 部署 組織 会社 会社名",
    "career_paths paths path career_path キャリア 道",
    "id key code 番号 識別子 コード",
    "unit units 単位",
    "value amount number values 値 数値 金額",
    "owner responsible person 担当 担当者 責任者",
    "level rank 階層 段階 水準",
    "parent parents above 上位 上位目標 親",
    "deadline due until 期限 締切",
    "indicators indicator kpi kpis metrics 指標",
    "objectives objective goals goal 目標一覧",
    "figures figure numbers 数字",
    "direction better 向き 方向",
    "frequency interval how_often 頻度",
    "data_source data source_of_data 出所 データ",
    "measures measure 測り方 評価指標",
    "items entries list rows 項目 一覧",
    "columns fields 列 欄",
    "days period duration 日数 期間",
    "first from begin start 初日 開始日",
    "last to end 最終日 終了日",
    "reading kana yomi ruby 読み よみ ふりがな フリガナ カナ",
    "audience audiences for readers 対象 読者",
    "source origin 出典",
    "formula expression calculation 式 計算式",
    "threshold target limit しきい値 閾値 目標値",
    "workbooks workbook templates sheets ひな形 ブック",
    "weight order position 並び順 順番",
    "tags tag keywords 分類",
    "last_reviewed reviewed updated 見直し日",
    "evidence proof 証拠 根拠",
};

// Calls `take` for each word.
template <class Take>
void for_each_word(std::string_view line, const Take& take) {
  while (!line.empty()) {
    const std::size_t end = std::min(line.find(' '), line.size());
    take(line.substr(0, end));
    line.remove_prefix(std::min(end + 1, line.size()));
  }
}

}  // namespace

std::vector<std::string_view> other_names(std::string_view word) {
  std::vector<std::string_view> found;
  const std::string folded = source::fold_case(source::to_nfkc(word));
  for (const std::string_view line : names) {
    bool is_named = false;
    for_each_word(line, [&](std::string_view other) { is_named = is_named || other == folded; });
    if (!is_named) continue;
    for_each_word(line, [&](std::string_view other) {
      if (other != folded) found.push_back(other);
    });
  }
  return found;
}

}  // namespace shirube::parse
