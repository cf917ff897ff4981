#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "render/html/href.h"
#include "render/html/views/views.h"
#include "render/html/writer.h"
#include "source/unicode.h"

namespace shirube::render::html {
namespace {

struct Row {
  std::string_view head;
  std::u32string_view kana;
};

// The rows of the Japanese syllabary; small and voiced characters with their plain ones.
constexpr Row rows[] = {
    {"あ", U"あいうえおぁぃぅぇぉゔ"},
    {"か", U"かきくけこがぎぐげごゕゖ"},
    {"さ", U"さしすせそざじずぜぞ"},
    {"た", U"たちつてとだぢづでどっ"},
    {"な", U"なにぬねの"},
    {"は", U"はひふへほばびぶべぼぱぴぷぺぽ"},
    {"ま", U"まみむめも"},
    {"や", U"やゆよゃゅょ"},
    {"ら", U"らりるれろ"},
    {"わ", U"わをんゎゐゑ"},
};

// What a term is sorted by.
const std::string& reading(const model::Term& term) {
  return term.reading.empty() ? term.name.value : term.reading;
}

std::string row_head(const std::string& text, const Words& words) {
  char32_t first = source::code_point_at(text, 0).value;
  if (first >= U'ァ' && first <= U'ヶ') first -= U'ァ' - U'ぁ';
  for (const Row& row : rows) {
    if (row.kana.find(first) != std::u32string_view::npos) return std::string(row.head);
  }
  return words["glossary-other"];
}

bool has_kanji_or_latin(std::string_view text) {
  for (const char32_t point : source::code_points(text)) {
    const bool kana = (point >= U'ぁ' && point <= U'ヿ') || point == U'・';
    if (!kana) return true;
  }
  return false;
}

void spell(Writer& writer, const model::Term& term) {
  writer.open("dfn");
  if (!term.reading.empty() && has_kanji_or_latin(term.name.value)) {
    writer.open("ruby").text(term.name.value);
    writer.element("rp", "（").element("rt", term.reading).element("rp", "）").close();
  } else {
    writer.text(term.name.value);
  }
  writer.close();
}

std::string joined(const std::vector<source::Located<std::string>>& values, const std::string& separator) {
  std::string text;
  for (const auto& value : values) text += (text.empty() ? "" : separator) + value.value;
  return text;
}

void entry(Writer& writer, const model::Term& term,
           const std::function<std::optional<PageLink>(const std::string&)>& see, const Words& words) {
  writer.open("div", {{"class", "term-entry"}, {"id", term_anchor(term)}}).open("dt");
  spell(writer, term);
  writer.close().open("dd").element("p", term.definition);
  if (!term.aliases.empty()) {
    writer.element("p", {{"class", "note"}}, words.with("aliases", {joined(term.aliases, words["list-separator"])}));
  }
  if (!term.avoid.empty()) {
    writer.element("p", {{"class", "note"}}, words.with("avoid", {joined(term.avoid, words["list-separator"])}));
  }
  if (term.see) {
    if (const auto link = see(term.see->value)) {
      writer.open("p", {{"class", "note"}}).text(words["see"]);
      writer.element("a", {{"href", link->href}}, link->title).close();
    }
  }
  writer.close().close();
}

}  // namespace

std::string glossary(const std::vector<model::Term>& terms,
                     const std::function<std::optional<PageLink>(const std::string&)>& see,
                     const ViewContext& context) {
  struct Sorted {
    std::string key;
    std::string head;
    const model::Term* term;
  };
  const Words& words = context.words;
  std::vector<Sorted> sorted;
  for (const model::Term& term : terms) {
    sorted.push_back({source::collation_key(reading(term)), row_head(reading(term), words), &term});
  }
  std::stable_sort(sorted.begin(), sorted.end(), [](const Sorted& a, const Sorted& b) { return a.key < b.key; });

  std::vector<std::string> heads;
  for (const Row& row : rows) heads.emplace_back(row.head);
  heads.push_back(words["glossary-other"]);

  Writer index;
  Writer body;
  index.open("nav", {{"class", "glossary-index"}, {"aria-label", words["glossary-index"]}});
  for (std::size_t i = 0; i < heads.size(); ++i) {
    const bool used = std::any_of(sorted.begin(), sorted.end(), [&](const Sorted& s) { return s.head == heads[i]; });
    if (!used) continue;
    const std::string id = context.id + "-" + std::to_string(i + 1);
    index.element("a", {{"href", "#" + id}}, heads[i]);
    body.element("h2", {{"class", "glossary-row"}, {"id", id}}, heads[i]);
    body.open("dl", {{"class", "glossary"}});
    for (const Sorted& item : sorted) {
      if (item.head == heads[i]) entry(body, *item.term, see, words);
    }
    body.close();
  }
  index.close();
  if (sorted.empty()) return std::move(Writer().element("p", {{"class", "nothing"}}, words["nothing-yet"])).take();
  return std::move(index).take() + std::move(body).take();
}

}  // namespace shirube::render::html
