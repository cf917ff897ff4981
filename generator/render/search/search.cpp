#include "render/search/search.h"

#include <algorithm>
#include <map>
#include <memory>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "render/search/fold.h"
#include "source/fingerprint.h"
#include "source/json.h"
#include "source/unicode.h"

namespace shirube::render::search {
namespace {

using source::Json;

struct Shards {
  std::vector<std::string> bodies;  // the last argument of take()
  std::vector<std::string> firsts;  // of shards of terms: the first term of each
  std::string counts;               // of shards of texts: how many entries each holds, as numbers of index.h
};

// The first character of a pair, which the pairs of a shard share; empty for a word.
std::string_view head_of(const std::string& term) {
  const source::CodePoint first = source::code_point_at(term, 0);
  return is_paired(first.value) ? std::string_view(term).substr(0, first.size) : std::string_view();
}

// A term is letters and digits and a posting is 64 plain characters: nothing has to be escaped.
Shards cut_terms(const std::vector<IndexedTerm>& index, std::size_t most_bytes) {
  Shards shards;
  std::string_view head;
  for (const IndexedTerm& each : index) {
    const std::string_view own = head_of(each.term);
    const std::size_t size = each.term.size() + each.postings.size() + 2;
    const bool first = shards.bodies.empty() || shards.bodies.back().size() + size > most_bytes;
    if (first) {
      shards.bodies.emplace_back();
      shards.firsts.push_back(each.term);
    }
    std::string& body = shards.bodies.back();
    if (first || own.empty() || own != head) {
      if (!first) body += ',';
      body += own;
    }
    head = own;
    body += std::string_view(each.term).substr(own.size());
    if (own.empty()) body += ' ';
    body += each.postings;
  }
  for (std::string& body : shards.bodies) body = '"' + body + '"';
  return shards;
}

std::string beginning(const std::string& text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  std::size_t end = bytes;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end);
}

std::string entry_json(const Entry& entry) {
  Json passages = Json::array();
  std::size_t left = most_text_bytes;
  for (const Passage& passage : entry.passages) {
    std::string text = beginning(passage.text, left);
    left -= text.size();
    passages.push_back(Json::array({passage.anchor, passage.heading, std::move(text)}));
  }
  return Json::array({entry.path, entry.title, std::move(passages)}).dump();
}

Shards cut_texts(const std::vector<Entry>& entries, std::size_t most_bytes, const Loop& loop) {
  std::vector<std::string> texts(entries.size());
  loop(entries.size(), [&](std::size_t i) { texts[i] = entry_json(entries[i]); });
  Shards shards;
  std::uint32_t count = 0;
  for (std::string& text : texts) {
    if (shards.bodies.empty() || shards.bodies.back().size() + text.size() > most_bytes) {
      if (!shards.bodies.empty()) append_number(shards.counts, count);
      shards.bodies.emplace_back();
      count = 0;
    }
    std::string& body = shards.bodies.back();
    body += (body.empty() ? "[" : ",") + text;
    ++count;
  }
  if (!shards.bodies.empty()) append_number(shards.counts, count);
  for (std::string& body : shards.bodies) body += ']';
  return shards;
}

// [section, kind, how many entries in a row].
Json runs(const std::vector<Entry>& entries, const std::vector<std::string>& sections) {
  std::unordered_map<std::string_view, std::size_t> places;
  for (std::size_t i = 0; i < sections.size(); ++i) places.emplace(sections[i], i);
  Json all = Json::array();
  for (std::size_t begin = 0; begin < entries.size();) {
    const Entry& first = entries[begin];
    std::size_t end = begin;
    while (end < entries.size() && entries[end].section == first.section && entries[end].kind == first.kind) ++end;
    all.push_back(Json::array({places.at(first.section), static_cast<int>(first.kind), end - begin}));
    begin = end;
  }
  return all;
}

// Names that stand for each other: what a reader may type for what a page says.
Json synonyms(const model::Records& records) {
  Json all = Json::array();
  for (const model::Term& term : records.terms) {
    std::vector<std::string> names = {fold(term.name.value)};
    const auto add = [&](const std::string& name) {
      std::string folded = fold(name);
      const bool known = std::find(names.begin(), names.end(), folded) != names.end();
      if (!folded.empty() && !known) names.push_back(std::move(folded));
    };
    add(term.reading);
    for (const auto& alias : term.aliases) add(alias.value);
    for (const auto& avoided : term.avoid) add(avoided.value);
    if (names.size() > 1) all.push_back(names);
  }
  return all;
}

std::vector<std::string> section_names(const std::vector<Entry>& entries) {
  std::vector<std::string> names;
  std::unordered_set<std::string_view> seen;
  for (const Entry& entry : entries) {
    if (seen.insert(entry.section).second) names.push_back(entry.section);
  }
  return names;
}

void add_shards(OutputSet& outputs, const char* name, Shards shards, const std::string& version) {
  for (std::size_t i = 0; i < shards.bodies.size(); ++i) {
    const std::string number = std::to_string(i);
    auto text = std::make_shared<const std::string>("shirubeSearch.take(\"" + std::string(name) + "\"," + number +
                                                    ",\"" + version + "\"," + shards.bodies[i] + ");\n");
    outputs.files.push_back({"search/" + version + "/" + std::string(name) + "-" + number + ".js",
                             [text]() -> source::Result<std::string> { return *text; }});
  }
}

}  // namespace

OutputSet render_search(const model::CheckedSite& site, const Loop& loop) {
  const html::PageTree tree(site.site());
  const std::vector<Entry> entries = find_entries(site, tree);
  const std::size_t most_bytes = entries.size() <= small_site ? small_site_terms_shard_bytes : terms_shard_bytes;
  Shards terms = cut_terms(build_index(entries, loop), most_bytes);
  Shards texts = cut_texts(entries, texts_shard_bytes, loop);

  std::string all;
  for (const std::string& body : terms.bodies) all += source::fingerprint_text(body);
  for (const std::string& body : texts.bodies) all += source::fingerprint_text(body);
  const std::string version = source::fingerprint_text(all).substr(0, 8);

  const std::vector<std::string> sections = section_names(entries);
  Json directory;
  directory["version"] = version;
  directory["entries"] = entries.size();
  directory["sections"] = sections;
  directory["runs"] = runs(entries, sections);
  directory["terms"] = terms.firsts;
  directory["texts"] = texts.counts;
  directory["synonyms"] = synonyms(site.site().records);
  auto index = std::make_shared<const std::string>("shirubeSearch.open(" + directory.dump() + ");\n");

  OutputSet outputs;
  outputs.files.push_back({"search/index.js", [index]() -> source::Result<std::string> { return *index; }});
  add_shards(outputs, "terms", std::move(terms), version);
  add_shards(outputs, "texts", std::move(texts), version);
  return outputs;
}

}  // namespace shirube::render::search
