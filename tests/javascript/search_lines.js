// node search_lines.js FOLDER: for each line (a query) the best entries of the built site's index, as JSON a line:
// [{path, anchor, title, kind}, …]. Shards are run as a browser runs them; only the loading is ours.
'use strict';
const fs = require('fs');
const path = require('path');
const vm = require('vm');
const theme = path.join(__dirname, '../../themes/default/assets/search.js');
vm.runInThisContext(fs.readFileSync(theme, 'utf8'));
const search = globalThis.shirubeSearch;
const folder = path.join(process.argv[2], 'search');
let bytes = 0;
search.useLoader((address, failed) => {
  try {
    const text = fs.readFileSync(path.join(folder, address.split('?')[0]), 'utf8');
    bytes += Buffer.byteLength(text);
    vm.runInThisContext(text);
  } catch (error) { /* reported below */ }
  failed();
});
const queries = fs.readFileSync(0, 'utf8').split('\n');
queries.pop();
(async () => {
  for (const query of queries) {
    const before = bytes;
    const start = process.hrtime.bigint();
    const { results, total, marks } = await search.search(query, {}, 10);
    const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
    const found = results.map((each) => ({
      path: each.path, anchor: each.passage[0], title: each.title, kind: each.kind,
      excerpt: search.excerpt(each.passage[2], marks, 90), score: each.score,
    }));
    console.log(JSON.stringify({ query, total, bytes: bytes - before, milliseconds, found }));
  }
})();
