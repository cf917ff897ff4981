// node search_anew.js OLD NEW QUERY: a page of the edition in OLD has opened its search when NEW takes its place, and asks
// QUERY then. Prints the paths of the results.
'use strict';
const fs = require('fs');
const path = require('path');
const vm = require('vm');
vm.runInThisContext(fs.readFileSync(path.join(__dirname, '../../themes/default/assets/search.js'), 'utf8'));
const [older, newer, query] = process.argv.slice(2);
let folder = older;
globalThis.shirubeSearch.useLoader((address, failed) => {
  const file = path.join(folder, 'search', address.split('?')[0]);
  if (fs.existsSync(file)) vm.runInThisContext(fs.readFileSync(file, 'utf8'));
  failed();
});
(async () => {
  await globalThis.shirubeSearch.directory();
  folder = newer;
  const { results } = await globalThis.shirubeSearch.search(query, {}, 10);
  console.log(results.map((each) => each.path).join(' '));
})();
