// Writes a synthetic Japanese handbook: make_handbook PAGES FOLDER. The same bytes for the same number of pages.
// A leaf section holds 50 pages, its index included; ten leaf sections form a section. A page has 3 to 5 KB of what
// real pages have: headings with ids, paragraphs with emphasis, a list, a table, code, an alert, links that resolve.
#include <charconv>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace {

constexpr std::size_t pages_in_leaf = 50;
constexpr std::size_t leaves_in_section = 10;

// xorshift64*: the same sequence on every machine.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed * 0x9E3779B97F4A7C15ULL + 1) {}
  std::size_t below(std::size_t limit) {
    state_ ^= state_ >> 12;
    state_ ^= state_ << 25;
    state_ ^= state_ >> 27;
    return static_cast<std::size_t>((state_ * 0x2545F4914F6CDD1DULL) >> 33) % limit;
  }
  template <std::size_t size>
  std::string pick(const std::string_view (&list)[size]) {
    return std::string(list[below(size)]);
  }

 private:
  std::uint64_t state_;
};

constexpr std::string_view subjects[] = {"各部署の責任者",   "評価の担当者",   "新しく加わった社員", "案件の窓口",
                                         "月次会議の進行役", "品質管理の担当", "経理と営業の両方",   "勤務表の承認者"};
constexpr std::string_view objects[] = {"四半期の見通し", "顧客からの問い合わせ", "作業の手順書",
                                        "前月との差額",   "研修の受講記録",       "引き継ぎの資料",
                                        "見積りの根拠",   "設備の点検結果",       "個人の目標"};
constexpr std::string_view verbs[] = {"確かめてから次の段階へ進める", "一覧にまとめて共有する", "期日までに登録する",
                                      "理由とともに記録する",         "担当者どうしで見直す",   "翌週の会議で報告する",
                                      "数字で説明できる形に直す"};
constexpr std::string_view times[] = {"毎週月曜日に",     "四半期の初めに", "締め日の3営業日前までに",
                                      "変更があった日に", "年に2回",        "依頼を受けたら"};
constexpr std::string_view nouns[] = {"承認の流れ", "経費の精算", "休暇の申請", "面談の進め方", "情報の管理",
                                      "契約の更新", "機器の貸出", "採用の計画", "障害への対応", "予算の配分"};
constexpr std::string_view strong[] = {"「期日を守る」", "100%", "書面での合意", "二人での確認", "例外なし"};

struct PageName {
  std::string path;  // from the content folder
  std::string title;
};

