// The files that the search in the browser loads: one directory and many small shards, all classic scripts, because a
// handbook opened from a folder may neither fetch data nor load modules.
//
// search/index.js       shirubeSearch.open({…}): how many entries, which section and kind each has, where shards begin,
//                       and the glossary's words that stand for each other
// search/terms-<n>.js   shirubeSearch.take("terms", n, version, "group,group,…"), see index.h for postings. A
//                       group is `word postings`, or the pairs of one first character: 損<of 損 alone>益<of 損益>失<of 損失>
// search/texts-<n>.js   shirubeSearch.take("texts", n, version, [[path, title, [[anchor, heading, text], …]], …])
#pragma once

#include "model/site.h"
#include "render/output.h"
#include "render/search/index.h"

namespace shirube::render::search {

// What shards are cut at: a term's list or an entry's text that alone is longer makes a longer one.
constexpr std::size_t terms_shard_bytes = 12'000;
constexpr std::size_t texts_shard_bytes = 12'000;
// Up to so many entries shards of terms are smaller: a query loads less, and the directory that names them stays small.
constexpr std::size_t small_site = 600;
constexpr std::size_t small_site_terms_shard_bytes = 4'000;
// Of an entry's text so much can be in an excerpt; all of it can be found.
constexpr std::size_t most_text_bytes = 24'000;

OutputSet render_search(const model::CheckedSite& site, const Loop& loop);

}  // namespace shirube::render::search