std::string two_digits(std::size_t number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

std::vector<PageName> plan(std::size_t count) {
  std::vector<PageName> pages = {{"index.md", "社内ハンドブック"}};
  for (std::size_t leaf = 0; pages.size() < count; ++leaf) {
    const std::size_t section = leaf / leaves_in_section + 1;
    const std::size_t part = leaf % leaves_in_section + 1;
    const std::string folder = "section-" + two_digits(section) + "/";
    if (part == 1) pages.push_back({folder + "index.md", "第" + std::to_string(section) + "部"});
    for (std::size_t page = 0; page < pages_in_leaf && pages.size() < count; ++page) {
      const std::string place = folder + "part-" + two_digits(part) + "/";
      if (page == 0) {
        pages.push_back({place + "index.md", "第" + std::to_string(part) + "章"});
      } else {
        const std::string number = two_digits(page);
        pages.push_back({place + "page-" + number + ".md", std::string(nouns[(leaf + page) % std::size(nouns)]) + " " +
                                                               std::to_string(part) + "-" + number});
      }
    }
  }
  return pages;
}

std::string sentence(Random& random) {
  std::string text = random.pick(times) + random.pick(subjects) + "は、" + random.pick(objects);
  switch (random.below(6)) {
    case 0:
      return text + "を**" + random.pick(strong) + "**として" + random.pick(verbs) + "。";
    case 1:
      return text + "を*" + random.pick(nouns) + "*に沿って" + random.pick(verbs) + "。";
    case 2:
      return text + "を`form-" + std::to_string(random.below(90) + 10) + "`に書き、" + random.pick(verbs) + "。";
    default:
      return text + "を" + random.pick(verbs) + "。";
  }
}

void paragraph(std::string& out, Random& random, std::size_t sentences) {
  for (std::size_t i = 0; i < sentences; ++i) {
    out += sentence(random);
    if (i % 2 == 1 && i + 1 < sentences) out += '\n';
  }
  out += "\n\n";
}

std::string link_to(Random& random, const std::vector<PageName>& pages) {
  static constexpr std::string_view ids[] = {"outline", "procedure", "record"};
  const PageName& target = pages[random.below(pages.size())];
  return "[" + target.title + "](/" + target.path + "#" + random.pick(ids) + ")";
}

std::string page_text(std::size_t index, const std::vector<PageName>& pages) {
  Random random(index + 1);
  const PageName& page = pages[index];
  std::string out = "---\ntitle: " + page.title + "\ndescription: " + random.pick(nouns) + "について、" +
                    random.pick(subjects) + "が知っておくこと\nweight: " + std::to_string(index % 100) + "\n---\n\n";
  paragraph(out, random, 3);
  out += "## " + random.pick(nouns) + "の全体像 {#outline}\n\n";
  paragraph(out, random, 2 + random.below(3));
  out += "詳しくは" + link_to(random, pages) + "と" + link_to(random, pages) + "を参照する。\n\n";
  for (std::size_t i = 0, items = 3 + random.below(4); i < items; ++i) {
    out += "- **" + random.pick(nouns) + "**：" + sentence(random) + "\n";
    if (i % 3 == 1) out += "    - " + sentence(random) + "\n";
  }
  out += "\n## 手順 {#procedure}\n\n";
  for (std::size_t i = 1, steps = 3 + random.below(3); i <= steps; ++i) {
    out += std::to_string(i) + ". " + sentence(random) + "\n";
  }
  out += "\n> [!NOTE]\n> " + sentence(random) + "\n> " + sentence(random) + "\n\n";
  paragraph(out, random, 2);
  out += "### 担当と期日\n\n| 項目 | 担当 | 期日 | 件数 |\n|---|---|:-:|--:|\n";
  for (std::size_t i = 0, rows = 4 + random.below(5); i < rows; ++i) {
    out += "| " + random.pick(objects) + " | " + random.pick(subjects) + " | " + std::to_string(random.below(12) + 1) +
           "月末 | " + std::to_string(random.below(900) + 10) + " |\n";
  }
  out += "\n## 記録 {#record}\n\n";
  paragraph(out, random, 2 + random.below(2));
  if (index % 3 == 0) {
    out += "```yaml\nid: record-" + std::to_string(index) + "\nowner: sales\nvalues: [" +
           std::to_string(random.below(100)) + ", " + std::to_string(random.below(100)) + "]\n```\n\n";
  }
  for (std::size_t i = 0; i < 3; ++i) out += std::string("- [") + (i == 0 ? "x" : " ") + "] " + sentence(random) + "\n";
  out += "\n" + sentence(random) + "前後のページは" + link_to(random, pages) + "、" + link_to(random, pages) +
         "である。\n";
  return out;
}

bool write(const std::filesystem::path& path, const std::string& text) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream out(path, std::ios::binary);
  out.write(text.data(), static_cast<std::streamsize>(text.size()));
  return static_cast<bool>(out.flush());
}

}  // namespace

int main(int argc, char** argv) {
  std::size_t count = 0;
  if (argc == 3) {
    const std::string_view text(argv[1]);
    std::from_chars(text.data(), text.data() + text.size(), count);
  }
  if (count == 0) {
    std::fprintf(stderr, "usage: make_handbook PAGES FOLDER\n");
    return 2;
  }
  const std::filesystem::path folder = argv[2];
  const std::vector<PageName> pages = plan(count);
  std::size_t bytes = 0;
  bool good = write(folder / "site.yaml", "title: 合成ハンドブック\nlanguage: ja\n");
  for (std::size_t i = 0; good && i < pages.size(); ++i) {
    const std::string text = page_text(i, pages);
    bytes += text.size();
    good = write(folder / "content" / pages[i].path, text);
  }
  if (!good) {
    std::perror("make_handbook");
    return 4;
  }
  std::printf("%zu pages, %zu bytes\n", pages.size(), bytes);
  return 0;
}
